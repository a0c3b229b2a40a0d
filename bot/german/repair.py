"""Misspelt words of a question, put right against the corpus's own vocabulary.

A word that the corpus uses in any form is never touched; nor is one that is a real word of
its own, which would turn a question about another subject into one about ours ("Richter"
is no misspelt "richtet").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.german.vocabulary import WORD, Vocabulary
from bot.german.words import STOP_WORDS, words

MIN_LENGTH = 5
LONG = 8
"""From this length on two errors are put right, below it one."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A question after repair, and what was changed: pairs of typed and meant words."""

    text: str
    changes: tuple[tuple[str, str], ...]


class QuestionRepair:
    """Repairs questions by a vocabulary.

    Args:
        vocabulary: the corpus's words, to which misspelt ones are led back.
        phrases: names of several words ("Key Account Manager") that are recognised even when
            each word is misspelt.
        knows: whether the corpus knows a folded word, perhaps as a compound.
        is_real: whether a written word exists in the language, whatever the corpus says.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        phrases: Iterable[str],
        knows: Callable[[str], bool],
        is_real: Callable[[str], bool],
    ) -> None:
        self._vocabulary = vocabulary
        self._targets = [
            word for word in vocabulary if len(word) >= MIN_LENGTH - 1 and word not in STOP_WORDS
        ]
        self._phrases = sorted((phrase.split() for phrase in phrases), key=len, reverse=True)
        self._knows = knows
        self._is_real = is_real

    def __call__(self, question: str) -> Repair:
        """The question with its misspelt words replaced; everything else stays as typed."""
        spans = [(m.start(), m.end()) for m in WORD.finditer(question)]
        typed = [question[start:end] for start, end in spans]
        meant = self._phrase_words(typed)
        mixed_case = any(word[:1].islower() for word in typed)
        for position, word in enumerate(typed):
            if position not in meant:
                better = self._better(word, noun=mixed_case and position > 0 and word.istitle())
                if better:
                    meant[position] = better
        parts, end = [], 0
        for position, (start, stop) in enumerate(spans):
            parts += [question[end:start], meant.get(position, typed[position])]
            end = stop
        changes = tuple((typed[i], meant[i]) for i in sorted(meant))
        return Repair("".join([*parts, question[end:]]), changes)

    def _phrase_words(self, typed: Sequence[str]) -> dict[int, str]:
        """Words of misspelt names: each at most one error off, and at least one of them."""
        meant: dict[int, str] = {}
        for phrase in self._phrases:
            for start in range(len(typed) - len(phrase) + 1):
                window = range(start, start + len(phrase))
                if len(phrase) < 2 or any(i in meant for i in window):
                    continue
                pairs = [(typed[i].lower(), phrase[i - start].lower()) for i in window]
                if not all(_close(word, name) for word, name in pairs):
                    continue
                for i, (word, name) in zip(window, pairs, strict=True):
                    if not word.startswith(name):
                        meant[i] = phrase[i - start]
        return meant

    def _better(self, written: str, *, noun: bool) -> str | None:
        word = words(written)
        folded = word[0] if word else ""
        if (
            len(folded) < MIN_LENGTH
            or folded in STOP_WORDS
            or self._knows(folded)
            or self._is_real(written)
            or self._is_real(written.capitalize())
        ):
            return None
        errors = 2 if len(folded) >= LONG else 1
        found = process.extract(
            folded, self._targets, scorer=OSA.distance, score_cutoff=errors, limit=20
        )
        fitting = [
            (distance, -self._vocabulary.count(target), target)
            for target, distance, _ in found
            if not noun or self._vocabulary.written(target)[:1].isupper()
        ]
        return self._vocabulary.written(min(fitting)[2]) if fitting else None


def _close(word: str, name: str) -> bool:
    if word == name or (word.startswith(name) and len(word) - len(name) <= 2):
        return True
    return len(name) >= MIN_LENGTH and OSA.distance(word, name, score_cutoff=1) <= 1
