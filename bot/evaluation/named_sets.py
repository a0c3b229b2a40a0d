"""``eval --set titles`` and ``--set matching``: sets that measure neither search nor answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from bot.settings import Settings

TITLE_MAPPING = "title_mapping"
"""The mapping's folder beside the other sets; the export lies next to it."""

Lines = Callable[["argparse.Namespace", "Settings"], Iterator[str]]


def _titles(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    from bot.evaluation.beir import default_data
    from bot.evaluation.comparison import write_json
    from bot.evaluation.titles import measure_titles

    folder = default_data() / TITLE_MAPPING
    if not folder.is_dir():
        raise UsageError(
            f"Die Zuordnung von Berufsbezeichnungen liegt nicht unter {folder}.",
            log=f"no title mapping at {folder}",
        )
    measures = []
    for measure in measure_titles(settings, folder):
        measures.append(measure.to_json())
        if not arguments.json:
            yield str(measure)
    report = {"set": "titles", "measures": measures}
    if arguments.json:
        yield _one_line(report)
    if arguments.out is not None:
        write_json(arguments.out, report)


def _matching(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    """Profiles by hand tell how well it is decided, those read from the texts add the reading."""
    from bot.evaluation.comparison import write_json
    from bot.evaluation.match_measures import (
        matching_report,
        measure_matching,
        measure_removal,
        readable,
    )
    from bot.evaluation.match_set import SPLITS
    from bot.matching.reading.reader import profile_of_text

    reports: list[Mapping[str, Any]] = []
    for profiles, read in (("by hand", None), ("as read", profile_of_text)):
        judged = measure_matching(read=read)
        report = matching_report(judged, name_held_out=arguments.name_held_out)
        reports.append({"profiles": profiles, **report})
        if not arguments.json:
            yield f"{_PROFILES[profiles]}\n{readable(report)}"
    removals = [measure_removal(split, profile_of_text) for split in SPLITS]
    reports.append({"removals": [asdict(removal) for removal in removals]})
    for removal in () if arguments.json else removals:
        yield (
            f"matching {removal.split}: {removal.stayed} von {removal.personal} persönlichen "
            f"Angaben geblieben, {removal.lost} von {removal.professional} beruflichen verloren"
        )
    if arguments.json:
        yield _one_line(reports)
    if arguments.out is not None:
        write_json(arguments.out, reports)


_PROFILES = {"by hand": "Profile von Hand", "as read": "Profile, wie sie gelesen werden"}

NAMED_SETS: Mapping[str, Lines] = {"titles": _titles, "matching": _matching}
"""By the name for ``--set``; a folder of such a name is "./titles"."""


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
