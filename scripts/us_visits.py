"""What share of the visits that historians count does a news digest give? Presidents abroad and leaders in the USA, 2003 to 2024.

    .venv/bin/python scripts/us_visits.py ../shared

Reads `reference/us-president-travels.csv` and `us-incoming-visits.csv` (Office of the Historian) beside `corpora/current-events`, writes
docs/us-visits.md. A visit of a list *has an item* if an item of the corpus from the day before it to the day after names the
traveller and the country (its name, its people, its capital; for guests the USA). It is *found* if an exchange of the type
visit goes that way, led by that person or by an unnamed leader, and any day of it lies within 30 days; its day is *right* if it lies within two days
of the historians' span.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path

import polars as pl
import visavis as vv

ROOT = Path(__file__).parent.parent
NOTES = """## Why visits are missed

The digest is no diary of presidents: for two thirds of their journeys none of its items of those days names both the
president and the country, for guests of the USA in nineteen of twenty. Where an item does and no row of that visit came
out (45 journeys of presidents, read by hand in the build before; five of them are found since):

- In 19 the item says nothing of a journey, only what he thinks of the country that he happened to be in.
- In 21 he is told to be at a place by what he does there: a speech in Cairo, a prize in Oslo, shoes thrown in Baghdad, a
  summit of many. The codebook has no visit in these; only talks of two imply a journey.
- In 5 a visit is told and not read: a tour that begins with a country, stops in two others, a visit to a station on
  an island off the coast of Dakar, one to a Malaysian centre.

What the lists do not have are visits of heads of state that were not to the President, or that the lists date elsewhere, and a
journey in December 2018 to a base in Iraq. Three rows are errors: presidents who were barred from a summit."""
FROM, TO = pl.date(2003, 1, 1), pl.date(2024, 12, 31)
OTHER = {
    "Palestinian Authority": "PSE",
    "West Bank": "PSE",
    "Vatican City": "VAT",
    "Holy See": "VAT",
    "Burma": "MMR",
    "China, People's Republic of": "CHN",
}
OTHER |= {
    "Korea, South": "KOR",
    "Republic of Korea": "KOR",
    "Turkey": "TUR",
    "Czech Republic": "CZE",
    "The Bahamas": "BHS",
    "Côte d’Ivoire": "CIV",
}
OTHER |= {
    "China, People’s Republic of": "CHN",
    "Korea, Republic of": "KOR",
    "Korea": "KOR",
    "Germany, Federal Republic of": "DEU",
    "Cote d’Ivoire": "CIV",
}
OTHER |= {
    "United Kingdom (Northern Ireland)": "GBR",
    "United Kingdom (Wales)": "GBR",
    "Congo, Republic of": "COG",
    "Congo, Democratic Republic of": "COD",
}
OTHER |= {"Democratic Republic of the Congo (Zaire)": "COD", "Somali Republic": "SOM", "Somoa": "WSM"}
TITLES = r"\b(President|President-elect|Prime|Minister|King|Queen|Chancellor|Crown|Prince|Sultan|Amir|Emir|Sheikh|Chairman|Vice|Premier|Taoiseach|Pope|General|Secretary|First|Interim|Transitional|Acting|of|the|II|III|VI|XVI)\b"


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Names to ISO codes, and for each country a pattern of its names, people and capitals."""
    codes, patterns = dict(OTHER), {}
    with (ROOT / "lexicon/countries.csv").open(encoding="utf-8") as f:
        for r in csv.DictReader(f):
            names = [r["name"], *r["aliases"].split("|")]
            codes |= {n: r["iso3"] for n in names if n}
            words = {n for n in [*names, *r["adjectives"].split("|"), *r["people"].split("|"), *r["capitals"].split("|")] if n}
            patterns[r["iso3"]] = r"\b(" + "|".join(sorted(map(re.escape, map(plain, words)), key=len, reverse=True)) + r")\b"
    return codes, patterns


