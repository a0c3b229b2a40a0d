"""Ingest: read, plan, build the next version beside the current one, flip the pointer.

Nothing is taken from the serving version until its successor is complete, so a crash at any
moment leaves it serving; what the crash left behind is used up by the next run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain import Failure, Passage, Source
from bot.errors import IndexMissingError, StoreError, UnreadableError
from bot.index.encoder import Encoder, load_encoder
from bot.index.plan import Plan, make_plan
from bot.index.records import (
    SourceRecord,
    passage_metadata,
    read_sources,
    source_batch,
    vector_key,
)
from bot.index.store import IndexIdentity, Store, pages
from bot.index.writer import exclusive_writer
from bot.passages import cut, embedded_text
from bot.reading import Found, Limits, discover, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

ENCODE_AT_ONCE = 64
KEEP_VERSIONS = 2
"""The serving version and the one before it, which slow readers may still be using."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What ``ingest.py --json`` prints; ``renamed`` sources count as updated."""

    added: int
    updated: int
    removed: int
    unchanged: int
    failed: tuple[Failure, ...]
    sources: int
    passages: int
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types in the contract's order."""
        return asdict(self)


def ingest(
    paths: Sequence[str],
    settings: Settings,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> tuple[IngestReport, Plan]:
    """Brings the index in line with ``paths``.

    Folders are mirrored: what was read from below them and is gone is removed. Sources from
    elsewhere stay. An encoder or chunker other than the index was built with makes every
    source be embedded anew.

    Args:
        paths: files, folders or URLs.
        settings: where the index is and what encodes.
        dry_run: only plan; nothing is written.
        progress: called with a stage, the number done and the total.

    Raises:
        IndexBusyError: another process is writing.
        StoreError: Chroma can't be used.
        EncoderError: the encoder can't be made ready.
    """
    started = time.monotonic()
    tell = progress or (lambda stage, done, total: None)
    limits = Limits(max_bytes=int(settings.max_file_megabytes * 1_000_000))
    found, failures = discover(paths, limits=limits)
    if dry_run:
        try:
            store: Store | None = Store.open(settings)
        except IndexMissingError:
            store = None
        plan, _ = _plan(store, found, failures, limits, tell)
        passages = _indexed_passages(store) if store else 0
        return _report(plan, passages, started), plan
    store = Store.open(settings, create=True)
    with exclusive_writer(settings, store.client):
        plan, version = _plan(store, found, failures, limits, tell)
        encoder = load_encoder(settings)
        identity = IndexIdentity.of(encoder.identity)
        stale = version is not None and store.identity(version) != identity
        if plan.staying and (plan.changes_anything or stale or version is None):
            version = _build(store, plan, version, encoder, tell)
        elif plan.changes_anything:
            raise _would_be_empty(plan)
        _drop_old(store, version)
    return _report(plan, _indexed_passages(store), started, rebuilt=stale), plan


def _would_be_empty(plan: Plan) -> StoreError:
    return StoreError(
        f"Nach diesem Lauf wäre der Index leer ({plan.count('removed')} Quellen fehlen); der "
        "bisherige Stand bleibt deshalb bestehen.",
        log="refused to flip to an empty version",
        hint="Wenn das gewollt ist, löschen Sie den Ordner des Index.",
    )


def _plan(
    store: Store | None,
    found: Sequence[Found],
    failures: Sequence[Failure],
    limits: Limits,
    tell: Progress,
) -> tuple[Plan, int | None]:
    version = store.current() if store else None
    indexed = {} if version is None or store is None else indexed_sources(store, version)
    taken: list[tuple[Found, Source]] = []
    problems = list(failures)
    for number, place in enumerate(found):
        tell("read", number, len(found))
        try:
            taken.append((place, read(place, limits=limits)))
        except UnreadableError as error:
            problems.append(Failure(place.location, str(error)))
    tell("read", len(found), len(found))
    roots = {place.root for place in found if place.root != place.location}
    return make_plan(taken, problems, indexed, roots), version


def indexed_sources(store: Store, version: int) -> dict[str, SourceRecord]:
    """All sources of a version by id."""
    documents: list[str] = []
    metadatas: list[Any] = []
    for page in pages(store.sources(version), ["documents", "metadatas"]):
        documents += page["documents"]
        metadatas += page["metadatas"]
    return {record.source.id: record for record in read_sources(documents, metadatas)}


def _indexed_passages(store: Store) -> int:
    version = store.current()
    return 0 if version is None else store.passages(version).count()


def _build(store: Store, plan: Plan, base: int | None, encoder: Encoder, tell: Progress) -> int:
    """Writes the next version and flips to it; returns its number."""
    import numpy as np

    identity = IndexIdentity.of(encoder.identity)
    version = max([*store.versions(), base or 0]) + 1
    store.create(version, identity)
    target, sources = store.passages(version), store.sources(version)
    known = _KnownVectors(store, identity)
    cuts = [
        (change, cut(change.source, encoder.count_tokens, encoder.max_tokens))
        for change in plan.staying
        if change.source is not None
    ]
    total = sum(len(passages) for _, passages in cuts)
    done = 0
    tell("embed", done, total)
    for change, passages in cuts:
        assert change.source is not None  # removed changes were left out above
        for start in range(0, len(passages), ENCODE_AT_ONCE):
            block = passages[start : start + ENCODE_AT_ONCE]
            target.add(
                ids=[p.id for p in block],
                documents=[p.text for p in block],
                metadatas=[passage_metadata(change.source, p) for p in block],
                embeddings=np.asarray(_vectors(change.source, block, known, encoder)),
            )
            done += len(block)
            tell("embed", done, total)
        batch = source_batch(SourceRecord(change.source, change.location, len(passages)))
        sources.add(
            ids=batch.ids,
            documents=batch.documents,
            metadatas=batch.metadatas,
            embeddings=np.ones((len(batch.ids), 1), dtype=np.float32),
        )
    if target.count() != total:
        raise StoreError(
            f"Chroma hat nur {target.count()} von {total} Passagen gespeichert; der bisherige "
            "Stand bleibt bestehen.",
            log=f"version {version} is incomplete: {target.count()} of {total} passages",
        )
    tell("flip", 0, 1)
    store.flip(version)
    tell("flip", 1, 1)
    return version


class _KnownVectors:
    """Vectors of earlier versions, finished or left behind by a crash, by what they embed."""

    def __init__(self, store: Store, identity: IndexIdentity) -> None:
        from chromadb.errors import NotFoundError

        self._collections = []
        for version in reversed(store.versions()):
            try:
                if store.identity(version) == identity:
                    self._collections.append(store.passages(version))
            except NotFoundError:  # a crash between making the two collections
                continue

    def find(self, keys: Iterable[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are known among ``keys``."""
        missing, found = set(keys), {}
        for collection in self._collections:
            if not missing:
                break
            page = collection.get(
                where={"vector_key": {"$in": sorted(missing)}}, include=["metadatas", "embeddings"]
            )
            for metadata, vector in zip(
                page["metadatas"] or [], page["embeddings"], strict=True  # type: ignore[arg-type]
            ):
                found[str(metadata["vector_key"])] = vector
            missing -= found.keys()
        return found  # type: ignore[return-value]


def _vectors(
    source: Source, block: Sequence[Passage], known: _KnownVectors, encoder: Encoder
) -> list[NDArray[np.float32]]:
    keys = [vector_key(source, passage) for passage in block]
    vectors = known.find(keys)
    new = {
        key: embedded_text(source.title, passage.heading_path, passage.text)
        for key, passage in zip(keys, block, strict=True)
        if key not in vectors
    }
    if new:
        encoded = encoder.encode_passages(list(new.values()))
        vectors.update(zip(new, encoded, strict=True))
    return [vectors[key] for key in keys]


def _drop_old(store: Store, current: int | None) -> None:
    finished = [v for v in store.versions() if current is not None and v <= current]
    keep = set(finished[-KEEP_VERSIONS:])
    for version in store.versions():
        if version not in keep:
            store.delete(version)


def _report(plan: Plan, passages: int, started: float, *, rebuilt: bool = False) -> IngestReport:
    unchanged = plan.count("unchanged", "kept")
    return IngestReport(
        added=plan.count("added"),
        updated=plan.count("updated", "renamed") + (unchanged if rebuilt else 0),
        removed=plan.count("removed"),
        unchanged=0 if rebuilt else unchanged,
        failed=plan.failures,
        sources=len(plan.staying),
        passages=passages,
        seconds=round(time.monotonic() - started, 3),
    )


def default_paths() -> list[str]:
    """The corpus that comes with the product."""
    return [str(Path(__file__).resolve().parents[2] / "corpus")]
