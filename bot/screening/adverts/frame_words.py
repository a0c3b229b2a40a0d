"""How a trait is written down, and the words that all traits need."""

from __future__ import annotations

import re
from dataclasses import dataclass

PEOPLE = (
    r"(?:leute[ns]?|menschen|personen|bewerb\w+|kandidat\w+|mitarbeit\w+|kolleg\w+|frauen|männer|"
    r"jemande?n?|niemande?n?|people|persons?|applicants?|candidates?|anyone|someone|women|men)"
)
FEW = r"(?:[\w-]+ ){0,3}?"
"""Up to three words between two that belong together."""


@dataclass(frozen=True, slots=True)
class Trait:
    """How one protected trait is worded.

    Attributes:
        rule: name of the rule; its law and reason stand in ``frame_texts``.
        stems: one of them, in lower case, is part of whatever the patterns match. Looking for
            them first spares most sentences the patterns.
        groups: persons who have it, to be turned away or to be preferred.
        marks: what one has, does or wears by it: denied or excluded.
        wanted: what is demanded by it.
        asked: what of it may be asked for.
    """

    rule: str
    stems: tuple[str, ...]
    groups: re.Pattern[str]
    marks: re.Pattern[str]
    wanted: re.Pattern[str]
    asked: re.Pattern[str]


def stems(written: str) -> tuple[str, ...]:
    """Stems, separated by "|"."""
    return tuple(written.split("|"))


def words(*patterns: str) -> re.Pattern[str]:
    """Any of the patterns as whole words; "Herren-" of a compound is none."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?![\w'’]|-\w|- )", re.IGNORECASE)
