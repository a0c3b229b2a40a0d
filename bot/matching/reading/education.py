"""Education: level, subject and whether it was finished.

Finished is True where the words say so, where a degree is named with an end in the past, and for
an apprenticeship of at least two years (the shortest there is) that ended in the past. It is
False where the words deny it, or while it goes on. Otherwise nobody knows, and it is None.
Studies whose degree isn't named are of the least level there is, a bachelor's, finished or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.matching.profile import Claim, Education, EducationLevel, Month, Period, Place
from bot.matching.reading.degrees import DEGREE, level_of, tells_education
from bot.matching.reading.lines import Line
from bot.matching.reading.months import length, periods
from bot.matching.reading.stance import stance_of
from bot.matching.reading.timeline import Entry, has_title

_STUDY = re.compile(
    r"\b(?:\w*studium|\w*studiengang|studier\w*|studied|studying|studies|degree|"
    r"university|universität|"
    r"hochschule|fachhochschule|uni|college|tu|fh|haw|htw|dhbw|lmu|rwth|kit|akademie|graduated?|"
    r"diploma|student)\b|studium\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:abgebrochen\w*|abbruch|ohne (?:abschluss|examen|diplom)|"
    r"nicht (?:abgeschlossen|beendet|bestanden)|kein abschluss|"
    r"unvollendet|exmatrikul\w*|unterbrochen|dropped out|without (?:a )?degree|"
    r"not (?:completed|finished)|"
    r"left (?:after|without|early)|aufgehört|(?:hin)?geschmissen|versucht|"
    r"nicht geschaff?t|durchgefallen|failed|"
    r"unfinished|no degree|discontinued|brach\s(?:\w+\s){1,5}ab|aufgegeben|gave (?:it )?up|"
    r"never (?:finished|completed)|"
    r"vorzeitig beendet|(?:nur )?teilweise)\b",
    re.I,
)
_COMING = re.compile(
    r"\b(?:voraussichtlich\w*|vorauss\.|vsl\.|laufend|derzeit|aktuell|zurzeit|momentan|"
    r"im \d+\. (?:semester|lehrjahr|fachsemester)|"
    r"geplant\w*|angestrebt\w*|anticipated|expected|in progress|ongoing|currently|"
    r"noch nicht abgeschlossen|"
    r"begonnen|studiere|bin student|berufsbegleitend seit|seit)\b",
    re.I,
)
_GOING_ON = re.compile(
    r"\b(?:mache?|absolviere|besuche|durchlaufe|lerne?|doing|taking)\s(?:\w+\s){0,2}?"
    r"(?:g(?:e)?rade?|derzeit|zurzeit|aktuell|jetzt|noch|eine|meine|die|an|my|currently)\b|"
    r"\bg(?:e)?rade?\s(?:noch\s)?(?:in|an|bei|mitten)\b|\bim \d+\. (?:lehrjahr|semester|"
    r"fachsemester|ausbildungsjahr)|\b\d\. (?:lehrjahr|ausbildungsjahr)|"
    r"\b(?:lehrjahr|ausbildungsjahr)\s\d\b",
    re.I,
)
_OVER = re.compile(r"\b(?:abgeschlossen|fertig|beendet|bestanden|absolviert|gemacht|done)\b", re.I)
_LEARNING = re.compile(
    r"\blerne?\s(?:(?:g(?:e)?rade?|derzeit|zurzeit|aktuell|jetzt|noch|den beruf)\s)*"
    r"(?P<subject>[A-ZÄÖÜ][\w-]+(?:\s(?:für|fuer)\s[A-ZÄÖÜ]\w+)?)"
)
_DONE = re.compile(
    r"\b(?:abgeschlossen\w*|abschluss(?!arbeit)|erfolgreich\w*|bestanden\w*|erworben|"
    r"erlangt|absolvent|examen|graduated|completed|"
    r"absolviert\w*|anerkannt\w*|anerkennung|prüfung|note\b|"
    r"gesamtnote|notendurchschnitt|gpa|final grade|obtained|earned|"
    r"gelernter?|promoviert|"
    r"prädikat|zeugnis|with honou?rs|awarded|degree in|diplomiert\w*|geprüfter?)\b|\b\d[.,]\d\b",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:\b(?:studium|studiengang|studies|ausbildung|umschulung|lehre|apprenticeship|"
    r"promotion|bachelor(?:studium)?|master(?:studium)?|"
    r"diplom(?:studium)?|magister|degree|lehramt|training|hochschulstudium|ph\.?\s?d\.?|"
    r"duales studium)\b"
    r"(?:['’]s)?(?:\sdegree)?"
    r"(?:\s(?:of (?:arts|science|engineering|education|laws|business administration)|\([^)]*\)))*"
    r"(?:\s\(?[bm]\.?\s?(?:a|sc|eng|ed)\b\.?\)?)?"
    r"[\s:,–-]*(?:(?:im fach|in der fachrichtung|fachrichtung|der|des|in|zum|zur|als|of|"
    r"as an?|für|im bereich|im|am|the)\s+)*)"
    r"(?P<subject>[^,;|\t(–\n.]+?)(?=\s*(?:$|[,;|\t(–.]|\s(?:an der|an|bei|at|am|in|von|"
    r"mit|uni|universität|university|tu|fh|hochschule|erfolgreich|seit|ab|since|abgeschlossen|"
    r"absolviert|abgebrochen|studiert|gemacht|begonnen|und(?=\s(?-i:[a-z]))|from|"
    r"with)\s?))",
    re.I,
)
_BEFORE_TITLE = re.compile(
    r"(?P<subject>[A-ZÄÖÜ][^,;|\t(\n]+?)\s*\((?:[BM]\.?\s?(?:Sc|A|Eng|Ed)\b|Bachelor|"
    r"Master|Diplom|Dipl|Magister)"
)
_AFTER_TITLE = re.compile(
    r"\b(?:[BM]\.?\s?(?:Sc|A|Eng|Ed)\.?|BSc|MSc|"
    r"Dipl\.?)(?=[\s,-])[\s,]*(?:in\s)?(?P<subject>[A-ZÄÖÜ][^,;|\t(–\n.]+)"
)
_STUDIED = re.compile(
    r"(?:\b(?:habe|hat|studied|i studied|"
    r"studiere)\s+)?(?P<subject>[A-ZÄÖÜ][\w&-]+(?:\s(?:und|and|"
    r"&)?\s?[A-ZÄÖÜ][\w-]+)*)\s+studiert\b|\b(?:studied|studying|studiere|"
    r"studierte)\s+(?:derzeit\s|currently\s)?(?P<other>[A-ZÄÖÜ][\w&-]+(?:\s(?:und|and|"
    r"&)?\s?[A-ZÄÖÜ][\w-]+)*)"
)
_STUDIED_SMALL = re.compile(
    r"\b(?:studied|studying)\s(?P<subject>(?!hard|abroad|full|part|there|at\b|in\b|for\b|with\b|it\b|"
    r"but\b|and\b|the\b)[a-z]{3,}(?:\s(?!but\b|at\b|and\b|for\b|from\b|in\b|with\b)[a-z]+){0,2})"
)
_LEARNT = re.compile(r"\bgelernter?\s+(?P<subject>[A-ZÄÖÜ][\w-]+(?:\sfür\s[A-ZÄÖÜ]\w+)?)")
_BECOMING = re.compile(
    r"\b(?i:azubi|auszubildender|lehrling|trainee|apprentice)\b(?:\s\(?im\s\d\.?\s\w*jahr\)?)?\s"
    r"(?:zum|zur|als|as\san?)\s(?P<subject>[A-ZÄÖÜ][\w-]+(?:\s(?:für|fuer)\s[A-ZÄÖÜ]\w+)?)"
)
_SOME_MONTHS = re.compile(r"\b(?:\d+|ein|zwei|drei|einige)\w*\s(?:monat|woche|month|week)\w*", re.I)
_WAS_LEARNT = re.compile(
    r"(?P<subject>[A-ZÄÖÜ][\w-]{3,}(?:\s(?:für|im|in|und)\s[A-ZÄÖÜ][\w-]+)*)\s(?:[a-zäöü]\w*\s)?gelernt\b"
)
_LEARNT_ONCE = re.compile(
    r"\b[Gg]elernt\s(?:habe?|hatte)\s(?:ich\s)?(?:\w+\s)?(?P<subject>[A-ZÄÖÜ][\w-]{3,}(?:\sfür\s[A-ZÄÖÜ][\w-]+)?)"
)
_RECOGNISED = re.compile(
    r"\bals\s(?P<subject>[A-ZÄÖÜ][\w-]+)\s(?:\w+\s){0,2}anerkannt|"
    r"(?P<other>[A-ZÄÖÜ][\w-]+),?\s\(?(?:staatl\.|staatlich)\s(?:anerk|gepr)|"
    r"(?:staatl\.|staatlich)\s(?:anerkannter|anerk\.|geprüfter|gepr\.)\s(?P<third>[A-ZÄÖÜ][\w-]+)"
)
_OF_STUDIES = re.compile(
    r"\b(?!(?:Hoch|Voll|Fern|Master|Bachelor|Diplom|Erst|Zweit|Aufbau|Teilzeit|Präsenz|Haupt|Grund|"
    r"Abend|Auslands|Lehramts|Magister|Promotions)s?studi)(?P<subject>[A-ZÄÖÜ]\w{3,}?)s?studium\b|"
    r"\bStudent\s(?:der|des|im\sFach)\s(?P<other>[A-ZÄÖÜ][\w-]+)"
)
_ASIDE = re.compile(
    r"\b(?:im|ins|während\s(?:des|meines)|aus\s(?:dem|meinem)|neben\s(?:dem|meinem)|seit\sdem|in\sder|"
    r"in\smeiner|vor\sdem|beim)\s(?:studium|studiums|ausbildung|lehre|schule)\b(?!\s(?:der|des|zum|zur|als))",
    re.I,
)
_PLACES = re.compile(
    r"\b(?:universit\w+|hochschule|university|college|fh\b|tu\b|gmbh|ag\b|schule|"
    r"akademie|school|institut\w*|ihk|uni)\b",
    re.I,
)
OF_THE_ROW = re.compile(
    r"\W*(?:abschluss|degree|note|gesamtnote|schwerpunkt|thema|titel|grade|vertiefung|thesis|"
    r"bachelorarbeit|masterarbeit|diplomarbeit|dissertation|fächer|leistungskurse|major|"
    r"minor|inhalte)",
    re.I,
)
_NO_SUBJECT = re.compile(
    rf"^(?:note|abschluss|schwerpunkt|thema)|{_DENIED.pattern}|{_COMING.pattern}|{_DONE.pattern}",
    re.I,
)
_SUBJECTS = (
    _STUDIED, _LEARNT, _BECOMING, _RECOGNISED, _OF_STUDIES, _SUBJECT, _BEFORE_TITLE, _AFTER_TITLE,
    _WAS_LEARNT, _LEARNT_ONCE, _STUDIED_SMALL,
)  # fmt: skip
_STUDIES = re.compile(
    r"\b(?:universität|hochschule|fachhochschule|haw|htw|dhbw|"
    r"\w*studium|studiert|studied|degree|graduated|student)\b",
    re.I,
)
_SHORTEST_TRAINING = 24


def education_of(entry: Entry, text: str, today: Month) -> Education:
    """The education that a row and the lines below it tell."""
    head = text[entry.place.start : entry.place.end]
    place, said = entry.place, head
    for line in entry.details:
        if is_further_education(line, head):
            break
        if DEGREE.search(line.text) or _DENIED.search(line.text) or _DONE.search(line.text):
            place, said = Place(place.start, line.end), f"{said}\n{line.text}"
    finished = _finished(said, entry.period, today)
    level = _least_level(said, finished)
    parts = [text[p.start : p.end] for p in entry.parts]
    subject = _subject(said, parts)
    learnt = next((part for part in parts if has_title(part)), None)
    if level in (None, "apprenticeship") and learnt and not _STUDY.search(said):
        # Below "Ausbildung" an occupation alone is one that was learnt.
        level, subject = "apprenticeship", subject or re.sub(r"\s*\([^)]*\)$", "", learnt)
        finished = _finished(f"Ausbildung {said}", entry.period, today)
    return Education(
        level=level,
        subject=subject,
        finished=finished,
        period=entry.period,
        place=place,
    )


def is_further_education(line: Line, head: str) -> bool:
    """Whether a line below a row tells another education instead of the degree of the row's."""
    if not tells_education(line.text) or OF_THE_ROW.match(line.text):
        return False
    above, level = level_of(head), level_of(line.text)
    return above is not None and (level is None or level != above)


