"""Everything that a builder of answers may use for one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering.agreement import word_weights
from bot.answering.evidence import EvidenceReader
from bot.answering.scoring import Asked, Scored, score
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import Question
from bot.index.hits import Hit
from bot.index.view import IndexView
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.roles import RoleCatalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass
class Context:
    """A question with what was found for it.

    Attributes:
        view: the index version that is asked.
        catalogue: its roles.
        profiles: what its sources state about them, by the role's id.
        hits: the passages found, best first.
        vector: the question's unit vector.
        asked: the question as the encoder read it.
        words: vectors of its words, shape (words, dimension).
        evidence: reads passages as sentences that can be quoted.
        similarity: compares sentences with the question and with each other.
    """

    question: Question
    view: IndexView
    catalogue: RoleCatalogue
    profiles: Mapping[str, RoleProfile]
    hits: Sequence[Hit]
    vector: NDArray[np.float32]
    asked: str
    words: NDArray[np.float32]
    evidence: EvidenceReader
    similarity: SentenceSimilarity

    @cached_property
    def scored(self) -> list[Scored]:
        """The hits' sentences about the right role, best first."""
        keywords = self.evidence.keywords
        weights = word_weights(self.asked, keywords, len(self.view.passages))
        asked = Asked(self.question, self.vector, self.words, weights)
        return score(asked, self.hits, self.evidence, self.similarity)
