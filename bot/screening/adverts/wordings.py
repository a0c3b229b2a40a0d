"""All rules on wordings, in their order."""

from __future__ import annotations

from bot.screening.adverts.ability import ABILITY
from bot.screening.adverts.age import AGE
from bot.screening.adverts.asked import ASKED, BELIEF
from bot.screening.adverts.finding import Rule
from bot.screening.adverts.origin import ORIGIN
from bot.screening.adverts.sex import SEX

WORDINGS: tuple[Rule, ...] = (*AGE, *ORIGIN, *SEX, *ABILITY, *BELIEF, *ASKED)
"""In the order in which they are tried: of two that overlap, the first one counts."""
