"""Jobs: from rows of a time table, and from sentences ("Seit 2019 arbeite ich als …")."""

from __future__ import annotations

import re

from bot.matching.profile import Month, Period, Place, Work
from bot.matching.reading.experience import stated_months
from bot.matching.reading.lines import Line
from bot.matching.reading.months import length, month_before, periods
from bot.matching.reading.others import is_partly_by_others, own_clauses
from bot.matching.reading.timeline import Entry, has_title, names_firm

_TRAINING = re.compile(
    r"\b\w*(?:praktik(?:um|a|ant)|internship|intern|ehrenamt\w*|volunteer\w*|"
    r"freiwillige\w*|fsj|föj|"
    r"bundesfreiwilligendienst|bfd|zivildienst\w*|zivi|wehrdienst\w*|grundwehrdienst|au-?pair|"
    r"schülerjob|ferienjob|hospitation|hospitant)\b",
    re.I,
)
NO_WORK = re.compile(
    r"\b(?:arbeitssuchend\w*|arbeitsuchend\w*|arbeitssuche|arbeitslos\w*|"
    r"bewerbungsphase|sabbatical|"
    r"weltreise|auslandsreise|orientierungsphase|job\s?search|career break|gap year|reisen|"
    r"auszeit|unemployed|berufliche neuorientierung|neuorientierung|travell?ing)\b",
    re.I,
)
_ASIDE = re.compile(
    r"\s*\((?:(?:in\s)?(?:voll|teil)zeit|nebenberuflich|befristet|freiberuflich|freelance|"
    r"selbst?ständig|minijob|"
    r"zeitarbeit|(?:full|part)[\s-]time|contract|remote|temporary|\d+\s?%)[^)]*\)$",
    re.I,
)
_TOLD_BEHIND = re.compile(r"(?<=[a-zäöüß)A-Z]):\s+(?P<told>[^:\n]{15,})$")
_TOLD_ASIDE = re.compile(r"\(([^()\n]{30,})\)")
_AS = re.compile(
    r"\b(?:als|as(?:\s(?:an?|the))?)\s+(?P<title>[^,.;(\n]+?)(?=\s+(?:bei(?:m)?|in|im|"
    r"für(?!\s[A-ZÄÖÜ])|at|for|with|und|and|"
    r"tätig|gearbeitet|beschäftigt|angestellt|arbeite|arbeiten|war|bin)\b|\s*[,.;(\n]|$)"
)
_AT = re.compile(
    r"\b(?:bei(?:\s(?:der|dem|den|einem|einer))?|beim|at|for|with)\s+(?:the\s)?"
    r"(?P<firm>[A-ZÄÖÜ0-9„\"][^,.;\n]*?)(?=\s+(?:als|as|in|im|und|and|tätig|gearbeitet|beschäftigt|"
    r"angestellt|war|bin|habe|where|wo|since|seit|von|from|until|bis|gearbeitet)\b|"
    r"[,;\n]|\.(?:\s|$)|$)"
)
_BEING = re.compile(
    r"\b(?:bin ich|ich bin|war ich|ich war|I am|I was|I’m|I'm|been)\s+(?:der |ein |an? |the )?"
    r"(?P<title>(?:\w+er\s)?[A-ZÄÖÜ][^,.;\n]*?)(?=\s+(?:bei|beim|in|im|seit|für(?!\s[A-ZÄÖÜ])|at|for|"
    r"with|und|and)\b|[,.;\n]|$)"
)
_WORKING = re.compile(
    r"\b(?:arbeite\w*|gearbeitet|tätig|beschäftigt|angestellt|work(?:ed|ing|s)?|employed|"
    r"leite(?:te)?|geleitet|verantworte\w*|betreue\w*|manage[ds]?|led|sold|taught|drove|selbst?ständig|berufstätig|"
    r"bin|war|am|was|been|fahre|unterrichte\w*|verkaufe|programmiere|entwickle)\b",
    re.I,
)
_LEAD = re.compile(
    r"\W*(?:(?:davor|zuvor|vorher|danach|anschließend|zuletzt|aktuell|derzeit|before(?: that)?|"
    r"previously|then|afterwards|currently|now|jetzt|und)\b[\s:,]*)*",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:ich|i|habe|hab|hatte|bin|war|ist|sind|wurde|möchte|will|kann|have|had|was|am|is|are|"
    r"geboren|born|verheiratet|mitglied|member)\b",
    re.I,
)
# A year that tells when an examination was passed: "gelernter Koch (Prüfung 2012)".
_EXAM = re.compile(
    r"\b(?:\w*examen|\w*prüfung|\w*pruefung|\w*abschluss|exam|graduated|certified|zertifiziert|"
    r"bestanden)\b\W*(?:(?:im|in|von|of)\s)?(?:jahr\s)?\W*$",
    re.I,
)
_LONGEST_TITLE = 5
_STUDYING = re.compile(
    r"\b(?:studier\w*|studium|student|ausbildung|azubi|schule|gymnasium|lehre|lerne|auszubildender|"
    r"studied|studying|university|school|degree|gemeldet|mitglied|verheiratet|"
    r"führerschein|member)\b",
    re.I,
)


