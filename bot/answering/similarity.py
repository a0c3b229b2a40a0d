"""How alike a question and single sentences are in meaning.

A sentence is compared by itself and in its place: with its title and headings, which often hold
the words it leaves out. Vectors are made when they first matter and kept, least recently used
ones dropped; so an answer never waits for more than the few sentences not seen yet.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.answering.evidence import Evidence
from bot.index.encoder import Encoder
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = 40_000
"""Texts kept, two a sentence: about 60 MB at 384 dimensions."""


def in_place(evidence: Evidence) -> str:
    """A sentence with the title and the last headings above it."""
    passage = evidence.passage
    return embedded_text(evidence.source.title, passage.heading_path, evidence.quote)


class SentenceSimilarity:
    """Cosines between a question and sentences. Safe to share between threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    def cosines(
        self, question: NDArray[np.float32], sentences: Sequence[str]
    ) -> NDArray[np.float32]:
        """Cosines of the question to sentences, shape (sentences,), in order.

        Args:
            question: its unit vector, shape (dimension,).
            sentences: what it is compared with; at least one.
        """
        return self.vectors(sentences) @ question

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of sentences, shape (sentences, dimension), in order."""
        import numpy as np

        known = self._known(sentences)
        return np.stack([known[sentence] for sentence in sentences])

    def prepare(self, evidence: Iterable[Evidence]) -> None:
        """Encodes sentences ahead of the questions that will need them."""
        self._known([text for e in evidence for text in (e.quote, in_place(e))])

    def _known(self, sentences: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        with self._lock:
            known = {s: self._vectors[s] for s in sentences if s in self._vectors}
        missing = [s for s in dict.fromkeys(sentences) if s not in known]
        if missing:
            known.update(zip(missing, self._encoder.encode_passages(missing), strict=True))
        with self._lock:
            for sentence in known:
                self._vectors[sentence] = known[sentence]
                self._vectors.move_to_end(sentence)
            while len(self._vectors) > KEPT:
                self._vectors.popitem(last=False)
        return known
