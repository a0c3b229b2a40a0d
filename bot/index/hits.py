"""What a search returns."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, and why.

    Attributes:
        score: fused, 0 to 1, comparable only within one question; where a reranker is set, its
            own score.
        cosine: similarity of the whole passage to the question, -1 to 1.
        bm25: keyword score by stems, 0 where no word is shared.
        window_cosine: similarity of the passage's best window.
        grams: share of the question's fours of letters that the passage has, weighed by
            rarity, 0 to 1.
        duplicates: ids of passages that say the same, ranked lower and left out.
    """

    passage: Passage
    score: float
    cosine: float
    bm25: float
    window_cosine: float = 0.0
    grams: float = 0.0
    duplicates: tuple[str, ...] = ()
