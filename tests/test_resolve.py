"""Many reports, one exchange: order, chunks and replays change nothing; the store holds what one run would give."""

from __future__ import annotations

import json
import os
from pathlib import Path

import polars as pl
import pytest
import visavis as vv
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
QUIET = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def told() -> pl.DataFrame:
    return vv.extract(vv.load_sample(), progress=False)


@QUIET
@given(seed=st.integers(0, 2**32 - 1))
def test_the_order_of_reports_changes_nothing(told: pl.DataFrame, seed: int) -> None:
    assert vv.resolve(told.sample(fraction=1.0, shuffle=True, seed=seed)).equals(vv.resolve(told))


@QUIET
@given(seed=st.integers(0, 2**32 - 1), size=st.integers(5, 60))
def test_the_store_holds_what_one_run_gives(told: pl.DataFrame, tmp_path_factory: pytest.TempPathFactory, seed: int, size: int) -> None:
    docs = told.select("doc_id").unique(maintain_order=True).sample(fraction=1.0, shuffle=True, seed=seed)
    folder = tmp_path_factory.mktemp("store")
    store = vv.Store(folder)
    for start in range(0, docs.height, size):
        part = told.join(docs.slice(start, size), on="doc_id", how="semi")
        assert store.update(part).added == part.height
        again = store.update(part)
        assert (again.added, again.repeated, again.changes.height) == (0, part.height, 0)
    assert store.exchanges().equals(vv.resolve(told))
    assert vv.Store(folder).exchanges().equals(vv.resolve(told))
    assert store.mentions().collect().height == told.height


def test_an_update_says_what_changed(told: pl.DataFrame, tmp_path: Path) -> None:
    store = vv.Store(tmp_path)
    late = told["article_date"].sort()[-1]
    first = store.update(told.filter(pl.col("article_date") < late))
    assert set(first.changes["change"]) == {"new"}
    before = store.exchanges()
    changes = store.update(told.filter(pl.col("article_date") == late)).changes
    after = store.exchanges()
    same = before.join(changes, on="exchange_id", how="anti")
    assert same.equals(after.filter(pl.col("exchange_id").is_in(same["exchange_id"].implode())))
    assert set(after["exchange_id"]) - set(before["exchange_id"]) == set(changes.filter(change="new")["exchange_id"])
    assert set(before["exchange_id"]) - set(after["exchange_id"]) == set(changes.filter(change="gone")["exchange_id"])


def test_a_crash_leaves_the_store_as_it_was(told: pl.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = told["doc_id"].unique(maintain_order=True)
    early, late = told.filter(pl.col("doc_id").is_in(docs[:20].implode())), told.filter(~pl.col("doc_id").is_in(docs[:20].implode()))
    store = vv.Store(tmp_path)
    store.update(early)
    before = store.exchanges()

    def crash(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as m:
        m.setattr(os, "replace", crash)
        with pytest.raises(OSError, match="no space"):
            store.update(late)
    reopened = vv.Store(tmp_path)
    assert reopened.exchanges().equals(before)
    assert len(list(tmp_path.glob("*.parquet"))) == 2, "what the crash left is swept away"
    assert reopened.update(late).added == late.height
    assert reopened.exchanges().equals(vv.resolve(told))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: (f / "manifest.json").write_text("{"), "not the manifest"),
        (lambda f: (f / "manifest.json").write_text(json.dumps({"version": 99, "inferred": False})), "version 99"),
        (lambda f: [p.unlink() for p in f.glob("exchanges-*.parquet")], "not there"),
    ],
)
def test_a_broken_store_says_what_to_do(told: pl.DataFrame, tmp_path: Path, spoil, says: str) -> None:
    vv.Store(tmp_path).update(told)
    spoil(tmp_path)
    with pytest.raises(vv.StoreError, match=says):
        vv.Store(tmp_path)


def test_a_store_is_opened_as_it_was_made(told: pl.DataFrame, tmp_path: Path) -> None:
    vv.Store(tmp_path, inferred=True).update(told)
    with pytest.raises(vv.StoreError, match="inferred=True"):
        vv.Store(tmp_path)


def test_talks_lie_within_their_visit(told: pl.DataFrame) -> None:
    exchanges = vv.resolve(told)
    parts = exchanges.filter(pl.col("part_of").is_not_null())
    assert parts.height > 3
    both = parts.join(exchanges, left_on="part_of", right_on="exchange_id", suffix="_visit")
    assert both.height == parts.height, "part_of names a row"
    assert set(both["type_visit"]) == {"visit"}
    assert both.filter(pl.col("pair") != pl.col("pair_visit")).is_empty()
    day = pl.duration(days=1)
    last = pl.coalesce("end_date_visit", "start_date_visit")
    assert both.filter(~pl.col("start_date").is_between(pl.col("start_date_visit") - day, last + day)).is_empty()


