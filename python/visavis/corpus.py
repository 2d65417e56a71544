"""Reading a corpus: from files, folders and frames to ``doc_id``, ``text``, ``date``."""

from __future__ import annotations

import csv
import glob
import gzip
import io
import json
import re
import sys
import warnings
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Literal, overload

import polars as pl


class CorpusError(ValueError):
    """A corpus that cannot be read: says which file or column, and what to do."""


class CorpusWarning(UserWarning):
    """Rows were set aside, and the good ones kept."""


#: Usual names of each column, the likeliest first.
USUAL_NAMES: dict[str, tuple[str, ...]] = {
    "doc_id": ("doc_id", "id", "article_id", "docid", "uuid", "guid", "_id", "url", "link"),
    "text": ("text", "body", "content", "article", "story", "fulltext", "full_text", "maintext", "article_text"),
    "date": (
        "date",
        "published",
        "pub_date",
        "publish_date",
        "published_at",
        "date_published",
        "pubdate",
        "datetime",
        "timestamp",
        "created_at",
    ),
    "title": ("title", "headline", "head"),
    "source": ("source", "publisher", "outlet", "source_name", "agency", "domain", "site"),
    "language": ("language", "lang"),
}
_DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y")
_SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".txt")

Rejects = list[dict[str, Any]]


def _suffix(path: Path) -> str:
    suffixes = [s.lower() for s in path.suffixes]
    return next((s for s in reversed(suffixes) if s != ".gz"), "")


def _files(source: str | Path) -> list[Path]:
    path = Path(source).expanduser()
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and _suffix(p) in _SUFFIXES)
        if not found:
            raise CorpusError(f"{path}: the folder holds no file with one of the endings {', '.join(_SUFFIXES)}")
        return found
    if path.exists():
        return [path]
    found = sorted(Path(p) for p in glob.glob(str(path), recursive=True))
    if not found:
        raise CorpusError(f"{source}: there is no such file or folder, and nothing fits it as a pattern")
    return [f for f in found if f.is_file()]


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix.lower() == ".gz" else data
    except (OSError, EOFError) as e:
        raise CorpusError(f"{path}: cannot be read ({e})") from e


def _read_lines(path: Path, rejects: Rejects) -> pl.DataFrame:
    data = _bytes(path)
    try:
        if data.lstrip()[:1] == b"[":
            return pl.DataFrame(json.loads(data), infer_schema_length=None)
        return pl.read_ndjson(io.BytesIO(data), infer_schema_length=None) if data.strip() else pl.DataFrame()
    except (pl.exceptions.PolarsError, ValueError, TypeError):
        pass
    # Something is wrong somewhere: line by line, so that one bad line costs one line.
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as e:
            rejects.append({"where": f"{path}, line {number}", "reason": f"not UTF-8 (byte {e.start})"})
            continue
        except ValueError as e:
            rejects.append({"where": f"{path}, line {number}", "reason": f"not JSON ({e})"})
            continue
        if isinstance(row, dict):
            rows.append({k: v if isinstance(v, str | int | float | bool) or v is None else json.dumps(v) for k, v in row.items()})
        else:
            rejects.append({"where": f"{path}, line {number}", "reason": "not a JSON object"})
    return pl.DataFrame(rows, infer_schema_length=None, strict=False)


def _read_csv(path: Path, rejects: Rejects) -> pl.DataFrame:
    data = _bytes(path)
    separator = "\t" if _suffix(path) == ".tsv" else ","
    try:
        return pl.read_csv(io.BytesIO(data), separator=separator, infer_schema=False)
    except pl.exceptions.NoDataError:
        return pl.DataFrame()
    except pl.exceptions.PolarsError:
        pass
    text = data.decode("utf-8", errors="replace")
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header = next(reader, [])
    rows = []
    for row in reader:
        where = f"{path}, line {reader.line_num}"
        if len(row) != len(header):
            rejects.append({"where": where, "reason": f"{len(row)} fields where the header has {len(header)}"})
        elif any("\ufffd" in field for field in row):
            rejects.append({"where": where, "reason": "not UTF-8"})
        else:
            rows.append(dict(zip(header, row, strict=True)))
    return pl.DataFrame(rows, schema=dict.fromkeys(header, pl.String))


