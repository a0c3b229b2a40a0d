"""``python -m bot feedback``: what visitors say of answers, to be read, taken away or deleted."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.parsing import Commands
    from bot.feedback.entry import Entry
    from bot.feedback.store import Feedback


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "feedback",
        help="Rückmeldungen zu Antworten zeigen, ausgeben oder löschen",
        description="Zeigt, was Besucherinnen und Besucher zu Antworten gesagt haben.",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="maschinenlesbare Ausgabe")
    form.add_argument("--csv", action="store_true", help="Tabelle für Tabellenprogramme")
    parser.add_argument(
        "--since", metavar="ZEIT", help="nur ab diesem Tag oder Zeitpunkt: 2026-11-22 (UTC)"
    )
    parser.add_argument("--delete", metavar="KENNUNG", help="diese Rückmeldung löschen")
    parser.set_defaults(handler=_feedback)


def _feedback(arguments: argparse.Namespace) -> int:
    from bot.feedback.store import Feedback
    from bot.settings import load_settings

    settings = load_settings()
    kept = Feedback(settings.feedback_db.expanduser(), settings.feedback_days)
    if arguments.delete:
        return _delete(kept, arguments)
    entries = kept.entries(_since(arguments.since) if arguments.since else None)
    if arguments.json:
        from dataclasses import asdict

        _print_json([asdict(entry) for entry in entries])
    elif arguments.csv:
        from bot.feedback.table import as_csv

        sys.stdout.buffer.write(as_csv(entries))
    else:
        _print(entries)
    return 0


def _delete(kept: Feedback, arguments: argparse.Namespace) -> int:
    if arguments.csv or arguments.since:
        raise UsageError("--delete steht allein, höchstens mit --json.")
    found = kept.delete(arguments.delete)
    if arguments.json:
        print_json({"id": arguments.delete, "deleted": found})
    elif found:
        print("Die Rückmeldung ist gelöscht.")
    else:
        print("Fehler: Eine Rückmeldung mit dieser Kennung gibt es nicht.", file=sys.stderr)
    return 0 if found else 1


def _since(given: str) -> str:
    """As the entries' times are written: UTC, to the second."""
    try:
        read = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"„{given}“ ist kein Zeitpunkt.", hint="Erwartet wird etwa 2026-11-22."
        ) from error
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def _print_json(value: object) -> None:
    """As ``print_json``; but what visitors wrote can't steer the terminal that shows it."""
    written = json.dumps(value, ensure_ascii=False)
    print("".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in written))


def _print(entries: list[Entry]) -> None:
    from bot.feedback.table import told

    for entry in entries:
        print("\n".join(told(entry)) + "\n")
    print(f"Rückmeldungen: {len(entries)}.")
