"""A document, or a few sentences, to a ``Profile``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, get_args

from bot.errors import UnreadableError
from bot.matching.profile import Claim, Month, Place, Profile, RemovedKind
from bot.matching.reading.documents import LIMITS, checked, document_lines, too_long
from bot.matching.reading.education import merged
from bot.matching.reading.found import Found
from bot.matching.reading.lines import CELL, Line, text_lines
from bot.matching.reading.months import length, periods, together
from bot.matching.reading.neutral import neutral
from bot.matching.reading.privacy import without_personal
from bot.matching.reading.rows import read_section
from bot.matching.reading.sections import section_of, split_sections
from bot.reading.language import guess_language
from bot.reading.limits import Limits

_ENGLISH = frozenset(
    "and the of in with for to at from by experience skills work education since present".split()
)
_GERMAN = frozenset("und der die mit bei für von seit heute als ich".split())
_MOST_CLAIMS = 2_000
_MOST_TIMES = 3
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE = re.compile(r"\b(?:seit|since)\b", re.I)
_VALID = re.compile(
    r"\b(?:bis|gültig|gueltig|läuft|laeuft|ablauf|gilt|befristet|until|valid|expires?|"
    r"expiry)\b",
    re.I,
)
_ITS_END = re.compile(
    r"\s?(?:,\s|\(|[–-]\s)(?=(?:gültig|gueltig|gilt|läuft|lief|befristet|valid|expire))"
    r"[^,;\n]{0,40}",
    re.I,
)
_RAN_OUT = re.compile(
    r"\b(?:(?:gültig|gueltig|gilt|läuft|laeuft|lief|befristet|valid|good)\W{0,3}"
    r"(?:nur |noch |only )?(?:bis|until|till?|to|through|thru)|ablauf(?:datum)?|"
    r"expir(?:es|ed|y)(?: (?:in|on|date))?)\W{0,3}"
    r"(?:(?:zum|ende|anfang|mitte|end of|the|the end of)\s)?(?:\d{1,2}\.\s?(?=\d{1,2}[./]))?"
    r"(?:(?P<month>\d{1,2})[./]\s?|(?P<name>[A-Za-zäÄ]{3,9})\.?\s)?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_TABLES = ("work", "education", "internship", "volunteer", "certificates")
_INLINE = (*_TABLES, "skills", "languages", "mobility")
_CAPITALS = re.compile(r"(?P<head>[A-ZÄÖÜ]{5,})\s+(?P<rest>(?=[A-ZÄÖÜ\d])\S*[a-zäöüß\d].*)", re.S)


def read_profile(data: bytes, name: str, today: Month, limits: Limits = LIMITS) -> Profile:
    """What a CV says: a text file, Markdown, PDF, DOCX or JSON Resume.

    Args:
        data: the file's bytes; they tell the kind.
        name: the file's name; only helps to word an error.
        today: the month that open periods are counted up to.
        limits: of size, time and memory.

    Raises:
        UnreadableError: nothing can be read; its message says why, in German.
        ReadersBusyError: too many documents are being read.
    """
    return _profile(document_lines(data, name, limits), today)


def profile_of_text(text: str, today: Month) -> Profile:
    """What typed text says of the person who typed it.

    Raises:
        UnreadableError: there is no word in it, or far too many.
    """
    if len(text) > LIMITS.max_text_chars:
        raise too_long()
    return _profile(checked(text_lines(text)), today)


def _profile(lines: Sequence[Line], today: Month) -> Profile:
    cleaned, removed = without_personal(lines, today)
    text, placed = _written([replace(line, text=neutral(line.text)) for line in cleaned])
    if not placed:
        raise UnreadableError(
            "Das Dokument enthält außer persönlichen Angaben keinen Text.",
            english="Besides personal data the document holds no text.",
        )
    found = Found(text, today)
    for section in split_sections(placed):
        read_section(found, section)
    spans = [job.period for job in found.work if job.period and not job.training]
    return Profile(
        text=text,
        today=today,
        language=_language(text),
        work=tuple(found.work),
        education=merged(found.education),
        languages=tuple(dict.fromkeys(found.languages)),
        claims=_kept(found, today),
        unread=tuple(Place(line.start, line.end) for line in found.unread),
        removed=tuple((kind, removed[kind]) for kind in get_args(RemovedKind) if removed[kind]),
        months_of_work=together(spans, today) if spans else None,
    )


def _kept(found: Found, today: Month) -> tuple[Claim, ...]:
    """The claims, each a few times at most, and no more than a CV of many pages has.

    Deciding takes time by how many there are; what is beyond is shown as unread.
    """
    kept: dict[Claim, None] = {}
    said: Counter[tuple[str, str, str, int | None]] = Counter()
    for claim in found.claims:
        key = (claim.kind, claim.label, claim.stance, claim.months)
        said[key] += claim not in kept
        if len(kept) >= _MOST_CLAIMS:
            found.unread.append(Line(found.quote(claim.place), start=claim.place.start))
        elif said[key] <= _MOST_TIMES:
            kept[_as_of(claim, found.text, today)] = None
    return tuple(kept)


def _as_of(claim: Claim, text: str, today: Month) -> Claim:
    """The claim; a plan where it only begins later ("ab Januar 2027 Kurs in SAP").

    What was valid until a day that is over isn't there any more.
    """
    words = text[claim.place.start : claim.place.end]
    tail = _ITS_END.match(text, claim.place.end)
    if tail:
        words += tail.group()
    if claim.kind != "experience" and claim.stance == "has" and _has_run_out(words, today):
        return replace(claim, stance="lacks", months=None)
    if claim.stance != "has" or not _A_YEAR.search(words):
        return claim
    if claim.months is None and claim.kind in ("skill", "experience") and _SINCE.search(words):
        return replace(claim, months=_months_since(words, today))
    ahead = [p for p in periods(words, today) if p.first > today]
    if not ahead or _VALID.search(words[: ahead[0].place.start + 4]):
        return claim
    return replace(claim, stance="plans", months=None)


def _months_since(words: str, today: Month) -> int | None:
    """The length that "seit 2018" states; None where it isn't the only span of time."""
    spans = periods(words, today)
    if len(spans) != 1 or spans[0].last is not None or spans[0].first > today:
        return None
    return length(spans[0], today)


