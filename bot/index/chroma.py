"""One of Chroma's collections: writing, reading and searching its records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from bot.errors import StoreError
from bot.index.chroma_errors import chroma_errors

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

PAGE = 2_000

Field = Literal["documents", "embeddings", "metadatas"]


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
