"""XLSX: the table requirement × application, its lines, and what it was made from."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.screening.exports.rows import heads, line_rows, provenance_rows, quotes, relation
from bot.screening.exports.texts import ExportTexts, texts_of
from bot.screening.report import Line, ScreeningReport

_MOST = 32_767  # characters that a cell may hold


def xlsx_bytes(report: ScreeningReport, chain: str) -> bytes:
    """A workbook of three sheets; every cell is text, so none can be a formula."""
    import xlsxwriter

    t = texts_of(report.language)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        # Else the time of writing would be in it, and no two files would be the same.
        opened = datetime.fromisoformat(report.opened_at).replace(tzinfo=None)
        book.set_properties({"title": f"{t.title}: {report.role_name}", "created": opened})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        _sheet(
            book, t.table, _table(report, t), [40, 12] + [40] * len(report.candidates), bold, plain
        )
        rows = [heads(t), *line_rows(report, t)]
        _sheet(book, t.lines, rows, [30, 12, 50, 16, 12, 50, 40, 12, 12, 20, 20, 40], bold, plain)
        _sheet(book, t.provenance, provenance_rows(report, t, chain), [30, 100], plain, plain)
    return out.getvalue()


def _table(report: ScreeningReport, t: ExportTexts) -> Iterable[Sequence[str]]:
    yield [t.requirement, t.relation, *(c.pseudonym for c in report.candidates)]
    for number, requirement in enumerate(report.requirements):
        cells = (_cell(c.lines[number], t) for c in report.candidates)
        yield [str(requirement["label"]), relation(requirement, t), *cells]


def _cell(line: Line, t: ExportTexts) -> str:
    verdict = line.review.verdict if line.review else line.found
    return "\n".join(part for part in (t.verdicts[verdict], quotes(line)) if part)


def _sheet(
    book: Any,  # noqa: ANN401 - XlsxWriter comes without types
    name: str,
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    head: object,
    plain: object,
) -> None:
    sheet = book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            text = cell if len(cell) <= _MOST else cell[: _MOST - 1] + "…"
            sheet.write_string(number, column, text, plain if number else head)
    sheet.freeze_panes(1, 1)
