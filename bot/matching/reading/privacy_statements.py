"""What people say of themselves, clause by clause.

A line falls into sentences, these into segments at commas, bars and conjunctions. A segment that
states something personal goes whole; where it states work too, only the words about the person go.
Some words are personal beside others only ("deutsch", "34" next to "verheiratet"): such a weak
segment goes with its neighbour. What is said of others ("Betreuung von Kindern mit Diabetes") isn't
followed by what tells that it is about the writer, and stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.knowledge.titles import named_roles
from bot.matching.profile import RemovedKind
from bot.matching.reading import privacy_words as words
from bot.matching.reading.given_names import GIVEN_NAMES
from bot.matching.reading.privacy_pay import is_pay_group
from bot.matching.reading.privacy_rules import (
    ALWAYS,
    AT_HOME,
    BECAUSE,
    IN_HEADER,
    STATED,
    WEAK,
    WHOLE,
    WITH_SELF,
)
from bot.matching.reading.spelling import spelt

SELF: Final = re.compile(
    r"(?<!\w)(?:ich|mich|mir|mein\w*|i|i['’]m|i['’]ve|me|my|myself|wir|uns|unser\w*|our|we)(?!\w)",
    re.I,
)
_OTHERS = re.compile(
    spelt(
        r"patient|klient|bewohner|kund(?:e|in)|menschen|betreu|berat|versorg|therapie|behandlung|"
        r"begleit|unterricht|"
        r"schüler|teilnehm|clients?\b|residents?\b|customers?|people with|pupils|students|"
        r"supporting|caring|"
        r"prävention|forschung|studie|research|project|projekt|produkt|abteilung|station\b|"
        r"vertretung|"
        r"kinder (?:und|mit)|familien|zielgruppe|praxis|kurs|schulung|workshop|verfahren|"
        r"antr[aä]g|software|app\b|"
        r"nachsorge|selbsthilfe|apothek|klinik|heim|messe|kampagne"
    ),
    re.I,
)
_WORKS = re.compile(
    spelt(
        r"gearbeitet|\barbeitete?\b|\bjobbte|\bausgeholfen|\btätig\b|\bausbildung\b|\bgelernt\b|"
        r"\berfahrung|"
        r"\bstudier|\bkenntnisse|\bworked\b|\bexperience|\bverkauft|\bgeleitet|\bled\b|"
        r"\bmanaged\b|\bprogrammier|"
        r"\bselbstständig|\bselbständig|\bspreche?\b|\bspeak\b|\bpflegte?\b(?=.*\bals\b)|"
        r"\bals\s[A-ZÄÖÜ]\w+(?:er|in|ist|mann|frau|kraft)\b|"
        r"\breise|\bumzieh|\bumzug|\bziehe|\bübernacht|\bschicht|\bvollzeit|\bteilzeit|\bflexib|"
        r"\bmontage|"
        r"\bverfügbar|\bavailable|\brelocat|\btravel|\bführerschein|\bcannot work|\bkann (?:nicht|"
        r"nur|kein)"
    ),
    re.I,
)


@dataclass(slots=True)
class _Segment:
    """A part of a sentence; ``joint`` goes before it, ``hard`` where a sentence begins."""

    joint: str
    hard: bool
    text: str
    sentence: int
    kind: RemovedKind | None = None
    named: bool = False


_ABBREVIATED: Final = frozenset(
    """
    verh led gesch verw ev evang kath röm luth ref geb ca str nr dr prof dipl bzw inkl fam tel std
    mtl st mio mrd tsd z b p a u d h i v ing jg bes gr gepr staatl zzgl vgl usw etc mr mrs ms kl abt
    mind no o j s m
    """.split()
)
_HARD = re.compile(r"(?P<end>(?<=[.!?…])[\"”“)]?\s+(?=[\"„“(]?[^\W_]))|;\s+|\t")
_SOFT = re.compile(
    r"\s*[|·•]\s*|,\s*(?=[^\d\s])|,\s+|\s+[–—-]\s+|\s+/\s+|(?<=[a-zäöüß]{3}):\s+|(?:,\s*)"
    r"?\s(?:und|and|sowie|aber|but|because)\s+",
    re.I,
)


_I_DO: Final = re.compile(r"\W*(?:habe|hatte|bin|war|musste|konnte|have|had|am|was)\b", re.I)
_SHORT: Final = 4
"""Words of a segment at most that shares its sentence's subject."""


