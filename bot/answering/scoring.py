"""How well single sentences answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.asked import AskedWord, asked_in, asked_words
from bot.answering.asked_roles import names_title
from bot.answering.quantities import states_duration, states_quantity
from bot.answering.quotable import orders_a_machine
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import Question
from bot.domain import Intent
from bot.index.keyword import KeywordIndex
from bot.index.search import Hit
from bot.knowledge.evidence import Evidence, EvidenceReader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LIST_INTENTS: frozenset[Intent] = frozenset(
    {"duties", "qualifications", "salary", "career", "comparison", "company"}
)
COMPARED_BY_MEANING = 40
"""So many of the best sentences are compared with the question by their vectors too."""

SHORTEST, LONGEST = 6, 45
"""Words of a good quote: below it says little, above it is hard to read."""

# E5 cosines lie between about .75 (unrelated) and .95 (the same said again).
_FOREIGN, _SAME = 0.75, 0.95


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its merit.

    Attributes:
        score: overall, comparable within one question.
        focus: share of what the question is particular about, 0 to 1.
        cosine: to the question, where the two were compared by meaning, else 0.
    """

    evidence: Evidence
    score: float
    focus: float
    cosine: float = 0.0


def score(
    question: Question,
    hits: Sequence[Hit],
    reader: EvidenceReader,
    similarity: SentenceSimilarity,
    vector: NDArray[np.float32],
) -> list[Scored]:
    """Every quotable sentence of the hits that is about the right role, best first.

    Of a job that no source is about, only sentences tell that name it.

    Args:
        question: what is asked.
        hits: where to look.
        reader: reads passages as evidence.
        similarity: compares sentences with the question.
        vector: the question's unit vector.
    """
    titles = question.unknown_roles
    asked = _Asked.of(question, reader.keywords)
    scored = [
        _first_score(question, evidence, hit.score, asked)
        for hit in hits
        for evidence in reader.of(hit.passage)
        if not question.roles or not evidence.roles or evidence.roles & set(question.roles)
        if not orders_a_machine(evidence.quote)
        if question.roles or not titles or names_title(evidence, titles)
    ]
    scored.sort(key=lambda s: (-s.score - s.focus, s.evidence.source.id, s.evidence.sentence.start))
    if question.intent in LIST_INTENTS and not question.focus:
        return scored
    near, rest = scored[:COMPARED_BY_MEANING], scored[COMPARED_BY_MEANING:]
    cosines = similarity.cosines(vector, [s.evidence.quote for s in near])
    lifted = [
        Scored(s.evidence, s.score + (cosine - _FOREIGN) / (_SAME - _FOREIGN), s.focus, cosine)
        for s, cosine in zip(near, cosines, strict=True)
    ]
    return sorted(lifted, key=lambda s: -s.score) + rest


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words of a question: all of them, and those it is particular about."""

    all: tuple[AskedWord, ...]
    focus: tuple[AskedWord, ...]

    @classmethod
    def of(cls, question: Question, keywords: KeywordIndex) -> _Asked:
        return cls(asked_in(question.standalone, keywords), asked_words(question.focus, keywords))


def _first_score(question: Question, evidence: Evidence, found: float, asked: _Asked) -> Scored:
    """Merit by words, topic, role and figures, before meaning is looked at."""
    merit = 0.5 * found + 0.6 * _share(asked.all, evidence, in_heading=0.5)
    if question.intent in LIST_INTENTS:
        own = question.intent in evidence.topics
        around = question.intent in evidence.section_topics
        leading = evidence.section_topics[:1] == (question.intent,)
        merit += 0.2 * own + 0.3 * around + 0.2 * leading - 0.3 * (not own and not around)
    merit -= 0.2 * (evidence.leans_on_context and not evidence.named)
    merit -= 0.1 * (not SHORTEST <= len(evidence.quote.split()) <= LONGEST)
    merit += 0.1 * evidence.named + 0.1 * (evidence.named and evidence.opens_section)
    if question.intent == "career":
        merit += 0.2 * states_duration(evidence)
    if question.intent == "salary":
        merit += 0.6 * evidence.states_pay
    if question.wants_figure:
        merit += 0.2 * evidence.has_figure + 0.6 * states_quantity(question, evidence)
    return Scored(evidence, merit, _share(asked.focus, evidence, in_heading=0.7))


def _share(asked: Sequence[AskedWord], evidence: Evidence, *, in_heading: float) -> float:
    """How much of what is asked a sentence says, words of its headings counting less."""
    total = sum(word.weight for word in asked)
    found = sum(
        word.weight
        * max(
            word.said_in(evidence.terms),
            in_heading * word.said_in(evidence.heading_terms),
        )
        for word in asked
    )
    return found / total if total else 0.0
