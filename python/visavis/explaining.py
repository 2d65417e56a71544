"""Why an article gave its rows: every sentence as it was cut, every rule that was tried, every role that was filled."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from . import _core
from .corpus import read_corpus
from .lexicon import Lexicon
from .pages import fragment, key, legend, marked, row, text


@dataclass(frozen=True)
class Explanation:
    """How an article was read. Shows itself as text, and in Jupyter as the marked article.

    Attributes
    ----------
    text
        The article.
    skipped
        Why nothing was read, where a quick test decided; else None.
    mentions
        ``type``, ``source``, ``target``, ``status``, dates, heads ... as in the mentions frame, with ``rule``,
        ``trigger``, ``confidence`` and its ``signals``.
    steps
        Every rule tried: ``trigger`` (the words), ``rule``, ``gave`` (whether it gave rows), ``why`` not.
    chunks
        The units of each sentence: ``sentence``, ``start``, ``end`` (characters), ``words``, ``is``.
    raw
        The same as the core gives it, spans included: what the pages are made from.
    """

    text: str
    skipped: str | None
    mentions: pl.DataFrame
    steps: pl.DataFrame
    chunks: pl.DataFrame
    raw: dict[str, Any]

    def __repr__(self) -> str:
        lines = []
        if self.skipped:
            lines.append(f"Not read further: {self.skipped}.")
        for number, sentence in enumerate(self.raw["sentences"], 1):
            a, b = sentence["span"]
            lines.append(f"{number}. {self.text[a:b]}")
            lines += [f"     {self.text[c[0] : c[1]]:<44.44} {label}" for c, label in sentence["chunks"]]
            for step in self.raw["steps"]:
                if a <= step["trigger"][0] < b:
                    words = self.text[slice(*step["trigger"])]
                    lines.append(f"   {words!r} by rule {step['rule']}: {'no row: ' + step['why'] if step['why'] else 'a row'}")
        for m in self.raw["mentions"]:
            who = " – ".join(f"{m[s]} ({m[h]})" if m[h] else m[s] for s, h in (("source", "source_head"), ("target", "target_head")))
            inferred = ", inferred" if m["inferred"] else ""
            lines.append(
                f"=> {m['type']} {who}, {m['start_date'] or 'no date'}, {m['status']}, {m['level'] or 'no level'}, {m['sector'] or 'no sector'}"
                f" (rule {m['rule']}, confidence {m['confidence']:.2f}: {', '.join(m['signals'])}{inferred})"
            )
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        columns = [
            "type",
            "source",
            "target",
            "start_date",
            "status",
            "level",
            "sector",
            "source_head",
            "target_head",
            "rule",
            "confidence",
        ]
        rows = [[f"{m[c]:.2f}" if c == "confidence" else m[c] for c in columns] for m in self.raw["mentions"]]
        steps = [[self.text[slice(*s["trigger"])], s["rule"], s["why"] or "a row"] for s in self.raw["steps"]]
        skipped = f"<p class=quiet>Not read further: {text(self.skipped)}.</p>" if self.skipped else ""
        return fragment(
            legend(),
            marked(self.text, self.raw, f"vve-{key(self.text)}"),
            skipped,
            f"<div class=wide><table>{row(columns, 'th')}{''.join(map(row, rows))}</table></div>",
            f"<details><summary>{len(steps)} readings tried</summary><div class=wide><table>{row(['trigger', 'rule', 'outcome'], 'th')}{''.join(map(row, steps))}</table></div></details>",
        )


def explain(article: Any, *, date: dt.date | str | None = None, source: str | None = None, lexicon: Lexicon | None = None) -> Explanation:
    """Show how one article is read: triggers, rules, roles, and what was rejected and why.

    Parameters
    ----------
    article
        The text, or a row with ``text`` and ``date`` (a mapping, a one-row frame, anything that
        :func:`read_corpus` takes and that holds one article).
    date
        The article's date, where `article` is a text.
    source
        Its publisher, where `article` is a text.
    lexicon
        Your own rows over the packaged lexicon.

    Returns
    -------
    Explanation
        Prints as text; in Jupyter the article with its actors, places, dates and triggers marked.

    Raises
    ------
    ValueError
        Where the date is missing, or more than one article is given.

    Examples
    --------
    >>> import visavis as vv
    >>> told = vv.explain("Fijian Prime Minister Sitiveni Rabuka did not visit Samoa.", date="2024-05-02")
    >>> told.mentions.select("type", "source", "target", "status").row(0)
    ('visit', 'FJI', 'WSM', 'denied')
    >>> vv.explain("Typhoon Mina arrives in Japan, not in Taiwan.", date="2024-05-02").steps["why"].to_list()
    ['the traveller is at home there']
    """
    if isinstance(article, str):
        if date is None:
            raise ValueError("a text needs its article's date: explain(text, date='2024-07-09')")
        words, day = article, dt.date.fromisoformat(date) if isinstance(date, str) else date
    else:
        frame = read_corpus([dict(article)] if isinstance(article, Mapping) else article, verbose=False)
        if frame.height != 1:
            raise ValueError(f"explain takes one article, not {frame.height}; choose a row first")
        given = frame.row(0, named=True)
        words, day, source = given["text"], given["date"], source or given.get("source")
        if words is None or day is None:
            raise ValueError("the article has no text or no date")
    raw = json.loads(_core.explain(words, (day - dt.date(1970, 1, 1)).days, source, lexicon.compiled if lexicon is not None else None))
    mentions = [{k: v for k, v in m.items() if k not in ("evidence", "spans")} for m in raw["mentions"]]
    steps = [{"trigger": words[slice(*s["trigger"])], "rule": s["rule"], "gave": s["why"] is None, "why": s["why"]} for s in raw["steps"]]
    chunks = [
        {"sentence": n, "start": a, "end": b, "words": words[a:b], "is": label}
        for n, s in enumerate(raw["sentences"])
        for (a, b), label in s["chunks"]
    ]
    step_schema = {"trigger": pl.String, "rule": pl.String, "gave": pl.Boolean, "why": pl.String}
    chunk_schema = {"sentence": pl.UInt32, "start": pl.UInt32, "end": pl.UInt32, "words": pl.String, "is": pl.String}
    return Explanation(
        text=words,
        skipped=raw["skipped"],
        mentions=pl.DataFrame(mentions, infer_schema_length=None),
        steps=pl.DataFrame(steps, schema=step_schema),
        chunks=pl.DataFrame(chunks, schema=chunk_schema),
        raw=raw,
    )
