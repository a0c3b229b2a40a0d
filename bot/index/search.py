"""Hybrid search: dense and keyword scores, scaled to each question and added.

Min-max fusion of 0.3 BM25 and 0.7 cosine over the hundred best of each beat reciprocal rank
fusion on every German set it was measured on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain import Passage
from bot.index.encoder import Encoder
from bot.index.view import IndexView

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEYWORD_WEIGHT = 0.3
DEPTH = 100

PassageFilter = Callable[[Passage], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    Attributes:
        score: fused, 0 to 1, comparable only within one question.
        cosine: similarity to the question, -1 to 1.
        bm25: keyword score, 0 where no word is shared.
    """

    passage: Passage
    score: float
    cosine: float
    bm25: float


def search(
    view: IndexView,
    encoder: Encoder,
    question: str,
    *,
    limit: int = 10,
    only: PassageFilter | None = None,
) -> list[Hit]:
    """The best passages for ``question``, best first, ties in reading order.

    Args:
        view: the version to search.
        encoder: must be the one the version was built with.
        question: free text; words shared with passages count besides its vector.
        limit: how many hits at most.
        only: keeps passages for which it is true.
    """
    import numpy as np

    if not view.passages:
        return []
    vector = encoder.encode_questions([question])[0]
    allowed = np.arange(len(view.passages))
    if only is not None:
        allowed = np.array([i for i in allowed if only(view.passages[i])], dtype=int)
    if not len(allowed):
        return []
    cosine = _cosines(view, vector, allowed)
    bm25 = view.keywords.scores(question)
    best_dense = _best(cosine, allowed)
    best_words = _best(bm25, allowed)
    candidates = np.union1d(best_dense, best_words)
    fused = (1 - KEYWORD_WEIGHT) * _scaled(cosine, candidates, best_dense)
    fused += KEYWORD_WEIGHT * _scaled(bm25, candidates, best_words)
    order = np.argsort(-fused, kind="stable")[:limit]
    return [
        Hit(view.passages[row], float(fused[i]), float(cosine[row]), float(bm25[row]))
        for i, row in zip(order, candidates[order], strict=True)
    ]


def _cosines(
    view: IndexView, vector: NDArray[np.float32], allowed: NDArray[np.int_]
) -> NDArray[np.float32]:
    import numpy as np

    if view.vectors is not None or view.collection is None:
        return np.asarray(view.vectors @ vector, dtype=np.float32)
    cosine = np.zeros(len(view.passages), dtype=np.float32)
    restricted = len(allowed) < len(view.passages)
    answer = view.collection.query(
        query_embeddings=[vector],
        n_results=DEPTH,
        ids=[view.passages[i].id for i in allowed] if restricted else None,
        include=["distances"],
    )
    for passage_id, distance in zip(
        answer["ids"][0], (answer["distances"] or [[]])[0], strict=True
    ):
        cosine[view.rows[passage_id]] = 1 - distance
    return cosine


def _best(scores: NDArray[np.float32], allowed: NDArray[np.int_]) -> NDArray[np.int_]:
    import numpy as np

    return allowed[np.argsort(-scores[allowed], kind="stable")[:DEPTH]]


def _scaled(
    scores: NDArray[np.float32], candidates: NDArray[np.int_], best: NDArray[np.int_]
) -> NDArray[np.float32]:
    """Scores of the candidates between the worst and the best of the list they came from."""
    import numpy as np

    low, high = scores[best].min(), scores[best].max()
    if high <= low:
        return np.zeros(len(candidates), dtype=np.float32)
    return np.clip((scores[candidates] - low) / (high - low), 0, 1)
