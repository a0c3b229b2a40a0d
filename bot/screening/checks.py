"""What a caller gives, looked at before anything is done; each refusal is a ``ScreeningError``."""

from __future__ import annotations

from bot.screening.errors import LinesOpenError, ScreeningError, UnknownScreeningError
from bot.screening.report import Candidate, Line, ScreeningReport

MAX_REASON = 2_000
MAX_NAME = 120
ITSELF = "Karrierelotse"
"""Who deletes what is due; no person may act under this name."""


def application(report: ScreeningReport, code: str) -> Candidate:
    """The application with this code."""
    for candidate in report.candidates:
        if candidate.code == code:
            return candidate
    if code in report.deleted:
        raise UnknownScreeningError(
            "Diese Bewerbung wurde gelöscht.",
            english="This application was deleted.",
        )
    raise UnknownScreeningError(
        "Diese Bewerbung gibt es hier nicht.",
        english="There is no such application here.",
    )


def line_of(candidate: Candidate, requirement_id: str) -> Line:
    """The line on this requirement."""
    for line in candidate.lines:
        if line.requirement == requirement_id:
            return line
    raise UnknownScreeningError(
        "Diese Anforderung gibt es hier nicht.",
        english="There is no such requirement here.",
    )


def refuse_open(report: ScreeningReport) -> None:
    """Refuses a report that may not leave the house yet."""
    if not report.candidates:
        raise ScreeningError(
            "Es gibt keine Bewerbung, die sich exportieren ließe.",
            english="There is no application to export.",
        )
    if report.open_lines:
        lines = sum(len(candidate.lines) for candidate in report.candidates)
        verb = "ist" if report.open_lines == 1 else "sind"
        raise LinesOpenError(
            f"Der Export ist noch nicht möglich: {report.open_lines} von {lines} Zeilen {verb} "
            "weder bestätigt noch berichtigt.",
            report.open_lines,
            english=f"The export is not possible yet: {report.open_lines} of {lines} lines are "
            "neither confirmed nor corrected.",
        )


def name_of(reviewer: str) -> str:
    """The name of a person, tidied."""
    name = " ".join(_printable(reviewer).split())
    if not 2 <= len(name) <= MAX_NAME or not any(c.isalpha() for c in name):
        raise ScreeningError(
            "Bitte nennen Sie den Namen der Person, die prüft.",
            english="Please name the person who reviews.",
        )
    if name.casefold() == ITSELF.casefold():
        raise ScreeningError(
            "Unter diesem Namen prüft niemand; bitte nennen Sie eine Person.",
            english="Nobody reviews under this name; please name a person.",
        )
    return name


def reason_of(reason: str) -> str:
    """A reviewer's reason, tidied; perhaps empty."""
    said = _printable(reason).strip()
    if len(said) > MAX_REASON:
        raise ScreeningError(
            f"Die Begründung ist zu lang; erlaubt sind {MAX_REASON} Zeichen.",
            english=f"The reason is too long; {MAX_REASON} characters are allowed.",
        )
    return said


def _printable(text: str) -> str:
    """Without control characters and lone surrogates, which no file format takes."""
    return "".join(
        c for c in text if c in "\n\t" or ((c.isprintable() or c.isspace()) and ord(c) >= 32)
    )
