"""HTML that can be looked at, sent and trusted: what comes from articles is text and never markup."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

# Explicit directional controls would let an article reorder the page around it (Unicode TR 36); they are shown, not obeyed.
_CONTROLS = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

STYLE = """
.vv{color-scheme:light dark;font:16px/1.6 system-ui,'Segoe UI','DejaVu Sans',sans-serif;max-width:64rem}
.vv p,.vv li,.vv td{overflow-wrap:anywhere}
.vv h1{font-size:1.6rem;line-height:1.25}.vv h2{font-size:1.2rem;margin-top:2rem}
.vv .text{line-height:2.1}
.vv mark{padding:.1em .25em;border-radius:.25em;color:inherit;background:color-mix(in srgb,var(--c) 20%,transparent);border-bottom:2px solid var(--c)}
.vv mark small{font-size:.72em;margin-left:.35em}
.vv .trigger{--c:#c2410c}.vv .side{--c:#2563eb}.vv .place{--c:#15803d}.vv .date{--c:#a16207}.vv .actor{--c:#6b7280}
.vv .told{border-left:3px solid #8888;padding-left:.6rem;margin:.4rem 0}
.vv .wide{overflow-x:auto}
.vv table{border-collapse:collapse;font-size:.92em;line-height:1.45}
.vv th,.vv td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8886;vertical-align:top}
.vv td.n,.vv th.n{text-align:right;font-variant-numeric:tabular-nums}
.vv .bar{display:inline-block;height:.8em;min-width:1px;background:#2563eb}
.vv .quiet{opacity:.78}.vv sup a{text-decoration:none;font-weight:600}
.vv a:focus-visible,.vv summary:focus-visible{outline:2px solid #2563eb;outline-offset:2px}
.vv :target{outline:2px solid #c2410c;outline-offset:2px}
"""


def visible(value: object) -> str:
    """A value as one line or more of text, directional controls shown as a replacement character."""
    return _CONTROLS.sub("\ufffd", str(value))


def text(value: object) -> str:
    """A value as HTML text: escaped, empty for nothing, directional controls shown as a replacement character."""
    return "" if value is None else escape(visible(value), quote=True)


def link(url: object, label: str) -> str:
    """A link to a web address; any other scheme is only named."""
    address = str(url or "")
    return f'<a href="{text(address)}" rel="noopener noreferrer">{label}</a>' if re.match(r"https?://\S+$", address) else label


def row(cells: Sequence[object], tag: str = "td") -> str:
    """One table row; cells are text."""
    scope = " scope=col" if tag == "th" else ""
    return "<tr>" + "".join(f"<{tag}{scope}>{text(c)}</{tag}>" for c in cells) + "</tr>"


def fragment(*parts: str) -> str:
    """Parts with the style that they need: what a notebook shows."""
    return f"<style>{STYLE}</style><div class=vv>{''.join(parts)}</div>"


def document(title: str, *parts: str) -> str:
    """A page of its own: one file, nothing loaded from elsewhere, no script."""
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
    frame = "html{color-scheme:light dark}body{margin:1.5rem auto;padding:0 1rem;max-width:64rem}"
    return (
        f"<!doctype html>\n<html lang=en><head><meta charset=utf-8>{policy}<meta name=viewport content='width=device-width,initial-scale=1'>"
        f"<title>{text(title)}</title><style>{frame}{STYLE}</style></head>\n<body class=vv><main>{''.join(parts)}</main></body></html>\n"
    )


@dataclass(frozen=True)
class Page:
    """Something to look at. Shows itself in Jupyter; prints as text; ``save`` writes one HTML file.

    Attributes
    ----------
    title
        The page's.
    html
        Its body.
    plain
        The same as text.
    """

    title: str
    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return fragment(self.html)

    def save(self, path: str | Path) -> Path:
        """Write the page; gives back where."""
        path = Path(path)
        path.write_text(document(self.title, self.html), encoding="utf-8")
        return path


def key(*parts: object) -> str:
    """A short name for anchors, the same for the same parts."""
    return hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=4).hexdigest()


def marked(words: str, raw: dict[str, Any], name: str) -> str:
    """The article with who, where and when marked, and each trigger linked to what it tells.

    `raw` is what the core's ``explain`` says; the exchanges of `name` are numbered from 1 in its order.
    """
    spans: list[tuple[int, int, int, str, str]] = []
    told = [m for m in raw["mentions"] if not m["inferred"]]
    for number, m in enumerate(told, 1):
        for role, kind, order in (("trigger", "trigger", 0), ("source", "side", 1), ("target", "side", 1)):
            if (span := m["spans"][role]) is not None:
                spans.append((span[0], order, span[1], kind, str(number)))
    for sentence in raw["sentences"]:
        before = ""
        for (a, b), label in sentence["chunks"]:
            kind, _, rest = label.partition(" ")
            # "in Accra", "to Togo": a bare country behind a preposition is where.
            if kind == "actor" and before == "preposition" and " " not in rest:
                kind = "place"
            before = label
            if kind in ("actor", "place", "date"):
                spans.append((a, 2, b, kind, label.removeprefix("actor ").removeprefix("place ")))
    triggers: dict[tuple[int, int], list[str]] = {}
    for a, order, b, _, note in spans:
        if order == 0:
            triggers.setdefault((a, b), []).append(note)
    # A sentence that tells of something can be linked to.
    anchors = {m["evidence"][0]: f'<a id="{name}-s{m["evidence"][0]}"></a>' for m in told}
    out, at = [], 0

    def plain(upto: int) -> None:
        nonlocal at
        for cut in sorted(p for p in anchors if at <= p < upto):
            out.append(text(words[at:cut]) + anchors.pop(cut))
            at = cut
        out.append(text(words[at:upto]))
        at = upto

    for a, order, b, kind, note in sorted(spans):
        if a < at:
            continue
        plain(a)
        if a in anchors:
            out.append(anchors.pop(a))
        # A side keeps the country that the chunk's own label gives.
        own = next((n for x, o, y, _, n in spans if o == 2 and x <= a and y >= b), "") if order == 1 else note
        label = "" if kind in ("trigger", "date") else own
        out.append(
            f"<mark class={kind}>{text(words[a:b])}" + (f"<small>{text(label)}</small>" if label and label != "?" else "") + "</mark>"
        )
        if order == 0:
            out += [f'<sup><a href="#{name}-x{n}" aria-label="exchange {n}">{n}</a></sup>' for n in triggers[(a, b)]]
        at = b
    plain(len(words))
    body = "".join(out).replace("\n", "<br>")
    return f"<p class=text><bdi>{body}</bdi></p>"


def found(raw: dict[str, Any], name: str) -> str:
    """The exchanges of an article as a list, each linked to its sentence."""
    items = []
    for number, m in enumerate((m for m in raw["mentions"] if not m["inferred"]), 1):
        arrow = "→" if m["type"] not in ("meeting", "agreement", "exercise") else "–"
        who = " and ".join(text(h) for h in (m["source_head"], m["target_head"]) if h)
        when = m["start_date"] or "no date"
        if m["end_date"]:
            when += f" to {m['end_date']}"
        facts = [
            text(f).replace("_", " ") for f in (m["status"], m["level"], m["sector"], m["location_name"] or m["location_country"]) if f
        ]
        items.append(
            f'<li id="{name}-x{number}"><strong>{text(m["type"])} {text(m["source"])} {arrow} {text(m["target"])}</strong>, {text(when)}'
            f"{': ' + who if who else ''} <span class=quiet>({', '.join(facts)}; confidence {m['confidence']:.2f})</span> "
            f'<a href="#{name}-s{m["evidence"][0]}">sentence</a></li>'
        )
    return f"<ol>{''.join(items)}</ol>" if items else "<p class=quiet>No exchange is told.</p>"


def legend() -> str:
    """What the marks mean, in words beside the colours."""
    kinds: Iterable[tuple[str, str]] = (("trigger", "what tells it"), ("side", "who takes part"), ("actor", "somebody else"), ("place", "where"), ("date", "when"))  # fmt: skip
    return "<p class=quiet>" + " ".join(f"<mark class={k}>{words}</mark>" for k, words in kinds) + "</p>"
