"""BM25 as arrays that can be memory-mapped: for each term, who has it and what it is worth.

After Robertson and Zaragoza (2009) with Lucene's idf, log(1 + (N - df + 0.5) / (df + 0.5)); the
same scores as the package ``bm25s`` gives, whose index can't say which passages hold a term.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K1 = 1.2
B = 0.75


OFTEN = 8
"""A term that at least one passage in so many has is kept with its worth for every passage:
adding a whole array is then faster than adding to chosen places of it."""


@dataclass(frozen=True)
class Bm25:
    """An index over numbered terms and passages.

    Attributes:
        frequencies: (terms,), in how many passages each term occurs.
        first: (terms + 1,), where each term's postings begin; frequent terms have none.
        rows: (postings,), passages, ascending within a term.
        worth: (postings,), what the term adds to the passage's score.
        often: (terms,), each frequent term's place in ``everywhere``, -1 for the others.
        everywhere: (frequent terms, passages), what the term adds to every passage.
    """

    frequencies: NDArray[np.int64]
    first: NDArray[np.int64]
    rows: NDArray[np.int32]
    worth: NDArray[np.float32]
    often: NDArray[np.int32]
    everywhere: NDArray[np.float32]

    @classmethod
    def of(cls, blocks: Sequence[Counts], lengths: NDArray[np.int64], terms: int) -> Bm25:
        """Indexes counted terms.

        Args:
            blocks: counts of neighbouring passages, in the order of the passages.
            lengths: (passages,), terms with repeats.
            terms: how many different terms there are.
        """
        import numpy as np

        frequency = np.zeros(terms, dtype=np.int64)
        for block in blocks:
            frequency += np.bincount(block.terms, minlength=terms)
        size = len(lengths)
        frequent = frequency * OFTEN >= max(size, 1)
        often = np.where(frequent, np.cumsum(frequent) - 1, -1).astype(np.int32)
        everywhere = np.zeros((int(frequent.sum()), size), dtype=np.float32)
        first = np.zeros(terms + 1, dtype=np.int64)
        np.cumsum(np.where(frequent, 0, frequency), out=first[1:])
        idf = np.log1p((size - frequency + 0.5) / (frequency + 0.5))
        norm = K1 * (1 - B + B * lengths / max(float(lengths.mean()) if size else 0.0, 1e-9))
        rows = np.empty(int(first[-1]), dtype=np.int32)
        worth = np.empty(int(first[-1]), dtype=np.float32)
        free = first[:-1].copy()
        for block in blocks:  # sorted by term: a term's postings are neighbours
            value = idf[block.terms] * block.counts / (norm[block.rows] + block.counts)
            whole = frequent[block.terms]
            everywhere[often[block.terms[whole]], block.rows[whole]] = value[whole]
            rare, its_rows, value = block.terms[~whole], block.rows[~whole], value[~whole]
            terms_here, begins, counts = np.unique(rare, return_index=True, return_counts=True)
            places = np.arange(len(rare)) + np.repeat(free[terms_here] - begins, counts)
            rows[places] = its_rows
            worth[places] = value
            free[terms_here] += counts
        return cls(frequency, first, rows, worth, often, everywhere)

    @property
    def size(self) -> int:
        """Number of passages."""
        return int(self.everywhere.shape[1])

    def frequency(self, term: int) -> int:
        """In how many passages a term occurs."""
        return int(self.frequencies[term])

    def idf(self, term: int | None) -> float:
        """Rarity; a term that no passage has (None) is the rarest."""
        import numpy as np

        count = 0 if term is None else self.frequency(term)
        return float(np.log1p((self.size - count + 0.5) / (count + 0.5)))

    def scores(self, terms: Sequence[int]) -> NDArray[np.float32]:
        """Shape (passages,); a term that is asked for twice counts twice."""
        import numpy as np

        total = np.zeros(self.size, dtype=np.float32)
        for term in terms:
            if self.often[term] >= 0:
                total += self.everywhere[self.often[term]]
            else:
                postings = self._postings(term)
                np.add.at(total, self.rows[postings], self.worth[postings])
        return total

    def _postings(self, term: int) -> slice:
        return slice(int(self.first[term]), int(self.first[term + 1]))

    def _holds(self, term: int, rows: NDArray[np.int_]) -> NDArray[np.bool_]:
        """Which of ``rows`` have the term."""
        import numpy as np

        if self.often[term] >= 0:
            return np.asarray(self.everywhere[self.often[term]][rows] > 0)
        holders = self.rows[self._postings(term)]
        places = np.minimum(np.searchsorted(holders, rows), len(holders) - 1)
        return np.asarray(holders[places] == rows)

    def coverage(self, terms: Sequence[int | None], rows: NDArray[np.int_]) -> NDArray[np.float64]:
        """For each of ``rows`` the share of ``terms`` that it has, weighed by rarity, 0 to 1.

        Args:
            terms: numbers, None for what no passage has; repeats count once.
            rows: passages.
        """
        import numpy as np

        unknown = sum(term is None for term in terms)
        known = sorted({term for term in terms if term is not None})
        total = unknown * self.idf(None) + sum(self.idf(term) for term in known)
        held = np.zeros(len(rows))
        for term in known:
            held += self.idf(term) * self._holds(term, rows)
        return held / total if total else held


@dataclass(frozen=True)
class Counts:
    """How often which term stands in which passage, ordered by term and then by passage.

    Attributes:
        terms, rows, counts: each of shape (entries,).
    """

    terms: NDArray[np.int32]
    rows: NDArray[np.int32]
    counts: NDArray[np.int32]

    @classmethod
    def of(cls, terms: NDArray[np.int64], rows: NDArray[np.int64], size: int) -> Counts:
        """Counts equal pairs of term and row; ``size`` is the number of all passages."""
        import numpy as np

        pairs, counts = np.unique(terms * size + rows, return_counts=True)
        return cls(
            (pairs // size).astype(np.int32),
            (pairs % size).astype(np.int32),
            counts.astype(np.int32),
        )
