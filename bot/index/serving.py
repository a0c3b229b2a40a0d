"""The index version that serves: a handle that follows the pointer."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import IndexProblem, StoreError
from bot.index.rerank import Reranker
from bot.index.store import Store
from bot.index.view import EXACT_UP_TO, IndexView, load_view

if TYPE_CHECKING:
    from bot.settings import Settings

POINTER_SECONDS = 1.0
REST_SECONDS = 5.0
"""How long the pointer isn't looked at after it couldn't be read: the look itself took long."""

log = logging.getLogger(__name__)


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
        self._followed = False
        self._trouble: IndexProblem | None = None
        self._view = self._load()
        self._due = time.monotonic() + pointer_seconds

    @classmethod
    def open(cls, settings: Settings) -> Index:
        """Opens the index that the settings name."""
        reranker = Reranker(settings.reranker) if settings.reranker else None
        return cls(Store.open(settings), cache=settings.cache_folder / "index", reranker=reranker)

    def view(self) -> IndexView:
        """The serving version; looks at the pointer at most once a second.

        While one thread loads a new version, the others go on with the old one; so does
        everybody where Chroma can't be read just now. Where ``keep_up`` is at work, nobody waits
        at all. Never raises.
        """
        if not self._followed and time.monotonic() >= self._due:
            self._look()
        return self._view

    @property
    def trouble(self) -> IndexProblem | None:
        """Why the pointer couldn't be read when it was looked at last."""
        return self._trouble

    def keep_up(self, stop: threading.Event, moved: Callable[[], None]) -> None:
        """Follows the pointer in the caller's thread, until ``stop``.

        Args:
            stop: ends it.
            moved: called when another version serves.
        """
        self._followed = True
        known = self._view
        try:
            while not stop.wait(max(self._pointer_seconds, self._due - time.monotonic())):
                self._look()
                if self._view is not known:
                    known = self._view
                    moved()
        finally:
            self._followed = False

    def _look(self) -> None:
        if not self._lock.acquire(blocking=False):
            return
        pause = self._pointer_seconds
        try:
            self._follow()
            self._trouble = None
        except IndexProblem as error:
            level = logging.WARNING if self._trouble is None else logging.DEBUG
            log.log(level, "serving version %d on: %s", self._view.version, error.log)
            self._trouble = error
            pause = max(pause, REST_SECONDS) if pause else 0.0
        finally:
            self._due = time.monotonic() + pause
            self._lock.release()

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
