"""A judged set as an index version in memory, asked the way the product is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Passage, Sentence, Source
from bot.evaluation.beir import Document, RetrievalSet
from bot.index.encoder import Encoder
from bot.index.searcher import Searched, Searcher
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.passages import split_sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BETWEEN = "\n\n"


class JudgedIndex:
    """A set, ready to be asked.

    Args:
        judged: the set.
        encoder: encodes its documents, unless their vectors are in ``cache``.
        cache: folder of vectors; they are kept by texts and encoder.
        repaired: whether questions are repaired before they are searched, as the product does.
    """

    def __init__(
        self, judged: RetrievalSet, encoder: Encoder, cache: Path, *, repaired: bool = True
    ) -> None:
        self.view = view_of(judged.documents, encoder, cache)
        self._searcher = Searcher.of(self.view, encoder, repairs=repaired)

    def ask(self, question: str, scope: frozenset[str] | None, limit: int) -> Searched:
        """Repairs, encodes and searches; a passage's id is the document's.

        Args:
            question: as typed.
            scope: ids of the documents to search, or None for all.
            limit: how many hits at most.
        """
        only = None if scope is None else (lambda passage: passage.id in scope)
        asked = self._searcher.repaired(question).text
        return self._searcher.search(asked, limit=limit, only=only)


def view_of(documents: Sequence[Document], encoder: Encoder, cache: Path) -> IndexView:
    """One passage a document; documents of one title and equal facets make up one source."""
    pages = _pages(documents)
    sources = {}
    passages: list[Passage] = []
    for number, page in enumerate(pages):
        source = f"page-{number}"
        sources[source] = Source(
            source, page[0].title, _BETWEEN.join(document.text for document in page), ()
        )
        passages += _passages(source, sources[source].text, page)
    return IndexView.in_memory(
        IndexIdentity.of(encoder.identity),
        sources,
        passages,
        lambda texts: _vectors(texts, encoder, cache / "evaluation"),
    )


def _pages(documents: Sequence[Document]) -> list[list[Document]]:
    """Ids tell pages apart too, and which one was asked about: they are never looked at."""
    pages: dict[object, list[Document]] = {}
    for number, document in enumerate(documents):
        key = (document.title, document.facets) if document.title else number
        pages.setdefault(key, []).append(document)
    return list(pages.values())


def _passages(source: str, text: str, page: Sequence[Document]) -> list[Passage]:
    made, start = [], 0
    for document in page:
        end = start + len(document.text)
        sentences = tuple(split_sentences(text, start, end)) or (Sentence(start, end),)
        made.append(Passage(document.id, source, (), start, end, sentences, document.text))
        start = end + len(_BETWEEN)
    return made


def _vectors(texts: Sequence[str], encoder: Encoder, folder: Path) -> NDArray[np.float32]:
    """Encodes once; the same texts under the same encoder are read back the next time."""
    import numpy as np

    digest = hashlib.sha256(repr((encoder.identity, texts)).encode()).hexdigest()[:24]
    path = folder / f"{digest}.npy"
    if path.is_file():
        return np.asarray(np.load(path), dtype=np.float32)
    vectors = encoder.encode_passages(texts)
    folder.mkdir(parents=True, exist_ok=True)
    # Two runs at once must not read each other's half-written file.
    part = path.with_suffix(f".{hashlib.sha256(vectors.tobytes()).hexdigest()[:8]}.part.npy")
    np.save(part, vectors)
    part.replace(path)
    return vectors
