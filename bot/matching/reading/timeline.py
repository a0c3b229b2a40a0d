"""Rows of a time table: a span of time, what stands beside it, and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.titles import named_roles
from bot.matching.profile import Month, Period, Place
from bot.matching.reading.lines import Line
from bot.matching.reading.months import periods

_AROUND = " \t,;:|()[]–—-·•/"
_LENGTH = re.compile(
    r"[\s(\[|·•,]*(?:ca\.\s)?\d+\s?(?:Jahre?n?|years?|"
    r"yrs?)(?:[,\s]+(?:und\s)?\d+\s?(?:Monate?n?|months?|mos?))?[)\]]?"
    r"|[\s(\[|·•,]*\d+\s?(?:Monate?n?|months?|mos?)[)\]]?",
    re.I,
)
_LONGEST_HEAD = 90
_MOST_HEAD_LINES = 3
_LONGEST_ROW = 14
_LONGEST_TITLE = 4
_PROSE = re.compile(r"\b(?:ich|I|habe|war|wurde|was|were|bin|am|mein|my)\b")
_FIRM = re.compile(
    r"\b(?:gmbh|mbh|ag|kg|kgaa|ohg|gbr|se|ug|e\.\s?v\.|e\.\s?k\.|ltd|llc|inc|corp|plc|s\.?a\.?|"
    r"bv|b\.v\.|co\.|company|group|gruppe|holding|stiftung|verein|verband|bank|sparkasse|"
    r"klinik(?:um)?|krankenhaus|hospital|universität|university|hochschule|college|institut|"
    r"institute|amt|behörde|ministerium|stadt|gemeinde|landkreis|verlag|versicherung(?:en)?|"
    r"werke|agentur|agency|kanzlei|praxis|apotheke|autohaus|hotel|restaurant|schule|school|"
    r"kita|kindergarten|bundeswehr|polizei|solutions|systems|technologies|consulting|services|"
    r"industries|labs|partners|freiberuflich|selbständig|selbstständig|freelance)\b|"
    r"\w+(?:bank|werke?|klinik|verlag|versicherung|amt|haus|hof|markt|heim|(?<!\bauf)(?<!\bum)(?<!\bab)(?<!\bein)(?<!\ban)(?<!\baus)bau|gruppe|schule|zentrum|"
    r"betrieb|agentur)\b",
    re.I,
)
_TITLE = re.compile(
    r"\b(?:leitung|leiter|manager|assisten[tz]\w*|mitarbeiter|mitarbeit|praktik\w+|werkstudent|"
    r"trainee|volontär\w*|aushilfe|hilfskraft|referent|sachbearbeit\w+|berater|consultant|"
    r"entwickler|developer|engineer|ingenieur|techniker|meister|kaufmann|verkäufer|intern(?:ship)?|"
    r"director|direktor|head|lead|officer|specialist|spezialist|analyst|coordinator|koordinator|"
    r"angestellter|fachkraft|kraft|executive|representative|außendienst|innendienst|"
    r"geschäftsführ\w+|"
    r"inhaber|gründer|founder|owner|freelancer|freiberufler|auszubildender|azubi|lehrling|student|"
    r"doktorand|dozent|trainer|coach|fahrer|lagerist|helfer|pfleger|erzieher|teamlead|"
    r"stellvertret\w+|"
    r"sales|buchhalt\w+|accountant|designer|redakteur|editor|nurse|teacher|cook|chef|clerk|"
    r"operative|worker|driver|cashier|waiter|receptionist|technician|electrician|cleaner|baker|"
    r"buyer|carer|supervisor|plumber|mechanic|gardener|scientist|researcher|secretary|"
    r"ceo|cto|cfo|coo|vp|tutor|au-pair|zivildienst\w*|wehrdienst\w*|\w*dienst)\b|"
    r"\w+(?:informatiker|leitung|leiter|manager|assistent|assistenz|mitarbeiter|berater|entwickler|ingenieur|"
    r"techniker|meister|kaufmann|verkäufer|fachkraft|sachbearbeiter|betreuer|planer|arbeiter|"
    r"schlosser|mechaniker|mechatroniker|elektroniker|fahrer|helfer|pfleger|praktikum|"
    r"praktikant)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\t|\s*[|·•;@]\s*|,\s+|:\s+|\s+[–—-]\s+|\s+(?:bei(?:\s(?:der|dem|den))?|beim|at|"
    r"with)\s+(?=[A-ZÄÖÜ0-9„\"])"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: when, and what stands there.

    Attributes:
        parts: title, employer, place and the like, as places in reading order.
        place: from the first to the last line of its head.
        details: lines below the head.
        bullet: whether the row is itself an item of a list.
    """

    period: Period | None
    parts: tuple[Place, ...]
    place: Place
    details: tuple[Line, ...]
    bullet: bool = False


def has_title(text: str) -> bool:
    """Whether ``text`` names an occupation or a position."""
    # "Verkaeufer" is typed where there is no key for ä.
    written = text.replace("ae", "ä").replace("ue", "ü").replace("oe", "ö")
    return bool(named_roles(text) or _TITLE.search(text) or _TITLE.search(written))


def names_firm(text: str) -> bool:
    """Whether ``text`` names an employer by its form."""
    return bool(_FIRM.search(text))


def row_period(line: Line, today: Month) -> Period | None:
    """The span that makes ``line`` a row of a time table, placed in the profile's text."""
    text = line.text
    for period in periods(text, today):
        start, end = period.place.start, period.place.end
        before, after = text[:start].strip(_AROUND), text[end:].strip(_AROUND)
        is_date = period.first == period.last and not re.search(r"[–—-]|bis|to", text[start:end])
        after = _LENGTH.sub("", " " + after).strip(_AROUND)
        if _PROSE.search(text) or (line.bullet and is_date and before):
            return None
        if (
            not before
            or not after
            or text[start - 1 : start] == "\t"
            or text[start - 1 : start] == "("
            or (not is_date and _stands_between(text, start, end))
        ):
            if is_date and before and (len(before.split()) > 8 or line.bullet):
                return None
            if len(text) > 200 or (len(text.split()) > 14 and text.endswith(".")):
                return None
            return replace(period, place=Place(line.start + start, line.start + end))
    return None


