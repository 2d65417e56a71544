"""Looking at one article, and at tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from .explaining import explain
from .lexicon import Lexicon
from .pages import Page, found, key, legend, marked, text, visible
from .schema import plain, require

if TYPE_CHECKING:
    from great_tables import GT

_COLUMNS = ["start_date", "type", "source", "target", "source_head", "target_head", "level", "status"]


def show(article: Any, *, date: dt.date | str | None = None, source: str | None = None, lexicon: Lexicon | None = None) -> Page:
    """Show an article with its actors, places, dates and triggers marked, and each exchange linked to its sentence.

    Parameters
    ----------
    article, date, source, lexicon
        As for :func:`explain`, which says beside it why each reading was taken or left.

    Returns
    -------
    Page
        In Jupyter the marked article and the list of its exchanges; ``page.save("article.html")`` writes one file without
        scripts. Everything from the article is escaped.

    Raises
    ------
    ValueError
        As :func:`explain`.

    Examples
    --------
    >>> import visavis as vv
    >>> vv.show("Fijian Prime Minister Sitiveni Rabuka arrived in Samoa on Monday.", date="2024-05-02")
    Fijian Prime Minister Sitiveni Rabuka arrived in Samoa on Monday.
      1. visit FJI > WSM 2024-04-29 ongoing, leader, politics
    """
    told = explain(article, date=date, source=source, lexicon=lexicon)
    raw, name = told.raw, f"vv-{key(told.text)}"
    stated = [m for m in raw["mentions"] if not m["inferred"]]
    lines = [
        f"  {n}. {m['type']} {m['source']} > {m['target']} {m['start_date'] or 'no date'} {m['status']}, {m['level'] or 'no level'}, {m['sector'] or 'no sector'}"
        for n, m in enumerate(stated, 1)
    ]
    skipped = f"<p class=quiet>Not read further: {text(told.skipped)}.</p>" if told.skipped else ""
    head = " ".join(told.text.split())[:60]
    return Page(
        title=f"Exchanges in: {head}",
        html=f"<section aria-label='article'>{legend()}{marked(told.text, raw, name)}{skipped}</section><section aria-label='exchanges'>{found(raw, name)}</section>",
        plain=visible("\n".join([told.text, *(lines or ["  no exchange"])])),
    )


def table(
    frame: pl.DataFrame, *, columns: Sequence[str] | None = None, mentions: pl.DataFrame | None = None, title: str | None = None
) -> GT:
    """Set a frame as a table for print: great-tables, with every cell as text.

    Parameters
    ----------
    frame
        Any frame of visavis.
    columns
        Which columns, in which order; without it the usual ones of exchanges, or all of another frame.
    mentions
        What :func:`extract` returned: adds ``evidence``, one sentence of each exchange.
    title
        Over the table.

    Returns
    -------
    great_tables.GT
        To be styled further, shown in Jupyter or written with ``as_raw_html()``.

    Errors
    ------
    ImportError
        Where great-tables is missing: ``pip install "visavis[tables]"``.
    ValueError
        Where a column is none of the frame's.

    Examples
    --------
    >>> import visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> "Kim Jong Un" in vv.table(exchanges.head(3)).as_raw_html()
    True
    """
    try:
        from great_tables import GT
    except ImportError as e:
        raise ImportError('tables need great-tables: pip install "visavis[tables]"') from e
    rows = frame
    if mentions is not None:
        require(frame, ["mention_ids"], "the exchanges frame")
        told = mentions.select("mention_id", "evidence").unique("mention_id")
        rows = rows.with_columns(pl.col("mention_ids").list.first().alias("mention_id")).join(
            told, on="mention_id", how="left", maintain_order="left"
        )
    chosen = list(columns) if columns is not None else [c for c in _COLUMNS if c in rows.columns] or rows.columns
    if columns is None and mentions is not None:
        chosen.append("evidence")
    require(rows, chosen, "the frame")
    # great-tables escapes cells; directional controls it lets through.
    shown = plain(rows.select(chosen))
    words = [c for c, t in shown.schema.items() if t == pl.String]
    shown = shown.with_columns(pl.col(c).map_elements(visible, return_dtype=pl.String) for c in words)
    lists = [c for c, t in shown.schema.items() if isinstance(t, pl.List)]
    shown = shown.with_columns(
        pl.col(c).list.eval(pl.element().cast(pl.String).map_elements(visible, return_dtype=pl.String)).list.join(", ") for c in lists
    )
    gt = GT(shown).cols_label({c: c.replace("_", " ") for c in chosen}).sub_missing(missing_text="")
    if "evidence" in chosen:
        gt = gt.cols_width({"evidence": "26rem"})
    if "start_date" in chosen:
        gt = gt.cols_width({"start_date": "7.2rem"})
    return gt.tab_header(title=visible(title)) if title else gt