def _read_text(path: Path, rejects: Rejects) -> pl.DataFrame:
    data = _bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        rejects.append({"where": str(path), "reason": f"not UTF-8 (byte {e.start})"})
        return pl.DataFrame()
    found = re.search(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)", path.name)
    date = "-".join(found.groups()) if found else None
    return pl.DataFrame(
        {"doc_id": [path.stem], "text": [text], "date": [date]}, schema={"doc_id": pl.String, "text": pl.String, "date": pl.String}
    )


def _read_file(path: Path, rejects: Rejects) -> pl.DataFrame:
    match _suffix(path):
        case ".jsonl" | ".ndjson" | ".json":
            return _read_lines(path, rejects)
        case ".csv" | ".tsv":
            return _read_csv(path, rejects)
        case ".parquet":
            try:
                return pl.read_parquet(path)
            except (pl.exceptions.PolarsError, OSError) as e:
                raise CorpusError(f"{path}: not a readable Parquet file ({e})") from e
        case ".txt":
            return _read_text(path, rejects)
        case other:
            raise CorpusError(f"{path}: the ending {other or 'of the name'!r} is none of {', '.join(_SUFFIXES)} (.gz may follow)")


def _frame(source: Any) -> pl.DataFrame:
    if isinstance(source, pl.LazyFrame):
        return source.collect()
    if isinstance(source, pl.DataFrame):
        return source
    try:
        frame = pl.DataFrame(source)
    except Exception as e:
        raise CorpusError(f"a {type(source).__name__} is no corpus: give a path, a frame of Polars or pandas, or an Arrow table") from e
    return frame


def _choose(columns: list[str], mapping: Mapping[str, str]) -> dict[str, str]:
    for ours, theirs in mapping.items():
        if ours not in USUAL_NAMES:
            raise CorpusError(f"columns: {ours!r} is no column of a corpus; those are {', '.join(USUAL_NAMES)}")
        if theirs not in columns:
            raise CorpusError(f"columns: there is no column {theirs!r}; the columns are {', '.join(columns)}")
    by_lower = {c.lower(): c for c in reversed(columns)}
    chosen = dict(mapping)
    for ours, usual in USUAL_NAMES.items():
        if ours not in chosen:
            hit = next((by_lower[u] for u in usual if u in by_lower and by_lower[u] not in chosen.values()), None)
            if hit is not None:
                chosen[ours] = hit
    for needed in ("text", "date"):
        if needed not in chosen:
            raise CorpusError(
                f'no column looks like the {needed} of an article; the columns are {", ".join(columns) or "none"}. Name it: read_corpus(..., columns={{"{needed}": "..."}})'
            )
    return chosen


def _dates(column: pl.Series, date_format: str | None) -> pl.Series:
    if column.dtype == pl.Date:
        return column
    if isinstance(column.dtype, pl.Datetime):
        day: pl.Series = column.cast(pl.Date)
        return day
    text: pl.Series = column.cast(pl.String, strict=False).str.strip_chars()
    if date_format is not None:
        read: pl.Series = text.str.to_date(date_format, strict=False)
        return read
    # The day of an ISO time, of "20240709T0915" and of "Tue, 09 Jul 2024 10:00:00 GMT" stands at a known place.
    head = text.str.extract(r"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8})(?:$|[T ])", 1)
    mail = text.str.extract(r"^(?:[A-Za-z]{3}, )?(\d{1,2} [A-Za-z]{3,9} \d{4})", 1)
    word = text.str.extract(r"^([A-Za-z]{3,9} \d{1,2}, \d{4}|\d{1,2}-[A-Za-z]{3}-\d{4})", 1)
    candidates = pl.DataFrame({"a": head, "b": mail, "c": word})
    tries = [pl.col(c).str.to_date(f, strict=False) for c in candidates.columns for f in _DATE_FORMATS]
    return candidates.select(pl.coalesce(tries)).to_series()


