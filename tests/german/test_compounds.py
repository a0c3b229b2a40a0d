"""Compounds, and what is far too long to be one."""

from __future__ import annotations

from bot.german.compounds import MAX_WORD, CompoundSplitter

PASSAGES = ["vertrieb leiter gehalt"] * 2


def test_a_word_of_known_parts_is_split() -> None:
    splitter = CompoundSplitter.from_texts(PASSAGES)
    assert splitter.parts("vertriebsleitergehalt") == ("vertrieb", "leiter", "gehalt")


def test_a_word_without_end_is_not_tried() -> None:
    splitter = CompoundSplitter.from_texts(PASSAGES)
    for word in ("leiter" * 400, "ü" * 64_000):
        assert splitter.parts(word) == ()
    assert splitter.parts.cache_info().currsize == 2  # none of their parts either
    longest = ("leiter" * MAX_WORD)[: MAX_WORD - MAX_WORD % 6]
    assert set(splitter.parts(longest)) == {"leiter"}
