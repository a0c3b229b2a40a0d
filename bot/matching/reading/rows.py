"""Sections to items: time tables row by row, everything else line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.matching.profile import Claim, Place
from bot.matching.reading.claims import (
    is_instruction,
    is_item_list,
    is_plain_list,
    item_claims,
    kind_of,
    prose_claims,
    sentences,
)
from bot.matching.reading.degrees import level_of, names_degree, tells_education
from bot.matching.reading.education import (
    OF_THE_ROW,
    denied_education,
    education_in,
    education_of,
    is_further_education,
)
from bot.matching.reading.found import Found
from bot.matching.reading.free_text import read_sentences
from bot.matching.reading.languages import languages_in
from bot.matching.reading.lines import Line
from bot.matching.reading.lists import (
    LABEL,
    is_language_list,
    read_labelled,
    read_languages,
    read_list,
)
from bot.matching.reading.months import periods
from bot.matching.reading.others import is_partly_by_others, own_clauses
from bot.matching.reading.sections import Section, SectionKind, section_of, stance_of_heading
from bot.matching.reading.stance import clauses
from bot.matching.reading.timeline import Entry, entries, has_title
from bot.matching.reading.work import NO_WORK, is_job, job_of

_TABLES = ("work", "internship", "volunteer", "education")
_MOVING = re.compile(
    r"\b(?:führerschein|fahrerlaubnis|driving licen[cs]e|reisebereit\w*|umzugsbereit\w*)\b", re.I
)
_HOLDS = re.compile(
    r"(?:führerschein|fahrerlaubnis|fs\b|driving licen[cs]e|driver['’]s licen)", re.I
)
_COURSE = re.compile(r"zertifikat|certificate|lehrgang|seminar|kurs", re.I)
_SCHOOL_TOO = re.compile(
    r"(?P<other>[^;]+?)\s*[;,]\s+(?P<school>(?:mittlere\w?\s(?:reife|schulabschluss)|realschulabschluss|"
    r"hauptschulabschluss|(?:fach)?abitur|(?:fach)?hochschulreife)\b[^,;]*)",
    re.I,
)
_POST = re.compile(
    r"\b(?:wissenschaftlicher|studentischer|wiss\.|stud\.)\s(?:mitarbeiter|hilfskraft)|"
    r"\bdozent\b|\blehrer\b|\w*leiter\b|\blecturer\b|\bteacher\b|\bprofessor\b|werkstudent|"
    r"working student|research assistant|praktik(?:um|ant)|\bintern(?:ship)?\b|\bhiwi\b|tutor",
    re.I,
)
_PRACTISED = re.compile(r"staatl\w*\.?\s(?:anerk|gepr)|examinier", re.I)
_LABEL_WORDS = 10


def read_section(found: Found, section: Section) -> None:
    """Reads the lines below one heading by its kind."""
    kind, lines = section.kind, section.lines
    heads = stance_of_heading(section.heading.text) if section.heading else "has"
    if heads == "has" or kind not in ("skills", "certificates"):
        _read(found, kind, lines)
        return
    # Under "Was ich nicht kann" comes a line or a list; what follows may have a heading of its own.
    count = next((i for i, line in enumerate(lines) if i and not line.bullet), len(lines))
    known = len(found.claims)
    _read(found, kind, lines[:count])
    found.claims[known:] = [
        replace(claim, stance=heads) if claim.stance == "has" else claim
        for claim in found.claims[known:]
    ]
    _read(found, "mixed", lines[count:])


def _read(found: Found, kind: SectionKind, lines: Sequence[Line]) -> None:
    if kind in (*_TABLES, "mixed", "personal", "other"):
        _time_table(found, kind, lines)
    elif kind == "certificates":
        _certificates(found, lines)
    elif kind == "languages":
        for line in read_languages(found, lines):
            _line(found, line, "skills")
    elif kind == "references":
        found.unread.extend(lines)
    elif kind != "interests":  # Those are understood, but evidence of nothing that roles ask for.
        for line in lines:
            _line(found, line, kind)


def _time_table(found: Found, kind: SectionKind, lines: Sequence[Line]) -> None:
    lines = [part for line in lines for part in _without_sentences(found, line)]
    if kind in ("education", "mixed"):
        lines = [part for line in lines for part in _degrees_apart(line)]
    apart = [line for line in lines if _is_labelled_list(found, line)]
    rows, loose = entries([line for line in lines if line not in apart], found.today)
    for line in loose:
        _line(found, line, kind)
    for entry in rows:
        own, rest = _until_a_heading(entry.details)
        _entry(found, replace(entry, details=own), kind)
        for line in rest:
            if line.bullet:
                _details(found, [line])
            else:
                _line(found, line, kind)
    for line in apart:
        _line(found, line, kind)


def _without_sentences(found: Found, line: Line) -> list[Line]:
    """A row that goes on in sentences, as row and sentences: "2024 - now: Designer. Draws …"."""
    first = next(iter(periods(line.text, found.today)), None)
    if line.bullet or not first or first.place.start > 0:
        return [line]
    spans = list(sentences(line.text))
    if len(spans) == 1 or spans[0][1] <= first.place.end:
        return [line]
    cut = spans[1][0]
    rest = line.text[cut:]
    return [
        replace(line, text=line.text[:cut].rstrip(" .")),
        replace(line, text=rest, start=line.start + cut, bullet=True, gap=False),
    ]


def _degrees_apart(line: Line) -> list[Line]:
    """A line of two certificates, as two: "Gesellenprüfung 1992; Realschulabschluss 1988"."""
    match = _SCHOOL_TOO.fullmatch(line.text)
    if match is None or level_of(match["other"]) in (None, "school"):
        return [line]
    school = replace(
        line, text=match["school"], start=line.start + match.start("school"), gap=False
    )
    return [replace(line, text=match["other"]), school]


def _until_a_heading(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What is below a row, and what a line such as "Aufgaben als Bauleiter:" sets apart from it."""
    for index, line in enumerate(lines):
        if not line.bullet and line.gap and line.text.endswith(":"):
            return tuple(lines[:index]), tuple(lines[index + 1 :])
    return tuple(lines), ()


