"""What a reader derives from the passages in Chroma.

Chroma is the source of truth. A small version is derived in a moment; what is derived of a large
one is kept (``bot.index.cache``) and memory-mapped from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain import Passage, Source
from bot.index.chroma import Field, Records
from bot.index.keyword import KeywordIndex, WordLists
from bot.index.pages import Pages
from bot.index.records import read_passage
from bot.index.windows import Windows, read_windows
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Derived:
    """Passages in reading order with everything that a search needs of them.

    Attributes:
        vectors: (passages, dimension).
        titles: each source's, by its id.
        ready: keyword index and pages that were kept; None to derive them when asked for.
        earlier: the words of an earlier version, so that only new passages are cut.
    """

    passages: Sequence[Passage]
    titles: Mapping[str, str]
    vectors: NDArray[np.float32]
    windows: Windows
    ready: tuple[KeywordIndex, Pages] | None = None
    earlier: tuple[Mapping[str, int], WordLists] | None = None

    @classmethod
    def read(
        cls, collection: Records, sources: Mapping[str, Source], dimension: int
    ) -> Derived | None:
        """Reads all passages out of Chroma; None where there are none.

        Raises:
            StoreError: Chroma failed, or doesn't hold what it says.
        """
        import numpy as np

        passages: list[Passage] = []
        vectors: list[NDArray[np.float32]] = []
        windows: list[NDArray[np.float16]] = []
        include: list[Field] = ["documents", "metadatas", "embeddings"]
        for page in collection.pages(include):
            passages += map(read_passage, page["ids"], page["documents"], page["metadatas"])
            vectors.append(np.asarray(page["embeddings"], dtype=np.float32))
            windows += [read_windows(about, dimension) for about in page["metadatas"]]
        if not passages:
            return None
        order = sorted(
            range(len(passages)), key=lambda i: (passages[i].source_id, passages[i].start)
        )
        return cls(
            passages=tuple(passages[i] for i in order),
            titles={key: source.title for key, source in sources.items()},
            vectors=np.concatenate(vectors)[order],
            windows=Windows.of([windows[i] for i in order], dimension),
        )

    @cached_property
    def keywords(self) -> KeywordIndex:
        """The keyword index, made when it is first asked for."""
        if self.ready is not None:
            return self.ready[0]
        return KeywordIndex.from_lists(self._word_lists())

    @cached_property
    def pages(self) -> Pages:
        """The passages' pages."""
        return Pages.of(self.passages, self.vectors) if self.ready is None else self.ready[1]

    def _word_lists(self) -> WordLists:
        rows, lists = self.earlier or ({}, None)

        def searched(passage: Passage) -> str | NDArray[np.int32]:
            row = rows.get(passage.id)
            if row is not None and lists is not None:
                return lists.of_passage(row)
            title = self.titles.get(passage.source_id, "")
            return embedded_text(title, passage.heading_path, passage.text)

        return WordLists.of(map(searched, self.passages), lists.words if lists else ())
