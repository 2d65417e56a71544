"""The stages: corpus -> mentions -> exchanges -> panel -> records."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, overload

import polars as pl
from tqdm.auto import tqdm

from . import _core
from .corpus import CorpusWarning, read_corpus
from .lexicon import Lexicon
from .schema import EXCHANGES, MENTIONS, NAMES, names_of, plain, require, typed

_BATCH = 2048
#: What counts unless a study says otherwise.
HAPPENED = ("occurred", "ongoing")


def _corpus_frame(corpus: Any) -> pl.DataFrame:
    ready = isinstance(corpus, pl.DataFrame) and {"doc_id", "text", "date"} <= set(corpus.columns) and corpus.schema["date"] == pl.Date
    frame = corpus if ready else read_corpus(corpus, verbose=isinstance(corpus, str | Path))
    return frame.select(
        pl.col("doc_id").cast(pl.String),
        pl.col("text").cast(pl.String),
        "date",
        pl.col("source").cast(pl.String) if "source" in frame.columns else pl.lit(None, pl.String).alias("source"),
    )


@overload
def extract(corpus: pl.LazyFrame, *, lexicon: Lexicon | None = ..., threads: int = ..., progress: bool | None = ...) -> pl.LazyFrame: ...
@overload
def extract(corpus: Any, *, lexicon: Lexicon | None = ..., threads: int = ..., progress: bool | None = ...) -> pl.DataFrame: ...
def extract(corpus: Any, *, lexicon: Lexicon | None = None, threads: int = 0, progress: bool | None = None) -> pl.DataFrame | pl.LazyFrame:
    """Read the exchanges that articles tell of.

    Parameters
    ----------
    corpus
        A frame with ``doc_id``, ``text``, ``date`` (and ``source``, the publisher), or anything that
        :func:`read_corpus` takes. A lazy frame gives a lazy frame, read in batches.
    lexicon
        Your own people, places and countries over the packaged ones.
    threads
        How many threads; 0 takes every core.
    progress
        Show a progress bar; by default where there is more than one batch. Ctrl-C stops between batches.

    Returns
    -------
    polars.DataFrame
        One row per exchange and article, with the columns of :data:`visavis.MENTIONS`. ``evidence_start``
        and ``evidence_end`` count characters of ``text``. ``confidence`` is between 0 and 1 and is not yet
        a calibrated probability. Rows with ``inferred`` are journeys that a meeting place implies.

    Examples
    --------
    >>> import visavis as vv
    >>> mentions = vv.extract(vv.load_sample().head(3), progress=False)
    >>> mentions.columns[:5]
    ['doc_id', 'mention_id', 'type', 'source', 'target']
    """
    compiled = lexicon.compiled if lexicon is not None else None
    if isinstance(corpus, pl.LazyFrame):
        return corpus.map_batches(
            lambda df: extract(df, lexicon=lexicon, threads=threads, progress=False),
            schema=MENTIONS,
            streamable=True,
            predicate_pushdown=False,
            projection_pushdown=False,
            slice_pushdown=False,
        )
    frame = _corpus_frame(corpus)
    unread = frame.filter(pl.col("text").is_null() | pl.col("date").is_null()).height
    if unread:
        warnings.warn(f"{unread:,} of {frame.height:,} articles have no text or no date and give no rows", CorpusWarning, stacklevel=2)
    show = frame.height > _BATCH if progress is None else progress
    parts = []
    with tqdm(total=frame.height, unit=" articles", disable=not show, desc="extract") as bar:
        for start in range(0, frame.height, _BATCH):
            batch = frame.slice(start, _BATCH)
            parts.append(_core.extract(batch, compiled, threads))
            bar.update(batch.height)
    found = pl.concat(parts) if parts else _core.extract(frame, compiled, 1)
    return typed(found, MENTIONS)


def resolve(mentions: pl.DataFrame | pl.LazyFrame, *, inferred: bool = False) -> pl.DataFrame:
    """Resolve the reports of each exchange into one row.

    Reports are blocked by type and pair and joined where dates, heads and places do not contradict.
    ``exchange_id`` depends on the earliest report alone, so that the same mentions give the same ids in
    any order.

    Parameters
    ----------
    mentions
        What :func:`extract` returns.
    inferred
        Keep journeys that are only implied by a meeting place.

    Returns
    -------
    polars.DataFrame
        One row per exchange, with the columns of :data:`visavis.EXCHANGES`, in the order of their dates.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> exchanges["n_mentions"].sum() >= exchanges.height
    True
    """
    frame = mentions.collect() if isinstance(mentions, pl.LazyFrame) else mentions
    require(
        frame,
        [c for c in MENTIONS if c not in ("evidence", "evidence_start", "evidence_end", "trigger", "rule", "parties", "directed")],
        "the mentions frame",
    )
    if not inferred:
        frame = frame.filter(~pl.col("inferred"))
    return typed(_core.resolve(plain(frame)), EXCHANGES)


def _select(
    exchanges: pl.DataFrame,
    pair: Sequence[str] | None,
    types: str | Sequence[str] | None,
    min_level: str | None,
    status: str | Sequence[str] | None,
    direction: Sequence[str] | None,
) -> pl.DataFrame:
    require(exchanges, ["pair", "type", "source", "target", "start_date", "level", "status", "date_precision"], "the exchanges frame")
    keep = pl.lit(True)
    if pair is not None:
        if len(pair) != 2 or isinstance(pair, str):
            raise ValueError(f'pair is two ISO3 codes, as in ("PRK", "RUS"), not {pair!r}')
        keep &= pl.col("pair") == "-".join(sorted(pair))
    if direction is not None:
        source, target = direction
        keep &= (pl.col("source") == source) & (pl.col("target") == target)
    if types is not None:
        keep &= pl.col("type").cast(pl.String).is_in(names_of("type", types if isinstance(types, str) else list(types)))
    if min_level is not None:
        rank = NAMES["level"].index(names_of("level", min_level)[0])
        keep &= pl.col("level").cast(pl.String).is_in(NAMES["level"][: rank + 1])
    if status is not None:
        keep &= pl.col("status").cast(pl.String).is_in(names_of("status", status if isinstance(status, str) else list(status)))
    return exchanges.filter(keep)


def panel(
    exchanges: pl.DataFrame,
    *,
    every: str = "1y",
    pair: Sequence[str] | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
) -> pl.DataFrame:
    """Count exchanges by pair and period, zeros included.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    every
        Length of a period: ``"1y"``, ``"1q"``, ``"6mo"``, ``"2w"``, ``"30d"``.
    pair
        Two ISO3 codes; all pairs without it.
    types, min_level, status
        What counts. ``min_level="deputy_minister"`` keeps ranks from leader down to deputy minister, the
        codebook's "senior officials".

    Returns
    -------
    polars.DataFrame
        ``pair``; ``period`` (Date, its first day); ``n``; ``a_to_b`` and ``b_to_a``: directed exchanges
        from the first country of the pair and from the second; ``n_<type>`` and ``n_<level>``. Every pair
        has a row for every period between the first and the last one of the selection. Exchanges without
        a date are in no period.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.panel(exchanges, pair=("PRK", "RUS"), every="1y").columns[:5]
    ['pair', 'period', 'n', 'a_to_b', 'b_to_a']
    """
    return _core.panel(plain(_select(exchanges, pair, types, min_level, status, None)), every)


def records(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    window: str = "1y",
    as_of: dt.date | str | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    direction: Sequence[str] | None = None,
) -> pl.DataFrame:
    """Count exchanges of a pair over a rolling window, and mark the records.

    The window that ends on a day holds that day and goes back by ``window``. A count is a record where it
    is higher than that of every window that ended earlier; equal counts are marked as ties.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    pair
        Two ISO3 codes.
    window
        As ``every`` of :func:`panel`.
    as_of
        Ends the series on this day, which gets a row of its own.
    types, min_level, status
        What counts, as for :func:`panel`.
    direction
        ``("PRK", "RUS")``: only from the first to the second.

    Returns
    -------
    polars.DataFrame
        One row for each day on which something happened: ``date``, ``window_start``, ``count``,
        ``previous_record``, ``previous_record_date`` (when that record was first reached), ``is_record``,
        ``ties_record``. Dates of a year's or quarter's precision are left out: they say too little to be
        put into a window.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> rolling = vv.records(exchanges, pair=("PRK", "RUS"), window="1y", as_of="2024-07-08")
    >>> rolling["date"].is_sorted()
    True
    """
    chosen = _select(exchanges, pair, types, min_level, status, direction).filter(
        ~pl.col("date_precision").cast(pl.String).is_in(["quarter", "year", "none"])
    )
    day = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return _core.records(plain(chosen), window, (day - dt.date(1970, 1, 1)).days if day else None)
