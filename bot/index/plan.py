"""What an ingest would change: the sources found against those in the index."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from bot.domain import Failure, Source
from bot.index.chroma_errors import is_url
from bot.index.records import SourceRecord
from bot.reading import Found, default_id

Kind = Literal["added", "updated", "renamed", "removed", "unchanged", "kept"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one source.

    ``kept`` sources lie outside the paths of this run, or failed to be read this time; they
    stay as they are. ``source`` is None only for removed ones; ``was`` is the former place of
    a renamed one.
    """

    kind: Kind
    source_id: str
    location: str
    source: Source | None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes, ordered by source id, and what could not be read.

    Attributes:
        rebuilds: another encoder or chunker than the index's makes every source be cut and
            embedded anew, whatever its change says.
    """

    changes: tuple[Change, ...]
    failures: tuple[Failure, ...]
    rebuilds: bool = False

    def count(self, *kinds: Kind) -> int:
        """How many changes are of these kinds."""
        return sum(change.kind in kinds for change in self.changes)

    @property
    def changes_anything(self) -> bool:
        """Whether any source differs from the index."""
        return self.count("added", "updated", "renamed", "removed") > 0

    @property
    def staying(self) -> list[Change]:
        """What the next version holds."""
        return [change for change in self.changes if change.kind != "removed"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something read, and the record of the same place."""

    found: Found
    source: Source
    record: SourceRecord | None

    @property
    def states_id(self) -> bool:
        return self.source.id != default_id(self.found)

    @property
    def wanted_id(self) -> str:
        """A place keeps the id it has by itself; one that was stated goes with its statement."""
        own = self.source.id
        if self.record is None or self.states_id or self.record.source.id == own:
            return own
        return self.record.source.id if _is_by_place(self.record) else own

    @property
    def is_incumbent(self) -> bool:
        return self.record is not None and self.record.source.id == self.wanted_id


def make_plan(
    read: Sequence[tuple[Found, Source]],
    failures: Sequence[Failure],
    indexed: Mapping[str, SourceRecord],
    roots: Iterable[str],
    mirrored: Sequence[str] = (),
) -> Plan:
    """Compares what was read with what is indexed.

    Args:
        read: each found place with its source, in reading order.
        failures: places that could not be read; what is indexed from or below them stays.
        indexed: the current version's sources by id.
        roots: folders that were walked in full; what lay in them and is gone is removed.
        mirrored: beginnings of addresses that were read in full, for which the same holds.
    """
    entries = _entries(read, indexed)
    changes, clashes = _claims(entries, indexed)
    problems = (*failures, *clashes)
    replaced = {e.record.source.id for e in entries if e.record and e.found.location in changes}
    by_id = {change.source_id: change for change in changes.values()}
    protected = [Path(failure.path) for failure in problems]
    walked = [Path(root) for root in roots]
    for source_id, record in indexed.items():
        if source_id in by_id or source_id in replaced:
            continue
        gone = record.location.startswith(tuple(mirrored)) or (
            _below(record.location, walked) and not _below(record.location, protected)
        )
        by_id[source_id] = Change(
            "removed" if gone else "kept",
            source_id,
            record.location,
            None if gone else record.source,
        )
    _join_renames(by_id, indexed)
    return Plan(tuple(by_id[key] for key in sorted(by_id)), problems)


def _entries(
    read: Sequence[tuple[Found, Source]], indexed: Mapping[str, SourceRecord]
) -> list[_Entry]:
    by_location = {record.location: record for record in indexed.values()}
    found_here = {found.location for found, _ in read}
    # The same file under another name: a link, or a folder reached on another way.
    by_file = {_file(p): r for p, r in by_location.items() if p not in found_here}
    return [
        _Entry(found, source, by_location.get(found.location) or by_file.get(_file(found.location)))
        for found, source in read
    ]


def _claims(
    entries: Sequence[_Entry], indexed: Mapping[str, SourceRecord]
) -> tuple[dict[str, Change], list[Failure]]:
    """The change of each place by location, every id given once."""
    places = {entry.found.location for entry in entries}
    holders: dict[str, str] = {}
    changes: dict[str, Change] = {}
    clashes: list[Failure] = []
    # Who has an id already keeps it, whatever order the files are read in.
    for entry in sorted(entries, key=lambda entry: not entry.is_incumbent):
        location = entry.found.location
        source_id = entry.wanted_id
        holder = holders.get(source_id) or _other_holder(entry, indexed, places)
        if holder is not None and not entry.states_id:
            source_id = _distinct(source_id, location)
            holder = holders.get(source_id)
        if holder is not None:
            clashes.append(
                Failure(
                    location,
                    f"Die Kennung „{source_id}“ trägt schon {holder}. Bitte geben Sie jeder "
                    "Quelle eine eigene.",
                )
            )
            continue
        holders[source_id] = location
        before = entry.record or indexed.get(source_id)
        changes[location] = _compare(replace(entry.source, id=source_id), location, before)
    return changes, clashes


def _is_by_place(record: SourceRecord) -> bool:
    """Whether an indexed source has its id from its place, below whichever root it was read."""
    location, given = record.location, record.source.id
    if is_url(location):
        return True
    parts = Path(location).parts
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    own = {default_id(Found(location, location, tail)) for tail in tails}
    return given in own or any(given == _distinct(one, location) for one in own)


def _distinct(source_id: str, location: str) -> str:
    """The id of a source whose own is taken."""
    return f"{source_id}-{hashlib.sha256(location.encode()).hexdigest()[:8]}"


def _other_holder(
    entry: _Entry, indexed: Mapping[str, SourceRecord], places: set[str]
) -> str | None:
    """Where the wanted id is indexed from, if from a place that still is and wasn't read now."""
    held = indexed.get(entry.wanted_id)
    if held is None or entry.is_incumbent or held.location in places:
        return None
    return held.location if _exists(held.location) else None


def _compare(source: Source, location: str, before: SourceRecord | None) -> Change:
    if before is None:
        return Change("added", source.id, location, source)
    if _content(before.source) != _content(source):
        return Change("updated", source.id, location, source)
    if before.location != location or before.source.id != source.id:
        return Change("renamed", source.id, location, source, was=before.location)
    return Change("unchanged", source.id, location, source)


def _join_renames(changes: dict[str, Change], indexed: Mapping[str, SourceRecord]) -> None:
    """A source that vanished and an added one with the same content are one that moved."""
    vanished: dict[str, list[Change]] = {}
    for change in changes.values():
        if change.kind == "removed" or (change.kind == "kept" and not _exists(change.location)):
            key = _content(indexed[change.source_id].source)
            vanished.setdefault(key, []).append(change)
    for change in [c for c in changes.values() if c.kind == "added"]:
        assert change.source is not None
        for old in vanished.get(_content(change.source), [])[:1]:
            vanished[_content(change.source)].remove(old)
            del changes[old.source_id]
            changes[change.source_id] = replace(change, kind="renamed", was=old.location)


def _content(source: Source) -> str:
    return replace(source, id="").fingerprint


def _exists(location: str) -> bool:
    # An address isn't asked: being offline removes nothing.
    return is_url(location) or os.path.lexists(location)


def _file(location: str) -> str:
    return location if is_url(location) else os.path.realpath(location)


def _below(location: str, folders: Iterable[Path]) -> bool:
    return not is_url(location) and any(Path(location).is_relative_to(f) for f in folders)
