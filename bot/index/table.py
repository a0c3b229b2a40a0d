"""A version's passages in reading order: a handful in memory, a million in a file.

Searching needs of most passages only where they stand and whose they are, so that is kept in
arrays; the passages themselves are read when a search returns them.
"""

from __future__ import annotations

import functools
import hashlib
import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from bot.domain import Passage, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

READ_PASSAGES = 20_000
"""How many passages read from a file stay in memory."""


class PassageTable(Sequence[Passage]):
    """Passages by their row; those of one source are next to each other.

    Args:
        size: how many there are.
        read: gives the passage of a row.
        source_ids: the sources' ids.
        owner: (passages,), whose each passage is, as a place in ``source_ids``.
        keys: (passages,), ``key_of`` each passage's id.
    """

    def __init__(
        self,
        size: int,
        read: Callable[[int], Passage],
        source_ids: Sequence[str],
        owner: NDArray[np.int32],
        keys: NDArray[np.uint64],
    ) -> None:
        self._size = size
        self._read = read
        self.source_ids = tuple(source_ids)
        self.owner = owner
        self.keys = keys

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> PassageTable:
        """A table that holds its passages."""
        import numpy as np

        held = tuple(passages)
        numbers: dict[str, int] = {}
        owner = [numbers.setdefault(p.source_id, len(numbers)) for p in held]
        keys = [key_of(p.id) for p in held]
        return cls(
            len(held),
            held.__getitem__,
            tuple(numbers),
            np.array(owner, dtype=np.int32),
            np.array(keys, dtype=np.uint64),
        )

    @classmethod
    def kept(
        cls,
        lines: Path,
        first: NDArray[np.int64],
        source_ids: Sequence[str],
        owner: NDArray[np.int32],
        keys: NDArray[np.uint64],
    ) -> PassageTable:
        """A table over a file that ``passage_line`` wrote; passages are read when they are needed.

        Args:
            lines: the file.
            first: (passages + 1,), where each passage's line begins, in bytes.
            source_ids: as for the table.
            owner: as for the table.
            keys: as for the table.
        """
        with lines.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

        def read(row: int) -> Passage:
            return _passage(mapped[int(first[row]) : int(first[row + 1])])

        cached = functools.lru_cache(maxsize=READ_PASSAGES)(read)
        return cls(len(first) - 1, cached, source_ids, owner, keys)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, row: int) -> Passage: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, row: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(row, slice):
            return tuple(self._read(i) for i in range(self._size)[row])
        return self._read(range(self._size)[row])

    def __iter__(self) -> Iterator[Passage]:
        return map(self._read, range(self._size))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PassageTable) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def rows(self, ids: Iterable[str]) -> NDArray[np.int_]:
        """The rows of passages by their ids, in the same order; unknown ids are left out."""
        import numpy as np

        names = list(ids)
        if not self._size:
            return np.zeros(0, dtype=int)
        wanted = np.array([key_of(name) for name in names], dtype=np.uint64)
        order, ordered = self._ordered
        places = np.minimum(np.searchsorted(ordered, wanted), self._size - 1)
        return np.asarray(order[places[ordered[places] == wanted]], dtype=int)

    @functools.cached_property
    def _ordered(self) -> tuple[NDArray[np.int_], NDArray[np.uint64]]:
        import numpy as np

        order = np.argsort(self.keys)
        return order, np.asarray(self.keys)[order]

    def rows_of(self, source_id: str) -> range:
        """The rows of one source's passages."""
        import numpy as np

        if source_id not in self.source_ids:
            return range(0)
        number = self.source_ids.index(source_id)
        # Sources are numbered as they come, so the numbers ascend.
        begin, end = np.searchsorted(self.owner, [number, number + 1])
        return range(int(begin), int(end))

    def owned_by(self, keep: Callable[[str], bool]) -> NDArray[np.bool_]:
        """(passages,), whether ``keep`` is true of the passage's source id."""
        import numpy as np

        kept = np.array([keep(source_id) for source_id in self.source_ids], dtype=bool)
        return kept[self.owner] if self._size else np.zeros(0, dtype=bool)


def key_of(passage_id: str) -> int:
    """64 bits that stand for an id; among a million, two are equal once in 40 million tables."""
    return int.from_bytes(hashlib.blake2b(passage_id.encode(), digest_size=8).digest())


def passage_line(passage: Passage) -> bytes:
    """One passage as a line of JSON."""
    sentences = [[sentence.start, sentence.end] for sentence in passage.sentences]
    row: list[Any] = [passage.id, passage.source_id, passage.heading_path, passage.start]
    return json.dumps([*row, passage.end, sentences, passage.text]).encode("ascii") + b"\n"


def _passage(line: bytes) -> Passage:
    key, source_id, headings, start, end, sentences, text = json.loads(line)
    return Passage(
        key,
        source_id,
        tuple(headings),
        start,
        end,
        tuple(Sentence(begin, stop) for begin, stop in sentences),
        text,
    )
