"""What an ingest would change: the sources found against those in the index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from bot.domain import Failure, Source
from bot.index.records import SourceRecord
from bot.reading import Found, default_id

Kind = Literal["added", "updated", "renamed", "removed", "unchanged", "kept"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one source.

    ``kept`` sources lie outside the paths of this run, or failed to be read this time; they
    stay as they are. ``source`` is None only for removed ones.
    """

    kind: Kind
    source_id: str
    location: str
    source: Source | None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes, ordered by source id, and what could not be read."""

    changes: tuple[Change, ...]
    failures: tuple[Failure, ...]

    def count(self, *kinds: Kind) -> int:
        """How many changes are of these kinds."""
        return sum(change.kind in kinds for change in self.changes)

    @property
    def changes_anything(self) -> bool:
        """Whether a new version is needed."""
        return self.count("added", "updated", "renamed", "removed") > 0

    @property
    def staying(self) -> list[Change]:
        """What the next version holds."""
        return [change for change in self.changes if change.kind != "removed"]


def make_plan(
    read: Sequence[tuple[Found, Source]],
    failures: Sequence[Failure],
    indexed: Mapping[str, SourceRecord],
    roots: Iterable[str],
) -> Plan:
    """Compares what was read with what is indexed.

    Args:
        read: each found place with its source, in reading order.
        failures: places that could not be read; what is indexed from them stays.
        indexed: the current version's sources by id.
        roots: folders that were walked in full; what lay in them and is gone is removed.
    """
    problems = list(failures)
    by_location = {record.location: record for record in indexed.values()}
    fresh: dict[str, Change] = {}
    for found, source in read:
        named = _with_own_id(source, found, fresh, indexed)
        if isinstance(named, Failure):
            problems.append(named)
            continue
        fresh[named.id] = _compare(named, found.location, indexed.get(named.id))
    failed = {failure.path for failure in failures}
    walked = [Path(root) for root in roots]
    changes = dict(fresh)
    for record in by_location.values():
        source_id = record.source.id
        if source_id in changes:
            continue
        gone = record.location not in failed and _below(record.location, walked)
        kind: Kind = "removed" if gone else "kept"
        source_or_none = None if gone else record.source
        changes[source_id] = Change(kind, source_id, record.location, source_or_none)
    return Plan(
        tuple(changes[key] for key in sorted(_join_renames(changes, indexed))), tuple(problems)
    )


def _with_own_id(
    source: Source, found: Found, fresh: Mapping[str, Change], indexed: Mapping[str, SourceRecord]
) -> Source | Failure:
    """The source under an id that no other place holds."""
    twin = fresh.get(source.id)
    if twin is not None and _id_is_stated(source, found):
        return Failure(
            found.location,
            f"Die Kennung „{source.id}“ trägt schon {twin.location}. Bitte geben Sie jeder Quelle "
            "eine eigene.",
        )
    held = indexed.get(source.id)
    elsewhere = (
        held is not None
        and held.location != found.location
        and not _id_is_stated(source, found)
        and _still_there(held.location)
    )
    if twin is None and not elsewhere:
        return source
    suffix = hashlib.sha256(found.location.encode()).hexdigest()[:8]
    return replace(source, id=f"{source.id}-{suffix}")


def _id_is_stated(source: Source, found: Found) -> bool:
    return source.id != default_id(found)


def _still_there(location: str) -> bool:
    return location.startswith(("http://", "https://")) or Path(location).exists()


def _compare(source: Source, location: str, held: SourceRecord | None) -> Change:
    if held is None:
        return Change("added", source.id, location, source)
    if held.source.fingerprint != source.fingerprint:
        return Change("updated", source.id, location, source)
    if held.location != location:
        return Change("renamed", source.id, location, source, was=held.location)
    return Change("unchanged", source.id, location, source)


def _below(location: str, walked: Iterable[Path]) -> bool:
    return any(Path(location).is_relative_to(root) for root in walked)


def _join_renames(
    changes: dict[str, Change], indexed: Mapping[str, SourceRecord]
) -> dict[str, Change]:
    """A removed and an added source with the same content are one that was renamed."""
    removed = {
        replace(indexed[c.source_id].source, id="").fingerprint: c
        for c in changes.values()
        if c.kind == "removed"
    }
    for change in list(changes.values()):
        if change.kind == "added" and change.source is not None:
            old = removed.pop(replace(change.source, id="").fingerprint, None)
            if old is not None:
                del changes[old.source_id]
                changes[change.source_id] = replace(change, kind="renamed", was=old.location)
    return changes
