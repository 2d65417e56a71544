"""Fit the weights of `confidence` on rows judged by hand, and say how well calibrated they are.

    python scripts/fit_confidence.py ../shared            # fits, writes lexicon/confidence.toml and docs/confidence.md
    python scripts/fit_confidence.py ../shared --check    # only prints the cross-validated error of the packaged weights

Rows: every prediction on gold/dev.jsonl (right where the codebook's scorer matches it), and the rows of
tests/gold/judged-[0-9]*.jsonl that the extractor still gives. Model: logistic regression with a ridge penalty
over the signals that `visavis.explain` shows and the type of the exchange. Error: expected calibration error over
five bins of equal size, by five-fold cross-validation over articles.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np
import visavis as vv
from visavis import _core

ROOT = Path(__file__).resolve().parents[1]
RIDGE = 2.0


def corpora(shared: Path, wanted: set[str]) -> dict[str, dict]:
    """The articles with these ids."""
    found = {}
    for name in ("current-events", "kcna-2011"):
        with gzip.open(shared / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["doc_id"] in wanted:
                    found[row["doc_id"]] = row
    return found


def rows(shared: Path) -> list[tuple[str, str, list[str], bool]]:
    """(article, type, signals, right) of every judged prediction."""
    out = []
    for line in (shared / "gold/dev.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        said = [m for m in vv.explain(article).raw["mentions"] if not m["inferred"]]
        keep = {"type", "source", "target", "start_date", "end_date", "date_precision", "date_source", "status", "optional"}
        gold = [{k: v for k, v in e.items() if k in keep and v is not None} for e in article["exchanges"]]
        plain = [{k: v for k, v in m.items() if k in keep and v is not None} for m in said]
        matched = {s for _, s, _ in _core.match_article(json.dumps(gold), json.dumps(plain), "standard")}
        out += [(article["doc_id"], m["type"], m["signals"], s in matched) for s, m in enumerate(said)]
    judged = [json.loads(x) for f in sorted((ROOT / "tests/gold").glob("judged-[0-9]*.jsonl")) for x in f.open(encoding="utf-8")]
    articles = corpora(shared, {j["doc_id"] for j in judged})
    read: dict[str, list[dict]] = {}
    for j in judged:
        said = read.setdefault(j["doc_id"], vv.explain(articles[j["doc_id"]]).raw["mentions"])
        hit = next((m for m in said if (m["type"], m["source"], m["target"]) == (j["type"], j["source"], j["target"])), None)
        if hit:
            out.append((j["doc_id"], hit["type"], hit["signals"], j["right"]))
    return out


def matrix(data: list, names: list[str]) -> np.ndarray:
    """One column per signal and type, an intercept first."""
    return np.array([[1.0, *((n in signals or n == kind) for n in names)] for _, kind, signals, _ in data], dtype=float)


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method."""
    w, penalty = np.zeros(x.shape[1]), np.r_[0.0, np.full(x.shape[1] - 1, RIDGE)]
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty + 1e-9), x.T @ (y - p) - penalty * w)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return w


def bins(p: np.ndarray, y: np.ndarray, n: int = 5) -> list[tuple[float, float, int]]:
    """Mean prediction, share right and size of `n` bins of equal size."""
    return [(float(p[i].mean()), float(y[i].mean()), len(i)) for i in np.array_split(np.argsort(p, kind="stable"), n)]


def ece(p: np.ndarray, y: np.ndarray) -> float:
    """Expected calibration error."""
    return sum(n * abs(a - b) for a, b, n in bins(p, y)) / len(p)


