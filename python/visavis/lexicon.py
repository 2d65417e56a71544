"""The user's own people, places and countries, laid over the packaged lexicon."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from . import _core


class Lexicon:
    """The packaged lexicon with rows of your own.

    Each method takes a CSV file with a header or a frame with the same columns as the packaged file:

    - people: ``name``, ``iso3``, ``office``, ``level``, ``sector``, ``start``, ``end`` (months, ``2018-05``;
      an empty end is "still"), ``aliases`` (separated by ``|``)
    - places: ``name``, ``iso3``, ``kind``
    - institutions: ``name``, ``iso3``, ``level``, ``sector`` and, if it stands for the country only from some day on,
      ``since`` (``2021-08-15``; names of one word)
    - agencies: ``name``, ``iso3``, ``city``: whose "here" is where
    - papers: ``name``, ``iso3``: whose they are, where the name does not say so
    - traps: ``name``: what looks like a country and is none
    - pairs: ``name``, ``first``, ``second`` (ISO 3166-1 alpha-3), ``form`` (``name`` or ``adjective``): two countries by one name
    - selves: ``name`` (one word), ``iso3``, ``form`` (``name`` or ``adjective``): what the papers of one of two countries call
      their own by the name of both ("Korea"); form ``half``: what any story calls it behind "the" once one of the two is named ("the North")
    - ships: ``prefix``, ``iso3``: the letters before a warship's name
    - countries: the columns of ``lexicon/countries.csv``; the names of a known ``iso3`` are added to it

    or TOML (a file's path, or the text itself):

    - rules: triggers with their roles and their own examples, as in ``lexicon/rules``; :meth:`check` runs the examples
    - offices: heads by level, portfolios by sector, as in ``lexicon/offices.toml``
    - groups: nouns for people who act for a country, as in ``lexicon/groups.toml``
    - words: verbs and closed classes, as in ``lexicon/words.toml``

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

    def papers(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add papers and broadcasters that are not called by their country."""
        return self._with("papers.csv", rows)

    def traps(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add names that only look like a country."""
        return self._with("traps.csv", rows)

    def pairs(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add names that stand for two countries: "the two Koreas"."""
        return self._with("pairs.csv", rows)

    def selves(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add what papers of one of two countries call their own by the name of both: "Korea"."""
        return self._with("selves.csv", rows)

    def ships(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add letters before the names of warships: "USS", "INS"."""
        return self._with("ships.csv", rows)

    def countries(self, rows: pl.DataFrame | str | Path) -> Lexicon:
        """Add names of countries."""
        return self._with("countries.csv", rows)

    def _toml(self, file: str, source: str | Path) -> Lexicon:
        inline = isinstance(source, str) and ("\n" in source or source.lstrip().startswith("["))
        name, text = (f"text {len(self._layers) + 1}", str(source)) if inline else (str(source), Path(source).read_text(encoding="utf-8"))
        out = Lexicon()
        out._layers = [*self._layers, (file, name, text)]
        return out

    def rules(self, source: str | Path) -> Lexicon:
        """Add triggers: TOML with ``[[verb]]``, ``[[noun]]`` or ``[[modifier]]`` tables, each with examples.

        Words that several rules share stand under ``[lists]``, and a rule names the list, for ``lemmas``
        and ``light`` alike: ``lemmas = ["@arms"]``.
        """
        return self._toml("rules/visit.toml", source)

    def offices(self, source: str | Path) -> Lexicon:
        """Add heads, portfolios and modifiers of offices."""
        return self._toml("offices.toml", source)

    def groups(self, source: str | Path) -> Lexicon:
        """Add nouns for people who act for a country."""
        return self._toml("groups.toml", source)

    def words(self, source: str | Path) -> Lexicon:
        """Add verbs and words of the closed classes."""
        return self._toml("words.toml", source)

    def check(self, date: dt.date | str = "2024-07-09") -> pl.DataFrame:
        """Run the examples of every rule, packaged and yours, as told on a day.

        Returns
        -------
        polars.DataFrame
            ``rule``, ``text``, ``wanted``, ``got``: one row per example that is read otherwise than it says; none
            where all is well. Packaged examples name people who held office on other days, so look for your own.

        Examples
        --------
        >>> import visavis as vv
        >>> import polars as pl
        >>> mine = vv.Lexicon().rules('''
        ... [[verb]]
        ... id = "jet-into"
        ... type = "visit"
        ... lemmas = ["breeze"]
        ... source = ["subj"]
        ... target = ["into"]
        ... place_target = true
        ... examples = [{ text = "Fijian Prime Minister Sitiveni Rabuka breezed into Apia.", gives = ["visit FJI>WSM occurred"] }]
        ... ''')
        >>> mine.check().filter(pl.col("rule") == "jet-into").height
        0
        """
        day = dt.date.fromisoformat(date) if isinstance(date, str) else date
        rows = self.compiled.check((day - dt.date(1970, 1, 1)).days)
        schema: dict[str, Any] = {"rule": pl.String, "text": pl.String, "wanted": pl.List(pl.String), "got": pl.List(pl.String)}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def compiled(self) -> _core.CompiledLexicon:
        """The compiled form; raises ``ValueError`` where a row is wrong."""
        return _core.CompiledLexicon(self._layers)

    def __repr__(self) -> str:
        return f"Lexicon({', '.join(f'{file} + {name}' for file, name, _ in self._layers) or 'packaged'})"
