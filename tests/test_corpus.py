"""Reading: what comes in as users have it, and what is wrong with it."""

import datetime as dt
import gzip
import json

import polars as pl
import pytest
import visavis as vv

ROWS = [
    {"id": "a", "body": "Kenyan President William Ruto visits Haiti.", "published": "2024-03-05T10:00:00Z"},
    {"id": "b", "body": "Nothing.", "published": "5 March 2024"},
]


def quiet(source, **kw):
    return vv.read_corpus(source, verbose=False, **kw)


def test_files_of_every_kind(tmp_path):
    frame = pl.DataFrame(ROWS)
    frame.write_ndjson(tmp_path / "x.jsonl")
    frame.write_csv(tmp_path / "x.csv")
    frame.write_parquet(tmp_path / "x.parquet")
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress((tmp_path / "x.jsonl").read_bytes()))
    for name in ("x.jsonl", "x.csv", "x.parquet", "x.jsonl.gz", "x.jso*l"):
        got = quiet(str(tmp_path / name))
        assert got.columns == ["doc_id", "text", "date"], name
        assert got["date"].to_list() == [dt.date(2024, 3, 5)] * 2, name


def test_folder_of_text(tmp_path):
    (tmp_path / "2024-07-09-kcna.txt").write_text("A Lao delegation left for Hanoi.")
    (tmp_path / "undated.txt").write_text("No day.")
    with pytest.warns(vv.CorpusWarning, match="no date"):
        got = quiet(tmp_path)
    assert got["doc_id"].to_list() == ["2024-07-09-kcna"]


def test_frames_lazy_arrow_pandas():
    frame = pl.DataFrame(ROWS)
    for source in (frame, frame.lazy(), frame.to_arrow(), frame.to_pandas(), ROWS):
        assert quiet(source).height == 2


def test_says_what_it_chose(capsys):
    vv.read_corpus(pl.DataFrame(ROWS))
    assert "text = body" in capsys.readouterr().err


def test_wrong_column():
    with pytest.raises(vv.CorpusError, match="no column 'Body'; the columns are id, body, published"):
        quiet(pl.DataFrame(ROWS), columns={"text": "Body"})
    with pytest.raises(vv.CorpusError, match="no column looks like the text"):
        quiet(pl.DataFrame({"x": [1], "date": ["2024-01-01"]}))


def test_missing_file():
    with pytest.raises(vv.CorpusError, match="no such file"):
        quiet("nowhere/*.jsonl")


def test_empty_corpus(tmp_path):
    (tmp_path / "x.jsonl").write_text("")
    got = quiet(tmp_path / "x.jsonl")
    assert got.height == 0
    assert vv.extract(got).height == 0
    assert vv.resolve(vv.extract(got)).height == 0


def test_bad_rows_are_set_aside_and_good_ones_kept(tmp_path):
    lines = [
        json.dumps({"id": "a", "text": "Kenyan President William Ruto visits Haiti.", "date": "2024-03-05"}).encode(),
        b'{"id": "b", "text": "\xff\xfe", "date": "2024-03-05"}',
        b"{not json",
        json.dumps({"id": "c", "text": None, "date": "2024-03-05"}).encode(),
        json.dumps({"id": "d", "text": "x", "date": "03/04/2020"}).encode(),
        json.dumps({"id": "e", "text": "x", "date": None}).encode(),
        json.dumps({"id": "a", "text": "Another.", "date": "2024-03-06"}).encode(),
    ]
    (tmp_path / "x.jsonl").write_bytes(b"\n".join(lines))
    with pytest.warns(vv.CorpusWarning):
        got, rejects = vv.read_corpus(tmp_path / "x.jsonl", verbose=False, return_rejects=True)
    assert got["doc_id"].to_list() == ["a", "a~2"]
    reasons = " | ".join(rejects["reason"])
    for part in ("not UTF-8", "not JSON", "no text", "'03/04/2020' cannot be read", "no date", "kept as a~2"):
        assert part in reasons
    assert "line 2" in rejects["where"][0]


def test_date_format():
    got = quiet(pl.DataFrame({"text": ["x"], "date": ["03/04/2020"]}), date_format="%d/%m/%Y")
    assert got["date"].to_list() == [dt.date(2020, 4, 3)]


def test_sample_is_sourced():
    sample = vv.load_sample()
    assert sample.height >= 60
    assert sample["doc_id"].is_unique().all()
    assert sample["url"].str.starts_with("http").all()
    assert sample.select(pl.col("source", "source_date").null_count()).row(0) == (0, 0)


def test_the_chronicle_rests_on_the_reference(shared):
    """Every dispatch has a source; those of the reference have its day, and none rests on memory alone."""
    corpus = vv.load_chronicle()
    assert corpus.height >= 220
    assert corpus["doc_id"].n_unique() == corpus.height
    assert corpus.select(pl.any_horizontal(pl.all().is_null()).any()).item() is False
    assert corpus["url"].str.starts_with("http").all()
    known = {
        r["event_id"]: r for r in pl.read_csv(shared / "reference/chronicle-russia-dprk.csv", infer_schema=False).iter_rows(named=True)
    }
    events = set()
    for r in corpus.iter_rows(named=True):
        event = r["doc_id"].rsplit("-", 1)[0]
        events.add(event)
        if event.endswith("-x"):
            continue
        assert r["url"] == known[event]["source_url"], event
        assert known[event]["certainty"].startswith("confirmed"), event
        # A name that no source confirmed is not told.
        for field in ("head_name", "counterpart_name"):
            if field in (known[event]["memory_fields"] or "") and known[event][field]:
                assert known[event][field] not in r["text"], (event, field)
    assert len(events) >= 150