def _unique_ids(frame: pl.DataFrame, rejects: Rejects) -> pl.DataFrame:
    seen = pl.col("doc_id").cum_count().over("doc_id")
    if frame["doc_id"].n_unique() == frame.height:
        return frame
    numbered = frame.with_columns(
        _nth=seen, _same=pl.struct("doc_id", "text").is_duplicated() & ~pl.struct("doc_id", "text").is_first_distinct()
    )
    for row in numbered.filter("_same").iter_rows(named=True):
        rejects.append({"where": f"doc_id {row['doc_id']!r}", "reason": "the same doc_id and text as an earlier row"})
    kept = numbered.filter(~pl.col("_same")).with_columns(_nth=seen)
    for row in kept.filter(pl.col("_nth") > 1).iter_rows(named=True):
        rejects.append(
            {"where": f"doc_id {row['doc_id']!r}", "reason": f"the doc_id of another text: kept as {row['doc_id']}~{row['_nth']}"}
        )
    renamed = pl.when(pl.col("_nth") > 1).then(pl.format("{}~{}", "doc_id", "_nth")).otherwise("doc_id")
    return kept.with_columns(doc_id=renamed).drop("_nth", "_same")


@overload
def read_corpus(
    source: Any,
    *,
    columns: Mapping[str, str] | None = ...,
    date_format: str | None = ...,
    verbose: bool = ...,
    return_rejects: Literal[False] = ...,
) -> pl.DataFrame: ...
@overload
def read_corpus(
    source: Any,
    *,
    columns: Mapping[str, str] | None = ...,
    date_format: str | None = ...,
    verbose: bool = ...,
    return_rejects: Literal[True],
) -> tuple[pl.DataFrame, pl.DataFrame]: ...
def read_corpus(
    source: Any,
    *,
    columns: Mapping[str, str] | None = None,
    date_format: str | None = None,
    verbose: bool = True,
    return_rejects: bool = False,
) -> pl.DataFrame | tuple[pl.DataFrame, pl.DataFrame]:
    """Read articles into a corpus frame.

    Parameters
    ----------
    source
        A path, a pattern (``"articles/*.jsonl.gz"``), a folder, or a list of these: JSON lines, CSV, TSV,
        Parquet, text files (their date is read from the name, as in ``2024-07-09-kcna.txt``), ``.gz`` where
        it helps. Or a frame: Polars (lazy too), pandas, or anything with the Arrow interface.
    columns
        Which column is which, where the usual names do not tell: ``{"text": "Body", "date": "Day"}``.
    date_format
        How dates are written, in the letters of ``strptime``. Needed where day and month could be swapped
        ("03/04/2020"), which is never guessed.
    verbose
        Say on standard error which columns were taken.
    return_rejects
        Also return a frame ``where``, ``reason`` of what was set aside.

    Returns
    -------
    polars.DataFrame
        ``doc_id`` (String, unique), ``text`` (String), ``date`` (Date), and ``title``, ``source``,
        ``language`` where there are such columns; every other column rides along.

    Raises
    ------
    CorpusError
        No such file, no readable file, no column that could be the text or the date.

    Warns
    -----
    CorpusWarning
        Rows were set aside: no text, no readable date, a broken line, a repeated ``doc_id``.

    Examples
    --------
    >>> import polars as pl, visavis as vv
    >>> frame = pl.DataFrame({"id": ["a"], "body": ["Tuvalu's premier visits Fiji."], "published": ["9 July 2024"]})
    >>> vv.read_corpus(frame, verbose=False).to_dicts()
    [{'doc_id': 'a', 'text': "Tuvalu's premier visits Fiji.", 'date': datetime.date(2024, 7, 9)}]
    """
    rejects: Rejects = []
    if isinstance(source, str | Path):
        parts = [_read_file(f, rejects) for f in _files(source)]
    elif isinstance(source, list | tuple) and source and all(isinstance(s, str | Path) for s in source):
        parts = [_read_file(f, rejects) for s in source for f in _files(s)]
    else:
        parts = [_frame(source)]
    parts = [p for p in parts if p.width]
    frame = (
        pl.concat([p.cast({c: pl.String for c, t in p.schema.items() if t == pl.Null}) for p in parts], how="diagonal_relaxed")
        if parts
        else pl.DataFrame()
    )
    if frame.width == 0:
        if rejects:
            _tell(rejects, 0)
            raise CorpusError(f"nothing readable: {rejects[0]['where']}: {rejects[0]['reason']}")
        frame = pl.DataFrame(schema={"doc_id": pl.String, "text": pl.String, "date": pl.Date})
    chosen = _choose(frame.columns, columns or {})
    taken = {theirs: ours for ours, theirs in chosen.items()}
    clash = [c for c in frame.columns if c in USUAL_NAMES and c not in taken]
    frame = frame.rename({c: f"original_{c}" for c in clash}).rename({t: o for t, o in taken.items() if t != o})
    if verbose:
        said = ", ".join(f"{o} = {t}" for t, o in taken.items())
        print(f"read_corpus: {frame.height:,} rows; {said}", file=sys.stderr)
    if "doc_id" not in frame.columns:
        frame = frame.with_row_index("_row", offset=1).with_columns(doc_id=pl.format("row-{}", "_row")).drop("_row")
    written = frame["date"]
    frame = frame.with_columns(
        pl.col("doc_id").cast(pl.String),
        pl.col("text").cast(pl.String),
        _dates(written, date_format).alias("date"),
        *[pl.col(c).cast(pl.String, strict=False) for c in ("title", "source", "language") if c in frame.columns],
    ).with_columns(pl.col("doc_id").fill_null(pl.format("row-{}", pl.int_range(1, pl.len() + 1))))
    empty = pl.col("text").is_null() | (pl.col("text").str.strip_chars() == "")
    undated = pl.col("date").is_null()
    marked = frame.with_columns(_written=written.cast(pl.String, strict=False), _row=pl.int_range(1, pl.len() + 1))
    for row in marked.filter(empty | undated).select("doc_id", "_row", "_written", no_text=empty).iter_rows(named=True):
        if row["no_text"]:
            reason = "no text"
        elif row["_written"] is None:
            reason = "no date"
        else:
            reason = f"the date {row['_written']!r} cannot be read; give date_format"
        rejects.append({"where": f"row {row['_row']} (doc_id {row['doc_id']!r})", "reason": reason})
    frame = _unique_ids(frame.filter(~(empty | undated)), rejects)
    first = [c for c in USUAL_NAMES if c in frame.columns]
    frame = frame.select(*first, pl.exclude(first))
    _tell(rejects, frame.height)
    if return_rejects:
        return frame, pl.DataFrame(rejects, schema={"where": pl.String, "reason": pl.String})
    return frame


