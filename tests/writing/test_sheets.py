"""Cells that a spreadsheet would run, and those that it would not."""

from __future__ import annotations

import csv
import io

import pytest

from bot.writing.sheets import csv_bytes, harmless

FORMULAS = (
    "=HYPERLINK(\"http://example.org\")", "+49 170", "-2+3", "@SUM(A1)", "\t=1", " =1+1",
    "=cmd|' /C calc'!A0", "＝1+1", "\n=1", "\r=1", "|x", "\u200b=1",
)  # fmt: skip


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_could_be_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ja", "„=1“", "5 € + 3", "a-b", "'x"])
def test_other_cells_stay(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_file_is_read_back_as_it_was_written() -> None:
    rows = [["Größe", 'a;"b"'], [], ["zwei\nZeilen", "=1"]]
    data = csv_bytes(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read == [rows[0], [], ["zwei\nZeilen", "'=1"]]
