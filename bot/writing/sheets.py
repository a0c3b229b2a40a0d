"""CSV as German spreadsheets read it: semicolons, UTF-8 with a mark, every cell in quotes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# By which a spreadsheet takes a cell for a formula; the wide forms count in East Asian versions.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "%", "|")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a file; no cell of it is run by a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what could start a formula.

    Source: OWASP, "CSV Injection".
    """
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_STARTS) else cell
