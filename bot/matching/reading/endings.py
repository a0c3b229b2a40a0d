"""How an education ended, where other words of the sentence tell it."""

from __future__ import annotations

import re

from bot.matching.reading.degrees import tells_education

_AFTER_SCHOOL = re.compile(
    r"^\W*(?:nach|after)\s(?:(?:dem|der|meine[mr]|my|the|finishing|completing)\s){0,2}"
    r"(?:mittleren?\s(?:reife|schulabschluss)|(?:fach)?abitur|\w*hochschulreife|\w*schulabschluss|"
    r"a-levels?|gcses?|high\sschool)(?:\s(?:in\s|im\sjahr\s)?\(?(?:19|20)\d\d\)?)?(?=\W)",
    re.I,
)
_GAVE_UP = re.compile(
    r"\b(?:abgebrochen|brach\s(?:\w+\s){1,5}ab|left\s(?:without\s(?:a\s)?degree|early|after)|dropped\sout|"
    r"gave\s(?:it\s)?up|aufgegeben|(?:hin)?geschmissen|never\s(?:finished|completed)|"
    r"ohne\s(?:abschluss|examen)|nicht\s(?:abgeschlossen|beendet))\b",
    re.I,
)


_FINISHED = re.compile(
    r"\W*(?:(?:und|and|dann|then|in|im)\s)*(?:(?:19|20)\d\d\s)?(?:erfolgreich\s)?"
    r"(?:abgeschlossen|beendet|bestanden|completed|finished)\W*",
    re.I,
)


def school_before(clause: str) -> int:
    """Where in "Nach dem Abitur habe ich …" begins what came after school; else 0."""
    match = _AFTER_SCHOOL.match(clause)
    return match.end() if match and tells_education(clause[match.end() :]) else 0


def is_its_end(clause: str, before: str) -> bool:
    """Whether a clause tells how the education of the clause before it ended."""
    match = _FINISHED.fullmatch(clause) or _GAVE_UP.search(clause)
    if match is None or tells_education(clause[: match.start()]):
        return False
    return tells_education(before) or "studying" in before.lower()
