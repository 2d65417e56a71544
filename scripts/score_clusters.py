"""How well reports are joined: B-cubed and pairwise figures on tests/gold/clusters.jsonl.

.venv/bin/python scripts/score_clusters.py ../shared
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import visavis as vv

LEADER = ["kim-china-2011-05", "kim-china-2011-08", "kim-russia-2011-08", "kim-russia-2001", "m-kim-medvedev"]


def located(mentions: pl.DataFrame, gold: pl.DataFrame) -> pl.DataFrame:
    """The mention of each annotation: same article, type and countries, the nearest sentence. Who met whom has no order."""
    both = pl.col("type").cast(pl.String).is_in(["meeting", "agreement", "exercise"])
    source, target = pl.col("source").cast(pl.String), pl.col("target").cast(pl.String)
    first = pl.when(both).then(pl.min_horizontal(source, target)).otherwise(source)
    second = pl.when(both).then(pl.max_horizontal(source, target)).otherwise(target)
    keys = [pl.col("doc_id").cast(pl.String), pl.col("type").cast(pl.String), first.alias("first"), second.alias("second")]
    on = ["doc_id", "type", "first", "second"]
    return (
        gold.with_row_index("row")
        .with_columns(keys[2:])
        .join(mentions.select("mention_id", *keys, at="evidence_start"), on=on)
        .with_columns(off=(pl.col("at").cast(pl.Int64) - pl.col("evidence_start")).abs())
        .sort("row", "off")
        .unique("row", keep="first", maintain_order=True)
    )


def main(shared: Path) -> None:
    gold = pl.read_ndjson(Path(__file__).parent.parent / "tests/gold/clusters.jsonl")
    exchanges, truth = [], []
    for (corpus,), own in gold.group_by("corpus"):
        path = shared / "corpora" / f"{corpus}.jsonl"
        path = path if path.exists() else path.with_suffix(".jsonl.gz")
        mentions = vv.extract(vv.read_corpus(path, verbose=False), progress=False)
        exchanges.append(vv.resolve(mentions))
        truth.append(located(mentions, own).select("mention_id", "exchange", "corpus"))
    joined, known = pl.concat(exchanges), pl.concat(truth)
    pl.Config.set_tbl_hide_dataframe_shape(True)
    print(
        f"{gold.height} annotated mentions of {gold['exchange'].n_unique()} exchanges; {gold.height - known.height} not found by the extractor"
    )
    for name, part in [
        ("all", known),
        ("without the leader's journeys and his summit", known.filter(~pl.col("exchange").is_in(LEADER))),
        *((c, known.filter(corpus=c)) for c in sorted(known["corpus"].unique())),
    ]:
        print(name)
        print(vv.evaluate_clusters(joined, part))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
