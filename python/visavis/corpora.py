"""Corpora from the web: the world's news digest at Wikipedia, feeds, and the text of pages.

    corpus = vv.corpora.current_events("2024-07-01", "2024-07-09", contact="you@example.org")

Needs ``pip install "visavis[web]"``. Fetched pages are kept, so that a second run asks for nothing twice, and a run that
was cut off goes on where it was.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import warnings
from html import unescape
from pathlib import Path
from typing import Any

import polars as pl

from ._core import __version__
from .corpus import CorpusError, CorpusWarning
from .progress import tqdm

#: Wikipedia's public interface.
API = "https://en.wikipedia.org/w/api.php"
_BATCH = 20
_ITEM = re.compile(r"^(\*+)\s*(.*)$")
_SOURCE = re.compile(r"\[(https?://[^\s\]]+)\s+\(?('*)(.*?)\2\)?\]")
_SCHEMA: dict[str, Any] = {
    "doc_id": pl.String,
    "text": pl.String,
    "date": pl.Date,
    "source": pl.String,
    "url": pl.String,
    "topics": pl.List(pl.String),
}


def _cache_folder() -> Path:
    if folder := os.environ.get("VISAVIS_CACHE"):
        return Path(folder)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "visavis"


def _get(url: str, agent: str, timeout: float, tries: int = 4) -> bytes:
    """Fetches politely: asks again after what the server says, and less and less often."""
    wait = 2.0
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers={"User-Agent": agent}), timeout=timeout) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as e:
            if e.code not in (429, 500, 502, 503, 504) or attempt + 1 == tries:
                raise CorpusError(f"{url}: the server answers {e.code} {e.reason}") from e
            after = e.headers.get("Retry-After", "")
            wait = max(wait, float(after)) if after.isdigit() else wait
        except (urllib.error.URLError, TimeoutError, OSError) as e:
            if attempt + 1 == tries:
                raise CorpusError(f"{url}: cannot be reached ({e}); what was fetched is kept, run again to go on") from e
        time.sleep(wait)
        wait *= 2
    raise AssertionError("unreachable")


def _words(markup: str) -> str:
    try:
        import mwparserfromhell
    except ImportError as e:
        raise ImportError('the digest needs mwparserfromhell: pip install "visavis[web]"') from e
    return re.sub(r"\s+", " ", mwparserfromhell.parse(markup).strip_code()).strip()


def parse_day(wikitext: str, day: dt.date) -> pl.DataFrame:
    """Read one day of the *Current events* portal from its wikitext.

    Parameters
    ----------
    wikitext
        The source of ``Portal:Current events/YYYY Month D``.
    day
        Its date.

    Returns
    -------
    polars.DataFrame
        One row an item: ``doc_id`` ("2024-07-09-03"), ``text``, ``date``, ``source`` and ``url`` (of the first publisher cited),
        ``topics`` (the headings above it, from the category to the nearest).

    Examples
    --------
    >>> import datetime as dt, visavis as vv
    >>> page = "'''Politics'''\\n*[[Fiji–Samoa relations]]\\n**[[Fiji]] opens an embassy in [[Samoa]]. [https://example.org/a (''Example News'')]"
    >>> vv.corpora.parse_day(page, dt.date(2024, 7, 9)).row(0)[1:4]
    ('Fiji opens an embassy in Samoa.', datetime.date(2024, 7, 9), 'Example News')
    """
    lines = re.sub(r"<!--.*?-->", "", wikitext, flags=re.S).split("\n")
    category: list[str] = []
    above: list[str] = []
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines):
        if heading := re.match(r"^(?:'''(.+?)'''|;\s*(.+)|={2,4}\s*(.+?)\s*={2,4})\s*$", line.strip()):
            category, above = [_words(next(g for g in heading.groups() if g))], []
            continue
        if not (item := _ITEM.match(line)):
            continue
        depth, words = len(item[1]), item[2]
        follows = next((_ITEM.match(x) for x in lines[number + 1 :] if x.strip()), None)
        del above[depth - 1 :]
        cited = _SOURCE.search(words)
        text = _words(_SOURCE.sub("", words))
        # What has items of its own below is a heading.
        if follows is not None and len(follows[1]) > depth and not cited:
            above += [""] * (depth - 1 - len(above)) + [text]
            continue
        if text:
            rows.append(
                {
                    "doc_id": f"{day}-{len(rows):02}",
                    "text": text,
                    "date": day,
                    "source": _words(cited[3]) or None if cited else None,
                    "url": cited[1] if cited else None,
                    "topics": [*category, *(t for t in above if t)],
                }
            )
    return pl.DataFrame(rows, schema=_SCHEMA)


def current_events(
    start: dt.date | str,
    end: dt.date | str,
    *,
    contact: str,
    cache: str | Path | None = None,
    pause: float = 1.0,
    progress: bool | None = None,
    api: str = API,
    timeout: float = 30.0,
) -> pl.DataFrame:
    """Fetch Wikipedia's *Current events* portal, day by day, as a corpus.

    The portal is a digest of the world's news since 2002, in one or two sentences an item, under CC BY-SA 4.0.

    Parameters
    ----------
    start, end
        First and last day.
    contact
        An address at which Wikipedia's operators can reach you: their rules ask for one in every request.
    cache
        The folder that keeps fetched days; without it ``$VISAVIS_CACHE`` or the system's folder for caches. Days of the last week are
        fetched again, since they are still written.
    pause
        Seconds between two requests, each for up to 20 days.
    progress
        A progress bar; without it, where there is more than one request.
    api, timeout
        Where to ask; seconds to wait for an answer.

    Returns
    -------
    polars.DataFrame
        As :func:`visavis.corpora.parse_day`, for all days. Days without a page are named in a :class:`CorpusWarning`.

    Raises
    ------
    CorpusError
        Where the server refuses or cannot be reached. What was fetched is kept: run again to go on.

    Examples
    --------
    >>> import visavis as vv
    >>> vv.corpora.current_events("2024-07-02", "2024-07-01", contact="me@example.org")
    Traceback (most recent call last):
    ...
    ValueError: the first day, 2024-07-02, is behind the last, 2024-07-01
    """
    first, last = (dt.date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    if first > last:
        raise ValueError(f"the first day, {first}, is behind the last, {last}")
    if "@" not in contact and not contact.startswith("http"):
        raise ValueError(f"contact is a mail address or a web page at which you can be reached, not {contact!r}")
    folder = Path(cache) if cache is not None else _cache_folder() / "current-events"
    folder.mkdir(parents=True, exist_ok=True)
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    settled = dt.date.today() - dt.timedelta(7)
    wanted = [d for d in days if d > settled or not (folder / f"{d}.json").exists()]
    batches = [wanted[i : i + _BATCH] for i in range(0, len(wanted), _BATCH)]
    agent = f"visavis/{__version__} (https://pypi.org/project/visavis; {contact})"
    with tqdm(
        total=len(wanted), unit=" days", desc="current events", disable=not (progress if progress is not None else len(batches) > 1)
    ) as bar:
        for n, batch in enumerate(batches):
            if n:
                time.sleep(pause)
            titles = {f"Portal:Current events/{d.year} {calendar.month_name[d.month]} {d.day}": d for d in batch}
            query = {
                "action": "query", "format": "json", "formatversion": "2", "maxlag": "5",
                "prop": "revisions", "rvprop": "content", "rvslots": "main", "titles": "|".join(titles),
            }  # fmt: skip
            answer = json.loads(_get(f"{api}?{urllib.parse.urlencode(query)}", agent, timeout))
            if "error" in answer:
                raise CorpusError(f"{api}: {answer['error'].get('info', answer['error'])}; what was fetched is kept, run again to go on")
            for page in answer.get("query", {}).get("pages", []):
                day = titles.get(page.get("title", ""))
                if day is None:
                    continue
                words = None if page.get("missing") else page["revisions"][0]["slots"]["main"]["content"]
                # Written aside and moved: a day is kept whole or not at all.
                part = folder / f"{day}.part"
                part.write_text(json.dumps({"wikitext": words}), encoding="utf-8")
                part.replace(folder / f"{day}.json")
            bar.update(len(batch))
    frames, missing = [], []
    for day in days:
        kept = folder / f"{day}.json"
        words = json.loads(kept.read_text(encoding="utf-8"))["wikitext"] if kept.exists() else None
        if words is None:
            missing.append(day)
        else:
            frames.append(parse_day(words, day))
    if missing:
        named = ", ".join(map(str, missing[:5])) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        warnings.warn(f"{len(missing)} days have no page: {named}", CorpusWarning, stacklevel=2)
    return pl.concat(frames) if frames else pl.DataFrame(schema=_SCHEMA)


def page_text(html: str | bytes) -> str | None:
    """The article in an HTML page, without menus and notices, by trafilatura; None where there is none.

    Examples
    --------
    >>> import visavis as vv
    >>> told = "Fijian Prime Minister Sitiveni Rabuka arrived in Samoa on Monday for talks on trade, his office said. " * 3
    >>> "Rabuka" in vv.corpora.page_text(f"<html><body><nav>Home</nav><article><h1>Visit</h1><p>{told}</p></article></body></html>")
    True
    """
    try:
        import trafilatura
    except ImportError as e:
        raise ImportError('text of pages needs trafilatura: pip install "visavis[web]"') from e
    found = trafilatura.extract(html, include_comments=False, include_tables=False)
    return str(found) if found else None


def read_feed(
    source: str | Path | bytes, *, full_text: bool = False, pause: float = 1.0, contact: str | None = None, timeout: float = 30.0
) -> pl.DataFrame:
    """Read an RSS or Atom feed as a corpus.

    Parameters
    ----------
    source
        A web address, a file, or the feed itself as bytes.
    full_text
        Fetch each entry's page too, and take the article in it instead of the feed's summary.
    pause, contact, timeout
        Seconds between two pages; your address for their operators; seconds to wait.

    Returns
    -------
    polars.DataFrame
        ``doc_id`` (the entry's id or address), ``title``, ``text`` (title and summary, or the article), ``date``, ``source`` (the feed's
        title), ``url``, ``language``. Entries without text or date are set aside with a :class:`CorpusWarning`.

    Raises
    ------
    CorpusError
        Where the feed cannot be fetched or is none.

    Examples
    --------
    >>> import visavis as vv
    >>> feed = b'''<rss version="2.0"><channel><title>Example News</title><item><title>Rabuka in Samoa</title><guid>n1</guid>
    ... <description>Fijian Prime Minister Sitiveni Rabuka arrived in Samoa.</description><pubDate>Mon, 29 Apr 2024 08:00:00 GMT</pubDate></item></channel></rss>'''
    >>> vv.read_feed(feed).select("doc_id", "date", "source").row(0)
    ('n1', datetime.date(2024, 4, 29), 'Example News')
    """
    try:
        import feedparser
    except ImportError as e:
        raise ImportError('feeds need feedparser: pip install "visavis[web]"') from e
    agent = f"visavis/{__version__} (https://pypi.org/project/visavis{'; ' + contact if contact else ''})"
    if isinstance(source, bytes):
        data, named = source, "the feed"
    elif re.match(r"https?://", str(source)):
        data, named = _get(str(source), agent, timeout), str(source)
    else:
        named = str(source)
        try:
            data = Path(source).expanduser().read_bytes()
        except OSError as e:
            raise CorpusError(f"{source}: cannot be read ({e})") from e
    feed = feedparser.parse(data)
    if not feed.entries and (feed.bozo or not feed.version):
        raise CorpusError(f"{named}: this is no RSS or Atom feed ({feed.get('bozo_exception', 'no entries')})")
    rows, aside = [], []
    for n, entry in enumerate(feed.entries):
        url = entry.get("link")
        stamp = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
        told = entry["content"][0].get("value", "") if entry.get("content") else entry.get("summary", "")
        words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", told))).strip()
        if full_text and url and re.match(r"https?://", url):
            if n:
                time.sleep(pause)
            try:
                words = page_text(_get(url, agent, timeout)) or words
            except CorpusError as e:
                aside.append(f"{url}: only the summary is kept ({e})")
        title = entry.get("title")
        if not stamp or not (words or title):
            aside.append(f"entry {n + 1} ({title or url or 'without title'}): no {'date' if not stamp else 'text'}")
            continue
        full = words if full_text and words else ". ".join(p for p in ((title or "").rstrip("."), words) if p)
        rows.append(
            {"doc_id": entry.get("id") or url or f"{named}-{n}", "title": title, "text": full, "date": dt.date(*stamp[:3]),
             "source": feed.feed.get("title"), "url": url, "language": feed.feed.get("language")}
        )  # fmt: skip
    if aside:
        more = f"; and {len(aside) - 3} more" if len(aside) > 3 else ""
        warnings.warn(f"{len(rows)} entries kept, {len(aside)} set aside or cut: {'; '.join(aside[:3])}{more}", CorpusWarning, stacklevel=2)
    schema = {
        "doc_id": pl.String,
        "title": pl.String,
        "text": pl.String,
        "date": pl.Date,
        "source": pl.String,
        "url": pl.String,
        "language": pl.String,
    }
    return pl.DataFrame(rows, schema=schema)
