"""What a profile says that is near a label in meaning, though no rule knows it as the same.

Nearness decides nothing. Of 51 skills of the golden set's dev CVs whose nearest statement had a
cosine of ``NEAR`` or more, 45 were met and 49 at least partly: too few for "met", and the rules
already find nearly all of these. What is left is shown as a candidate, with a question, and
counts in a ranking.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from bot.index.encoder.protocol import Encoder
from bot.matching.files import files_like, keep, touch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.92
"""Least cosine of two passages of multilingual-e5-small that counts as near."""

AT_ONCE = 2048
"""Labels compared with all statements in one product: 2 MB at 256 statements."""

ENCODED_AT_ONCE: Final = 512
"""Labels encoded before it is told how many are done."""

EMPTY: Final[Mapping[int, Any]] = MappingProxyType({})

Tell = Callable[[int, int], None]
"""Takes how much is done and how much there is to do."""

log = logging.getLogger(__name__)


class LabelVectors:
    """Vectors of labels, made once for an encoder and kept in a file where a folder is given.

    Args:
        labels: what requirements ask for, each once.
        encoder: makes vectors; profiles must be encoded by the same.
        folder: where vectors are kept between runs, memory-mapped; None keeps them in memory.
    """

    def __init__(self, labels: Sequence[str], encoder: Encoder, folder: Path | None = None) -> None:
        self._labels = tuple(labels)
        self._encoder = encoder
        self._folder = folder
        self._vectors: NDArray[np.float32] | None = None

    def prepare(self, tell: Tell | None = None) -> None:
        """Reads or makes the vectors: about 13,000 labels in under a minute on two cores.

        Args:
            tell: called with how many are there and how many there will be.
        """
        if self._vectors is None:
            self._vectors = self._kept(self._folder, tell) if self._folder else self._made(tell)

    def near(self, statements: Sequence[str]) -> dict[int, int]:
        """Labels that a statement is near to, with the nearest statement; by their indices.

        Args:
            statements: at least one; of several equally near the first is taken.
        """
        import numpy as np

        self.prepare()
        assert self._vectors is not None
        said = self._encoder.encode_passages(statements).T
        found: dict[int, int] = {}
        for start in range(0, len(self._labels), AT_ONCE):
            # Rounded, so that the last bits of a sum decide nothing.
            cosines = np.round(self._vectors[start : start + AT_ONCE] @ said, 4)
            best = cosines.argmax(axis=1)
            for label in np.flatnonzero(cosines.max(axis=1) >= NEAR):
                found[start + int(label)] = int(best[label])
        return found

    def _made(
        self, tell: Tell | None, known: Mapping[int, NDArray[np.float32]] = EMPTY
    ) -> NDArray[np.float32]:
        """The vectors, those of labels that aren't known by ``_key`` encoded."""
        import numpy as np

        total = len(self._labels)
        vectors = np.zeros((total, self._encoder.identity.dimension), np.float32)
        new: list[int] = []
        for row, label in enumerate(self._labels):
            vector = known.get(_key(label)) if known else None
            if vector is None:
                new.append(row)
            else:
                vectors[row] = vector
        for start in range(0, len(new), ENCODED_AT_ONCE):
            if tell:
                tell(total - len(new) + start, total)
            rows = new[start : start + ENCODED_AT_ONCE]
            vectors[rows] = self._encoder.encode_passages([self._labels[row] for row in rows])
        if tell and new:
            tell(total, total)
        return vectors

    def _kept(self, folder: Path, tell: Tell | None) -> NDArray[np.float32]:
        """The vectors of the file for these labels and this encoder, made where it is missing."""
        import numpy as np

        file = folder / f"labels-{self._mark()}-{_digest(self._labels)}.npy"
        found = self._read(file, len(self._labels))
        if found is not None:
            touch(file)
            touch(_keys_of(file))
            return found
        made = self._made(tell, self._known(file))
        # The keys come first: where the vectors are, they are complete.
        keep(_keys_of(file), keys=np.array([*map(_key, self._labels)], np.uint64))
        keep(file, vectors=made)
        found = self._read(file, len(self._labels))
        return made if found is None else found

    def _read(self, file: Path, count: int) -> NDArray[np.float32] | None:
        """Vectors memory-mapped; None where they are missing or damaged."""
        import numpy as np

        try:
            found: NDArray[np.float32] = np.load(file, mmap_mode="r", allow_pickle=False)
            shape = (count, self._encoder.identity.dimension)
            if found.shape == shape and found.dtype == np.float32:
                return found
            log.warning("label vectors in %s are damaged; making them anew", file.name)
        except (OSError, ValueError, EOFError):
            pass
        return None

    def _known(self, file: Path) -> Mapping[int, NDArray[np.float32]]:
        """Vectors that this encoder made of other lists of labels, by ``_key``.

        An index that has changed asks for little that an earlier one didn't.
        """
        import numpy as np

        known: dict[int, NDArray[np.float32]] = {}
        for other in reversed(files_like(file)):
            if not other.name.startswith(f"labels-{self._mark()}-"):
                continue
            try:
                keys = np.load(_keys_of(other), allow_pickle=False).tolist()
            except (OSError, ValueError, EOFError):
                continue
            vectors = self._read(other, len(keys))
            if vectors is not None:
                known.update(zip(keys, vectors, strict=True))
        return known

    def _mark(self) -> str:
        return _digest(asdict(self._encoder.identity))[:8]


def _keys_of(file: Path) -> Path:
    return file.with_name(file.name.replace("labels-", "keys-", 1))


def _key(label: str) -> int:
    """64 bits that stand for a label."""
    return int.from_bytes(hashlib.blake2b(label.encode(), digest_size=8).digest())


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:32]
