"""The windows of a version's passages: their vectors as kept in Chroma, and as searched."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain import Passage
from bot.index.keyword import ranges
from bot.passages import Window, window_texts, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Windows:
    """Vectors of all windows, those of one passage next to each other.

    Attributes:
        vectors: (windows, dimension).
        first: (passages + 1,), where each passage's windows begin; a passage that is its own
            only window has none.
    """

    vectors: NDArray[np.float16]
    first: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Sequence[NDArray[np.float16]], dimension: int) -> Windows:
        """From each passage's own, of shape (its windows, dimension)."""
        import numpy as np

        first = np.zeros(len(vectors) + 1, dtype=np.int64)
        np.cumsum([len(own) for own in vectors], out=first[1:])
        together = np.concatenate(vectors) if vectors else np.zeros((0, dimension))
        return cls(together.astype(np.float16, copy=False), first)

    @classmethod
    def encoded(
        cls,
        titled: Iterable[tuple[str, Passage]],
        encode: Callable[[list[str]], NDArray[np.float32]],
        dimension: int,
    ) -> Windows:
        """Cuts and encodes passages, given with the title of their source."""
        import numpy as np

        texts: list[str] = []
        sizes = []
        for title, passage in titled:
            own = window_texts(title, passage, windows(title, passage))
            sizes.append(len(own))
            texts += own
        first = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.int64)
        vectors = encode(texts) if texts else np.zeros((0, dimension))
        return cls(np.asarray(vectors, dtype=np.float16), first)

    def best(
        self, vector: NDArray[np.float32], rows: NDArray[np.int_], whole: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Cosine of the best window of each passage.

        Args:
            vector: the question's unit vector.
            rows: passages.
            whole: their cosines as wholes, which stand for passages without windows.
        """
        import numpy as np

        sizes = self.first[rows + 1] - self.first[rows]
        cosines = self.vectors[ranges(self.first[rows], sizes)].astype(np.float32) @ vector
        best = np.where(sizes > 0, np.float32(-1), whole).astype(np.float32)
        np.maximum.at(best, np.repeat(np.arange(len(rows)), sizes), cosines)
        return best


def window_metadata(
    passage: Passage, groups: Sequence[Window], vectors: NDArray[np.float16]
) -> dict[str, Any]:
    """How windows are kept with their passage.

    ``windows`` holds their offsets from the passage's start, so that they are found again
    wherever the same text stands; ``window_0`` and so on the vectors, 16-bit floats in base64.
    """
    offsets = [[start - passage.start, end - passage.start] for start, end in groups]
    return {
        "windows": json.dumps(offsets),
        **{
            f"window_{number}": base64.b64encode(vector.astype("<f2").tobytes()).decode("ascii")
            for number, vector in enumerate(vectors)
        },
    }


def read_windows(metadata: Mapping[str, Any], dimension: int) -> NDArray[np.float16]:
    """The vectors that ``window_metadata`` wrote, shape (windows, dimension).

    An index of an earlier make holds none; whoever reads it is told by its identity.
    """
    import numpy as np

    count = len(json.loads(metadata.get("windows", "[]")))
    raw = b"".join(base64.b64decode(metadata[f"window_{number}"]) for number in range(count))
    return np.frombuffer(raw, dtype="<f2").reshape(count, dimension).astype(np.float16, copy=False)


def reusable_windows(
    metadata: Mapping[str, Any], passage: Passage, groups: Sequence[Window], dimension: int
) -> NDArray[np.float16] | None:
    """The vectors kept with an equal text, or None where it was cut otherwise."""
    offsets = [[start - passage.start, end - passage.start] for start, end in groups]
    if json.loads(metadata.get("windows", "null")) != offsets:
        return None
    return read_windows(metadata, dimension)
