"""``python -m bot role``: what the sources state about a role, each fact with its sentence."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bot.cli.output import print_json
from bot.cli.parsing import add_common
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.parsing import Commands
    from bot.domain import Source

SPELT_ALIKE = 0.3

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
    parser.add_argument("role_id", metavar="ROLLE", help="Kennung oder Bezeichnung")
    add_common(parser, _role)


def _role(arguments: argparse.Namespace) -> int:
    from bot.answering.records import profile_record
    from bot.index.serving import Index
    from bot.knowledge.esco.notice import notices_for
    from bot.settings import load_settings

    view = Index.open(load_settings(db=arguments.db)).view()
    profiles = view.profiles
    typed = arguments.role_id
    profile = profiles.get(typed) or profiles.get(view.catalogue.id_of(typed) or "")
    if profile is None:
        near = _near(view.sources.values(), arguments.role_id)
        raise UsageError(
            f"Die Rolle „{arguments.role_id}“ kennen die Quellen nicht; bekannt sind: "
            f"{', '.join(sorted(profiles)) or 'keine'}.",
            log=f"unknown role {arguments.role_id!r}",
            hint=f"Ähnlich heißen unter den Berufen aus ESCO: {', '.join(near)}." if near else "",
        )
    found = profile_record(profile, view)
    notices = notices_for(view.sources[key] for key in profile.source_ids)
    if arguments.json:
        print_json(found | ({"notices": list(notices)} if notices else {}))
    else:
        print("\n".join((*_lines(found), *notices)))
    return 0


def _near(sources: Iterable[Source], typed: str) -> list[str]:
    """Ids of occupations whose names are spelt most alike."""
    from bot.knowledge.esco.titles import TitleIndex

    found = TitleIndex(sources).resolve(typed.replace("-", " "))
    return [match.role_id for match in found if match.score >= SPELT_ALIKE]


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['label']} ({found['id']})"
    for kind, heading in _HEADINGS.items():
        if not found[kind]:
            continue
        yield f"\n{heading}"
        told = {(r["citation"]["number"], r.get("label")): r for r in found[kind]}
        for record in told.values():
            citation = record["citation"]
            told_already = record.get("label") in (None, citation["quote"])
            label = "" if told_already else f"{record['label']}: "
            yield f"- {label}„{citation['quote']}“ ({citation['source']['title']})"
