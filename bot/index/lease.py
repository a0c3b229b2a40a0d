"""The right to write on a Chroma server: a collection whose name can exist only once.

Everything but the taking goes by the collection's id, never by its name, so that nobody can
take away, refresh or delete the lease of somebody who came in between.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import IndexBusyError, StoreError
from bot.index.chroma_errors import GoneError, chroma_errors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

LEASE = "lotse-writer"
BEAT_SECONDS = 10.0
EXPIRES_AFTER_SECONDS = 60.0
"""A writer that hasn't shown itself for this long is taken for dead."""

ATTEMPTS = 5
PAUSE_SECONDS = 0.1

log = logging.getLogger(__name__)


class Lease:
    """Taken on entering, kept fresh by a heartbeat, given back on leaving.

    Args:
        client: of the server.
        place: its address, for messages.
        beat_seconds: how often the writer shows that it lives.

    Raises:
        IndexBusyError: on entering, somebody else is writing.
        StoreError: the server failed.
    """

    def __init__(
        self, client: ClientAPI, place: str, *, beat_seconds: float = BEAT_SECONDS
    ) -> None:
        self._client = client
        self._place = place
        self._beat_seconds = beat_seconds
        self._stop = threading.Event()
        self._beat = threading.Thread(target=self._keep_fresh, daemon=True)

    def __enter__(self) -> Lease:
        self._collection = self._take()
        self._beat.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._beat.join(timeout=self._beat_seconds)
        try:
            self._bury(self._collection)
        except StoreError as error:  # it expires by itself, and the first error counts
            log.warning("cannot give the writer's lease back: %s", error.log)

    def check(self) -> None:
        """Makes sure that the lease is still ours.

        Raises:
            IndexBusyError: it was taken over, because we looked dead for too long.
        """
        held = self._held()
        if held is None or held.id != self._collection.id:
            raise busy("übernommen, weil dieser Vorgang zu lange still stand")

    def _take(self) -> Collection:
        problem: StoreError | None = None
        for attempt in range(ATTEMPTS):
            time.sleep(PAUSE_SECONDS * attempt)
            try:
                with chroma_errors(self._place):
                    taken = self._client.create_collection(
                        LEASE, metadata=self._mark(), embedding_function=None
                    )
                self._clear_buried()
                return taken
            except StoreError as error:  # "already exists" comes in several classes
                problem = error
            try:
                self._take_away_from_the_dead()
            except StoreError as error:  # somebody else is making or deleting it just now
                problem = error
        raise problem or busy(LEASE)

    def _take_away_from_the_dead(self) -> None:
        held = self._held()
        if held is None:  # given back in this moment, or never there
            return
        about = held.metadata or {}
        if not self._is_dead(about):
            raise busy(f"{about.get('host')}, Prozess {about.get('pid')}")
        self._bury(held)

    def _held(self) -> Collection | None:
        try:
            with chroma_errors(self._place):
                return self._client.get_collection(LEASE, embedding_function=None)
        except GoneError:
            return None

    def _bury(self, lease: Collection) -> None:
        # Renaming goes by id: of two who bury the same dead lease neither hits a new one.
        name = f"{LEASE}-{uuid.uuid4().hex}"
        with contextlib.suppress(GoneError), chroma_errors(self._place):
            lease.modify(name=name)
            self._client.delete_collection(name)

    def _clear_buried(self) -> None:
        """Deletes leases that somebody was killed over while burying them."""
        with contextlib.suppress(StoreError), chroma_errors(self._place):
            for collection in self._client.list_collections():
                if collection.name.startswith(f"{LEASE}-"):
                    self._client.delete_collection(collection.name)

    def _mark(self) -> dict[str, Any]:
        return {
            "host": socket.gethostname(),
            "machine": _machine(),
            "pid": os.getpid(),
            "seen": self._now(),
        }

    def _now(self) -> float:
        # The server's clock: the writers' own may differ by more than a lease lasts.
        with chroma_errors(self._place):
            return self._client.heartbeat() / 1e9

    def _is_dead(self, held: Mapping[str, Any]) -> bool:
        if self._now() - float(held.get("seen", 0)) > EXPIRES_AFTER_SECONDS:
            return True
        return held.get("machine") == _machine() and not _is_running(int(held.get("pid", 0)))

    def _keep_fresh(self) -> None:
        while not self._stop.wait(self._beat_seconds):
            try:
                with chroma_errors(self._place):
                    self._collection.modify(metadata=self._mark())
            except GoneError:
                return  # taken over; check() says so before anything is flipped
            except StoreError as error:
                log.warning("cannot refresh the writer's lease: %s", error.log)


def busy(who: str) -> IndexBusyError:
    """The refusal of a second writer."""
    return IndexBusyError(
        f"Ein anderer Vorgang schreibt gerade in diesen Index ({who}).",
        log=f"index is being written by {who}",
        hint="Bitte warten Sie, bis er fertig ist, und starten Sie dann erneut.",
    )


def _machine() -> str:
    """Names what process ids are unique in: host, its boot, and the container."""
    parts = [socket.gethostname()]
    with contextlib.suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip())
        parts.append(os.readlink("/proc/self/ns/pid"))  # noqa: PTH115 - no path, but a name
    return " ".join(parts)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs as somebody else, or can't be asked for
        return True
    return True
