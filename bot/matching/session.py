"""A person's profile held against roles, for job seekers: one request in, one match out.

Nothing is kept between requests but what doesn't depend on a profile. Whoever asks again sends
the profile again; so it lives where the person has it and nowhere else.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.answering.draft import Draft
from bot.answering.pay.rows import PayRow, rows_of, wording
from bot.answering.pay.table import about, country_of, period_of
from bot.answering.records import record
from bot.errors import UsageError
from bot.facts import Requirement
from bot.index.serving import Index
from bot.index.view import IndexView
from bot.knowledge.esco.notice import notices_for
from bot.knowledge.esco.paths import SkillPaths
from bot.knowledge.profiles import RoleProfile, date_of
from bot.knowledge.roles import RoleCatalogue
from bot.matching.answers import Answered, supplemented
from bot.matching.career import computed_steps
from bot.matching.deciding.nearness import Tell
from bot.matching.deciding.texts import Language
from bot.matching.matcher import Matcher
from bot.matching.profile import Month, Profile
from bot.matching.ranking import rank
from bot.matching.results import Match, RoleMatch, StatedPay

if TYPE_CHECKING:
    from bot.index.encoder.protocol import Encoder
    from bot.settings import Settings

MOST_ROLES: Final = 50
KEPT_ROLES: Final = 64
"""Roles asked for by name whose tables stay ready; one holds about a hundred vectors."""


class UnknownRoleError(UsageError):
    """A role was named that no source is about."""


class UnknownRequirementError(UsageError):
    """An answer was given to a requirement that no role has."""


@dataclass
class _Version:
    """What is derived once from an index version."""

    view: IndexView
    catalogue: RoleCatalogue
    profiles: Mapping[str, RoleProfile]
    told: Matcher
    all_roles: Matcher
    single: OrderedDict[str, Matcher] = field(default_factory=OrderedDict)
    begun: bool = False
    ready: bool = False

    @property
    def lists_occupations(self) -> bool:
        return self.all_roles is not self.told

    @property
    def paths(self) -> SkillPaths:
        """Computes career steps between a classification's occupations."""
        return self.view.paths


