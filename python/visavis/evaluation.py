"""The codebook's scoring of mentions against annotated articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from . import _core
from .schema import MENTIONS, require

_ITEM = [
    "type",
    "source",
    "target",
    "start_date",
    "end_date",
    "date_precision",
    "date_source",
    "location_country",
    "source_head",
    "target_head",
    "level",
    "sector",
    "status",
]


@dataclass(frozen=True)
class Evaluation:
    """What :func:`evaluate` found, in frames.

    Attributes
    ----------
    overall
        ``scoring`` (relaxed, standard, strict), ``precision``, ``recall``, ``f1``, ``matched``, ``predicted``, ``annotated``.
    by_type
        The same for each type, standard scoring.
    by_field
        ``field``, ``accuracy``, ``right``, ``compared``: on matched pairs where the annotation has a value.
    matches, misses, extras
        Matched pairs with the fields that differ; annotations not found; predictions not annotated.
    """

    overall: pl.DataFrame
    by_type: pl.DataFrame
    by_field: pl.DataFrame
    matches: pl.DataFrame
    misses: pl.DataFrame
    extras: pl.DataFrame

    def __repr__(self) -> str:
        with pl.Config(tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, float_precision=3):
            return f"{self.overall}\n{self.by_type}\n{self.by_field}"


def _gold(gold: Any) -> list[dict[str, Any]]:
    if isinstance(gold, str | Path):
        rows = []
        for number, line in enumerate(Path(gold).read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    rows.append(json.loads(line))
                except ValueError as e:
                    raise ValueError(f"{gold}, line {number}: not JSON ({e})") from e
        return rows
    return [dict(r) for r in (gold.to_dicts() if isinstance(gold, pl.DataFrame) else gold)]


def _scores(matched: int, predicted: int, annotated: int) -> dict[str, float | int]:
    p, r = matched / predicted if predicted else 0.0, matched / annotated if annotated else 0.0
    return {
        "precision": p,
        "recall": r,
        "f1": 2 * p * r / (p + r) if p + r else 0.0,
        "matched": matched,
        "predicted": predicted,
        "annotated": annotated,
    }


def evaluate(mentions: pl.DataFrame, gold: Any) -> Evaluation:
    """Score mentions against annotated articles by the codebook.

    Within an article, annotations and predictions are matched one to one, as many as possible; a match
    needs type, pair (and direction where it counts) and dates that do not contradict. Inferred predictions
    are dropped; optional annotations cost nothing when missed and nothing when found. *Relaxed* ignores type
    and direction, *strict* needs status and exact start date too.

    Parameters
    ----------
    mentions
        What :func:`extract` made of the annotated articles.
    gold
        Annotated articles: a JSON lines file, or rows with ``doc_id`` and ``exchanges``.

    Returns
    -------
    Evaluation

    Examples
    --------
    >>> import visavis as vv
    >>> article = {"doc_id": "a", "date": "2024-05-02", "text": "Fijian Prime Minister Sitiveni Rabuka visits Samoa.",
    ...     "exchanges": [{"type": "visit", "source": "FJI", "target": "WSM", "status": "ongoing"}]}
    >>> vv.evaluate(vv.extract([article]), [article]).overall["f1"].to_list()
    [1.0, 1.0, 1.0]
    """
    require(mentions, [*_ITEM, "doc_id", "inferred", "evidence", "rule"], "the mentions frame")
    rows = _gold(gold)
    said_by_doc: dict[str, list[dict[str, Any]]] = {}
    for m in mentions.filter(~pl.col("inferred")).with_columns(pl.col("start_date", "end_date").cast(pl.String)).iter_rows(named=True):
        said_by_doc.setdefault(m["doc_id"], []).append(m)
    counts = {s: [0, 0, 0] for s in ("relaxed", "standard", "strict")}
    types = {t: [0, 0, 0] for t in _core_types()}
    fields = {f: [0, 0] for f in _core.score_fields()}
    matches, misses, extras = [], [], []
    for article in rows:
        doc = article["doc_id"]
        wanted = [{k: v for k, v in e.items() if k in {*_ITEM, "optional"} and v is not None} for e in article.get("exchanges") or []]
        said = said_by_doc.get(doc, [])
        required = [not e.get("optional", False) for e in wanted]
        gold_json, said_json = json.dumps(wanted), json.dumps([{k: m[k] for k in _ITEM if m[k] is not None} for m in said])
        for scoring, total in counts.items():
            found = _core.match_article(gold_json, said_json, scoring)
            real = sum(required[g] for g, _, _ in found)
            total[0] += real
            total[1] += len(said) - (len(found) - real)
            total[2] += sum(required)
            if scoring != "standard":
                continue
            free = {s for g, s, _ in found if not required[g]}
            for e, needed in zip(wanted, required, strict=True):
                types[e["type"]][2] += needed
            for s, m in enumerate(said):
                types[m["type"]][1] += s not in free
            for g, s, agreement in found:
                if required[g]:
                    types[wanted[g]["type"]][0] += 1
                    for name, ok in zip(fields, agreement, strict=True):
                        if ok is not None:
                            fields[name][0] += ok
                            fields[name][1] += 1
                wrong = [n for n, ok in zip(fields, agreement, strict=True) if ok is False]
                matches.append(
                    {
                        "doc_id": doc,
                        "mention_id": said[s]["mention_id"],
                        "type": wanted[g]["type"],
                        "source": wanted[g]["source"],
                        "target": wanted[g]["target"],
                        "optional": not required[g],
                        "wrong_fields": wrong,
                    }
                )
            hit_gold, hit_said = {g for g, _, _ in found}, {s for _, s, _ in found}
            misses += [{"doc_id": doc, **{k: e.get(k) for k in _ITEM}} for g, e in enumerate(wanted) if g not in hit_gold and required[g]]
            extras += [{"doc_id": doc, **{k: m[k] for k in (*_ITEM, "rule", "evidence")}} for s, m in enumerate(said) if s not in hit_said]
    text = dict.fromkeys(_ITEM, pl.String)
    return Evaluation(
        overall=pl.DataFrame([{"scoring": s, **_scores(*c)} for s, c in counts.items()]),
        by_type=pl.DataFrame([{"type": t, **_scores(*c)} for t, c in types.items()]),
        by_field=pl.DataFrame([{"field": f, "accuracy": r / n if n else None, "right": r, "compared": n} for f, (r, n) in fields.items()]),
        matches=pl.DataFrame(
            matches,
            schema={
                "doc_id": pl.String,
                "mention_id": pl.String,
                "type": pl.String,
                "source": pl.String,
                "target": pl.String,
                "optional": pl.Boolean,
                "wrong_fields": pl.List(pl.String),
            },
        ),
        misses=pl.DataFrame(misses, schema={"doc_id": pl.String, **text}),
        extras=pl.DataFrame(extras, schema={"doc_id": pl.String, **text, "rule": pl.String, "evidence": pl.String}),
    )


def _core_types() -> list[str]:
    kind = MENTIONS["type"]
    assert isinstance(kind, pl.Enum)
    return kind.categories.to_list()


def evaluate_clusters(exchanges: pl.DataFrame, clusters: pl.DataFrame) -> pl.DataFrame:
    """Score how reports were joined into exchanges.

    Every annotated mention counts in B-cubed; every pair of mentions in the pairwise figures. Mentions that
    are not annotated are left out of both.

    Parameters
    ----------
    exchanges
        What :func:`resolve` returns.
    clusters
        The truth: ``mention_id`` and ``exchange``, any name of the exchange that the mention tells of.

    Returns
    -------
    polars.DataFrame
        ``measure`` ("bcubed", "pairwise"), ``precision``, ``recall``, ``f1`` (Float64; null where there is nothing
        to count), ``n`` (UInt32, mentions or annotated pairs), ``missing`` (UInt32, annotated mentions that no exchange holds).

    References
    ----------
    Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model".

    Examples
    --------
    >>> import polars as pl, visavis as vv
    >>> exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    >>> truth = exchanges.select(pl.col("mention_ids").alias("mention_id"), exchange="exchange_id").explode("mention_id")
    >>> vv.evaluate_clusters(exchanges, truth)["f1"].to_list()
    [1.0, 1.0]
    """
    require(exchanges, ["exchange_id", "mention_ids"], "the exchanges frame")
    require(clusters, ["mention_id", "exchange"], "the frame of clusters")
    found = exchanges.select(pl.col("mention_ids").alias("mention_id"), "exchange_id").explode("mention_id")
    truth = clusters.select("mention_id", "exchange").unique("mention_id")
    rows = truth.join(found, on="mention_id", how="inner").with_columns(
        both=pl.len().over("exchange", "exchange_id"), true=pl.len().over("exchange"), made=pl.len().over("exchange_id")
    )
    missing = truth.height - rows.height

    def pairs(*by: str) -> int:
        n = rows.group_by(*by).len()["len"].cast(pl.Int64)
        return int((n * (n - 1) // 2).sum())

    def ratio(a: float, b: float) -> float | None:
        return a / b if b else None

    both, made, true = pairs("exchange", "exchange_id"), pairs("exchange_id"), pairs("exchange")
    figures = [
        (
            "bcubed",
            ratio(float((rows["both"] / rows["made"]).sum()), rows.height),
            ratio(float((rows["both"] / rows["true"]).sum()), rows.height),
            rows.height,
        ),
        ("pairwise", ratio(both, made), ratio(both, true), true),
    ]
    return pl.DataFrame(
        [(m, p, r, 2 * p * r / (p + r) if p and r else None, n, missing) for m, p, r, n in figures],
        schema={
            "measure": pl.String,
            "precision": pl.Float64,
            "recall": pl.Float64,
            "f1": pl.Float64,
            "n": pl.UInt32,
            "missing": pl.UInt32,
        },
        orient="row",
    )
