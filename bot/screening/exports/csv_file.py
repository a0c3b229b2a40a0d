"""CSV as German spreadsheets read it: semicolons, UTF-8 with a mark, every cell in quotes."""

from __future__ import annotations

import csv
import io

from bot.screening.exports.rows import heads, line_rows, provenance_rows
from bot.screening.exports.texts import texts_of
from bot.screening.report import ScreeningReport

# By which a spreadsheet takes a cell for a formula; the wide forms count in East Asian versions.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "%", "|")


def csv_bytes(report: ScreeningReport, chain: str) -> bytes:
    """A row for each line, then an empty one and what the file was made from."""
    t = texts_of(report.language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows = [heads(t), *line_rows(report, t), [], *provenance_rows(report, t, chain)]
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what could start a formula.

    Source: OWASP, "CSV Injection".
    """
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_STARTS) else cell
