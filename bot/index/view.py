"""One finished index version, opened for reading."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Passage, Source
from bot.facts import SourceFacts
from bot.index.cache import CACHED_FROM, Cache
from bot.index.chroma import Records
from bot.index.chroma_errors import GoneError
from bot.index.derived import Contents, Derived
from bot.index.filters import PassageFilter
from bot.index.keyword import KeywordIndex
from bot.index.pages import Pages
from bot.index.rerank import Reranker
from bot.index.store import IndexIdentity, Store
from bot.index.table import PassageTable
from bot.index.windows import Windows
from bot.knowledge.esco.facts import KnownFacts
from bot.knowledge.esco.paths import SkillPaths
from bot.knowledge.profiles import RoleProfiles, role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_UP_TO = 10_000
"""Passages up to which exact search is faster than Chroma's graph (measured)."""

KEPT_FILTERS = 64

Only = PassageFilter | Callable[[Passage], bool]


@dataclass(frozen=True)
class IndexView:
    """Everything a reader needs of one version. Immutable, shared by all threads.

    Attributes:
        sources: by id.
        facts: what each source states about roles, by its id.
        collection: the passages in Chroma; None where the view was made in memory.
        derived: passages, vectors and all else that searching needs.
        exact: whether every passage is compared with a question, instead of asking Chroma.
        reranker: orders the hits once more.
    """

    version: int
    identity: IndexIdentity
    sources: Mapping[str, Source]
    facts: Mapping[str, SourceFacts]
    collection: Records | None
    derived: Derived
    exact: bool = True
    reranker: Reranker | None = None
    _kept: dict[PassageFilter, NDArray[np.bool_]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def in_memory(
        cls,
        identity: IndexIdentity,
        sources: Mapping[str, Source],
        passages: Sequence[Passage],
        encode: Callable[[list[str]], NDArray[np.float32]],
    ) -> IndexView:
        """A version that no Chroma holds, complete with its windows, without facts.

        Args:
            identity: what encodes.
            sources: by id.
            passages: in reading order, those of one source next to each other.
            encode: the encoder's ``encode_passages``, or one that remembers.
        """
        import numpy as np

        titles = {key: source.title for key, source in sources.items()}
        texts = [embedded_text(titles[p.source_id], p.heading_path, p.text) for p in passages]
        titled = ((titles[passage.source_id], passage) for passage in passages)
        contents = Contents(
            PassageTable.of(passages),
            titles,
            vectors=encode(texts) if texts else np.zeros((0, identity.dimension), np.float32),
            windows=Windows.encoded(titled, encode, identity.dimension),
        )
        return cls(0, identity, sources, {}, None, contents.derived())

    @functools.cached_property
    def catalogue(self) -> RoleCatalogue:
        """The roles that its sources are about."""
        return RoleCatalogue.of(self.sources.values())

    @functools.cached_property
    def profiles(self) -> RoleProfiles:
        """What its sources state of each of these roles."""
        return role_profiles(self.sources, self.facts, self.catalogue)

    @functools.cached_property
    def paths(self) -> SkillPaths:
        """Computes steps between its occupations."""
        return SkillPaths(self.sources)

    @property
    def passages(self) -> PassageTable:
        """In reading order, those of one source next to each other."""
        return self.derived.passages

    @property
    def vectors(self) -> NDArray[np.float32]:
        """(passages, dimension), perhaps memory-mapped."""
        return self.derived.vectors

    @property
    def windows(self) -> Windows:
        """The passages' windows."""
        return self.derived.windows

    @property
    def pages(self) -> Pages:
        """The passages' pages."""
        return self.derived.pages

    @property
    def keywords(self) -> KeywordIndex:
        """The keyword index over the passages."""
        return self.derived.keywords

    def searched_text(self, passage: Passage) -> str:
        """Title, headings and body, as the encoder saw them."""
        title = self.sources[passage.source_id].title
        return embedded_text(title, passage.heading_path, passage.text)

    def passage_at(self, source_id: str, offset: int) -> Passage:
        """The passage of a source that holds ``offset`` of its text, else the one before it.

        Raises:
            KeyError: the version has no passage of that source.
        """
        rows = self.passages.rows_of(source_id)
        if not rows:
            raise KeyError(source_id)
        behind = bisect_right(rows, offset, key=lambda row: self.passages[row].start)
        return self.passages[rows[max(behind - 1, 0)]]

    def allowed(self, only: Only | None) -> NDArray[np.int_] | None:
        """The rows that ``only`` keeps, ascending; None where that is every row."""
        import numpy as np

        if only is None:
            return None
        if isinstance(only, PassageFilter):
            mask = self._kept.get(only)
            if mask is None:
                mask = self.passages.owned_by(lambda key: only.matches(self.sources[key]))
                if len(self._kept) >= KEPT_FILTERS:
                    self._kept.clear()
                self._kept[only] = mask
        else:
            mask = np.fromiter(map(only, self.passages), dtype=bool, count=len(self.passages))
        return None if mask.all() else np.flatnonzero(mask)


def load_view(
    store: Store, version: int, *, exact_up_to: int = EXACT_UP_TO, cache: Path | None = None
) -> IndexView:
    """Reads a finished version.

    Args:
        store: an open Chroma.
        version: its number.
        exact_up_to: with more passages than this, Chroma searches.
        cache: folder where what is derived from a large version is kept; None keeps nothing.

    Raises:
        GoneError: it has been deleted, or is just being.
        StoreError: Chroma failed.
    """
    collection = store.passages(version)
    identity = store.identity(version)
    kept = Cache(cache, store, version, collection.id) if cache else None
    derived, sources, facts = (kept and _opened(kept)) or _read(
        store, version, collection, identity, kept
    )
    if any(key not in sources for key in derived.passages.source_ids):
        raise GoneError(f"Der Stand {version} in {store.place} ist nicht mehr vollständig.")
    exact = len(derived.passages) <= exact_up_to
    return IndexView(version, identity, sources, facts, collection, derived, exact)


_Parts = tuple[Derived, Mapping[str, Source], Mapping[str, SourceFacts]]


def _opened(kept: Cache) -> _Parts | None:
    """What is kept of a version. Chroma isn't asked: to count, it would load all vectors."""
    opened = kept.open()
    return opened and (*opened, KnownFacts(opened[1].facts, opened[1]))


def _read(
    store: Store, version: int, collection: Records, identity: IndexIdentity, kept: Cache | None
) -> _Parts:
    """A version as Chroma holds it; what is derived of it is kept where that is wished for."""
    records = store.indexed(version)
    sources = {key: record.source for key, record in records.items()}
    contents = Contents.read(collection, sources, identity.dimension)
    large = len(contents.passages) >= CACHED_FROM
    derived, table = kept.keep(contents, records) if kept and large else (contents.derived(), None)
    if table is not None:
        return derived, table, KnownFacts(table.facts, table)
    facts = {key: record.facts for key, record in records.items()}
    return derived, sources, KnownFacts(facts, sources)
