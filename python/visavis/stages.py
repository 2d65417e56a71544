"""The stages: corpus -> mentions -> exchanges -> panel -> records."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, overload

import polars as pl

from . import _core
from .corpus import CorpusWarning, read_corpus
from .lexicon import Lexicon
from .progress import tqdm
from .schema import EXCHANGES, MENTIONS, NAMES, names_of, plain, require, typed

_BATCH = 2048
#: What counts unless a study says otherwise.
HAPPENED = ("occurred", "ongoing")
#: Dated to the month or finer: what a rolling window can place.
PRECISE = ~pl.col("date_precision").cast(pl.String).is_in(["quarter", "year", "none"])


def _articles(corpus: Any) -> pl.DataFrame:
    """The corpus as it is, if it is one already; else read."""
    ready = isinstance(corpus, pl.DataFrame) and {"doc_id", "text", "date"} <= set(corpus.columns) and corpus.schema["date"] == pl.Date
    return corpus if ready else read_corpus(corpus, verbose=isinstance(corpus, str | Path))


def corpus_frame(corpus: Any) -> pl.DataFrame:
    """What the core reads of a corpus: ``doc_id``, ``text``, ``date``, ``source``."""
    frame = _articles(corpus)
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
        and ``evidence_end`` count characters of ``text``. ``confidence`` is the probability that the
        row is right (``docs/confidence.md``). Rows with ``inferred`` are journeys that a meeting place implies.

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
    frame = corpus_frame(corpus)
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


def mark_copies(corpus: Any) -> pl.DataFrame:
    """Mark articles that print the text of an earlier one: wire copy, cut or lightly edited.

    A copy shares three fifths of its five-word shingles with the original, or is nearly all contained in it, and comes
    within a week. :func:`panel` with this corpus counts originals alone; :func:`resolve` finds copies by their sentences and
    needs no mark.

    Parameters
    ----------
    corpus
        A frame with ``doc_id``, ``text``, ``date``, or anything that :func:`read_corpus` takes.

    Returns
    -------
    polars.DataFrame
        The corpus with ``copy_of`` (String): the ``doc_id`` of the earliest article of that text, null for originals.

    References
    ----------
    Li, Owen and Zhang 2012, "One Permutation Hashing", NeurIPS.

    Examples
    --------
    >>> import visavis as vv
    >>> vv.mark_copies(vv.load_sample())["copy_of"].drop_nulls().len()
    0
    """
    frame = _articles(corpus)
    row = _core.copies(frame.select(pl.col("text").cast(pl.String), "date"))["row"]
    return frame.with_columns(copy_of=frame["doc_id"].gather(row))


def resolve(mentions: pl.DataFrame | pl.LazyFrame, *, inferred: bool = False) -> pl.DataFrame:
    """Resolve the reports of each exchange into one row.

    Reports are blocked by pair and type and joined where nothing contradicts and a score over heads, days, offices,
    level, sector, place and words speaks for it (``docs/resolution.md``; after Fellegi and Sunter 1969). ``exchange_id``
    depends on the earliest report alone, so that the same mentions give the same ids in any order. ``part_of`` names the visit
    in which talks were held; ``disagreements`` lists what reports told otherwise; ``n_sources`` counts wire copy once.

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


def select_exchanges(
    exchanges: pl.DataFrame,
    pair: Sequence[str] | None,
    types: str | Sequence[str] | None,
    min_level: str | None,
    status: str | Sequence[str] | None,
    direction: Sequence[str] | None,
) -> pl.DataFrame:
    """The exchanges that a study counts; says which value is none of the codebook's."""
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


#: How much an exchange of each level weighs in ``seniority``: the codebook's ladder read as points, a leader six times an expert.
SENIORITY = {
    "leader": 6.0,
    "deputy_leader": 5.0,
    "minister": 4.0,
    "deputy_minister": 3.0,
    "director": 2.0,
    "working": 1.0,
    "unofficial": 0.5,
}


