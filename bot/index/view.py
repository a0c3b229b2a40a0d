"""One finished index version, opened for reading, and the handle that follows the pointer."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.domain import Passage, Source
from bot.errors import IndexProblem, StoreError
from bot.index.chroma import Field, GoneError, Records
from bot.index.keyword import KeywordIndex
from bot.index.records import read_passage
from bot.index.store import IndexIdentity, Store
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

EXACT_UP_TO = 10_000
"""Passages up to which exact search is faster than Chroma's graph (measured)."""

POINTER_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class IndexView:
    """Everything a reader needs of one version. Immutable, shared by all threads.

    Attributes:
        collection: the passages in Chroma; None where the view was made in memory.
        vectors: (passages, dimension), rows in the order of ``passages``; None for large
            versions, where Chroma searches.
    """

    version: int
    identity: IndexIdentity
    sources: dict[str, Source]
    passages: tuple[Passage, ...]
    collection: Records | None
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


def load_view(store: Store, version: int, *, exact_up_to: int = EXACT_UP_TO) -> IndexView:
    """Reads a finished version.

    Args:
        store: an open Chroma.
        version: its number.
        exact_up_to: with more passages than this, vectors stay in Chroma.

    Raises:
        GoneError: it has been deleted, or is just being.
        StoreError: Chroma failed.
    """
    import numpy as np

    collection = store.passages(version)
    exact = collection.count() <= exact_up_to
    include: list[Field] = ["documents", "metadatas"]
    if exact:
        include.append("embeddings")
    passages: list[Passage] = []
    vectors: list[Any] = []
    for page in collection.pages(include):
        passages += map(read_passage, page["ids"], page["documents"], page["metadatas"])
        if exact:
            vectors.append(np.asarray(page["embeddings"], dtype=np.float32))
    sources = {key: record.source for key, record in store.indexed(version).items()}
    if any(passage.source_id not in sources for passage in passages):
        raise GoneError(f"Der Stand {version} in {store.place} ist nicht mehr vollständig.")
    order = sorted(range(len(passages)), key=lambda i: (passages[i].source_id, passages[i].start))
    return IndexView(
        version=version,
        identity=store.identity(version),
        sources=sources,
        passages=tuple(passages[i] for i in order),
        collection=collection,
        vectors=np.concatenate(vectors)[order] if vectors else None,
    )


class Index:
    """The version that serves, reloaded when the pointer moves.

    Args:
        store: an open Chroma.
        exact_up_to: as for ``load_view``.
        pointer_seconds: how long the pointer isn't looked at again.

    Raises:
        IndexMissingError: there is no finished version.
        StoreError: Chroma failed.
    """

    def __init__(
        self,
        store: Store,
        *,
        exact_up_to: int = EXACT_UP_TO,
        pointer_seconds: float = POINTER_SECONDS,
    ) -> None:
        self._store = store
        self._exact_up_to = exact_up_to
        self._pointer_seconds = pointer_seconds
        self._lock = threading.Lock()
        self._view = self._load()
        self._checked = time.monotonic()

    @classmethod
    def open(cls, settings: Settings) -> Index:
        """Opens the index that the settings name."""
        return cls(Store.open(settings))

    def view(self) -> IndexView:
        """The serving version; looks at the pointer at most once a second.

        While one thread loads a new version, the others go on with the old one; so does
        everybody where Chroma can't be read just now. Never raises.
        """
        due = time.monotonic() - self._checked >= self._pointer_seconds
        if due and self._lock.acquire(blocking=False):
            try:
                self._follow()
            except IndexProblem as error:
                log.warning("serving version %d on: %s", self._view.version, error.log)
            finally:
                self._checked = time.monotonic()
                self._lock.release()
        return self._view

    def _follow(self) -> None:
        if self._store.was_replaced():
            store = self._store.reopened()
            store.require_current()
            self._store = store
            self._view = self._load()
        elif self._store.require_current() != self._view.version:
            self._view = self._load()

    def _load(self) -> IndexView:
        """The current version, also if two ingests delete it while it is being read."""
        for _ in range(3):
            try:
                version = self._store.require_current()
                return load_view(self._store, version, exact_up_to=self._exact_up_to)
            except StoreError as error:  # what is being deleted fails in several ways
                log.info("version vanished while being read: %s", error.log)
        version = self._store.require_current()
        return load_view(self._store, version, exact_up_to=self._exact_up_to)
