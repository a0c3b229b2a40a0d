"""``python -m bot role``: what the sources state about a role, each fact with its sentence."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.cli.output import print_json
from bot.cli.parsing import add_common
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.parsing import Commands

_HEADINGS = {
    "synonyms": "Andere Bezeichnungen",
    "branches": "Branchen",
    "duties": "Aufgaben",
    "requirements": "Anforderungen",
    "salary": "Gehalt",
    "pay_notes": "Rund ums Gehalt",
    "career": "Karriere",
    "differences": "Unterschiede",
}


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser("role", help="Profil einer Rolle zeigen, mit Belegen")
    parser.add_argument("role_id", metavar="ROLLE", help="Kennung, zum Beispiel account-manager")
    add_common(parser, _role)


def _role(arguments: argparse.Namespace) -> int:
    from bot.answering.records import profile_record
    from bot.index.view import Index
    from bot.knowledge.profiles import role_profiles
    from bot.knowledge.roles import RoleCatalogue
    from bot.settings import load_settings

    view = Index.open(load_settings(db=arguments.db)).view()
    catalogue = RoleCatalogue.of(view.sources.values())
    profiles = role_profiles(view.sources, view.facts, catalogue)
    profile = profiles.get(arguments.role_id)
    if profile is None:
        raise UsageError(
            f"Die Rolle „{arguments.role_id}“ kennen die Quellen nicht; bekannt sind: "
            f"{', '.join(sorted(profiles)) or 'keine'}.",
            log=f"unknown role {arguments.role_id!r}",
        )
    found = profile_record(profile, view)
    if arguments.json:
        print_json(found)
    else:
        print("\n".join(_lines(found)))
    return 0


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['label']} ({found['id']})"
    for kind, heading in _HEADINGS.items():
        if not found[kind]:
            continue
        yield f"\n{heading}"
        told = {(r["citation"]["number"], r.get("label")): r for r in found[kind]}
        for record in told.values():
            citation = record["citation"]
            label = f"{record['label']}: " if record.get("label") else ""
            yield f"- {label}„{citation['quote']}“ ({citation['source']['title']})"
