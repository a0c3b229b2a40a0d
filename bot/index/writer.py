"""One writer at a time: a lock on the folder, or a lease inside a Chroma server."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.index.lease import Lease, busy
from bot.index.store import Store

if TYPE_CHECKING:
    from bot.settings import Settings

LOCK = "writer.lock"
StillMine = Callable[[], None]


@contextlib.contextmanager
def open_for_writing(settings: Settings) -> Iterator[tuple[Store, StillMine]]:
    """The store and the right to write it; given back on any way out, also by the kernel.

    Yields:
        The store, and a check to be called before anything is made final: it raises
        IndexBusyError where the right was lost meanwhile.

    Raises:
        IndexBusyError: somebody else is writing.
        StoreError: Chroma can't be opened or reached.
    """
    if settings.chroma_url:
        with (
            contextlib.closing(Store.open(settings)) as store,
            Lease(store.client, store.place) as lease,
        ):
            yield store, lease.check
    else:
        # Before Chroma opens the folder: two that make its tables at once get in each other's way.
        with (
            _folder_lock(settings.db),
            contextlib.closing(Store.open(settings, create=True)) as store,
        ):
            yield store, lambda: None


@contextlib.contextmanager
def _folder_lock(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise busy(str(folder)) from error
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(
            f"Im Ordner {folder} lässt sich kein Index anlegen: {reason}.",
            log=f"cannot lock {folder}: {error}",
            hint="Prüfen Sie die Zugriffsrechte, oder wählen Sie mit --db einen anderen Ordner.",
        ) from error
    try:
        yield
    finally:
        lock.release()