def _is_labelled_list(found: Found, line: Line) -> bool:
    """Whether a line is a section of its own: "Sprachen: …", "Praktikum: 03/2015 – 05/2015 …"."""
    label = LABEL.fullmatch(line.text)
    kind = section_of(label["label"]) if label and not line.bullet else None
    if label is None or kind is None:
        return False
    is_table = kind in ("work", "internship", "volunteer", "mixed", "other")
    return not is_table or bool(periods(label["value"], found.today))


def _entry(found: Found, entry: Entry, kind: SectionKind) -> None:
    head = found.quote(entry.place)
    educates = tells_education(head)
    certifies = kind_of(head, "other") == "certificate"
    is_post = bool(_POST.search(head))
    if certifies and not educates and kind not in ("work", "internship", "volunteer"):
        found.claims.extend(_named(found, entry))
        _details(found, _without_foreign(found, entry).details)
    elif (educates and not is_post) or (
        kind == "education" and (educates or not (is_post and has_title(head)))
    ):
        is_open = entry.period is not None and entry.period.last is None
        practised = is_open and bool(_PRACTISED.search(head)) and has_title(head)
        learnt = replace(entry, period=None) if practised else entry
        found.education.append(education_of(learnt, found.text, found.today))
        if practised:  # "Altenpfleger (staatlich anerkannt) seit 2019" tells the work, too.
            found.work.append(job_of(entry, found.text, found.today, training=False))
        _below_education(found, entry, head)
    elif NO_WORK.search(head) and not has_title(head):
        _details(found, entry.details)
    elif entry.parts and (kind in _TABLES or is_job(entry, found.text)):
        entry = _without_foreign(found, entry)
        training = kind in ("internship", "volunteer")
        found.work.append(job_of(entry, found.text, found.today, training=training))
        _details(found, entry.details)
    else:
        read_sentences(found, Line(head, start=entry.place.start), told=False)
        for line in entry.details:
            _line(found, line, "other")


def _without_foreign(found: Found, entry: Entry) -> Entry:
    """The job without lines about languages, mobility or degrees, which are read apart."""
    own: list[Line] = []
    for line in entry.details:
        skills, claims = languages_in(line.text, line.start, listed=False)
        is_spoken = any(skill.level for skill in skills) or bool(claims) or is_language_list(line)
        if line.bullet and not (is_language_list(line) or _HOLDS.match(line.text)):
            own.append(line)
        elif is_spoken or _MOVING.search(line.text) or _HOLDS.match(line.text):
            _line(found, line, "other")
        elif names_degree(line.text) and len(line.text.split()) <= _LABEL_WORDS:
            _line(found, line, "education")
        else:
            own.append(line)
    return replace(entry, details=tuple(own))


def _named(found: Found, entry: Entry) -> list[Claim]:
    """What a row names beside its time, as a certificate."""
    label = ", ".join(map(found.quote, entry.parts))
    claims = item_claims(found.quote(entry.place), entry.place.start, "certificate")
    first = next(claims, None)
    return [replace(first, label=label, place=entry.place)] if first and label else []


