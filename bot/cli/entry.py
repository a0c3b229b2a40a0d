"""From arguments to an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from bot.cli import (
    ask,
    bench,
    doctor,
    evaluate,
    feedback,
    ingest,
    match,
    portals,
    role,
    screening,
    search,
    sources,
)
from bot.cli.parsing import Handler
from bot.errors import LotseError
from bot.libraries import tell_libraries

COMMANDS = (
    ask,
    sources,
    role,
    match,
    search,
    screening,
    portals,
    feedback,
    evaluate,
    bench,
    doctor,
)
"""In the order in which ``--help`` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status (0 done, 1 in part or failed, 2 wrong usage)."""
    return _run(build_parser(), arguments)


def ingest_main(arguments: Sequence[str] | None = None) -> int:
    """``python ingest.py``."""
    return _run(ingest.build_parser(), arguments)


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``python -m bot``."""
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Karrierelotse: Antworten zu Berufen und Karrierewegen, mit Belegen.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="BEFEHL")
    for command in COMMANDS:
        command.add(commands)
    return parser


def guarded(command: Callable[[], int]) -> int:
    """Runs a command so that every expected failure is one plain line and a status."""
    tell_libraries()
    try:
        return command()
    except LotseError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> int:
    def command() -> int:
        parsed = parser.parse_args(arguments)
        handler: Handler = parsed.handler
        return handler(parsed)

    return guarded(command)
