"""Score this build on the articles of the corpora that were annotated before anything was mended for them.

python scripts/score_unseen.py ../shared

`tests/gold/unseen.jsonl` holds ids, batches and annotations (930 articles in fourteen batches); the texts are read from the corpora of
`../shared`. What was missed was mended by kind afterwards, so these figures are of articles that have been seen; those of the day
on which each batch was read, with its commit, are in docs/quality.md.
"""

import json
import sys
from pathlib import Path

import polars as pl
import visavis as vv
from fit_confidence import corpora

ROOT = Path(__file__).resolve().parent.parent
CORPORA = {"kcna": "kcna-2011", "ce": "current-events"}


def unseen(shared: Path) -> list[dict]:
    """The annotated articles with their texts."""
    annotated = {a["doc_id"]: a for a in map(json.loads, (ROOT / "tests/gold/unseen.jsonl").open(encoding="utf-8"))}
    texts = corpora(shared, set(annotated))
    return [texts[i] | a for i, a in annotated.items()]


def main(shared: Path) -> None:
    articles = unseen(shared)
    mentions = vv.extract(articles, progress=False)
    groups = {b: [a for a in articles if a["batch"] == b] for b in sorted({a["batch"] for a in articles})}
    groups |= {corpus: [a for a in articles if a["batch"].startswith(prefix)] for prefix, corpus in CORPORA.items()}
    table = []
    for name, group in groups.items():
        told = mentions.filter(pl.col("doc_id").is_in([a["doc_id"] for a in group]))
        score = vv.evaluate(told, group).overall.filter(pl.col("scoring") == "standard").row(0, named=True)
        table.append({"batch": name, "articles": len(group)} | {k: score[k] for k in ("precision", "recall", "f1")})
    with pl.Config(tbl_rows=-1, float_precision=3):
        print(pl.DataFrame(table))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
