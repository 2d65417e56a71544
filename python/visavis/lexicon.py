"""The user's own people, places and countries, laid over the packaged lexicon."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import polars as pl

from . import _core


class Lexicon:
    """The packaged lexicon with rows of your own.

    Each method takes a CSV file with a header or a frame with the same columns as the packaged file:

    - people: ``name``, ``iso3``, ``office``, ``level``, ``sector``, ``start``, ``end`` (months, ``2018-05``;
      an empty end is "still"), ``aliases`` (separated by ``|``)
    - places: ``name``, ``iso3``, ``kind``
    - institutions: ``name``, ``iso3``, ``level``, ``sector``
    - agencies: ``name``, ``iso3``, ``city``: whose "here" is where
    - traps: ``name``: what looks like a country and is none

    A wrong row raises ``ValueError`` with file, line and what to write, when the lexicon is first used.

    Examples
    --------
    >>> import polars as pl, visavis as vv
    >>> people = pl.DataFrame({"name": ["Ada Example"], "iso3": ["FJI"], "office": ["foreign minister"],
    ...     "level": ["minister"], "sector": ["politics"], "start": ["2024-01"], "end": [""], "aliases": [""]})
    >>> lexicon = vv.Lexicon().people(people)
    >>> article = pl.DataFrame({"id": ["a"], "text": ["Ada Example visits Samoa."], "date": ["2024-05-02"]})
    >>> vv.extract(article, lexicon=lexicon)["source"].to_list()
    ['FJI']
    """

    def __init__(self) -> None:
        self._layers: list[tuple[str, str, str]] = []

    def _with(self, file: str, rows: pl.DataFrame | str | Path) -> Lexicon:
        if isinstance(rows, pl.DataFrame):
            name, text = f"frame {len(self._layers) + 1}", rows.write_csv()
        else:
            name, text = str(rows), Path(rows).read_text(encoding="utf-8")
        out = Lexicon()
        out._layers = [*self._layers, (file, name, text)]
        return out

    def people(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add holders of offices."""
        return self._with("people.csv", rows)

    def places(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add cities, regions and buildings."""
        return self._with("places.csv", rows)

    def institutions(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add parties, parliaments, ministries and services."""
        return self._with("institutions.csv", rows)

    def agencies(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add news agencies and where they report from."""
        return self._with("agencies.csv", rows)

    def traps(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add names that only look like a country."""
        return self._with("traps.csv", rows)

    @cached_property
    def compiled(self) -> _core.CompiledLexicon:
        """The compiled form; raises ``ValueError`` where a row is wrong."""
        return _core.CompiledLexicon(self._layers)

    def __repr__(self) -> str:
        return f"Lexicon({', '.join(f'{file} + {name}' for file, name, _ in self._layers) or 'packaged'})"
