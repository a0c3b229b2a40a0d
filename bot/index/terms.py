"""Fours of letters, which are counted for keyword ranking beside words."""

from __future__ import annotations

from bot.german import content_words

GRAM = 4


def grams_of(word: str) -> list[str]:
    """Fours of letters of a folded word, ``_`` at its ends: "_arb", "arbe", …, "eit_".

    They find what neither stem nor split explains: typos, unknown compounds, inflected names.
    """
    marked = f"_{word}_"
    return [marked[i : i + GRAM] for i in range(max(1, len(marked) - GRAM + 1))]


def grams(text: str) -> list[str]:
    """The fours of letters of all content words."""
    return [gram for word in content_words(text) for gram in grams_of(word)]
