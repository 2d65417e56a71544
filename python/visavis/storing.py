"""Resolved exchanges on disk, kept as articles come in."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from .schema import EXCHANGES, MENTIONS, require
from .stages import resolve

_VERSION = 1
_MANIFEST = "manifest.json"


class StoreError(ValueError):
    """A store that cannot be read: says which file, and what to do."""


@dataclass(frozen=True)
class Update:
    """What :meth:`Store.update` did.

    Attributes
    ----------
    added
        Mentions new to the store.
    repeated
        Mentions of articles that the store had already: left as they were.
    changes
        One row per exchange that is not what it was: ``exchange_id``, ``change`` ("new", "changed", "gone"),
        ``fields`` (List(String), what changed), ``into`` (String, for "gone": the exchange that now holds its reports).
    """

    added: int
    repeated: int
    changes: pl.DataFrame = field(repr=False)


_CHANGES: dict[str, pl.DataType | type[pl.DataType]] = {
    "exchange_id": pl.String,
    "change": pl.String,
    "fields": pl.List(pl.String),
    "into": pl.String,
}


class Store:
    """Mentions and their exchanges in a folder of Parquet files.

    Tomorrow's articles are added with :meth:`update`. The exchanges are those that :func:`resolve` makes of all mentions
    at once: pairs of countries do not touch each other, so only the pairs that the new mentions name are resolved
    again. An ``exchange_id`` hangs on the earliest report and stays unless an earlier one turns up; every update says which
    changed.

    Files are written beside the old ones and become the store's when its manifest is replaced, in one step: a crash
    before leaves the store as it was, and the same update can be made again. One writer at a time.

    Parameters
    ----------
    folder
        Made if it is not there.
    inferred
        As in :func:`resolve`; fixed when the store is made.

    Raises
    ------
    StoreError
        If the manifest, or a file that it names, is missing or of another version.

    Examples
    --------
    >>> import tempfile, visavis as vv
    >>> mentions = vv.extract(vv.load_sample(), progress=False)
    >>> store = vv.Store(tempfile.mkdtemp())
    >>> early, late = mentions.filter(mentions["article_date"].dt.year() < 2024), mentions.filter(mentions["article_date"].dt.year() >= 2024)
    >>> _ = store.update(early)
    >>> store.update(late).added == late.height
    True
    >>> store.exchanges().equals(vv.resolve(mentions))
    True
    """

    def __init__(self, folder: str | Path, *, inferred: bool = False) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / _MANIFEST
        if path.exists():
            try:
                self._manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
                version = self._manifest["version"]
            except (json.JSONDecodeError, KeyError) as e:
                raise StoreError(
                    f"{path}: not the manifest of a store ({e}); restore it from a copy, or make a new store in another folder"
                ) from None
            if version != _VERSION:
                raise StoreError(f"{path}: a store of version {version}, this visavis reads {_VERSION}; make a new store from the mentions")
            if self._manifest["inferred"] != inferred:
                raise StoreError(f"{path}: this store was made with inferred={self._manifest['inferred']}; open it so")
            for name in [*self._manifest["mentions"], *filter(None, [self._manifest["exchanges"]])]:
                if not (self.folder / name).exists():
                    raise StoreError(f"{self.folder / name}: named by the manifest and not there; restore it from a copy")
        else:
            self._manifest = {"version": _VERSION, "inferred": inferred, "mentions": [], "exchanges": None}
        self._sweep()

    def mentions(self) -> pl.LazyFrame:
        """All mentions, lazily, with the columns of :data:`visavis.MENTIONS`."""
        files = [self.folder / n for n in self._manifest["mentions"]]
        return pl.scan_parquet(files) if files else pl.LazyFrame(schema=MENTIONS)

    def exchanges(self) -> pl.DataFrame:
        """All exchanges, with the columns of :data:`visavis.EXCHANGES`, as :func:`resolve` gives them."""
        name = self._manifest["exchanges"]
        return pl.read_parquet(self.folder / name) if name else pl.DataFrame(schema=EXCHANGES)

    def update(self, mentions: pl.DataFrame) -> Update:
        """Add the mentions of new articles.

        Parameters
        ----------
        mentions
            What :func:`extract` returns. Articles (``doc_id``) that the store has are skipped, so that an update may
            be repeated.

        Returns
        -------
        Update
            How many mentions were added, how many repeated, and which exchanges changed.

        Raises
        ------
        ValueError
            If columns are missing.
        """
        require(mentions, list(MENTIONS), "the mentions frame")
        known = self.mentions().select("doc_id").unique().collect()
        new = mentions.select(list(MENTIONS)).join(known, on="doc_id", how="anti")
        repeated = mentions.height - new.height
        if not new.height:
            return Update(0, repeated, pl.DataFrame(schema=_CHANGES))
        pair = pl.concat_str(pl.min_horizontal("source", "target"), pl.max_horizontal("source", "target"), separator="-")
        touched = new.select(pair=pair).unique()
        own = self.mentions().with_columns(pair=pair).join(touched.lazy(), on="pair", how="semi").drop("pair").collect()
        before = self.exchanges()
        again = resolve(pl.concat([own, new]), inferred=self._manifest["inferred"])
        kept = before.join(touched, on="pair", how="anti")
        after = pl.concat([kept, again]).sort(pl.coalesce("start_date", "first_reported"), "exchange_id")
        changes = _changes(before.join(touched, on="pair", how="semi"), again)
        part, whole = self._write(new, "mentions"), self._write(after, "exchanges")
        self._commit({**self._manifest, "mentions": [*self._manifest["mentions"], part], "exchanges": whole})
        return Update(new.height, repeated, changes)

    def _write(self, frame: pl.DataFrame, stem: str) -> str:
        name = f"{stem}-{uuid.uuid4().hex}.parquet"
        with (self.folder / name).open("wb") as f:
            frame.write_parquet(f)
            f.flush()
            os.fsync(f.fileno())
        return name

    def _commit(self, manifest: dict[str, Any]) -> None:
        fresh = self.folder / f"{_MANIFEST}.new"
        with fresh.open("w", encoding="utf-8") as f:
            json.dump(manifest, f, indent=1)
            f.flush()
            os.fsync(f.fileno())
        os.replace(fresh, self.folder / _MANIFEST)
        self._manifest = manifest
        self._sweep()

    def _sweep(self) -> None:
        """Removes what a crash, or an update, left behind."""
        ours = {*self._manifest["mentions"], self._manifest["exchanges"]}
        for stem in ("mentions", "exchanges"):
            for path in self.folder.glob(f"{stem}-{'?' * 32}.parquet"):
                if path.name not in ours:
                    path.unlink(missing_ok=True)


def _changes(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Exchanges that are new, gone, or not what they were."""
    old = {r["exchange_id"]: r for r in before.iter_rows(named=True)}
    holder = {m: r["exchange_id"] for r in after.iter_rows(named=True) for m in r["mention_ids"]}
    rows: list[tuple[str, str, list[str], str | None]] = []
    for r in after.iter_rows(named=True):
        was = old.pop(r["exchange_id"], None)
        if was is None:
            rows.append((r["exchange_id"], "new", [], None))
        elif was != r:
            rows.append((r["exchange_id"], "changed", [k for k in r if was[k] != r[k]], None))
    rows += [(x, "gone", [], holder.get(was["mention_ids"][0])) for x, was in old.items()]
    return pl.DataFrame(rows, schema=_CHANGES, orient="row").sort("exchange_id")
