"""The way of the data, as a user goes it."""

import datetime as dt
import json
import random
from pathlib import Path

import polars as pl
import pytest
import visavis as vv
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def mentions():
    return vv.extract(vv.load_sample(), progress=False)


@pytest.fixture(scope="module")
def exchanges(mentions):
    return vv.resolve(mentions)


def test_schema_and_enumerations(mentions, exchanges):
    assert dict(mentions.schema) == vv.MENTIONS
    assert dict(exchanges.schema) == vv.EXCHANGES
    assert mentions["level"].dtype.categories.to_list()[0] == "leader"


def test_evidence_counts_characters():
    text = "“Größe” – says he. Tuvalu’s Prime Minister Feleti Teo visits Fiji on Monday. Ende."
    row = vv.extract([{"id": "a", "text": text, "date": "2024-07-09"}]).row(0, named=True)
    assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
    assert row["evidence"].startswith("Tuvalu")
    assert row["start_date"] == dt.date(2024, 7, 8)


def test_lazy_in_lazy_out(mentions):
    lazy = vv.extract(vv.load_sample().lazy())
    assert isinstance(lazy, pl.LazyFrame)
    assert lazy.collect().equals(mentions)


def test_threads_do_not_matter(mentions):
    assert vv.extract(vv.load_sample(), threads=1, progress=False).equals(mentions)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    frame = pl.DataFrame({"doc_id": ["a"], "text": [text], "date": [dt.date(2024, 1, 1)]})
    for row in vv.extract(frame, threads=1, progress=False).iter_rows(named=True):
        assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]


