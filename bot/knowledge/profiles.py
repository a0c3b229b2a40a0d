"""Role profiles: what all sources together state about a role, newer sources first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain import Source
from bot.facts import (
    CareerStep,
    Difference,
    Duty,
    NamedFact,
    PayNote,
    Requirement,
    SalaryFigure,
    SourceFacts,
)
from bot.knowledge.roles import Role, RoleCatalogue


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """The facts of one role; those of newer sources come first, undated sources last.

    Attributes:
        career: steps to the role and away from it.
        differences: sentences that set it apart from another role.
    """

    role: Role
    synonyms: tuple[NamedFact, ...]
    branches: tuple[NamedFact, ...]
    duties: tuple[Duty, ...]
    requirements: tuple[Requirement, ...]
    salary: tuple[SalaryFigure, ...]
    pay_notes: tuple[PayNote, ...]
    career: tuple[CareerStep, ...]
    differences: tuple[Difference, ...]


def role_profiles(
    sources: Mapping[str, Source], facts: Mapping[str, SourceFacts], catalogue: RoleCatalogue
) -> dict[str, RoleProfile]:
    """A profile for every role of the catalogue, by its id."""
    ordered = [facts[key] for key in newest_first(sources.values()) if key in facts]
    return {role.id: _profile(role, ordered) for role in catalogue.roles}


def newest_first(sources: Iterable[Source]) -> list[str]:
    """Ids of the sources by their date, the undated ones last."""
    return [s.id for s in sorted(sources, key=lambda s: (date_of(s) or "", s.id), reverse=True)]


def date_of(source: Source) -> str | None:
    """The day that a source's statements are of, as far as it tells: updated, else published.

    The day of capture only says that they were still shown then.
    """
    return source.updated or source.published


def _profile(role: Role, ordered: list[SourceFacts]) -> RoleProfile:
    return RoleProfile(
        role=role,
        synonyms=tuple(f for facts in ordered for f in facts.synonyms if f.role == role.id),
        branches=tuple(f for facts in ordered for f in facts.branches if f.role == role.id),
        duties=tuple(f for facts in ordered for f in facts.duties if f.role == role.id),
        requirements=tuple(f for facts in ordered for f in facts.requirements if f.role == role.id),
        salary=tuple(f for facts in ordered for f in facts.salary if f.role == role.id),
        pay_notes=tuple(f for facts in ordered for f in facts.pay_notes if f.role == role.id),
        career=tuple(
            step
            for facts in ordered
            for step in facts.career
            if role.id in (step.from_role, step.to_role)
        ),
        differences=tuple(f for facts in ordered for f in facts.differences if role.id in f.roles),
    )