def job_of(entry: Entry, text: str, today: Month, *, training: bool) -> Work:
    """The job that a row tells.

    Args:
        entry: the row.
        text: the profile's text.
        today: as in ``Profile``.
        training: whether it stands among internships or voluntary work.
    """
    title, employer = _title_and_employer(entry, text)
    head = text[entry.place.start : entry.place.end]
    return Work(
        title=title,
        employer=employer,
        period=entry.period,
        months=length(entry.period, today) if entry.period else None,
        place=entry.place,
        details=(
            *(
                Place(entry.place.start + aside.start(1), entry.place.start + aside.end(1))
                for aside in _TOLD_ASIDE.finditer(head)
            ),
            *_told_in_row(head, entry.place.start),
            *(place for line in entry.details for place in _own_places(line)),
        ),
        training=training or bool(_TRAINING.search(head)),
    )


def _told_in_row(head: str, start: int) -> list[Place]:
    """What a row tells behind its title and employer: "Planer, Bau AG: Ausschreibung, Vergabe"."""
    match = _TOLD_BEHIND.search(head)
    if (
        match is None
        or not has_title(head[: match.start()])
        or names_firm(match["told"])
        or len(match["told"].split()) < 3
    ):
        return []
    line = Line(match["told"], start=start + match.start("told"))
    return _own_places(line)


def _own_places(line: Line) -> list[Place]:
    """A line below a job, or what it tells of one's own doing where it tells of others' too."""
    if not is_partly_by_others(line.text):
        return [Place(line.start, line.end)]
    return [Place(line.start + c.start, line.start + c.end) for c in own_clauses(line.text)]


def is_job(entry: Entry, text: str) -> bool:
    """Whether a row outside of a work section tells a job."""
    head = text[entry.place.start : entry.place.end]
    return (has_title(head) or names_firm(head)) and not NO_WORK.search(head)


def _title_and_employer(entry: Entry, text: str) -> tuple[str | None, str | None]:
    parts = [text[place.start : place.end] for place in entry.parts]
    if not parts:
        return None, None
    titles = [i for i, part in enumerate(parts) if has_title(part)]
    firms = [i for i, part in enumerate(parts) if names_firm(part)]
    pure = [i for i in titles if i not in firms]
    title = next(iter(pure or titles), None)
    employer = next((i for i in firms if i != title), None)
    if title is None and (employer is None or employer > 0):
        title = 0
    if title is not None and employer is None:
        # Where nothing tells by its form, the part beside the title is the employer.
        beside = [i for i in (title + 1, title - 1) if 0 <= i < len(parts) and i not in titles]
        employer = beside[0] if beside else None
    return (
        None if title is None else _bare(parts[title]),
        None if employer is None else _bare(parts[employer]),
    )