def without_statements(
    text: str, *, header: bool, named: Callable[[str], bool] = lambda part: False
) -> tuple[str, list[RemovedKind]]:
    """``text`` without what it says of the person, and the kinds of what was taken out.

    Args:
        text: one line.
        header: whether it stands where a CV tells who somebody is.
        named: whether a part of the line is the person's name.
    """
    kinds: list[RemovedKind] = []
    text = _without_asides(text, header, kinds)
    segments = list(_segments(text))
    told = {segment.sentence for segment in segments if SELF.search(segment.text)}
    for segment, after in zip(segments, [*segments[1:], None], strict=True):
        if after is None or after.joint.strip() != ":":  # else it is a label
            segment.kind = _kind(segment.text, header, about_self=segment.sentence in told)
        segment.named = not segment.kind and named(segment.text)
    _weaken(segments)
    cut = [_cut(s) if s.kind else s.text for s in segments]
    kinds += [s.kind for s in segments if s.kind]
    if not kinds:
        return text, []
    return _joined(segments, cut), kinds


def _without_asides(text: str, header: bool, kinds: list[RemovedKind]) -> str:
    """``text`` without brackets that hold something personal and nothing else."""

    def kept(match: re.Match[str]) -> str:
        parts = re.split(r"\s*[,;/|]\s*|\s+(?:und|and)\s+", match["in"])
        if whole := _kind(match["in"], header):
            kinds.append(whole)
            return ""
        found = [_kind(part, header) for part in parts]
        if any(found) and all(k or _weak(p) for k, p in zip(found, parts, strict=True)):
            kinds.extend(kind for kind in found if kind)
            return ""
        return match.group()

    return re.sub(r"\s*\((?P<in>[^()]{1,80})\)", kept, text)


def _segments(text: str) -> Iterator[_Segment]:
    depth = [0]
    for letter in text:
        depth.append(depth[-1] + (letter == "(") - (letter == ")"))
    ends: list[tuple[int, int, bool]] = []
    for match in _HARD.finditer(text):
        before = re.search(r"(\w+)\.\W*$", text[: match.start() + 1].rstrip())
        short = match["end"] is not None and before and before[1].lower() in _ABBREVIATED
        ordinal = match["end"] is not None and re.search(r"\b\d{1,2}\.$", text[: match.start()])
        if not short and not ordinal and depth[match.start()] <= 0:
            ends.append((match.start(), match.end(), True))
    taken = {place for start, end, _ in ends for place in range(start, end)}
    for match in _SOFT.finditer(text):
        if depth[match.start()] <= 0 and taken.isdisjoint(range(*match.span())):
            ends.append((match.start(), match.end(), False))
    position, joint, hard, sentence = 0, "", True, 0
    for start, end, is_hard in sorted(ends):
        if start < position:
            continue
        sentence += hard
        yield _Segment(joint, hard, text[position:start], sentence)
        position, joint, hard = end, text[start:end], is_hard
    yield _Segment(joint, hard, text[position:], sentence + hard)


def _kind(part: str, header: bool, about_self: bool = False) -> RemovedKind | None:
    bare = part.strip().rstrip(".!")
    if not bare:
        return None
    return _kind_alone(part, bare, header) or _kind_said(part, header, about_self)


def _kind_alone(part: str, bare: str, header: bool) -> RemovedKind | None:
    """What the part says where it is all of a label's value or of a line's cell."""
    for kind, pattern in (*WHOLE, *IN_HEADER) if header else WHOLE:
        if pattern.fullmatch(bare) or pattern.fullmatch(part.strip()):
            return kind
    if header and is_pay_group(bare):
        return "pay"
    return "family" if header and _weak(part) == "family" else None


def _kind_said(part: str, header: bool, about_self: bool) -> RemovedKind | None:
    """What the part says as a clause."""
    others = bool(_OTHERS.search(part))
    for kind, pattern in STATED:
        match = pattern.search(part)
        may_be_work = others and kind in ("health", "religion")
        if match and not (may_be_work and not _OF_MINE.match(match[0])):
            return kind
    if others:
        return None
    goes_on = len(part.split()) <= _SHORT or bool(_I_DO.match(part))
    about_self = bool(SELF.search(part)) or (about_self and goes_on)
    rules = (*WITH_SELF, *ALWAYS) if about_self or header else ALWAYS
    return next((kind for kind, pattern in rules if pattern.search(part)), None)


