"""How alike a question and single sentences are in meaning.

A sentence is compared by itself and in its place: with its title and headings, which often hold
the words it leaves out. In its place each of its words has a vector too. Vectors are made when
they first matter and kept, least recently used ones dropped; so an answer never waits for more
than the few sentences not seen yet.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.answering.evidence import Evidence
from bot.index.centred import Centred
from bot.index.encoder import WordEncoder, WordVectors
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

KEPT = 40_000
"""Texts kept with one vector each: about 60 MB at 384 dimensions."""

PLACED = 4_000
"""Sentences kept with a vector for each word: about 100 MB at 384 dimensions."""


_LISTS = 4
"""Lists of fixed words kept with their centre."""


def in_place(evidence: Evidence) -> str:
    """A sentence with the title and the last headings above it."""
    passage = evidence.passage
    return embedded_text(evidence.source.title, passage.heading_path, evidence.quote)


class SentenceSimilarity:
    """Vectors of sentences, to be compared with a question's. Safe to share between threads."""

    def __init__(self, encoder: WordEncoder) -> None:
        self._encoder = encoder
        self._alone = _Kept(self._encode, KEPT)
        self._placed = _Kept(self._read, PLACED)
        self._centred = _Kept(self._centre, _LISTS)

    def question(self, text: str) -> WordVectors:
        """A question's own vectors."""
        return self._encoder.read_questions([text])[0]

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

        return np.stack(self._alone.of(sentences))

    def centred(self, texts: tuple[str, ...]) -> Centred:
        """Words that every question is compared with, seen from their centre.

        Args:
            texts: a constant of the calling module, so that they are made ready only once.
        """
        return self._centred.of([texts])[0]

    def placed(self, evidence: Sequence[Evidence]) -> list[WordVectors]:
        """Sentences in their place: the whole, and the words of the sentence itself."""
        return self._placed.of([(in_place(e), e.quote) for e in evidence])

    def prepare(self, evidence: Iterable[Evidence]) -> None:
        """Encodes sentences ahead of the questions that will need them."""
        ahead = list(evidence)
        self._alone.of([e.quote for e in ahead])
        self.placed(ahead)

    def _encode(self, texts: Sequence[str]) -> Sequence[NDArray[np.float32]]:
        return list(self._encoder.encode_passages(texts))

    def _read(self, places: Sequence[tuple[str, str]]) -> Sequence[WordVectors]:
        read = self._encoder.read_passages([text for text, _ in places])
        kept = []
        for (text, quote), vectors in zip(places, read, strict=True):
            before = len(text.split()) - len(quote.split())
            # A copy: the words before, half of all, aren't kept.
            kept.append(WordVectors(vectors.whole, vectors.words[before:].copy()))
        return kept

    def _centre(self, lists: Sequence[tuple[str, ...]]) -> Sequence[Centred]:
        return [Centred(self.vectors(texts)) for texts in lists]


class _Kept(Generic[K, T]):
    """What is made of texts, the least recently used dropped."""

    def __init__(self, make: Callable[[Sequence[K]], Sequence[T]], most: int) -> None:
        self._make = make
        self._most = most
        self._known: OrderedDict[K, T] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, texts: Sequence[K]) -> list[T]:
        """One for each text, in order."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found.update(zip(missing, self._make(missing), strict=True))
        with self._lock:
            for text in found:
                self._known[text] = found[text]
                self._known.move_to_end(text)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return [found[text] for text in texts]
