"""Chroma as the store of index versions.

A version is a pair of collections, ``lotse-v7-sources`` and ``lotse-v7-passages``, that is
never changed once finished. A third collection, ``lotse``, holds nothing but the pointer:
the number of the version that serves, and of the one before it. Flipping it is one write.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import IndexMismatchError, IndexMissingError
from bot.index.chroma import Records
from bot.index.chroma_errors import GoneError, chroma_errors, is_url
from bot.index.chroma_opening import (
    DATABASE,
    database_id,
    open_folder,
    open_server,
    shown_url,
)
from bot.index.encoder.protocol import EncoderIdentity
from bot.index.folder import copy_database, remove_orphans
from bot.index.records import RECORDS_VERSION, SourceRecord, read_sources
from bot.knowledge.facts import FACTS_VERSION
from bot.passages import CHUNKER_VERSION

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

    from bot.settings import Settings

POINTER = "lotse"
_VERSIONED = re.compile(r"^lotse-v(\d+)-(sources|passages)$")

# Measured on near-duplicate passages: Chroma's defaults find a third of the true neighbours.
_HNSW: Any = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 200}

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
    records: str = RECORDS_VERSION
    facts: str = FACTS_VERSION

    @classmethod
    def of(cls, encoder: EncoderIdentity) -> IndexIdentity:
        """The identity that an index built now with ``encoder`` would have."""
        return cls(**asdict(encoder))

    @property
    def encoder(self) -> EncoderIdentity:
        """The part that says whether vectors are comparable."""
        return EncoderIdentity(
            self.model, self.revision, self.dimension, self.query_prompt, self.passage_prompt
        )

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
    """One Chroma, in a folder or behind an address; closed by ``close()`` or with its last use.

    Args:
        client: Chroma's client.
        place: folder or address, for messages.
        folder: the folder of an embedded Chroma.
    """

    def __init__(self, client: ClientAPI, place: str, folder: Path | None = None) -> None:
        self._client = client
        self._folder = folder
        self._database = database_id(folder) if folder else None
        self.place = place
        # Chroma doesn't close its files itself. Servers' clients are shared.
        is_ours = not is_url(place)
        self.close = weakref.finalize(self, client.close if is_ours else lambda: None)  # type: ignore[attr-defined]
        self.close.atexit = False

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
            return cls(open_server(settings), shown_url(settings.chroma_url))
        if not create:
            _require_database(settings.db)
        return cls(open_folder(settings.db), str(settings.db), settings.db)

    @staticmethod
    def exists(settings: Settings) -> bool:
        """Whether there is a Chroma to open; a server is not asked."""
        return bool(settings.chroma_url) or (settings.db / DATABASE).is_file()

    @classmethod
    @contextlib.contextmanager
    def open_for_planning(cls, settings: Settings) -> Iterator[Store]:
        """Opens the sources and the pointer without writing a byte to the index.

        Vectors are missing, because a folder is read from a copy of its texts.

        Raises:
            IndexMissingError, StoreError: as ``open``.
        """
        if settings.chroma_url:
            with contextlib.closing(cls.open(settings)) as server:
                yield server
            return
        _require_database(settings.db)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as copy:
            copy_database(settings.db, Path(copy))
            store = cls(open_folder(Path(copy)), str(settings.db))
            try:
                yield store
            finally:
                store.close()

    def was_replaced(self) -> bool:
        """Whether the folder was deleted or made anew since it was opened."""
        return self._folder is not None and database_id(self._folder) != self._database

    def reopened(self) -> Store:
        """The same folder as it is now.

        Raises:
            IndexMissingError: it has been deleted.
        """
        assert self._folder is not None
        _require_database(self._folder)
        return Store(open_folder(self._folder), self.place, self._folder)

    def current(self) -> int | None:
        """The number of the version that serves, or None where there is none yet."""
        return self._pointer().get("version")

    def previous(self) -> int | None:
        """The number of the version that served before, or None."""
        return self._pointer().get("previous")

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

    def _pointer(self) -> Mapping[str, int]:
        try:
            with chroma_errors(self.place):
                pointer = self._client.get_collection(POINTER, embedding_function=None)
        except GoneError:
            return {}
        return {key: int(value) for key, value in dict(pointer.metadata or {}).items()}

    def flip(self, version: int) -> None:
        """Makes ``version`` the one that serves."""
        before = self.current()
        metadata = {"version": version} | ({} if before is None else {"previous": before})
        with chroma_errors(self.place):
            pointer = self._client.get_or_create_collection(POINTER, embedding_function=None)
            pointer.modify(metadata=metadata)

    def versions(self) -> list[int]:
        """Numbers of all versions of which any collection exists, finished or not."""
        matches = map(_VERSIONED.match, self._names())
        return sorted({int(match[1]) for match in matches if match})

    def create(self, version: int, identity: IndexIdentity) -> None:
        """Makes the empty collections of a new version."""
        for kind in ("sources", "passages"):
            with chroma_errors(self.place):
                self._client.create_collection(
                    f"lotse-v{version}-{kind}",
                    configuration={"hnsw": _HNSW},
                    metadata=asdict(identity),
                    embedding_function=None,
                )

    def delete(self, version: int) -> None:
        """Removes what there is of a version."""
        for name in self._names():
            match = _VERSIONED.match(name)
            if match and int(match[1]) == version:
                with contextlib.suppress(GoneError), chroma_errors(self.place):
                    self._client.delete_collection(name)

    def sweep(self) -> None:
        """Deletes files of collections that are gone; only for who holds the writer's lock."""
        if self._folder is not None:
            remove_orphans(self._folder)

    def identity(self, version: int) -> IndexIdentity:
        """What ``version`` was made with."""
        metadata = self.passages(version).metadata
        return IndexIdentity(**{f: metadata.get(f) for f in IndexIdentity.__dataclass_fields__})  # type: ignore[arg-type]

    def sources(self, version: int) -> Records:
        """The collection of source texts."""
        return self._collection(version, "sources")

    def passages(self, version: int) -> Records:
        """The collection of embedded passages."""
        return self._collection(version, "passages")

    def indexed(self, version: int) -> dict[str, SourceRecord]:
        """All sources of a version by id."""
        documents: list[str] = []
        metadatas: list[Any] = []
        for page in self.sources(version).pages(["documents", "metadatas"]):
            documents += page["documents"]
            metadatas += page["metadatas"]
        return {record.source.id: record for record in read_sources(documents, metadatas)}

    def _collection(self, version: int, kind: str) -> Records:
        with chroma_errors(self.place):
            collection = self._client.get_collection(
                f"lotse-v{version}-{kind}", embedding_function=None
            )
            return Records(collection, self.place, int(self._client.get_max_batch_size()), self)

    def _names(self) -> list[str]:
        with chroma_errors(self.place):
            return [collection.name for collection in self._client.list_collections()]

    @property
    def client(self) -> ClientAPI:
        """The Chroma client itself."""
        return self._client


def _require_database(folder: Path) -> None:
    if not (folder / DATABASE).is_file():
        raise IndexMissingError(
            f"Unter {folder} gibt es noch keinen Index.", log=f"no index at {folder}", hint=MEND
        )
