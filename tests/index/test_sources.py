"""Sources in a file: occupations are read when they are asked for, and are what was written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.domain import Section, Source
from bot.facts import SourceFacts
from bot.index import sources as module
from bot.index.records import SourceRecord
from bot.index.sources import SourceTable, write_sources
from bot.knowledge.esco.sources import occupation_sources
from tests.knowledge.esco.export import write_export

ARTICLE = Source("a", "Ein Artikel", "Körper\u2028🙂", (Section(("Kopf",), 0, 6),), roles=("x",))


def records(folder: Path) -> dict[str, SourceRecord]:
    every = (ARTICLE, *occupation_sources(write_export(folder / "esco")))
    return {s.id: SourceRecord(s, "here", 1, SourceFacts()) for s in every}


def table(folder: Path) -> SourceTable:
    written = records(folder)
    places, articles = write_sources(folder / "sources.jsonl", written)
    ids = list(written)
    return SourceTable(folder / "sources.jsonl", np.array(places), ids, articles)


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    found = table(tmp_path)
    assert dict(found) == {key: record.source for key, record in records(tmp_path).items()}
    assert found.get("unknown") is None
    assert "unknown" not in found
    assert dict(found.facts) == {"a": SourceFacts()}


def test_articles_stay_in_memory_and_occupations_outlive_their_file(tmp_path: Path) -> None:
    found = table(tmp_path)
    (tmp_path / "sources.jsonl").unlink()
    assert found["a"] is found["a"]
    assert {source.id for source in found.values()} == set(found)


def test_occupations_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ_SOURCES", 1)
    found = table(tmp_path)
    first, second = [key for key in found if key != "a"][:2]
    held = found[first]
    assert found[first] is held
    assert found[second].id == second
    assert found[first] is not held
    assert found[first] == held


def test_a_file_of_another_length_is_refused(tmp_path: Path) -> None:
    written = records(tmp_path)
    places, articles = write_sources(tmp_path / "sources.jsonl", written)
    with (tmp_path / "sources.jsonl").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ValueError, match="as long"):
        SourceTable(tmp_path / "sources.jsonl", np.array(places), list(written), articles)
