"""One writer at a time: a lock on the folder, or a lease inside a Chroma server."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.errors import IndexBusyError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

    from bot.settings import Settings

LEASE = "lotse-writer"
BEAT_SECONDS = 10.0
EXPIRES_AFTER_SECONDS = 60.0
"""A writer that hasn't shown itself for this long is taken for dead."""


@contextlib.contextmanager
def exclusive_writer(settings: Settings, client: ClientAPI) -> Iterator[None]:
    """Holds the right to write the index; released on any way out, also by the kernel.

    Raises:
        IndexBusyError: somebody else is writing.
    """
    if settings.chroma_url:
        with _server_lease(client):
            yield
    else:
        with _folder_lock(settings):
            yield


@contextlib.contextmanager
def _folder_lock(settings: Settings) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(settings.db / "writer.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _busy(str(settings.db)) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _server_lease(client: ClientAPI) -> Iterator[None]:
    """A collection whose name can exist only once, kept fresh by a heartbeat."""
    mine = {"host": socket.gethostname(), "pid": os.getpid(), "token": uuid.uuid4().hex}
    _take_lease(client, mine)
    stop = threading.Event()
    beat = threading.Thread(target=_beat, args=(client, mine, stop), daemon=True)
    beat.start()
    try:
        yield
    finally:
        stop.set()
        beat.join(timeout=BEAT_SECONDS)
        if _lease(client).get("token") == mine["token"]:
            client.delete_collection(LEASE)


def _take_lease(client: ClientAPI, mine: dict[str, Any]) -> None:
    for _ in range(2):
        try:
            client.create_collection(
                LEASE, metadata={**mine, "seen": time.time()}, embedding_function=None
            )
            return
        except Exception as error:  # the server answers "already exists" in several classes
            held = _lease(client)
            if not held:
                raise
            if not _is_dead(held):
                raise _busy(f"{held.get('host')}, Prozess {held.get('pid')}") from error
            client.delete_collection(LEASE)
    raise _busy(LEASE)


def _lease(client: ClientAPI) -> dict[str, Any]:
    from chromadb.errors import NotFoundError

    try:
        return dict(client.get_collection(LEASE, embedding_function=None).metadata or {})
    except NotFoundError:
        return {}


def _is_dead(held: dict[str, Any]) -> bool:
    if time.time() - float(held.get("seen", 0)) > EXPIRES_AFTER_SECONDS:
        return True
    if held.get("host") != socket.gethostname():
        return False
    try:
        os.kill(int(held["pid"]), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _beat(client: ClientAPI, mine: dict[str, Any], stop: threading.Event) -> None:
    while not stop.wait(BEAT_SECONDS):
        client.get_collection(LEASE, embedding_function=None).modify(
            metadata={**mine, "seen": time.time()}
        )


def _busy(who: str) -> IndexBusyError:
    return IndexBusyError(
        f"Ein anderer Vorgang schreibt gerade in diesen Index ({who}).",
        log=f"index is being written by {who}",
        hint="Bitte warten Sie, bis er fertig ist, und starten Sie dann erneut.",
    )
