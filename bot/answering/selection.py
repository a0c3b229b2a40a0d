"""Which sentences make up an answer: the best, without repetition, spread over the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answering.evidence import Evidence
from bot.answering.scoring import Scored

MOST_SENTENCES = 10

MARGIN = 0.6
"""How far below the best sentence's score others are still quoted."""

SAME_SOURCE = 0.05
"""What each sentence of a source takes from the score of its next one."""

ALIKE = 0.6
"""Jaccard similarity of stems from which two sentences count as the same statement."""


def best_of(
    ranked: Sequence[Scored],
    most: int = MOST_SENTENCES,
    *,
    margin: float = MARGIN,
    told: Iterable[Evidence] = (),
) -> list[Scored]:
    """The sentences near the best one, best first; none says again what another says.

    Args:
        ranked: candidates, best first.
        most: so many at most.
        margin: how far below the first of ``ranked`` a score may lie.
        told: what has been said already.
    """
    left = [s for s in ranked if s.score >= ranked[0].score - margin]
    known = list(told)
    of_source = Counter(evidence.source.id for evidence in known)
    chosen: list[Scored] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda s: s.score - SAME_SOURCE * of_source[s.evidence.source.id])
        left.remove(best)
        if any(same_statement(best.evidence, other) for other in known):
            continue
        chosen.append(best)
        known.append(best.evidence)
        of_source[best.evidence.source.id] += 1
    return chosen


def same_statement(one: Evidence, other: Evidence) -> bool:
    """Whether one sentence says again what the other says: its words and its numbers."""
    if (one.source.id, one.sentence) == (other.source.id, other.sentence):
        return True
    if _numbers(one) != _numbers(other):
        return False
    union = one.terms | other.terms
    return bool(union) and len(one.terms & other.terms) / len(union) >= ALIKE


def _numbers(evidence: Evidence) -> frozenset[str]:
    return frozenset(token for token in evidence.tokens if token[0].isdigit())
