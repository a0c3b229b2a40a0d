"""``python -m bot portals``: who may embed the chat or call the interface, by key."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bot.cli.output import print_json

if TYPE_CHECKING:
    from bot.access.portals import Portal, Portals
    from bot.cli.parsing import Commands, Handler


def add(commands: Commands) -> None:
    """Adds the command."""
    from bot.access.scopes import DEFAULT, SCOPES

    parser = commands.add_parser("portals", help="Portale: Schlüssel geben, tauschen, widerrufen")
    tasks = parser.add_subparsers(dest="task", required=True, metavar="AUFGABE")
    adding = _task(tasks, "add", _add, "ein Portal eintragen; zeigt seinen Schlüssel")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument(
        "--scope",
        action="append",
        default=[],
        metavar="BEREICH",
        help=f"was der Schlüssel öffnet, mehrfach möglich: {', '.join(SCOPES)} "
        f"(sonst {', '.join(DEFAULT)})",
    )
    adding.add_argument(
        "--origin",
        action="append",
        default=[],
        metavar="HERKUNFT",
        help="Seiten, die einbetten und aufrufen dürfen, wie https://portal.example; mehrfach",
    )
    _task(tasks, "list", _list, "alle Portale zeigen")
    rotating = _task(tasks, "rotate", _rotate, "einem Portal einen neuen Schlüssel geben")
    rotating.add_argument("name", metavar="NAME")
    rotating.add_argument(
        "--grace",
        type=float,
        metavar="STUNDEN",
        help="wie lange der bisherige Schlüssel noch gilt (sonst 24)",
    )
    revoking = _task(tasks, "revoke", _revoke, "Schlüssel und Tokens eines Portals widerrufen")
    revoking.add_argument("name", metavar="NAME")


def _task(tasks: Commands, name: str, handler: Handler, told: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(name, help=told, description=told)
    parser.add_argument("--json", action="store_true", help="maschinenlesbare Ausgabe")
    parser.set_defaults(handler=handler)
    return parser


def _add(arguments: argparse.Namespace) -> int:
    key = _portals().add(arguments.name, arguments.scope, arguments.origin)
    _show_key(arguments, key)
    return 0


def _rotate(arguments: argparse.Namespace) -> int:
    from bot.access.portals import GRACE_HOURS

    grace = GRACE_HOURS if arguments.grace is None else arguments.grace
    _show_key(arguments, _portals().rotate(arguments.name, grace))
    return 0


def _show_key(arguments: argparse.Namespace, key: str) -> None:
    if arguments.json:
        print_json({"name": arguments.name, "key": key})
        return
    print(key)
    print(
        "Das ist der Schlüssel. Er wird nur dieses eine Mal gezeigt; er gehört auf einen Server "
        "des Portals, nicht in eine Seite.",
        file=sys.stderr,
    )


def _list(arguments: argparse.Namespace) -> int:
    known = _portals().all()
    if arguments.json:
        print_json([_told(one) for one in known])
        return 0
    for one in known:
        dates = [f"seit {one.created[:10]}"]
        dates += [f"Schlüssel vom {one.rotated[:10]}"] if one.rotated else []
        dates += [f"widerrufen am {one.revoked[:10]}"] if one.revoked else []
        pages = f"; Seiten: {' '.join(one.origins)}" if one.origins else ""
        print(f"{one.name} ({', '.join(dates)}): {' '.join(one.scopes)}{pages}")
    if not known:
        print("Noch gibt es kein Portal: python -m bot portals add NAME")
    return 0


def _told(one: Portal) -> dict[str, object]:
    return {
        "name": one.name,
        "scopes": list(one.scopes),
        "origins": list(one.origins),
        "created": one.created,
        "rotated": one.rotated,
        "revoked": one.revoked,
        "earlier_key_until": one.earlier_until,
    }


def _revoke(arguments: argparse.Namespace) -> int:
    _portals().revoke(arguments.name)
    if arguments.json:
        print_json({"name": arguments.name, "revoked": True})
    else:
        print(f"Schlüssel und Tokens von „{arguments.name}“ gelten nicht mehr.")
    return 0


def _portals() -> Portals:
    from bot.access.portals import Portals
    from bot.settings import load_settings

    return Portals(load_settings().portals.expanduser())
