"""Questions spoilt the way people type them: the definitions behind ``eval --perturb``."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

PERTURBATIONS = ("umlauts", "ae", "lower", "typos", "typos-any")

LONGER_WORD = re.compile(r"[^\W\d_]{5,}")
"""What gets a typo: runs of at least five letters, the parts of "E-Mail-Adresse" each."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyzäöü"
_LOST = str.maketrans(dict(zip("äöüÄÖÜ", "aouAOU", strict=True)) | {"ß": "ss"})
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


def perturbed(questions: Sequence[str], kind: str, seed: int = 0) -> list[str]:
    """``questions`` with one kind of error, the same for the same seed.

    Args:
        questions: as asked.
        kind: "umlauts" loses them (ä to a, ß to ss), "ae" spells them out (ä to ae, ß to ss),
            "lower" loses capitals; "typos" puts one error into every word of five letters or
            more (a letter inserted, dropped, replaced or swapped with the next, at random),
            never at its first letter, "typos-any" at any letter.
        seed: another seed, other typos. A question's typos don't depend on its neighbours.

    Raises:
        ValueError: an unknown kind.
    """
    if kind not in PERTURBATIONS:
        raise ValueError(f"unknown perturbation {kind!r}, known are {', '.join(PERTURBATIONS)}")
    if kind == "umlauts":
        return [question.translate(_LOST) for question in questions]
    if kind == "ae":
        return [question.translate(_SPELT_OUT) for question in questions]
    if kind == "lower":
        return [question.lower() for question in questions]
    first = 0 if kind == "typos-any" else 1
    return [_mistyped(question, first, seed) for question in questions]


def _mistyped(question: str, first: int, seed: int) -> str:
    chance = random.Random(f"{seed}:{question}")
    return LONGER_WORD.sub(lambda match: _with_typo(match.group(), first, chance), question)


def _with_typo(word: str, first: int, chance: random.Random) -> str:
    """``word`` after one error at letter ``first`` or later, never unchanged but for case."""
    while True:
        changed = _edited(word, first, chance)
        if changed.lower() != word.lower():
            return changed


def _edited(word: str, first: int, chance: random.Random) -> str:
    kind = chance.choice(("insert", "drop", "swap", "replace"))
    if kind == "insert":
        place = chance.randint(first, len(word))
        return word[:place] + chance.choice(_ALPHABET) + word[place:]
    if kind == "swap":
        place = chance.randint(first, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    place = chance.randint(first, len(word) - 1)
    letter = chance.choice(_ALPHABET) if kind == "replace" else ""
    return word[:place] + letter + word[place + 1 :]
