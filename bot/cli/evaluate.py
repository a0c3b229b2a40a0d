"""``python -m bot eval``: the measures of retrieval on judged sets."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.parsing import add_common

if TYPE_CHECKING:
    from bot.cli.parsing import Commands


def add(commands: Commands) -> None:
    """Adds the command."""
    from bot.evaluation.command import add_eval_arguments

    parser = commands.add_parser("eval", help="die Güte der Suche messen")
    add_eval_arguments(parser)
    add_common(parser, _evaluate)


def _evaluate(arguments: argparse.Namespace) -> int:
    from bot.evaluation.command import run_eval

    for line in run_eval(arguments):
        print(line, flush=True)
    return 0