def _weak(part: str) -> RemovedKind | None:
    bare = part.strip().rstrip(".!")
    return next((kind for kind, pattern in WEAK if pattern.fullmatch(bare)), None)


def _weaken(segments: list[_Segment]) -> None:
    """Gives a kind to segments that are personal beside another only."""
    for order in (1, -1):
        row = segments[::order]
        for one, two in itertools.pairwise(row):
            apart = two.hard if order == 1 else one.hard
            if (one.kind or one.named) and not (two.kind or apart):
                two.kind = _weak(two.text)
            if order == 1 and one.kind == "family" and not (two.kind or apart):
                two.kind = "family" if _is_next_name(one.text, two.text) else None


def _is_next_name(before: str, part: str) -> bool:
    """Whether ``part`` is a further name of relatives: "Mama von Ben und Mia"."""
    name = _ONE_NAME.fullmatch(part)
    if not name or named_roles(name[1]):
        return False
    return name[1].lower() in GIVEN_NAMES or bool(_OF_ONE.search(before))


_ONE_NAME = re.compile(r"\s*([A-ZÄÖÜ][a-zäöüß]+)(?:\s\(\d+\))?\W*")
_OF_ONE = re.compile(r"\b(?:von|of|to|namens|named|called)\s[A-ZÄÖÜ][a-zäöüß]{1,10}(?:\s\(\d+\))?$")
_ASIDE = re.compile(rf"(?:{BECAUSE}|als|as|at|mit|with)\s", re.I)
_OF_MINE = re.compile(rf"{words.OF_MINE}\s|{words.OF_OURS}\s", re.I)
_I_AM = re.compile(r"\s*(?:ich bin|i am|i['’]m|bin)\s", re.I)
_ONE_MORE = re.compile(r"[a-zäöüß]+\s*[.!]?")
_PHRASE_BEFORE = re.compile(
    r"(?:\b(?:wegen|aufgrund|nach|seit|trotz|durch|mit|bei|für|von|zu|in|im|zusammen|because of|"
    r"due to|after|since|with|for|of)\s)+$",
    re.I,
)


def _cut(segment: _Segment) -> str:
    """What is left of a personal segment: nothing, or the rest where only an aside is personal."""
    text = segment.text
    for kind, pattern in (*STATED, *WITH_SELF, *ALWAYS):
        match = pattern.search(text) if kind == segment.kind else None
        if not match:
            continue
        rest = _without(text, *match.span())
        if AT_HOME.match(match.group()):
            return rest
        aside = _ASIDE.match(match.group()) or _PHRASE_BEFORE.search(text[: match.start()])
        aside = None if kind == "nationality" else aside
        about_others = _OF_MINE.match(match.group())
        if aside or (_WORKS.search(rest) and not about_others):
            return rest if len(rest.split()) > 1 else ""
        return ""
    return ""


def _without(text: str, start: int, end: int) -> str:
    before = _PHRASE_BEFORE.sub("", text[:start])
    rest = f"{before.rstrip()} {text[end:].lstrip()}".strip()
    return re.sub(r"\s+(?=[.,;!?])", "", rest)


def _joined(segments: list[_Segment], kept: list[str]) -> str:
    parts: list[str] = []
    fresh = True
    lead = ""
    for index, (segment, text) in enumerate(zip(segments, kept, strict=True)):
        if segment.hard:
            fresh, lead = True, ""
        if not text.strip():
            if fresh and (begun := _I_AM.match(segment.text)):
                lead = begun.group()
            ending = re.search(r"[.!?]+$", segment.text)
            if ending and not fresh and parts:
                parts.append(ending.group())
            continue
        if segment.hard and index:
            parts.append(segment.joint if parts else "")
        elif parts:
            parts.append(" " if fresh else segment.joint)
        # "Ich bin evangelisch und flexibel": the rest needs its "Ich bin".
        parts.append(lead + text if lead and _ONE_MORE.fullmatch(text) else text)
        fresh, lead = False, ""
    return "".join(parts).strip(" ,|·•/–—-")
