"""Passages to vectors: of each whole, and of each of its windows; known ones are used again."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain import Passage, Source
from bot.errors import StoreError
from bot.index.chroma import Records
from bot.index.encoder import Encoder
from bot.index.records import passage_metadata, vector_key
from bot.index.store import IndexIdentity, Store
from bot.index.windows import reusable_windows, window_metadata
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.sources import DUTIES
from bot.passages import Window, embedded_text, window_texts, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Known:
    """A record of an earlier version with an equal text."""

    vector: NDArray[np.float32]
    metadata: Mapping[str, Any]


class KnownVectors:
    """Vectors of earlier versions, finished or left behind by a crash, by what they embed."""

    def __init__(self, store: Store, identity: IndexIdentity) -> None:
        self._collections: list[Records] = []
        for version in reversed(store.versions()):
            try:
                if store.identity(version).encoder == identity.encoder:
                    self._collections.append(store.passages(version))
            except StoreError as error:  # a crash between making the two collections
                log.info("no vectors of version %d: %s", version, error.log)

    def find(self, keys: Iterable[str]) -> dict[str, Known]:
        """What is known among ``keys``."""
        missing = set(keys)
        found: dict[str, Known] = {}
        for collection in list(self._collections):
            if not missing:
                break
            try:
                page = collection.where(
                    {"vector_key": {"$in": sorted(missing)}}, ["metadatas", "embeddings"]
                )
            except StoreError as error:  # half written when its writer was killed
                log.warning("cannot use vectors again: %s", error.log)
                self._collections.remove(collection)
                continue
            for about, vector in zip(page["metadatas"], page["embeddings"], strict=True):
                found[str(about["vector_key"])] = Known(vector, about)
            missing -= found.keys()
        return found


def embed(
    block: Sequence[tuple[Source, Passage]], known: KnownVectors, encoder: Encoder
) -> tuple[NDArray[np.float32], list[dict[str, Any]]]:
    """Encodes passages, each given with its source.

    Returns:
        Vectors of the wholes, shape (passages, dimension), and each passage's metadata with
        the vectors of its windows.
    """
    import numpy as np

    keys = [vector_key(source, passage) for source, passage in block]
    found = known.find(keys)
    cuts = [_windows_of(source, passage) for source, passage in block]
    kept = [
        reusable_windows(found[key].metadata, passage, cut, len(found[key].vector))
        if key in found
        else None
        for key, (_, passage), cut in zip(keys, block, cuts, strict=True)
    ]
    wholes = [embedded_text(source.title, p.heading_path, p.text) for source, p in block]
    pieces = [
        window_texts(source.title, passage, cut) if old is None else []
        for (source, passage), cut, old in zip(block, cuts, kept, strict=True)
    ]
    unknown = [text for text, key in zip(wholes, keys, strict=True) if key not in found]
    wanted = list(dict.fromkeys([*unknown, *(text for texts in pieces for text in texts)]))
    new = dict(zip(wanted, encoder.encode_passages(wanted), strict=True)) if wanted else {}
    vectors = [
        found[key].vector if key in found else new[text]
        for key, text in zip(keys, wholes, strict=True)
    ]
    metadatas = [
        passage_metadata(source, passage)
        | _windows(passage, cut, old, [new[text] for text in texts])
        for (source, passage), cut, old, texts in zip(block, cuts, kept, pieces, strict=True)
    ]
    return np.asarray(vectors, dtype=np.float32), metadatas


def _windows_of(source: Source, passage: Passage) -> list[Window]:
    """A classification's lists of skills get none: a few of its labels say no more than all."""
    if is_occupation(source) and passage.heading_path[-1:] != (DUTIES,):
        return []
    return windows(source.title, passage)


def _windows(
    passage: Passage,
    cut: Sequence[Window],
    old: NDArray[np.float16] | None,
    new: Sequence[NDArray[np.float32]],
) -> dict[str, Any]:
    import numpy as np

    vectors = np.asarray(new, dtype=np.float16) if old is None else old
    return window_metadata(passage, cut, vectors)
