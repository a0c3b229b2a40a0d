"""Vectors seen from their common centre: texts of a kind are alike, differences tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Centred:
    """Vectors with their mean taken out, each of length one.

    Args:
        vectors: shape (vectors, dimension), of any length; at least one.
    """

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._centre: NDArray[np.float32] = vectors.mean(axis=0)
        self._units = _unit(vectors - self._centre)

    def cosines(self, others: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosines to other vectors, seen from the same centre, shape (others, vectors).

        Args:
            others: shape (others, dimension), of any length; may be empty.
        """
        # The other way round the product takes twice as long: others are few.
        return (self._units @ _unit(others - self._centre).T).T


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """``rows``, which are changed, each of length one; a row of zeros stays one."""
    import numpy as np

    rows /= np.maximum(np.sqrt(np.vecdot(rows, rows)), 1e-9)[:, np.newaxis]
    return rows
