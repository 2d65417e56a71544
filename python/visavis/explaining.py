"""Why an article gave its rows: every sentence as it was cut, every rule that was tried, every role that was filled."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import polars as pl

from . import _core
from .corpus import read_corpus
from .lexicon import Lexicon

_STYLE = """
.vv{font:15px/1.9 system-ui,sans-serif;color-scheme:light dark;max-width:60rem}
.vv mark{padding:.1em .25em;border-radius:.25em;color:inherit;background:color-mix(in srgb,var(--c) 22%,transparent);border-bottom:2px solid var(--c)}
.vv mark small{font-size:.7em;opacity:.85;margin-left:.4em}
.vv .trigger{--c:#b3422b}.vv .actor{--c:#2b6cb0}.vv .place{--c:#2f855a}.vv .date{--c:#975a16}
.vv table{border-collapse:collapse;font-size:.9em;line-height:1.4}.vv th,.vv td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #8885;vertical-align:top}
.vv .why{opacity:.75}
"""


def _kind(label: str, span: list[int], triggers: set[tuple[int, int]]) -> str | None:
    if any(a < span[1] and span[0] < b for a, b in triggers):
        return "trigger"
    word = label.split(" ", 1)[0]
    return word if word in ("actor", "place", "date") else None


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
    """

    text: str
    skipped: str | None
    mentions: pl.DataFrame
    steps: pl.DataFrame
    chunks: pl.DataFrame
    _raw: dict[str, Any]

    def __repr__(self) -> str:
        lines = []
        if self.skipped:
            lines.append(f"Not read further: {self.skipped}.")
        for number, sentence in enumerate(self._raw["sentences"], 1):
            a, b = sentence["span"]
            lines.append(f"{number}. {self.text[a:b]}")
            lines += [f"     {self.text[c[0] : c[1]]:<44.44} {label}" for c, label in sentence["chunks"]]
            for step in self._raw["steps"]:
                if a <= step["trigger"][0] < b:
                    words = self.text[slice(*step["trigger"])]
                    lines.append(f"   {words!r} by rule {step['rule']}: {'no row: ' + step['why'] if step['why'] else 'a row'}")
        for m in self._raw["mentions"]:
            who = " – ".join(f"{m[s]} ({m[h]})" if m[h] else m[s] for s, h in (("source", "source_head"), ("target", "target_head")))
            inferred = ", inferred" if m["inferred"] else ""
            lines.append(
                f"=> {m['type']} {who}, {m['start_date'] or 'no date'}, {m['status']}, {m['level'] or 'no level'}, {m['sector'] or 'no sector'}"
                f" (rule {m['rule']}, confidence {m['confidence']:.2f}: {', '.join(m['signals'])}{inferred})"
            )
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        triggers = {tuple(s["trigger"]) for s in self._raw["steps"] if not s["why"]}
        parts, at = [], 0
        for sentence in self._raw["sentences"]:
            for (a, b), label in sentence["chunks"]:
                kind = _kind(label, [a, b], triggers)
                if kind is None or a < at:
                    continue
                note = label if kind != "trigger" else "trigger"
                parts.append(
                    f"{escape(self.text[at:a])}<mark class={kind} title='{escape(note, quote=True)}'>{escape(self.text[a:b])}"
                    f"<small>{escape(note.removeprefix('actor ').removeprefix('place '))}</small></mark>"
                )
                at = b
        parts.append(escape(self.text[at:]))
        rows = "".join(
            f"<tr><td>{escape(self.text[slice(*s['trigger'])])}</td><td>{escape(s['rule'])}</td><td class=why>{escape(s['why'] or 'a row')}</td></tr>"
            for s in self._raw["steps"]
        )
        columns = ["type", "source", "target", "start_date", "status", "level", "sector", "source_head", "target_head", "rule"]
        found = "".join(
            "<tr>"
            + "".join(f"<td>{escape(str(m[c] if m[c] is not None else ''))}</td>" for c in columns)
            + f"<td>{m['confidence']:.2f}</td></tr>"
            for m in self._raw["mentions"]
        )
        head = "".join(f"<th>{c}</th>" for c in [*columns, "confidence"])
        skipped = f"<p class=why>Not read further: {escape(self.skipped)}.</p>" if self.skipped else ""
        return (
            f"<style>{_STYLE}</style><div class=vv><p>{''.join(parts).replace(chr(10), '<br>')}</p>{skipped}"
            f"<table><tr>{head}</tr>{found}</table>"
            f"<details><summary>{len(self._raw['steps'])} readings tried</summary><table><tr><th>trigger</th><th>rule</th><th>outcome</th></tr>{rows}</table></details></div>"
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
        text, day = article, dt.date.fromisoformat(date) if isinstance(date, str) else date
    else:
        frame = read_corpus([dict(article)] if isinstance(article, Mapping) else article, verbose=False)
        if frame.height != 1:
            raise ValueError(f"explain takes one article, not {frame.height}; choose a row first")
        row = frame.row(0, named=True)
        text, day, source = row["text"], row["date"], source or row.get("source")
        if text is None or day is None:
            raise ValueError("the article has no text or no date")
    raw = json.loads(_core.explain(text, (day - dt.date(1970, 1, 1)).days, source, lexicon.compiled if lexicon is not None else None))
    mentions = [{k: v for k, v in m.items() if k not in ("evidence", "spans")} for m in raw["mentions"]]
    steps = [{"trigger": text[slice(*s["trigger"])], "rule": s["rule"], "gave": s["why"] is None, "why": s["why"]} for s in raw["steps"]]
    chunks = [
        {"sentence": n, "start": a, "end": b, "words": text[a:b], "is": label}
        for n, s in enumerate(raw["sentences"])
        for (a, b), label in s["chunks"]
    ]
    step_schema = {"trigger": pl.String, "rule": pl.String, "gave": pl.Boolean, "why": pl.String}
    chunk_schema = {"sentence": pl.UInt32, "start": pl.UInt32, "end": pl.UInt32, "words": pl.String, "is": pl.String}
    return Explanation(
        text=text,
        skipped=raw["skipped"],
        mentions=pl.DataFrame(mentions, infer_schema_length=None),
        steps=pl.DataFrame(steps, schema=step_schema),
        chunks=pl.DataFrame(chunks, schema=chunk_schema),
        _raw=raw,
    )
