"""A sentence as folded tokens that know where they stand, so that rules see one spelling.

Patterns run over ``Aligned.folded``: every token folded, a blank between two of them, so
"Größe," is "grosse ," there and a lost umlaut makes no difference. What they match is led back
to the sentence's own words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.german import fold, words

_TOKEN = re.compile(
    r"\((?:[mwdfxg*]\s*[/|,]\s*){1,3}[mwdfxg*]\)|\(gn\)"
    r"|(?:z\. ?B|d\. ?h|u\. ?a|v\. ?a|i\. ?d\. ?R|o\. ?ä|bzw|ca|inkl|etc|usw|mind|ggf|evtl|"
    r"bspw|sog)\."
    r"|\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+(?:,\d+)?"
    r"|[^\W\d_]+\d*(?:[\-\u2010\u2011’'][^\W\d_]+)*(?:[:*_·][Ii]n(?:nen)?\b|/-?in(?:nen)?\b|"
    r"\(in(?:nen)?\))?-?"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: ``text[start:end]`` of the sentence.

    ``at`` is where it starts in ``Aligned.folded``.
    """

    text: str
    folded: str
    start: int
    end: int
    at: int

    @property
    def is_noun(self) -> bool:
        """Whether it is written like a noun; a sentence's first word always looks so."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Aligned:
    """The tokens of ``text``."""

    text: str
    tokens: tuple[Token, ...] = field(init=False)
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        tokens: list[Token] = []
        at = 0
        for match in _TOKEN.finditer(self.text):
            folded = _folded(match.group())
            if folded:
                tokens.append(Token(match.group(), folded, match.start(), match.end(), at))
                at += len(folded) + 1
        object.__setattr__(self, "tokens", tuple(tokens))
        object.__setattr__(self, "folded", " ".join(token.folded for token in tokens))

    def covered(self, start: int, end: int) -> range:
        """Indices of the tokens that ``folded[start:end]`` touches."""
        inside = [
            i for i, t in enumerate(self.tokens) if t.at < end and start < t.at + len(t.folded)
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def words_of(self, indices: Iterable[int]) -> str:
        """The text from the first to the last of these tokens."""
        chosen = list(indices)
        if not chosen:
            return ""
        return self.text[self.tokens[chosen[0]].start : self.tokens[chosen[-1]].end]


def _folded(token: str) -> str:
    if not any(c.isalnum() for c in token):
        return {"–": "-", "—": "-", "‒": "-", "“": '"', "„": '"', "”": '"', "»": '"', "«": '"'}.get(
            token, token
        )
    if token[0] == "(":
        return ""
    if "." in token and not token[0].isdigit():
        return re.sub(r"\W", "", fold(token))
    return "-".join(words(token)) + ("-" if token.endswith("-") else "")


@functools.lru_cache(maxsize=4_000)
def aligned(text: str) -> Aligned:
    """``Aligned(text)``; the readers of all kinds of facts look at the same sentences."""
    return Aligned(text)