def education_in(sentence: str, start: int, today: Month) -> Education | None:
    """The education that a sentence or line at ``start`` of the profile's text tells."""
    told = _ASIDE.sub(" ", sentence)
    learnt = _was_learnt(sentence, today)
    if trade := _trade_learning(sentence, start):
        return trade
    if not (tells_education(told) or learnt):
        return None
    found = next(iter(periods(sentence, today)), None)
    period = None
    if found:
        period = Period(
            found.first, found.last, found.exact,
            Place(start + found.place.start, start + found.place.end),
        )  # fmt: skip
    finished = _finished(sentence, period, today)
    if learnt and finished is None and not _SOME_MONTHS.search(sentence):
        finished = True
    return Education(
        level=_least_level(sentence, finished) or ("apprenticeship" if learnt else None),
        subject=_subject(sentence, []),
        finished=finished,
        period=period,
        place=Place(start, start + len(sentence)),
    )


def is_going_on(sentence: str) -> bool:
    """Whether a sentence tells of an education that isn't over: "bin im 3. Lehrjahr"."""
    return bool(_GOING_ON.search(sentence)) and not _OVER.search(sentence)


def _trade_learning(sentence: str, start: int) -> Education | None:
    """The apprenticeship of "ich lerne gerade Mechatroniker"."""
    match = _LEARNING.search(sentence)
    if match is None or not has_title(match["subject"]):
        return None
    place = Place(start, start + len(sentence))
    return Education("apprenticeship", match["subject"], False, None, place)