def test_counts_and_disagreements(told: pl.DataFrame) -> None:
    exchanges = vv.resolve(told)
    assert exchanges["n_mentions"].to_list() == exchanges["mention_ids"].list.len().to_list()
    assert exchanges.filter(pl.col("n_sources") > pl.col("n_articles")).is_empty()
    assert exchanges["exchange_id"].is_unique().all()
    alone = exchanges.filter(pl.col("n_mentions") == 1)
    assert alone["disagreements"].list.len().max() == 0
    assert exchanges["disagreements"].list.len().max() > 0
    assert exchanges["disagreements"].explode().drop_nulls().str.contains(r"^[a-z_]+: .+ \(\d+\), .+ \(\d+\)").all()


def test_one_dispatch_in_fifty_papers_is_one_source() -> None:
    text = "Norwegian Foreign Minister Espen Barth Eide arrived in Tbilisi on Tuesday for talks with his Georgian counterpart."
    corpus = pl.DataFrame(
        {"id": [f"p{i}" for i in range(50)], "text": [text] * 50, "date": ["2024-03-05"] * 50, "source": [f"Paper {i}" for i in range(50)]}
    )
    visit = vv.resolve(vv.extract(corpus, progress=False)).filter(type="visit")
    assert visit.select("n_mentions", "n_articles", "n_sources").row(0) == (50, 50, 1)


def test_copies_are_marked_and_leave_the_exposure() -> None:
    text = "Norwegian Foreign Minister Espen Barth Eide arrived in Tbilisi on Tuesday for talks with his Georgian counterpart on ports and grain."
    texts = [text, text + " The two will sign.", "Another matter altogether, told at some length by somebody else in another town.", None]
    corpus = pl.DataFrame({"doc_id": list("abcd"), "text": texts, "date": ["2024-03-05"] * 4}).with_columns(pl.col("date").str.to_date())
    marked = vv.mark_copies(corpus)
    assert marked["copy_of"].to_list() == [None, "a", None, None]
    exchanges = vv.resolve(vv.extract(corpus.head(3), progress=False))
    assert vv.panel(exchanges, every="1y", corpus=marked)["articles"].to_list()[0] == 3


def test_the_timeline_tells_the_visit_and_its_talks(told: pl.DataFrame) -> None:
    exchanges = vv.resolve(told)
    visit = exchanges.filter(pl.col("part_of").is_not_null())["part_of"][0]
    line = vv.timeline(visit, exchanges, told)
    assert line["article_date"].is_sorted()
    assert line["exchange_id"].n_unique() > 1
    with pytest.raises(KeyError, match="no exchange 'x'"):
        vv.timeline("x", exchanges, told)


def test_exports(told: pl.DataFrame, tmp_path: Path) -> None:
    exchanges = vv.resolve(told)
    cameo = vv.to_cameo(exchanges)
    assert cameo["event_id"].is_unique().all()
    assert set(cameo["exchange_id"]) <= set(exchanges["exchange_id"])
    assert set(cameo.filter(pl.col("source_iso3") == "PRK")["source_cow"]) == {731}
    assert set(cameo["code"]) <= {
        "019",
        "030",
        "036",
        "040",
        "041",
        "042",
        "043",
        "044",
        "054",
        "057",
        "060",
        "062",
        "070",
        "071",
        "072",
        "073",
    }
    events = vv.to_plover(exchanges, tmp_path / "events.jsonl")
    lines = (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(x) for x in lines] == events
    assert len(events) == exchanges.height
    # Every code of the page is one that the code knows.
    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert all(c in page for c in set(cameo["code"]))


def test_clusters_are_scored_as_in_the_paper() -> None:
    """The example of Bagga and Baldwin 1998: five and two and five items, the first and last lumped, or the last two."""
    items = [f"m{i}" for i in range(1, 13)]
    truth = pl.DataFrame({"mention_id": items, "exchange": ["a"] * 5 + ["b"] * 2 + ["c"] * 5})

    def made(*groups: list[str]) -> pl.DataFrame:
        return pl.DataFrame({"exchange_id": [str(i) for i in range(len(groups))], "mention_ids": list(groups)})

    one = vv.evaluate_clusters(made(items[:5], items[5:]), truth).row(0, named=True)
    two = vv.evaluate_clusters(made(items[:5] + items[7:], items[5:7]), truth).row(0, named=True)
    assert (round(one["precision"], 2), one["recall"]) == (0.76, 1.0)
    assert (round(two["precision"], 2), two["recall"]) == (0.58, 1.0)
    assert vv.evaluate_clusters(made(items[:5]), truth)["missing"].to_list() == [7, 7]


def test_annotated_exchanges_are_found_again(shared: Path) -> None:
    """`python scripts/score_clusters.py ../shared` prints the figures; here only what must not be lost."""
    import sys

    sys.path.insert(0, str(ROOT / "scripts"))
    from score_clusters import located

    gold = pl.read_ndjson(ROOT / "tests/gold/clusters.jsonl").filter(corpus="kcna-2011")
    told = vv.extract(vv.read_corpus(shared / "corpora/kcna-2011.jsonl.gz", verbose=False), progress=False)
    known = located(told, gold)
    assert known.height >= 0.95 * gold.height
    bcubed, pairs = vv.evaluate_clusters(vv.resolve(told), known).iter_rows(named=True)
    assert bcubed["f1"] >= 0.85
    assert pairs["precision"] >= 0.93
