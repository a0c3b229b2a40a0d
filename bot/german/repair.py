"""Misspelt words of a question, put right against the corpus's own vocabulary.

Everyday words of working life count as known too: a question misspells "Fortbildung" whether or
not the corpus says "Weiterbildung" for it.

A word that the corpus uses in any form is never touched; nor is one that is a real word of
its own, which would turn a question about another subject into one about ours ("Richter"
is no misspelt "richtet"). What is left must look misspelt: by letters that hardly ever stand
together in the corpus's words or are merely swapped or doubled, or by falling into more pieces
than the word it is led to.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from bot.german.compounds import LINKING, MIN_PART
from bot.german.employment import WRITTEN_TERMS
from bot.german.folding import fold
from bot.german.inflection import are_forms_of_one_word
from bot.german.letters import LetterCombinations
from bot.german.nearest import NearestWords
from bot.german.slips import is_doubled, is_shortened, is_slip, lacks_vowel
from bot.german.spelling import respelt
from bot.german.synonyms import WRITTEN_EVERYDAY
from bot.german.vocabulary import WORD, Vocabulary
from bot.german.words import QUESTION_FILLERS, WRITTEN_FUNCTION_WORDS

MIN_LENGTH = 4
SHORT = 5
"""Up to this length the first letter must be right, and both signs of a typo must be there."""
LONG = 8
"""From this length on two errors are put right, and for one error one sign is enough."""
MIN_NAME = 5
"""From this length on a word of a name may be misspelt."""
MIN_JOINED = 10
"""Letters of a name written as one word from which on two of them may be wrong."""
MIN_COUNT = 2
"""How often the corpus must use a half of a compound for it to count as a word."""

_PARTICIPLE = re.compile(r"ge(?P<root>\w{3,})t")
# Words that no German question has: its other words aren't looked up among German ones.
_ENGLISH = frozenset(
    "the what how much many does do which who where when why should would could can you we they "
    "my your our their for from with is are of and to as an get need".split()
)
MIN_ENGLISH_SHARE = 0.3
MIN_EVERYDAY = 7
"""Letters of an everyday word to which misspelt ones are led back though the corpus lacks it."""
OFTEN = 10
"""How often the corpus must use a word for a missing vowel to be sign enough."""
_EVERYDAY = MappingProxyType(
    {f: w for f, w in (WRITTEN_EVERYDAY | WRITTEN_TERMS).items() if len(f) >= MIN_EVERYDAY}
)


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
        pieces: into how many pieces a tokenizer that was made for the language cuts a written
            word; one piece is a real word, whatever the corpus says.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        phrases: Iterable[str],
        knows: Callable[[str], bool],
        pieces: Callable[[str], int],
    ) -> None:
        self._vocabulary = vocabulary
        self._phrases = sorted((phrase.split() for phrase in phrases), key=len, reverse=True)
        self._knows = knows
        self._pieces = pieces
        targets = {*vocabulary, *WRITTEN_FUNCTION_WORDS, *_EVERYDAY}
        targets = {word for word in targets if len(word) >= MIN_LENGTH - 1}
        self._nearest = NearestWords(sorted(targets))
        self._combinations = LetterCombinations(targets)
        self._meant = functools.lru_cache(maxsize=10_000)(self._look_up)

    def __call__(self, question: str) -> Repair:
        """The question with its misspelt words replaced; everything else stays as typed."""
        spans = [(m.start(), m.end()) for m in WORD.finditer(question)]
        typed = [question[start:end] for start, end in spans]
        meant = self._phrase_words(typed)
        mixed_case = any(word[:1].islower() for word in typed)
        if not _is_english(typed):
            for position, word in enumerate(typed):
                if position not in meant:
                    noun = mixed_case and position > 0 and word.istitle()
                    better = self._meant(word, noun)
                    if better:
                        small = question == question.lower()
                        meant[position] = better.lower() if small else better
        parts, end = [], 0
        for position, (start, stop) in enumerate(spans):
            parts += [question[end:start], meant.get(position, typed[position])]
            end = stop
        changes = tuple((typed[i], meant[i]) for i in sorted(meant))
        return Repair("".join([*parts, question[end:]]), changes)

    def spelt(self, text: str) -> str:
        """``text`` as an encoder should read it; see ``respelt``."""
        return respelt(text, self._vocabulary)

    def _phrase_words(self, typed: Sequence[str]) -> dict[int, str]:
        """Words of misspelt names: each at most one error off, and at least one of them."""
        meant: dict[int, str] = {}
        for phrase in self._phrases:
            joined = "".join(phrase).lower()
            for position, word in enumerate(typed):
                if len(phrase) > 1 and _is_misspelt_name(word.lower(), joined):
                    meant[position] = " ".join(phrase)
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

    def _look_up(self, written: str, noun: bool) -> str | None:
        folded = fold(written)
        pieces = self._fewest_pieces(written)
        if (
            len(folded) < MIN_LENGTH
            or pieces <= 1
            or folded in QUESTION_FILLERS
            or folded in _EVERYDAY
            or self._vocabulary.count(folded)
            or self._knows(folded)
        ):
            return None
        odd = self._combinations.are_odd(folded)
        found = [
            word
            for word in self._nearest.one_error(folded)
            if self._fits(folded, word, noun) and self._is_typo(folded, word, pieces, odd)
        ]
        if not found and len(folded) >= LONG:
            found = [
                word
                for word in self._nearest.two_errors(folded)
                if (odd or is_slip(folded, word) or is_shortened(folded, word))
                and self._fits(folded, word, noun)
                and self._falls_apart(word, pieces)
            ]
        if found:
            best = min(found, key=lambda word: self._rank(folded, word))
            return _in_case(written, self._forms(best), noun=noun)
        return self._half_meant(written, folded, pieces) if odd else None

    def _is_participle(self, folded: str) -> bool:
        """Whether it is made of a real verb: "geholt", of "hol", is no "Gehalt"."""
        match = _PARTICIPLE.fullmatch(folded)
        return match is not None and self._pieces(match["root"]) <= 1

    def _fits(self, folded: str, word: str, noun: bool) -> bool:
        if noun and not (self._vocabulary.may_be_capital(word) or self._is_everyday_noun(word)):
            return False
        if not noun and len(folded) == len(word) and self._is_participle(folded):
            return is_slip(folded, word)
        if len(folded) <= SHORT and folded[0] != word[0]:
            return False
        return not are_forms_of_one_word(folded, word)

    def _is_everyday_noun(self, word: str) -> bool:
        return not self._vocabulary.count(word) and _EVERYDAY.get(word, "")[:1].isupper()

    def _is_typo(self, folded: str, word: str, pieces: int, odd: bool) -> bool:
        odd = odd or is_slip(folded, word)
        one_sign_is_enough = len(folded) >= LONG or (
            len(folded) >= SHORT and word in WRITTEN_FUNCTION_WORDS
        )
        if odd and (one_sign_is_enough or len(folded) > SHORT):
            return True
        if is_doubled(folded, word) and folded[0] == word[0]:
            return True
        often = len(folded) >= SHORT and self._vocabulary.count(word) >= OFTEN
        if often and lacks_vowel(folded, word):
            return True
        # Two real words mostly differ by another letter ("nahmen", "nehmen"), not by one more.
        changed_length = len(folded) > SHORT and len(folded) != len(word) and folded[0] == word[0]
        if odd or one_sign_is_enough or changed_length:
            return self._falls_apart(word, pieces)
        return False

    def _falls_apart(self, word: str, pieces: int) -> bool:
        return self._fewest_pieces(self._forms(word)[0]) < pieces

    def _fewest_pieces(self, written: str) -> int:
        return min(self._pieces(written), self._pieces(written.capitalize()))

    def _forms(self, word: str) -> tuple[str, ...]:
        written = _EVERYDAY.get(word) or WRITTEN_FUNCTION_WORDS.get(word, word)
        return self._vocabulary.forms(word) or (written,)

    def _rank(self, folded: str, word: str) -> tuple[bool, bool, int, str]:
        return (
            word[0] != folded[0],
            word not in WRITTEN_FUNCTION_WORDS,
            -self._vocabulary.count(word),
            word,
        )

    def _half_meant(self, written: str, folded: str, pieces: int) -> str | None:
        """A compound one of whose halves is misspelt, next to one that the corpus knows."""
        if len(folded) != len(written):  # positions in one aren't those in the other
            return None
        found = [
            (self._vocabulary.count(known) * self._vocabulary.count(word), compound)
            for known, word, compound in self._compounds(written.lower(), folded)
            if self._fewest_pieces(compound) < pieces
        ]
        return _in_case(written, (max(found)[1],), noun=False) if found else None

    def _compounds(self, lowered: str, folded: str) -> Iterator[tuple[str, str, str]]:
        """The known half, the meant one, and the compound of both."""
        for cut in range(MIN_PART, len(folded) - MIN_PART + 1):
            head, tail = folded[:cut], folded[cut:]
            for link in LINKING:
                bare = head.removesuffix(link)
                if not head.endswith(link) or len(bare) < MIN_PART:
                    continue
                if self._is_word(bare):
                    for word in self._half(tail):
                        yield bare, word, lowered[:cut] + self._forms(word)[0].lower()
                if self._is_word(tail):
                    for word in self._half(bare):
                        yield tail, word, self._forms(word)[0].lower() + link + lowered[cut:]

    def _half(self, typed: str) -> list[str]:
        if (
            len(typed) < MIN_PART
            or self._vocabulary.count(typed)
            or self._fewest_pieces(typed) <= 1
            or not self._combinations.are_odd(typed)
        ):
            return []
        return [
            word
            for word in self._nearest.one_error(typed)
            if self._is_word(word) and not are_forms_of_one_word(typed, word)
        ]

    def _is_word(self, folded: str) -> bool:
        return (
            len(folded) >= MIN_PART
            and folded not in QUESTION_FILLERS
            and self._vocabulary.count(folded) >= MIN_COUNT
        )


def _in_case(typed: str, forms: Sequence[str], *, noun: bool) -> str:
    """The corpus's form with the capital of what was typed, where it writes it both ways."""
    if noun or typed.istitle():
        capital = next((form for form in forms if form[0].isupper()), forms[0])
        return capital[0].upper() + capital[1:]
    return forms[0]


def _is_english(typed: Sequence[str]) -> bool:
    """Whether enough words of a question are English ones that German lacks."""
    english = sum(word.lower() in _ENGLISH for word in typed)
    return english > 1 and english >= MIN_ENGLISH_SHARE * len(typed)


def _is_misspelt_name(word: str, joined: str) -> bool:
    """Whether a name of several words was typed as one, with one or two errors."""
    if word.startswith(joined) or word[:1] != joined[:1] or len(joined) < MIN_JOINED:
        return False
    return OSA.distance(word, joined, score_cutoff=2) <= 2


def _close(word: str, name: str) -> bool:
    if word == name or (word.startswith(name) and len(word) - len(name) <= 2):
        return True
    return len(name) >= MIN_NAME and OSA.distance(word, name, score_cutoff=1) <= 1
