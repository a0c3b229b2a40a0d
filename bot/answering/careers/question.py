"""What a question wants to know of careers: whether it asks of one at all, and of which part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.dialogue import Question
from bot.knowledge.topics import folded_phrase, is_bare

_UP = re.compile(
    r"\bnach(?:m| dem| der| einem| einer)?\b|danach|aufst\w+|wohin|\bnachste\w*|\bweiter\b|"
    r"beforder\w*|\bcomes?\b.*\bafter\b|\bafter\b|\bnext\b|perspektive\w*|aufstiegs\w*|"
    r"weiterentwick\w*|\bpromot\w*|karriere(?:moglichkeit|chance|schritt)\w*"
)
_TO = re.compile(
    r"\b(?:wird|werde|werden) (?:man|ich|sie|jemand)\b|\bwerden\b|\bwird\b|\bbecome\b|"
    r"\bquereinst\w*|\beinst(?:ieg|eigen)\w*|\b(?:weg|zum|zur) \w+"
)
_MOVES = re.compile(
    r"\baufst\w+|\bwerden\b|\bwird man\b|\bwerde ich\b|\bbecome\b|\bgrow\w*\b.*\binto\b|"
    r"\bdevelop\w*\b.*\binto\b|\bpromot\w*|\bbeforder\w*|\bkarriere\w*|\bcareer\w*|"
    r"\bquereinst\w*|\b\w*einst(?:ieg|eigen)\w*|\bwechsel\w*|\bnach(?:m| dem)\b|\bafter\b|"
    r"\b(?:weg|vom|from)\b.*\b(?:zum|zur|to)\b|\bstufe\w*|\bwohin\b|\bweiter\b|\bnext\b|"
    r"\blaufbahn\w*|\bperspektive\w*|\bentwick\w*"
)
# Only where the next step leads; "Perspektiven" may be told in other sentences as well.
_ONWARD = re.compile(
    r"\bnach(?:m| dem| der| einem| einer)?\b|danach|aufst\w+|wohin|\bnachste\w* (?:schritt|stufe)|"
    r"beforder\w*|\bcomes?\b.*\bafter\b|\bafter\b|\bnext\b|aufstiegs\w*|\bpromot\w*"
)
_HOW_LONG = re.compile(r"\bwie lange?\b|\bdauer\w*|\bhow long\b|\bwie viele jahre\b")

# Words that ask for a career as a whole; narrower ones ("Entwicklungsschritte", "Mentoring")
# are looked for in the sentences instead.
_GENERAL = re.compile(
    r"karriere\w*|aufst\w+|beforder\w*|laufbahn\w*|werdegang\w*|weiterentwick\w*|perspektive\w*|"
    r"aufstiegs\w*|quereinst\w*|\w*einstieg|einsteigen|dauer\w*|weg\w*|werden?|stufen?|schritt\w*|"
    r"weiter|nachm|wohin|career\w*|become\w*|comes?|after|next|promot\w*|path|take|long|"
    r"junior|senior|lead|bleib\w*|brauch\w*|braucht|get|job|beruf\w*|optionen|moglichkeit\w*|stations?|stationen"
)

Direction = Literal["to", "up", "between", "around"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the ladder is asked for: ``subject`` upwards, to it, or on to ``other``."""

    direction: Direction
    subject: str
    other: str | None = None


def speaks_of_career(question: Question) -> bool:
    """Whether a question asks how somebody moves to a role or on from it."""
    return bool(_MOVES.search(folded_phrase(question.standalone)))


def asks_how_long(question: Question) -> bool:
    """Whether the years that a career takes are asked for."""
    return question.kind == "how_long" or bool(_HOW_LONG.search(folded_phrase(question.standalone)))


def asks_where_to(question: Question) -> str | None:
    """The id of the one role that a question asks the next step of, as such; else None."""
    asked = asked_of(question)
    if asked is None or asked.direction != "up" or question.intent != "career":
        return None
    how_long = asks_how_long(question)
    onward = not how_long and _ONWARD.search(folded_phrase(question.standalone))
    return asked.subject if onward and asks_in_general(question, how_long) else None


def asks_in_general(question: Question, how_long: bool) -> bool:
    """Whether a question asks for the career as such."""
    if question.country or question.year or question.branch or question.unknown_roles:
        return False
    if question.kind not in {"open", "how_long"} or (question.wants_figure and not how_long):
        return False
    return all(is_bare(word) or _GENERAL.fullmatch(word) for word in question.focus)


def asked_of(question: Question) -> Asked | None:
    """The part of the ladder that a question asks for; None where it names no role."""
    roles = question.roles
    if not roles:
        return None
    first = roles[0]
    if len(roles) > 1:
        return Asked("between", first, roles[1])
    if question.seniority:
        first = f"{question.seniority}-{first}"
    phrase = folded_phrase(question.standalone)
    up, to = _UP.search(phrase), _TO.search(phrase)
    if _HOW_LONG.search(phrase) and not to:
        return Asked("up", first)
    if up and not to:
        return Asked("up", first)
    return Asked("to" if to and not up else "around", first)
