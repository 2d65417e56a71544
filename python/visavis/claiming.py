"""What articles assert about exchanges, and whether the exchanges bear it out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from . import _core
from .lexicon import Lexicon
from .schema import CLAIMS, require, typed
from .stages import HAPPENED, PRECISE, corpus_frame, records, select_exchanges

VERDICTS = pl.Enum(["supported", "contradicted", "undecidable"])


def claims(corpus: Any, *, lexicon: Lexicon | None = None, threads: int = 0) -> pl.DataFrame:
    """Read the countable assertions about exchanges: records, firsts, ordinals, counts, "the most since".

    Parameters
    ----------
    corpus
        As for :func:`extract`.
    lexicon
        Your own rows over the packaged lexicon.
    threads
        How many threads; 0 takes every core.

    Returns
    -------
    polars.DataFrame
        One row per assertion, with the columns of :data:`visavis.CLAIMS`: ``kind`` (``record`` ``first`` ``ordinal`` ``count``
        ``most_since``), the pair, what it is restricted to (``type``, ``level``, ``sector``), ``window`` (a length, "7y"),
        ``since`` (a day), ``number``, and the words with their characters.

    Examples
    --------
    >>> import visavis as vv
    >>> text = "Fijian Prime Minister Sitiveni Rabuka arrives in Samoa on the first visit by a Fijian leader in seven years."
    >>> vv.claims([{"id": "a", "text": text, "date": "2024-05-02"}]).select("kind", "source", "target", "window").row(0)
    ('first', 'FJI', 'WSM', '7y')
    """
    frame = corpus_frame(corpus)
    return typed(_core.claims(frame, lexicon.compiled if lexicon is not None else None, threads), CLAIMS)


def _offset(day: dt.date, window: str) -> dt.date:
    return pl.select(pl.lit(day).dt.offset_by("-" + window)).item()  # type: ignore[no-any-return]


def _chosen(exchanges: pl.DataFrame, claim: dict[str, Any], last: dt.date, directed: bool) -> pl.DataFrame:
    """The exchanges that a claim speaks of, up to its article."""
    pair = (claim["source"], claim["target"])
    direction = pair if directed and claim["type"] in ("visit", "delegation", "message", "transfer", "call") else None
    level = claim["level"] or ("deputy_minister" if "senior" in (claim["claim"] or "").lower() else None)
    own = select_exchanges(exchanges, pair, claim["type"], level, HAPPENED, direction)
    if claim["sector"] is not None:
        own = own.filter(pl.col("sector").cast(pl.String) == claim["sector"])
    return own.filter(pl.col("start_date").is_not_null() & (pl.col("start_date") <= last + dt.timedelta(days=1))).sort("start_date")


def _is_self(claim: dict[str, Any]) -> pl.Expr:
    """The exchange that the claim itself tells of: reported by its article, or of its days."""
    day = claim["article_date"]
    return pl.col("start_date").is_between(day - dt.timedelta(days=14), day + dt.timedelta(days=1))


def check(claims: pl.DataFrame, exchanges: pl.DataFrame) -> pl.DataFrame:
    """Hold claims against resolved exchanges.

    A record is held against all earlier windows of its length (a year where none is said); "the most since" against those
    since then; "the first" against every earlier exchange that it speaks of, within its window or since its day; an ordinal
    against the number of exchanges of the same head so far; a count against the number in its window. A claim that reaches back
    beyond the first exchange of the pair in the data is **undecidable** unless the data contradict it: not having seen an
    earlier one proves little.

    Parameters
    ----------
    claims
        What :func:`claims` returns.
    exchanges
        What :func:`resolve` returns.

    Returns
    -------
    polars.DataFrame
        The claims with ``verdict`` (``supported`` ``contradicted`` ``undecidable``), ``found`` (the count that the data give),
        ``against`` (what it was held against), ``deciding`` (ids of the exchanges that decide) and ``because``, a sentence.

    Examples
    --------
    >>> import visavis as vv
    >>> text = "Russia and North Korea have exchanged a record number of senior officials over the past year, including Vladimir Putin's visit to Pyongyang."
    >>> found = vv.claims([{"id": "a", "text": text, "date": "2024-07-09"}])
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.check(found, exchanges)["verdict"].to_list()
    ['supported']
    """
    require(claims, [c for c in CLAIMS if c not in ("claim_start", "claim_end", "evidence", "publisher")], "the claims frame")
    rows = [
        _check(c, exchanges) for c in claims.with_columns(pl.col("type", "level", "sector", "kind").cast(pl.String)).iter_rows(named=True)
    ]
    verdicts = pl.DataFrame(
        rows,
        schema={"verdict": VERDICTS, "found": pl.UInt32, "against": pl.UInt32, "deciding": pl.List(pl.String), "because": pl.String},
        orient="row",
    )
    return pl.concat([claims, verdicts], how="horizontal")


def _row(verdict: str, found: int | None, against: int | None, deciding: pl.DataFrame | None, because: str) -> tuple[Any, ...]:
    return verdict, found, against, deciding["exchange_id"].to_list() if deciding is not None else [], because


def _check(claim: dict[str, Any], exchanges: pl.DataFrame) -> tuple[Any, ...]:
    if claim["source"] is None or claim["target"] is None:
        return _row("undecidable", None, None, None, "The claim names no pair of countries.")
    day: dt.date = claim["article_date"]
    kind = claim["kind"]
    own = _chosen(exchanges, claim, day, kind in ("first", "ordinal"))
    what = " ".join(x for x in (claim["sector"], claim["level"] and f"{claim['level']}-level", (claim["type"] or "exchange") + "s") if x)
    pair = f"{claim['source']} and {claim['target']}"
    if not own.height:
        return _row("undecidable", 0, None, None, f"The data hold no {what} between {pair} up to {day}.")
    begin: dt.date = own["start_date"].min()  # type: ignore[assignment]
    since = claim["since"] or (_offset(day, claim["window"]) if claim["window"] and kind in ("first", "most_since") else None)
    if kind in ("record", "most_since"):
        window = claim["window"] if kind == "record" and claim["window"] else "1y"
        fine = own.filter(PRECISE)
        if not fine.height:
            return _row("undecidable", 0, None, None, f"No {what} between {pair} has a date fine enough to be counted.")
        series = records(fine, pair=(claim["source"], claim["target"]), window=window, as_of=day, status=None)
        last = series.row(-1, named=True)
        start = last["window_start"]
        rivals = series.filter((pl.col("date") < start) & (pl.col("date") >= since if since else pl.lit(True)))
        highest = int(rivals["count"].max() or 0)  # type: ignore[arg-type]
        deciding = fine.filter(pl.col("start_date").is_between(start, day))
        told = f"{last['count']} {what} between {pair} from {start} to {day}; the highest {window} window before held {highest}"
        if not rivals.height or (since and since < begin):
            far = f"the data begin on {begin}"
            verdict = "contradicted" if rivals.height and last["count"] <= highest else "undecidable"
            return _row(verdict, last["count"], highest, deciding, f"{told}; {far}.")
        return _row("supported" if last["count"] > highest else "contradicted", last["count"], highest, deciding, told + ".")
    if kind == "count":
        start = since or (_offset(day, claim["window"]) if claim["window"] else dt.date(day.year, 1, 1))
        if claim["window"] == "1y" and "this year" in claim["claim"]:
            start = dt.date(day.year, 1, 1)
        inside = own.filter(pl.col("start_date").is_between(start, day))
        n, number = inside.height, int(claim["number"] or 0)
        told = f"{n} {what} between {pair} from {start} to {day}, {number} claimed"
        return _row(
            "supported" if n >= number else "undecidable",
            n,
            number,
            inside,
            told + ("." if n >= number else ": the corpus may not hold them all."),
        )
    earlier = own.filter(~_is_self(claim))
    if since:
        earlier = earlier.filter(pl.col("start_date") >= since)
    if kind == "first":
        if earlier.height:
            first = earlier.row(-1, named=True)
            who = f" ({first['source_head']})" if first["source_head"] else ""
            return _row(
                "contradicted",
                earlier.height,
                0,
                earlier,
                f"{earlier.height} earlier {what} between {pair}, the last on {first['start_date']}{who}.",
            )
        reaches = since is not None and begin <= since
        told = f"No earlier {what} between {pair}" + (f" since {since}" if since else "")
        return _row(
            "supported" if reaches else "undecidable", 0, 0, own.filter(_is_self(claim)), f"{told}; the data on them begin on {begin}."
        )
    # Ordinals count one person's exchanges.
    self_ = own.filter(_is_self(claim) & pl.col("source_head").is_not_null())
    head = self_["source_head"][-1] if self_.height else None
    if head is None:
        return _row("undecidable", None, claim["number"], None, "Whose exchanges are counted is not in the data.")
    last_word = head.split()[-1].lower()
    mine = own.filter(pl.col("source_head").str.to_lowercase().str.ends_with(last_word))
    if since:
        mine = mine.filter(pl.col("start_date") >= since)
    n, number = mine.height, int(claim["number"] or 0)
    told = f"{n} {what} of {head} in the data, {number} claimed"
    if n > number:
        return _row("contradicted", n, number, mine, told + ".")
    return _row(
        "supported" if n == number and number > 1 else "undecidable",
        n,
        number,
        mine,
        told + "; earlier ones may be missing." if n <= number else told,
    )
