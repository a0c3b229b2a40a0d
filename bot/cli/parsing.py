"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

Handler = Callable[[argparse.Namespace], int]
"""Runs a command and returns its exit status; expected failures are ``LotseError``s."""


def add_common(parser: argparse.ArgumentParser, handler: Handler) -> None:
    """``--db``, ``--json`` and what runs the command."""
    parser.add_argument("--db", type=Path, metavar="ORDNER", help="Ordner des Index")
    parser.add_argument("--json", action="store_true", help="maschinenlesbare Ausgabe")
    parser.set_defaults(handler=handler)
