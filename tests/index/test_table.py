"""Passages in memory and in a file are the same table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.domain import Passage, Sentence
from bot.index.table import PassageTable, key_of, passage_line


def passage(number: int, source_id: str) -> Passage:
    text = f"Ärzte\u2028 {number}\n“ok”"
    sentences = (Sentence(0, 4), Sentence(5, len(text)))
    return Passage(f"{source_id}/{number}", source_id, ("A", "ß"), 0, len(text), sentences, text)


PASSAGES = [passage(n, source_id) for source_id in ("b", "a") for n in range(5)]


@pytest.fixture(params=["held", "kept"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> PassageTable:
    held = PassageTable.of(PASSAGES)
    if request.param == "held":
        return held
    lines = [passage_line(p) for p in PASSAGES]
    (tmp_path / "passages").write_bytes(b"".join(lines))
    first = np.cumsum([0, *map(len, lines)])
    return PassageTable.kept(tmp_path / "passages", first, held.source_ids, held.owner, held.keys)


def test_passages_come_back_whole_by_row_slice_and_in_order(table: PassageTable) -> None:
    assert list(table) == PASSAGES
    assert table[3] == PASSAGES[3]
    assert table[-1] == PASSAGES[-1]
    assert table[2:4] == tuple(PASSAGES[2:4])
    assert table == PassageTable.of(PASSAGES)
    assert table != PassageTable.of(PASSAGES[1:])
    with pytest.raises(IndexError):
        table[10]


def test_rows_are_found_by_id_in_the_order_asked_without_unknown_ones(table: PassageTable) -> None:
    assert table.rows(["a/4", "b/0", "nobody", "a/0"]).tolist() == [9, 0, 5]
    assert table.rows([]).tolist() == []
    assert PassageTable.of([]).rows(["a/4"]).tolist() == []


def test_a_table_knows_whose_its_passages_are(table: PassageTable) -> None:
    assert table.owned_by(lambda key: key == "a").tolist() == [False] * 5 + [True] * 5
    assert PassageTable.of([]).owned_by(lambda _: True).tolist() == []


def test_keys_are_the_same_in_every_process() -> None:
    assert key_of("a") == 0x40F89E395B66422F


def test_the_rows_of_a_source_are_neighbours(table: PassageTable) -> None:
    assert table.rows_of("b") == range(5)
    assert table.rows_of("a") == range(5, 10)
    assert len(table.rows_of("c")) == 0
