"""Views of exchanges: the timeline of one, and the layouts that the field reads."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import polars as pl

from . import _core
from .schema import EXCHANGES, require

#: Codes by type, from the codebook's table.
_CAMEO = {
    "meeting": "040",
    "call": "041",
    "message": "019",
    "agreement": "057",
    "exercise": "062",
    "transfer": "070",
    "accreditation": "054",
    "delegation": "060",
}
_PLOVER = {
    "visit": ("CONSULT", "visit"),
    "meeting": ("CONSULT", "meet"),
    "call": ("CONSULT", "phone"),
    "message": ("CONSULT", None),
    "agreement": ("AGREE", None),
    "exercise": ("COOPERATE", "military"),
    "transfer": ("AID", None),
    "accreditation": ("COOPERATE", "diplomatic"),
    "delegation": ("COOPERATE", None),
}
_AID = {
    "military": ("072", "military"),
    "security": ("072", "military"),
    "humanitarian": ("073", "humanitarian"),
    "economy": ("071", "economic"),
}
_SECURED = ("occurred", "ongoing")


def _countries() -> dict[str, tuple[str, int | None, str, str]]:
    return {iso3: (iso2, cow, cameo, name) for iso3, iso2, cow, cameo, name in _core.countries()}


def countries() -> pl.DataFrame:
    """List the countries that visavis knows, with their codes.

    Returns
    -------
    polars.DataFrame
        ``iso3`` (the code of all frames), ``iso2``, ``cow`` (Correlates of War, Int64, null where a country has none), ``cameo``, ``name``.

    Examples
    --------
    >>> import polars as pl, visavis as vv
    >>> vv.countries().filter(pl.col("iso3") == "FJI").row(0)
    ('FJI', 'FJ', 950, 'FJI', 'Fiji')
    """
    schema = {"iso3": pl.String, "iso2": pl.String, "cow": pl.Int64, "cameo": pl.String, "name": pl.String}
    return pl.DataFrame(_core.countries(), schema=schema, orient="row").sort("iso3")


def timeline(exchange_id: str, exchanges: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The reports of one exchange, in the order in which they came.

    Parameters
    ----------
    exchange_id
        Of a row of ``exchanges``. Talks that were held during a visit (``part_of``) are told with it.
    exchanges
        What :func:`resolve` returns.
    mentions
        What :func:`extract` returned for it.

    Returns
    -------
    polars.DataFrame
        ``article_date`` (Date), ``publisher``, ``type``, ``status``, ``start_date`` (Date), ``end_date`` (Date), ``trigger``,
        ``evidence``, ``doc_id``, ``mention_id``, ``exchange_id``.

    Raises
    ------
    KeyError
        If no exchange has that id.

    Examples
    --------
    >>> import visavis as vv
    >>> mentions = vv.extract(vv.load_sample(), progress=False)
    >>> exchanges = vv.resolve(mentions)
    >>> most = exchanges.sort("n_mentions")["exchange_id"][-1]
    >>> vv.timeline(most, exchanges, mentions)["article_date"].is_sorted()
    True
    """
    require(exchanges, ["exchange_id", "mention_ids", "part_of"], "the exchanges frame")
    require(mentions, ["mention_id", "article_date", "evidence"], "the mentions frame")
    own = exchanges.filter((pl.col("exchange_id") == exchange_id) | (pl.col("part_of") == exchange_id))
    if exchange_id not in own["exchange_id"]:
        raise KeyError(f"no exchange {exchange_id!r} among {exchanges.height:,}; ids stand in the column exchange_id")
    ids = own.select(pl.col("mention_ids").alias("mention_id"), "exchange_id").explode("mention_id")
    columns = [
        "article_date",
        "publisher",
        "type",
        "status",
        "start_date",
        "end_date",
        "trigger",
        "evidence",
        "doc_id",
        "mention_id",
        "exchange_id",
    ]
    return mentions.join(ids, on="mention_id").select(columns).sort("article_date", "mention_id")


