"""Is it more than noise, and more than coverage? Tests, intervals, change points, the multiverse of definitions."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from . import _core
from .schema import ENUMS, NAMES, require
from .stages import HAPPENED, PRECISE, select_exchanges

_EPOCH = dt.date(1970, 1, 1)


def _day(value: dt.date | str) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _n(day: dt.date) -> int:
    return (day - _EPOCH).days


def _back(day: dt.date, every: str, times: int = 1) -> dt.date:
    """The day `times` lengths before `day`."""
    unit = every.lstrip("0123456789")
    found: dt.date = pl.select(pl.lit(day).dt.offset_by(f"-{int(every[: -len(unit)]) * times}{unit}")).item()
    return found


def _windows(first: dt.date, last: dt.date, every: str) -> list[tuple[dt.date, dt.date]]:
    """Windows of one length that end on `last`, the latest first; none begins before `first`."""
    names = ("pair", "type", "source", "level")
    _core.panel(pl.DataFrame(schema={**dict.fromkeys(names, pl.String), "start_date": pl.Date}), every)  # says what is wrong with a period
    out: list[tuple[dt.date, dt.date]] = []
    while True:
        end = _back(last, every, len(out)) if out else last
        start = _back(last, every, len(out) + 1) + dt.timedelta(days=1)
        if start < first and out:
            return out
        out.append((start, end))


def _dated(exchanges: pl.DataFrame) -> pl.DataFrame:
    return exchanges.filter(pl.col("start_date").is_not_null() & PRECISE)


def _articles(corpus: pl.DataFrame | None) -> pl.DataFrame | None:
    if corpus is None:
        return None
    require(corpus, ["date"], "the corpus")
    return corpus.filter(pl.col("date").is_not_null()).group_by("date").len("articles").sort("date")


def _exposure(articles: pl.DataFrame | None, start: dt.date, end: dt.date) -> float:
    if articles is None:
        return float((end - start).days + 1)
    return float(articles.filter(pl.col("date").is_between(start, end))["articles"].sum())


def compare_rates(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    as_of: dt.date | str,
    window: str = "1y",
    corpus: pl.DataFrame | None = None,
    since: dt.date | str | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    direction: Sequence[str] | None = None,
    confidence: float = 0.95,
) -> pl.DataFrame:
    """Compare the window that ends on a day with the pair's own past.

    The past is cut into windows of the same length, back to the first exchange (or `since`). Given the sum of both counts
    the window's is binomial, which gives an exact test and interval of the ratio of the rates (Przyborowski and Wilenski
    1940; mid-p: Lancaster 1961). Real series scatter more than Poisson ones: the last column asks the negative binomial
    law whose dispersion the past windows show (Anscombe 1950).

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    pair, types, min_level, status, direction
        What counts, as for :func:`records`.
    as_of, window
        The window's last day and its length.
    corpus
        The articles: rates are then per 1,000 articles, so that a corpus that grew is no rise. Without it, per year.
    since
        The past begins here.
    confidence
        Of the interval.

    Returns
    -------
    polars.DataFrame
        One row: ``window_start``, ``window_end``, ``count``, ``rate``, ``past_windows``, ``past_count``, ``past_rate``,
        ``ratio``, ``ratio_low``, ``ratio_high``, ``p_exact`` and ``p_mid`` (as many or more, one-sided), ``p_two_sided``,
        ``dispersion`` (variance over mean of the past windows), ``p_negative_binomial``. Nulls where there is no past.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.compare_rates(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08")["past_windows"].item() > 3
    True
    """
    chosen = _dated(select_exchanges(exchanges, pair, types, min_level, status, direction))
    last = _day(as_of)
    chosen = chosen.filter(pl.col("start_date") <= last)
    first: Any = _day(since) if since else (chosen["start_date"].min() or last)
    articles = _articles(corpus)
    unit = 1000.0 if articles is not None else 365.25
    spans = _windows(first, last, window)
    counts = [chosen.filter(pl.col("start_date").is_between(a, b)).height for a, b in spans]
    exposures = [_exposure(articles, a, b) for a, b in spans]
    k1, t1, past, past_t = counts[0], exposures[0], counts[1:], sum(exposures[1:])
    test = _core.rate_test(k1, t1, sum(past), past_t, confidence) if past and t1 > 0 and past_t > 0 else None
    # Scatter is judged at equal exposure: past counts are scaled to that of the window.
    scaled = [round(k * t1 / t) if t else 0 for k, t in zip(past, exposures[1:], strict=True)] if articles is not None else past
    over = _core.overdispersed(k1, scaled) if past else None
    row = {
        "window_start": spans[0][0],
        "window_end": spans[0][1],
        "count": k1,
        "rate": unit * k1 / t1 if t1 else None,
        "past_windows": len(past),
        "past_count": sum(past),
        "past_rate": unit * sum(past) / past_t if past_t else None,
        **dict(zip(("ratio", "ratio_low", "ratio_high", "p_exact", "p_mid", "p_two_sided"), test or (None,) * 6, strict=True)),
        "dispersion": over[1] if over else None,
        "p_negative_binomial": over[2] if over else None,
    }
    floats = {k: pl.Float64 for k in ("rate", "past_rate", "ratio", "ratio_low", "ratio_high", "p_exact", "p_mid", "p_two_sided", "dispersion", "p_negative_binomial")}  # fmt: skip
    return pl.DataFrame([row], schema_overrides=floats)


def chance_of_record(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    as_of: dt.date | str,
    window: str = "1y",
    since: dt.date | str | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    direction: Sequence[str] | None = None,
    block: int = 30,
    draws: int = 2000,
    seed: int = 0,
) -> pl.DataFrame:
    """Ask how often a pair without trend would set such a record.

    ``exchangeable`` is the share by symmetry: of n windows that may be exchanged, each is the highest with chance 1/n
    (Rényi 1962). ``bootstrap`` resamples the days before the window in blocks, so that a visit and its meetings stay
    together (circular block bootstrap, Politis and Romano 1992), and counts how often the last window beats all before;
    ``reaches`` how often any window is as high as the observed one.

    Parameters
    ----------
    exchanges, pair, as_of, window, since, types, min_level, status, direction
        As for :func:`compare_rates`.
    block
        Length of a block in days.
    draws, seed
        Of the bootstrap; the same seed gives the same numbers.

    Returns
    -------
    polars.DataFrame
        One row: ``count``, ``windows``, ``exchangeable``, ``bootstrap``, ``reaches``; nulls where the series is shorter
        than two windows.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.chance_of_record(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08", draws=200)["windows"].item()
    6
    """
    chosen = _dated(select_exchanges(exchanges, pair, types, min_level, status, direction))
    last = _day(as_of)
    start = _back(last, window) + dt.timedelta(days=1)
    width = (last - start).days + 1
    first: Any = _day(since) if since else (chosen["start_date"].min() or last)
    days = chosen.filter(pl.col("start_date").is_between(first, last))["start_date"].to_list()
    daily = [0] * ((last - first).days + 1)
    for d in days:
        daily[(d - first).days] += 1
    found = _core.chance_of_record(daily, width, block, draws, seed)
    count = sum(d >= start for d in days)
    names = ("exchangeable", "bootstrap", "reaches")
    values = found[:3] if found else (None, None, None)
    row = {"count": count, "windows": found[3] if found else len(daily) // width, **dict(zip(names, values, strict=True))}
    return pl.DataFrame([row], schema_overrides=dict.fromkeys(names, pl.Float64))


def change_points(
    panel: pl.DataFrame, *, column: str = "n", cost: str = "poisson", penalty: float | None = None, min_periods: int = 2
) -> pl.DataFrame:
    """Cut each pair's series of counts into stretches of one level.

    PELT (Killick, Fearnhead and Eckley 2012): the cut that minimises cost plus `penalty` for every change, found exactly.

    Parameters
    ----------
    panel
        What :func:`panel` returns.
    column
        Which counts.
    cost
        ``"poisson"`` (twice the negative log-likelihood) or ``"l2"`` (squared distance to the stretch's mean).
    penalty
        Price of a change; by default 2·ln(periods), the Schwarz criterion with one parameter and one place for each change.
    min_periods
        No stretch is shorter.

    Returns
    -------
    polars.DataFrame
        One row per stretch: ``pair``, ``start`` (first period), ``end`` (last period), ``periods``, ``mean``.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.change_points(vv.panel(exchanges, pair=("PRK", "RUS"))).columns
    ['pair', 'start', 'end', 'periods', 'mean']
    """
    require(panel, ["pair", "period", column], "the panel")
    rows: list[dict[str, Any]] = []
    for (pair,), part in panel.sort("pair", "period").group_by(["pair"], maintain_order=True):
        values = [float(v) for v in part[column].fill_null(0)]
        price = penalty if penalty is not None else 2.0 * pl.Series([float(len(values))]).log().item()
        begin = 0
        for end in _core.pelt(values, cost, price, min_periods):
            stretch = values[begin:end]
            rows.append({"pair": pair, "start": part["period"][begin], "end": part["period"][end - 1], "periods": end - begin, "mean": sum(stretch) / len(stretch)})  # fmt: skip
            begin = end
    return pl.DataFrame(rows, schema={"pair": pl.String, "start": pl.Date, "end": pl.Date, "periods": pl.UInt32, "mean": pl.Float64})


def unseen(
    exchanges: pl.DataFrame,
    *,
    mentions: pl.DataFrame | None = None,
    sources: Sequence[str] | None = None,
    confidence: float = 0.95,
) -> pl.DataFrame:
    """Estimate how many exchanges no article told of.

    Without `sources`, Chao's lower bound from the exchanges told by one and by two articles (Chao 1984, bias-corrected;
    interval: Chao 1987). With two publishers, Chapman's form (1951) of the two-list estimate. Both assume that reports
    are independent and that within a list every exchange is as likely to be told: leaders are told more often than
    experts, so that both are **lower bounds**; agencies that copy each other make them lower still.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns, filtered to what is asked for.
    mentions, sources
        The mentions, and two values of ``publisher``.
    confidence
        Of the interval.

    Returns
    -------
    polars.DataFrame
        One row: ``method``, ``observed``, ``estimate``, ``low``, ``high``, ``completeness`` (observed / estimate).

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.unseen(exchanges)["method"].item()
    'chao1'
    """
    if sources is None:
        require(exchanges, ["n_articles"], "the exchanges frame")
        method, found = "chao1", _core.chao1(exchanges["n_articles"].to_list(), confidence)
    else:
        if mentions is None or len(sources) != 2:
            raise ValueError("two lists need mentions=... and two publishers: sources=('KCNA', 'TASS')")
        told = (
            exchanges.select("exchange_id", pl.col("mention_ids").alias("mention_id"))
            .explode("mention_id")
            .join(mentions.select("mention_id", "publisher"), on="mention_id")
        )
        lists = [set(told.filter(pl.col("publisher") == s)["exchange_id"]) for s in sources]
        method, found = "chapman", _core.chapman(len(lists[0]), len(lists[1]), len(lists[0] & lists[1]), confidence)
    observed, estimate, low, high = found or (0, None, None, None)
    row = {"method": method, "observed": observed, "estimate": estimate, "low": low, "high": high, "completeness": observed / estimate if estimate else None}  # fmt: skip
    return pl.DataFrame([row], schema_overrides=dict.fromkeys(("estimate", "low", "high", "completeness"), pl.Float64))


def uncertainty(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    as_of: dt.date | str,
    window: str = "1y",
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    direction: Sequence[str] | None = None,
    interval: float = 0.9,
    draws: int = 4000,
    seed: int = 0,
) -> pl.DataFrame:
    """Carry the extractor's doubt into the count: every exchange is kept with its ``confidence`` as its chance.

    Wrong rows only: exchanges that were missed are :func:`unseen`'s matter.

    Parameters
    ----------
    exchanges, pair, as_of, window, types, min_level, status, direction
        As for :func:`records`.
    interval
        Share of the draws that the interval holds.
    draws, seed
        Of the simulation; the same seed gives the same numbers.

    Returns
    -------
    polars.DataFrame
        One row: ``count`` (as extracted), ``mean``, ``low``, ``median``, ``high``, ``p_record``: the share of draws in which
        the window beats every window that ended before it began.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> row = vv.uncertainty(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08", draws=500).row(0, named=True)
    >>> row["low"] <= row["median"] <= row["high"] <= row["count"]
    True
    """
    chosen = _dated(select_exchanges(exchanges, pair, types, min_level, status, direction)).sort("start_date")
    last = _day(as_of)
    chosen = chosen.filter(pl.col("start_date") <= last)
    width = (last - _back(last, window)).days
    found = _core.uncertain(
        [_n(d) for d in chosen["start_date"]],
        [float(c) for c in chosen["confidence"].fill_null(1.0)],
        _n(last),
        width,
        draws,
        interval,
        seed,
    )
    count = chosen.filter(pl.col("start_date") > last - dt.timedelta(days=width)).height
    names = ("mean", "low", "median", "high", "p_record")
    return pl.DataFrame(
        [{"count": count, **dict(zip(names, found or (None,) * 5, strict=True))}], schema_overrides=dict.fromkeys(names, pl.Float64)
    )


_TYPE_SETS: dict[str, list[str] | None] = {
    "all": None,
    "no messages": [t for t in NAMES["type"] if t != "message"],
    "visits": ["visit"],
    "visits and delegations": ["visit", "delegation"],
    "visits and meetings": ["visit", "meeting"],
    "meetings": ["meeting"],
}
_STATUS_SETS: dict[str, list[str]] = {
    "happened": ["occurred", "ongoing"],
    "happened or planned": ["occurred", "ongoing", "planned"],
    "happened or alleged": ["occurred", "ongoing", "alleged"],
}


def records_multiverse(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    as_of: dt.date | str,
    corpus: pl.DataFrame | None = None,
    types: dict[str, list[str] | None] | None = None,
    min_levels: Sequence[str | None] = (None, "director", "deputy_minister", "minister", "leader"),
    directions: Sequence[str] = ("both", "a_to_b", "b_to_a"),
    statuses: dict[str, list[str]] | None = None,
    windows: Sequence[str] = ("6mo", "1y", "2y"),
    calendars: Sequence[bool] = (False, True),
    raw: Sequence[bool] = (False, True),
    inferred: pl.DataFrame | None = None,
    min_confidences: Sequence[float] = (0.0, 0.8, 0.9),
) -> pl.DataFrame:
    """Put "a record number of exchanges" under every combination of reasonable definitions.

    After Steegen, Tuerlinckx, Gelman and Vanpaemel (2016): the answer is the share of definitions in which the claim
    holds, and which choices decide. The window that ends on `as_of` is held against all windows of its length that ended
    before it began (calendar periods against all earlier ones, the current one up to `as_of`).

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    pair, as_of
        Two ISO3 codes; the day of the claim.
    corpus
        The articles: adds definitions that count per 1,000 articles of the window.
    types, statuses
        Names of sets of types and statuses, and what is in them.
    min_levels, directions, windows, calendars, raw, min_confidences
        The choices. ``raw`` counts reports instead of exchanges; ``a_to_b`` is from the alphabetically first country.
    inferred
        ``resolve(mentions, inferred=True)``: adds definitions that count journeys which only a meeting place implies.

    Returns
    -------
    polars.DataFrame
        One row per definition: the choices (``types``, ``min_level``, ``direction``, ``statuses``, ``window``, ``calendar``,
        ``raw``, ``inferred``, ``adjusted``, ``min_confidence``), ``value``, ``previous``, ``previous_date``, ``holds``,
        ``ties``, ``rivals`` (earlier windows). Definitions in which nothing happened at all have ``value`` 0 and do not hold.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> curve = vv.records_multiverse(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08")
    >>> 0 < curve["holds"].mean() < 1
    True
    """
    type_sets, status_sets = types or _TYPE_SETS, statuses or _STATUS_SETS
    key = "-".join(sorted(pair))
    last = _day(as_of)
    bits = {t: 1 << i for i, t in enumerate(NAMES["type"])}
    status_bits = {s: 1 << i for i, s in enumerate(NAMES["status"])}
    rank = {level: i for i, level in enumerate(NAMES["level"])}

    def events(frame: pl.DataFrame, known: set[str]) -> list[tuple[int, int, int, int, int, bool, float, int]]:
        own = _dated(select_exchanges(frame, pair, None, None, None, None)).filter(pl.col("start_date") <= last)
        return [
            (
                _n(r["start_date"]),
                bits[r["type"]],
                rank.get(r["level"], 255),
                status_bits[r["status"]],
                (0 if key.startswith(r["source"]) else 1) if r["directed"] else 2,
                bool(known) and r["exchange_id"] not in known,
                float(r["confidence"] if r["confidence"] is not None else 1.0),
                int(r["n_mentions"]),
            )
            for r in own.iter_rows(named=True)
        ]

    # Inferred journeys are the exchanges that appear only when they are asked for.
    data = events(inferred, set(exchanges["exchange_id"])) if inferred is not None else events(exchanges, set())
    articles = _articles(corpus)
    exposure = [(_n(d), int(n)) for d, n in articles.iter_rows()] if articles is not None else []
    names, specs = [], []
    for t, level, direction, s, window, calendar, raw_, inferred_, adjusted, confidence in itertools.product(
        type_sets, min_levels, directions, status_sets, windows, calendars, raw,
        (False, True) if inferred is not None else (False,), (False, True) if articles is not None else (False,), min_confidences,
    ):  # fmt: skip
        chosen = type_sets[t]
        names.append((t, level, direction, s, window, calendar, raw_, inferred_, adjusted, confidence))
        specs.append(
            (
                sum(bits[x] for x in (chosen if chosen is not None else NAMES["type"])),
                255 if level is None else rank[level],
                sum(status_bits[x] for x in status_sets[s]),
                {"a_to_b": 0, "b_to_a": 1, "both": 2}[direction],
                window,
                calendar,
                raw_,
                inferred_,
                adjusted,
                confidence,
            )
        )
    found = _core.multiverse(data, exposure, specs, _n(last))
    columns = ["types", "min_level", "direction", "statuses", "window", "calendar", "raw", "inferred", "adjusted", "min_confidence"]
    schema: dict[str, Any] = {
        **dict(zip(columns, [pl.String, ENUMS["level"], pl.String, pl.String, pl.String, pl.Boolean, pl.Boolean, pl.Boolean, pl.Boolean, pl.Float64], strict=True)),
        "value": pl.Float64, "previous": pl.Float64, "previous_date": pl.Date, "holds": pl.Boolean, "ties": pl.Boolean, "rivals": pl.UInt32,
    }  # fmt: skip
    rows = [
        (*n, f[0], f[1], _EPOCH + dt.timedelta(days=f[2]) if f[2] is not None else None, *f[3:]) for n, f in zip(names, found, strict=True)
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


def compare(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    with_pairs: Iterable[Sequence[str]] | None = None,
    as_of: dt.date | str,
    window: str = "1y",
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
) -> pl.DataFrame:
    """Set one pair beside its peers and its own past.

    Parameters
    ----------
    exchanges, as_of, window, types, min_level, status
        As for :func:`records`.
    pair
        The pair asked about.
    with_pairs
        Its peers; without them every pair that shares a country with it.

    Returns
    -------
    polars.DataFrame
        One row per pair, the busiest first: ``pair``, ``asked`` (is it the pair asked about), ``count`` in the window,
        ``past_mean`` (mean of its earlier windows), ``past_highest``, ``is_record``, ``rank``, ``share`` of all exchanges
        of the window among these pairs.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.compare(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08").filter("asked")["rank"].item()
    1
    """
    key = "-".join(sorted(pair))
    happened = _dated(select_exchanges(exchanges, None, types, min_level, status, None)).filter(pl.col("start_date") <= _day(as_of))
    if with_pairs is not None:
        keys = {key} | {"-".join(sorted(p)) for p in with_pairs}
    else:
        keys = {key} | {p for p in happened["pair"].unique() if set(p.split("-")) & set(pair)}
    rows = []
    for k in keys:
        days = happened.filter(pl.col("pair") == k)["start_date"]
        first: Any = days.min() if days.len() else _day(as_of)
        spans = _windows(first, _day(as_of), window)
        counts = [int(days.is_between(a, b).sum()) for a, b in spans]
        past = counts[1:]
        rows.append(
            {
                "pair": k,
                "asked": k == key,
                "count": counts[0],
                "past_mean": sum(past) / len(past) if past else None,
                "past_highest": max(past, default=0),
                "is_record": counts[0] > max(past, default=0),
            }
        )
    frame = pl.DataFrame(rows, schema_overrides={"past_mean": pl.Float64})
    total = frame["count"].sum()
    return frame.with_columns(
        pl.col("count").rank("min", descending=True).cast(pl.UInt32).alias("rank"),
        (pl.col("count") / total if total else pl.lit(None, pl.Float64)).alias("share"),
    ).sort("count", "pair", descending=[True, False])


def network(
    exchanges: pl.DataFrame,
    *,
    every: str = "1y",
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
) -> pl.DataFrame:
    """Count each country's partners and exchanges by period: who is isolated, who turned to whom.

    Parameters
    ----------
    exchanges, types, min_level, status
        As for :func:`panel`.
    every
        Length of a period.

    Returns
    -------
    polars.DataFrame
        One row per country and period in which it had an exchange: ``country``, ``period``, ``degree`` (partners),
        ``degree_senior`` (partners met at deputy minister or above), ``strength`` (exchanges), ``sent``, ``received``
        (directed ones), ``main_partner``, ``main_share`` (of its exchanges), ``concentration`` (sum of squared shares,
        Herfindahl), ``turned_to`` (the partner whose share rose most since the period before).

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.network(exchanges).filter(pl.col("country") == "PRK")["main_partner"][-1]
    'RUS'
    """
    happened = select_exchanges(exchanges, None, types, min_level, status, None).filter(pl.col("start_date").is_not_null())
    senior = pl.col("level").cast(pl.String).is_in(NAMES["level"][:4])
    base = happened.select(
        pl.col("start_date").dt.truncate(every).alias("period"), "source", "target", "directed", senior.fill_null(False).alias("senior")
    )
    out = base.select("period", pl.col("source").alias("country"), pl.col("target").alias("partner"), "senior", (pl.col("directed")).alias("sent"), pl.lit(False).alias("received"))  # fmt: skip
    back = base.select("period", pl.col("target").alias("country"), pl.col("source").alias("partner"), "senior", pl.lit(False).alias("sent"), (pl.col("directed")).alias("received"))  # fmt: skip
    edges = pl.concat([out, back])
    shares = (
        edges.group_by("country", "period", "partner")
        .agg(pl.len().alias("n"))
        .with_columns((pl.col("n") / pl.col("n").sum().over("country", "period")).alias("share"))
        .sort("country", "partner", "period")
    )
    before = shares.select("country", "partner", pl.col("period").dt.offset_by(every).alias("period"), pl.col("share").alias("was"))
    shares = shares.join(before, on=["country", "partner", "period"], how="left").with_columns(
        (pl.col("share") - pl.col("was").fill_null(0)).alias("rise")
    )
    best = shares.sort("share", "partner", descending=[True, False]).group_by("country", "period", maintain_order=True)
    main = best.agg(pl.col("partner").first().alias("main_partner"), pl.col("share").first().alias("main_share"), (pl.col("share") ** 2).sum().alias("concentration"))  # fmt: skip
    turned = shares.sort("rise", "partner", descending=[True, False]).group_by("country", "period", maintain_order=True).agg(pl.col("partner").first().alias("turned_to"))  # fmt: skip
    nodes = edges.group_by("country", "period").agg(
        pl.col("partner").n_unique().alias("degree"),
        pl.col("partner").filter("senior").n_unique().alias("degree_senior"),
        pl.len().alias("strength"),
        pl.col("sent").sum(),
        pl.col("received").sum(),
    )
    return nodes.join(main, on=["country", "period"]).join(turned, on=["country", "period"]).sort("country", "period")