def diagram(table: list[tuple[float, float, int]]) -> str:
    """The reliability diagram as SVG; both axes from 0.5 to 1."""
    at = lambda v: 40 + 400 * max(0.0, v - 0.5)  # noqa: E731
    dots = "".join(f'<circle cx="{at(p):.0f}" cy="{280 - at(y):.0f}" r="5" fill="#2b6cb0"/>' for p, y, _ in table)
    ticks = "".join(
        f'<text x="{at(v):.0f}" y="258" text-anchor="middle">{v:.1f}</text><text x="34" y="{284 - at(v):.0f}" text-anchor="end">{v:.1f}</text>'
        for v in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 260 285" width="390" role="img" aria-label="reliability diagram" font-family="sans-serif" font-size="10" fill="currentColor">'
        f'<rect x="40" y="40" width="200" height="200" fill="none" stroke="#8888"/><line x1="40" y1="240" x2="240" y2="40" stroke="#8888" stroke-dasharray="4"/>{dots}{ticks}'
        '<text x="140" y="276" text-anchor="middle">predicted</text><text x="140" y="30" text-anchor="middle">share right, by fifths of the rows</text></svg>\n'
    )


def main() -> None:
    """Fit, validate, write."""
    shared = Path(sys.argv[1])
    data = rows(shared)
    signals = sorted({s for _, _, ss, _ in data for s in ss})
    kinds = [t for t in vv.schema.NAMES["type"] if any(d[1] == t for d in data)]
    names = signals + kinds
    x, y = matrix(data, names), np.array([d[3] for d in data], dtype=float)
    docs = sorted({d[0] for d in data})
    fold = {d: i % 5 for i, d in enumerate(np.random.default_rng(7).permutation(docs))}
    folds = np.array([fold[d[0]] for d in data])
    out = np.zeros(len(y))
    for f in range(5):
        out[folds == f] = 1 / (1 + np.exp(-x[folds == f] @ fit(x[folds != f], y[folds != f])))
    table, error = bins(out, y), ece(out, y)
    print(
        f"{len(y)} rows of {len(docs)} articles, {y.mean():.3f} right; cross-validated ECE {error:.3f}, Brier {np.mean((out - y) ** 2):.3f}"
    )
    for p, share, n in table:
        print(f"  predicted {p:.3f}  right {share:.3f}  ({n} rows)")
    if "--check" in sys.argv:
        return
    w = fit(x, y)
    lines = ["# Weights of the logistic model of `confidence`; fitted, not written: python scripts/fit_confidence.py ../shared"]
    lines += [f"intercept = {w[0]:.3f}", "", "[signals]"]
    lines += [f"{n} = {v:.3f}" for n, v in zip(names, w[1:], strict=True) if n in signals]
    lines += ["", "[types]"] + [f"{n} = {v:.3f}" for n, v in zip(names, w[1:], strict=True) if n in kinds]
    (ROOT / "lexicon/confidence.toml").write_text("\n".join(lines) + "\n")
    (ROOT / "docs/reliability.svg").write_text(diagram(table))
    rows_md = "\n".join(f"| {p:.3f} | {s:.3f} | {n} |" for p, s, n in table)
    (ROOT / "docs/confidence.md").write_text(
        f"""# Confidence

`confidence` is the probability that a row is right: that the article tells of this type of exchange between this pair, in
this direction, at a date that does not contradict (the codebook's match). It is a logistic regression over the signals
that `visavis.explain` lists for each mention (is the trigger a noun, is a side a pronoun, is there a date ...) and the
type; the weights stand in `lexicon/confidence.toml`, fitted by

    python scripts/fit_confidence.py ../shared

on {len(y)} predictions in {len(docs)} articles: all those on the development gold and the rows of `tests/gold/judged-[0-9]*.jsonl`
that the extractor still gives. {y.mean():.3f} of them are right. By five-fold cross-validation over articles the expected
calibration error is **{error:.3f}**, the Brier score {np.mean((out - y) ** 2):.3f}.

![reliability diagram](reliability.svg)

| predicted | share right | rows |
| --- | --- | --- |
{rows_md}

The rows were read by the people who wrote the rules, after which rules were mended: on other articles expect the share of
right rows, and so the meaning of the number, to be somewhat lower. Errors of fields (status, level, heads) are not in it.
"""
    )


if __name__ == "__main__":
    main()
