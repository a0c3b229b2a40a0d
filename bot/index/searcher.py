"""From a question as it was typed to its hits: repair, encoder and search of one version.

Everything that searches goes this way: answers, the command line, LangChain's retriever and the
measurements, so that what is measured is what is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.german import QuestionRepair, Repair, Vocabulary
from bot.index.encoder import Encoder
from bot.index.search import Hit, search
from bot.index.view import IndexView, Only
from bot.knowledge.roles import RoleCatalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Searched:
    """What a search found.

    Attributes:
        spelt: the question as the encoder read it.
        vector: its unit vector.
        hits: best first.
    """

    spelt: str
    vector: NDArray[np.float32]
    hits: list[Hit]


@dataclass(frozen=True)
class Searcher:
    """One version, ready to be asked.

    Attributes:
        view: the version.
        catalogue: the roles that its sources are about.
        vocabulary: its words as they are written there.
    """

    view: IndexView
    catalogue: RoleCatalogue
    vocabulary: Vocabulary
    _encoder: Encoder
    _repair: QuestionRepair | None

    @classmethod
    def of(cls, view: IndexView, encoder: Encoder, *, repairs: bool = True) -> Searcher:
        """Makes a version ready.

        Args:
            view: the version.
            encoder: the one it was made with. Its pieces also tell real words of any language
                from misspelt ones.
            repairs: whether misspelt words are led back to the version's own.
        """
        catalogue = view.catalogue
        vocabulary = Vocabulary(view.derived.written)
        # Roles are recognised even when each word of their names is misspelt.
        names = [label for r in catalogue.roles for label in (r.preferred_label, *r.alt_labels)]
        repair = QuestionRepair(vocabulary, names, view.keywords.knows, _pieces(encoder))
        return cls(view, catalogue, vocabulary, encoder, repair if repairs else None)

    def repaired(self, question: str) -> Repair:
        """The question with its misspelt words put right, and what was changed."""
        return self._repair(question) if self._repair else Repair(question, ())

    def search(self, question: str, *, limit: int = 10, only: Only | None = None) -> Searched:
        """The best passages for a question that was repaired already.

        Args:
            question: free text.
            limit: how many hits at most.
            only: what the search is narrowed to.

        Raises:
            StoreError: Chroma can't be read.
            EncoderError: the reranker that is set can't be loaded.
        """
        spelt = self.spelt(question)
        vector = self._encoder.encode_questions([spelt])[0]
        return Searched(spelt, vector, self.hits(question, vector, limit=limit, only=only))

    def spelt(self, question: str) -> str:
        """A question as the encoder is to see it: written as the version writes its words."""
        return self._repair.spelt(question) if self._repair else question

    def hits(
        self,
        question: str,
        vector: NDArray[np.float32],
        *,
        limit: int = 10,
        only: Only | None = None,
    ) -> list[Hit]:
        """What ``search`` finds, where the vector of ``spelt(question)`` is there already."""
        return search(self.view, question, vector, limit=limit, only=only)


def _pieces(encoder: Encoder) -> Callable[[str], int]:
    """A word that the encoder's vocabulary holds whole is a real word of some language."""
    nothing = encoder.count_tokens("")
    return lambda word: encoder.count_tokens(word) - nothing
