"""The frozen types of what sources state about roles: pay, requirements, duties, careers.

Names follow the contract. Every fact knows the sentence it was read from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence or list item that a fact was read from: ``text[start:end]`` of that source."""

    source_id: str
    start: int
    end: int


Seniority = Literal["junior", "mid", "senior", "lead"]
Period = Literal["hour", "day", "month", "year"]
Statistic = Literal["range", "mean", "median", "minimum", "maximum", "exact"]
YearBasis = Literal["text", "article"]


@dataclass(frozen=True, slots=True)
class SalaryFigure:
    """One statement of pay. What the source doesn't say is None, never guessed.

    Attributes:
        role: id of the role that is paid so; None where the text doesn't tell.
        min, max, mean, median: amounts in ``currency`` for one ``period``; a lower bound
            ("weit über 100.000") is a ``min`` alone, an upper one ("bis zu") a ``max`` alone, an
            amount without any such word is both ``min`` and ``max``.
        statistic: what the source calls it; a range of averages is "mean" with min and max.
        currency: ISO 4217, "EUR".
        gross: before tax; False is net.
        includes_variable: with bonus or commission; False where it is the fixed part alone.
        country: ISO 3166, "DE".
        year: the year the figure is of.
        year_basis: "text" where the text around the figure states the year, "article" where only
            the article's date does.
        branch: the line of business it is said of, as the source writes it.
        bonus_share_min, bonus_share_max: variable part in percent, where the same sentence says.
        company_car: whether the same sentence grants one.
    """

    role: str | None
    seniority: Seniority | None
    min: float | None
    max: float | None
    mean: float | None
    median: float | None
    statistic: Statistic
    currency: str
    period: Period | None
    gross: bool | None
    includes_variable: bool | None
    country: str | None
    year: int | None
    year_basis: YearBasis | None
    branch: str | None
    bonus_share_min: float | None
    bonus_share_max: float | None
    company_car: bool | None
    span: Span


PayNoteKind = Literal["variable", "company_car", "benefit", "factor"]


@dataclass(frozen=True, slots=True)
class PayNote:
    """What belongs to pay without being an amount: a bonus share, a company car, a reason.

    Attributes:
        kind: "factor" is what pay depends on (size of the firm, region, experience).
        share_min, share_max: in percent of pay, where stated.
    """

    role: str | None
    kind: PayNoteKind
    share_min: float | None
    share_max: float | None
    span: Span


RequirementKind = Literal["education", "experience", "skill", "language", "mobility", "other"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a role asks for.

    Attributes:
        id: stable for the same role, kind and label.
        label: short, in the source's words: "Studium der Betriebswirtschaft".
        months_of_experience: the least that is asked for; None where no length is stated.
    """

    id: str
    role: str | None
    label: str
    kind: RequirementKind
    relation: Literal["essential", "optional"]
    months_of_experience: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a role; its sentence says it."""

    role: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CareerStep:
    """A way from one role to another.

    Attributes:
        from_role, to_role: ids of roles, of those too that no source is about; ``from_role``
            is None for a way in from outside (a degree, an apprenticeship).
        years_min, years_max: how long one stays before it.
        conditions: what it takes, in the source's words.
    """

    from_role: str | None
    to_role: str
    kind: Literal["promotion", "move", "specialisation"]
    years_min: float | None
    years_max: float | None
    conditions: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A synonym of a role, or a line of business it works in, in the source's words."""

    role: str | None
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence that sets two roles apart."""

    roles: tuple[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Everything that one source states about roles, in reading order."""

    salary: tuple[SalaryFigure, ...] = ()
    pay_notes: tuple[PayNote, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()
    career: tuple[CareerStep, ...] = ()
    synonyms: tuple[NamedFact, ...] = ()
    branches: tuple[NamedFact, ...] = ()
    differences: tuple[Difference, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, empty kinds left out."""
        return {name: entries for name, entries in asdict(self).items() if entries}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> SourceFacts:
        """What ``to_json`` wrote."""
        return cls(
            **{name: tuple(_fact(_KINDS[name], entry) for entry in data[name]) for name in data}
        )


_KINDS: Mapping[str, type] = {
    "salary": SalaryFigure,
    "pay_notes": PayNote,
    "requirements": Requirement,
    "duties": Duty,
    "career": CareerStep,
    "synonyms": NamedFact,
    "branches": NamedFact,
    "differences": Difference,
}


def _fact(kind: type, entry: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whichever kind is named
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()}
    return kind(**{**values, "span": Span(**entry["span"])})
