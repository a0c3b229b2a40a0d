"""How well single sentences answer a question.

Three views are stretched over the candidates from 0 to 1 and added up by their weights: how well
the sentence says each word of the question, the likeness of the sentence below its headings, and
how well search found its passage. Shares of the question's words as they are written aren't a
fourth: the others have them already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.agreement import agreement
from bot.answering.covering.roles import names_title
from bot.answering.direct.quantities import states_quantity
from bot.answering.evidence import Evidence, EvidenceReader
from bot.answering.quotable import orders_a_machine
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import Question
from bot.index.search import Hit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COMPARED_PASSAGES = 20
"""Sentences of so many of the best passages are compared by meaning; more find no more facts."""

_SAID, _PLACED, _FOUND = 1.5, 0.75, 0.75
"""Weights of the views, by a logistic regression over sentences that hold an expected fact; they
add up to three."""

_HEADED, _STATES_PAY, _STATES_QUANTITY = 0.2, 0.2, 0.2


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its merit.

    Attributes:
        score: overall, up to about 3.6, comparable within one question.
        cosine: to the question, where the two were compared by meaning, else 0.
    """

    evidence: Evidence
    score: float
    cosine: float = 0.0


@dataclass(frozen=True)
class Asked:
    """A question with its vectors.

    Attributes:
        vector: of length one, shape (dimension,).
        words: of each word, shape (words, dimension).
        weights: worth of each word, shape (words,).
    """

    question: Question
    vector: NDArray[np.float32]
    words: NDArray[np.float32]
    weights: NDArray[np.float32]


def score(
    asked: Asked, hits: Sequence[Hit], reader: EvidenceReader, similarity: SentenceSimilarity
) -> list[Scored]:
    """Every quotable sentence of the hits that is about the right role, best first.

    Of a job that no source is about, only sentences tell that name it.

    Args:
        asked: the question.
        hits: where to look, best first.
        reader: reads passages as evidence.
        similarity: knows the sentences' vectors.
    """
    import numpy as np

    question = asked.question
    titles = question.unknown_roles
    found = [
        (evidence, hit.score)
        for hit in hits
        for evidence in reader.of(hit.passage)
        if not question.roles or not evidence.roles or evidence.roles & set(question.roles)
        if not orders_a_machine(evidence.quote)
        if question.roles or not titles or names_title(evidence, titles)
    ]
    if not found:
        return []
    evidences = [evidence for evidence, _ in found]
    passages = list(dict.fromkeys(evidence.passage.id for evidence in evidences))
    best = set(passages[:COMPARED_PASSAGES])
    near = [evidence for evidence in evidences if evidence.passage.id in best]
    # Hits come best first, so the sentences that are compared stand first too.
    cosines = np.zeros(len(found))
    cosines[: len(near)] = similarity.cosines(asked.vector, [e.quote for e in near])
    placed = similarity.placed(near)
    merit = _FOUND * _stretched(np.array([found_score for _, found_score in found]))
    merit[: len(near)] += _PLACED * _stretched(np.stack([p.whole for p in placed]) @ asked.vector)
    said = agreement(asked.words, asked.weights, [p.words for p in placed])
    merit[: len(near)] += _SAID * _stretched(said)
    merit += [_bonus(question, evidence) for evidence in evidences]
    scored = [
        Scored(evidence, float(total), float(cosine))
        for evidence, total, cosine in zip(evidences, merit, cosines, strict=True)
    ]
    return sorted(scored, key=lambda s: (-s.score, s.evidence.source.id, s.evidence.sentence.start))


def _bonus(question: Question, evidence: Evidence) -> float:
    """What the vectors don't see: the topic of the heading, and that a figure is asked for."""
    return (
        _HEADED * (question.intent in evidence.section_topics)
        + _STATES_PAY * (question.intent == "salary" and evidence.states_pay)
        + _STATES_QUANTITY * (question.wants_figure and states_quantity(question, evidence))
    )


def _stretched(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """``values`` from 0 to 1, the least and the greatest; all 0 where they don't differ."""
    import numpy as np

    low, high = float(values.min()), float(values.max())
    return np.asarray((values - low) / ((high - low) or 1.0), dtype=np.float64)
