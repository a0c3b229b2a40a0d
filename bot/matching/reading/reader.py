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
from bot.matching.reading.months import periods, together
from bot.matching.reading.neutral import neutral
from bot.matching.reading.privacy import without_personal
from bot.matching.reading.rows import read_section
from bot.matching.reading.sections import section_of, split_sections
from bot.reading.language import guess_language

_ENGLISH = frozenset(
    "and the of in with for to at from by experience skills work education since present".split()
)
_GERMAN = frozenset("und der die mit bei für von seit heute als ich".split())
_MOST_CLAIMS = 2_000
_MOST_TIMES = 3
_LATER_YEAR = re.compile(r"20\d\d")
_VALID = re.compile(r"\b(?:bis|gültig|läuft|until|valid|expires?)\b", re.I)
_TABLES = ("work", "education", "internship", "volunteer", "certificates")


def read_profile(data: bytes, name: str, today: Month) -> Profile:
    """What a CV says: a text file, Markdown, PDF, DOCX or JSON Resume.

    Args:
        data: the file's bytes; they tell the kind.
        name: the file's name; only helps to word an error.
        today: the month that open periods are counted up to.

    Raises:
        UnreadableError: nothing can be read; its message says why, in German.
    """
    return _profile(document_lines(data, name), today)


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
        raise UnreadableError("Das Dokument enthält außer persönlichen Angaben keinen Text.")
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
    """The claim; a plan where it only begins later ("ab Januar 2027 Kurs in SAP")."""
    words = text[claim.place.start : claim.place.end]
    if claim.stance != "has" or not _LATER_YEAR.search(words):
        return claim
    ahead = [p for p in periods(words, today) if p.first > today]
    if not ahead or _VALID.search(words[: ahead[0].place.start + 4]):
        return claim
    return replace(claim, stance="plans", months=None)


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
    """A heading that stands in the first cell of a row becomes a line of its own."""
    text = line.text.strip()
    first, _, rest = text.partition(CELL)
    if rest and not first.rstrip().endswith(":") and section_of(first) in _TABLES:
        return [replace(line, text=first, heading=True), replace(line, text=rest)]
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