def _stands_between(text: str, start: int, end: int) -> bool:
    """Whether a span stands in the middle of a short row: "Kita Nord 2014–2019, Gruppenleitung"."""
    short = len(text.split()) <= _LONGEST_ROW and not text.endswith((".", "!", "?"))
    if not short:
        return False
    if text[0].isupper() and re.match(r"\s*;\s*[a-zäöü]", text[end:]):
        return False  # "Wartung der Anlagen seit 2019; betreue …" goes on in words
    before = text[:start].strip(_AROUND)
    titled = len(before.split()) <= _LONGEST_TITLE and has_title(before)
    return bool(
        re.match(r"\s*[,|;\t]", text[end:])
        or (titled and re.match(r"\s(?:bei|beim|at|with)\s", text[end:]))
    )


def entries(
    lines: Sequence[Line], today: Month, *, alone: bool = False
) -> tuple[list[Entry], list[Line]]:
    """The rows of a section and the lines that belong to none.

    Args:
        lines: of the section.
        today: as in ``Profile``.
        alone: whether a row that names anything is whole, so that no line above belongs to it.
    """
    rows = [row_period(line, today) for line in lines]
    found: list[Entry] = []
    loose: list[Line] = []
    first_row = next((i for i, row in enumerate(rows) if row), len(lines))
    heads = _heads_above(lines, rows, alone=alone) if first_row else {}
    taken = {index for above in heads.values() for index in above}
    loose.extend(line for i, line in enumerate(lines[:first_row]) if i not in taken)
    starts = [i for i, row in enumerate(rows) if row]
    for position, index in enumerate(starts):
        period = rows[index]
        stop = starts[position + 1] if position + 1 < len(starts) else len(lines)
        below = [lines[i] for i in range(index + 1, stop) if i not in taken]
        above = [lines[i] for i in heads.get(index, ())]
        found.append(_entry(lines[index], period, above, below))
    return found, loose


def _heads_above(
    lines: Sequence[Line], rows: Sequence[Period | None], *, alone: bool
) -> dict[int, list[int]]:
    """For rows that say too little themselves: the lines right above that say it."""
    heads: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if not row or not _is_bare(lines[index], row) or (alone and _rest(lines[index], row)):
            continue
        above: list[int] = []
        for i in range(index - 1, max(-1, index - 1 - _MOST_HEAD_LINES), -1):
            line = lines[i]
            if rows[i] or line.bullet or len(line.text) > _LONGEST_HEAD or line.text.endswith("."):
                break
            above.insert(0, i)
            named = " ".join(lines[j].text for j in above)
            if has_title(named) and (line.gap or names_firm(named)):
                break
        heads[index] = above
    return heads


def _is_bare(line: Line, period: Period) -> bool:
    rest = _rest(line, period)
    return not rest or not has_title(rest)


def _rest(line: Line, period: Period) -> str:
    start, end = period.place.start - line.start, period.place.end - line.start
    rest = f"{line.text[:start].strip(_AROUND)} {line.text[end:].strip(_AROUND)}"
    return _LENGTH.sub("", " " + rest).strip(_AROUND)


def _entry(line: Line, period: Period | None, above: list[Line], below: list[Line]) -> Entry:
    parts = [part for head in above for part in _parts(head)]
    parts += _parts(line, period)
    last = line
    details = list(below)
    named = " ".join(text for text in (_rest(line, period) if period else line.text,) if text)
    named = " ".join([*(head.text for head in above), named])
    while details and _is_head(details[0], named, len(parts)):
        last = details.pop(0)
        parts += _parts(last)
        named += " " + last.text
    first = above[0] if above else line
    return Entry(period, tuple(parts), Place(first.start, last.end), tuple(details), line.bullet)


def _is_head(line: Line, named: str, known: int) -> bool:
    """Whether a line below a row goes on naming the position or the employer."""
    text = line.text
    if line.bullet or len(text) > _LONGEST_HEAD or text.endswith((".", ":")) or known >= 4:
        return False
    if ":" in text or _PROSE.search(text) or len(text.split()) > 9:
        return False
    if not named.strip():
        return True
    lacks_title = not has_title(named) and has_title(text)
    lacks_firm = not names_firm(named) and names_firm(text)
    return lacks_title or lacks_firm


def _parts(line: Line, period: Period | None = None) -> list[Place]:
    """Pieces of a line that stand for themselves, without its span of time."""
    text = line.text
    if period:
        start, end = period.place.start - line.start, period.place.end - line.start
        length = _LENGTH.match(text, end)
        end = length.end() if length else end
        if text[:start].endswith("(") and text[end:].startswith(")"):
            start, end = start - 1, end + 1
        text = text[:start] + "\t" * (end - start) + text[end:]
    found: list[Place] = []
    position = 0
    for match in [*_BETWEEN.finditer(text), None]:
        stop = match.start() if match else len(text)
        piece = text[position:stop]
        if match and piece.count("(") > piece.count(")"):
            continue
        bare = piece.strip(" \t,;:|–—-·•/")
        bare = bare.rstrip(" (") if bare.count("(") > bare.count(")") else bare
        if re.search(r"[^\W_]", bare):
            start = position + piece.index(bare)
            found.append(Place(line.start + start, line.start + start + len(bare)))
        if match:
            position = match.end()
    return found
