"""Which words of a sentence belong to which of its amounts.

"Junior 45.000, Senior 70.000": words stand before their amount. "45.000 für Junioren und 70.000
für Senioren": behind it. Between two amounts a clause boundary divides; what stays unclaimed goes
to the amount that has nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.knowledge.facts.patterns import german


class Placed(Protocol):
    """Anything that stands at ``start`` to ``end`` of a text."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends."""


_Thing = TypeVar("_Thing", bound=Placed)

_STRONG = re.compile(
    r";|\s[–—|]\s|,?\s+(?:während|wohingegen|dagegen|hingegen|aber|doch|jedoch|wogegen|sondern)\b|"
    r"\)\s*,|:(?=\s)|\.\s"
)
_COMMA = re.compile(",")
_JOINING = german(r"\s+(?:und|sowie|bzw\.|beziehungsweise|oder|bis(?! zu)|dann|später)\b")
_CHANGES = german(
    r"\b(?:später|danach|dann|steig\w*|wächst|wachsen|mit der zeit|erreich\w*|klettert|erhöht|"
    r"nach \w+ (?:bis \w+ )?jahren|mit (?:wachsender|zunehmender|steigender)|im laufe|langfristig|"
    r"auf|spitz\w*|in der spitze|maximal|insgesamt|durchschnitt\w*|im schnitt|im mittel|median\w*|"
    r"spannweite|spanne|üblich|schnell|bis zu)\b"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Stretches of a sentence around one amount.

    Attributes:
        pre, post: from the clause boundary up to the amount, and from it to the next boundary.
        gap: everything between the amount before it (or the sentence's start) and this one.
        changes: the words before it speak of a later or another state than the amount before.
    """

    pre: tuple[int, int]
    post: tuple[int, int]
    gap: tuple[int, int]
    changes: bool


def scopes(text: str, spans: Sequence[tuple[int, int]]) -> list[Scope]:
    """The scope of every amount of a sentence; ``spans`` are where the amounts stand."""
    gaps = []
    position = 0
    for start, end in spans:
        gaps.append((position, start))
        position = end
    gaps.append((position, len(text)))
    cuts = [gaps[0][0]]
    cuts += [_boundary(text, left, right) for left, right in gaps[1:-1]]
    cuts.append(len(text))
    return [
        Scope(
            pre=(cuts[i], start),
            post=(end, cuts[i + 1]),
            gap=gaps[i],
            changes=i > 0 and bool(_CHANGES.search(text, *gaps[i])),
        )
        for i, (start, end) in enumerate(spans)
    ]


def assigned(
    things: Sequence[_Thing], found: Sequence[Scope], *, carry_over_changes: bool
) -> list[list[_Thing]]:
    """For every amount the things said of it, in order.

    What stands before an amount in its clause wins over what stands behind it, that over what
    stands unclaimed before its clause, and that over what the amount before it has. Over words
    of change ("später", "steigt auf") things are carried only where ``carry_over_changes``.
    """
    result: list[list[_Thing]] = []
    claimed: set[int] = set()
    for scope in found:
        own: list[_Thing] = []
        for stretch in (scope.pre, scope.post, scope.gap):
            inside = [t for t in things if _inside(t, stretch) and id(t) not in claimed]
            if inside:
                own = inside
                break
        if not own and result and (carry_over_changes or not scope.changes):
            own = result[-1]
        claimed.update(id(thing) for thing in own)
        result.append(own)
    if len(found) == 1:
        return [list(things) if not result[0] else result[0]]
    return result


def _boundary(text: str, left: int, right: int) -> int:
    """Where what belongs to the amount on the left ends, and what belongs to the next starts."""
    strong = list(_STRONG.finditer(text, left, right))
    if strong:
        return strong[0].start()
    for pattern in (_COMMA, _JOINING):
        weak = list(pattern.finditer(text, left, right))
        if weak:
            return weak[-1].start()
    return left


def _inside(thing: Placed, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= thing.start and thing.end <= stretch[1]
