"""A small judged set, made up."""

from __future__ import annotations

import json
from pathlib import Path

Rows = list[dict[str, object]]

TEXTS = {
    "m1": ("muenchen", "Pass", "Das Bürgerbüro stellt Reisepässe aus."),
    "m2": ("muenchen", "Lesen", "Die Bibliothek verleiht Bücher. Auch Spiele gibt es dort."),
    "m3": ("muenchen", "Pass", "Die Gebühr beträgt siebzig Euro."),
    "b1": ("berlin", "Pass", "Der Reisepass wird im Bürgeramt beantragt."),
    "b2": ("berlin", "", "Im Schwimmbad gibt es Kurse für Kinder."),
    "b3": ("berlin", "", "Das Freibad öffnet im Mai."),
}


def write(folder: Path, name: str, rows: Rows) -> None:
    text = "\n".join(json.dumps(row) for row in rows)
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def small_set(folder: Path, *, unanswerable: bool = False) -> Path:
    """Two cities with 66 documents, and as many values of "page", two judged questions."""
    folder.mkdir(exist_ok=True)
    filler = {
        f"f{i}": ("berlin", f"Park {i}", f"Der Park Nummer {i} hat eine große Wiese.")
        for i in range(60)
    }
    write(folder, "corpus", [
        {"_id": key, "title": title, "text": text, "city": city, "page": key}
        for key, (city, title, text) in {**TEXTS, **filler}.items()
    ])  # fmt: skip
    write(folder, "queries", [
        {"_id": "q1", "text": "Wo bekomme ich einen Reisepass?", "city": "muenchen", "page": "b2"},
        {"_id": "q2", "text": "Wo kann man Bücher leihen?"},
        {"_id": "q3", "text": "Ohne Urteil"},
    ])  # fmt: skip
    write(folder, "qrels", [
        {"query-id": "q1", "corpus-id": "m1", "score": 1},
        {"query-id": "q2", "corpus-id": "m2", "score": 1},
        {"query-id": "q3", "corpus-id": "m2", "score": 0},
    ])  # fmt: skip
    if unanswerable:
        write(folder, "unanswerable", [
            {"_id": "u1", "text": "Wer spielt heute im Stadion?", "city": "muenchen"},
            {"_id": "u2", "text": "Wie lange kocht ein Ei?", "city": "berlin"},
        ])  # fmt: skip
    return folder


def foreign_set(folder: Path) -> Path:
    """One document and three questions about other things, in another city."""
    folder.mkdir()
    write(folder, "corpus", [
        {"_id": "x", "title": "Physik", "text": "Licht ist schnell.", "city": "rom"}
    ])  # fmt: skip
    questions = ("Wie schnell ist Licht?", "Was wiegt ein Elektron?", "Wer fand das Radium?")
    write(folder, "queries", [
        {"_id": f"x{i}", "text": question, "city": "rom"} for i, question in enumerate(questions)
    ])  # fmt: skip
    write(folder, "qrels", [
        {"query-id": f"x{i}", "corpus-id": "x", "score": 1} for i in range(3)
    ])  # fmt: skip
    return folder
