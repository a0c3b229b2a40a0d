"""Which sentences make up an answer: on the point, apart by role, without repetition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.quantities import states_quantity
from bot.answering.scoring import LIST_INTENTS, Scored
from bot.dialogue import Question
from bot.domain import Intent
from bot.german import fold
from bot.knowledge.evidence import Evidence
from bot.knowledge.topics import is_topical

MOST_IN_LISTS = 14
MOST_FIGURES = 20
MOST_PAY_FACTORS = 5
MOST_POINTS = 4
ALIKE = 0.6
"""Jaccard similarity of stems from which two sentences count as the same statement."""

NEAR_THE_POINT = 0.45
"""Share of the best sentence's focus that another needs to be quoted beside it."""

MIN_COSINE_OFF_THE_POINT = 0.87
"""Likeness in meaning from which a sentence may answer without the words asked for."""

_TOLD_AS_ONE: frozenset[Intent] = frozenset({"career", "company", "other", "matching"})


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences about the same role; ``role_id`` is None where roles aren't told apart."""

    role_id: str | None
    evidence: tuple[Evidence, ...]


def select(question: Question, scored: Sequence[Scored]) -> tuple[Group, ...]:
    """The sentences that answer; empty where none does.

    Args:
        question: what is asked.
        scored: candidates, best first.
    """
    pointed = _on_the_point(question, scored)
    if pointed:
        return _grouped(question, _distinct(pointed, _most_points(question)))
    if _asks_for_more(question):
        return ()
    if question.intent not in LIST_INTENTS:
        alike = [s for s in scored if not question.focus or s.cosine >= MIN_COSINE_OFF_THE_POINT]
        return _grouped(question, _distinct(alike, MOST_POINTS))
    topical = [s for s in scored if _is_topical(s.evidence, question.intent)]
    roles: Sequence[str | None] = question.roles or tuple(
        sorted({role for s in topical for role in s.evidence.roles})
    )
    if question.intent in _TOLD_AS_ONE or not roles:
        roles = (None,)
    chosen: list[Scored] = []
    for role_id in roles:
        mine = [s for s in topical if role_id is None or _belongs(s.evidence, role_id, roles)]
        chosen += _list_of(question, mine, len(roles), chosen)
    return _grouped(question, chosen)


