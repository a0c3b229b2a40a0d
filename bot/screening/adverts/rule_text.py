"""The law that a rule's finding names, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screening.adverts import laws
from bot.screening.adverts.finding import Certainty
from bot.screening.adverts.laws import LawSource

_BASE = (laws.AGG_1, laws.AGG_3, laws.AGG_7, laws.AGG_11)


@dataclass(frozen=True, slots=True)
class Law:
    """What a finding touches: as one line, and where it can be read."""

    line: str
    sources: tuple[LawSource, ...]
    traits: frozenset[str] = frozenset()
    """Protected traits of § 1 AGG that it names, where a rule reads one."""

    def shares_trait_with(self, other: Law) -> bool:
        """Whether both protect the same trait."""
        return bool(self.traits & other.traits)


def _of(*traits: str) -> frozenset[str]:
    return frozenset(traits)


AGE = Law("§§ 1, 3, 7, 11 AGG (Alter)", (*_BASE, laws.AGG_8, laws.AGG_10), _of("age"))
ORIGIN = Law("§§ 1, 3, 7, 11 AGG (ethnische Herkunft)", (*_BASE, laws.AGG_8), _of("origin"))
SEX = Law("§§ 1, 3, 7, 11 AGG (Geschlecht)", (*_BASE, laws.AGG_8), _of("sex"))
TITLE = Law(
    "§§ 1, 3, 7, 11 AGG (Geschlecht); Art. 5 Abs. 3 der Richtlinie (EU) 2023/970",
    (*_BASE, laws.DIRECTIVE_5_3, laws.DIRECTIVE_34),
    _of("sex"),
)
IDENTITY = Law("§§ 1, 3, 7, 11 AGG (sexuelle Identität)", (*_BASE, laws.AGG_8), _of("identity"))
IDENTITY_OR_SEX = Law(
    "§§ 1, 3, 7, 11 AGG (sexuelle Identität oder Geschlecht)",
    (*_BASE, laws.AGG_8),
    _of("identity"),
)
DISABILITY = Law("§§ 1, 3, 7, 11 AGG (Behinderung)", (*_BASE, laws.AGG_8), _of("disability"))
RELIGION = Law(
    "§§ 1, 3, 7, 8, 9, 11 AGG (Religion oder Weltanschauung)",
    (*_BASE, laws.AGG_8, laws.AGG_9),
    _of("religion"),
)
LOOKS = Law(
    "§§ 1, 3, 7, 11 AGG (je nach Fall Herkunft, Alter, Geschlecht oder Behinderung)",
    (*_BASE, laws.AGG_8),
    _of("origin", "age", "sex", "disability"),
)
ASKED = Law(
    "§§ 1, 7, 22 AGG",
    (laws.AGG_1, laws.AGG_7, laws.AGG_22),
    _of("origin", "age", "sex", "disability", "religion", "identity"),
)
_TERM = "(umzusetzen bis 7. Juni 2026; geltendes nationales Recht bitte prüfen)"
PAY = Law(
    f"Art. 5 Abs. 1 der Richtlinie (EU) 2023/970 {_TERM}",
    (laws.DIRECTIVE_5_1, laws.DIRECTIVE_34),
)
PAY_HISTORY = Law(
    f"Art. 5 Abs. 2 der Richtlinie (EU) 2023/970 {_TERM}",
    (laws.DIRECTIVE_5_2, laws.DIRECTIVE_34),
)


@dataclass(frozen=True, slots=True)
class RuleText:
    """Law, certainty, reason and suggestion of one rule."""

    law: Law
    certainty: Certainty
    reason: str
    suggestion: str
