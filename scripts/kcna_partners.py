"""Which partners of North Korea set records in its own agency's telling; writes docs/kcna-partners.md.

    python scripts/kcna_partners.py ../shared

Headlines of 1997 to 2009 and dispatches of 2011 are two corpora: a headline tells less than a dispatch, so that their levels
are not compared, only the years within the headlines. "Adjusted" is per 1,000 headlines of the year.
"""

import sys
from pathlib import Path

import polars as pl
import visavis as vv

ROOT = Path(__file__).resolve().parents[1]


def table(frame: pl.DataFrame) -> str:
    """A frame as Markdown."""
    cell = lambda v: "" if v is None else f"{v:.2f}" if isinstance(v, float) else str(v)  # noqa: E731
    rows = "\n".join("| " + " | ".join(cell(v) for v in row) + " |" for row in frame.rows())
    return "| " + " | ".join(frame.columns) + " |\n|" + " --- |" * frame.width + "\n" + rows


def partner() -> pl.Expr:
    """The other country of a pair with North Korea."""
    return pl.col("pair").str.replace("-?PRK-?", "")


def main() -> None:
    """Write the page."""
    shared = Path(sys.argv[1]) / "corpora"
    raw = pl.read_csv(shared / "kcna-headlines-1997-2009.csv.gz")
    text = next(c for c in ("title", "headline", "text") if c in raw.columns)
    corpus = raw.select(
        pl.format("kcna-h-{}", pl.int_range(pl.len())).alias("doc_id"),
        pl.col(text).alias("text"),
        pl.col("date").str.to_date(strict=False),
        pl.lit("KCNA").alias("source"),
    ).drop_nulls()
    exchanges = vv.resolve(vv.extract(corpus)).filter(pl.col("pair").str.contains("PRK"))
    years = vv.panel(exchanges, every="1y", corpus=corpus, start="1997-01-01", end="2009-12-31")
    totals = years.group_by("pair").agg(pl.col("n").sum()).sort("n", descending=True).head(12)
    rows = []
    for pair in totals["pair"]:
        own = years.filter(pl.col("pair") == pair).sort("period")
        most, adjusted = own.sort("n", descending=True).row(0, named=True), own.sort("per_1000", descending=True).row(0, named=True)
        rows.append(
            {
                "partner": pair.replace("PRK", "").strip("-"),
                "exchanges": int(own["n"].sum()),
                "highest year": f"{most['period'].year} ({most['n']})",
                "highest adjusted": f"{adjusted['period'].year} ({adjusted['per_1000']:.1f} per 1,000)",
                "levels (PELT)": "; ".join(
                    f"{r['start'].year}-{r['end'].year}: {r['mean']:.1f}" for r in vv.change_points(own).iter_rows(named=True)
                ),
            }
        )
    dispatches = vv.read_corpus(shared / "kcna-2011.jsonl.gz", verbose=False)
    late = vv.resolve(vv.extract(dispatches)).filter(pl.col("pair").str.contains("PRK") & (pl.col("start_date").dt.year() == 2011))
    months = vv.panel(late, every="1mo")
    busy = months.group_by("pair").agg(pl.col("n").sum().alias("exchanges"), pl.col("n").max().alias("busiest month"), pl.col("period").sort_by("n").last().dt.strftime("%B").alias("which"), pl.col("n_visit").sum().alias("visits"), pl.col("n_message").sum().alias("messages"), pl.col("n_meeting").sum().alias("meetings"))  # fmt: skip
    busy = (
        busy.sort("exchanges", descending=True)
        .head(12)
        .with_columns(partner().alias("partner"))
        .select("partner", pl.exclude("partner", "pair"))
    )
    articles = corpus.group_by(pl.col("date").dt.year().alias("year")).len("headlines").sort("year")
    page = (
        "# North Korea's partners in its agency's telling\n\nMade by `python scripts/kcna_partners.py ../shared`.\n\n"
        + __doc__.split("\n\n")[2].replace("\n", " ")  # type: ignore[union-attr]
        + f"\n\n## 1997 to 2009, {corpus.height:,} headlines\n\n{table(pl.DataFrame(rows))}\n\nHeadlines a year: "
        + ", ".join(f"{y} {n:,}" for y, n in articles.rows())
        + f".\n\n## 2011, {dispatches.height:,} dispatches\n\n{table(busy)}\n"
    )
    (ROOT / "docs/kcna-partners.md").write_text(page)
    print(page)


if __name__ == "__main__":
    main()
