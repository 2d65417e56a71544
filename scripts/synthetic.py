"""Reports of exchanges that never were, with the truth known: for the bench of `resolve`.

    .venv/bin/python scripts/synthetic.py 1000000

Draws exchanges between 30 countries over 25 years and writes reports of each as agencies do: announced, arriving,
going on, returning, recalled; dated in words, by the dateline, vaguely, or not at all; led by somebody named in four of five.
Nobody goes twice to one country within 60 days, for then the truth itself would be a matter of taste; of what names
nobody, two of one kind lie 30 days apart. Prints time, memory and B-cubed of `resolve` for ten sizes up to the one given, and
writes docs/resolve-scaling.svg.
"""

from __future__ import annotations

import resource
import sys
import time
from math import log2
from pathlib import Path

import numpy as np
import polars as pl
import visavis as vv

COUNTRIES = ["ARG", "AUS", "BRA", "CAN", "CHN", "CUB", "DEU", "EGY", "ETH", "FRA", "GBR", "IDN", "IND", "IRN", "ITA"]
COUNTRIES += ["JPN", "KAZ", "KOR", "MEX", "MNG", "NGA", "PAK", "POL", "PRK", "RUS", "SAU", "TUR", "USA", "VNM", "ZAF"]
FIRST = [
    "Amara",
    "Bruno",
    "Chidi",
    "Dalia",
    "Emeka",
    "Farid",
    "Goran",
    "Hana",
    "Ivo",
    "Jonas",
    "Keiko",
    "Lidia",
    "Milan",
    "Nadia",
    "Omar",
    "Petra",
]
LAST = [
    "Abara",
    "Bekov",
    "Castel",
    "Dorn",
    "Erdem",
    "Fuchs",
    "Galvan",
    "Hovik",
    "Ilves",
    "Jarrah",
    "Kovar",
    "Lomax",
    "Mbeki",
    "Norden",
    "Okafor",
    "Pirelli",
]
LAST += ["Quist", "Rahimi", "Santoro", "Tanaka", "Ulmer", "Varga", "Wolski", "Xanthos", "Yilmaz", "Zoric"]
LEVELS = ["leader", "deputy_leader", "minister", "deputy_minister", "director"]
SECTORS = ["politics", "military", "economy", "culture", "health"]
TYPES = ["visit", "meeting", "agreement", "message", "call"]
ALONE = {"agreement"}
EPOCH = np.datetime64("2000-01-01")


def synthetic(n: int, seed: int = 1) -> tuple[pl.DataFrame, pl.DataFrame]:
    """About `n` reports as a mentions frame, and the exchange that each tells of."""
    rng = np.random.default_rng(seed)
    people = [f"{f} {name}" for f in FIRST for name in LAST]
    rows: dict[str, list] = {k: [] for k in vv.MENTIONS}
    truth: list[str] = []
    taken: dict[tuple, list[int]] = {}
    exchange = 0
    while len(truth) < n:
        a, b = rng.choice(len(COUNTRIES), 2, replace=False)
        kind = TYPES[rng.choice(5, p=[0.4, 0.3, 0.1, 0.1, 0.1])]
        day = int(rng.integers(0, 25 * 365))
        named = kind not in ALONE and rng.random() < 0.8
        # Each country has sixteen people who travel.
        who = people[int(a) * 13 + int(rng.integers(16))] if named else None
        host = people[int(b) * 13 + int(rng.integers(16))] if named and kind != "visit" else None
        level, sector = LEVELS[int(rng.integers(5))], SECTORS[int(rng.integers(5))]
        block = (kind, a, b) if kind in ("visit", "message", "call") else (kind, min(a, b), max(a, b))
        apart = taken.setdefault((*block, who) if named else block, [])
        if any(abs(day - d) < (60 if named else 30) for d in apart):
            continue
        apart.append(day)
        if named:
            taken.setdefault(block, []).append(day)
        exchange += 1
        length = int(rng.integers(0, 5)) if kind == "visit" else 0
        for _ in range(1 + int(rng.geometric(0.2))):
            stage = rng.choice(4, p=[0.2, 0.5, 0.2, 0.1]) if kind == "visit" else rng.choice([0, 1, 3], p=[0.15, 0.75, 0.1])
            at = {0: day - int(rng.integers(1, 10)), 1: day, 2: day + length, 3: day + length + int(rng.integers(1, 20))}[int(stage)]
            dated = stage in (1, 2) or rng.random() < 0.6
            doc = f"s{len(truth):07}"
            told = day + length if stage == 2 else day
            name = who.split()[1] if who and rng.random() < 0.2 else who
            values = {
                "doc_id": doc, "mention_id": f"{doc}#0", "type": kind, "source": COUNTRIES[a], "target": COUNTRIES[b], "directed": kind in ("visit", "message", "call"),
                "start_date": (EPOCH + told).astype(object) if dated else None, "end_date": None, "date_precision": "day" if dated else "none",
                "date_source": ("text" if rng.random() < 0.7 else "dateline") if dated else None,
                "location_country": COUNTRIES[b] if kind in ("visit", "meeting") else None, "location_name": None,
                "source_head": name, "source_office": None, "target_head": host, "target_office": None, "level": level, "sector": sector,
                "status": ["planned", "occurred", "occurred", "occurred"][int(stage)], "parties": 2,
                "evidence": f"{name or 'A delegation'} of country {a} in {sector} business with country {b}, {kind}.",
                "evidence_start": 0, "evidence_end": 40, "trigger": kind, "rule": {1: "arrive", 2: "return-from"}.get(int(stage), "visit-noun") if kind == "visit" else kind,
                "confidence": 0.9, "inferred": False, "article_date": (EPOCH + at).astype(object), "publisher": f"agency {int(rng.integers(40))}",
            }  # fmt: skip
            for k, v in values.items():
                rows[k].append(v)
            truth.append(f"e{exchange}")
    mentions = pl.DataFrame(rows, schema=vv.MENTIONS)
    return mentions, mentions.select("mention_id").with_columns(exchange=pl.Series(truth))


