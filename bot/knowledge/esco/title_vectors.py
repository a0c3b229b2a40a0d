"""Vectors of occupations' names: kept in a file, compared less what all have in common."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Source
from bot.knowledge.esco.facts import names_of
from bot.knowledge.esco.notice import is_occupation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]
    Tell = Callable[[int, int], None]

ENCODED_AT_ONCE = 256
BLOCK = 1_024


class Meanings:
    """Cosines between titles' vectors, less what all titles have in common.

    Args:
        vectors: unit vectors, shape (titles, dimension), perhaps memory-mapped: they are taken a
            block at a time, so that half their precision is all the memory they need.
    """

    def __init__(self, vectors: NDArray[np.float16]) -> None:
        import numpy as np

        self._vectors = vectors
        total = sum((block.sum(axis=0, dtype=np.float64) for _, block in self._blocks()))
        self._centre = np.asarray(total / len(vectors), np.float32)
        self._lengths = np.empty(len(vectors), np.float32)
        for rows, block in self._blocks():
            self._lengths[rows] = np.linalg.norm(block - self._centre, axis=1)

    def cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Shape (titles,)."""
        import numpy as np

        apart = vector - self._centre
        found = np.empty(len(self._lengths), np.float32)
        for rows, block in self._blocks():
            found[rows] = block @ apart
        found -= float(self._centre @ apart)
        size = np.maximum(self._lengths * float(np.linalg.norm(apart)), 1e-9)
        return np.asarray(found / size, np.float32)

    def _blocks(self) -> Iterator[tuple[slice, NDArray[np.float32]]]:
        import numpy as np

        for start in range(0, len(self._vectors), BLOCK):
            rows = slice(start, start + BLOCK)
            yield rows, np.asarray(self._vectors[rows], np.float32)


def titles_file(folder: Path, sources: Iterable[Source], encoder: str) -> Path:
    """Where the vectors of these occupations' names are kept.

    Args:
        folder: of the cache.
        sources: any.
        encoder: names the encoder and its revision.
    """
    digest = hashlib.sha256(encoder.encode())
    for source in sources:
        if is_occupation(source):
            digest.update("\n".join((source.id, *names_of(source))).encode())
    return folder / f"{digest.hexdigest()[:24]}.npy"


def kept_vectors(
    texts: Sequence[str], encode: Encode, kept: Path | None, tell: Tell | None = None
) -> NDArray[np.float16]:
    """Unit vectors of names, shape (names, dimension), memory-mapped where they are kept.

    Args:
        texts: the names.
        encode: as for ``TitleIndex``.
        kept: as for ``TitleIndex``.
        tell: called with how many are encoded and how many there are.
    """
    import numpy as np

    found = _read(kept, len(texts)) if kept is not None else None
    if found is not None:
        return found
    made: list[NDArray[np.float16]] = []
    for start in range(0, len(texts), ENCODED_AT_ONCE):
        made.append(np.asarray(encode(texts[start : start + ENCODED_AT_ONCE]), np.float16))
        if tell:
            tell(min(start + ENCODED_AT_ONCE, len(texts)), len(texts))
    vectors = np.concatenate(made)
    if kept is not None:
        _write(kept, vectors)
        found = _read(kept, len(texts))
    return vectors if found is None else found


def _read(kept: Path, count: int) -> NDArray[np.float16] | None:
    """None where the file is missing or damaged."""
    import numpy as np

    try:
        vectors: NDArray[np.float16] = np.load(kept, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    fits = vectors.ndim == 2 and len(vectors) == count and vectors.dtype == np.float16
    return vectors if fits else None


def _write(path: Path, vectors: NDArray[np.float16]) -> None:
    """Whole or not at all: another process may read at the same moment."""
    import numpy as np

    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        np.save(file, vectors)
    os.replace(file.name, path)  # noqa: PTH105 - as the cache does
