"""A cross-encoder that reads question and passage together; off unless a setting names one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.errors import EncoderError
from bot.index.hits import Hit

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

RERANKED = 30
"""Hits that are read again; those below keep their order behind them."""

log = logging.getLogger(__name__)


class Reranker:
    """Orders hits by a cross-encoder's score; loads it with the first question.

    Args:
        name: what ``CrossEncoder`` takes: a model's name or a folder.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._lock = threading.Lock()
        self._model: CrossEncoder | None = None

    def load(self) -> None:
        """Makes the model ready.

        Raises:
            EncoderError: it can't be loaded.
        """
        with self._lock:
            self._loaded()

    def order(self, question: str, texts: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
        """The hits anew, best first.

        Args:
            question: as searched.
            texts: what is read of each hit: title, headings and body.
            hits: best first.

        Raises:
            EncoderError: the model can't be loaded.
        """
        head = list(hits[:RERANKED])
        if not head:
            return []
        pairs = [(question, text) for text in texts[: len(head)]]
        with self._lock:  # a model's forward pass isn't promised to be safe between threads
            scores: Any = self._loaded().predict(pairs, show_progress_bar=False)
        scored = [replace(hit, score=float(score)) for hit, score in zip(head, scores, strict=True)]
        scored.sort(key=lambda hit: -hit.score)
        lowest = scored[-1].score
        # Scores stay in the order of the hits: one's own fused score isn't comparable.
        rest = [replace(hit, score=min(lowest, hit.score)) for hit in hits[RERANKED:]]
        return [*scored, *rest]

    def _loaded(self) -> CrossEncoder:
        if self._model is None:
            from sentence_transformers import CrossEncoder

            try:
                self._model = CrossEncoder(self.name)
            except Exception as error:  # whatever the library raises of hub, disk and format
                raise EncoderError(
                    f"Das Modell zum Nachordnen, {self.name}, lässt sich nicht laden.",
                    log=f"cannot load the reranker {self.name}: {error}",
                    hint="Prüfen Sie LOTSE_RERANKER; ohne diese Einstellung wird nicht "
                    "nachgeordnet.",
                ) from error
        return self._model
