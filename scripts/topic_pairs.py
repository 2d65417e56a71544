"""Rows of items whose topics name one pair of countries: what share is of that pair?

    python scripts/topic_pairs.py ../shared/corpora/current-events.jsonl.gz [-v]

An item counts where exactly one of its topics reads "X–Y relations" and X and Y are two countries of the lexicon.
"""

import gzip
import json
import re
import sys

import visavis as vv
from visavis import _core

NAMES = {name: iso3 for iso3, _, _, _, name in _core.countries()} | {
    "Russia": "RUS", "United States": "USA", "United Kingdom": "GBR", "North Korea": "PRK", "South Korea": "KOR", "China": "CHN",
    "Taiwan": "TWN", "Iran": "IRN", "Syria": "SYR", "Palestine": "PSE", "Vietnam": "VNM", "Turkey": "TUR", "Ivory Coast": "CIV",
    "Holy See": "VAT", "Myanmar": "MMR", "Czech Republic": "CZE", "Kosovo": "XKX", "Democratic Republic of the Congo": "COD",
}  # fmt: skip


def pair(topics: list[str]) -> frozenset[str] | None:
    """The one pair that the topics name."""
    found = {
        frozenset((NAMES[m[1]], NAMES[m[2]]))
        for t in topics
        if (m := re.fullmatch(r"(.+)[–-](.+) relations", t)) and m[1] in NAMES and m[2] in NAMES
    }
    others = [t for t in topics if t.endswith(" relations")]
    return found.pop() if len(found) == 1 and len(others) == 1 else None


def main() -> None:
    """Count."""
    items = []
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if (p := pair(row["topics"])) is not None:
                items.append((row, p))
    found = vv.extract([{k: r[k] for k in ("doc_id", "text", "date", "source")} for r, _ in items], progress=False)
    wanted = {r["doc_id"]: p for r, p in items}
    texts = {r["doc_id"]: r["text"] for r, _ in items}
    rows = found.filter(~found["inferred"]).select("doc_id", "type", "source", "target", "rule").rows()
    off = [r for r in rows if frozenset(r[1:4][1:]) != wanted[r[0]]]
    if "-v" in sys.argv:
        for r in off:
            print(*r, "/", "-".join(sorted(wanted[r[0]])), texts[r[0]][:300])
    giving = {r[0] for r in rows}
    agree = {r[0] for r in rows if frozenset((r[2], r[3])) == wanted[r[0]]}
    print(
        f"{len(items):,} items name one pair, {len(giving):,} give {len(rows):,} rows, {len(rows) - len(off):,} of that pair: {1 - len(off) / len(rows):.3f}"
    )
    print(f"of the items that give rows, {len(agree) / len(giving):.3f} give one of their pair")


if __name__ == "__main__":
    main()
