"""JSON Resume to lines: the schema's fields as the lines of a tidy CV.

Written for the schema's version 1.0.0 (https://jsonresume.org/schema); "company" of its older
versions is understood too. What the schema doesn't know is kept as "key: value".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.errors import UnreadableError
from bot.matching.reading.lines import CELL, Line, tidy

_HEADINGS = {
    "work": "Work experience",
    "volunteer": "Volunteer experience",
    "education": "Education",
    "awards": "Awards",
    "certificates": "Certificates",
    "publications": "Publications",
    "skills": "Skills",
    "languages": "Languages",
    "interests": "Interests",
    "references": "References",
    "projects": "Projects",
}
_PERSONAL = ("name", "image", "picture", "email", "phone", "url", "website")
_IGNORED = ("$schema", "meta")
_DEEPEST = 20


def json_lines(text: str) -> list[Line]:
    """The lines that a resume in JSON stands for.

    Raises:
        UnreadableError: broken JSON, or no resume.
    """
    try:
        resume = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "Die JSON-Datei ist beschädigt.",
            log=f"broken json: {error!r}",
            english="The JSON file is damaged.",
        ) from error
    if not isinstance(resume, dict) or not {"basics", "bio", *_HEADINGS} & resume.keys():
        raise UnreadableError(
            "Die JSON-Datei ist kein JSON Resume: Ihr fehlen Felder wie „basics“ und „work“.",
            hint="Das Format beschreibt jsonresume.org.",
            english="The JSON file is no JSON Resume: it lacks fields such as “basics” and “work”. "
            "jsonresume.org describes the format.",
        )
    return tidy(_lines(resume))


def _lines(resume: Mapping[str, Any]) -> Iterator[Line]:
    unknown: list[Line] = []
    for key, value in resume.items():
        if key in ("basics", "bio") and isinstance(value, dict):
            yield from _basics(value)
        elif key in _HEADINGS and isinstance(value, list):
            yield Line(_HEADINGS[key], heading=True, gap=True)
            for entry in value:
                yield from _entry(key, entry)
        elif key not in _IGNORED:
            unknown += _unknown(key, value)
    if unknown:
        yield Line("Other", heading=True, gap=True)
        yield from unknown


def _basics(basics: Mapping[str, Any]) -> Iterator[Line]:
    for key in _PERSONAL:
        if basics.get(key):
            yield Line(f"{key.capitalize()}: {_plain(basics[key])}")
    if basics.get("location"):
        yield Line(f"Address: {_plain(basics['location'])}")
    if basics.get("profiles"):
        yield Line(f"Profiles: {_plain(basics['profiles'])}")
    if label := _plain(basics.get("label")):
        yield Line(label, gap=True)
    known = {*_PERSONAL, "location", "profiles", "label", "summary"}
    for key in basics:
        if key not in known:
            yield from _unknown(key, basics[key])
    if summary := basics.get("summary"):
        yield Line("Summary", heading=True, gap=True)
        yield from _text_lines(summary)


def _entry(kind: str, entry: object) -> Iterator[Line]:
    if not isinstance(entry, dict):
        yield Line(_plain(entry))
        return
    values = {key: _plain(value) for key, value in entry.items()}
    get = values.get
    if kind == "languages":
        yield Line(": ".join(filter(None, (get("language"), get("fluency")))))
    elif kind == "skills":
        words = entry.get("keywords")
        names = [get("name") or "", *(map(_plain, words) if isinstance(words, list) else ())]
        for name in filter(None, names):
            yield Line(name, bullet=True)
    elif kind == "interests":
        yield Line(": ".join(filter(None, (get("name"), get("keywords")))))
    else:
        yield from _dated(kind, entry, values)


def _dated(kind: str, entry: Mapping[str, Any], values: Mapping[str, str]) -> Iterator[Line]:
    get = values.get
    start, end = get("startDate"), get("endDate")
    when = get("date") or get("awardDate") or get("releaseDate") or ""
    if start:
        # An end that is left out means that it goes on.
        when = f"{start[:7]} – {end[:7] if end else 'present'}"
    elif end:
        when = f"until {end[:7]}"
    if kind == "education":
        degree = " ".join(filter(None, (get("studyType"), get("area"))))
        named = [degree, get("institution")]
    elif kind in ("work", "volunteer", "projects"):
        role = get("position") or get("roles")
        firm = get("company") or get("organization") or get("entity") or get("name")
        named = [role, firm] if kind != "projects" else [get("name"), get("roles"), get("entity")]
    else:
        named = [get("name") or get("title"), get("issuer") or get("awarder") or get("publisher")]
    shown = ", ".join(filter(None, named))
    yield Line(CELL.join(filter(None, (when, shown))), gap=True)
    for key in ("summary", "description", "reference"):
        for line in _text_lines(entry.get(key)):
            yield Line(line.text, bullet=True)
    for key in ("highlights", "courses", "keywords"):
        if isinstance(entry.get(key), list):
            for item in entry[key]:
                yield Line(_plain(item), bullet=True)


def _text_lines(value: object) -> Iterator[Line]:
    for part in (value if isinstance(value, str) else _plain(value)).split("\n"):
        yield Line(part)


def _unknown(key: str, value: object) -> Iterator[Line]:
    if value not in (None, "", [], {}):
        yield Line(f"{key}: {_plain(value)}")


def _plain(value: object, depth: int = 0) -> str:
    """Any JSON value on one line."""
    if value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(filter(None, (_plain(v, depth + 1) for v in value.values())))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(filter(None, (_plain(v, depth + 1) for v in value)))
    return " ".join(str(value).split())
