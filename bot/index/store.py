"""Chroma as the store of index versions.

A version is a pair of collections, ``lotse-v7-sources`` and ``lotse-v7-passages``, that is
never changed once finished. A third collection, ``lotse``, holds nothing but the pointer:
the number of the version that serves. Flipping it is one write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.errors import IndexMismatchError, IndexMissingError, StoreError
from bot.index.encoder.protocol import EncoderIdentity
from bot.passages import CHUNKER_VERSION

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

    from bot.settings import Settings

POINTER = "lotse"
_VERSIONED = re.compile(r"^lotse-v(\d+)-(sources|passages)$")

# Measured on near-duplicate passages: Chroma's defaults find a third of the true neighbours.
_HNSW = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 200}

MEND = "Bitte führen Sie „python ingest.py“ aus."


@dataclass(frozen=True, slots=True)
class IndexIdentity:
    """What vectors and passages were made with. Kept with every version."""

    model: str
    revision: str
    dimension: int
    query_prompt: str
    passage_prompt: str
    chunker: str = CHUNKER_VERSION

    @classmethod
    def of(cls, encoder: EncoderIdentity) -> IndexIdentity:
        """The identity that an index built now with ``encoder`` would have."""
        return cls(**asdict(encoder))

    def require(self, encoder: EncoderIdentity) -> None:
        """Refuses an encoder or chunker that doesn't fit the index.

        Raises:
            IndexMismatchError: names the first difference and the command that mends it.
        """
        wanted = IndexIdentity.of(encoder)
        for field, mine in asdict(self).items():
            theirs = getattr(wanted, field)
            if mine != theirs:
                raise IndexMismatchError(
                    f"Der Index passt nicht zur Einstellung: {field} ist dort {mine!r}, "
                    f"eingestellt ist {theirs!r}.",
                    log=f"index {field} is {mine!r}, configured is {theirs!r}",
                    hint=f"{MEND} Damit wird er mit der neuen Einstellung neu aufgebaut.",
                )


class Store:
    """One Chroma, in a folder or behind an address."""

    def __init__(self, client: ClientAPI, place: str) -> None:
        self._client = client
        self.place = place

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False) -> Store:
        """Opens the configured Chroma.

        Args:
            settings: ``chroma_url`` wins over ``db``.
            create: make the folder where it is missing.

        Raises:
            IndexMissingError: the folder isn't there and ``create`` is off.
            StoreError: Chroma can't be opened or reached.
        """
        if settings.chroma_url:
            return cls(_server_client(settings), settings.chroma_url)
        folder = settings.db
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise IndexMissingError(
                f"Unter {folder} gibt es noch keinen Index.",
                log=f"no index at {folder}",
                hint=MEND,
            )
        return cls(_folder_client(folder), str(folder))

    def current(self) -> int | None:
        """The number of the version that serves, or None where there is none yet."""
        from chromadb.errors import NotFoundError

        try:
            pointer = self._client.get_collection(POINTER, embedding_function=None)
        except NotFoundError:
            return None
        version = (pointer.metadata or {}).get("version")
        return None if version is None else int(version)

    def require_current(self) -> int:
        """Like ``current``, but None is an IndexMissingError."""
        version = self.current()
        if version is None:
            raise IndexMissingError(
                f"In {self.place} gibt es noch keinen fertigen Index.",
                log=f"no finished index version in {self.place}",
                hint=MEND,
            )
        return version

    def flip(self, version: int) -> None:
        """Makes ``version`` the one that serves."""
        pointer = self._client.get_or_create_collection(POINTER, embedding_function=None)
        pointer.modify(metadata={"version": version})

    def versions(self) -> list[int]:
        """Numbers of all versions of which any collection exists, finished or not."""
        matches = (_VERSIONED.match(c.name) for c in self._client.list_collections())
        return sorted({int(match[1]) for match in matches if match})

    def create(self, version: int, identity: IndexIdentity) -> None:
        """Makes the empty collections of a new version."""
        for kind in ("sources", "passages"):
            self._client.create_collection(
                f"lotse-v{version}-{kind}",
                configuration={"hnsw": dict(_HNSW)},  # type: ignore[typeddict-item]
                metadata=asdict(identity),
                embedding_function=None,
            )

    def delete(self, version: int) -> None:
        """Removes what there is of a version."""
        for collection in self._client.list_collections():
            match = _VERSIONED.match(collection.name)
            if match and int(match[1]) == version:
                self._client.delete_collection(collection.name)

    def identity(self, version: int) -> IndexIdentity:
        """What ``version`` was made with."""
        metadata = dict(self.passages(version).metadata or {})
        return IndexIdentity(**{f: metadata.get(f) for f in IndexIdentity.__dataclass_fields__})  # type: ignore[arg-type]

    def sources(self, version: int) -> Collection:
        """The collection of source texts."""
        return self._collection(version, "sources")

    def passages(self, version: int) -> Collection:
        """The collection of embedded passages."""
        return self._collection(version, "passages")

    def _collection(self, version: int, kind: str) -> Collection:
        return self._client.get_collection(f"lotse-v{version}-{kind}", embedding_function=None)

    @property
    def batch_size(self) -> int:
        """How many records one write may hold."""
        return int(self._client.get_max_batch_size())

    @property
    def client(self) -> ClientAPI:
        """The Chroma client itself."""
        return self._client


def pages(
    collection: Collection, include: list[str], size: int = 2_000
) -> Iterator[Mapping[str, Any]]:
    """Everything in a collection, page by page, as Chroma's ``get`` returns it."""
    total = collection.count()
    for offset in range(0, total, size):
        yield collection.get(limit=size, offset=offset, include=include)  # type: ignore[arg-type,misc]


def _folder_client(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    try:
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(
            str(folder), settings=ChromaSettings(anonymized_telemetry=False)
        )
    except Exception as error:  # Chroma raises its own, sqlite's and the Rust core's errors here
        raise StoreError(
            f"Der Index unter {folder} lässt sich nicht öffnen: {error}.",
            log=f"cannot open Chroma at {folder}: {error}",
            hint="Prüfen Sie den Ordner und die Zugriffsrechte, oder wählen Sie mit --db einen "
            "anderen.",
        ) from error


def _server_client(settings: Settings) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    url = settings.chroma_url or ""
    address = urlsplit(url if "//" in url else f"http://{url}")
    token = settings.chroma_token.get_secret_value() if settings.chroma_token else None
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or (443 if address.scheme == "https" else 8000),
            ssl=address.scheme == "https",
            headers={"Authorization": f"Bearer {token}"} if token else None,
            settings=ChromaSettings(anonymized_telemetry=False),
        )
    except Exception as error:  # chromadb wraps refused connections in a bare ValueError
        raise StoreError(
            f"Der Chroma-Server unter {url} antwortet nicht.",
            log=f"cannot reach Chroma at {url}: {error}",
            hint="Prüfen Sie LOTSE_CHROMA_URL und ob der Server läuft („chroma run“).",
        ) from error