def panel(
    exchanges: pl.DataFrame,
    *,
    every: str = "1y",
    pair: Sequence[str] | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    directed: bool = False,
    start: dt.date | str | None = None,
    end: dt.date | str | None = None,
    corpus: pl.DataFrame | None = None,
    weights: Mapping[str, float] | None = None,
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
    directed
        One series for each direction ("PRK>RUS") of the directed types, instead of one for each pair.
    start, end
        The panel goes from the period of `start` to that of `end`; without them from the first to the last exchange chosen.
    corpus
        The articles: adds ``articles``, how many the corpus has in the period (exposure; copies marked by :func:`mark_copies` are left out), and ``per_1000``.
    weights
        Points of each level for ``seniority``; :data:`SENIORITY` without them.

    Returns
    -------
    polars.DataFrame
        ``pair``; ``period`` (Date, its first day); ``n``; ``a_to_b`` and ``b_to_a``: directed exchanges from the first country
        of the pair and from the second; ``n_<type>`` and ``n_<level>``; ``officials`` (distinct named heads of both sides);
        ``seniority`` (sum of the levels' points; none where no level is known); ``balance``, (a_to_b - b_to_a) / (a_to_b + b_to_a),
        from -1 to 1; ``reciprocity``, the smaller of both over the larger, from 0 to 1; ``diversity``, Shannon's entropy of
        the sectors in bits; ``active``, the share of the pair's periods so far with an exchange. The last four are null where they
        say nothing. Every pair has a row for every period. Exchanges without a date are in no period.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.panel(exchanges, pair=("PRK", "RUS"), every="1y").columns[:5]
    ['pair', 'period', 'n', 'a_to_b', 'b_to_a']
    """
    points = {**SENIORITY, **(weights or {})}
    if wrong := [k for k in points if k not in NAMES["level"]]:
        raise ValueError(f"weights: {', '.join(map(repr, wrong))} is none of {', '.join(NAMES['level'])}")
    chosen = plain(select_exchanges(exchanges, pair, types, min_level, status, None))
    if directed:
        chosen = chosen.filter("directed").with_columns((pl.col("source") + ">" + pl.col("target")).alias("pair"))
    counts = _core.panel(chosen, every)
    # Days that only stretch the span are counted and taken out again.
    if counts.height and (start is not None or end is not None):
        counts = _stretched(chosen, counts, every, start, end)
    dated = chosen.filter(pl.col("start_date").is_not_null()).sort("start_date")
    grid = counts.select("pair", "period").sort("period")
    placed = dated.join_asof(grid, left_on="start_date", right_on="period", by="pair", strategy="backward", check_sortedness=False)
    heads = pl.concat_list("source_head", "target_head").list.drop_nulls().list.eval(pl.element().str.to_lowercase())
    extra = placed.group_by("pair", "period").agg(
        heads.explode().drop_nulls().n_unique().alias("officials"),
        pl.col("level").replace_strict(points, default=0.0, return_dtype=pl.Float64).sum().alias("seniority"),
        pl.col("sector").drop_nulls().unique_counts().entropy(base=2, normalize=True).alias("diversity"),
    )
    a, b = pl.col("a_to_b").cast(pl.Float64), pl.col("b_to_a").cast(pl.Float64)
    both = pl.when(a + b > 0)
    out = (
        counts.join(extra, on=["pair", "period"], how="left")
        .with_columns(pl.col("officials").fill_null(0), pl.col("seniority").fill_null(0.0))
        .sort("pair", "period")
        .with_columns(
            both.then((a - b) / (a + b)).alias("balance"),
            both.then(pl.min_horizontal(a, b) / pl.max_horizontal(a, b)).alias("reciprocity"),
            ((pl.col("n") > 0).cast(pl.Float64).cum_sum() / pl.col("n").cum_count()).over("pair").alias("active"),
        )
    )
    out = out.select(*counts.columns, "officials", "seniority", "balance", "reciprocity", "diversity", "active")
    if corpus is None:
        return out
    require(corpus, ["date"], "the corpus")
    periods = out.select("period").unique().sort("period")
    articles = (
        (corpus.filter(pl.col("copy_of").is_null()) if "copy_of" in corpus.columns else corpus)
        .filter(pl.col("date").is_not_null())
        .select("date")
        .sort("date")
        .join_asof(periods, left_on="date", right_on="period", strategy="backward")
        .group_by("period")
        .len("articles")
    )
    rate = pl.when(pl.col("articles") > 0).then(1000 * pl.col("n") / pl.col("articles"))
    return out.join(articles, on="period", how="left").with_columns(pl.col("articles").fill_null(0)).with_columns(rate.alias("per_1000"))


def _stretched(
    chosen: pl.DataFrame, counts: pl.DataFrame, every: str, start: dt.date | str | None, end: dt.date | str | None
) -> pl.DataFrame:
    """The counts over the periods from `start` to `end`, zeros where nothing happened."""

    def floor(day: dt.date | str) -> dt.date:
        day = dt.date.fromisoformat(day) if isinstance(day, str) else day
        return _core.panel(chosen.head(1).with_columns(pl.lit(day).alias("start_date")), every)["period"].item()  # type: ignore[no-any-return]

    first = floor(start) if start is not None else counts["period"].min()
    last = floor(end) if end is not None else counts["period"].max()
    if first > last:  # type: ignore[operator]
        raise ValueError(f"start {start} is behind end {end}")
    days = [d for d in (first, last) if d is not None]
    ghosts = pl.concat([chosen.head(1).with_columns(pl.lit(d).alias("start_date"), pl.lit("").alias("pair")) for d in days])
    periods = _core.panel(ghosts, every).select("period").unique()
    grid = counts.select("pair").unique().join(periods, how="cross")
    kept = counts.filter(pl.col("period").is_between(first, last))
    return grid.join(kept, on=["pair", "period"], how="left").with_columns(pl.exclude("pair", "period").fill_null(0)).sort("pair", "period")


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
        ``ties_record``; ``margin`` (count over the previous record), ``stood_days`` (how long the record that falls had stood),
        ``rank`` (1 for the highest) and ``percentile`` (share of all windows of the series that are not higher). Dates of a year's or quarter's precision are left out: they say too little to be
        put into a window.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> rolling = vv.records(exchanges, pair=("PRK", "RUS"), window="1y", as_of="2024-07-08")
    >>> rolling["date"].is_sorted()
    True
    """
    chosen = select_exchanges(exchanges, pair, types, min_level, status, direction).filter(PRECISE)
    day = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    rows = _core.records(plain(chosen), window, (day - dt.date(1970, 1, 1)).days if day else None)
    fell = pl.when("is_record")
    return rows.with_columns(
        (pl.col("count").cast(pl.Int64) - pl.col("previous_record").cast(pl.Int64)).alias("margin"),
        fell.then((pl.col("date") - pl.col("previous_record_date")).dt.total_days()).alias("stood_days"),
        pl.col("count").rank("min", descending=True).cast(pl.UInt32).alias("rank"),
        (pl.col("count").rank("max") / pl.len()).alias("percentile"),
    )
