"""Lists and labels: "Sprachen: …", "EDV: …", "Führerschein: …", and sections of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.matching.profile import Claim, Place
from bot.matching.reading.claims import (
    Kind,
    is_item_list,
    is_no,
    item_claims,
    kind_of,
    prose_claims,
    sentences,
    valued_claim,
)
from bot.matching.reading.degrees import level_of
from bot.matching.reading.education import education_in
from bot.matching.reading.experience import stated_months
from bot.matching.reading.found import Found
from bot.matching.reading.languages import languages_in
from bot.matching.reading.lines import Line
from bot.matching.reading.sections import SectionKind, section_of, stance_of_heading
from bot.matching.reading.stance import stance_of

LABEL = re.compile(r"(?P<label>[^:\t\n]{2,40}?)\s*(?::\s*|\t)(?P<value>\S.*)")
_LONGEST_LIST = 120
_LONGEST_LABEL = 4
_SAID = re.compile(r"\b(?:[Ii]ch|I|habe|bin|am|my|mein\w*|lerne|learn\w*)\b")
_LEVEL_ONLY = re.compile(
    r"(?:(?:sehr|gute?|sichere?r?|fundierte|fortgeschrittene|solide|erweiterte|umfassende|experte?|"
    r"advanced|expert|excellent|good|very|proficient|daily|täglich|versiert|routiniert|"
    r"(?:anwender|grund|basis|fach|profi)?kenntnisse|umgang|level|[1-5]/[1-5]|[★☆●○]+|"
    r"\d+\sjahre?n?|\d+\syears?)\s?)+(?:\([^()]*\))?\W*",
    re.I,
)
_LABELLED_PIECE = re.compile(r"[^\s,;/|](?:(?!\s+/\s+|\s*[,;|]).)*")
_RATED = re.compile(r"\S+(?:\s\S+){0,3}")
_PIECE = re.compile(r"[,;|\t•·]|(?<=\w{3})[.!]\s")
_DATE = re.compile(r"(?:\d{1,2}[./])*\d{2,4}")
_LANGUAGE_LABEL = re.compile(r"mutter-?sprache|native language|mother tongue|fremdsprache", re.I)


def is_language_list(line: Line) -> bool:
    """Whether a line lists languages with their levels: "English – native; German – B2"."""
    if len(line.text) > _LONGEST_LIST or _SAID.search(line.text):
        return False
    skills, claims = languages_in(line.text, line.start, listed=True)
    told = [skill for skill in skills if skill.level] + [c for c in claims if c.stance == "lacks"]
    pieces = [piece for piece in _PIECE.split(line.text) if piece.strip()]
    return bool(told) and len(skills) + len(claims) >= len(pieces)


def read_languages(found: Found, lines: Sequence[Line]) -> list[Line]:
    """Reads a section of languages, whose levels may stand on lines of their own.

    Returns:
        The lines that name none.
    """
    if not lines:
        return []
    start, end = lines[0].start, lines[-1].end
    places = found.spoken(*languages_in(found.text[start:end], start, listed=True))
    return [line for line in lines if not _is_in(places, line.start, line.end)]


def read_list(found: Found, text: str, start: int, kind: SectionKind) -> None:
    """Reads items that are set apart by commas and the like; languages among them too."""
    kinds: dict[SectionKind, Kind] = {"certificates": "certificate", "mobility": "mobility"}
    places = found.spoken(*languages_in(text, start, listed=kind == "languages"))
    for claim in item_claims(text, start, kinds.get(kind, "skill")):
        if _is_in(places, claim.place.start, claim.place.end) or _DATE.fullmatch(claim.label):
            continue
        words = found.quote(claim.place)
        degree = None
        if claim.stance == "has" and level_of(words) == "further":
            degree = education_in(words, claim.place.start, found.today)
        if degree:
            found.education.append(degree)
        else:
            found.claims.append(claim)


def read_labelled(found: Found, line: Line, label: re.Match[str], section: SectionKind) -> bool:
    """Reads "label: value" wherever it stands; whether it was understood.

    Args:
        found: takes what it tells.
        line: placed in the profile's text.
        label: the match of ``LABEL`` on it.
        section: where it stands.
    """
    name, value = label["label"].strip(" •-–"), label["value"]
    kind = section_of(name)
    start = line.start + label.start("value")
    if kind == "languages" or _is_language(name):
        return bool(found.spoken(*languages_in(line.text, line.start, listed=True)))
    if _each_labelled(found, line, section):
        return True
    if (kind is None or stance_of(name) != "has") and _denied_or_rated(found, line, label):
        return True
    if kind in ("skills", "certificates"):
        _read_values(found, name, Line(value, start=start), kind)
        return True
    if kind == "mobility" and re.search(r"[;,]", value):
        found.claims.extend(item_claims(value, start, "mobility"))
        return True
    for claimed in ("mobility", "certificate"):
        if kind_of(name, "other") == claimed or (claimed == kind == "mobility"):
            where = Place(line.start, line.end)
            claim = valued_claim(name, value, where, claimed)
            found.claims.extend([claim] if claim else [])
            return claim is not None
    if kind is None and section == "skills" and len(name.split()) <= 4:
        # "Datenbanken: PostgreSQL, MongoDB" names a group of skills.
        read_list(found, value, start, section)
        return True
    return kind == "interests"


def _read_values(found: Found, name: str, value: Line, kind: SectionKind) -> None:
    """Reads what stands behind the label of a section; "Schwächen: …" denies it."""
    heads, known = stance_of_heading(name), len(found.claims)
    for first, last in sentences(value.text):
        piece = Line(value.text[first:last], start=value.start + first)
        if is_item_list(piece):
            read_list(found, piece.text, piece.start, kind)
        else:
            found.claims.extend(prose_claims(piece.text, piece.start, told=True))
    if heads != "has":
        found.claims[known:] = [replace(c, stance=heads) for c in found.claims[known:]]


def _each_labelled(found: Found, line: Line, section: SectionKind) -> bool:
    """Reads "SAP: gut / Excel: Grundlagen" piece by piece; whether it is such a list."""
    pieces = list(_LABELLED_PIECE.finditer(line.text))
    labels = [LABEL.fullmatch(piece.group()) for piece in pieces]
    if len(pieces) < 2 or not all(m and _RATED.fullmatch(m["value"]) for m in labels):
        return False
    for piece, label in zip(pieces, labels, strict=True):
        assert label is not None
        part = Line(piece.group(), start=line.start + piece.start())
        name, value = label["label"].strip(" •-–"), label["value"]
        if section_of(name) or _is_language(name) or kind_of(name, "other") != "other":
            read_labelled(found, part, label, section)
        elif claim := valued_claim(name, value, Place(part.start, part.end), "skill"):
            found.claims.append(claim)
    return True


def _denied_or_rated(found: Found, line: Line, label: re.Match[str]) -> bool:
    """Reads "In Planung: …", "Git: nein" and "Excel: sehr gut"; whether it is one of them."""
    name, value = label["label"].strip(" •-–"), label["value"]
    place = Place(line.start, line.end)
    if len(name.split()) > _LONGEST_LABEL or "," in name or _SAID.search(name):
        return False  # the beginning of a sentence
    heads = stance_of(name)
    if heads != "has":
        claims = item_claims(value, line.start + label.start("value"), kind_of(value, "skill"))
        found.claims.extend(replace(claim, stance=heads) for claim in claims)
    elif is_no(value):
        found.claims.append(Claim(kind_of(name, "skill"), name, "lacks", None, place))
    elif _LEVEL_ONLY.fullmatch(value):
        stated = stated_months(value)
        months = stated.months if stated else None
        found.claims.append(Claim("skill", f"{name} {value}", "has", months, place))
    else:
        return False
    return True


def _is_in(places: Sequence[Place], start: int, end: int) -> bool:
    return any(place.start < end and start < place.end for place in places)


def _is_language(name: str) -> bool:
    skills, _ = languages_in(name, 0, listed=True)
    return bool(skills) or bool(_LANGUAGE_LABEL.search(name))
