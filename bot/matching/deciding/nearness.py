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
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.index.encoder.protocol import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.92
"""Least cosine of two passages of multilingual-e5-small that counts as near."""

AT_ONCE = 2048
"""Labels compared with all statements in one product: 2 MB at 256 statements."""

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

    def prepare(self) -> None:
        """Reads or makes the vectors: about 13,000 labels in under a minute on two cores."""
        if self._vectors is None:
            self._vectors = self._kept() if self._folder else self._made()

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

    def _made(self) -> NDArray[np.float32]:
        import numpy as np

        if not self._labels:
            return np.zeros((0, self._encoder.identity.dimension), np.float32)
        return self._encoder.encode_passages(self._labels)

    def _kept(self) -> NDArray[np.float32]:
        """The vectors of the file for these labels and this encoder, made where it is missing."""
        import numpy as np

        assert self._folder is not None
        file = self._folder / f"labels-{self._fingerprint()}.npy"
        shape = (len(self._labels), self._encoder.identity.dimension)
        try:
            found: NDArray[np.float32] = np.load(file, mmap_mode="r", allow_pickle=False)
            if found.shape == shape and found.dtype == np.float32:
                return found
            log.warning("label vectors in %s are damaged; making them anew", file.name)
        except (OSError, ValueError, EOFError):
            pass
        made = self._made()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._folder, suffix=".npy")
            with os.fdopen(handle, "wb") as stream:
                np.save(stream, made)
            Path(temporary).replace(file)
        except OSError as error:
            log.warning("label vectors can't be kept: %s", error)
        return made

    def _fingerprint(self) -> str:
        told = json.dumps([asdict(self._encoder.identity), self._labels], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:32]
