"""``python -m bot screening``: who may review, and the log of the recruiters' mode."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bot.cli.output import print_json

if TYPE_CHECKING:
    from bot.cli.parsing import Commands, Handler
    from bot.screening.reviewers import Reviewers
    from bot.screening.screenings import Screenings
    from bot.settings import Settings

OPERATOR = "Kommandozeile"
"""Who asks here for what is only logged for persons; nothing that this name does is written."""


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "screening", help="Auswahlhilfe: prüfende Personen, Protokoll, Löschfristen"
    )
    tasks = parser.add_subparsers(dest="task", required=True, metavar="AUFGABE")
    reviewers = tasks.add_parser("reviewers", help="wer prüfen darf")
    people = reviewers.add_subparsers(dest="change", required=True, metavar="AUFGABE")
    for name, handler, told in (
        ("add", _add, "eine Person eintragen; ihr Schlüssel wird nur jetzt gezeigt"),
        ("revoke", _revoke, "den Schlüssel einer Person widerrufen"),
    ):
        _task(people, name, handler, told).add_argument("name", metavar="NAME")
    _task(people, "list", _list, "alle Personen zeigen")
    _task(tasks, "verify", _verify, "prüfen, ob das Protokoll unverändert ist")
    _task(tasks, "expire", _expire, "löschen, was fällig ist")
    history = _task(tasks, "history", _history, "zeigen, wer wann was getan hat")
    history.add_argument("id", metavar="KENNUNG", help="des Auswahlverfahrens")
    rebuild = _task(tasks, "rebuild", _rebuild, "einen Bericht aus dem Protokoll neu aufbauen")
    rebuild.add_argument("id", metavar="KENNUNG", help="des Auswahlverfahrens")
    rebuild.add_argument("--state", type=int, metavar="N", help="wie er nach Eintrag N war")


def _task(tasks: Commands, name: str, handler: Handler, told: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(name, help=told, description=told)
    parser.add_argument("--json", action="store_true", help="maschinenlesbare Ausgabe")
    parser.set_defaults(handler=handler)
    return parser


def _add(arguments: argparse.Namespace) -> int:
    key = _reviewers().add(arguments.name)
    if arguments.json:
        print_json({"name": arguments.name, "key": key})
    else:
        print(key)
        print(
            "Das ist der Schlüssel. Er wird nur dieses eine Mal gezeigt; geben Sie ihn allein "
            "dieser Person.",
            file=sys.stderr,
        )
    return 0


def _revoke(arguments: argparse.Namespace) -> int:
    _reviewers().revoke(arguments.name)
    if arguments.json:
        print_json({"name": arguments.name, "revoked": True})
    else:
        print(f"Der Schlüssel von „{arguments.name}“ gilt nicht mehr.")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    known = _reviewers().all()
    if arguments.json:
        print_json([{"name": r.name, "created": r.created, "revoked": r.revoked} for r in known])
        return 0
    for one in known:
        ended = f", widerrufen am {one.revoked[:10]}" if one.revoked else ""
        print(f"{one.name} (seit {one.created[:10]}{ended})")
    if not known:
        print("Noch darf niemand prüfen: python -m bot screening reviewers add NAME")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    _kept(_settings()).verify()
    if arguments.json:
        print_json({"intact": True})
    else:
        print("Das Protokoll ist unverändert.")
    return 0


def _expire(arguments: argparse.Namespace) -> int:
    deleted = _kept(_settings()).expire()
    if arguments.json:
        print_json({"deleted": deleted})
    else:
        print(f"Gelöschte Auswahlverfahren: {deleted}.")
    return 0


def _history(arguments: argparse.Namespace) -> int:
    told = _switched_on().history(arguments.id, OPERATOR)
    if arguments.json:
        print_json(list(told))
        return 0
    for one in told:
        about = " ".join(str(part) for part in (one["application"], *one["facts"].values()) if part)
        print(f"{one['number']:6}  {one['at']}  {one['action']:20}  {one['who']}  {about}".rstrip())
    return 0


def _rebuild(arguments: argparse.Namespace) -> int:
    print(_switched_on().rebuild(arguments.id, arguments.state).decode())
    return 0


def _settings() -> Settings:
    from bot.settings import load_settings

    return load_settings()


def _reviewers() -> Reviewers:
    from bot.screening.reviewers import Reviewers

    return Reviewers(_settings().screening_reviewers.expanduser())


def _switched_on() -> Screenings:
    from bot.screening.errors import ScreeningOffError
    from bot.screening.screenings import OFF

    settings = _settings()
    if not settings.screening:
        raise ScreeningOffError(OFF, hint="Zum Einschalten: LOTSE_SCREENING=1.")
    return _kept(settings)


def _kept(settings: Settings) -> Screenings:
    """The log that is there, whether or not the mode is on: what is due must go in any case."""
    from datetime import UTC, datetime

    from bot.screening.errors import ScreeningError
    from bot.screening.log import Log
    from bot.screening.screenings import Screenings

    def now() -> datetime:
        return datetime.now(UTC)

    path = settings.screening_db.expanduser()
    if not path.is_file():
        raise ScreeningError(
            f"Unter {path} gibt es kein Auswahlprotokoll.",
            log=f"no screening log at {path}",
            hint="Den Ort nennt LOTSE_SCREENING_DB.",
        )
    return Screenings(Log(path, now), settings.screening_retention_days, now)