def _was_learnt(sentence: str, today: Month) -> bool:
    """Whether an occupation was learnt: by its title, or by how long it took."""
    match = _WAS_LEARNT.search(sentence) or _LEARNT_ONCE.search(sentence)
    if match is None:
        return False
    long_enough = any(length(p, today) >= _SHORTEST_TRAINING for p in periods(sentence, today))
    return has_title(match["subject"]) or long_enough


def denied_education(clause: str, start: int) -> Claim | None:
    """A claim from "kein Studium" and "ich möchte studieren"; None where it is neither."""
    if not (
        tells_education(clause) or re.search(r"\b(?:studieren|degree|abschluss)\b", clause, re.I)
    ):
        return None
    stance = stance_of(clause)
    if stance == "has" or _DENIED.search(clause):
        return None
    return Claim("other", clause.strip(" .!"), stance, None, Place(start, start + len(clause)))


def merged(found: Sequence[Education]) -> tuple[Education, ...]:
    """Without what says the same place twice."""
    kept: list[Education] = []
    for education in found:
        if all(education.place != other.place for other in kept):
            kept.append(education)
    return tuple(kept)


def _least_level(said: str, finished: bool | None) -> EducationLevel | None:
    """The level named; of studies without a degree's name the least there is."""
    level = level_of(said)
    if level is None and finished is not None and _STUDIES.search(said):
        return "bachelor"
    return level


