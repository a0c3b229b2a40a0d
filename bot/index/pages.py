"""Pages: the stretches of a source that are about one subject, and what they lend a passage.

A passage is found more easily by what stands around it: its scores are mixed with the mean of
its page. A page is what lies under one top-level heading, not the whole source: a source may be
a short leaflet or a handbook of 200 pages, whose mean would say nothing; a top-level section has
a subject in either. Where a source has no headings, it is one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CONTEXT = 0.3
"""The page's share in each of a passage's scores; 0.2 to 0.4 gain alike on judged sets."""


@dataclass(frozen=True)
class Pages:
    """The pages of passages that are in reading order.

    Attributes:
        page: (passages,), the number of each passage's page.
        first: (pages,), the first passage of each.
        sizes: (pages,), how many passages it has.
        means: (pages, dimension), means of their passages' vectors, not scaled to length one:
            times a question's vector they give the mean of the cosines.
    """

    page: NDArray[np.int32]
    first: NDArray[np.int64]
    sizes: NDArray[np.int64]
    means: NDArray[np.float32]

    @classmethod
    def of(cls, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> Pages:
        """Neighbouring passages of one source and one top-level heading make up a page."""
        import numpy as np

        keys = [(passage.source_id, passage.heading_path[:1]) for passage in passages]
        begins = [row == 0 or keys[row] != keys[row - 1] for row in range(len(keys))]
        first = np.flatnonzero(np.array(begins, dtype=bool))
        sizes = np.diff(np.append(first, len(passages)))
        if not len(first):  # which reduceat refuses
            return cls.at(first, 0, vectors)
        means = np.add.reduceat(vectors, first, axis=0, dtype=np.float32) / sizes[:, None]
        return cls.at(first, len(passages), means.astype(np.float32, copy=False))

    @classmethod
    def at(cls, first: NDArray[np.int64], count: int, means: NDArray[np.float32]) -> Pages:
        """Pages of ``count`` passages, of which it is known where each begins."""
        import numpy as np

        sizes = np.diff(np.append(first, count))
        page = np.repeat(np.arange(len(first), dtype=np.int32), sizes)
        return cls(page, first, sizes, means)

    def mixed(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scores of all passages, each with its page's mean."""
        import numpy as np

        means = np.add.reduceat(scores, self.first) / self.sizes
        return np.asarray((1 - CONTEXT) * scores + CONTEXT * means[self.page], dtype=np.float32)

    def cosines(self, vector: NDArray[np.float32], rows: NDArray[np.int_]) -> NDArray[np.float32]:
        """The mean cosine of the page of each of ``rows``."""
        import numpy as np

        pages, place = np.unique(self.page[rows], return_inverse=True)
        found: NDArray[np.float32] = self.means[pages] @ vector
        return found[place]