def to_cameo(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Exchanges as dyadic CAMEO events.

    A visit gives two rows, as in ICEWS and GDELT: 042 (make a visit) from the guest, 043 (host a visit) from the host. What
    is planned or proposed is 036 (express intent to meet) for visits, meetings and calls; other plans are 030. What was
    denied, only alleged or cancelled gives no row. ``docs/exports.md`` says what is lost.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.

    Returns
    -------
    polars.DataFrame
        ``event_id``, ``event_date`` (Date, null where no day, month or year is told), ``source_iso3``, ``source_cow`` (UInt16), ``source_cameo``,
        ``source_name``, the same of ``target``, ``code`` (CAMEO), ``root`` (its first two digits), ``quad`` (UInt8: 1 verbal, 2 material
        cooperation), ``location``, ``n_mentions``, ``n_articles``, ``n_sources``, ``exchange_id``.

    References
    ----------
    Schrodt 2012, "CAMEO: Conflict and Mediation Event Observations. Event and Actor Codebook", 1.1b3.

    Examples
    --------
    >>> import visavis as vv
    >>> events = vv.to_cameo(vv.resolve(vv.extract(vv.load_sample(), progress=False)))
    >>> events.filter(code="042").height == events.filter(code="043").height
    True
    """
    require(exchanges, list(EXCHANGES), "the exchanges frame")
    names = _countries()
    rows: list[dict[str, Any]] = []
    for x in exchanges.iter_rows(named=True):
        for code, a, b in _cameo_codes(x):
            (_, a_cow, a_cameo, a_name), (_, b_cow, b_cameo, b_name) = names[a], names[b]
            rows.append(
                {
                    "event_id": f"{x['exchange_id']}-{code}",
                    "event_date": x["start_date"],
                    "source_iso3": a,
                    "source_cow": a_cow,
                    "source_cameo": a_cameo,
                    "source_name": a_name,
                    "target_iso3": b,
                    "target_cow": b_cow,
                    "target_cameo": b_cameo,
                    "target_name": b_name,
                    "code": code,
                    "root": code[:2],
                    "quad": 2 if code[:2] in ("06", "07") else 1,
                    "location": x["location_country"],
                    "n_mentions": x["n_mentions"],
                    "n_articles": x["n_articles"],
                    "n_sources": x["n_sources"],
                    "exchange_id": x["exchange_id"],
                }
            )
    side = {"iso3": pl.String, "cow": pl.UInt16, "cameo": pl.String, "name": pl.String}
    schema = {
        "event_id": pl.String,
        "event_date": pl.Date,
        **{f"{s}_{k}": t for s in ("source", "target") for k, t in side.items()},
        "code": pl.String,
        "root": pl.String,
        "quad": pl.UInt8,
        "location": pl.String,
        "n_mentions": pl.UInt32,
        "n_articles": pl.UInt32,
        "n_sources": pl.UInt32,
        "exchange_id": pl.String,
    }
    return pl.DataFrame(rows, schema=schema)


def _cameo_codes(x: dict[str, Any]) -> list[tuple[str, str, str]]:
    a, b, kind = x["source"], x["target"], x["type"]
    if x["status"] in ("planned", "proposed"):
        return [("036" if kind in ("visit", "meeting", "call") else "030", a, b)]
    if x["status"] not in _SECURED:
        return []
    if kind == "visit":
        return [("042", a, b), ("043", b, a)]
    if kind == "transfer":
        return [(_AID.get(x["sector"], ("070", ""))[0], a, b)]
    # 044: the two met in a third country.
    if kind == "meeting" and x["location_country"] not in (None, a, b):
        return [("044", a, b)]
    return [(_CAMEO[kind], a, b)]


def to_plover(exchanges: pl.DataFrame, path: str | Path | None = None) -> list[dict[str, Any]]:
    """Exchanges as PLOVER events, laid out like POLECAT's.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns. Every status is kept: ``visavis.status`` says which.
    path
        Write JSON lines there.

    Returns
    -------
    list of dict
        ``event_id``, ``event_type``, ``event_mode``, ``date``, ``actors`` and ``recipients`` (country, codes, name, title), ``contexts``, ``location``,
        ``magnitude`` of reports, and under ``visavis`` what PLOVER has no place for.

    References
    ----------
    Halterman, Bagozzi, Beger, Schrodt and Scraborough 2023, "PLOVER and POLECAT: A New Political Event Ontology and Dataset".

    Examples
    --------
    >>> import visavis as vv
    >>> events = vv.to_plover(vv.resolve(vv.extract(vv.load_sample(), progress=False)))
    >>> {e["event_type"] for e in events} <= {"CONSULT", "AGREE", "COOPERATE", "AID"}
    True
    """
    require(exchanges, list(EXCHANGES), "the exchanges frame")
    names = _countries()

    def party(x: dict[str, Any], side: str) -> dict[str, Any]:
        iso2, cow, cameo, name = names[x[side]]
        return {
            "country": x[side],
            "iso2": iso2,
            "cow": cow,
            "cameo": cameo,
            "name": name,
            "actor_name": x[f"{side}_head"],
            "actor_title": x[f"{side}_office"],
        }

    def day(d: dt.date | None) -> str | None:
        return d.isoformat() if d else None

    events = []
    for x in exchanges.iter_rows(named=True):
        kind, mode = _PLOVER[x["type"]]
        if x["type"] == "transfer":
            mode = _AID.get(x["sector"], ("", None))[1]
        events.append(
            {
                "event_id": x["exchange_id"],
                "event_type": kind,
                "event_mode": mode,
                "date": day(x["start_date"]),
                "end_date": day(x["end_date"]),
                "actors": [party(x, "source")],
                "recipients": [party(x, "target")],
                "contexts": [x["sector"]] if x["sector"] else [],
                "location": {"country": x["location_country"], "name": x["location_name"]},
                "visavis": {
                    "type": x["type"],
                    "status": x["status"],
                    "level": x["level"],
                    "directed": x["directed"],
                    "date_precision": x["date_precision"],
                    "part_of": x["part_of"],
                    "n_mentions": x["n_mentions"],
                    "n_articles": x["n_articles"],
                    "n_sources": x["n_sources"],
                    "mention_ids": x["mention_ids"],
                    "confidence": round(x["confidence"], 4),
                },
            }
        )
    if path is not None:
        Path(path).write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in events), encoding="utf-8")
    return events
