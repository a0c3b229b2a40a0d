"""Opening a Chroma: the one embedded in a folder, or a server by its address."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from bot.errors import UsageError
from bot.index.chroma_errors import chroma_errors, unreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

    from bot.settings import Settings

DATABASE = "chroma.sqlite3"


def open_folder(folder: Path) -> ClientAPI:
    """The client of an embedded Chroma; makes the folder where it is missing.

    Raises:
        StoreError: it can't be opened.
    """
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    with chroma_errors(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(
            _path_for_chroma(folder), settings=ChromaSettings(anonymized_telemetry=False)
        )


_generations: dict[str, list[tuple[int, int] | None]] = {}


def _path_for_chroma(folder: Path) -> str:
    """The folder, spelled anew whenever its database has become another file.

    Chroma keeps one open database for each spelling of a path as long as anybody in this process
    uses it, and so would go on with a deleted file.
    """
    known = _generations.setdefault(str(folder), [])
    database = database_id(folder)
    if not known or known[-1] not in (None, database):
        known.append(database)
    known[-1] = database
    return str(folder) + "/." * (len(known) - 1)


def database_id(folder: Path) -> tuple[int, int] | None:
    """Tells whether the database is still the same file; None where there is none."""
    try:
        status = (folder / DATABASE).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def open_server(settings: Settings) -> ClientAPI:
    """The client of the Chroma server that ``settings.chroma_url`` names; never to be closed.

    Raises:
        UsageError: that isn't an address.
        StoreError: nobody answers there, or not in time.
    """
    address = _address(settings.chroma_url or "")
    place = shown_url(settings.chroma_url or "")
    token = settings.chroma_token.get_secret_value() if settings.chroma_token else None
    try:
        client = _server_client(
            address.hostname or "localhost",
            address.port or (443 if address.scheme == "https" else 8000),
            address.scheme == "https",
            token,
            settings.chroma_timeout,
        )
        client.heartbeat()
    except Exception as error:  # chromadb wraps refused connections in a bare ValueError
        raise unreachable(place, error) from error
    return client


@functools.cache  # Chroma's closing leaves the connections open, so there is one client for all
def _server_client(host: str, port: int, ssl: bool, token: str | None, seconds: float) -> ClientAPI:
    from chromadb.config import Settings as ChromaSettings

    from bot.index.chroma_client import LimitedClient

    wanted = ChromaSettings(
        anonymized_telemetry=False,
        chroma_api_impl="chromadb.api.fastapi.FastAPI",
        chroma_server_host=host,
        chroma_server_http_port=port,
        chroma_server_ssl_enabled=ssl,
        chroma_server_headers={"Authorization": f"Bearer {token}"} if token else None,
    )
    return LimitedClient(wanted, seconds)


def _address(url: str) -> SplitResult:
    try:
        address = urlsplit(url if "//" in url else f"http://{url}")
        valid = address.scheme in ("http", "https") and bool(address.hostname)
        if valid and address.path in ("", "/") and address.port != 0:
            return address
    except ValueError:  # a port that is no number
        pass
    raise UsageError(
        f"LOTSE_CHROMA_URL ist keine Adresse eines Chroma-Servers: {shown_url(url)}.",
        log=f"not the address of a Chroma server: {shown_url(url)}",
        hint="Erwartet wird zum Beispiel http://localhost:8000.",
    )


def shown_url(url: str) -> str:
    """``url`` as it may be shown: with its scheme and without user and password."""
    full = url if "//" in url else f"http://{url}"
    return re.sub(r"//[^/@]*@", "//", full)
