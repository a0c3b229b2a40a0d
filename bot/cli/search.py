"""``python -m bot search``: what is found for a question, and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common

if TYPE_CHECKING:
    from bot.cli.parsing import Commands


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser("search", help="zeigen, was gefunden wird und warum")
    parser.add_argument("question", help="die Frage")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="höchstens so viele")
    add_common(parser, _search)


def _search(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict

    from bot.answering.assistant import Assistant
    from bot.settings import load_settings

    assistant = Assistant.open(load_settings(db=arguments.db))
    found = assistant.find(arguments.question, max(1, arguments.limit))
    if arguments.json:
        print_json([asdict(hit) for hit in found.hits])
        return 0
    if found.repaired.changes:
        print(f"Gesucht nach: {found.repaired.text}")
    for word, parts in found.compounds.items():
        print(f"Zerlegt: {word} = {' + '.join(parts)}")
    for hit in found.hits:
        path = " › ".join([found.sources[hit.passage.source_id].title, *hit.passage.heading_path])
        print(
            f"{hit.score:.3f}  Bedeutung {hit.window_cosine:.3f}  Wörter {hit.bm25:.2f}  "
            f"Buchstaben {hit.grams:.2f}  {path}"
        )
        print(f"       {hit.passage.text[:160]!r}")
    return 0
