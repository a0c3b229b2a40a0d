"""Languages by levels of the CEFR."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from bot.german import fold
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, all_of, any_of, outcome
from bot.matching.deciding.statements import Statement
from bot.matching.profile import LanguageLevel, LanguageSkill, Profile

LEVELS: tuple[LanguageLevel, ...] = get_args(LanguageLevel)
"""From the lowest to the highest."""

USABLE: LanguageLevel = "B1"
"""What a language without a stated level asks for: enough to work in it."""

_NAMES = """
    de: deutsch german; en: englisch english; fr: franzosisch french; es: spanisch spanish;
    it: italienisch italian; pt: portugiesisch portuguese; nl: niederlandisch hollandisch dutch;
    pl: polnisch polish; tr: turkisch turkish; ru: russisch russian; uk: ukrainisch ukrainian;
    ar: arabisch arabic; zh: chinesisch mandarin chinese; ja: japanisch japanese; ko: koreanisch
    korean; cs: tschechisch czech; sk: slowakisch slovak; hu: ungarisch hungarian; ro: rumanisch
    romanian; bg: bulgarisch bulgarian; hr: kroatisch croatian; sr: serbisch serbian; el:
    griechisch greek; sv: schwedisch swedish; da: danisch danish; no: norwegisch norwegian; fi:
    finnisch finnish; fa: persisch farsi persian; ku: kurdisch kurdish; vi: vietnamesisch
    vietnamese; he: hebraisch hebrew; hi: hindi; sq: albanisch albanian; bs: bosnisch bosnian
"""
NAMES: dict[str, tuple[str, ...]] = {
    code.strip(): tuple(words.split())
    for code, _, words in (entry.partition(":") for entry in _NAMES.split(";"))
}
"""Folded German and English names by ISO 639-1."""

_BY_NAME = {name: code for code, names in NAMES.items() for name in names}
_NAMED = re.compile(r"\b(" + "|".join(_BY_NAME) + r")(?:\w*kenntnisse?n?|en?|es)?\b")
_CODE = re.compile(r"\b([abc][12])\b")
_WORDS: tuple[tuple[re.Pattern[str], LanguageLevel], ...] = (
    (re.compile(r"muttersprach|native|mother tongue"), "native"),
    (
        re.compile(
            r"verhandlungssicher|fliessend|flue?nt|sehr gut|very good|exzellent|perfekt|"
            r"proficient|stilsicher"
        ),
        "C1",
    ),
    (re.compile(r"grundkenntnis|basiskenntnis|basic|grundlegend"), "A2"),
    (re.compile(r"\bgute?[nsrm]?\b|\bgood\b|sicher"), "B2"),
)
_FRAME = re.compile(
    r"\b(?:(?:grund|sprach|basis)?kenntnisse?n?|der|die|das|sprache|in|auf|dem|niveau|wort|und|"
    r"oder|schrift|sehr|gute?[nsrm]?|fliessende?[sn]?|flue?nt|verhandlungssichere?[sn]?|sichere?|"
    r"mindestens|level|skills?|knowledge|of|good|very|language|[abc][12])\b"
)
_ANY_OTHER = re.compile(r"fremdsprache|zweite sprache|weitere sprache|foreign language")
_ALTERNATIVE = re.compile(r"\b(?:oder|or|bzw|beziehungsweise|wie)\b|/")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: languages, each at a level (None where none is stated)."""

    codes: tuple[str, ...]
    level: LanguageLevel | None
    one_is_enough: bool
    any_other: bool


@functools.lru_cache(maxsize=10_000)
def wanted(label: str, sentence: str) -> Wanted:
    """The languages of a requirement; the sentence tells the level where it names no other."""
    folded = fold(label)
    codes = _codes(folded)
    level = level_in(folded)
    if level is None and len(set(_codes(fold(sentence)))) == 1:
        level = level_in(fold(sentence))
    return Wanted(codes, level, bool(_ALTERNATIVE.search(folded)), bool(_ANY_OTHER.search(folded)))


def level_in(folded: str) -> LanguageLevel | None:
    """The level that folded words state; of a span such as "B1/B2", the lower one."""
    codes = [code.upper() for code in _CODE.findall(folded)]
    if codes:
        return min((level for level in LEVELS if level in codes), key=LEVELS.index)
    return next((level for pattern, level in _WORDS if pattern.search(folded)), None)


def is_all(label: str) -> bool:
    """Whether a label asks for a language and nothing else."""
    folded = fold(label)
    return bool(_codes(folded)) and not _FRAME.sub(" ", _NAMED.sub(" ", folded)).strip(" .,-/")


def decide(demand: Demand, profile: Profile, said: Sequence[Statement]) -> Outcome:
    """Languages by comparing levels."""
    asked = wanted(demand.label, demand.sentence)
    if not asked.codes and not asked.any_other:
        return SILENT
    outcomes = [_decide_one(code, asked.level, profile, said) for code in asked.codes]
    if asked.any_other:
        listed = any_of(outcomes) if outcomes else SILENT
        return listed if listed.verdict == "met" else _another(asked, profile) or listed
    return any_of(outcomes) if asked.one_is_enough else all_of(outcomes)


def _decide_one(
    code: str, level: LanguageLevel | None, profile: Profile, said: Sequence[Statement]
) -> Outcome:
    spoken = [skill for skill in profile.languages if skill.language == code]
    if spoken:
        return _compared(max(spoken, key=_rank), level)
    claims = [s for s in said if s.kind == "claim" and code in _codes(s.folded)]
    denied = [s for s in claims if s.stance == "lacks"]
    if denied:
        return outcome("missing", "denied", [denied[0].place])
    begun = [s for s in claims if s.stance == "plans" and s.going_on]
    if begun:
        return outcome("partly", "begun", [begun[0].place])
    planned = [s for s in claims if s.stance == "plans"]
    return outcome("unknown", "planned", [planned[0].place]) if planned else SILENT


def _compared(skill: LanguageSkill, level: LanguageLevel | None) -> Outcome:
    if skill.level is None:
        if level is None:
            return outcome("met", "language_named", [skill.place])
        return outcome("partly", "level_unstated", [skill.place], needed=level)
    needed = level or USABLE
    if _rank(skill) >= LEVELS.index(needed):
        return outcome("met", "language_level", [skill.place], level=skill.level, needed=needed)
    return outcome("partly", "lower_level", [skill.place], level=skill.level, needed=needed)


def _another(asked: Wanted, profile: Profile) -> Outcome | None:
    """Any other language than German, where the listed ones are examples."""
    others = [s for s in profile.languages if s.language not in ("de", *asked.codes)]
    return outcome("partly", "other_language", [others[0].place]) if others else None


def _rank(skill: LanguageSkill) -> int:
    return LEVELS.index(skill.level) if skill.level else -1


def _codes(folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_BY_NAME[match.group(1)] for match in _NAMED.finditer(folded)))