def _finished(said: str, period: Period | None, today: Month) -> bool | None:
    if _DENIED.search(said):
        return False
    if period and (period.last is None or period.last > today):
        return False
    if (_COMING.search(said) or is_going_on(said)) and not (period and period.last):
        return False
    if re.search(r"voraussichtlich|vorauss\.|angestrebt|expected|anticipated", said, re.I):
        return False
    if _DONE.search(said):
        return True
    if re.search(r"\bangefangen\b", said, re.I):
        return False
    if DEGREE.search(said):
        # A degree named as such was reached, unless it is only said what was studied for.
        return True if period or not re.search(r"studium|studier", said, re.I) else None
    if (
        period
        and level_of(said) == "apprenticeship"
        and length(period, today) >= _SHORTEST_TRAINING
    ):
        return True
    return None


def _subject(said: str, parts: Sequence[str]) -> str | None:
    for pattern in _SUBJECTS:
        for match in pattern.finditer(said):
            groups = match.groupdict()
            subject = next(filter(None, groups.values()), "").strip(" :–-")
            if re.match(r"Diplom-Kaufmann\b", said[match.start() :]):
                subject = f"Diplom-{subject}"  # "Kaufmann" alone is an apprenticeship
            subject = re.sub(r"[\s(]+(?:19|20)\d\d\)?$", "", subject)
            if (
                _DENIED.search(subject)
                or _COMING.search(subject)
                or re.match(
                    r"(?:habe|hat|ich|have|i|was|is|am|at|an|wurde|war|angefangen|begonnen)\b|\d",
                    subject,
                    re.I,
                )
                or subject.count("(") != subject.count(")")
            ):
                continue
            if (
                len(subject) > 1
                and not _PLACES.search(subject)
                and not re.fullmatch(r"[\d\s./]+|\w{1,2}", subject)
            ):
                return subject
    for part in parts:
        is_other = _PLACES.search(part) or _STUDY.search(part) or tells_education(part)
        if not is_other and not re.search(r"\d", part) and not _NO_SUBJECT.search(part):
            return part if any(tells_education(other) for other in parts) else None
    return None
