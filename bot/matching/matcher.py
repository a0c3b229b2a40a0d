"""Profiles held against roles: one report, or all roles in order.

Each different requirement is decided once for a profile, however many roles ask for it. What a
role's requirements are is kept in arrays, so that counting verdicts over thousands of roles
needs no loop over their requirements.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.draft import Draft
from bot.answering.records import record
from bot.facts import Requirement
from bot.index.encoder.protocol import Encoder
from bot.index.view import IndexView
from bot.knowledge.esco.notice import notices_for
from bot.knowledge.profiles import RoleProfile
from bot.matching.deciding.decide import decide
from bot.matching.deciding.nearness import LabelVectors, Tell
from bot.matching.deciding.outcome import RULES_VERSION, SILENT, Outcome
from bot.matching.deciding.screening import Screening
from bot.matching.deciding.statements import Statement, statements
from bot.matching.deciding.table import RELATIONS, VERDICTS, Decided, Table, key_of, table_of
from bot.matching.deciding.texts import Language, question, reason
from bot.matching.kept import Roles, read_roles, roles_file, skill_labels, write_roles
from bot.matching.profile import Place, Profile
from bot.matching.ranking import RankedRole, rank
from bot.matching.report import Decision, MatchReport, ProfileQuote


@dataclass(frozen=True)
class _Prepared:
    table: Table
    screening: Screening
    vectors: LabelVectors


class Matcher:
    """Holds profiles against the roles of one version of the index. Keeps no profile.

    Safe to share between threads. ``report``, ``ranked`` and ``decided`` are deterministic: the
    same profile, roles and encoder give the same bytes.

    Args:
        view: what citations are taken from.
        profiles: the roles, by id.
        encoder: finds what is near in meaning; decides nothing.
        cache: folder where requirements and the vectors of their labels are kept; None keeps
            them in memory.
        roles: ids of the roles that are ranked; None ranks those that ``profiles`` iterates over,
            which leaves out a classification's occupations.
    """

    def __init__(
        self,
        view: IndexView,
        profiles: Mapping[str, RoleProfile],
        encoder: Encoder,
        cache: Path | None = None,
        roles: Iterable[str] | None = None,
    ) -> None:
        self.view = view
        self.profiles = profiles
        self._encoder = encoder
        self._cache = cache
        self._roles = tuple(sorted(set(profiles if roles is None else roles)))
        self._lock = threading.Lock()
        self._made: _Prepared | None = None

    @property
    def table(self) -> Table:
        """The requirements of all roles."""
        return self._prepared().table

    def prepare(self, tell: Tell | None = None) -> None:
        """Makes or reads all that doesn't depend on a profile; else the first match does.

        Args:
            tell: called with how many labels have their vectors, and how many will, where any
                is missing.
        """
        self._prepared(tell)

    def report(self, profile: Profile, role_id: str, language: Language = "de") -> MatchReport:
        """A profile against one role: each requirement with its evidence, in the role's order.

        Args:
            profile: read from documents, without who the person is.
            role_id: a key of ``profiles``.
            language: of reasons and questions.

        Raises:
            KeyError: there is no such role.
        """
        role = self.profiles[role_id]
        return self.report_of(role, profile, self.decided(profile), language)

    def ranked(
        self, profile: Profile, limit: int = 10, language: Language = "de"
    ) -> list[RankedRole]:
        """The roles that a profile fits best, by counts; see ``bot.matching.ranking``."""
        return rank(self, profile, self.decided(profile), limit, language)

    def decided(self, profile: Profile) -> Decided:
        """Every different requirement of all roles, decided once."""
        made = self._prepared()
        said = statements(profile)
        terms = {term for s in said for term in (*s.terms, *s.wider)}
        by_words = made.table.by_words
        named = set(by_words[made.screening.named(terms)].tolist())
        others = set(range(len(made.table.demands))) - set(by_words.tolist())
        found = {
            row: decide(made.table.demands[row], profile, said) for row in sorted(named | others)
        }
        return Decided(found, _near(made, said, found))

    def report_of(
        self, role: RoleProfile, profile: Profile, decided: Decided, language: Language
    ) -> MatchReport:
        """The report on one role from what was decided."""
        draft, row_of = Draft(self.view), self.table.row_of
        decisions = tuple(
            _decision(one, draft, decided.outcome(row_of[key_of(one)]), profile, language)
            for one in role.requirements
        )
        counts = {relation: dict.fromkeys(map(str, VERDICTS), 0) for relation in RELATIONS}
        for made in decisions:
            counts[made.requirement["relation"]][made.verdict] += 1
        return MatchReport(
            role=role.role.id,
            role_name=role.role.preferred_label,
            decisions=decisions,
            counts=counts,
            sources=draft.citations,
            notices=notices_for((c.source for c in draft.citations), language),
            rules=RULES_VERSION,
        )

    def _prepared(self, tell: Tell | None = None) -> _Prepared:
        with self._lock:
            if self._made is None:
                roles = self._kept_roles()
                vectors = LabelVectors(skill_labels(roles.table), self._encoder, self._cache)
                vectors.prepare(tell)
                self._made = _Prepared(roles.table, roles.screening, vectors)
            return self._made

    def _kept_roles(self) -> Roles:
        file = roles_file(self._cache, self.view, self._roles) if self._cache else None
        found = read_roles(file) if file else None
        if found is None:
            found = Roles.of(table_of(self.view, self.profiles, self._roles))
            if file:
                write_roles(file, found)
        return found


def _near(
    made: _Prepared, said: Sequence[Statement], found: Mapping[int, Outcome]
) -> dict[int, Place]:
    """Silent requirements with the statement that is near in meaning."""
    spoken = [s for s in said if s.stance == "has" and s.about.strip()]
    demands, rows = made.table.demands, made.table.by_words.tolist()
    if not spoken or not rows:
        return {}
    near = made.vectors.near([s.about for s in spoken])
    return {
        rows[label]: spoken[statement].place
        for label, statement in near.items()
        if found.get(rows[label], SILENT) == SILENT
        and _says_more_than_a_name(demands[rows[label]].label, spoken[statement].about)
    }


def _says_more_than_a_name(label: str, said: str) -> bool:
    """Single names that are near are mostly others: "Java" and "JavaScript"."""
    return len(label.split()) > 1 or len(said.split()) > 1


def _decision(
    requirement: Requirement, draft: Draft, found: Outcome, profile: Profile, language: Language
) -> Decision:
    return Decision(
        requirement=record(requirement, draft),
        verdict=found.verdict,
        evidence=tuple(
            ProfileQuote(profile.text[p.start : p.end], p.start, p.end) for p in found.places
        ),
        rule=found.rule,
        reason=reason(found, language),
        question=question(requirement.kind, requirement.label, found, language),
    )