def surname(name: str) -> str:
    words = plain(re.sub(r"[,(].*", "", re.sub(TITLES, " ", name))).split()
    return words[-1] if words else ""


def compare(visits: pl.DataFrame, corpus: pl.DataFrame, exchanges: pl.DataFrame, patterns: dict[str, str]) -> pl.DataFrame:
    """Each visit of a list with whether it has an item, whether it is found, how far its day is off, and an item that told it."""
    own = exchanges.filter(pl.col("type") == "visit", ~pl.col("status").is_in(["cancelled", "denied"])).with_columns(
        day=pl.coalesce("start_date", "first_reported"), head=pl.col("source_head").fill_null("").map_elements(plain, pl.String)
    )
    rows = []
    for v in visits.iter_rows(named=True):
        near = corpus.filter(pl.col("date").is_between(pl.lit(v["start"]) - pl.duration(days=1), pl.lit(v["end"]) + pl.duration(days=1)))
        abroad = v["to"] if v["to"] != "USA" else v["from"]
        items = near.filter(pl.col("plain").str.contains(rf"\b{re.escape(v['surname'])}\b"), pl.col("plain").str.contains(patterns[abroad]))
        if v["to"] == "USA":
            items = items.filter(pl.col("plain").str.contains(patterns["USA"] + r"|white house|obama|bush|trump|biden"))
        same = own.filter(
            pl.col("source") == v["from"],
            pl.col("target") == v["to"],
            pl.col("head").str.contains(rf"\b{re.escape(v['surname'])}\b") | ((pl.col("head") == "") & (pl.col("level") == "leader")),
        ).with_columns(
            off=pl.when(pl.col("start_date").is_null() | (pl.col("date_precision") != "day"))
            .then(None)
            .when(pl.col("start_date") < v["start"])
            .then((pl.lit(v["start"]) - pl.col("start_date")).dt.total_days())
            .when(pl.col("start_date") > v["end"])
            .then((pl.col("start_date") - pl.lit(v["end"])).dt.total_days())
            .otherwise(0),
            gap=(pl.col("day") - pl.lit(v["start"])).dt.total_days().abs(),
        )
        # An older visit that this one's span covers has its own row in the list.
        hits = same.filter((pl.col("off") <= 30) | (pl.col("off").is_null() & (pl.col("gap") <= 31))).sort("off", "gap", nulls_last=True)
        best = hits.row(0, named=True) if hits.height else {}
        rows.append(
            {
                **v,
                "item": items.height > 0,
                "found": bool(best),
                "off": best.get("off"),
                "exchange_id": best.get("exchange_id"),
                "example": items["doc_id"][0] if items.height else None,
            }
        )
    return pl.DataFrame(rows, infer_schema_length=None)


def table(found: pl.DataFrame, title: str) -> list[str]:
    year = found.group_by(year=pl.col("start").dt.year()).agg(
        visits=pl.len(), items=pl.col("item").sum(), found=pl.col("found").sum(), both=(pl.col("item") & pl.col("found")).sum()
    )
    out = [f"### {title}", "", "| year | visits | have an item | of these found | found of all |", "|---|---|---|---|---|"]
    for r in year.sort("year").iter_rows(named=True):
        out.append(f"| {r['year']} | {r['visits']} | {r['items']} | {r['both']} | {r['found']} |")
    return [*out, ""]


def figures(found: pl.DataFrame) -> str:
    items = found.filter(pl.col("item"))
    got, dated = items.filter(pl.col("found")), found.filter(pl.col("found"), pl.col("off").is_not_null())
    right = dated.filter(pl.col("off") <= 2).height
    return (
        f"{found.height} visits, {items.height} have an item, {got.height} of these are found ({got.height / items.height:.2f}); of all {found['found'].sum()} ({found['found'].mean():.2f}). "
        f"{dated.height} have a day, right within two days in {right} ({right / dated.height:.2f})."
    )


