"""Spans of time as CVs write them, and how many months they are.

How months are counted: a month counts when any day of it does, so both the first and the last
month are included ("03/2019 – 05/2019" is three months, whatever the days). Where only a year,
a season or a quarter is written, the least that it allows is counted: "2015 – 2018" goes from
December 2015 to January 2018. What goes on ("heute", "seit") is counted up to today, what lies
ahead not at all. Months that several spans share count once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.matching.profile import Month, Period, Place

_NAMES = (
    "januar jänner january jan",
    "februar feber february feb",
    "märz maerz march mrz mär mar",
    "april apr",
    "mai may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "dezember december dez dec",
)
_MONTHS = {name: number for number, row in enumerate(_NAMES, 1) for name in row.split()}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
# The months of a part of the year, as first and last; those of winter are in two years.
_PARTS = {
    "frühjahr": (3, 5), "frühling": (3, 5), "spring": (3, 5), "sommer": (6, 8), "summer": (6, 8),
    "herbst": (9, 11), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 12),
    "anfang": (1, 4), "early": (1, 4), "mitte": (5, 8), "mid": (5, 8), "ende": (9, 12),
    "late": (9, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_PART = "|".join(_PARTS)
_YEAR = r"(?:19[4-9]|20\d)\d"
_POINT = re.compile(
    rf"""
    (?<![\w.,:'’])(?:
      (?P<shared>(?:(?:{_NAME})\.?|\d\d)\s*/?\s*(?:[-–—−]|bis|to)\s*
        (?=(?:{_NAME})\.?\s{_YEAR}|\d\d/{_YEAR}))
    | (?:(?P<span>{_YEAR})\s?[-–—/]\s?(?P<short>\d\d)(?![\d./-])
    | (?P<y1>{_YEAR})[-/.](?P<m1>\d\d)(?:[-/.]\d\d)?(?!\d)
    | \d{{1,2}}\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>{_YEAR}|\d\d)(?!\d)
    | (?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s)?(?P<m3>{_NAME})\.?(?:\s\d{{1,2}}(?:st|nd|rd|th)?,)?
        [\s/-]?\s?(?P<y3>{_YEAR}|['’]?\d\d)(?!\d)
    | (?P<m4>\d{{1,2}})\s?[/.-]\s?(?P<y4>{_YEAR})(?!\d)
    | (?P<m5>\d{{1,2}})[/.](?P<y5>\d\d)(?![\d./:%])
    | (?:(?P<part>{_PART})|(?P<quarter>[1-4])\.\s?Quartal)\s?
        (?:des\sJahres\s|of\s)?/?(?P<y6>{_YEAR})(?:/\d\d)?
    | (?P<term>WS|WiSe|Wintersemester|SS|SoSe|Sommersemester)\s?
        (?P<y7>{_YEAR}|\d\d)(?:\s?/\s?(?:20)?\d\d)?
    | (?P<y8>{_YEAR})(?!\d)
    )(?![\w€$%]))
    """,
    re.I | re.X,
)
_JOINT = re.compile(
    r"\s*(?:/?[-–—−‐‑~→]+>?|/|bis|to|until|till|through)\s*"
    r"(?:(?:zum|einschließlich|einschl\.|inkl\.|voraussichtlich|vsl\.|vorauss\.|ca\.|circa|"
    r"approx\.|expected)\s*)*",
    re.I,
)
_NOW = re.compile(
    r"(?:heute|jetzt|dato|aktuell|derzeit|laufend|fortlaufend|gegenwärtig|andauernd|"
    r"(?:zum )?heutigen tage?|present|now|today|current(?:ly)?|ongoing|date)\b",
    re.I,
)
_UNKNOWN_END = re.compile(r"(?:\?|unbekannt|unknown|n\. ?b\.)", re.I)
_OPEN_END = re.compile(r"\s*(?:[-–—−]+|bis)\s*(?=$|[\t\n,;)|])")
_FROM = re.compile(r"(?:(?:seit|ab|since|starting|as of)(?:\s(?:dem|der|ca\.|etwa))*)\s+$", re.I)
_BETWEEN = re.compile(r"(?:vom|von|from|between|zwischen)\s+$", re.I)
_UNTIL = re.compile(r"(?:bis(?:\szum)?|until|till)\s+$", re.I)
_NO_YEAR_BEFORE = re.compile(
    r"(?:(?<!\w)(?:windows|server|office|excel|word|exchange|sharepoint|sql|studio|autocad|dynamics|nav|"
    r"project|iso|din|en|hana|agenda|vision|version|release|nr\.?|no\.?|plz|d-|über|rund|ca\.|"
    r"mehr als|etwa|bis zu|für|for|around|over)|§)\s*$",
    re.I,
)
_NO_YEAR_AFTER = re.compile(
    r"[.,:]\d|\s?(?:€|euro|eur|usd|\$|%|prozent|percent|kunden|mitarbeiter|stunden|hours|seiten|"
    r"clients|customers|people|employees|stück|teile|einheiten|units|artikel|positionen|fälle|"
    r"kg|km|m²|qm|mm|cm|tonnen|users?|nutzer|personen|\d)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as written: the months it may mean, and where it stands.

    Attributes:
        whole: whether all its months are meant, as with a term at university.
        weak: whether it may be another figure as well ("3.11"), and needs a second date.
    """

    earliest: Month
    latest: Month
    start: int
    end: int
    whole: bool = False
    weak: bool = False

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest

    def as_first(self, today: Month) -> Month:
        """The month that a span begins with at the latest."""
        if self.whole:
            return self.earliest
        return today if self.earliest <= today < self.latest else self.latest

    def as_last(self) -> Month:
        """The month that a span ends with at the earliest."""
        return self.latest if self.whole else self.earliest


def periods(text: str, today: Month) -> list[Period]:
    """Spans of time in ``text``, in order, none inside another.

    A single date is a span of one month. A span that ends before it begins is none.
    """
    points = _points(text, today)
    found: list[Period] = []
    index = 0
    while index < len(points):
        period, used = _period(text, points[index : index + 2], found, today)
        if period:
            found.append(period)
        index += used
    return found


def length(period: Period, today: Month) -> int:
    """Months from the first to the last, both included; up to ``today``."""
    last = min(period.last or today, today)
    return max(0, last.number - period.first.number + 1)


def together(spans: Iterable[Period], today: Month) -> int:
    """Months that at least one of ``spans`` covers."""
    covered: set[int] = set()
    for span in spans:
        covered.update(range(span.first.number, span.first.number + length(span, today)))
    return len(covered)


def month_before(today: Month, months: int) -> Month:
    """The month ``months`` before ``today``."""
    year, month = divmod(max(12, today.number - months), 12)
    return Month(year, month + 1)


def _period(
    text: str, points: list[_Point], before: list[Period], today: Month
) -> tuple[Period | None, int]:
    """The span that begins with the first of ``points``, and how many of them it takes."""
    first = points[0]
    lead = before[-1].place.end if before else 0
    joint = _JOINT.match(text, first.end)
    start = _start(text, lead, first.start)
    if joint and len(points) > 1 and joint.end() == points[1].start:
        if start == first.start and (between := _BETWEEN.search(text, lead, first.start)):
            start = between.start()
        return _span(first, points[1], start, points[1].end, today), 2
    if joint and (now := _NOW.match(text, joint.end())):
        return _going_on(first, start, now.end(), today), 1
    if joint and (unknown := _UNKNOWN_END.match(text, joint.end())):
        return _span(first, first, start, unknown.end(), today, exact=False), 1
    if start < first.start:
        return _going_on(first, start, first.end, today), 1
    if open_end := _OPEN_END.match(text, first.end):
        return _going_on(first, start, open_end.end(), today), 1
    if until := _UNTIL.search(text, lead, first.start):
        return _span(first, first, until.start(), first.end, today, exact=False), 1
    if first.weak and text.strip() != text[first.start : first.end]:
        return None, 1
    return _span(first, first, start, first.end, today), 1


def _start(text: str, lead: int, start: int) -> int:
    said = _FROM.search(text, lead, start)
    return said.start() if said and not text[said.start() - 1 : said.start()].isalnum() else start


def _going_on(point: _Point, start: int, end: int, today: Month) -> Period:
    return Period(point.as_first(today), None, point.exact, Place(start, end))


def _span(
    one: _Point, other: _Point, start: int, end: int, today: Month, *, exact: bool = True
) -> Period | None:
    """The least span from ``one`` to ``other``; a single month where they may overlap."""
    if one.earliest > other.latest:
        return None
    first, last = one.as_first(today), other.as_last()
    if first > last:
        first = last = min(first, other.latest)
    return Period(first, last, exact and one.exact and other.exact, Place(start, end))


def _points(text: str, today: Month) -> list[_Point]:
    points: list[_Point] = []
    position = 0
    while match := _POINT.search(text, position):
        position = match.end()
        before = text[max(0, match.start() - 2) : match.start()]
        follows = bool(points) and points[-1].end == match.start() - 1
        if re.fullmatch(r"\d[-/]", before) and not follows:
            continue
        if match["shared"]:
            points.extend(_shared(match, text))
        elif match["span"]:
            points.extend(_year_span(match))
        elif not (match["y8"] and not _is_year(text, match)) and (months := _months(match, today)):
            kind = bool(match["y7"]), bool(match["y5"])
            points.append(_Point(*months, match.start(), match.end(), *kind))
    return points


def _shared(match: re.Match[str], text: str) -> list[_Point]:
    """The first half of "April – Juni 2019", whose year stands in the second."""
    year = re.search(_YEAR, text[match.end() :])
    name = re.match(r"\w+", match["shared"])
    number = _number(name.group()) if name else None
    if not year or not name or number is None:
        return []
    month = Month(int(year.group()), number)
    return [_Point(month, month, match.start(), match.start() + len(name.group()))]


def _year_span(match: re.Match[str]) -> list[_Point]:
    """Both years of "2015–18"; a month where the figures can be one ("2019-03")."""
    year, short = int(match["span"]), int(match["short"])
    separator = match.string[match.end("span") : match.start("short")]
    if separator in ("-", "/") and 1 <= short <= 12 and year % 100 + 1 != short:
        month = Month(year, short)
        return [_Point(month, month, match.start(), match.end())]
    last = year // 100 * 100 + short
    if last <= year:
        return []
    return [
        _Point(*_year(year), match.start(), match.end("span")),
        _Point(*_year(last), match.start("short"), match.end()),
    ]


def _is_year(text: str, match: re.Match[str]) -> bool:
    return not (
        _NO_YEAR_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        or _NO_YEAR_AFTER.match(text, match.end())
    )


def _months(match: re.Match[str], today: Month) -> tuple[Month, Month] | None:
    for index in "12345":
        if written := match[f"y{index}"]:
            number = _number(match[f"m{index}"])
            if number is None:
                return None
            month = Month(_full_year(written, today), number)
            return month, month
    if match["y6"]:
        first, last = _PARTS[(match["part"] or f"q{match['quarter']}").lower()]
        return Month(int(match["y6"]), first), Month(int(match["y6"]), last)
    if match["y7"]:
        return _term(match["term"], _full_year(match["y7"], today))
    return _year(int(match["y8"]))


def _term(name: str, year: int) -> tuple[Month, Month]:
    """A term's months: the winter term begins in October, the summer term in April."""
    if name[0].lower() == "w":
        return Month(year, 10), Month(year + 1, 3)
    return Month(year, 4), Month(year, 9)


def _year(year: int) -> tuple[Month, Month]:
    return Month(year, 1), Month(year, 12)


def _number(written: str) -> int | None:
    number = _MONTHS.get(written.lower().rstrip(".")) or (
        int(written) if written.isdecimal() else 0
    )
    return number if 1 <= number <= 12 else None


def _full_year(written: str, today: Month) -> int:
    """A year of two figures is the one that is nearest, up to five years ahead."""
    year = int(written.lstrip("'’"))
    if year >= 100:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year + 5 else century - 100 + year
