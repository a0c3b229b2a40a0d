"""What isn't a whole German export of one version is refused in one sentence naming the file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import UnreadableError
from bot.knowledge.esco.classification import read_classification
from tests.knowledge.esco.export import INVENTED, write_export, write_table

FILES = (
    "occupations_de.csv",
    "occupationSkillRelations_de.csv",
    "skills_de_labels_DERIVED.csv",
    "broaderRelationsOccPillar_de.csv",
    "ISCOGroups_de.csv",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_export(tmp_path / "esco")


def refused(folder: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_classification(folder)
    return str(caught.value)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def change(path: Path, edit: Callable[[list[list[str]]], list[list[str]]]) -> None:
    columns, *rows = rows_of(path)
    edited = edit([columns, *rows])
    write_table(path, edited[0], edited[1:])


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert name.split("_")[0] in refused(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_foreign_file_under_the_name_is_told_by_its_columns(folder: Path, name: str) -> None:
    (folder / name).write_text("Artikel;Preis\nBrot;2\n", encoding="utf-8")
    message = refused(folder)
    assert name in message and "Spalten" in message and "Artikel;Preis" in message


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_in_the_middle_of_a_line_is_half(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[: -len(rows_of(path)[-1][-1]) - 6])
    message = refused(folder)
    assert name in message and "unvollständig" in message


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_between_lines_is_half_too(folder: Path, name: str) -> None:
    change(folder / name, lambda rows: rows[: len(rows) // 2])
    message = refused(folder)
    assert name.split("_")[0] in message and "unvollständig" in message


def test_an_empty_file(folder: Path) -> None:
    (folder / "occupations_de.csv").write_bytes(b"")
    assert "occupations_de.csv" in refused(folder)


def test_bytes_that_are_no_text(folder: Path) -> None:
    (folder / "skills_de_labels_DERIVED.csv").write_bytes(b"conceptUri\n\xff\xfe\x00")
    assert "UTF-8" in refused(folder)


def test_another_language_in_the_name(folder: Path) -> None:
    (folder / "occupations_de.csv").rename(folder / "occupations_en.csv")
    message = refused(folder)
    assert "occupations_en.csv" in message and "Sprachfassung" in message


def test_another_language_in_the_texts(tmp_path: Path) -> None:
    english = [
        (title, names, "They clean the lamps of the city and look for work to do.", *rest)
        for title, names, _, *rest in INVENTED
    ]
    assert "nicht auf Deutsch" in refused(write_export(tmp_path / "esco", english))


def test_other_concepts_under_the_name(folder: Path) -> None:
    def to_skills(rows: list[list[str]]) -> list[list[str]]:
        return [[cell.replace("/occupation/", "/skill/") for cell in row] for row in rows]

    change(folder / "occupations_de.csv", to_skills)
    assert "keine ESCO-Berufe" in refused(folder)


def test_relations_of_another_version(folder: Path) -> None:
    def of_strangers(rows: list[list[str]]) -> list[list[str]]:
        foreign = [[row[0].replace("0000-4000", "1111-4000"), *row[1:]] for row in rows[1:4]]
        return [*rows, *foreign]

    change(folder / "occupationSkillRelations_de.csv", of_strangers)
    message = refused(folder)
    assert "occupationSkillRelations_de.csv" in message and "Version" in message


def test_two_files_of_relations(folder: Path) -> None:
    relations = folder / "occupationSkillRelations_de.csv"
    relations.rename(folder / "occupationSkillRelations_v1.csv")
    (folder / "occupationSkillRelations_v2.csv").write_text("x", encoding="utf-8")
    assert "mehrere" in refused(folder)


def test_an_occupation_that_was_withdrawn_is_left_out(folder: Path) -> None:
    def withdraw(rows: list[list[str]]) -> list[list[str]]:
        status = rows[0].index("status")
        rows[-1][status] = "obsolete"
        return rows

    before = len(read_classification(folder).occupations)
    change(folder / "occupations_de.csv", withdraw)
    change(folder / "broaderRelationsOccPillar_de.csv", lambda rows: rows[:-1])
    change(
        folder / "occupationSkillRelations_de.csv",
        lambda rows: [row for row in rows if row[0] != rows[-1][0]],
    )
    assert len(read_classification(folder).occupations) == before - 1


def test_the_version_is_that_of_the_names_or_of_the_newest_change(tmp_path: Path) -> None:
    named = write_export(tmp_path / "ESCO dataset - v1.2.1 - classification - de - csv")
    assert read_classification(named).version == "1.2.1"
    assert read_classification(write_export(tmp_path / "esco")).version == "vom Stand 2024-01"
