"""A part of a version is what an index of those sources alone would be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.domain import Section, Source
from bot.index.part import part_of
from bot.index.search import search
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.passages import cut
from tests.index.hashing import HashEncoder

ENCODER = HashEncoder()


def _source(number: int) -> Source:
    words = " ".join(
        f"Wort{number}{i} steht in der Quellensammlung {number} unter Brotbackmaschinenhersteller."
        for i in range(12)
    )
    return Source(
        id=f"s{number}",
        title=f"Quelle {number}",
        text=words,
        sections=(Section(("Abschnitt",), 0, len(words)),),
    )


def _view(*numbers: int) -> IndexView:
    sources = {f"s{n}": _source(n) for n in numbers}
    passages = [
        passage
        for key in sorted(sources)
        for passage in cut(sources[key], ENCODER.count_tokens, ENCODER.max_tokens)
    ]
    identity = IndexIdentity.of(ENCODER.identity)
    return IndexView.in_memory(identity, sources, passages, ENCODER.encode_passages)


@pytest.mark.parametrize("kept", [(1,), (1, 3), (2, 4), ()])
def test_a_part_is_the_index_of_its_sources(kept: tuple[int, ...]) -> None:
    part, alone = part_of(_view(1, 2, 3, 4), {f"s{n}" for n in kept}), _view(*kept)
    assert part.sources == alone.sources
    assert part.passages == alone.passages
    assert part.derived.written == alone.derived.written
    assert np.array_equal(part.vectors, alone.vectors)
    assert bool(kept) == bool(len(alone.windows.vectors))
    assert np.array_equal(part.windows.vectors, alone.windows.vectors)
    assert np.array_equal(part.windows.first, alone.windows.first)
    vector = ENCODER.encode_questions(["Brot Wort31"])[0]
    assert search(part, "Brot Wort31", vector) == search(alone, "Brot Wort31", vector)


def test_all_sources_are_the_version_itself() -> None:
    view = _view(1, 2)
    assert part_of(view, {"s1", "s2", "unknown"}) is view


def test_sentences_can_be_left_out() -> None:
    view = _view(1, 2)
    part = part_of(view, {"s1"}, lambda passage: replace(passage, sentences=()))
    assert part.passages
    assert not any(passage.sentences for passage in part.passages)
    assert all(passage.sentences for passage in view.passages)