def _tell(rejects: Iterable[Mapping[str, Any]], kept: int) -> None:
    rejects = list(rejects)
    if rejects:
        examples = "; ".join(f"{r['where']}: {r['reason']}" for r in rejects[:3])
        more = f"; and {len(rejects) - 3} more (return_rejects=True lists them)" if len(rejects) > 3 else ""
        warnings.warn(f"{kept:,} articles kept, {len(rejects):,} rows set aside or changed: {examples}{more}", CorpusWarning, stacklevel=3)


def _packaged(*names: str) -> pl.DataFrame:
    folder = resources.files("visavis").joinpath("data")
    frames = [pl.read_ndjson(io.BytesIO(folder.joinpath(f"{name}.jsonl").read_bytes())) for name in names]
    return pl.concat(frames).with_columns(pl.col("date").str.to_date())


def load_sample() -> pl.DataFrame:
    """Load the packaged sample: 76 short dispatches, in our own words, on real public events of 2018 to 2024.

    Each carries the publisher, the date and the address of a source that reports it. It is the part of
    :func:`load_chronicle` that the examples of this documentation run on.

    Returns
    -------
    polars.DataFrame
        ``doc_id``, ``text``, ``date`` (of the dispatch), and the source that reports the event: ``source``, ``url``, ``source_date``.

    Examples
    --------
    >>> import visavis as vv
    >>> vv.load_sample().columns
    ['doc_id', 'text', 'date', 'source', 'url', 'source_date']
    """
    return _packaged("sample")


def load_chronicle() -> pl.DataFrame:
    """Load the packaged chronicle: Russia and North Korea, February 2000 to July 2024, in 270 short dispatches.

    They are written in our own words about real exchanges, dense from 2018 on, with a few of China, Russia and
    the USA for comparison. Some exchanges are told twice or three times, some were cancelled or denied. Every
    dispatch carries the publisher, the date and the address of a source. How it was made, and what is missing
    from it: ``docs/chronicle.md``.

    Returns
    -------
    polars.DataFrame
        As :func:`load_sample`, in the order of the dates. ``doc_id`` begins with the event: pair, day, number.

    Examples
    --------
    >>> import visavis as vv
    >>> corpus = vv.load_chronicle()
    >>> corpus.height, corpus["date"].min().year, corpus["date"].max().year
    (270, 2000, 2024)
    """
    return _packaged("sample", "chronicle").sort("date", "doc_id")
