"""One finished index version, opened for reading, and the handle that follows the pointer."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.domain import Passage, Source
from bot.index.keyword import KeywordIndex
from bot.index.records import read_passage
from bot.index.store import IndexIdentity, Store, pages
from bot.index.sync import indexed_sources
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

    from bot.settings import Settings

EXACT_UP_TO = 10_000
"""Passages up to which exact search is faster than Chroma's graph (measured, FACTS)."""

POINTER_SECONDS = 1.0


@dataclass(frozen=True)
class IndexView:
    """Everything a reader needs of one version. Immutable, shared by all threads.

    Attributes:
        vectors: (passages, dimension), rows in the order of ``passages``; None above
            ``EXACT_UP_TO``, where Chroma searches.
    """

    version: int
    identity: IndexIdentity
    sources: dict[str, Source]
    passages: tuple[Passage, ...]
    collection: Collection | None
    vectors: NDArray[np.float32] | None

    @cached_property
    def keywords(self) -> KeywordIndex:
        """The keyword index over these passages."""
        return KeywordIndex([self.searched_text(passage) for passage in self.passages])

    @cached_property
    def rows(self) -> dict[str, int]:
        """Passage id to its row."""
        return {passage.id: row for row, passage in enumerate(self.passages)}

    def searched_text(self, passage: Passage) -> str:
        """Title, headings and body, as the encoder saw them."""
        title = self.sources[passage.source_id].title
        return embedded_text(title, passage.heading_path, passage.text)


def load_view(store: Store, version: int) -> IndexView:
    """Reads a finished version."""
    import numpy as np

    collection = store.passages(version)
    exact = collection.count() <= EXACT_UP_TO
    include = ["documents", "metadatas", *(["embeddings"] if exact else [])]
    passages: list[Passage] = []
    vectors: list[Any] = []
    for page in pages(collection, include):
        passages += map(read_passage, page["ids"], page["documents"], page["metadatas"])
        if exact:
            vectors.append(np.asarray(page["embeddings"], dtype=np.float32))
    order = sorted(range(len(passages)), key=lambda i: (passages[i].source_id, passages[i].start))
    return IndexView(
        version=version,
        identity=store.identity(version),
        sources={key: rec.source for key, rec in indexed_sources(store, version).items()},
        passages=tuple(passages[i] for i in order),
        collection=collection,
        vectors=np.concatenate(vectors)[order] if vectors else None,
    )


class Index:
    """The version that serves, reloaded when the pointer moves.

    Args:
        store: an open Chroma.

    Raises:
        IndexMissingError: there is no finished version.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._view = load_view(store, store.require_current())
        self._checked = time.monotonic()

    @classmethod
    def open(cls, settings: Settings) -> Index:
        """Opens the index that the settings name."""
        return cls(Store.open(settings))

    def view(self) -> IndexView:
        """The serving version; looks at the pointer at most once a second.

        While one thread loads a new version, the others go on with the old one.
        """
        due = time.monotonic() - self._checked > POINTER_SECONDS
        if due and self._lock.acquire(blocking=False):
            try:
                current = self._store.require_current()
                if current != self._view.version:
                    self._view = load_view(self._store, current)
                self._checked = time.monotonic()
            finally:
                self._lock.release()
        return self._view
