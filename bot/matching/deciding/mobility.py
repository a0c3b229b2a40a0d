"""Mobility: driving licences by class, willingness to travel by extent, nights away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.german import fold
from bot.matching.deciding import skills
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, outcome
from bot.matching.deciding.statements import Statement
from bot.matching.profile import Profile

WORKING_DAYS = 220
"""Working days of a year, to compare "50 %" with a number of days."""

Matter = Literal["licence", "travel", "away", "relocation"]

_MATTERS: tuple[tuple[Matter, re.Pattern[str]], ...] = (
    ("licence", re.compile(r"fuh?re?rschein|fahrerlaubnis|driv\w+[ -]?licen[cs]e|"
                           r"full (?:uk |eu )?licen[cs]e|driver|\bfs\b")),
    ("away", re.compile(r"auswart|ubernacht|montage(?:einsatz|einsatze|bereit)|stay(?:ing)? away|"
                        r"overnight|away from home")),
    ("relocation", re.compile(r"umzug|umzieh|relocat|ortswechsel")),
    ("travel", re.compile(r"(?<![pkg])reis(?:e|en|t)|travel|unterwegs|dienstfahrt")),
)  # fmt: skip
# Travelling as a trade of others, or on paper: "Verhandlung mit Reiseveranstaltern".
_TRADE = re.compile(
    r"\breise(?:veranstalt|buro|leit|verkehr|kosten|plan|organis|bericht|markt|branche|unternehm|"
    r"versicher|fuhr|vermittl|buch)\w*|\btravel (?:agen|industr|polic|expens|book|arrange)\w*|"
    r"\btour operators?\b"
)
_NO_CAR = re.compile(r"stapler")
_CLASS = re.compile(
    r"(?:klassen?|kl\.?|class|category|schein|licen[cs]e|fahrerlaubnis|\bfs)\W*"
    r"((?:(?:be|b|ce|c1e|c1|c|de|d1|d|a1|a2|am|a|l|t|3|2)\b(?:\s*(?:,|/|und|\+|&|and)\s*)?)+)"
)
_WITH_CAR = frozenset("b be c1 c1e c ce d d1 de 3 2".split())
_LORRY = frozenset("c1 c1e c ce 2".split())
_LORRY_WANTED = re.compile(r"\blkw|lastwagen|lorry|truck|\bhgv")
_LITTLE = re.compile(
    r"gelegentlich|eingeschrankt(?!e? ?un)|\bwenig|selten|occasional|limited|nur |\bonly\b|"
    r"im raum|regional(?!leit)|maximal|hochstens|at most"
)
_UNLIMITED = re.compile(r"uneingeschrankt|unbegrenzt|weltweit|jederzeit|unlimited|worldwide|fully")
_DAYS = re.compile(r"(\d{1,3})(?:\s*(?:bis|-|–|to)\s*\d{1,3})?\s*(?:reise)?(?:tag|day|nacht|night)")
_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|prozent|percent)")


def decide(demand: Demand, profile: Profile, said: Sequence[Statement]) -> Outcome:
    """Mobility by what claims say of the same matter; of another matter, by their words."""
    folded = fold(demand.label)
    matter = matter_of(folded)
    if matter is None:
        return skills.decide(demand, [s for s in said if s.kind == "claim"])
    claims = [s for s in said if s.kind == "claim" and _is_about(s, matter)]
    has = [s for s in claims if s.stance == "has"]
    lacks = [s for s in claims if s.stance == "lacks"]
    if has and lacks:
        return outcome("partly", "contradicts_itself", [has[0].place, lacks[0].place])
    if lacks:
        return outcome("missing", "denied", [lacks[0].place])
    if has:
        return _licence(folded, has) if matter == "licence" else _extent(demand, has)
    planned = [s for s in claims if s.stance == "plans"]
    if planned:
        begun = [s for s in planned if s.going_on]
        return (
            outcome("partly", "begun", [begun[0].place])
            if begun
            else outcome("unknown", "planned", [planned[0].place])
        )
    done = [s for s in said if s.kind == "detail" and matter_of(s.folded) == matter]
    if done and matter in ("travel", "away"):
        return outcome("partly", "travelled_at_work", [done[0].place])
    return SILENT


def matter_of(folded: str) -> Matter | None:
    """What a folded text on mobility is about."""
    if _NO_CAR.search(folded):
        return None
    own = _TRADE.sub(" ", folded)
    return next((matter for matter, pattern in _MATTERS if pattern.search(own)), None)


def classes_in(folded: str) -> frozenset[str]:
    """Classes of driving licence that a folded text names."""
    return frozenset(
        name
        for match in _CLASS.finditer(folded)
        for name in re.findall(r"[a-z]+\d?[a-z]?|\d", match.group(1))
        if name not in ("und", "and")
    )


def _is_about(claim: Statement, matter: Matter) -> bool:
    return matter_of(claim.folded) == matter


def _licence(wanted: str, has: Sequence[Statement]) -> Outcome:
    asked, places = classes_in(wanted), [has[0].place]
    held = frozenset(name for s in has for name in classes_in(s.folded))
    if _LORRY_WANTED.search(wanted):
        asked = _LORRY
    if not held:
        if asked:
            return outcome("partly", "class_unstated", places)
        return outcome("met", "licence", places)
    fits = held & (asked if asked - {"b"} else _WITH_CAR)
    return outcome("met" if fits else "partly", "licence" if fits else "other_class", places)


def _extent(demand: Demand, has: Sequence[Statement]) -> Outcome:
    """Willingness, held against the extent that is asked for where one is."""
    places = [s.place for s in has]
    told = " ".join(s.folded for s in has)
    needed, offered = _days(fold(demand.label)), _days(told)
    if needed is None:
        little = _LITTLE.search(told) and not _UNLIMITED.search(told)
        asks_much = re.search(r"\bsehr\b|haufig|viel|uneingeschrankt|hohe", fold(demand.label))
        if little and asks_much:
            return outcome("partly", "less_travel", places)
        return outcome("met", "willing", places)
    if _UNLIMITED.search(told) or (offered is not None and offered >= needed):
        return outcome("met", "willing", places)
    return outcome("partly", "extent_unstated" if offered is None else "less_travel", places)


def _days(folded: str) -> int | None:
    """The least number of days in a year that a folded text states."""
    if match := _DAYS.search(folded):
        return int(match.group(1))
    if match := _PERCENT.search(folded):
        return int(match.group(1)) * WORKING_DAYS // 100
    return None
