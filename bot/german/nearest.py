"""The words of a vocabulary that are one or two errors away from a typed one.

One error: every word and every way to drop one of its letters is kept as a hash, after
SymSpell (Garbe, 2012). Two spellings that are one insertion, deletion, replacement or swap of
neighbours apart always share such a form, so the lookup misses nothing and costs a binary
search for each letter, however large the vocabulary is. Two errors: the words with the same
first two letters and nearly the same length are compared one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BASE = 0x9E3779B1  # odd, so that no letter's share of a hash is lost modulo 2**32
SAME_START = 2
"""Letters that must agree where two errors are forgiven: people get the start right."""


class NearestWords:
    """Finds the words of a vocabulary near a typed one.

    Args:
        words: folded words, each once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        import numpy as np

        by_length: dict[int, list[str]] = {}
        self._by_start: dict[tuple[str, int], list[str]] = {}
        for word in words:
            by_length.setdefault(len(word), []).append(word)
            self._by_start.setdefault((word[:SAME_START], len(word)), []).append(word)
        self._words: list[str] = []
        keys, owners = [np.empty(0, np.uint32)], [np.empty(0, np.int32)]
        for group in by_length.values():
            hashes = _hashes(group)
            ids = np.arange(len(self._words), len(self._words) + len(group), dtype=np.int32)
            keys.append(hashes.ravel())
            owners.append(np.repeat(ids, hashes.shape[1]))
            self._words += group
        all_keys = np.concatenate(keys)
        order = np.argsort(all_keys, kind="stable")
        self._keys = all_keys[order]
        self._owners = np.concatenate(owners)[order]

    def one_error(self, typed: str) -> list[str]:
        """Every word exactly one error away from ``typed``, in no order."""
        import numpy as np

        hashes = _hashes([typed])[0]
        starts = np.searchsorted(self._keys, hashes, side="left")
        ends = np.searchsorted(self._keys, hashes, side="right")
        found = {
            self._words[owner]
            for start, end in zip(starts, ends, strict=True)
            if end > start
            for owner in self._owners[start:end]
        }
        return [w for w in found if OSA.distance(typed, w, score_cutoff=1) == 1]

    def two_errors(self, typed: str) -> list[str]:
        """Every word exactly two errors away that starts with the same two letters."""
        start = typed[:SAME_START]
        found: list[str] = []
        for length in range(len(typed) - 2, len(typed) + 3):
            near = self._by_start.get((start, length), ())
            hits = process.extract(typed, near, scorer=OSA.distance, score_cutoff=2, limit=None)
            found += [word for word, distance, _ in hits if distance == 2]
        return found


def _hashes(words: list[str]) -> NDArray[np.uint32]:
    """Hashes of words of one length, whole and less one letter, shape (words, length + 1)."""
    import numpy as np

    length = len(words[0])
    if not length:
        return np.zeros((len(words), 1), np.uint32)
    letters = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = letters.reshape(len(words), length)
    powers = np.array([pow(_BASE, i, 2**32) for i in range(length)], np.uint32)
    before = np.zeros((len(words), length + 1), np.uint32)
    np.cumsum(letters * powers, axis=1, dtype=np.uint32, out=before[:, 1:])
    # Behind the dropped letter every other moves one place to the left.
    moved = letters[:, 1:] * powers[:-1]
    after = np.zeros((len(words), length), np.uint32)
    after[:, :-1] = np.cumsum(moved[:, ::-1], axis=1, dtype=np.uint32)[:, ::-1]
    return np.hstack([before[:, -1:], before[:, :-1] + after])
