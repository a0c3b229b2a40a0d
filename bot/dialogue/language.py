"""Whether a question is asked in German or English, by its function words."""

from __future__ import annotations

from typing import Literal

from bot.german import words

Language = Literal["de", "en"]

_ENGLISH = frozenset(
    """
    what how much many does do is are the which who where when why can need needs earn earns become
    becoming between difference and of for to a i you should would required salary tell me
    about skills
    """.split()
)
_GERMAN = frozenset(
    """
    was wie wieviel viel macht tut ist sind der die das dem den welche welcher welches wer wo wann
    warum kann braucht brauche verdient ein eine einen einem eines und von fur zu im ich sie man es
    muss soll mit bei als vom zum zur gibt nicht in an welchen welchem wieviele viele arbeiten
    """.split()
)


def language_of(text: str) -> Language:
    """English ("en") where English function words outnumber German ones, else German ("de")."""
    tokens = words(text)
    english = sum(token in _ENGLISH for token in tokens)
    german = sum(token in _GERMAN for token in tokens)
    return "en" if english > german else "de"