class Desk:
    """Holds profiles against the roles of an index. Safe to share between threads.

    Args:
        index: where roles come from; its newest version is followed.
        encoder: finds what is near in meaning.
        cache: folder where vectors of requirements are kept; None keeps them in memory.
    """

    def __init__(self, index: Index, encoder: Encoder, cache: Path | None = None) -> None:
        self._index = index
        self._encoder = encoder
        self._cache = cache
        self._lock = threading.Lock()
        self._made: _Version | None = None

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Opens the index and the encoder that the settings name.

        Raises:
            LotseError: one of them can't be opened, or they don't belong together.
        """
        from bot.index.encoder import load_encoder

        index, encoder = Index.open(settings), load_encoder(settings)
        index.view().identity.require(encoder.identity)
        return cls(index, encoder, settings.cache_folder / "matching")

    def prepare(self, *, occupations: bool = True, tell: Tell | None = None) -> None:
        """Makes ready all that doesn't depend on a profile.

        Immediate for the roles of articles, and for a classification's occupations where ingest
        has made them ready; else they take minutes the first time. Until they are ready,
        ``match`` ranks without them.

        Args:
            occupations: whether a classification's are made ready too.
            tell: called with how much is done of what takes minutes, and how much there is.
        """
        version = self._current()
        version.told.prepare()
        if occupations:
            version.begun = True
            version.all_roles.prepare(tell)
            version.ready = True

    def match(
        self,
        profile: Profile,
        role: str | None = None,
        answers: Mapping[str, str] | None = None,
        limit: int = 10,
        language: Language = "de",
    ) -> Match:
        """A profile against the roles it fits best, or against one.

        Args:
            profile: read from documents, without who the person is.
            role: id or name of the one role; None ranks all.
            answers: to open questions, by the requirement's id.
            limit: how many roles are ranked at most.
            language: of reasons, questions and notices.

        Raises:
            UnknownRoleError, UnknownRequirementError: what is named isn't there.
        """
        version = self._current()
        given = [
            self._answered(key, text, version)
            for key, text in (answers or {}).items()
            if text.strip()
        ]
        whole = supplemented(profile, given, language)
        if role is None:
            waiting = version.lists_occupations and not version.ready
            if waiting and not version.begun:  # the index has moved on since the last preparation
                version.begun = True
                threading.Thread(target=self.prepare, daemon=True).start()
            matcher = version.told if waiting else version.all_roles
        else:
            waiting = False
            matcher = self._single(self._role_id(role, version), version)
        found = _matched(version, matcher, whole, 1 if role else min(limit, MOST_ROLES), language)
        return Match(
            profile=whole,
            own_words=len(profile.text),
            roles=found,
            asked=role is not None,
            waiting=waiting,
            notices=tuple(dict.fromkeys(n for match in found for n in match.report.notices)),
            index_version=version.view.version,
            language=language,
        )

    def matcher(self, role: str) -> tuple[str, Matcher]:
        """The id of a role, given by id or name, and a matcher for it alone.

        Raises:
            UnknownRoleError: no source is about it.
        """
        version = self._current()
        role_id = self._role_id(role, version)
        return role_id, self._single(role_id, version)

    def role_names(self) -> dict[str, str]:
        """The names of the roles that articles are about, by id."""
        profiles = self._current().profiles
        return {key: profiles[key].role.preferred_label for key in profiles}

    def _answered(self, key: str, text: str, version: _Version) -> Answered:
        requirement = _requirement(key, version)
        if requirement is None:
            raise UnknownRequirementError(
                f"Eine Anforderung mit der Kennung „{key[:80]}“ gibt es nicht (mehr).",
                log="an answer names an unknown requirement",
                english=f"There is no requirement with the id “{key[:80]}” (any more).",
            )
        span = requirement.span
        source = version.view.sources[span.source_id]
        return Answered(requirement, source.text[span.start : span.end], text)

    def _role_id(self, named: str, version: _Version) -> str:
        if named in version.profiles:
            return named
        found = version.catalogue.id_of(named)
        if found is None or found not in version.profiles:
            known = ", ".join(version.profiles)
            raise UnknownRoleError(
                f"Die Rolle „{named[:80]}“ kennen die Quellen nicht; aus Artikeln bekannt sind: "
                f"{known or 'keine'}.",
                log="an unknown role was asked for",
                english=f"The sources do not know the role “{named[:80]}”; known from articles: "
                f"{known or 'none'}.",
            )
        return found

    def _single(self, role_id: str, version: _Version) -> Matcher:
        """A matcher for one role, which needs none of the others made ready."""
        with self._lock:
            matcher = version.single.pop(role_id, None)
            if matcher is None:
                matcher = Matcher(version.view, version.profiles, self._encoder, roles=(role_id,))
            version.single[role_id] = matcher
            if len(version.single) > KEPT_ROLES:
                version.single.popitem(last=False)
        return matcher

    def _current(self) -> _Version:
        view = self._index.view()
        with self._lock:
            if self._made is None or self._made.view is not view:
                self._made = self._version(view)
            return self._made

    def _version(self, view: IndexView) -> _Version:
        catalogue, profiles = view.catalogue, view.profiles
        told = Matcher(view, profiles, self._encoder, self._cache)
        if not catalogue.occupations:
            return _Version(view, catalogue, profiles, told, told)
        every = (*profiles, *catalogue.occupations.sources)
        listed = Matcher(view, profiles, self._encoder, self._cache, roles=every)
        return _Version(view, catalogue, profiles, told, listed)


def today() -> Month:
    """The month that open periods are counted up to."""
    now = date.today()
    return Month(now.year, now.month)


def _matched(
    version: _Version, matcher: Matcher, profile: Profile, limit: int, language: Language
) -> tuple[RoleMatch, ...]:
    decided = matcher.decided(profile)
    found = []
    for ranked in rank(matcher, profile, decided, limit, language):
        role = matcher.profiles[ranked.role]
        report = matcher.report_of(role, profile, decided, language)
        pay, cited = _pay(role, matcher.view, language)
        draft = Draft(matcher.view)
        computed = (
            computed_steps(version.paths, version.catalogue, profile, report, ranked.held, draft)
            if ranked.role in version.paths
            else None
        )
        sources = (*(c.source for c in (*report.sources, *draft.citations)), *cited)
        notices = notices_for(sources, language)
        found.append(RoleMatch(ranked, replace(report, notices=notices), pay, computed))
    return tuple(found)


def _pay(
    role: RoleProfile, view: IndexView, language: Language
) -> tuple[tuple[StatedPay, ...], list[Any]]:
    draft = Draft(view)
    dates = {key: date_of(view.sources[key]) for key in role.source_ids}
    rows = rows_of([figure for figure in role.salary if figure.role], dates)
    stated = tuple(_stated_pay(row, draft, language) for row in rows)
    return stated, [citation.source for citation in draft.citations]


def _stated_pay(row: PayRow, draft: Draft, language: Language) -> StatedPay:
    figure = row.figure
    quote = draft.cite(figure.span).quote
    parts = (
        about(figure, quote, language),
        period_of(figure, language),
        country_of(figure, language),
        str(row.year) if row.year else "",
    )
    told = ", ".join(part for part in parts if part)
    return StatedPay(record(figure, draft), wording(figure, quote), told)


def _requirement(key: str, version: _Version) -> Requirement | None:
    roles: Iterable[str] = (*version.profiles, *version.catalogue.occupations.sources)
    for role_id in roles:
        if key.startswith(f"{role_id}-"):
            for requirement in version.profiles[role_id].requirements:
                if requirement.id == key:
                    return requirement
    return None
