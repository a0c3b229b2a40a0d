"""How well single sentences answer a question."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import Question
from bot.domain import Intent
from bot.german import fold, stem
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

_NUMBER_WORD = re.compile(
    r"\d.*|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|hundert\w*"
)
_DURATION = re.compile(r"jahre?n?s?|monate?n?s?|wochen?|tage?n?|stunden?")
_ASKS_DURATION = re.compile(r"\b(?:wie lange|dauer\w*|how long)\b")
_ASKS_YEAR = re.compile(r"\b(?:seit wann|in welchem jahr|since when|in what year)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


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

    Args:
        question: what is asked.
        hits: where to look.
        reader: reads passages as evidence.
        similarity: compares sentences with the question.
        vector: the question's unit vector.
    """
    weights = _Weights.of(question, reader.keywords)
    scored = [
        _first_score(question, evidence, hit.score, weights)
        for hit in hits
        for evidence in reader.of(hit.passage)
        if not question.roles or not evidence.roles or evidence.roles & set(question.roles)
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
class _Weights:
    """Words of a question with what each is worth, rare ones more."""

    asked: Mapping[str, float]
    focus: Mapping[str, float]

    @classmethod
    def of(cls, question: Question, keywords: KeywordIndex) -> _Weights:
        return cls(
            _weights(question.standalone, keywords), _weights(" ".join(question.focus), keywords)
        )


def _weights(text: str, keywords: KeywordIndex) -> dict[str, float]:
    return {
        term: math.log(1 + keywords.size / (1 + keywords.frequency(term)))
        for term in keywords.terms(text)
    }


def _first_score(question: Question, evidence: Evidence, found: float, weights: _Weights) -> Scored:
    """Merit by words, topic, role and figures, before meaning is looked at."""
    merit = 0.5 * found + 0.6 * _share(weights.asked, evidence, in_heading=0.5)
    if question.intent in LIST_INTENTS:
        own = question.intent in evidence.topics
        around = question.intent in evidence.section_topics
        leading = evidence.section_topics[:1] == (question.intent,)
        merit += 0.2 * own + 0.3 * around + 0.2 * leading - 0.3 * (not own and not around)
    merit -= 0.2 * (evidence.leans_on_context and not evidence.named)
    merit -= 0.1 * (not SHORTEST <= len(evidence.quote.split()) <= LONGEST)
    merit += 0.1 * evidence.named + 0.1 * (evidence.named and evidence.opens_section)
    if question.intent == "career":
        merit += 0.2 * _states_duration(evidence)
    if question.intent == "salary":
        merit += 0.6 * evidence.states_pay
    if question.wants_figure:
        merit += 0.2 * evidence.has_figure + 0.6 * states_quantity(question, evidence)
    return Scored(evidence, merit, _share(weights.focus, evidence, in_heading=0.7))


def _share(weights: Mapping[str, float], evidence: Evidence, *, in_heading: float) -> float:
    total = sum(weights.values())
    found = sum(
        weight * (1.0 if term in evidence.terms else in_heading)
        for term, weight in weights.items()
        if term in evidence.terms or term in evidence.heading_terms
    )
    return found / total if total else 0.0


def states_quantity(question: Question, evidence: Evidence) -> bool:
    """Whether a sentence states the kind of number that is asked for.

    "Wie viele Kunden" is answered by "5 bis 15 Schlüsselkunden", "wie lange" by "drei Monate".
    """
    if question.counted:
        wanted = stem(question.counted)
        # The last part of a compound says what it is: Schlüsselkunden are Kunden.
        return _states_number_of(
            evidence, lambda w: stem(w) == wanted or (len(wanted) > 3 and stem(w).endswith(wanted))
        )
    phrase = fold(question.standalone)
    if _ASKS_YEAR.search(phrase):
        return any(_YEAR.fullmatch(token) for token in evidence.tokens)
    return bool(_ASKS_DURATION.search(phrase)) and _states_duration(evidence)


def _states_duration(evidence: Evidence) -> bool:
    return _states_number_of(evidence, lambda word: bool(_DURATION.fullmatch(word)))


def _states_number_of(evidence: Evidence, fits: Callable[[str], bool]) -> bool:
    """A number with a fitting word among the next three."""
    tokens = evidence.tokens
    return any(
        _NUMBER_WORD.fullmatch(token) and any(fits(word) for word in tokens[i + 1 : i + 4])
        for i, token in enumerate(tokens)
    )
