"""Score the extractor on annotated articles: python scripts/score.py ../shared/gold/dev.jsonl"""

import sys

import polars as pl
import visavis as vv

gold = sys.argv[1] if len(sys.argv) > 1 else "../shared/gold/dev.jsonl"
result = vv.evaluate(vv.extract(vv.read_corpus(gold, verbose=False), progress=False), gold)
with pl.Config(tbl_rows=30):
    print(result)
