"""What a question is answered from: the articles, or the occupations that it names.

A classification's thousands of occupations would drown a handful of articles: they say almost
every word, so nothing would be missing any more, and no word would be rare. So articles are
searched as if there were nothing else, and an occupation together with the other roles that a
question names, as if there were nothing but these.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answering.evidence import EvidenceReader
from bot.answering.occupations.titles import Resolved, TitleResolver
from bot.domain import Intent
from bot.index.encoder import WordEncoder
from bot.index.part import part_of
from bot.index.searcher import Searcher
from bot.index.view import IndexView
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.paths import SkillPaths
from bot.knowledge.esco.quotable import without_listings
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import topics_of_headings

KEPT = 32
"""Scopes of occupations that are kept; making one takes some milliseconds."""


@dataclass(frozen=True)
class Scope:
    """Sources that are searched together.

    Attributes:
        topics: what their headings announce, in the order in which it is said what is covered.
    """

    searcher: Searcher
    evidence: EvidenceReader
    profiles: Mapping[str, RoleProfile]
    topics: tuple[Intent, ...]

    @classmethod
    def of(cls, view: IndexView, encoder: WordEncoder) -> Scope:
        """All sources of ``view``."""
        searcher = Searcher.of(view, encoder)
        seen = {
            topics[0]
            for source in view.sources.values()
            for section in source.sections
            if (topics := topics_of_headings(section.path))
        }
        order: tuple[Intent, ...] = ("duties", "qualifications", "salary", "career", "comparison")
        return cls(
            searcher,
            EvidenceReader(view, searcher.catalogue.of_articles()),
            view.profiles,
            tuple(topic for topic in order if topic in seen),
        )

    @property
    def view(self) -> IndexView:
        """The sources."""
        return self.searcher.view

    @property
    def catalogue(self) -> RoleCatalogue:
        """The roles that they are about."""
        return self.searcher.catalogue


class Scopes:
    """What is derived of an index version, each part once. Safe to share between threads.

    Args:
        view: the version.
        encoder: the one it was made with.
        cache: folder of what ingest prepared; None where there is none.
    """

    def __init__(self, view: IndexView, encoder: WordEncoder, cache: Path | None = None) -> None:
        self.view = view
        self._encoder = encoder
        self._cache = cache
        articles = {key for key, source in view.sources.items() if not is_occupation(source)}
        self.articles = Scope.of(part_of(view, articles), encoder)
        self.catalogue: RoleCatalogue = view.catalogue
        self.profiles: Mapping[str, RoleProfile] = view.profiles
        self._of_roles = functools.lru_cache(maxsize=KEPT)(self._made)

    @functools.cached_property
    def everything(self) -> Searcher:
        """A search over all sources."""
        if self.articles.view is self.view:
            return self.articles.searcher
        return Searcher.of(self.view, self._encoder)

    @functools.cached_property
    def evidence(self) -> EvidenceReader:
        """Reads any passage."""
        return EvidenceReader(self.view, self.catalogue.of_articles())

    @functools.cached_property
    def titles(self) -> TitleResolver:
        """Leads titles to occupations."""
        return TitleResolver(self.view, self._encoder, self._cache)

    @property
    def paths(self) -> SkillPaths:
        """Computes steps between occupations."""
        return self.view.paths

    def prepare(self) -> None:
        """Makes what only the first question about an occupation would have to wait for."""
        if self.catalogue.occupations:
            _ = self.paths
            self.titles.prepare()

    def complete(self) -> None:
        """Makes what ingest should have prepared and didn't; takes a minute where it is missing."""
        if self.catalogue.occupations:
            self.titles.complete()

    def occupations_of(self, roles: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some roles that no article is about."""
        told = self.articles.profiles
        return tuple(r for r in roles if r in self.catalogue.occupations and r not in told)

    def of_roles(
        self, roles: tuple[str, ...], resolved: Sequence[Resolved], *, listings: bool
    ) -> Scope:
        """The sources about some roles: their occupations, and the articles where one is theirs.

        Args:
            roles: ids.
            resolved: titles that stand for some of them.
            listings: whether names and the place in the classification may be quoted as sentences.
        """
        scope = self._of_roles(tuple(sorted(roles)), listings)
        if not resolved:
            return scope
        known = scope.catalogue.also({r.typed: r.role_id for r in resolved})
        return replace(scope, searcher=replace(scope.searcher, catalogue=known))

    def _made(self, roles: tuple[str, ...], listings: bool) -> Scope:
        wanted = {
            source_id
            for role in roles
            if (source_id := self.catalogue.occupations.sources.get(role)) is not None
        }
        if any(role in self.articles.profiles for role in roles):
            wanted.update(self.articles.view.sources)
        reduced = None if listings else without_listings(self.view.sources)
        return Scope.of(part_of(self.view, wanted, reduced), self._encoder)
