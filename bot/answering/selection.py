"""Which sentences answer a question: scored, kept apart by role, without repetition."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.dialogue import Question
from bot.domain import Intent
from bot.german import words
from bot.index.keyword import KeywordIndex
from bot.index.search import Hit
from bot.knowledge.evidence import Evidence, EvidenceReader

MOST_FOR_LISTS = 12
MOST_FOR_FIGURES = 20
MOST_FOR_POINTS = 4
ALIKE = 0.6
"""Jaccard similarity of stems from which two sentences count as the same statement."""

_LIST_INTENTS: frozenset[Intent] = frozenset(
    {"duties", "qualifications", "salary", "career", "comparison", "company"}
)


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences about the same role; ``role_id`` is None where roles aren't told apart."""

    role_id: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    evidence: Evidence
    score: float
    focus: float


def select(
    question: Question, hits: Sequence[Hit], reader: EvidenceReader
) -> tuple[Group, ...]:
    """The sentences that answer, best first in each group; empty where none does."""
    scored = [s for s in _score(question, hits, reader) if s.score > 0]
    if not scored:
        return ()
    pointed = _on_the_point(question, scored)
    if pointed:
        chosen = _distinct(pointed, question, MOST_FOR_POINTS)
        return _grouped(question, chosen)
    if question.intent not in _LIST_INTENTS:
        best = sorted(scored, key=lambda s: -s.score)
        return _grouped(question, _distinct(best, question, MOST_FOR_POINTS))
    topical = [s for s in scored if _is_topical(s.evidence, question.intent)]
    per_role = question.roles or tuple(sorted({r for s in topical for r in s.evidence.roles}))
    most = MOST_FOR_FIGURES if question.intent == "salary" else MOST_FOR_LISTS
    chosen = []
    for role_id in per_role or (None,):
        of_role = [s for s in topical if role_id is None or _belongs(s.evidence, role_id, per_role)]
        ranked = sorted(of_role, key=lambda s: -s.score)
        share = most if len(per_role) < 2 else max(6, most // len(per_role) + 2)
        chosen += _distinct(_spread(ranked), question, share, chosen)
    return _grouped(question, chosen)


def _belongs(evidence: Evidence, role_id: str, roles: Sequence[str]) -> bool:
    """A sentence about several roles belongs to the first of them that is asked about."""
    return role_id == next((r for r in roles if r in evidence.roles), None)


def _score(
    question: Question, hits: Sequence[Hit], reader: EvidenceReader
) -> Iterable[_Scored]:
    keywords = reader.keywords
    asked = _weights(question.standalone, keywords)
    focus = _weights(" ".join(question.focus), keywords)
    total = sum(asked.values()) or 1.0
    total_focus = sum(focus.values())
    wanted = set(question.roles)
    for hit in hits:
        for evidence in reader.of(hit.passage):
            if wanted and evidence.roles and not wanted & evidence.roles:
                continue
            shared = sum(
                weight * (1.0 if term in evidence.terms else 0.5)
                for term, weight in asked.items()
                if term in evidence.terms or term in evidence.heading_terms
            )
            on_focus = sum(
                weight * (1.0 if term in evidence.terms else 0.7)
                for term, weight in focus.items()
                if term in evidence.terms or term in evidence.heading_terms
            )
            score = 0.5 * hit.score + 0.6 * shared / total
            if question.intent in _LIST_INTENTS:
                own = question.intent in evidence.topics
                around = question.intent in evidence.section_topics
                leading = bool(evidence.section_topics[:1] == (question.intent,))
                score += 0.2 * own + 0.3 * around + 0.2 * leading - 0.3 * (not own and not around)
            score += 0.1 * bool(evidence.named)
            if question.wants_figure:
                score += 0.3 * evidence.has_figure
            if question.intent == "salary":
                score += 0.6 * evidence.states_pay
            yield _Scored(evidence, score, on_focus / total_focus if total_focus else 0.0)


def _weights(text: str, keywords: KeywordIndex) -> dict[str, float]:
    """Terms of a text with their inverse document frequency, rare ones weighing more."""
    return {
        term: math.log(1 + keywords.size / (1 + keywords.frequency(term)))
        for term in keywords.terms(text)
    }


def _on_the_point(question: Question, scored: Sequence[_Scored]) -> list[_Scored]:
    """Sentences that hold what the question is particular about, where there are any."""
    if not question.focus:
        return []
    best = max(s.focus for s in scored)
    if best < 0.5:
        return []
    near = [s for s in scored if s.focus >= 0.75 * best]
    if question.wants_figure and any(s.evidence.has_figure for s in near):
        near = [s for s in near if s.evidence.has_figure]
    if question.intent == "salary" and any(s.evidence.states_pay for s in near):
        near = [s for s in near if s.evidence.states_pay]
    return sorted(near, key=lambda s: -(s.score + s.focus))


def _is_topical(evidence: Evidence, intent: Intent) -> bool:
    if intent == "salary":
        return evidence.states_pay or evidence.section_topics[:1] == ("salary",)
    return intent in evidence.section_topics[:2] or (
        intent in evidence.topics[:1] and not evidence.section_topics
    )


def _spread(ranked: Sequence[_Scored]) -> list[_Scored]:
    """Interleaves the sources, so that no single one fills the answer."""
    by_source: dict[str, list[_Scored]] = {}
    for item in ranked:
        by_source.setdefault(item.evidence.source.id, []).append(item)
    order = {id(item): (rank, -item.score) for queue in by_source.values()
             for rank, item in enumerate(queue)}
    return sorted(ranked, key=lambda item: order[id(item)])


def _distinct(
    ranked: Sequence[_Scored],
    question: Question,
    most: int,
    taken: Sequence[_Scored] = (),
) -> list[_Scored]:
    """The first ``most`` that don't say again what a better one says."""
    chosen: list[_Scored] = []
    for item in ranked:
        if len(chosen) == most:
            break
        others = [*taken, *chosen]
        if not any(_same_statement(item.evidence, other.evidence) for other in others):
            chosen.append(item)
    return chosen


def _same_statement(one: Evidence, other: Evidence) -> bool:
    if (one.source.id, one.sentence) == (other.source.id, other.sentence):
        return True
    if _numbers(one.quote) != _numbers(other.quote):
        return False
    union = one.terms | other.terms
    return bool(union) and len(one.terms & other.terms) / len(union) >= ALIKE


def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word[0].isdigit())


def _grouped(question: Question, chosen: Sequence[_Scored]) -> tuple[Group, ...]:
    """Groups by the roles asked about, or by the roles found where none was named."""
    asked = question.roles
    found = list(dict.fromkeys(r for s in chosen for r in sorted(s.evidence.roles)))
    roles = asked or tuple(found)
    if len(roles) < 2:
        return (Group(roles[0] if roles else None, tuple(s.evidence for s in chosen)),)
    groups: dict[str | None, list[Evidence]] = {}
    for item in chosen:
        about = [r for r in roles if r in item.evidence.roles]
        key = about[0] if len(about) == 1 else None
        groups.setdefault(key, []).append(item.evidence)
    order = [None, *roles] if question.intent == "comparison" else [*roles, None]
    return tuple(Group(key, tuple(groups[key])) for key in order if key in groups)