def _bare(part: str) -> str:
    part = _TOLD_ASIDE.sub("", _ASIDE.sub("", part)).strip()
    lead = _LEAD.match(part)
    return part[lead.end() :] if lead else part


def job_in_sentence(sentence: str, start: int, today: Month) -> Work | None:
    """The job that a sentence tells with its time; None where it tells none.

    ``start`` is where the sentence stands in the profile's text.
    """
    if _STUDYING.search(sentence) and not _AS.search(sentence):
        return None
    period = _said_period(sentence, start, today)
    if period is None:
        return None
    elliptical = None if _FINITE.search(sentence) else _elliptical_title(sentence, period, start)
    if not (elliptical or _WORKING.search(sentence)):
        return None
    first, last = period.place.start - start, period.place.end - start
    said = f"{sentence[:first].rstrip()} {sentence[last:].lstrip()}"
    title = _AS.search(said) or _BEING.search(said)
    named = elliptical or (title["title"].strip() if title else None)
    if named and not elliptical and not has_title(named):
        named = None
    if named is None:
        beside = (piece.strip(" ()") for piece in re.split(r"[,()]", said))
        named = next((p for p in beside if len(p.split()) <= 3 and has_title(p)), None)
    firm = _AT.search(said)
    if (
        named is None
        and firm is None
        and not re.search(r"arbeit|tätig|work|employ|beschäftigt|selbst", sentence, re.I)
    ):
        return None
    return Work(
        title=named,
        employer=_firm(firm["firm"]) if firm else None,
        period=period,
        months=length(period, today),
        place=Place(start, start + len(sentence)),
        details=(),
        training=bool(_TRAINING.search(sentence)),
    )


def _elliptical_title(sentence: str, period: Period, start: int) -> str | None:
    """The title that a sentence without a verb begins with: "Davor Kellner, 2019 bis 2025."."""
    first, last = period.place.start - start, period.place.end - start
    said = f"{sentence[:first].rstrip(' (')} {sentence[last:].lstrip(' )')}".strip()
    lead = _LEAD.match(said)
    bare = said[lead.end() :] if lead else said
    head = re.split(r"[,;:.(]|\s(?:bei|beim|at|in|im|for|with|seit|since|von|from)\s|$", bare)[0]
    head = head.strip()
    if not head or len(head.split()) > _LONGEST_TITLE or not head[0].isalpha():
        return None
    led = (lead is not None and bool(lead.group())) or first == 0
    one_noun = led and " " not in head and head[0].isupper()
    return head if has_title(head) or one_noun else None


def _firm(named: str) -> str:
    """A firm's name up to its legal form, without what the sentence says of it."""
    form = re.search(
        r"\b(?:g?GmbH|AG|SE|KG|OHG|UG|Ltd\.?|Inc\.?|e\. ?V\.)(?:\s&\sCo\.\sKG)?", named
    )
    return named[: form.end()] if form else named.strip()


def _said_period(sentence: str, start: int, today: Month) -> Period | None:
    for found in periods(sentence, today):
        if _EXAM.search(sentence[: found.place.start]):
            continue
        place = Place(start + found.place.start, start + found.place.end)
        return Period(found.first, found.last, found.exact, place)
    going_on = re.search(r"\b(?:seit|since|for(?:\sthe\s(?:past|last))?|bereits)\s", sentence, re.I)
    said = stated_months(sentence)
    if not going_on or not said or not 0 <= said.start - going_on.start() <= 30:
        return None
    if re.search(r"\bworked\b|\bwas\b", sentence) and not re.search(r"\bhave\b|’ve|'ve", sentence):
        return None
    first = month_before(today, said.months - 1)
    place = Place(start + going_on.start(), start + said.end)
    return Period(first, None, False, place)
