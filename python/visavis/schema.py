"""Columns and types of the frames. Names and order of the enumerations come from the core."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from . import _core

NAMES: dict[str, list[str]] = dict(_core.enumerations())
ENUMS: dict[str, pl.Enum] = {column: pl.Enum(names) for column, names in NAMES.items()}

# What a mention and an exchange both say.
_TOLD: dict[str, pl.DataType] = {
    "type": ENUMS["type"],
    "source": pl.String(),
    "target": pl.String(),
    "directed": pl.Boolean(),
    "start_date": pl.Date(),
    "end_date": pl.Date(),
    "date_precision": ENUMS["date_precision"],
    "date_source": ENUMS["date_source"],
    "location_country": pl.String(),
    "location_name": pl.String(),
    "source_head": pl.String(),
    "source_office": pl.String(),
    "target_head": pl.String(),
    "target_office": pl.String(),
    "level": ENUMS["level"],
    "sector": ENUMS["sector"],
    "status": ENUMS["status"],
}

#: Columns of the mentions frame: one row per exchange and article.
MENTIONS: dict[str, pl.DataType] = {
    "doc_id": pl.String(),
    "mention_id": pl.String(),
    **_TOLD,
    "parties": pl.UInt8(),
    "evidence": pl.String(),
    "evidence_start": pl.UInt32(),
    "evidence_end": pl.UInt32(),
    "trigger": pl.String(),
    "rule": pl.String(),
    "confidence": pl.Float32(),
    "inferred": pl.Boolean(),
    "article_date": pl.Date(),
    "publisher": pl.String(),
}

#: Columns of the exchanges frame: one row per exchange in the world.
EXCHANGES: dict[str, pl.DataType] = {
    "exchange_id": pl.String(),
    "pair": pl.String(),
    **_TOLD,
    "first_reported": pl.Date(),
    "last_reported": pl.Date(),
    "n_mentions": pl.UInt32(),
    "n_articles": pl.UInt32(),
    "n_sources": pl.UInt32(),
    "mention_ids": pl.List(pl.String()),
    "confidence": pl.Float64(),
    "part_of": pl.String(),
    "disagreements": pl.List(pl.String()),
}


CLAIM_KINDS = pl.Enum(["record", "first", "ordinal", "count", "most_since"])

#: Columns of the claims frame: one row per countable assertion and article.
CLAIMS: dict[str, pl.DataType] = {
    "doc_id": pl.String(),
    "claim_id": pl.String(),
    "kind": CLAIM_KINDS,
    "source": pl.String(),
    "target": pl.String(),
    "type": ENUMS["type"],
    "level": ENUMS["level"],
    "sector": ENUMS["sector"],
    "window": pl.String(),
    "since": pl.Date(),
    "number": pl.UInt32(),
    "claim": pl.String(),
    "claim_start": pl.UInt32(),
    "claim_end": pl.UInt32(),
    "evidence": pl.String(),
    "article_date": pl.Date(),
    "publisher": pl.String(),
}


def typed(frame: pl.DataFrame, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Gives a frame from the core its enumerations."""
    return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())


def plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Turns enumerations into strings for the core."""
    enums = [c for c, t in frame.schema.items() if isinstance(t, pl.Enum | pl.Categorical)]
    return frame.with_columns(pl.col(enums).cast(pl.String)) if enums else frame


def require(frame: pl.DataFrame, columns: list[str], what: str) -> None:
    """Says which columns of a frame are missing, and which stage makes them."""
    missing = [c for c in columns if c not in frame.columns]
    if missing:
        raise ValueError(f"{what} lacks the columns {', '.join(missing)}; it has {', '.join(frame.columns) or 'none'}")


def names_of(column: str, values: str | list[str] | tuple[str, ...]) -> list[str]:
    """Checks values of an enumeration given by a user."""
    chosen = [values] if isinstance(values, str) else list(values)
    wrong = [v for v in chosen if v not in NAMES[column]]
    if wrong:
        raise ValueError(f"{column}: {', '.join(map(repr, wrong))} is none of {', '.join(NAMES[column])}")
    return chosen
