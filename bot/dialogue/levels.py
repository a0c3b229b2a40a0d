"""The level of seniority that a question asks about."""

from __future__ import annotations

import re

from bot.facts import Seniority
from bot.knowledge.facts.patterns import german

JUNIOR_BELOW_YEARS = 3
SENIOR_FROM_YEARS = 6
"""Years of experience asked about: below the first "junior", from the second "senior", else
"mid". The articles name three to seven years as the way from the one to the other."""

_PATTERNS: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    (
        "junior",
        german(
            r"\bjuniors?\b|\bjunior-|\b(?<!quer)(?:berufs)?einsteiger\w*|\b(?:berufs)?anfänger\w*|"
            r"\b(?:berufs)?einstiegs(?:gehalt|gehälter|verdienst|lohn)\w*|\b(?:beim|"
            r"zum) einstieg\b|\b(?:anfangs|start)(?:gehalt|gehält|verdienst)\w*|"
            r"\b(?:hochschul|uni|bachelor|master|studien)?absolvent\w*|\bberufsneuling\w*|"
            r"\bberufsstart\w*|\bentry[ -]level\b|\bstarting salary\b|\bgraduates?\b|"
            r"\bbeginners?\b|"
            r"\b(?:direkt |frisch |gleich )?(?:nach (?:dem|meinem) studium|nach der uni\w*|"
            r"von der uni\w*|nach der ausbildung|nach dem (?:bachelor|master|abschluss))\b|"
            r"\bohne (?:jede |jegliche )?(?:berufs)?erfahrung\b|\bneuling\w*|\bam anfang\b|"
            r"\bin den ersten (?:berufs)?jahren\b|\bim ersten (?:berufs)?jahr\b|"
            r"\bwithout (?:any )?experience\b|\bfresh (?:out of|from)\b"
        ),
    ),
    (
        "mid",
        german(
            r"\bmid[ -]?(?:level|senior)\b|\bmit (?:einigen|ein paar|mehreren) (?:berufs)?jahren\b|"
            r"\bmit (?:etwas|einiger|mehrjähriger) (?:berufs)?erfahrung\b|\bberufserfahrene[nr]?\b|"
            r"\bwith (?:some|a few years of) experience\b"
        ),
    ),
    (
        "senior",
        german(
            r"\bseniors?\b|\bsenior-|\b(?:sehr |besonders )?erfahrene[nrsm]?\b|\bexperienced\b|"
            r"\bmit (?:langer|langjähriger|viel|vieljähriger|großer|umfangreicher) "
            r"(?:berufs)?erfahrung\b|\bmit vielen (?:berufs)?jahren\b|\bold hands?\b"
        ),
    ),
    (
        "lead",
        german(
            r"\bleads?\b|\bhead\b|\bleitende[nrsm]?\b|\bin (?:der |einer )?"
            r"(?:team|abteilungs|bereichs)?leitung\b|\bin (?:führungs|leitungs)position\w*|"
            r"\bals (?:führungskraft|teamleitung|leitung)\b|\bmit (?:personal|führungs|team)"
            r"verantwortung\b|\bteam ?lead\w*"
        ),
    ),
)
_YEARS = german(
    r"\b(?:mit|nach|bei|with|after)\s+(?:(?:über|mehr als|mindestens|rund|etwa|ca\.?|more than|at "
    r"least|over)\s+)?(?P<years>\d{1,2}|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
    r"zwölf|fünfzehn|zwanzig|one|two|three|four|five|six|seven|eight|ten)\+?\s+"
    r"(?:berufs|years?|jahre?n?)\w*(?:\s+(?:an |of )?(?:berufs|vertriebs)?(?:erfahrung|praxis|"
    r"experience|im (?:job|beruf)|on the job))?"
)
_WRITTEN = {
    word: number
    for number, words in {
        1: "einem one", 2: "zwei two", 3: "drei three", 4: "vier four", 5: "fünf funf fuenf five",
        6: "sechs six", 7: "sieben seven", 8: "acht eight", 9: "neun", 10: "zehn ten",
        12: "zwölf zwolf zwoelf", 15: "fünfzehn funfzehn fuenfzehn", 20: "zwanzig",
    }.items()
    for word in words.split()
}  # fmt: skip


def level_in(text: str) -> Seniority | None:
    """The one level that a question names; None where it names none or several."""
    levels: set[Seniority] = {level for level, pattern in _PATTERNS if pattern.search(text)}
    levels |= {_of_years(match["years"].lower()) for match in _YEARS.finditer(text)}
    return levels.pop() if len(levels) == 1 else None


def _of_years(written: str) -> Seniority:
    years = _WRITTEN.get(written) or int(written)
    if years < JUNIOR_BELOW_YEARS:
        return "junior"
    return "senior" if years >= SENIOR_FROM_YEARS else "mid"