def _below_education(found: Found, entry: Entry, head: str) -> None:
    for line in entry.details:
        if is_further_education(line, head):
            _line(found, line, "education")
        elif line.bullet and entry.bullet and not OF_THE_ROW.match(line.text):
            _line(found, line, "mixed")  # an item beside the row, not below it
        elif not (line.bullet or OF_THE_ROW.match(line.text)) or is_instruction(line.text):
            _line(found, line, "other")


def _details(found: Found, lines: Sequence[Line]) -> None:
    """Lines below a job: each tells what was done."""
    for line in lines:
        for first, last in sentences(line.text):
            words, start = line.text[first:last], line.start + first
            stances = {clause.stance for clause in clauses(words)}
            if is_instruction(words) or not own_clauses(words):
                found.unread.append(Line(words, start=start))
            elif len(stances) == 1 and not is_partly_by_others(words):
                place = Place(start, start + len(words))
                label = words.strip(" .:") or words
                found.claims.append(Claim("experience", label, stances.pop(), None, place))
            else:
                claims = prose_claims(words, start, told=True)
                found.claims.extend(replace(claim, kind="experience") for claim in claims)


def _certificates(found: Found, lines: Sequence[Line]) -> None:
    rows, loose = entries(lines, found.today, alone=True)
    for line in loose:
        if (is_item_list(line) or line.bullet) and not is_instruction(line.text):
            found.claims.extend(item_claims(line.text, line.start, "certificate"))
        else:
            _line(found, line, "certificates")
    for entry in rows:
        head = found.quote(entry.place)
        if tells_education(head) and not _COURSE.search(head):
            found.education.append(education_of(entry, found.text, found.today))
        else:
            found.claims.extend(_named(found, entry))
        for line in entry.details:
            if is_item_list(line) and not _tells_level(line):
                found.claims.extend(item_claims(line.text, line.start, "certificate"))
            else:
                _line(found, line, "certificates")


def _tells_level(line: Line) -> bool:
    """Whether a line is about a language and how well it is known."""
    skills, _ = languages_in(line.text, line.start, listed=True)
    return any(skill.level for skill in skills)


def _line(found: Found, line: Line, kind: SectionKind) -> None:
    """A line that is no row: a labelled list, a list, or sentences."""
    label = LABEL.fullmatch(line.text)
    if is_instruction(line.text):
        read_sentences(found, line, told=False)
        return
    if is_language_list(line):
        found.spoken(*languages_in(line.text, line.start, listed=True))
        return
    if label and section_of(label["label"]) == "summary":
        value = Line(label["value"], start=line.start + label.start("value"))
        read_sentences(found, value, told=True)
        return
    if label and (_labelled_table(found, line, label) or read_labelled(found, line, label, kind)):
        return
    if kind == "education" and _education_line(found, line):
        return
    if kind in ("skills", "certificates", "mobility", "languages") and is_item_list(line):
        for first, last in sentences(line.text):
            read_list(found, line.text[first:last], line.start + first, kind)
    elif kind in ("mixed", "other", "personal") and is_plain_list(line):
        read_list(found, line.text, line.start, "skills")
    else:
        read_sentences(found, line, told=kind in ("summary", "skills"))


def _labelled_table(found: Found, line: Line, label: re.Match[str]) -> bool:
    """Reads "Praktikum: …" and "Education: …, …" as rows."""
    kind = section_of(label["label"].strip(" •-–"))
    if kind not in _TABLES:
        return False
    before = found.count
    start = line.start + label.start("value")
    pieces = list(re.finditer(r"[^;,]+", label["value"]))
    if kind == "education" and len(pieces) > 1 and all(names_degree(p.group()) for p in pieces):
        for piece in pieces:
            bare = piece.group().lstrip()
            shift = piece.end() - len(bare)
            _time_table(found, kind, [Line(bare.rstrip(), start=start + shift)])
    else:
        for piece in re.finditer(r"(?:(?!\s/\s).)+", label["value"]):
            bare = piece.group().lstrip(" /")
            shift = piece.end() - len(bare)
            _time_table(found, kind, [Line(bare.rstrip(), start=start + shift)])
    return found.count > before


def _education_line(found: Found, line: Line) -> bool:
    education = education_in(line.text, line.start, found.today)
    denied = denied_education(line.text, line.start)
    if denied:
        found.claims.append(denied)
    elif education:
        found.education.append(education)
    return bool(denied or education)
