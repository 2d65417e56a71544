"""The sentence that this software exists for, put to the test; writes docs/founding-claim.md.

    python scripts/founding_claim.py ../shared

"The two countries have exchanged a record number of senior officials over the past year" (9 July 2024), of Russia and North
Korea. First on the packaged dispatches (`vv.load_chronicle`), read by the extractor; then on the reference: 406 sourced events in
../shared/reference, which no extractor has read.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import polars as pl
import visavis as vv
from visavis.schema import EXCHANGES, NAMES

ROOT = Path(__file__).resolve().parents[1]
DAY = dt.date(2024, 7, 8)
PAIR = ("PRK", "RUS")
LEVELS = {"head_of_state": "leader", "party": "deputy_minister", "parliament": "deputy_minister", "governor": "deputy_minister", "agency_head": "deputy_minister", "military_senior": "deputy_minister"}  # fmt: skip
SECTORS = {"political": "politics", "economic": "economy", "culture_sport": "culture", "science_education": "science", "tourism_transport": "transport", "other": "politics"}  # fmt: skip


def chronicle(shared: Path) -> pl.DataFrame:
    """The chronicle as an exchanges frame, with its own columns beside: one row per trip (`counts_as_trip`)."""
    raw = pl.read_csv(shared / "reference/chronicle-russia-dprk.csv", infer_schema=False).filter(
        pl.concat_list("guest_country", "host_country").list.sort() == pl.lit(["PRK", "RUS"])
    )
    kinds = {t: t for t in NAMES["type"]}
    frame = raw.with_columns(
        pl.col("event_id").alias("exchange_id"),
        pl.lit("PRK-RUS").alias("pair"),
        pl.col("event_type").replace_strict(kinds, default="visit").alias("type"),
        pl.col("guest_country").alias("source"),
        pl.col("host_country").alias("target"),
        pl.lit(True).alias("directed"),
        pl.col("start_date", "end_date").str.to_date(strict=False),
        pl.col("date_precision").replace_strict({p: p for p in NAMES["date_precision"]}, default="month"),
        pl.lit("text").alias("date_source"),
        pl.col("head_name").alias("source_head"),
        pl.col("counterpart_name").alias("target_head"),
        pl.col("level").replace(LEVELS),
        pl.col("sector").replace(SECTORS),
        pl.lit("occurred").alias("status"),
        pl.lit(1, pl.UInt32).alias("n_mentions"),
        pl.lit(1, pl.UInt32).alias("n_articles"),
        pl.when(pl.col("certainty").str.starts_with("confirmed")).then(0.98).otherwise(0.6).alias("confidence"),
    )
    known = [c for c in EXCHANGES if c in frame.columns]
    return frame.select(
        *(pl.col(c).cast(EXCHANGES[c], strict=False) for c in known), "counts_as_trip", "seniority_tier", "group_id", "head_role"
    )


def table(frame: pl.DataFrame) -> str:
    """A frame as Markdown."""
    head = "| " + " | ".join(frame.columns) + " |\n|" + " --- |" * frame.width
    cell = lambda v: "" if v is None else f"{v:.3g}" if isinstance(v, float) else str(v)  # noqa: E731
    return head + "\n" + "\n".join("| " + " | ".join(cell(v) for v in row) + " |" for row in frame.rows())


def verdict(name: str, exchanges: pl.DataFrame, **choice: object) -> dict[str, object]:
    """The window to DAY against all earlier ones."""
    rows = vv.records(exchanges, pair=PAIR, window="1y", as_of=DAY, **choice)  # type: ignore[arg-type]
    last = rows.row(-1, named=True)
    before = rows.filter(pl.col("date") < last["window_start"])
    most = int(before["count"].max() or 0)
    when = before.filter(pl.col("count") == most)["date"].min()
    return {
        "counted": name,
        "year to 8 July 2024": last["count"],
        "highest year before": most,
        "reached": when,
        "record": last["count"] > most,
    }


def main() -> None:
    """Write the page."""
    shared = Path(sys.argv[1])
    parts = [
        "# A record number of exchanges?\n\nMade by `python scripts/founding_claim.py ../shared`. "
        + __doc__.split("\n\n")[2].replace("\n", " ")
        + "\n"
    ]  # type: ignore[union-attr]

    mentions = vv.extract(vv.load_chronicle(), progress=False)
    sample = vv.resolve(mentions)
    told = vv.claims([{"id": "seed", "date": "2024-07-09", "text": "Russia and North Korea have exchanged a record number of senior officials over the past year, including Russian President Vladimir Putin's visit to Pyongyang in June."}])  # fmt: skip
    parts.append("## On the packaged dispatches\n\n" + vv.check(told, sample)["because"][0] + "\n")
    curve = vv.records_multiverse(sample, pair=PAIR, as_of=DAY, corpus=vv.load_chronicle(), inferred=vv.resolve(mentions, inferred=True))
    alive = curve.filter(pl.col("value") > 0)
    parts.append(
        f"It holds in {alive['holds'].mean():.2f} of {alive.height:,} definitions in which anything happened. The dispatches are dense from 2018 on because we "
        "chose it so; this shows the tool, not the world.\n"
    )

    trips = chronicle(shared).filter(pl.col("counts_as_trip") == "y")
    senior = trips.filter(pl.col("seniority_tier").is_in(["strict", "broad"]))
    parts.append("## On the reference\n\nOne row per trip, twelve months to 8 July 2024 against every earlier twelve months since 2000.\n")
    rows = [
        verdict("senior officials, strict", trips.filter(pl.col("seniority_tier") == "strict")),
        verdict("senior officials, strict and broad", senior),
        verdict("the same, North Korea to Russia", senior, direction=("PRK", "RUS")),
        verdict("the same, Russia to North Korea", senior, direction=("RUS", "PRK")),
        verdict("military, both directions", trips.filter(pl.col("sector").cast(pl.String) == "military")),
        verdict("every trip, any rank", trips),
    ]
    parts.append(table(pl.DataFrame(rows)) + "\n")
    rates = vv.compare_rates(senior, pair=PAIR, as_of=DAY).select("count", "past_windows", "past_rate", "ratio", "ratio_low", "ratio_high", "p_exact", "dispersion", "p_negative_binomial")  # fmt: skip
    chance = vv.chance_of_record(senior, pair=PAIR, as_of=DAY, seed=1)
    parts.append("Against its own past (strict and broad):\n\n" + table(rates) + "\n\n" + table(chance) + "\n")
    curve = vv.records_multiverse(trips, pair=PAIR, as_of=DAY, raw=(False,), min_confidences=(0.0, 0.9))
    alive = curve.filter(pl.col("value") > 0)
    shares = pl.concat(
        [
            alive.group_by(pl.col(c).cast(pl.String).fill_null("any").alias("choice")).agg(pl.col("holds").mean().alias("share that holds"), pl.len().alias("definitions")).select(pl.lit(c).alias("of"), "choice", "share that holds", "definitions").sort("choice")
            for c in ("direction", "window", "calendar", "min_level", "types")
        ]
    )  # fmt: skip
    parts.append(
        f"Under the multiverse it holds in **{alive['holds'].mean():.2f}** of {alive.height:,} definitions. Which choices decide:\n\n{table(shares)}\n"
    )

    half = senior.filter(pl.col("start_date").is_between(dt.date(2024, 1, 1), dt.date(2024, 6, 11)))
    year = senior.filter(pl.col("start_date").dt.year() == 2019)
    by = {s: half.filter(pl.col("source") == s).height for s in PAIR}
    parts.append(
        "## The ministry's count\n\nSouth Korea's Unification Ministry counted 18 public exchanges at vice-minister level or above from January to "
        "11 June 2024, 15 of them North Koreans going to Russia, and 18 in all of 2019, the most before under Kim Jong Un.\n\n"
        f"The reference gives **{half.height}** for the same months ({by['PRK']} North Koreans to Russia, {by['RUS']} Russians to North Korea) and "
        f"**{year.height}** for 2019, counting the strict and the broad tier. The total of 2024 is reproduced; one trip stands on the other side: "
        "the ministry published no list, so which of the rows below it left out, and which North Korean trip it has instead, cannot be told. "
        f"For 2019 the reference lacks {18 - year.height}, or has them below its line of seniority.\n\n"
        + table(half.sort("start_date").select("start_date", "source", "source_head", "head_role", "seniority_tier"))
        + "\n"
    )
    parts.append(
        "## Conclusion\n\nCounted over twelve months the record holds for all senior trips and for those of North Koreans to Russia. It does not hold for "
        "Russians going to North Korea, nor for military exchanges alone, nor for leaders; over two years, and in calendar years (of which 2024 "
        "is half told), it mostly does not. Where reports said 'ever', the reference begins in 2000 and cannot tell.\n"
    )
    (ROOT / "docs/founding-claim.md").write_text("\n".join(parts))
    print("\n".join(parts))


if __name__ == "__main__":
    main()
