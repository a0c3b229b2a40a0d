"""Whether a version can answer a question at all: three signals, one logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.german import content_words, stem
from bot.index.hits import Hit
from bot.index.terms import grams
from bot.index.view import IndexView

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOOKED_AT = 5
"""Hits among which the one with most of the question's words is looked for."""

# Fitted on XQuAD-de's and Integreat's questions, each asked of its own corpus and of the other's.
# The cosines, and so these figures, are those of multilingual-e5-small.
COSINE, GRAMS, WORDS, INTERCEPT = 81.2, 5.78, 4.29, -73.3


def relevance_score(
    view: IndexView, question: str, vector: NDArray[np.float32], hits: Sequence[Hit]
) -> float:
    """Logit that the corpus answers ``question``; above 0 it rather does.

    Args:
        view: the version that was searched.
        question: as searched.
        vector: its unit vector; the hits already carry what it says.
        hits: the search's own, best first.

    Returns:
        Minus infinity where nothing was found.
    """
    if not hits:
        return float("-inf")
    cosine = max(hit.window_cosine for hit in hits)
    rows = view.passages.rows(hit.passage.id for hit in hits[:LOOKED_AT])
    keywords = view.keywords
    letters = keywords.grams.coverage(grams(question), rows).max()
    stems = [stem(word) for word in content_words(question)]
    found = keywords.stems.coverage(stems, rows).max()
    return float(COSINE * cosine + GRAMS * letters + WORDS * found + INTERCEPT)
