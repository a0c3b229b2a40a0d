"""Chroma's clients and collections, with its many kinds of errors turned into ours.

Chroma raises its own errors, the Rust core's, httpx's and bare ``Exception``; every call goes
through ``chroma_errors``, so that nothing else of the house has to know them.
"""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import SplitResult, urlsplit

from bot.errors import LotseError, StoreError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

    from bot.settings import Settings

DATABASE = "chroma.sqlite3"
PAGE = 2_000

Field = Literal["documents", "embeddings", "metadatas"]


class GoneError(StoreError):
    """A collection isn't there, or no longer."""


@contextlib.contextmanager
def chroma_errors(place: str) -> Iterator[None]:
    """Turns whatever Chroma raises inside into a StoreError that names ``place``.

    Raises:
        GoneError: the collection doesn't exist.
        StoreError: anything else went wrong.
    """
    from chromadb.errors import NotFoundError

    try:
        yield
    except LotseError:
        raise
    except NotFoundError as error:
        raise GoneError(
            f"Ein Teil des Index in {place} ist nicht vorhanden.",
            log=f"missing in {place}: {error}",
            hint="Bitte führen Sie „python ingest.py“ aus.",
        ) from error
    except Exception as error:
        raise store_failure(place, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how PyO3 hands a Rust panic on
            raise
        raise store_failure(place, error) from error


def store_failure(place: str, error: BaseException) -> StoreError:
    """What any error of Chroma, its database or its folder is to the user."""
    reason = one_line(str(error)) or type(error).__name__
    if is_url(place) and _is_silence(error):
        return _unreachable(place, error)
    if is_url(place):
        return StoreError(
            f"Der Chroma-Server unter {place} meldet einen Fehler: {reason}.",
            log=f"Chroma at {place} failed: {type(error).__name__}: {reason}",
            hint="Der letzte fertige Stand bleibt bestehen. Prüfen Sie, ob der Server läuft und "
            "LOTSE_CHROMA_URL stimmt, und starten Sie dann erneut.",
        )
    return StoreError(
        f"Der Index unter {place} lässt sich nicht lesen oder schreiben: {reason}.",
        log=f"Chroma at {place} failed: {type(error).__name__}: {reason}",
        hint="Der letzte fertige Stand bleibt bestehen. Prüfen Sie Speicherplatz und "
        "Zugriffsrechte des Ordners, oder wählen Sie mit --db einen anderen.",
    )


def _unreachable(place: str, error: BaseException) -> StoreError:
    """What a server that doesn't answer is to the user."""
    return StoreError(
        f"Der Chroma-Server unter {place} antwortet nicht.",
        log=f"cannot reach Chroma at {place}: {type(error).__name__}: {one_line(str(error))}",
        hint="Prüfen Sie LOTSE_CHROMA_URL und ob der Server läuft („chroma run“).",
    )


def _is_silence(error: BaseException) -> bool:
    import httpx

    return isinstance(error, httpx.TransportError)


def one_line(text: str, limit: int = 200) -> str:
    """``text`` without line breaks and closing full stop, cut to ``limit`` characters."""
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= limit else line[: limit - 1] + "…"


class Records:
    """One collection.

    Args:
        collection: Chroma's handle; it names the collection by its id, not by its name.
        place: folder or address, for messages.
        batch: how many records one write may hold.
        owner: kept alive as long as this is, because it closes the client with itself.
    """

    def __init__(self, collection: Collection, place: str, batch: int, owner: object) -> None:
        self._collection = collection
        self._place = place
        self._batch = batch
        self._owner = owner

    @property
    def id(self) -> str:
        """Chroma's own id, which no other collection ever had or will have."""
        return str(self._collection.id)

    @property
    def metadata(self) -> dict[str, Any]:
        """What the collection was made with, as it was when this handle was fetched."""
        return dict(self._collection.metadata or {})

    def count(self) -> int:
        """How many records there are."""
        with chroma_errors(self._place):
            return int(self._collection.count())

    def add(
        self,
        ids: Sequence[str],
        documents: Sequence[str],
        metadatas: Sequence[Mapping[str, Any]],
        vectors: NDArray[np.float32],
    ) -> None:
        """Writes records in as many batches as Chroma needs. Known ids are silently ignored."""
        for start in range(0, len(ids), self._batch):
            part = slice(start, start + self._batch)
            with chroma_errors(self._place):
                self._collection.add(
                    ids=list(ids[part]),
                    documents=list(documents[part]),
                    metadatas=list(metadatas[part]),
                    embeddings=vectors[part],
                )

    def pages(self, include: Sequence[Field], size: int = PAGE) -> Iterator[Mapping[str, Any]]:
        """Everything, page by page, in the order of writing, as Chroma's ``get`` returns it.

        Raises:
            StoreError: the pages aren't the whole collection, each record once.
        """
        total = self.count()
        seen: set[str] = set()
        for offset in range(0, total, size):
            with chroma_errors(self._place):
                page = self._collection.get(limit=size, offset=offset, include=list(include))
            seen.update(page["ids"])
            yield page
        if len(seen) != total:
            raise StoreError(
                f"Der Index in {self._place} ist unvollständig: {len(seen)} von {total} "
                "Einträgen sind lesbar.",
                log=f"{self._collection.name}: {len(seen)} of {total} records are readable",
                hint="Bitte führen Sie „python ingest.py“ aus.",
            )

    def where(self, condition: Mapping[str, Any], include: Sequence[Field]) -> Mapping[str, Any]:
        """All records whose metadata fulfil ``condition``."""
        with chroma_errors(self._place):
            return self._collection.get(where=dict(condition), include=list(include))

    def nearest(
        self, vector: NDArray[np.float32], limit: int, where: Mapping[str, Any] | None = None
    ) -> dict[str, float]:
        """Cosine by id of the records nearest to ``vector``, among all or those of ``where``.

        Chroma's graph may give fewer than ``limit`` although there are more.
        """
        import numpy as np

        with chroma_errors(self._place):
            answer = self._collection.query(
                query_embeddings=np.asarray([vector]),
                n_results=limit,
                where=None if where is None else dict(where),
                include=["distances"],
            )
        distances = (answer["distances"] or [[]])[0]
        return {key: 1 - d for key, d in zip(answer["ids"][0], distances, strict=True)}


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
        raise _unreachable(place, error) from error
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


def is_url(place: str) -> bool:
    """Whether a place is a server's address."""
    return place.startswith(("http://", "https://"))


def shown_url(url: str) -> str:
    """``url`` as it may be shown: with its scheme and without user and password."""
    full = url if "//" in url else f"http://{url}"
    return re.sub(r"//[^/@]*@", "//", full)
