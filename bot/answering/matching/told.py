"""What a question tells of the person who asks, apart from what it asks."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue import told_and_asked
from bot.errors import UnreadableError
from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*", re.S)
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:was|wie|wo|welche\w*|wer|passt|passe|passen|bin ich|wäre|waere|eigne|kann ich|"
    r"könnte|soll|sollte|what|which|does|do|am i|would|could|can|should|is)\b",
    re.I,
)
# "Passt das zu mir, wenn ich BWL studiert habe?"
_CLAUSE = re.compile(
    r"(?:,\s*|\b)(?:wenn|weil|da|obwohl|falls|nachdem|if|because|since|although|given that)\s+"
    r"(?P<told>(?:ich|i)\b[^?]*)",
    re.I,
)
_CLAUSE_LAST = re.compile(
    r"(?P<who>ich)\s+(?P<rest>.+)\s+(?P<verb>habe|hatte|bin|war)\W*", re.I | re.S
)
_TOGETHER = re.compile(r"(?P<who>ich (?:habe|hatte|bin|war)|i)\s+(?P<rest>.+?)[.!]*", re.I | re.S)
_AND = re.compile(r"\s*,\s*|\s+(?:und|sowie|and)\s+", re.I)
_PARTICIPLE = re.compile(r"(?:\b(?:\w*ge|be|ver|er|ent|ab)\w+(?:t|en)|\w+iert)$", re.I)
_PAST = re.compile(r"\w+ed\b|(?:led|did|ran|had|was|held|built|taught|sold|made|wrote)\b", re.I)


def asked_in(text: str) -> str:
    """The sentences of ``text`` that ask, without what they tell of the person beside it."""
    asking = (_CLAUSE.sub("", s) for s in _sentences(text) if _ASKS.search(s))
    return " ".join(s.strip() for s in asking)


def told_in(text: str) -> str:
    """What ``text`` tells of the person; empty where it only asks."""
    told: list[str] = []
    for sentence in _sentences(text):
        if not _ASKS.search(sentence):
            told += _apart(sentence)
        elif clause := _CLAUSE.search(sentence):
            told += _apart(_main_clause(clause["told"].strip()))
    return "\n".join(told)


def _main_clause(clause: str) -> str:
    """A clause as a sentence of its own: "ich BWL studiert habe"."""
    last = _CLAUSE_LAST.fullmatch(clause)
    return f"Ich {last['verb']} {last['rest']}." if last else f"{clause[:1].upper()}{clause[1:]}"


def _apart(sentence: str) -> list[str]:
    """What one verb is said for twice, as two: "Ich habe BWL studiert und dort gearbeitet"."""
    match = _TOGETHER.fullmatch(sentence)
    if match is None:
        return [sentence]
    parts = _AND.split(match["rest"])
    tells = _PAST.match if match["who"].lower() == "i" else _PARTICIPLE.search
    if len(parts) < 2 or not all(tells(part) for part in parts):
        return [sentence]
    return [f"{match['who']} {part}." for part in parts]


def profile_told(text: str) -> Profile | None:
    """What a question tells of the person, as a profile; None where that is nothing."""
    told = told_in(text)
    if not told:
        return None
    now = date.today()
    try:
        profile = profile_of_text(told, Month(now.year, now.month))
    except UnreadableError:
        return None
    says = profile.work or profile.education or profile.languages or profile.claims
    return profile if says else None


def _sentences(text: str) -> list[str]:
    found = (part for m in _SENTENCE.finditer(text) for part in told_and_asked(m.group().strip()))
    return [part for part in found if part]