_WORDS = [
    "Russia",
    "China",
    "the",
    "Kim",
    "Jong-un",
    "President",
    "visits",
    "met",
    "with",
    "talks",
    "U.S.",
    "Putin's",
    "and",
    ",",
    ".",
    "'s",
    "in",
    "Moscow",
    "on",
    "July",
    "8",
    "delegation",
    "led",
    "by",
    "treaty",
    "signed",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_no_order_of_its_own_words_breaks_it(words):
    vv.extract([{"id": "a", "text": " ".join(words) or "x", "date": "2024-01-01"}], threads=1, progress=False)


def test_long_article():
    text = "The Lao foreign minister visits Cuba. " * 280_000
    assert len(text) > 10_000_000
    got = vv.extract(pl.DataFrame({"doc_id": ["a"], "text": [text], "date": [dt.date(2024, 1, 1)]}), progress=False)
    assert got.height == 1


def test_null_text_is_told():
    frame = pl.DataFrame({"doc_id": ["a"], "text": [None], "date": [dt.date(2024, 1, 1)]}, schema_overrides={"text": pl.String})
    with pytest.warns(vv.CorpusWarning, match="no text"):
        assert vv.extract(frame).height == 0


def test_seed_article(shared):
    article = next(json.loads(x) for x in (shared / "gold/dev.jsonl").open() if '"seed-2024-07-09"' in x)
    rows = vv.extract([article]).filter(~pl.col("inferred"))
    delegation = rows.filter((pl.col("type") == "visit") & (pl.col("source") == "PRK")).row(0, named=True)
    assert (delegation["target"], delegation["start_date"], delegation["source_head"]) == ("RUS", dt.date(2024, 7, 8), "Kim Geum Chol")
    visit = rows.filter((pl.col("type") == "visit") & (pl.col("source") == "RUS")).row(0, named=True)
    assert (visit["target"], visit["start_date"], visit["level"], visit["source_head"]) == (
        "PRK",
        dt.date(2024, 6, 1),
        "leader",
        "Vladimir Putin",
    )
    assert rows.filter((pl.col("type") == "agreement") & pl.col("date_source").is_in(["article", "dateline"])).height == 0
    for kind in ("meeting", "agreement"):
        summit = rows.filter((pl.col("type") == kind) & (pl.col("source_head") == "Vladimir Putin")).row(0, named=True)
        assert (summit["start_date"], summit["date_precision"], summit["location_country"]) == (dt.date(2024, 6, 1), "month", "PRK")
        assert (summit["target_head"], summit["level"], summit["sector"]) == ("Kim Jong-un", "leader", "politics")
    transfer = rows.filter(pl.col("type") == "transfer").row(0, named=True)
    assert (transfer["source"], transfer["target"], transfer["status"]) == ("PRK", "RUS", "denied")


def test_gold_floor(shared):
    gold = shared / "gold/dev.jsonl"
    overall = vv.evaluate(vv.extract(vv.read_corpus(gold, verbose=False), progress=False), gold).overall
    standard = overall.filter(pl.col("scoring") == "standard").row(0, named=True)
    assert standard["f1"] >= 0.85
    assert standard["precision"] >= 0.87


def test_reports_of_one_exchange_are_one(exchanges):
    visit = exchanges.filter(
        (pl.col("type") == "visit") & (pl.col("source") == "RUS") & (pl.col("start_date").dt.year() == 2024) & (pl.col("level") == "leader")
    )
    assert visit.height == 1
    row = visit.row(0, named=True)
    assert row["n_mentions"] == 2
    assert row["start_date"] == dt.date(2024, 6, 18)
    assert row["status"] in ("ongoing", "occurred")


def test_ids_do_not_depend_on_order(mentions, exchanges):
    order = list(range(mentions.height))
    random.Random(7).shuffle(order)
    assert vv.resolve(mentions[order]).equals(exchanges)


def test_panel_has_true_zeros(exchanges):
    rows = vv.panel(exchanges, pair=("PRK", "RUS"), every="1y", min_level="deputy_minister")
    assert rows["period"].to_list() == [dt.date(y, 1, 1) for y in range(2018, 2025)]
    assert rows.filter(pl.col("period").dt.year() == 2021)["n"].to_list() == [0]
    assert (rows["n"] >= rows["a_to_b"] + rows["b_to_a"]).all()


def test_panel_and_records_agree(exchanges):
    years = vv.panel(exchanges, pair=("RUS", "PRK"), every="1y")
    whole = vv.records(exchanges, pair=("PRK", "RUS"), window="100y", as_of="2030-01-01")
    assert years["n"].sum() == whole["count"].max()


def test_mistakes_are_explained(exchanges):
    with pytest.raises(ValueError, match="two ISO3 codes"):
        vv.panel(exchanges, pair="PRK")
    with pytest.raises(ValueError, match="is no period"):
        vv.panel(exchanges, every="1x")
    with pytest.raises(ValueError, match="none of leader"):
        vv.panel(exchanges, min_level="boss")
    with pytest.raises(ValueError, match="lacks the columns"):
        vv.resolve(pl.DataFrame({"a": [1]}))


def test_lexicon_errors_name_file_and_line(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,iso3,office,level,sector,start,end,aliases\nA B,XXX,president,leader,politics,2020-01,,\n")
    article = [{"id": "a", "text": "A B visits Samoa.", "date": "2024-01-01"}]
    with pytest.raises(ValueError, match=r"mine\.csv, line 2: iso3 \"XXX\" is no country"):
        vv.extract(article, lexicon=vv.Lexicon().people(path))


def test_report_escapes_what_articles_say():
    text = "Kenyan President <script>alert(1)</script> William Ruto visits Haiti on Monday."
    found = vv.extract([{"id": "<img src=x onerror=alert(1)>", "text": text, "date": "2024-03-05", "source": "<b>"}])
    page = vv.report(vv.resolve(found), pair=("KEN", "HTI"), mentions=found)
    assert "<script>" not in page
    assert "<img" not in page


def test_pairs_and_ships_of_ones_own() -> None:
    pairs = pl.DataFrame({"name": ["the two Congos"], "first": ["COD"], "second": ["COG"], "form": ["name"]})
    ships = pl.DataFrame({"prefix": ["XYZ"], "iso3": ["FJI"]})
    lexicon = vv.Lexicon().pairs(pairs).ships(ships)
    texts = ["The foreign ministers of the two Congos met in Kinshasa on Monday.", "The XYZ Example docked in Samoa on Monday."]
    articles = pl.DataFrame({"id": ["a", "b"], "text": texts, "date": ["2024-05-02"] * 2})
    rows = vv.extract(articles, lexicon=lexicon, progress=False)
    found = rows.filter(pl.col("rule") != "implied-journey").select("doc_id", "type", "source", "target").rows()
    assert ("a", "meeting", "COG", "COD") in found or ("a", "meeting", "COD", "COG") in found
    assert ("b", "exercise", "FJI", "WSM") in found


def test_papers_of_ones_own() -> None:
    text = "The Tongan king sent aid. Samoa has handed over two fire trucks to the Ministry of Health."
    article = pl.DataFrame({"id": ["a"], "text": [text], "date": ["2024-05-02"], "source": ["The Reef Monitor"]})
    papers = pl.DataFrame({"name": ["Reef Monitor"], "iso3": ["FJI"]})
    rows = vv.extract(article, lexicon=vv.Lexicon().papers(papers), progress=False)
    assert ("transfer", "WSM", "FJI") in rows.select("type", "source", "target").rows()
    assert vv.extract(article, progress=False).filter(target="FJI").is_empty()


def test_a_name_stands_for_its_country_from_a_day_on() -> None:
    rows = pl.DataFrame({"name": ["Redfront"], "iso3": ["FJI"], "level": [""], "sector": ["politics"], "since": ["2020-01-01"]})
    lexicon = vv.Lexicon().institutions(rows)
    article = pl.DataFrame({"id": ["old", "new"], "text": ["Samoa and the Redfront hold talks."] * 2, "date": ["2019-05-02", "2020-05-02"]})
    assert vv.extract(article, lexicon=lexicon)["doc_id"].to_list() == ["new"]
    wrong = vv.Lexicon().institutions(rows.with_columns(since=pl.lit("soon")))
    with pytest.raises(ValueError, match=r"frame 1.*line 2.*soon"):
        vv.extract(article, lexicon=wrong)


def test_rules_share_lists_of_words(tmp_path: Path) -> None:
    rule = """
[[noun]]
id = "aid-by-seed"
type = "transfer"
lemmas = ["@seed"]
source = ["subj"]
target = ["to"]
light = ["ship"]
must_light = true
examples = [{ text = "Peru shipped quinoa to Chile.", gives = ["transfer PER>CHL occurred"] }]
"""
    good = tmp_path / "good.toml"
    good.write_text('[lists]\nseed = ["quinoa", "amaranth"]\n' + rule)
    article = pl.DataFrame({"id": ["a"], "text": ["Peru shipped amaranth to Chile."], "date": ["2024-07-09"]})
    rows = vv.extract(article, lexicon=vv.Lexicon().rules(good), progress=False)
    assert rows.select("type", "source", "target").rows() == [("transfer", "PER", "CHL")]
    bad = tmp_path / "bad.toml"
    bad.write_text(rule)
    with pytest.raises(ValueError, match='"seed"'):
        vv.extract(article, lexicon=vv.Lexicon().rules(bad), progress=False)
