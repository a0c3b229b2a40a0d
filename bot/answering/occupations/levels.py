"""Words before a title that tell how far somebody has come in it: "Azubi", "Junior", "Senior".

A classification knows occupations and no levels. Who asks for a "Junior Controller" or an "Azubi
Mechatronik" is told of the occupation, and that it is the occupation which is described. Whoever
leads others has another job: "Leiter Einkauf" is a title of its own and no level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.occupations import Occupations

_LEVEL = (
    r"(?:azubi(?:ne|ene)?s?|auszubildende[rnm]?|lehrlings?|lehrmädchen|werkstudent(?:in|en)?|"
    r"praktikant(?:in|en)?|volontär(?:in|s)?|referendar(?:in|s)?|trainees?|junior|senior|"
    r"angehende[rnsm]?|werdende[rnsm]?|künftige[rnsm]?|zukünftige[rnsm]?|stellvertretende[rnsm]?|"
    r"apprentice|student|intern|prospective|deputy)"
)
_JOINED = r"(?:\s+(?:als|zum|zur|für|fuer|im beruf|as an?|as)\s+|[ -])"
_MARKED = re.compile(rf"\b(?P<level>{_LEVEL}){_JOINED}(?=(?P<rest>[^\W\d_][\w-]*))", re.IGNORECASE)

_WHO_DOES = (("ik", "iker"), ("ung", "er"), ("ismus", "ist"), ("logie", "loge"))
"""Endings of a field, and of those who work in it: "Mechatronik", "Mechatroniker"."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A question without the level that it puts before a title.

    Attributes:
        text: the question then.
        level: as it was typed.
    """

    text: str
    level: str


def without_level(question: str, occupations: Occupations) -> Plain | None:
    """A question for the occupation alone; None where no level stands before a title in it.

    A field of work becomes the title of those who work in it, where an occupation is called so:
    what stands behind "Azubi" or "Praktikant" is often no title.
    """
    found = _MARKED.search(question)
    if found:
        before, after = question[: found.start()], question[found.end() :]
        rest = found["rest"]
        called = (title for title in (rest, *_workers(rest)) if occupations.id_of(title))
        return Plain(f"{before}{next(called, rest)}{after[len(rest) :]}", found["level"])
    return None


def _workers(field: str) -> Iterator[str]:
    for ending, worker in _WHO_DOES:
        if field.endswith(ending):
            yield field.removesuffix(ending) + worker
