"""Figures of exchanges, panels and definitions, as Altair charts.

    import visavis as vv

    chart = vv.plot.rolling(exchanges, pair=("PRK", "RUS"))
    vv.plot.save(chart, "record.svg")

Every function takes the frame of a stage and returns an Altair chart, to be changed like any other. :data:`THEME` is what
they have in common; change it once and all follow. Needs ``pip install "visavis[plots]"``.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import polars as pl

from .schema import NAMES, plain, require
from .stages import HAPPENED, PRECISE, records, select_exchanges

if TYPE_CHECKING:
    import altair as alt

    Chart = alt.Chart | alt.LayerChart | alt.VConcatChart | alt.HConcatChart | alt.FacetChart

#: Altair's ``config`` of every chart, and the colours that mean something. The defaults read on white and on black.
THEME: dict[str, Any] = {
    "config": {
        "background": "transparent",
        "font": "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
        "view": {"stroke": None},
        "axis": {"labelColor": "#767676", "titleColor": "#767676", "gridColor": "rgba(128,128,128,0.2)", "domainColor": "rgba(128,128,128,0.5)", "tickColor": "rgba(128,128,128,0.5)"},
        "legend": {"labelColor": "#767676", "titleColor": "#767676"},
        "title": {"color": "#767676", "subtitleColor": "#767676", "anchor": "start", "fontSize": 15},
        "header": {"labelColor": "#767676", "titleColor": "#767676"},
        "text": {"color": "#767676"},
    },
    "series": "#3b78c2",
    "record": "#d1495b",
    "scale": "blues",
    # After Okabe and Ito (2008), which colour-blind readers can tell apart; what is not named is grey.
    "sectors": {
        "politics": "#0072b2", "military": "#d55e00", "security": "#a63d00", "economy": "#009e73", "energy": "#b8a200", "transport": "#8a6d3b",
        "science": "#56b4e9", "education": "#5d8aa8", "culture": "#cc79a7", "sport": "#a05195", "party": "#7b3294", "parliament": "#5e60ce",
    },
}  # fmt: skip


def _altair() -> Any:
    try:
        import altair as alt
    except ImportError as e:
        raise ImportError('figures need Altair: pip install "visavis[plots]"') from e
    # A chart carries its rows; a pair's whole history is a few thousand.
    alt.data_transformers.disable_max_rows()
    return alt


def _data(alt: Any, frame: pl.DataFrame) -> Any:
    """Rows as plain values: dates as ISO text, which every version of Vega reads alike; angle brackets as ‹ and ›."""
    dates = [c for c, t in frame.schema.items() if t in (pl.Date, pl.Datetime)]
    lists = [c for c, t in frame.schema.items() if isinstance(t, pl.List)]
    rows = plain(frame).with_columns(pl.col(dates).dt.to_string("%Y-%m-%d"), pl.col(lists).list.join(", "))
    # A notebook puts these rows into a script: an article that says "</script>" must not end it.
    words = [c for c, t in rows.schema.items() if t == pl.String]
    rows = rows.with_columns(pl.col(words).str.replace_all("<", "‹", literal=True).str.replace_all(">", "›", literal=True))
    return alt.Data(values=rows.to_dicts())


def _finish(chart: Any, title: str | None, subtitle: str | None = None) -> Chart:
    if title:
        chart = chart.properties(title={"text": title, **({"subtitle": subtitle} if subtitle else {})})
    return cast("Chart", chart.configure(**THEME["config"]))


def _sentences(exchanges: pl.DataFrame, mentions: pl.DataFrame | None) -> pl.DataFrame:
    """Each exchange with one of its sentences and its publisher."""
    if mentions is None:
        return exchanges.with_columns(pl.lit(None, pl.String).alias("evidence"), pl.lit(None, pl.String).alias("publisher"))
    require(mentions, ["mention_id", "evidence", "publisher"], "the mentions frame")
    told = mentions.select("mention_id", pl.col("evidence").str.head(300), "publisher").unique("mention_id")
    first = exchanges.select("exchange_id", pl.col("mention_ids").list.first().alias("mention_id"))
    return exchanges.join(first.join(told, on="mention_id", how="left").drop("mention_id"), on="exchange_id", how="left")


def timeline(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    mentions: pl.DataFrame | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    title: str | None = None,
    width: int = 760,
    height: int = 360,
) -> Chart:
    """Draw every exchange of a pair: the higher the rank, the taller; who goes to whom decides the side; colour is the sector.

    Parameters
    ----------
    exchanges
        What :func:`visavis.resolve` returns.
    pair
        Two ISO3 codes. Exchanges from the first to the second point up, from the second to the first down; those without
        a direction (talks in a third country, agreements) point both ways.
    mentions
        What :func:`visavis.extract` returned: adds a sentence and its publisher to the tooltip.
    types, min_level, status
        What is drawn, as for :func:`visavis.panel`.
    title, width, height
        The chart's; sizes in pixels.

    Returns
    -------
    altair.LayerChart

    Errors
    ------
    ValueError
        Where no exchange of the pair has a date.

    Examples
    --------
    >>> import visavis as vv
    >>> mentions = vv.extract(vv.load_sample(), progress=False)
    >>> vv.plot.timeline(vv.resolve(mentions), pair=("PRK", "RUS"), mentions=mentions).to_dict()["layer"][0]["mark"]["type"]
    'rule'
    """
    alt = _altair()
    a, b = pair
    own = select_exchanges(exchanges, pair, types, min_level, status, None).filter(pl.col("start_date").is_not_null())
    if own.is_empty():
        raise ValueError(f"no exchange of {a} and {b} has a date under this choice; pairs of the frame: {_pairs(exchanges)}")
    ranks = {level: len(NAMES["level"]) - i for i, level in enumerate(NAMES["level"])}
    rank = pl.col("level").cast(pl.String).replace_strict(ranks, default=0.5, return_dtype=pl.Float64)
    # A meeting at one side's home is the other's journey.
    guest = (
        pl.when("directed")
        .then("source")
        .when(pl.col("location_country") == pl.col("target"))
        .then("source")
        .when(pl.col("location_country") == pl.col("source"))
        .then("target")
    )
    head = pl.concat_str(
        pl.col("source_head").fill_null(pl.col("source")), pl.lit(" – "), pl.col("target_head").fill_null(pl.col("target"))
    )
    rows = _sentences(own, mentions).select(
        "exchange_id", "start_date", "type", "level", "sector", "status", "location_name", "n_mentions", "evidence", "publisher",
        who=head,
        up=pl.when(guest == b).then(0).otherwise(rank),
        down=pl.when(guest == a).then(0).otherwise(-rank),
    ).with_columns(tip=pl.when(pl.col("up") > 0).then(pl.col("up")).otherwise(pl.col("down")))  # fmt: skip
    known = [s for s in NAMES["sector"] if s in set(rows["sector"].cast(pl.String).drop_nulls())]
    colour = alt.Color(
        "sector:N",
        scale=alt.Scale(domain=known, range=[THEME["sectors"].get(s, "#8a8a8a") for s in known]),
        legend=alt.Legend(title=None, orient="bottom", columns=6, symbolOpacity=1),
    )
    labels = " : ".join(f"abs(datum.value) == {n} ? '{level.replace('_', ' ')}'" for level, n in ranks.items()) + " : ''"
    height_axis = alt.Axis(
        title=f"{b} to {a}  ↓      ↑  {a} to {b}", values=[*range(-7, 0), *range(1, 8)], labelExpr=labels, labelOverlap=False, grid=False
    )
    base = alt.Chart(_data(alt, rows)).encode(x=alt.X("start_date:T", title=None), color=colour)
    tooltip = [
        alt.Tooltip("start_date:T", title="date"), alt.Tooltip("type:N"), alt.Tooltip("who:N"), alt.Tooltip("level:N"), alt.Tooltip("status:N"),
        alt.Tooltip("location_name:N", title="place"), alt.Tooltip("n_mentions:Q", title="reports"),
        alt.Tooltip("evidence:N", title="sentence"), alt.Tooltip("publisher:N", title="source"),
    ]  # fmt: skip
    sides = {"axis": height_axis, "scale": alt.Scale(domain=[-7.5, 7.5])}
    stems = base.mark_rule(opacity=0.55).encode(y=alt.Y("down:Q", **sides), y2="up:Q")
    heads = base.mark_circle(size=46, opacity=0.9).encode(y=alt.Y("tip:Q", **sides), tooltip=tooltip)
    axis = alt.Chart(alt.Data(values=[{"y": 0}])).mark_rule(color="#888").encode(y=alt.Y("y:Q", **sides))
    return _finish(alt.layer(stems, axis, heads).properties(width=width, height=height), title or f"{a} and {b}")


def _pairs(exchanges: pl.DataFrame) -> str:
    top = exchanges["pair"].value_counts(sort=True)["pair"].head(5).to_list()
    return ", ".join(top) or "none"


def rolling(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    window: str = "1y",
    as_of: dt.date | str | None = None,
    types: str | Sequence[str] | None = None,
    min_level: str | None = None,
    status: str | Sequence[str] | None = HAPPENED,
    direction: Sequence[str] | None = None,
    title: str | None = None,
    width: int = 760,
    height: int = 260,
) -> Chart:
    """Draw the rolling count of a pair with its records, as :func:`visavis.records` counts it.

    Parameters
    ----------
    exchanges, pair, window, as_of, types, min_level, status, direction
        As for :func:`visavis.records`.
    title, width, height
        The chart's; sizes in pixels.

    Returns
    -------
    altair.LayerChart
        A step for every day on which the window's count changes; a dot for every record.

    Errors
    ------
    ValueError
        Where nothing is left to count.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> len(vv.plot.rolling(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08").to_dict()["layer"])
    2
    """
    alt = _altair()
    marked = records(exchanges, pair=pair, window=window, as_of=as_of, types=types, min_level=min_level, status=status, direction=direction)
    if marked.is_empty():
        raise ValueError(f"nothing of {pair[0]} and {pair[1]} is left to count; pairs of the frame: {_pairs(exchanges)}")
    # Between the days of exchanges the count falls as days leave the window.
    dated = select_exchanges(exchanges, pair, types, min_level, status, direction).filter(pl.col("start_date").is_not_null() & PRECISE)
    last = marked["date"].max()
    steps = (
        pl.concat(
            [
                dated.select(pl.col("start_date").alias("date"), pl.lit(1).alias("step")),
                dated.select(pl.col("start_date").dt.offset_by(window).alias("date"), pl.lit(-1).alias("step")),
            ]
        )
        .filter(pl.col("date") <= last)
        .group_by("date")
        .agg(pl.col("step").sum())
        .sort("date")
        .select("date", pl.col("step").cum_sum().alias("count"))
    )
    ends = pl.DataFrame({"date": [last], "count": [steps["count"].tail(1).item()]}, schema=steps.schema)
    line = (
        alt.Chart(_data(alt, pl.concat([steps, ends]).unique("date", maintain_order=True)))
        .mark_area(interpolate="step-after", line={"color": THEME["series"], "strokeWidth": 1.5}, fill=THEME["series"], fillOpacity=0.15)
        .encode(x=alt.X("date:T", title=None), y=alt.Y("count:Q", title=f"exchanges in {window} to the day", axis=alt.Axis(tickMinStep=1)))
    )
    dots = (
        alt.Chart(_data(alt, marked.filter("is_record")))
        .mark_circle(color=THEME["record"], size=42, opacity=1)
        .encode(
            x="date:T",
            y="count:Q",
            tooltip=[
                alt.Tooltip("date:T"), alt.Tooltip("count:Q"), alt.Tooltip("previous_record:Q", title="record before"),
                alt.Tooltip("previous_record_date:T", title="reached on"),
            ],
        )
    )  # fmt: skip
    what = f"{direction[0]} to {direction[1]}" if direction else f"{pair[0]} and {pair[1]}"
    return _finish(alt.layer(line, dots).properties(width=width, height=height), title or what, "dots: higher than any window before")


def heatmap(
    panel: pl.DataFrame, *, value: str = "n", top: int = 20, title: str | None = None, width: int = 760, height: int | None = None
) -> Chart:
    """Draw a panel as a heat map, pair by period.

    Parameters
    ----------
    panel
        What :func:`visavis.panel` returns.
    value
        Which of its columns is the colour.
    top
        The pairs with the highest sums of it, the highest first.
    title, width, height
        The chart's; sizes in pixels.

    Returns
    -------
    altair.Chart

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> vv.plot.heatmap(vv.panel(exchanges)).to_dict()["mark"]["type"]
    'rect'
    """
    alt = _altair()
    require(panel, ["pair", "period", value], "the panel")
    order = panel.group_by("pair").agg(pl.col(value).sum()).sort([value, "pair"], descending=[True, False])["pair"].head(top).to_list()
    rows = panel.filter(pl.col("pair").is_in(order)).select("pair", "period", value)
    days = rows["period"].unique().sort()
    # Years are told by their number; shorter periods by their first day.
    yearly = days.len() == days.dt.year().n_unique()
    rows = rows.with_columns(pl.col("period").dt.to_string("%Y" if yearly else "%Y-%m-%d").alias("label"))
    chart = (
        alt.Chart(_data(alt, rows))
        .mark_rect()
        .encode(
            x=alt.X("label:O", title=None, axis=alt.Axis(labelAngle=-90 if days.len() > 12 else 0, labelOverlap=True, grid=False)),
            y=alt.Y("pair:N", sort=order, title=None, axis=alt.Axis(grid=False)),
            color=alt.Color(f"{value}:Q", scale=alt.Scale(scheme=THEME["scale"]), title=value),
            tooltip=["pair:N", alt.Tooltip("label:O", title="period"), f"{value}:Q"],
        )
        .properties(width=width, height=height or 22 * len(order))
    )
    return _finish(chart, title)


def specification_curve(curve: pl.DataFrame, *, title: str | None = None, width: int = 760, most: int = 2000) -> Chart:
    """Draw a multiverse: how far the count stands above the record before, definition by definition, and which choices are in it.

    Parameters
    ----------
    curve
        What :func:`visavis.records_multiverse` returns. Definitions in which nothing happened are left out.
    title, width
        The chart's; width in pixels.
    most
        Where there are more definitions, as many are drawn, evenly from the lowest to the highest.

    Returns
    -------
    altair.VConcatChart

    References
    ----------
    Simonsohn, Simmons and Nelson 2020, "Specification curve analysis".

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> curve = vv.records_multiverse(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08")
    >>> len(vv.plot.specification_curve(curve).to_dict()["vconcat"])
    2
    """
    alt = _altair()
    choices = ["types", "min_level", "direction", "statuses", "window", "calendar", "raw", "inferred", "adjusted", "min_confidence"]
    require(curve, [*choices, "value", "previous", "holds"], "the curve")
    live = curve.filter((pl.col("value") > 0) | (pl.col("previous") > 0)).with_columns(
        # Counts and rates side by side: how many times the record before.
        (pl.col("value") / pl.max_horizontal("previous", pl.lit(1e-9))).clip(0, 4).alias("ratio")
    )
    if live.is_empty():
        raise ValueError("in no definition anything happened: nothing to draw")
    share = live["holds"].cast(pl.Float64).mean()
    live = live.sort("ratio", "value")
    if live.height > most:
        live = live[[i * (live.height - 1) // (most - 1) for i in range(most)]]
    live = live.with_row_index("rank")
    moving = [c for c in choices if live[c].n_unique() > 1]
    tip = [alt.Tooltip("ratio:Q", format=".2f", title="times the record before"), *(f"{c}:N" for c in moving), "value:Q", "previous:Q"]
    x = alt.X("rank:Q", axis=None, scale=alt.Scale(domain=[0, live.height]))
    holds = alt.Color("holds:N", scale=alt.Scale(domain=[False, True], range=["#9a9a9a", THEME["record"]]), title="a record")
    level = alt.Chart(alt.Data(values=[{"y": 1}])).mark_rule(color="#888", strokeDash=[4, 3]).encode(y="y:Q")
    top = (
        alt.Chart(_data(alt, live))
        .mark_circle(size=14)
        .encode(x=x, y=alt.Y("ratio:Q", title="count ÷ record before"), color=holds, tooltip=tip)
    )
    long = live.select("rank", "holds", *(pl.col(c).cast(pl.String).fill_null("any") for c in moving)).unpivot(
        on=moving, index=["rank", "holds"], variable_name="choice", value_name="option"
    )
    long = long.with_columns(pl.concat_str("choice", pl.lit(": "), "option").alias("row"))
    order = (
        long.select("choice", "row")
        .unique()
        .sort(pl.col("choice").replace_strict({c: i for i, c in enumerate(moving)}), "row")["row"]
        .to_list()
    )
    below = (
        alt.Chart(_data(alt, long.select("rank", "holds", "row")))
        .mark_tick(thickness=1, height=8)
        .encode(x=x, y=alt.Y("row:N", sort=order, title=None, axis=alt.Axis(labelLimit=240)), color=holds)
        .properties(width=width, height=13 * len(order))
    )
    chart = alt.vconcat(alt.layer(level, top).properties(width=width, height=200), below, spacing=6)
    return _finish(chart, title or "Under every definition", f"the claim holds in {share:.2f} of {curve.height:,}")


def network(
    panel: pl.DataFrame, *, value: str = "n", least: float = 1, title: str | None = None, width: int = 560, height: int = 560
) -> Chart:
    """Draw who deals with whom: countries on a circle, the busiest first, lines as thick as their exchanges are many.

    Parameters
    ----------
    panel
        What :func:`visavis.panel` returns, of all periods that shall count.
    value
        Which of its columns is summed.
    least
        Pairs below are left out.
    title, width, height
        The chart's; sizes in pixels.

    Returns
    -------
    altair.LayerChart

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> len(vv.plot.network(vv.panel(exchanges)).to_dict()["layer"])
    3
    """
    alt = _altair()
    require(panel, ["pair", value], "the panel")
    sums = panel.group_by("pair").agg(pl.col(value).sum()).filter(pl.col(value) >= least).sort([value, "pair"], descending=[True, False])
    edges = [(*p.split("-"), float(n)) for p, n in sums.iter_rows()]
    if not edges:
        raise ValueError(f"no pair has {value} of {least} or more: nothing to draw")
    total: dict[str, float] = {}
    for s, t, n in edges:
        total[s] = total.get(s, 0.0) + n
        total[t] = total.get(t, 0.0) + n
    busiest = sorted(total, key=lambda c: (-total[c], c))
    place = {c: (math.sin(2 * math.pi * i / len(busiest)), math.cos(2 * math.pi * i / len(busiest))) for i, c in enumerate(busiest)}
    lines = pl.DataFrame(
        [{"pair": f"{s}-{t}", "n": n, "x": place[s][0], "y": place[s][1], "x2": place[t][0], "y2": place[t][1]} for s, t, n in edges]
    )
    dots = pl.DataFrame([{"country": c, "n": total[c], "x": place[c][0], "y": place[c][1], "lx": 1.11 * place[c][0], "ly": 1.11 * place[c][1]} for c in busiest])  # fmt: skip
    span = alt.Scale(domain=[-1.25, 1.25])
    x, y = alt.X("x:Q", axis=None, scale=span), alt.Y("y:Q", axis=None, scale=span)
    chart = alt.layer(
        alt.Chart(_data(alt, lines)).mark_rule(opacity=0.5, color=THEME["series"]).encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q", strokeWidth=alt.StrokeWidth("n:Q", scale=alt.Scale(range=[0.3, 10]), title=value), tooltip=["pair:N", "n:Q"]
        ),
        alt.Chart(_data(alt, dots)).mark_circle(color=THEME["series"], opacity=1).encode(
            x=x, y=y, size=alt.Size("n:Q", scale=alt.Scale(range=[20, 500]), legend=None), tooltip=["country:N", "n:Q"]
        ),
        alt.Chart(_data(alt, dots)).mark_text(fontSize=11).encode(x=alt.X("lx:Q", axis=None, scale=span), y=alt.Y("ly:Q", axis=None, scale=span), text="country:N"),
    )  # fmt: skip
    return _finish(chart.properties(width=width, height=height), title)


def calibration(
    rows: pl.DataFrame, *, confidence: str = "confidence", right: str = "right", bins: int = 10, title: str | None = None, size: int = 320
) -> Chart:
    """Draw a reliability diagram: of the rows with a confidence, how many are right.

    Parameters
    ----------
    rows
        Judged rows: a chance in the column `confidence`, a Boolean in the column `right`.
    confidence, right
        The names of those columns.
    bins
        Into how many parts the range from 0 to 1 is cut.
    title, size
        The chart's; its side in pixels.

    Returns
    -------
    altair.LayerChart
        One dot a bin, as large as its rows are many; on the dashed line confidence is a probability.

    Examples
    --------
    >>> import polars as pl, visavis as vv
    >>> judged = pl.DataFrame({"confidence": [0.9, 0.9, 0.4], "right": [True, True, False]})
    >>> vv.plot.calibration(judged).to_dict()["layer"][1]["mark"]["type"]
    'circle'
    """
    alt = _altair()
    require(rows, [confidence, right], "the frame of judged rows")
    known = rows.filter(pl.col(confidence).is_not_null() & pl.col(right).is_not_null())
    part = (pl.col(confidence) * bins).floor().clip(0, bins - 1)
    binned = known.group_by(part.alias("bin")).agg(
        pl.col(confidence).mean().alias("said"), pl.col(right).cast(pl.Float64).mean().alias("was"), pl.len().alias("rows")
    )
    error = (binned["rows"] * (binned["said"] - binned["was"]).abs()).sum() / max(known.height, 1)
    unit = alt.Scale(domain=[0, 1])
    diagonal = alt.Chart(alt.Data(values=[{"said": 0, "was": 0}, {"said": 1, "was": 1}])).mark_line(strokeDash=[4, 3], color="#888")
    dots = alt.Chart(_data(alt, binned.sort("bin"))).mark_circle(color=THEME["series"], opacity=0.9)
    said, was = alt.X("said:Q", scale=unit, title="confidence"), alt.Y("was:Q", scale=unit, title="share that is right")
    sizes = alt.Size("rows:Q", scale=alt.Scale(range=[30, 400]), legend=alt.Legend(format="d", tickMinStep=1))
    tip = [alt.Tooltip("said:Q", format=".2f"), alt.Tooltip("was:Q", format=".2f"), "rows:Q"]
    chart = alt.layer(diagonal.encode(x=said, y=was), dots.encode(x=said, y=was, size=sizes, tooltip=tip))
    return _finish(chart.properties(width=size, height=size), title or "Calibration", f"expected calibration error {error:.3f}")


def save(chart: Chart, path: str | Path, *, scale: float = 2.0) -> Path:
    """Write a chart to HTML, SVG or PNG, without a browser and without the network.

    Parameters
    ----------
    chart
        An Altair chart.
    path
        Its ending says which: ``.html`` (one file that holds the libraries too), ``.svg``, ``.png``, ``.json`` (the Vega-Lite specification).
    scale
        Pixels of a PNG for each of the chart's.

    Returns
    -------
    pathlib.Path
        `path`.

    Errors
    ------
    ValueError
        Where the ending is another.

    Examples
    --------
    >>> import tempfile, visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> chart = vv.plot.heatmap(vv.panel(exchanges))
    >>> vv.plot.save(chart, tempfile.mkdtemp() + "/pairs.svg").suffix
    '.svg'
    """
    path = Path(path)
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("html", "svg", "png", "json"):
        raise ValueError(f"{path}: a chart is saved as .html, .svg, .png or .json, not {path.suffix!r}")
    try:
        if kind == "html":
            chart.save(path, inline=True)
        elif kind == "png":
            chart.save(path, scale_factor=scale)
        else:
            chart.save(path)
    except (ImportError, ValueError) as e:
        if "vl-convert" in str(e) or "vl_convert" in str(e):
            raise ImportError('saving figures needs vl-convert: pip install "visavis[plots]"') from e
        raise
    return path


def theme(changes: Mapping[str, Any]) -> None:
    """Change :data:`THEME` for all charts to come: ``config`` is merged key by key, the rest replaced.

    Examples
    --------
    >>> import visavis as vv
    >>> vv.plot.theme({"series": "#3b78c2", "config": {"font": "Georgia, serif"}})
    >>> vv.plot.THEME["config"]["font"]
    'Georgia, serif'
    """
    unknown = [k for k in changes if k not in THEME]
    if unknown:
        raise ValueError(f"theme: {', '.join(map(repr, unknown))} is none of {', '.join(THEME)}")
    for key, value in changes.items():
        if key == "config":
            for part, setting in value.items():
                own = THEME["config"].get(part)
                THEME["config"][part] = {**own, **setting} if isinstance(own, dict) and isinstance(setting, dict) else setting
        else:
            THEME[key] = {**THEME[key], **value} if isinstance(THEME[key], dict) and isinstance(value, dict) else value
