"""One self-contained HTML page on a pair: every figure with its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from .pages import document, link, row, text
from .schema import require
from .stages import HAPPENED, PRECISE, panel, records, select_exchanges


def _quote(m: dict[str, Any], url: str | None) -> str:
    where = ", ".join(text(v) for v in (m["publisher"], m["article_date"]) if v is not None)
    return f"<blockquote class=told><bdi>{text(m['evidence'])}</bdi><br><small>{link(url, where or text(m['doc_id']))} ({text(m['doc_id'])})</small></blockquote>"


def report(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    mentions: pl.DataFrame | None = None,
    corpus: pl.DataFrame | None = None,
    window: str = "1y",
    min_level: str | None = None,
    path: str | Path | None = None,
) -> str:
    """Write a page on a pair that can be sent to an editor: counts by year, the rolling record, every exchange with its sentences.

    Every figure leads to the exchanges that it counts, and every exchange to the sentences and articles that tell it.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    pair
        Two ISO3 codes.
    mentions
        What :func:`extract` returned: the sentences behind each exchange.
    corpus
        The articles: where it has a column ``url``, sources become links (http and https only).
    window
        Length of the rolling window of the record.
    min_level
        Who counts in the figures, as for :func:`panel`; the list below them holds all.
    path
        Where to write the page.

    Returns
    -------
    str
        The page: one file, no script, nothing loaded from elsewhere. Everything that comes from articles is escaped.

    Examples
    --------
    >>> import visavis as vv
    >>> mentions = vv.extract(vv.load_sample(), progress=False)
    >>> page = vv.report(vv.resolve(mentions), pair=("PRK", "RUS"), mentions=mentions)
    >>> page.startswith("<!doctype html>")
    True
    """
    name = "-".join(sorted(pair))
    own = exchanges.filter(pl.col("pair") == name)
    years = panel(exchanges, pair=pair, every="1y", min_level=min_level)
    rolling = records(exchanges, pair=pair, window=window, min_level=min_level)
    who = f" at {min_level.replace('_', ' ')} level or above" if min_level else ""
    urls: dict[str, str] = {}
    if corpus is not None and "url" in corpus.columns:
        require(corpus, ["doc_id"], "the corpus")
        urls = dict(corpus.select(pl.col("doc_id").cast(pl.String), pl.col("url").cast(pl.String)).drop_nulls().iter_rows())
    parts = [
        f"<h1>{text(name)}: bilateral exchanges</h1>",
        f"<p>{own.height:,} exchanges, resolved from {int(own['n_mentions'].sum() or 0):,} mentions. Counted below{text(who)}: those that"
        f" occurred or are under way and have a date. Counts of news count what was published: <a href='#limits'>what they cannot say</a>.</p>",
    ]
    # By year: each count opens the list of what it counts.
    counted = (
        select_exchanges(exchanges, pair, None, min_level, HAPPENED, None).filter(pl.col("start_date").is_not_null()).sort("start_date")
    )
    numbers = {x: i for i, x in enumerate(own.sort("start_date", nulls_last=True)["exchange_id"].to_list(), 1)}

    def listed(rows: pl.DataFrame) -> str:
        return " ".join(
            f'<a href="#x{numbers[i]}" aria-label="exchange {numbers[i]}">{numbers[i]}</a>' for i in rows["exchange_id"].to_list()
        )

    most = max(years["n"].to_list(), default=0) or 1
    parts.append("<h2>By year</h2><div class=wide><table>" + row(["Year", "Exchanges", "", "Which"], "th"))
    for y in years.iter_rows(named=True):
        inside = counted.filter(pl.col("start_date").dt.year() == y["period"].year)
        parts.append(
            f"<tr><td>{y['period'].year}</td><td class=n>{y['n']}</td><td><span class=bar style='width:{12 * y['n'] / most:.2f}rem'></span></td>"
            f"<td>{f'<details><summary>{inside.height}</summary>{listed(inside)}</details>' if inside.height else ''}</td></tr>"
        )
    parts.append("</table></div>")
    if rolling.height:
        peak = rolling.filter(pl.col("is_record")).tail(1).row(0, named=True)
        last = rolling.tail(1).row(0, named=True)
        inside = counted.filter(pl.col("start_date").is_between(peak["window_start"], peak["date"]) & PRECISE)
        before = (
            ""
            if peak["previous_record"] is None
            else f" The record before was {peak['previous_record']}, reached on {peak['previous_record_date']}."
        )
        parts.append(
            f"<h2>Rolling count over {text(window)}</h2><p>The highest count, <strong>{peak['count']}</strong>, is that of the window from"
            f" {peak['window_start']} to {peak['date']}.{before} The last window, to {last['date']}, holds {last['count']}.</p>"
            f"<details><summary>The {inside.height} exchanges of the highest window</summary><p>{listed(inside)}</p></details>"
        )
    told: dict[str, list[dict[str, Any]]] = {}
    if mentions is not None:
        for m in mentions.select("mention_id", "doc_id", "evidence", "publisher", "article_date").iter_rows(named=True):
            told.setdefault(m["mention_id"], []).append(m)
    parts.append(
        "<h2>Exchanges</h2><div class=wide><table>"
        + row(["", "Date", "Type", "From", "To", "Who", "Level", "Sector", "Status", "Told in"], "th")
    )
    for x in own.sort("start_date", nulls_last=True).iter_rows(named=True):
        heads = " – ".join(n for n in (x["source_head"], x["target_head"]) if n)
        number = numbers[x["exchange_id"]]
        cells = [number, x["start_date"], x["type"], x["source"], x["target"], heads, x["level"], x["sector"], x["status"]]
        quotes = "".join(_quote(m, urls.get(m["doc_id"])) for i in x["mention_ids"] for m in told.get(i, []))
        evidence = f"<details><summary>{x['n_mentions']}</summary>{quotes}</details>" if quotes else str(x["n_mentions"])
        parts.append(f'<tr id="x{number}">' + row(cells).removeprefix("<tr>").removesuffix("</tr>") + f"<td>{evidence}</td></tr>")
    parts.append(
        "</table></div><h2 id=limits>What these counts cannot say</h2><p>They hold what the given articles told and the reader found: visits"
        " that nobody reported are missing, busier newspapers find more, and a reading can be wrong. Open the sentences before you"
        " print a figure, and say which articles it comes from.</p>"
    )
    page = document(f"{name}: bilateral exchanges", *parts)
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page
