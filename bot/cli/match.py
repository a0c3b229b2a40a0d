"""``python -m bot match``: a profile against the roles, or against one."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common
from bot.errors import LotseError, UnreadableError, UsageError

if TYPE_CHECKING:
    from bot.cli.parsing import Commands
    from bot.matching.profile import Profile
    from bot.settings import Settings

SHOWN = 3
"""Roles shown when none is named: each comes with all its requirements."""


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser("match", help="ein Profil mit Rollen vergleichen, mit Belegen")
    parser.add_argument(
        "--profile",
        type=Path,
        required=True,
        metavar="DATEI",
        help="Lebenslauf oder Profil: txt, md, pdf, docx oder JSON Resume",
    )
    parser.add_argument("--role", metavar="ROLLE", help="Kennung oder Name der einen Rolle")
    parser.add_argument(
        "--limit", type=int, default=SHOWN, metavar="N", help=f"so viele Rollen (sonst {SHOWN})"
    )
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="DATEI",
        help="Antworten auf offene Fragen: JSON, Kennung der Anforderung und Antwort",
    )
    parser.add_argument(
        "--export", type=Path, metavar="DATEI", help="zusätzlich als .md oder .pdf schreiben"
    )
    add_common(parser, _match)


def _match(arguments: argparse.Namespace) -> int:
    from bot.settings import load_settings

    if arguments.limit < 1:
        raise UsageError("--limit verlangt eine Zahl ab eins.")
    if arguments.export and arguments.export.suffix.lower() not in (".md", ".pdf"):
        raise UsageError("--export schreibt Dateien, die auf .md oder .pdf enden.")
    # Files are read first: what is wrong with them is said before anything is loaded.
    settings = load_settings(db=arguments.db)
    profile = _profile(arguments.profile, settings)
    answers = _answers(arguments.answers) if arguments.answers else {}

    from bot.matching.export import to_markdown, to_pdf, to_text
    from bot.matching.session import Desk

    desk = Desk.open(settings)
    if arguments.role is None:
        desk.prepare(tell=_waiting)
    found = desk.match(profile, arguments.role, answers, arguments.limit)
    if arguments.export:
        is_pdf = arguments.export.suffix.lower() == ".pdf"
        _write(arguments.export, to_pdf(found) if is_pdf else to_markdown(found).encode())
    if arguments.json:
        print_json(found.to_json())
    else:
        print(to_text(found))
    return 0


def _waiting(done: int, total: int) -> None:
    if done < total and not (done // 512) % 8:  # eight lines in two minutes
        print(
            f"Die Anforderungen der Berufe werden vorbereitet: {done} von {total}.", file=sys.stderr
        )


def _profile(path: Path, settings: Settings) -> Profile:
    from bot.matching.reading import read_profile
    from bot.matching.reading.documents import limits_of
    from bot.matching.session import today

    limits = limits_of(settings)
    try:
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except OSError as error:
        raise UnreadableError(
            f"Die Datei {path} kann nicht gelesen werden ({error.strerror})."
        ) from error
    try:
        return read_profile(data, path.name, today(), limits)
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error.message}", log=error.log, hint=error.hint) from error


def _answers(path: Path) -> dict[str, str]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableError(
            f"Die Datei {path} kann nicht gelesen werden ({error.strerror})."
        ) from error
    except ValueError as error:
        raise UnreadableError(f"Die Datei {path} ist kein JSON.") from error
    if not isinstance(read, dict) or not all(isinstance(text, str) for text in read.values()):
        raise UnreadableError(
            f"In der Datei {path} muss ein JSON-Objekt stehen, das jeder Kennung einer Anforderung "
            "eine Antwort als Text gibt."
        )
    return read


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise LotseError(
            f"Die Datei {path} kann nicht geschrieben werden ({error.strerror})."
        ) from error
