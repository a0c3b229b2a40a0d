"""CSV: a row for each line."""

from __future__ import annotations

from bot.screening.exports.rows import heads, line_rows, provenance_rows
from bot.screening.exports.texts import texts_of
from bot.screening.report import ScreeningReport
from bot.writing import sheets


def csv_bytes(report: ScreeningReport, chain: str) -> bytes:
    """A row for each line, then an empty one and what the file was made from."""
    t = texts_of(report.language)
    return sheets.csv_bytes(
        [heads(t), *line_rows(report, t), [], *provenance_rows(report, t, chain)]
    )
