"""Which figures of a role are shown: narrowed by country, level, year and source.

What a source states twice is one row (``pay.rows``), and rows are what is counted and chosen, so
that the numbers beside the choices are those of the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from bot.answering.pay.rows import PayRow
from bot.dialogue.language import Language
from bot.domain import Source, SourceReference
from bot.facts import SalaryFigure
from bot.web.parts.salary_table import figure_of, rows_by_date
from bot.web.rooms.role_room import notices_of, references, renumbered

UNSTATED: Final = "none"
"""Chooses what no source states: a figure without a country, say."""

Dimension = Literal["country", "seniority", "year", "source"]
DIMENSIONS: Final[tuple[Dimension, ...]] = ("country", "seniority", "year", "source")


@dataclass(frozen=True, slots=True)
class PayChoice:
    """What is chosen of each; None is everything, ``UNSTATED`` what isn't stated.

    Attributes:
        country: ISO 3166, "DE".
        seniority: "junior", "mid", "senior" or "lead".
        year: four digits.
        source: a source's id.
    """

    country: str | None = None
    seniority: str | None = None
    year: str | None = None
    source: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose; ``count`` rows have it and all else that is chosen."""

    value: str
    count: int


@dataclass(frozen=True)
class RolePay:
    """A role's figures, as far as they are chosen.

    Attributes:
        rows: the newest first.
        total: how many rows there are when nothing is chosen.
        records: each figure's record, its citation numbered as on the page.
        options: what can be chosen; of each at least what is.
        notices: what must be said where a classification lists the role.
    """

    role_id: str
    label: str
    choice: PayChoice
    rows: tuple[PayRow, ...]
    total: int
    records: Mapping[SalaryFigure, Mapping[str, Any]]
    options: Mapping[Dimension, tuple[Option, ...]]
    notices: tuple[str, ...]

    @property
    def salary(self) -> list[Mapping[str, Any]]:
        """The contract's salary figures, row by row."""
        return [self.records[figure] for row in self.rows for figure in row.figures]

    @property
    def sources(self) -> list[SourceReference]:
        """The sources that they are cited from."""
        return references(self.salary)


def role_pay(
    profile: Mapping[str, Any],
    choice: PayChoice,
    sources: Mapping[str, Source],
    language: Language,
) -> RolePay:
    """The figures of a role that are chosen.

    Args:
        profile: the role's record, as ``Assistant.role_record`` gives it.
        choice: nothing chosen gives all.
        sources: by id, for the dates of articles.
        language: of the notices.
    """
    stated = {figure_of(record): record for record in profile["salary"]}
    rows = rows_by_date(list(stated), stated, sources)
    ordered = [figure for row in rows for figure in row.figures]
    numbered = renumbered(stated[figure] for figure in ordered)
    records = dict(zip(ordered, numbered, strict=True))
    chosen = [row for row in rows if _fits(row, choice)]
    if choice.source:
        # What another source says too is that source's.
        chosen = [_of_source(row, choice.source) for row in chosen]
    return RolePay(
        profile["id"],
        profile["label"],
        choice,
        tuple(chosen),
        len(rows),
        records,
        {dimension: _options(dimension, rows, choice) for dimension in DIMENSIONS},
        notices_of(profile, language),
    )


def _values(row: PayRow, dimension: Dimension) -> Sequence[str]:
    return _VALUES[dimension](row)


_VALUES: Final[Mapping[Dimension, Callable[[PayRow], Sequence[str]]]] = {
    "country": lambda row: [row.figure.country or UNSTATED],
    "seniority": lambda row: [row.figure.seniority or UNSTATED],
    "year": lambda row: [str(row.year or UNSTATED)],
    "source": lambda row: list(dict.fromkeys(f.span.source_id for f in row.figures)),
}


def _fits(row: PayRow, choice: PayChoice) -> bool:
    return all(
        chosen is None or chosen in _values(row, dimension)
        for dimension in DIMENSIONS
        if (chosen := getattr(choice, dimension)) is not None
    )


def _of_source(row: PayRow, source_id: str) -> PayRow:
    kept = tuple(figure for figure in row.figures if figure.span.source_id == source_id)
    return replace(row, figures=kept)


def _options(dimension: Dimension, rows: Sequence[PayRow], choice: PayChoice) -> tuple[Option, ...]:
    """Every value that a row has, with how many rows are left under the other choices."""
    others = replace(choice, **{dimension: None})
    counts = Counter(
        value for row in rows if _fits(row, others) for value in _values(row, dimension)
    )
    every = dict.fromkeys(value for row in rows for value in _values(row, dimension))
    asked = getattr(choice, dimension)
    if asked is not None:
        every.setdefault(asked)
    return tuple(Option(v, counts[v]) for v in sorted(every, key=_ORDER[dimension]))


_LEVELS = ("junior", "mid", "senior", "lead")
_ORDER: Final[Mapping[Dimension, Callable[[str], Any]]] = {
    "country": lambda value: (value == UNSTATED, value),
    "seniority": lambda value: _LEVELS.index(value) if value in _LEVELS else len(_LEVELS),
    "year": lambda value: -int(value) if value.isdecimal() else 1,
    "source": lambda _: 0,
}
