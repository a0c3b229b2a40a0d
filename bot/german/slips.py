"""Ways in which a typed word departs from the meant one. Both are folded."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"(.)\1")


def is_slip(typed: str, word: str) -> bool:
    """Letters swapped, or one doubled or left single: two real words seldom differ so."""
    return sorted(typed) == sorted(word) or is_doubled(typed, word)


def is_doubled(typed: str, word: str) -> bool:
    """Whether only letters are doubled or left single."""
    return _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", word)


def lacks_vowel(typed: str, word: str) -> bool:
    """Whether a vowel within the word was left out: "Gehlt"."""
    return any(
        word[i] in "aeiou" and word[:i] + word[i + 1 :] == typed for i in range(1, len(word) - 1)
    )


def is_shortened(typed: str, word: str) -> bool:
    """Whether letters within the word were left out, none of them wrong: "untschied"."""
    letters = iter(word)
    return typed[-1] == word[-1] and all(letter in letters for letter in typed)
