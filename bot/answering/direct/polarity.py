"""What a sentence says to a question of yes or no, by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.answering.asked import AskedWord
from bot.dialogue import Question
from bot.german import fold, stem, words

Asking = Literal["need", "allowed", "possible", "fact"]
Polarity = Literal[
    "yes", "often", "no", "often_not", "not_compulsory", "weak", "not_freely", "unclear"
]

_NEED = re.compile(
    r"\b(?:muss\w*|mussen|brauch\w*|benotig\w*|notig|notwendig|pflicht|zwingend|erforderlich|"
    r"verlang\w*|voraussetzung\w*|wichtig|need|needs|must|required?|necessary|have to)\b"
)
_ALLOWED = re.compile(r"\b(?:darf|durfen|may|allowed|erlaubt)\b")
_POSSIBLE = re.compile(r"\b(?:kann|konnen|konnte\w*|can|could|moglich|chancen?|werden)\b")
_IS_POSSIBLE = re.compile(
    r"\b(?:moglich\w*|konnen?|kann|chancen?|einstieg|geeignet\w*|statt|auch|offen)\b"
)
_ASKS_TOO_MUCH = re.compile(r"\b(?:verlangt|voraussetzung\w*|erforderlich|vorteil)\b")
_NOT_COMPULSORY = re.compile(
    r"\b(?:keine (?:pflicht|voraussetzung|bedingung)|kein (?:muss|zwang)|"
    r"nicht (?:\w+ )?(?:zwingend|notig|notwendig|erforderlich|unbedingt|vorgeschrieben|pflicht)|"
    r"(?:langst |bei weitem )?nicht (?:alle|jede\w*|immer)|auch ohne|entbehrlich)\b"
)
# What only some have, or what has an alternative, isn't a must.
_WEAK = re.compile(
    r"\b(?:hilfreich|von vorteil|vorteilhaft|wunschenswert|idealerweise|gern gesehen|"
    r"viele \w+ ?\w* ?\w* (?:haben|besitzen|kommen)|die meisten|"
    r"oder|beziehungsweise|manchmal|teilweise)\b"
)
# "kann verlangt werden": some demand it, and who must says "muss".
_MAY_BE_DEMANDED = re.compile(
    r"\b(?:kann|konnen|konnte\w*)\b.*"
    r"\b(?:verlangt|gefordert|vorausgesetzt|erwartet|erforderlich|notwendig|notig)\b"
)
_MUST = re.compile(
    r"\b(?:muss|mussen|musste\w*|notig|notwendig|erforderlich|unerlasslich|unverzichtbar|"
    r"zwingend|pflicht|verlangt|voraussetzung\w*)\b"
)
_OFTEN = re.compile(
    r"\b(?:oft|oftmals|haufig|meist|meistens|in der regel|typischerweise|teilweise|manchmal|"
    r"normalerweise|im allgemeinen|uberwiegend|viele|die meisten|ublicherweise)\b"
)
_NEGATION = re.compile(
    r"\b(?:nicht(?! (?:nur|allein|zuletzt))|nichts|kaum|kein\w*|nie|niemals|weder|ohne)\b"
)
_LEAVE = re.compile(r"\b(?:genehmig\w*|zustimm\w*|erlaubnis|freigabe|rucksprache|absprache)\b")
_CLAUSE = re.compile(r"[,;:]\s| [–—-] | sondern ")
_GOES_ON = re.compile(r"(?:\w+ )?(?:aber|doch|jedoch|allerdings)\b")


MIN_INSIDE = 5
"""A longer stem may also be part of a compound that the corpus doesn't split."""


def asking(question: Question) -> Asking:
    """What a question of yes or no is about: need, leave, possibility, or plain fact."""
    phrase = fold(question.standalone)
    if _ALLOWED.search(phrase):
        return "allowed"
    if _NEED.search(phrase):
        return "need"
    first = phrase.split()[0] if phrase.split() else ""
    if _POSSIBLE.fullmatch(first):
        return "possible"
    return "fact"


def polarity(sentence: str, about: Sequence[AskedWord], kind: Asking) -> Polarity:
    """What ``sentence`` says to a question about ``about``.

    Args:
        sentence: is about what is asked; whether it affirms is told by its words alone.
        about: what the question is particular about.
        kind: what the question asks of it.
    """
    folded = fold(sentence)
    own = own_clause(folded, about)
    negated = bool(_NEGATION.search(own))
    if kind == "need":
        if _NOT_COMPULSORY.search(own):
            return "not_compulsory"
        if negated:
            return "no"
        if _MAY_BE_DEMANDED.search(own) or (_WEAK.search(own) and not _MUST.search(own)):
            return "weak"
        return "often" if _OFTEN.search(own) else "yes"
    if kind == "allowed":
        if _LEAVE.search(folded):
            return "not_freely"
        return "no" if negated else "yes"
    if kind == "possible" and not negated:
        possible = _IS_POSSIBLE.search(folded) and not _ASKS_TOO_MUCH.search(folded)
        return "yes" if possible else "unclear"
    if negated:
        return "often_not" if _OFTEN.search(own) else "no"
    return "often" if _OFTEN.search(own) else "yes"


def own_clause(folded: str, about: Sequence[AskedWord]) -> str:
    """The clauses that speak of what is asked, with what limits them; else the whole sentence."""
    ways = {way for word in about for way in (*word.ways, *word.parts)}
    own: list[str] = []
    goes_on = False
    for clause in _CLAUSE.split(folded):
        goes_on = _speaks_of(clause, ways) or (goes_on and bool(_GOES_ON.match(clause)))
        if goes_on:
            own.append(clause)
    return ", ".join(own) or folded


def _speaks_of(clause: str, ways: set[str]) -> bool:
    stems = [stem(word) for word in words(clause)]
    return any(s in ways or any(way in s for way in ways if len(way) > MIN_INSIDE) for s in stems)
