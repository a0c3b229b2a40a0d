"""A part of a version: some of its sources, searched as if there were no others.

Which words a corpus knows, how rare they are and what a compound may be made of all depend on
what else is there. A part is derived anew from the passages it has, so that an answer from it is
the answer of an index that holds nothing else; only vectors are taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain import Passage
from bot.index.derived import Contents
from bot.index.keyword import ranges
from bot.index.table import PassageTable
from bot.index.view import IndexView
from bot.index.windows import Windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def part_of(
    view: IndexView,
    source_ids: Collection[str],
    reduced: Callable[[Passage], Passage] | None = None,
) -> IndexView:
    """The version with some of its sources; itself where these are all of them.

    Args:
        view: the whole version.
        source_ids: which sources; ids that the version doesn't have are passed over.
        reduced: gives a passage without the sentences that aren't to be quoted.
    """
    import numpy as np

    kept = {key: view.sources[key] for key in sorted(source_ids) if key in view.sources}
    if len(kept) == len(view.sources) and reduced is None:
        return view
    rows = np.concatenate(
        [np.zeros(0, dtype=int), *(np.asarray(view.passages.rows_of(key)) for key in sorted(kept))]
    ).astype(int)
    rows.sort()
    passages = [view.passages[int(row)] for row in rows]
    contents = Contents(
        PassageTable.of(map(reduced, passages) if reduced else passages),
        {key: source.title for key, source in kept.items()},
        vectors=np.asarray(view.vectors[rows], dtype=np.float32),
        windows=_windows(view.windows, rows),
    )
    facts = {key: view.facts[key] for key in kept if key in view.facts}
    return replace(view, sources=kept, facts=facts, derived=contents.derived(), exact=True)


def _windows(windows: Windows, rows: NDArray[np.int_]) -> Windows:
    import numpy as np

    sizes = windows.first[rows + 1] - windows.first[rows]
    first = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.int64)
    return Windows(np.asarray(windows.vectors[ranges(windows.first[rows], sizes)]), first)
