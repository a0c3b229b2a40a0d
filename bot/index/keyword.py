"""BM25 over German stems and the parts of compounds, derived from the passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.german import CompoundSplitter, content_words, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EMPTY = "\0"


class KeywordIndex:
    """Ranks passages by the words they share with a question.

    Args:
        texts: what is searched of each passage, heading path included.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        self._splitter = CompoundSplitter.from_texts(texts)
        self.size = len(texts)
        tokens = [self.terms(text) or [_EMPTY] for text in texts]
        self._document_frequency: dict[str, int] = {}
        for passage in tokens:
            for term in set(passage):
                self._document_frequency[term] = self._document_frequency.get(term, 0) + 1
        self._bm25 = bm25s.BM25(k1=1.2, b=0.75)
        self._bm25.index(tokens, show_progress=False)

    def terms(self, text: str) -> list[str]:
        """Stems of the content words of ``text``, compounds whole and in parts."""
        return [stem(part) for word in content_words(text) for part in (word, *self.parts(word))]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded compound, empty where the corpus doesn't know them."""
        return self._splitter.parts(word)

    def frequency(self, term: str) -> int:
        """In how many passages a stem occurs."""
        return self._document_frequency.get(term, 0)

    def knows(self, word: str) -> bool:
        """Whether the corpus uses a folded word, in any form or as a compound of its words."""
        return self.frequency(stem(word)) > 0 or bool(self.parts(word))

    def scores(self, question: str) -> NDArray[np.float32]:
        """BM25 of every passage, shape (passages,), zero where nothing is shared."""
        import numpy as np

        # bm25s raises IndexError on an empty list.
        terms = [term for term in self.terms(question) if self.frequency(term)]
        if not terms or not self.size:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(terms), dtype=np.float32)