def main(shared: Path) -> None:
    codes, patterns = lexicon()
    corpus = vv.read_corpus(shared / "corpora/current-events.jsonl.gz", verbose=False)
    mentions = vv.extract(corpus, progress=False)
    corpus = corpus.with_columns(plain=pl.col("text").map_elements(plain, pl.String))
    exchanges, implied = vv.resolve(mentions), vv.resolve(mentions, inferred=True)
    out = pl.read_csv(shared / "reference/us-president-travels.csv", try_parse_dates=True).filter(pl.col("role") == "president")
    inc = pl.read_csv(shared / "reference/us-incoming-visits.csv", try_parse_dates=True)
    lists = {
        "Presidents of the USA abroad": out.select(
            pl.col("start_date").alias("start"), pl.col("end_date").fill_null(pl.col("start_date")).alias("end"), pl.lit("USA").alias("from"),
            pl.col("country").replace_strict(codes, default=None).alias("to"), pl.col("name").map_elements(surname, pl.String).alias("surname"), pl.col("country").alias("place"), pl.col("remarks").alias("note"),
        ),
        "Foreign leaders in the USA": inc.select(
            pl.col("start_date").alias("start"), pl.col("end_date").fill_null(pl.col("start_date")).alias("end"),
            pl.col("from").replace_strict(codes, default=None).alias("from"), pl.lit("USA").alias("to"), pl.col("visitor").map_elements(surname, pl.String).alias("surname"), pl.col("visitor").alias("place"), pl.col("description").alias("note"),
        ),
    }  # fmt: skip
    page = [
        "# Visits of the USA against the historians' lists",
        "",
        "Made by `python scripts/us_visits.py ../shared`, which says at its head how visits are matched. 2003 to 2024.",
        "",
    ]
    matched: set[str] = set()
    (ROOT / "target").mkdir(exist_ok=True)
    for title, rows in lists.items():
        usable = rows.filter(
            pl.col("start").is_between(FROM, TO), pl.col("from").is_not_null(), pl.col("to").is_not_null(), pl.col("surname") != ""
        )
        lost = rows.filter(pl.col("start").is_between(FROM, TO)).height - usable.height
        found = compare(usable, corpus, exchanges, patterns)
        also = compare(usable, corpus, implied, patterns)
        matched |= set(found["exchange_id"].drop_nulls())
        print(title, figures(found), "with implied journeys: " + figures(also), sep="\n  ")
        page += [f"## {title}", "", figures(found)]
        page += [f"With journeys that only a meeting place implies (`resolve(mentions, inferred=True)`): {figures(also)}"]
        page += [f"{lost} rows of the list name no country of the codebook's scope.", ""] if lost else [""]
        page += table(found, "By year")
        misses = also.filter(pl.col("item"), ~pl.col("found"))
        misses.select("start", "end", "surname", "place", "example").write_csv(
            ROOT / f"target/us-visits-misses-{'abroad' if 'abroad' in title else 'guests'}.csv"
        )
    whole = exchanges.filter(
        pl.col("type") == "visit", (pl.col("source") == "USA") | (pl.col("target") == "USA"), pl.col("level") == "leader",
        pl.col("status").is_in(["occurred", "ongoing"]), pl.col("start_date").is_between(FROM, TO), ~pl.col("exchange_id").is_in(sorted(matched)),
    )  # fmt: skip
    columns = ["source", "target", "start_date", "source_head", "source_office", pl.col("mention_ids").list.first()]
    whole.select(columns).write_csv(ROOT / "target/us-visits-beyond.csv")
    page += [
        "## What the lists do not have",
        "",
        f"{whole.height} visits of leaders that occurred, dated 2003 to 2024, to or from the USA, match no row of the lists.",
        "",
    ]
    print(f"{whole.height} visits of leaders beyond the lists")
    page += [NOTES]
    (ROOT / "docs/us-visits.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
