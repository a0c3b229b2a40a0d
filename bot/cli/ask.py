"""``python -m bot ask``: one answer, or one a line for a batch."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.parsing import Commands
    from bot.domain import Answer


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser("ask", help="eine Frage beantworten")
    parser.add_argument("question", nargs="?", help="die Frage")
    parser.add_argument(
        "--batch", type=Path, metavar="DATEI.jsonl", help="viele Fragen, eine je Zeile"
    )
    parser.add_argument(
        "--history", type=Path, metavar="DATEI", help="bisheriges Gespräch als JSON"
    )
    add_common(parser, _ask)


def _ask(arguments: argparse.Namespace) -> int:
    from bot.answering.assistant import Assistant
    from bot.cli.conversation import read_batch, read_history
    from bot.settings import load_settings

    if (arguments.question is None) == (arguments.batch is None):
        raise UsageError("Bitte geben Sie entweder eine Frage oder --batch DATEI.jsonl an.")
    # Files are read whole first: a wrong line is said before anything is loaded or answered.
    history = read_history(arguments.history) if arguments.history else ()
    batch = list(read_batch(arguments.batch)) if arguments.batch else []
    assistant = Assistant.open(load_settings(db=arguments.db))
    for row in batch:
        print_json({"id": row.id, **assistant.answer(row.question, row.history).to_json()})
    if arguments.question is not None:
        answer = assistant.answer(arguments.question, history)
        if arguments.json:
            print_json(answer.to_json())
        else:
            print(_readable(answer))
    return 0


def _readable(answer: Answer) -> str:
    lines = [answer.text]
    if answer.standalone_question != answer.question:
        lines.insert(0, f"(Verstanden als: {answer.standalone_question})\n")
    if answer.citations:
        lines.append("\nBelege:")
    for citation in answer.citations:
        source = citation.source
        about = ", ".join(
            part for part in (source.title, source.publisher, source.published, source.url) if part
        )
        place = f" › {citation.section}" if citation.section else ""
        lines.append(f"[{citation.number}] {about}{place} ({citation.start}–{citation.end})")
    if answer.warnings:
        lines.append("\n" + "\n".join(answer.warnings))
    if answer.suggestions:
        lines.append("\nWeiterfragen: " + " · ".join(answer.suggestions))
    return "\n".join(lines)
