"""Dates as people and machines write them, as ISO strings."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jänner", "jan", "january"),
            ("februar", "feb", "february"),
            ("märz", "maerz", "marz", "mär", "mrz", "mar", "march"),
            ("april", "apr"),
            ("mai", "may"),
            ("juni", "jun", "june"),
            ("juli", "jul", "july"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt", "oct", "october"),
            ("november", "nov"),
            ("dezember", "dez", "dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"""
    (?<![\w.])(?:
      (?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?(?:[T ]\d\d:\d\d\S*)?
    | (?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>(?:19|20)\d\d)
    | (?:(?P<d3>\d{{1,2}})\.?\s)?(?P<m3>{_MONTH})\.?,?\s(?P<y3>(?:19|20)\d\d)
    | (?P<m4>\d{{1,2}})/(?P<y4>(?:19|20)\d\d)
    | (?P<y5>(?:19|20)\d\d)
    )(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def iso_date(text: str) -> str | None:
    """``text`` as "2020-02-24", "2020-02" or "2020"; None where it isn't one date.

    Understands ISO dates with or without a time, "24.02.2020", "24. Februar 2020",
    "Februar 2020", "02/2020" and "2020".
    """
    match = DATE.fullmatch(text.strip())
    return from_match(match) if match else None


def from_match(match: re.Match[str]) -> str | None:
    """The ISO form of a match of ``DATE``; None for a day that doesn't exist."""
    groups = match.groupdict()
    found = {
        kind: next((v for k, v in groups.items() if v and k[0] == kind), None) for kind in "ymd"
    }
    year = int(found["y"] or 0)
    if found["m"] is None:
        return f"{year:04d}"
    month = _MONTHS.get(found["m"].lower()) or int(found["m"])
    try:
        day = date(year, month, int(found["d"] or 1))
    except ValueError:
        return None
    return day.isoformat() if found["d"] else day.isoformat()[:7]
