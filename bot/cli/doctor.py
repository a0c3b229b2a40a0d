"""``python -m bot doctor``: what is set up, what is wrong and how to mend it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common

if TYPE_CHECKING:
    from bot.cli.parsing import Commands


def add(commands: Commands) -> None:
    """Adds the command."""
    add_common(commands.add_parser("doctor", help="die Einrichtung prüfen"), _doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from bot.doctor import examine
    from bot.settings import load_settings

    results = examine(load_settings(db=arguments.db))
    if arguments.json:
        print_json([result.to_json() for result in results])
    else:
        for result in results:
            print(result)
    return 1 if any(result.level == "FAIL" for result in results) else 0
