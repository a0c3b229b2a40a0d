"""How alike a question and single sentences are in meaning.

Sentences are encoded when they first matter and kept, least recently used ones dropped; so
an answer never waits for more than the few sentences it has not seen yet.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.index.encoder import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = 20_000
"""Sentences kept: about 30 MB at 384 dimensions."""


class SentenceSimilarity:
    """Cosines between a question and sentences. Safe to share between threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    def cosines(self, question: NDArray[np.float32], sentences: Sequence[str]) -> list[float]:
        """One cosine a sentence, in order.

        Args:
            question: its unit vector, shape (dimension,).
            sentences: what it is compared with.
        """
        known = self._known(sentences)
        return [float(known[sentence] @ question) for sentence in sentences]

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of sentences, shape (sentences, dimension), in order."""
        import numpy as np

        known = self._known(sentences)
        return np.stack([known[sentence] for sentence in sentences])

    def prepare(self, sentences: Sequence[str]) -> None:
        """Encodes sentences ahead of the questions that will need them."""
        self._known(sentences)

    def _known(self, sentences: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        with self._lock:
            known = {s: self._vectors[s] for s in sentences if s in self._vectors}
        missing = [s for s in dict.fromkeys(sentences) if s not in known]
        if missing:
            known.update(zip(missing, self._encoder.encode_passages(missing), strict=True))
        with self._lock:
            for sentence in sentences:
                self._vectors[sentence] = known[sentence]
                self._vectors.move_to_end(sentence)
            while len(self._vectors) > KEPT:
                self._vectors.popitem(last=False)
        return known
