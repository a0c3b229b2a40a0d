"""Writes the next version beside the current one and flips the pointer to it.

What hasn't changed is copied from the serving version; of the rest, vectors that any version
holds, also one that a crash left unfinished, are used again.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.domain import Passage, Source
from bot.errors import StoreError
from bot.facts import SourceFacts
from bot.index.chroma import Records
from bot.index.embedding import KnownVectors, embed
from bot.index.encoder import Encoder
from bot.index.plan import Change, Plan
from bot.index.records import SourceRecord, source_batch
from bot.index.store import IndexIdentity, Store
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.facts import read_facts
from bot.knowledge.roles import RoleCatalogue
from bot.passages import cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENCODE_AT_ONCE = 64
WRITTEN_AT_ONCE = 256

Progress = Callable[[str, int, int], None]

log = logging.getLogger(__name__)


def build_version(
    store: Store,
    plan: Plan,
    base: int | None,
    identity: IndexIdentity,
    load: Callable[[], Encoder],
    tell: Progress,
) -> int:
    """Writes the version that ``plan`` describes, complete but not yet serving.

    Args:
        store: open for writing.
        plan: what the version holds.
        base: the serving version.
        identity: what the new version is made with.
        load: makes the encoder ready; called only where something must be cut or embedded.
        tell: called with "embed", the passages done and their total.

    Returns:
        The version's number.

    Raises:
        StoreError: Chroma failed, or didn't keep everything.
    """
    known = KnownVectors(store, identity)
    carried = _carried(store, plan, base, identity)
    rest = [c for c in plan.staying if c.source_id not in carried]
    encoder = load() if rest else None
    version = max([*store.versions(), base or 0]) + 1
    store.create(version, identity)
    passages, sources = store.passages(version), store.sources(version)
    cuts = _cut(rest, encoder) if encoder else []
    done = 0
    total = sum(carried.values()) + sum(len(cut_passages) for _, _, cut_passages in cuts)
    tell("embed", done, total)
    if base is not None and carried:
        done = _copy(
            store.passages(base), passages, carried.keys(), lambda n: tell("embed", n, total)
        )
        _copy(store.sources(base), sources, carried.keys(), lambda n: None)
    titled = [(source, passage) for _, source, cut_passages in cuts for passage in cut_passages]
    for start in range(0, len(titled), ENCODE_AT_ONCE):
        assert encoder is not None
        block = titled[start : start + ENCODE_AT_ONCE]
        _write_passages(passages, [p for _, p in block], *embed(block, known, encoder))
        done += len(block)
        tell("embed", done, total)
    _write_sources(
        sources,
        (
            SourceRecord(source, change.location, len(own), _facts(source))
            for change, source, own in cuts
        ),
    )
    _verify(store, version, total, len(plan.staying))
    return version


def _carried(store: Store, plan: Plan, base: int | None, identity: IndexIdentity) -> dict[str, int]:
    """Ids of the sources that are copied, with their number of passages."""
    if base is None or store.identity(base) != identity:
        return {}
    records = store.indexed(base)
    if store.passages(base).count() != sum(record.passages for record in records.values()):
        log.warning("version %d is damaged and isn't copied from", base)
        return {}
    return {
        change.source_id: records[change.source_id].passages
        for change in plan.changes
        if change.kind in ("unchanged", "kept")
    }


def _copy(
    origin: Records, target: Records, source_ids: Iterable[str], tell: Callable[[int], None]
) -> int:
    import numpy as np

    wanted = frozenset(source_ids)
    copied = 0
    for page in origin.pages(["documents", "metadatas", "embeddings"]):
        rows = [i for i, about in enumerate(page["metadatas"]) if about["source_id"] in wanted]
        target.add(
            [page["ids"][i] for i in rows],
            [page["documents"][i] for i in rows],
            [page["metadatas"][i] for i in rows],
            np.asarray(page["embeddings"], dtype=np.float32)[rows],
        )
        copied += len(rows)
        tell(copied)
    return copied


def _cut(changes: Sequence[Change], encoder: Encoder) -> list[tuple[Change, Source, list[Passage]]]:
    return [
        (change, change.source, cut(change.source, encoder.count_tokens, encoder.max_tokens))
        for change in changes
        if change.source is not None
    ]


def _write_passages(
    target: Records,
    block: Sequence[Passage],
    vectors: NDArray[np.float32],
    metadatas: Sequence[Mapping[str, Any]],
) -> None:
    target.add(
        [passage.id for passage in block],
        [passage.text for passage in block],
        metadatas,
        vectors,
    )


def _facts(source: Source) -> SourceFacts:
    """What a source states, read by itself: it must not depend on what else is there.

    An occupation's facts aren't kept: they are lines of its text (``bot.knowledge.esco.facts``).
    """
    if is_occupation(source):
        return SourceFacts()
    return read_facts(source, RoleCatalogue.of([source]))


def _write_sources(target: Records, records: Iterable[SourceRecord]) -> None:
    import numpy as np

    batches = map(source_batch, records)
    while some := list(itertools.islice(batches, WRITTEN_AT_ONCE)):
        ids = [key for batch in some for key in batch.ids]
        # Chroma wants a vector with everything.
        vectors = np.ones((len(ids), 1), dtype=np.float32)
        target.add(
            ids,
            [document for batch in some for document in batch.documents],
            [metadata for batch in some for metadata in batch.metadatas],
            vectors,
        )


def _verify(store: Store, version: int, passages: int, sources: int) -> None:
    kept = store.passages(version).count(), len(store.indexed(version))
    if kept != (passages, sources):
        raise StoreError(
            f"Chroma hat nur {kept[0]} von {passages} Passagen und {kept[1]} von {sources} "
            "Quellen gespeichert; der bisherige Stand bleibt bestehen.",
            log=f"version {version} is incomplete: {kept} of {(passages, sources)}",
        )
