"""Frames: a protected trait, and beside it words that exclude, demand or ask, in one clause.

Phrase families know wordings; a frame knows what such wordings have in common, in any order. It is
read where no family has found something of the same law, and stays a hint unless both sides say
clearly what they mean.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.screening.adverts.finding import Certainty
from bot.screening.adverts.frame_cues import (
    AT_WORK,
    DEMANDS,
    DENIES,
    EXCLUDES,
    FOR_THEM,
    FREES,
    ONLY,
    ONLY_WHO,
    PREFERS,
    REBUFFS,
    REQUESTS,
    WORK,
)
from bot.screening.adverts.frame_traits import TRAITS
from bot.screening.adverts.frame_words import Trait

# A comma, or a conjunction that begins a clause with its own subject.
_BREAK = re.compile(
    r"[;:.!?–]\s|, |\bund (?=(?:wir|sie|ihr|du|freuen)\b)|\band (?=(?:we|you)\b)", re.IGNORECASE
)
_OPENS = re.compile(
    r"\s*(?:und |and )?(?:wer|wenn|falls|sobald|solange|if|who|whoever|anyone|should)\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"\s*(?:der|die|das|deren|denen|dass|wenn|wo|weil|who|that|whose|if|because|deshalb|daher|"
    r"darum|also|und das|wie viele|wie lange|seit wann|aus welchem|ob|woher|which|where|so|"
    r"mehr als|oder|or|keinen|nicht|keine (?=\w+in\b))\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r", $")
_BEHIND = 60
"""Characters before a trait in which words that belong to it are looked for."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A trait in a frame: its place in the sentence and the rule that reports it."""

    start: int
    end: int
    rule: str
    certainty: Certainty


def framed(sentence: str) -> list[Framed]:
    """Traits of a sentence that stand in a frame, at most one of each rule, in reading order."""
    lowered = sentence.lower()
    present = [trait for trait in TRAITS if any(stem in lowered for stem in trait.stems)]
    if not present:
        return []
    cues = (EXCLUDES, REBUFFS) if AT_WORK.search(sentence) else (EXCLUDES,)
    found: dict[str, Framed] = {}
    for start, end in _clauses(sentence):
        clause = sentence[start:end]
        if FREES.search(clause):
            continue
        for trait in present:
            if trait.rule not in found and (one := _frame(trait, clause, cues)):
                found[trait.rule] = Framed(
                    start + one.start, start + one.end, one.rule, one.certainty
                )
    return _apart(sorted(found.values(), key=lambda one: (one.start, -one.end)))


def _clauses(sentence: str) -> list[tuple[int, int]]:
    """Clauses as (start, end); a subordinate one and what it belongs to count as one."""
    bounds = [0, *(match.end() for match in _BREAK.finditer(sentence)), len(sentence)]
    joined: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(bounds):
        if joined and _belong(sentence, joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belong(sentence: str, before: tuple[int, int], start: int) -> bool:
    if not _COMMA.search(sentence, before[0], start):
        return False
    return bool(_OPENS.match(sentence, before[0]) or _CONTINUES.match(sentence, start))


def _frame(trait: Trait, clause: str, cues: tuple[re.Pattern[str], ...]) -> Framed | None:
    """The first frame that a trait stands in, the clear ones first."""
    clear = (
        _excluded(trait, clause, EXCLUDES),
        _asked(trait, clause),
        _only(trait, clause),
    )
    vague = (
        _denied(trait, clause),
        *(_excluded(trait, clause, cue) for cue in cues[1:]),
        _marked(trait, clause, cues),
        _demanded(trait, clause),
    )
    for start, end in itertools.chain.from_iterable(clear):
        return Framed(start, end, trait.rule, "likely")
    for start, end in itertools.chain.from_iterable(vague):
        return Framed(start, end, trait.rule, "hint")
    return None


Places = Iterator[tuple[int, int]]


def _excluded(trait: Trait, clause: str, cue: re.Pattern[str]) -> Places:
    if not cue.search(clause) or WORK.search(clause):
        return
    for match in trait.groups.finditer(clause):
        # "nichts für X": there the preposition belongs to the exclusion.
        if not FOR_THEM.search(clause[max(0, match.start() - _BEHIND) : match.start()]) or (
            re.search(r"\b(?:für|for) ", clause[max(0, match.start() - 12) : match.start()])
        ):
            yield match.span()


def _marked(trait: Trait, clause: str, cues: tuple[re.Pattern[str], ...]) -> Places:
    """What one has or does by a trait, beside words that exclude."""
    if WORK.search(clause) or not any(cue.search(clause) for cue in cues):
        return
    for match in trait.marks.finditer(clause):
        yield match.span()


def _denied(trait: Trait, clause: str) -> Places:
    if WORK.search(clause):
        return
    for match in trait.marks.finditer(clause):
        if DENIES.search(clause[max(0, match.start() - _BEHIND) : match.start()]):
            yield match.span()


def _only(trait: Trait, clause: str) -> Places:
    if WORK.search(clause):
        return
    for kind, cues in ((trait.groups, (ONLY,)), (trait.wanted, (ONLY, ONLY_WHO))):
        for match in kind.finditer(clause):
            before = clause[max(0, match.start() - _BEHIND) : match.start()]
            if any(cue.search(before) for cue in cues):
                yield match.span()


def _demanded(trait: Trait, clause: str) -> Places:
    if WORK.search(clause):
        return
    if DEMANDS.search(clause):
        for match in trait.wanted.finditer(clause):
            yield match.span()
    if PREFERS.search(clause):
        for match in trait.groups.finditer(clause):
            yield match.span()


def _asked(trait: Trait, clause: str) -> Places:
    if not REQUESTS.search(clause):
        return
    for match in trait.asked.finditer(clause):
        yield match.span()


def _apart(found: list[Framed]) -> list[Framed]:
    """Of two that overlap, the first."""
    apart: list[Framed] = []
    for one in found:
        if not apart or apart[-1].end <= one.start:
            apart.append(one)
    return apart
