"""A fully reviewed screening as a file. The same report gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.screening.report import ScreeningReport

Format = Literal["csv", "xlsx", "pdf"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "pdf")

_MEDIA: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its name, media type, bytes and language."""

    name: str
    media_type: str
    data: bytes
    language: str


def export(report: ScreeningReport, form: Format, chain: str) -> Exported:
    """Writes a report as a file. Whether it may leave the house is decided elsewhere.

    Args:
        report: reviewed.
        form: what kind of file.
        chain: the log's value at ``report.state``, to be found in the file again.
    """
    if form == "csv":
        from bot.screening.exports.csv_file import csv_bytes as written
    elif form == "xlsx":
        from bot.screening.exports.xlsx_file import xlsx_bytes as written
    else:
        from bot.screening.exports.pdf_file import pdf_bytes as written
    name = f"auswahl-{report.id[:8]}-{report.state}.{form}"
    return Exported(name, _MEDIA[form], written(report, chain), report.language)
