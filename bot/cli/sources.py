"""``python -m bot sources``: what has been read in."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common

if TYPE_CHECKING:
    from bot.cli.parsing import Commands


def add(commands: Commands) -> None:
    """Adds the command."""
    add_common(commands.add_parser("sources", help="die eingelesenen Quellen zeigen"), _sources)


def _sources(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict

    from bot.index.store import Store
    from bot.index.sync import indexed_sources
    from bot.knowledge.esco.notice import is_occupation, notices_for
    from bot.settings import load_settings

    store = Store.open(load_settings(db=arguments.db))
    records = indexed_sources(store, store.require_current()).values()
    if arguments.json:
        print_json([{**asdict(r.source), "passages": r.passages} for r in records])
    else:
        occupations = Counter(r.source.edition for r in records if is_occupation(r.source))
        for record in records:
            source = record.source
            if is_occupation(source):  # thousands: --json has them one by one
                continue
            about = " · ".join(p for p in (source.publisher, source.published, source.url) if p)
            print(f"{source.id}\n  {source.title}{f' ({about})' if about else ''}")
        for edition, count in occupations.items():
            print(f"{count} Berufe aus {edition}")
        for notice in notices_for(record.source for record in records):
            print(notice)
    return 0
