"""What a reader derives from the passages in Chroma.

Chroma is the source of truth. A small version is derived in a moment; what is derived of a large
one is kept (``bot.index.cache``) and memory-mapped from then on.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain import Passage, Source
from bot.german import written_words
from bot.index.chroma import Field, Records
from bot.index.duplicates import Fingerprint, twins
from bot.index.keyword import KeywordIndex, WordLists
from bot.index.pages import Pages
from bot.index.records import read_fingerprint, read_passage
from bot.index.table import PassageTable, key_of
from bot.index.windows import Windows, read_windows
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Words:
    """The words of a version.

    Attributes:
        keywords: the keyword index.
        written: how often each word is written in which way, titles and headings included.
    """

    keywords: KeywordIndex
    written: Mapping[str, int]


@dataclass(frozen=True)
class Derived:
    """Everything that a search needs of a version, ready to be used.

    Attributes:
        passages: in reading order.
        titles: each source's, by its id.
        vectors: (passages, dimension).
        windows: the passages' windows.
        pages: the passages' pages.
        twins: (passages,), for each the first that says the same, mostly itself.
        read_words: gives the words. Of a version with a classification they are needed only by
            who searches all of it, and take as much memory as all else together.
    """

    passages: PassageTable
    titles: Mapping[str, str]
    vectors: NDArray[np.float32]
    windows: Windows
    pages: Pages
    twins: NDArray[np.int32]
    read_words: Callable[[], Words] = field(repr=False)

    @functools.cached_property
    def words(self) -> Words:
        """The words, read once."""
        return self.read_words()

    @property
    def keywords(self) -> KeywordIndex:
        """The keyword index."""
        return self.words.keywords

    @property
    def written(self) -> Mapping[str, int]:
        """How often each word is written in which way, titles and headings included."""
        return self.words.written


@dataclass(frozen=True)
class Contents:
    """What is derived from: passages in reading order with their vectors and fingerprints.

    Attributes:
        passages, titles, vectors, windows: as in ``Derived``.
        fingerprints: one a passage; made from the passages where it isn't given.
        earlier: the words of an earlier version and, by ``key_of`` its passages' ids, their rows;
            they aren't cut again.
    """

    passages: PassageTable
    titles: Mapping[str, str]
    vectors: NDArray[np.float32]
    windows: Windows
    fingerprints: tuple[Fingerprint, ...] | None = None
    earlier: tuple[Mapping[int, int], WordLists] | None = None

    @classmethod
    def read(cls, collection: Records, sources: Mapping[str, Source], dimension: int) -> Contents:
        """Reads all passages out of Chroma.

        Raises:
            StoreError: Chroma failed, or doesn't hold what it says.
        """
        import numpy as np

        passages: list[Passage] = []
        fingerprints: list[Fingerprint] = []
        vectors: list[NDArray[np.float32]] = []
        windows: list[NDArray[np.float16]] = []
        include: list[Field] = ["documents", "metadatas", "embeddings"]
        for page in collection.pages(include):
            passages += map(read_passage, page["ids"], page["documents"], page["metadatas"])
            fingerprints += map(read_fingerprint, page["metadatas"])
            vectors.append(np.asarray(page["embeddings"], dtype=np.float32))
            windows += [read_windows(about, dimension) for about in page["metadatas"]]
        order = sorted(
            range(len(passages)), key=lambda i: (passages[i].source_id, passages[i].start)
        )
        return cls(
            passages=PassageTable.of(passages[i] for i in order),
            titles={key: source.title for key, source in sources.items()},
            vectors=np.concatenate([np.zeros((0, dimension), np.float32), *vectors])[order],
            windows=Windows.of([windows[i] for i in order], dimension),
            fingerprints=tuple(fingerprints[i] for i in order),
        )

    def derived(self) -> Derived:
        """Counts, compares and averages all of it."""
        fingerprints = self.fingerprints or tuple(map(Fingerprint.of, self.passages))
        words = Words(
            KeywordIndex.from_lists(self._word_lists()),
            written_words(map(self.searched_text, self.passages)),
        )
        return Derived(
            self.passages,
            self.titles,
            self.vectors,
            self.windows,
            pages=Pages.of(self.passages, self.vectors),
            twins=twins(self.passages, fingerprints, self.titles),
            read_words=lambda: words,
        )

    def searched_text(self, passage: Passage) -> str:
        """Title, headings and body, as the encoder saw them."""
        title = self.titles.get(passage.source_id, "")
        return embedded_text(title, passage.heading_path, passage.text)

    def _word_lists(self) -> WordLists:
        rows, lists = self.earlier or ({}, None)

        def searched(passage: Passage) -> str | NDArray[np.int32]:
            row = rows.get(key_of(passage.id))
            if row is not None and lists is not None:
                return lists.of_passage(row)
            return self.searched_text(passage)

        return WordLists.of(map(searched, self.passages), lists.words if lists else ())