def _list_of(
    question: Question, candidates: Sequence[Scored], roles: int, taken: Sequence[Scored]
) -> list[Scored]:
    if question.intent == "salary":
        figures = _distinct(
            _spread([s for s in candidates if s.evidence.states_pay]), MOST_FIGURES, taken
        )
        factors = [s for s in candidates if not s.evidence.states_pay]
        return figures + _distinct(_spread(factors), MOST_PAY_FACTORS, [*taken, *figures])
    most = MOST_IN_LISTS if roles < 2 else max(6, MOST_IN_LISTS // roles + 2)
    return _distinct(_spread(candidates), most, taken)


def _asks_for_more(question: Question) -> bool:
    """Whether a question that no sentence meets on its point must stay without an answer.

    Where a noun or a topic word makes it particular, figures of something else would answer
    another question.
    """
    if question.counted and question.focus:
        return True
    tokens = question.standalone.split()[1:]
    capitals = {fold(token.strip("?!.,")) for token in tokens if token[:1].isupper()}
    return question.intent == "salary" and any(
        is_topical(word) or word in capitals for word in question.focus
    )


def _on_the_point(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    """Sentences that hold what the question is particular about, where there are any."""
    if question.counted or (question.wants_figure and not question.focus):
        counted = _with_the_quantity(question, scored)
        if counted or not question.focus:
            return sorted(counted, key=lambda s: -(s.score + s.focus))
    if not question.focus:
        return []
    best = max((s.focus for s in scored), default=0.0)
    if best < NEAR_THE_POINT:
        return []
    near = [s for s in scored if s.focus >= NEAR_THE_POINT * best]
    if question.intent == "salary" and any(s.evidence.states_pay for s in near):
        near = [s for s in near if s.evidence.states_pay]
    near = _with_the_quantity(question, near) or near
    return sorted(near, key=lambda s: -(s.score + s.focus))


def _with_the_quantity(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    return [s for s in scored if states_quantity(question, s.evidence)]


def _most_points(question: Question) -> int:
    if question.wants_figure:
        return MOST_POINTS
    return MOST_IN_LISTS - 4 if question.intent in LIST_INTENTS else MOST_POINTS


def _is_topical(evidence: Evidence, intent: Intent) -> bool:
    """Whether a sentence belongs to a topic.

    Headings decide; below a heading that tells nothing, the sentence does, if it names its
    role itself.
    """
    if intent == "salary":
        return evidence.states_pay or evidence.section_topics[:1] == ("salary",)
    if intent == "comparison" and evidence.section_topics[:1] == ("salary",):
        return False
    if evidence.section_topics:
        return intent in evidence.section_topics[:2]
    return evidence.named and intent in evidence.topics[:1]


def _belongs(evidence: Evidence, role_id: str, roles: Sequence[str | None]) -> bool:
    """A sentence about several roles belongs to the first of them that is asked about."""
    return role_id == next((role for role in roles if role in evidence.roles), None)


def _spread(ranked: Sequence[Scored]) -> list[Scored]:
    """Interleaves the sources, so that no single one fills the answer."""
    ranks: dict[str, int] = {}
    keyed: list[tuple[int, float, int, Scored]] = []
    for item in ranked:
        rank = ranks.get(item.evidence.source.id, 0)
        ranks[item.evidence.source.id] = rank + 1
        keyed.append((rank, -item.score, len(keyed), item))
    return [item for *_, item in sorted(keyed, key=lambda key: key[:3])]


def _distinct(ranked: Sequence[Scored], most: int, taken: Sequence[Scored] = ()) -> list[Scored]:
    """The first ``most`` that don't say again what a better one says."""
    chosen: list[Scored] = []
    for item in ranked:
        if len(chosen) == most:
            break
        if not any(_same_statement(item.evidence, other.evidence) for other in (*taken, *chosen)):
            chosen.append(item)
    return chosen


def _same_statement(one: Evidence, other: Evidence) -> bool:
    if (one.source.id, one.sentence) == (other.source.id, other.sentence):
        return True
    if _numbers(one) != _numbers(other):
        return False
    union = one.terms | other.terms
    return bool(union) and len(one.terms & other.terms) / len(union) >= ALIKE


def _numbers(evidence: Evidence) -> frozenset[str]:
    return frozenset(token for token in evidence.tokens if token[0].isdigit())


def _grouped(question: Question, chosen: Sequence[Scored]) -> tuple[Group, ...]:
    """Groups by the roles asked about, or by the roles found where none was named."""
    if not chosen:
        return ()
    found = list(dict.fromkeys(r for s in chosen for r in sorted(s.evidence.roles)))
    roles = question.roles or tuple(found)
    if question.intent in _TOLD_AS_ONE or len(roles) < 2:
        label = roles[0] if len(roles) == 1 else None
        return (Group(label, tuple(s.evidence for s in _in_order(question, chosen))),)
    groups: dict[str | None, list[Evidence]] = {}
    for item in chosen:
        about = [role for role in roles if role in item.evidence.roles]
        groups.setdefault(about[0] if len(about) == 1 else None, []).append(item.evidence)
    order = [None, *roles] if question.intent == "comparison" else [*roles, None]
    return tuple(Group(key, tuple(groups[key])) for key in order if key in groups)


def _in_order(question: Question, chosen: Sequence[Scored]) -> list[Scored]:
    """A career is told in the order its sources tell it, the most telling source first."""
    if question.intent != "career":
        return list(chosen)
    first_seen = {s.evidence.source.id: i for i, s in reversed(list(enumerate(chosen)))}
    return sorted(
        chosen, key=lambda s: (first_seen[s.evidence.source.id], s.evidence.sentence.start)
    )
