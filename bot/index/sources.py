"""A version's sources by their ids: articles in memory, a classification's read when needed.

A classification has thousands of sources, of which a question needs one or two; as objects all
of them would take a fifth of the memory that the rest of the app needs.
"""

from __future__ import annotations

import functools
import json
import mmap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.domain import Section, Source
from bot.facts import SourceFacts
from bot.index.records import SourceRecord
from bot.knowledge.esco.notice import is_occupation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

READ_SOURCES: Final = 256
"""How many sources read from a file stay in memory."""


class SourceTable(Mapping[str, Source]):
    """Sources in a file that ``write_sources`` wrote. Safe to share between threads.

    Args:
        lines: the file.
        first: (sources + 1,), where each source's line begins, in bytes.
        ids: the sources' ids, in the file's order.
        articles: ids of those that stay in memory, with what they state.

    Raises:
        OSError, ValueError, KeyError, TypeError: the file can't be read, or isn't one.
    """

    def __init__(
        self, lines: Path, first: NDArray[np.int64], ids: Sequence[str], articles: Iterable[str]
    ) -> None:
        if len(first) != len(ids) + 1 or first[-1] != lines.stat().st_size:
            raise ValueError(f"{lines} isn't as long as it should be")
        self._rows = {source_id: row for row, source_id in enumerate(ids)}
        # Mapped as long as this is there, even when the file is deleted meanwhile.
        with lines.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if ids else b""

        def read(row: int) -> tuple[Source, SourceFacts]:
            return _record(mapped[int(first[row]) : int(first[row + 1])])

        self._read = functools.lru_cache(maxsize=READ_SOURCES)(read)
        held = {key: read(self._rows[key]) for key in articles}
        self._held = {key: source for key, (source, _) in held.items()}
        self.facts = {key: facts for key, (_, facts) in held.items()}

    def __getitem__(self, source_id: str) -> Source:
        held = self._held.get(source_id)
        return self._read(self._rows[source_id])[0] if held is None else held

    def __contains__(self, source_id: object) -> bool:
        return source_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def write_sources(path: Path, records: Mapping[str, SourceRecord]) -> tuple[list[int], list[str]]:
    """Writes sources with their facts, a line each.

    Returns:
        Where each line begins and where the last one ends; ids of those that aren't occupations
        of a classification.
    """
    places = [0]
    with path.open("wb") as file:
        for record in records.values():
            row = [asdict(record.source), record.facts.to_json()]
            places.append(places[-1] + file.write(json.dumps(row).encode("ascii") + b"\n"))
    return places, [key for key, record in records.items() if not is_occupation(record.source)]


def _record(line: bytes) -> tuple[Source, SourceFacts]:
    about, facts = json.loads(line)
    sections = (Section(tuple(s["path"]), s["start"], s["end"]) for s in about.pop("sections"))
    roles = tuple(about.pop("roles"))
    source = Source(**about, sections=tuple(sections), roles=roles)
    return source, SourceFacts.from_json(facts)
