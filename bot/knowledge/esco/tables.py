"""The files of an ESCO export as rows: found, opened and checked, or refused in one sentence.

ESCO offers its classification per version and language as CSV files: comma-separated, UTF-8,
fields with line breaks in quotes (https://esco.ec.europa.eu/en/use-esco/download).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.errors import UnreadableError

OCCUPATIONS = "occupations_de.csv"
RELATIONS = "occupationSkillRelations*.csv"
SKILLS = "skills_de.csv"
SKILL_LABELS = "skills_de_labels*.csv"
BROADER = "broaderRelationsOccPillar_de.csv"
ISCO_GROUPS = "ISCOGroups_de.csv"

WHERE_FROM = (
    "Erwartet wird der entpackte CSV-Export der ESCO-Klassifikation auf Deutsch "
    "(esco.ec.europa.eu, Sprache „de“)."
)

Row = Mapping[str, str]

_LONGEST_FIELD = 1_000_000


def find_table(folder: Path, pattern: str, *, instead: str | None = None) -> Path:
    """The one file of ``folder`` that ``pattern`` names.

    Args:
        folder: where the export was unpacked.
        pattern: a file's name, or a pattern with "*".
        instead: taken where there is none.

    Raises:
        UnreadableError: there is none, there are several, or it is there in another language.
    """
    if not folder.is_dir():
        raise UnreadableError(
            f"Den Ordner {folder} gibt es nicht.", log=f"no folder {folder}", hint=WHERE_FROM
        )
    found = sorted(folder.glob(pattern))
    if not found and instead is not None:
        pattern, found = f"{pattern} oder {instead}", sorted(folder.glob(instead))
    german = [path for path in found if path.stem.endswith("_de")]
    if len(found) > 1 and len(german) == 1:
        found = german
    if len(found) > 1:
        raise UnreadableError(
            f"In {folder} liegen mehrere Dateien {pattern}: {_names(found)}. Erwartet wird eine.",
            log=f"several {pattern} in {folder}",
        )
    if not found:
        raise UnreadableError(
            f"In {folder} fehlt die Datei {pattern}{_other_language(folder, pattern)}.",
            log=f"no {pattern} in {folder}",
            hint=WHERE_FROM,
        )
    return found[0]


def _other_language(folder: Path, pattern: str) -> str:
    others = sorted(folder.glob(pattern.split(" oder ")[0].replace("_de.csv", "_??.csv")))
    if not others:
        return ""
    return f"; dort liegt {_names(others)}, also eine andere Sprachfassung"


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file, each with at least ``columns``.

    Raises:
        UnreadableError: it isn't CSV in UTF-8, lacks a column, or ends in the middle.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            _require_columns(path, rows.fieldnames or (), columns)
            for row in rows:
                if None in row or None in row.values():
                    raise _broken(path, rows.line_num, "eine Zeile mit falscher Spaltenzahl")
                yield row
    except OSError as error:
        raise UnreadableError(
            f"{path} lässt sich nicht lesen: {error.strerror or 'Lesefehler'}.", log=str(error)
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{path} ist keine CSV-Datei in UTF-8.", log=str(error), hint=WHERE_FROM
        ) from error
    except csv.Error as error:
        raise _broken(path, rows.line_num, "ein Feld, das nicht endet") from error


def _require_columns(path: Path, found: object, columns: tuple[str, ...]) -> None:
    names = list(found) if isinstance(found, (list, tuple)) else []
    missing = [name for name in columns if name not in names]
    if missing:
        shown = ", ".join(str(name)[:40] for name in names[:8]) or "keine"
        raise UnreadableError(
            f"In {path} fehlen die Spalten {', '.join(missing)}; gefunden wurden: {shown}.",
            log=f"{path} lacks columns {missing}",
            hint=WHERE_FROM,
        )


def _broken(path: Path, line: int, what: str) -> UnreadableError:
    return UnreadableError(
        f"{path} ist unvollständig oder beschädigt: {what} bei Zeile {line}.",
        log=f"{path} is broken near line {line}",
        hint="Bitte laden Sie den ESCO-Export noch einmal herunter und entpacken Sie ihn ganz.",
    )
