"""One finished index version, opened for reading, and the handle that follows the pointer."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Passage, Source
from bot.errors import IndexProblem, StoreError
from bot.index.cache import CACHED_FROM, Cache
from bot.index.chroma import GoneError, Records
from bot.index.derived import Derived
from bot.index.duplicates import boilerplate
from bot.index.filters import PassageFilter
from bot.index.keyword import KeywordIndex
from bot.index.pages import Pages
from bot.index.rerank import Reranker
from bot.index.store import IndexIdentity, Store
from bot.index.windows import Windows
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

EXACT_UP_TO = 10_000
"""Passages up to which exact search is faster than Chroma's graph (measured)."""

POINTER_SECONDS = 1.0
KEPT_FILTERS = 64

log = logging.getLogger(__name__)

Only = PassageFilter | Callable[[Passage], bool]


@dataclass(frozen=True)
class IndexView:
    """Everything a reader needs of one version. Immutable, shared by all threads.

    Attributes:
        passages: in reading order, those of one source next to each other.
        collection: the passages in Chroma; None where the view was made in memory.
        vectors: (passages, dimension), rows in the order of ``passages``, perhaps
            memory-mapped; None only where there are no passages.
        windows: the passages' windows; None where passages count only as wholes.
        exact: whether every passage is compared with a question, instead of asking Chroma.
        derived: what was made ready of the above, or None to derive it when it is needed.
        reranker: orders the hits once more.
    """

    version: int
    identity: IndexIdentity
    sources: dict[str, Source]
    passages: Sequence[Passage]
    collection: Records | None
    vectors: NDArray[np.float32] | None
    windows: Windows | None = None
    exact: bool = True
    derived: Derived | None = None
    reranker: Reranker | None = None
    _masks: dict[PassageFilter, NDArray[np.bool_]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def in_memory(
        cls,
        identity: IndexIdentity,
        sources: dict[str, Source],
        passages: Sequence[Passage],
        encode: Callable[[list[str]], NDArray[np.float32]],
    ) -> IndexView:
        """A version that no Chroma holds, complete with its windows.

        Args:
            identity: what encodes.
            sources: by id.
            passages: in reading order, those of one source next to each other.
            encode: the encoder's ``encode_passages``, or one that remembers.
        """
        titles = {key: source.title for key, source in sources.items()}
        texts = [embedded_text(titles[p.source_id], p.heading_path, p.text) for p in passages]
        return cls(
            version=0,
            identity=identity,
            sources=sources,
            passages=tuple(passages),
            collection=None,
            vectors=encode(texts) if texts else None,
            windows=Windows.encoded(
                ((titles[p.source_id], p) for p in passages), encode, identity.dimension
            ),
        )

    @cached_property
    def keywords(self) -> KeywordIndex:
        """The keyword index over these passages."""
        if self.derived is not None:
            return self.derived.keywords
        return KeywordIndex(self.searched_text(passage) for passage in self.passages)

    @cached_property
    def pages(self) -> Pages:
        """The passages' pages."""
        if self.derived is not None:
            return self.derived.pages
        assert self.vectors is not None
        return Pages.of(self.passages, self.vectors)

    @cached_property
    def rows(self) -> dict[str, int]:
        """Passage id to its row."""
        return {passage.id: row for row, passage in enumerate(self.passages)}

    @cached_property
    def boilerplate(self) -> frozenset[str]:
        """Ids of passages that several sources repeat."""
        return boilerplate(self.passages)

    def searched_text(self, passage: Passage) -> str:
        """Title, headings and body, as the encoder saw them."""
        title = self.sources[passage.source_id].title
        return embedded_text(title, passage.heading_path, passage.text)

    def allowed(self, only: Only | None) -> NDArray[np.int_] | None:
        """The rows that ``only`` keeps, ascending; None where that is every row."""
        import numpy as np

        if only is None:
            return None
        if isinstance(only, PassageFilter):
            mask = self._masks.get(only)
            if mask is None:
                mask = self._mask(only)
                if len(self._masks) >= KEPT_FILTERS:
                    self._masks.clear()
                self._masks[only] = mask
        else:
            mask = np.fromiter(map(only, self.passages), dtype=bool, count=len(self.passages))
        return None if mask.all() else np.flatnonzero(mask)

    def _mask(self, only: PassageFilter) -> NDArray[np.bool_]:
        import numpy as np

        kept = {key for key, source in self.sources.items() if only.matches(source)}
        return np.fromiter((p.source_id in kept for p in self.passages), dtype=bool)


def load_view(
    store: Store, version: int, *, exact_up_to: int = EXACT_UP_TO, cache: Path | None = None
) -> IndexView:
    """Reads a finished version.

    Args:
        store: an open Chroma.
        version: its number.
        exact_up_to: with more passages than this, Chroma searches.
        cache: folder where what is derived from a large version is kept; None keeps nothing.

    Raises:
        GoneError: it has been deleted, or is just being.
        StoreError: Chroma failed.
    """
    collection = store.passages(version)
    count = collection.count()
    identity = store.identity(version)
    sources = {key: record.source for key, record in store.indexed(version).items()}
    kept = Cache(cache, store, version, collection.id) if cache and count >= CACHED_FROM else None
    derived = kept.open(count) if kept else None
    if derived is None:
        derived = Derived.read(collection, sources, identity.dimension)
        if kept and derived is not None:
            derived = kept.keep(derived)
    if derived is not None and any(p.source_id not in sources for p in derived.passages):
        raise GoneError(f"Der Stand {version} in {store.place} ist nicht mehr vollständig.")
    return IndexView(
        version=version,
        identity=identity,
        sources=sources,
        passages=derived.passages if derived else (),
        collection=collection,
        vectors=derived.vectors if derived else None,
        windows=derived.windows if derived else None,
        exact=count <= exact_up_to,
        derived=derived,
    )


class Index:
    """The version that serves, reloaded when the pointer moves.

    Args:
        store: an open Chroma.
        exact_up_to: as for ``load_view``.
        pointer_seconds: how long the pointer isn't looked at again.
        cache: as for ``load_view``.
        reranker: orders the hits of every search once more.

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
        cache: Path | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._store = store
        self._exact_up_to = exact_up_to
        self._pointer_seconds = pointer_seconds
        self._cache = cache
        self._reranker = reranker
        self._lock = threading.Lock()
        self._view = self._load()
        self._checked = time.monotonic()

    @classmethod
    def open(cls, settings: Settings) -> Index:
        """Opens the index that the settings name."""
        reranker = Reranker(settings.reranker) if settings.reranker else None
        return cls(Store.open(settings), cache=settings.cache_folder / "index", reranker=reranker)

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
                return self._read()
            except StoreError as error:  # what is being deleted fails in several ways
                log.info("version vanished while being read: %s", error.log)
        return self._read()

    def _read(self) -> IndexView:
        version = self._store.require_current()
        view = load_view(self._store, version, exact_up_to=self._exact_up_to, cache=self._cache)
        return replace(view, reranker=self._reranker)