def plot(table: list[tuple[int, float]]) -> str:
    """Seconds against reports, with n log n through the largest."""
    n0, t0 = table[-1]
    width, height, left, bottom = 420, 260, 50, 220
    x = lambda n: left + (width - left - 20) * n / n0  # noqa: E731
    y = lambda t: bottom - (bottom - 30) * t / (t0 * 1.1)  # noqa: E731
    curve = " ".join(f"{x(n):.1f},{y(t0 * n * log2(n) / (n0 * log2(n0))):.1f}" for n in np.linspace(n0 / 50, n0, 40))
    dots = "".join(f'<circle cx="{x(n):.1f}" cy="{y(t):.1f}" r="3"><title>{n:,} reports, {t:.2f} s</title></circle>' for n, t in table)
    ticks = "".join(f'<text x="{x(n0 * k / 4):.0f}" y="{bottom + 16}" text-anchor="middle">{n0 * k // 4:,}</text>' for k in range(5))
    marks = "".join(f'<text x="{left - 6}" y="{y(t0 * k / 4) + 3:.0f}" text-anchor="end">{t0 * k / 4:.1f}</text>' for k in range(5))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img" aria-label="seconds of resolve by number of reports" font-family="sans-serif" font-size="10" fill="currentColor">'
        f'<path d="M{left} 20V{bottom}H{width - 10}" fill="none" stroke="currentColor"/><polyline points="{curve}" fill="none" stroke="#b33" stroke-dasharray="4 3"/>{dots}{ticks}{marks}'
        f'<text x="{width / 2}" y="{height - 6}" text-anchor="middle">reports</text><text x="{left + 6}" y="16">seconds; dashed: n log n</text></svg>\n'
    )


def main(n: int) -> None:
    mentions, truth = synthetic(n)
    rows = []
    print(f"{mentions.height:,} reports of {truth['exchange'].n_unique():,} exchanges")
    print("reports      seconds  B-cubed P / R / F1")
    for k in range(1, 11):
        part = mentions.head(mentions.height * k // 10)
        base = time.perf_counter()
        exchanges = vv.resolve(part)
        seconds = time.perf_counter() - base
        rows.append((part.height, seconds))
        if k in (1, 5, 10):
            p, r, f = vv.evaluate_clusters(exchanges, truth.head(part.height)).select("precision", "recall", "f1").row(0)
            print(f"{part.height:>11,} {seconds:8.2f}  {p:.4f} / {r:.4f} / {f:.4f}")
        else:
            print(f"{part.height:>11,} {seconds:8.2f}")
    print(
        f"memory of the process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB; the frame holds {mentions.estimated_size('gb'):.2f}"
    )
    (Path(__file__).parent.parent / "docs/resolve-scaling.svg").write_text(plot(rows))


if __name__ == "__main__":
    main(int(sys.argv[1]))
