"""One self-contained HTML page on a pair: every figure with its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import polars as pl

from .stages import panel, records

_STYLE = """
:root{color-scheme:light dark;--line:#8884;--bar:#3b6ea5}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}.bar{background:var(--bar);height:.8rem;display:inline-block;min-width:1px}
details{margin:.2rem 0}blockquote{margin:.3rem 0 .3rem 1rem;border-left:3px solid var(--line);padding-left:.6rem}
.wide{overflow-x:auto}
"""


def _row(cells: Sequence[object], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape('' if c is None else str(c))}</{tag}>" for c in cells) + "</tr>"


def report(
    exchanges: pl.DataFrame,
    *,
    pair: Sequence[str],
    mentions: pl.DataFrame | None = None,
    window: str = "1y",
    path: str | Path | None = None,
) -> str:
    """Write a page on a pair: counts by year, the rolling record, every exchange with its evidence.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    pair
        Two ISO3 codes.
    mentions
        What :func:`extract` returned: the sentences behind each exchange.
    window
        Length of the rolling window of the record.
    path
        Where to write the page.

    Returns
    -------
    str
        The page. Everything that comes from articles is escaped; nothing is loaded from elsewhere.

    Examples
    --------
    >>> import visavis as vv
    >>> mentions = vv.extract(vv.load_sample(), progress=False)
    >>> page = vv.report(vv.resolve(mentions), pair=("PRK", "RUS"), mentions=mentions)
    >>> page.startswith("<!doctype html>")
    True
    """
    key = "-".join(sorted(pair))
    own = exchanges.filter(pl.col("pair") == key)
    years = panel(exchanges, pair=pair, every="1y")
    rolling = records(exchanges, pair=pair, window=window)
    most = max(years["n"].to_list(), default=0) or 1
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'><title>{escape(key)}: bilateral exchanges</title><style>{_STYLE}</style>",
        f"<h1>{escape(key)}: bilateral exchanges</h1>",
        f"<p>{own.height:,} exchanges resolved from {int(own['n_mentions'].sum() or 0):,} mentions in {int(own['n_articles'].sum() or 0):,} reports. Counted below: those that occurred or are under way and have a date.</p>",
        "<h2>By year</h2><div class=wide><table>",
        _row(["Year", "Exchanges", ""], "th"),
    ]
    for r in years.iter_rows(named=True):
        parts.append(
            f"<tr><td>{r['period'].year}</td><td class=n>{r['n']}</td><td style='width:60%'><span class=bar style='width:{100 * r['n'] / most:.1f}%'></span></td></tr>"
        )
    parts.append("</table></div>")
    if rolling.height:
        peak = rolling.filter(pl.col("is_record")).tail(1).row(0, named=True)
        last = rolling.tail(1).row(0, named=True)
        parts.append(
            f"<h2>Rolling count over {escape(window)}</h2><p>The highest count, {peak['count']}, was reached in the window that ends on {peak['date']}"
            f" (the record before: {peak['previous_record']}). The last window, to {last['date']}, holds {last['count']}.</p>"
        )
    sentences: dict[str, list[dict[str, object]]] = {}
    if mentions is not None:
        for m in mentions.select("mention_id", "doc_id", "evidence", "publisher", "article_date").iter_rows(named=True):
            sentences.setdefault(m["mention_id"], []).append(m)
    parts.append(
        "<h2>Exchanges</h2><div class=wide><table>"
        + _row(["Date", "Type", "From", "To", "Who", "Level", "Sector", "Status", "Evidence"], "th")
    )
    for x in own.iter_rows(named=True):
        who = " – ".join(n for n in (x["source_head"], x["target_head"]) if n)
        cells = [x["start_date"], x["type"], x["source"], x["target"], who, x["level"], x["sector"], x["status"]]
        quotes = "".join(
            f"<blockquote>{escape(str(m['evidence']))}<br><small>{escape(str(m['publisher'] or ''))} {m['article_date']} ({escape(str(m['doc_id']))})</small></blockquote>"
            for i in x["mention_ids"]
            for m in sentences.get(i, [])
        )
        parts.append(_row(cells)[: -len("</tr>")] + f"<td><details><summary>{x['n_mentions']}</summary>{quotes}</details></td></tr>")
    parts.append("</table></div></html>")
    page = "\n".join(parts)
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page