def _has_run_out(words: str, today: Month) -> bool:
    match = _RAN_OUT.search(words)
    if match is None:
        return False
    named = next(iter(periods(f"{match['name']} {match['year']}", today)), None)
    month = int(match["month"] or (named.first.month if match["name"] and named else 12))
    return (int(match["year"]), month) < (today.year, today.month)


def _written(lines: Iterable[Line]) -> tuple[str, list[Line]]:
    """The text of a profile, and its lines with their places in it."""
    kept = _without_empty_sections([part for line in lines for part in _apart(line)])
    placed: list[Line] = []
    parts: list[str] = []
    position = 0
    for line in kept:
        joint = "" if not parts else "\n\n" if section_of(line.text) else "\n"
        position += len(joint)
        placed.append(replace(line, start=position))
        parts += [joint, line.text]
        position += len(line.text)
    return "".join(parts), placed


def _apart(line: Line) -> list[Line]:
    """A heading in the first cell of a row, or in capitals before it, becomes a line of its own."""
    text = line.text.strip()
    first, _, rest = text.partition(CELL)
    if rest and not first.rstrip().endswith(":") and section_of(first) in _TABLES:
        return [replace(line, text=first, heading=True), replace(line, text=rest)]
    inline = _CAPITALS.fullmatch(text)
    if inline and not line.bullet and section_of(inline["head"]) in _INLINE:
        head = replace(line, text=inline["head"], heading=True)
        return [head, replace(line, text=inline["rest"])]
    return [replace(line, text=text)] if text else []


def _without_empty_sections(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for index, line in enumerate(lines):
        kind = section_of(line.text)
        after = lines[index + 1] if index + 1 < len(lines) else None
        is_empty = after is None or section_of(after.text) is not None
        if kind == "personal" and is_empty:
            continue
        kept.append(line)
    return kept


def _language(text: str) -> Literal["de", "en"]:
    """The language of a CV; a list of rows has few of the words that tell one in prose."""
    if guess_language(text) == "en":
        return "en"
    words = re.findall(r"[a-zäöüß]+", text.lower())
    english = sum(word in _ENGLISH for word in words)
    german = sum(word in _GERMAN for word in words)
    german += sum(bool(re.search(r"[äöüß]", word)) for word in words)
    return "en" if english > german + 1 else "de"
