"""Role profiles: what all sources together state about a role, newer sources first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

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
from bot.knowledge.esco.notice import is_occupation
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

    @property
    def source_ids(self) -> frozenset[str]:
        """Ids of the sources that its facts are from."""
        kinds = SourceFacts.__dataclass_fields__
        return frozenset(fact.span.source_id for kind in kinds for fact in getattr(self, kind))


class RoleProfiles(Mapping[str, RoleProfile]):
    """Profiles by the role's id.

    Iterating gives the roles that articles are about. A classification's occupations, which are
    thousands, are there when they are asked for by their id, and read only then.

    Args:
        told: profiles of the articles' roles.
        facts: by the id of the source.
        catalogue: the roles, with the occupations of a classification.
    """

    def __init__(
        self,
        told: Mapping[str, RoleProfile],
        facts: Mapping[str, SourceFacts],
        catalogue: RoleCatalogue,
    ) -> None:
        self._told = told
        self._facts = facts
        self._catalogue = catalogue

    def __getitem__(self, role_id: str) -> RoleProfile:
        told = self._told.get(role_id)
        source_id = self._catalogue.occupations.sources.get(role_id)
        if source_id is None:
            return self._told[role_id]
        listed = _of_role(role_id, (self._facts[source_id],))
        role = self._catalogue.get(role_id)
        return _profile(role, listed) if told is None else _joined(told, _profile(role, listed))

    def __contains__(self, role_id: object) -> bool:
        return role_id in self._told or role_id in self._catalogue.occupations

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


def role_profiles(
    sources: Mapping[str, Source], facts: Mapping[str, SourceFacts], catalogue: RoleCatalogue
) -> RoleProfiles:
    """A profile for every role of the catalogue, by its id."""
    articles = [source for source in sources.values() if not is_occupation(source)]
    ordered = [facts[key] for key in newest_first(articles) if key in facts]
    told = {role.id: _profile(role, _of_role(role.id, ordered)) for role in catalogue.roles}
    return RoleProfiles(told, facts, catalogue)


def newest_first(sources: Iterable[Source]) -> list[str]:
    """Ids of the sources by their date, the undated ones last."""
    return [s.id for s in sorted(sources, key=lambda s: (date_of(s) or "", s.id), reverse=True)]


def date_of(source: Source) -> str | None:
    """The day that a source's statements are of, as far as it tells: updated, else published.

    The day of capture only says that they were still shown then.
    """
    return source.updated or source.published


def _of_role(role_id: str, ordered: Iterable[SourceFacts]) -> SourceFacts:
    """Of the facts of several sources, those that are about one role."""
    every = tuple(ordered)
    return SourceFacts(
        synonyms=tuple(f for facts in every for f in facts.synonyms if f.role == role_id),
        branches=tuple(f for facts in every for f in facts.branches if f.role == role_id),
        duties=tuple(f for facts in every for f in facts.duties if f.role == role_id),
        requirements=tuple(f for facts in every for f in facts.requirements if f.role == role_id),
        salary=tuple(f for facts in every for f in facts.salary if f.role == role_id),
        pay_notes=tuple(f for facts in every for f in facts.pay_notes if f.role == role_id),
        career=tuple(
            step
            for facts in every
            for step in facts.career
            if role_id in (step.from_role, step.to_role)
        ),
        differences=tuple(f for facts in every for f in facts.differences if role_id in f.roles),
    )


def _profile(role: Role, facts: SourceFacts) -> RoleProfile:
    return RoleProfile(
        role=role,
        **{kind: getattr(facts, kind) for kind in SourceFacts.__dataclass_fields__},
    )


def _joined(told: RoleProfile, listed: RoleProfile) -> RoleProfile:
    """What articles tell of a role, then what a classification lists."""
    kinds = SourceFacts.__dataclass_fields__
    both: dict[str, Any] = {k: (*getattr(told, k), *getattr(listed, k)) for k in kinds}
    return replace(told, **both)
