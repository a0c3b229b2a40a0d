"""Occupations as sources: one text each, arranged so that every fact is a line of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.domain import Section, Source
from bot.knowledge.esco.classification import Occupation, Skill, read_classification
from bot.knowledge.esco.notice import PUBLISHER
from bot.knowledge.titles import slug
from bot.passages.sentences import BULLET
from bot.reading.normalise import normalise

DUTIES = "Beschreibung und Aufgaben"
ESSENTIAL = "Wesentliche Fähigkeiten und Kenntnisse"
OPTIONAL = "Optionale Fähigkeiten und Kenntnisse"

NAMES = "Andere Bezeichnungen:"
"""Leads in the names. They stand below the description, so that a question which calls the
occupation by one of them finds what it does in the same passage."""

PLACE = "ISCO-08-Gruppe"
"""Begins the paragraph after the names."""

IN_ENGLISH = " (EN)"
"""Follows a skill that has no German label; in words it would answer who asks for English."""

_ITEM = re.compile(r"^\s*[-–•*]\s+")
_normal = functools.lru_cache(maxsize=20_000)(normalise)


def occupation_sources(folder: Path) -> tuple[Source, ...]:
    """Every released occupation of the German CSV export in ``folder``.

    Raises:
        UnreadableError: as ``read_classification``.
    """
    found = read_classification(folder)
    edition = f"ESCO {found.version}, bearbeitet"
    ids = _role_ids(found.occupations)
    return tuple(_source(one, ids[one.uri], edition) for one in found.occupations)


def _role_ids(occupations: Iterable[Occupation]) -> dict[str, str]:
    """A role's id for each URI: the masculine form's, with ESCO's code where two share it."""
    taken: set[str] = set()
    ids: dict[str, str] = {}
    for one in sorted(occupations, key=lambda o: (_depth(o.code), o.uri)):
        role_id = slug(one.forms[0])
        if role_id in taken:
            role_id = f"{role_id}-{slug(one.code)}"
        if role_id in taken:
            role_id = f"{role_id}-{one.uri[-8:]}"
        taken.add(role_id)
        ids[one.uri] = role_id
    return ids


def _depth(code: str) -> tuple[int, tuple[int, ...]]:
    """The broader occupation of two with the same name comes first."""
    numbers = tuple(int(part) if part.isdigit() else 0 for part in code.split("."))
    return len(numbers), numbers


def _source(one: Occupation, role_id: str, edition: str) -> Source:
    text, sections = _assembled(
        (DUTIES, _described(one)),
        (ESSENTIAL, [_listed(map(_line, one.essential))]),
        (OPTIONAL, [_listed(map(_line, one.optional))]),
    )
    return Source(
        id=f"esco-{one.uri.rsplit('/', 1)[-1]}",
        title=one.title,
        text=text,
        sections=sections,
        publisher=PUBLISHER,
        url=one.uri,
        updated=one.modified,
        language="de",
        roles=(role_id,),
        edition=edition,
    )


def _assembled(*parts: tuple[str, list[str]]) -> tuple[str, tuple[Section, ...]]:
    """Sections of paragraphs as one text, laid out as ``bot.reading.assembly`` does."""
    text = ""
    sections = []
    for heading, paragraphs in parts:
        body = "\n\n".join(filter(None, paragraphs))
        if body:
            text += f"{chr(10) * 2 if text else ''}{heading}\n\n"
            sections.append(Section((heading,), len(text), len(text) + len(body)))
            text += body
    return text, tuple(sections)


def _described(one: Occupation) -> list[str]:
    return [
        *_paragraphs(one.texts),
        NAMES if one.alt_labels else "",
        _listed(one.alt_labels),
        *map(_normal, _place(one)),
    ]


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in filter(str.strip, text.splitlines()):
            yield _ITEM.sub(BULLET, normalise(line))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(BULLET + _normal(line) for line in lines)


def _place(one: Occupation) -> Iterator[str]:
    """Where the occupation stands in the classification."""
    yield f"{PLACE} {one.group.code}: {one.group.label}"
    if one.broader:
        yield f"Übergeordneter Beruf: {', '.join(one.broader)}"
    yield f"ESCO-Code: {one.code}"
    if one.is_regulated:
        yield "ESCO führt den Beruf als reglementiert."


def _line(skill: Skill) -> str:
    label = skill.label
    if label[1:2].islower():  # "iOS" and "eBusiness" keep their capitals
        label = label[0].upper() + label[1:]
    return label + (IN_ENGLISH if skill.language == "en" else "")
