"""``python ingest.py``: arguments, progress on a terminal, and the report."""

from __future__ import annotations

import argparse
import contextlib
import functools
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.output import print_json
from bot.cli.parsing import add_common
from bot.errors import UsageError
from bot.knowledge.esco.notice import OCCUPATION_URI

if TYPE_CHECKING:
    from bot.index.plan import Plan
    from bot.index.sync import IngestReport, Progress
    from bot.settings import Settings

_STAGES = {
    "read": "Lesen",
    "embed": "Einbetten",
    "flip": "Umschalten",
    "derive": "Aufbereiten",
    "titles": "Berufsbezeichnungen",
    "labels": "Anforderungen der Berufe",
}
_KINDS = {
    "added": "neu",
    "updated": "geändert",
    "renamed": "umbenannt",
    "removed": "entfernt",
    "unchanged": "unverändert",
    "kept": "bleibt",
}


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``python ingest.py``."""
    parser = argparse.ArgumentParser(
        prog="python ingest.py", description="Liest Artikel ein und bringt den Index auf Stand."
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PFAD", help="Dateien, Ordner oder URLs; sonst corpus/"
    )
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, was sich ändern würde")
    esco = parser.add_mutually_exclusive_group()
    esco.add_argument(
        "--esco",
        type=Path,
        metavar="ORDNER",
        help="dazu die Berufe aus dem entpackten CSV-Export der ESCO-Klassifikation (deutsch); sie "
        "bleiben auch bei Läufen ohne diese Angabe, bis zu --no-esco",
    )
    esco.add_argument(
        "--no-esco", action="store_true", help="die Berufe aus ESCO wieder herausnehmen"
    )
    add_common(parser, _ingest)
    return parser


def _ingest(arguments: argparse.Namespace) -> int:
    from bot.index.sync import default_paths, ingest, leaves_nothing
    from bot.settings import load_settings

    if arguments.esco is not None and not arguments.esco.expanduser().is_dir():
        raise UsageError(
            f"Den Ordner {arguments.esco} mit dem ESCO-Export gibt es nicht.",
            log=f"no folder {arguments.esco}",
        )
    settings = load_settings(db=arguments.db)
    with _progress_bar() as progress:
        report, plan = ingest(
            arguments.paths or default_paths(),
            settings,
            dry_run=arguments.dry_run,
            progress=progress,
            esco="remove" if arguments.no_esco else arguments.esco,
        )
        changed = arguments.esco is not None or plan.changes_anything or plan.rebuilds
        if changed and not arguments.dry_run and _has_occupations(plan):
            _prepare_occupations(settings, progress)
    if arguments.json:
        print_json(report.to_json())
    else:
        print(_readable(report, plan, dry_run=arguments.dry_run))
    for failure in report.failed:
        line = " ".join(f"Nicht eingelesen: {failure.path}: {failure.reason}".split())
        print(line, file=sys.stderr)
    refused = arguments.dry_run and leaves_nothing(plan)
    if refused:
        print(
            "Ein Lauf ohne --dry-run würde das ablehnen, weil der Index danach leer wäre.",
            file=sys.stderr,
        )
    return 1 if report.failed or refused else 0


def _has_occupations(plan: Plan) -> bool:
    return any(
        change.location.startswith(OCCUPATION_URI) and change.kind != "removed"
        for change in plan.changes
    )


def _prepare_occupations(settings: Settings, progress: Progress | None) -> None:
    """Makes what nobody should wait for: the vectors of all occupations' names and requirements.

    What is there already is left as it is.
    """
    from bot.answering.occupations.titles import prepare_titles
    from bot.index.encoder import load_encoder
    from bot.index.serving import Index
    from bot.matching.session import Desk

    tell = progress or (lambda stage, done, total: None)
    index, encoder = Index.open(settings), load_encoder(settings)
    folder = settings.cache_folder
    prepare_titles(index.view().sources, encoder, folder, functools.partial(tell, "titles"))
    Desk(index, encoder, folder / "matching").prepare(tell=functools.partial(tell, "labels"))


@contextlib.contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """A bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    bars: dict[str, tqdm[Any]] = {}

    def show(stage: str, done: int, total: int) -> None:
        if stage not in bars:
            for earlier in bars.values():
                earlier.close()
            bars[stage] = tqdm(total=total, desc=_STAGES[stage], leave=False, file=sys.stderr)
        bars[stage].update(done - bars[stage].n)
        if done == total:
            bars[stage].refresh()  # tqdm would draw so soon again only by chance

    try:
        yield show
    finally:
        for bar in bars.values():
            bar.close()


def _readable(report: IngestReport, plan: Plan, *, dry_run: bool) -> str:
    lines = []
    occupations: Counter[str] = Counter()
    for change in plan.changes:
        if change.location.startswith(OCCUPATION_URI):
            occupations[change.kind] += 1
        elif dry_run or change.kind not in ("unchanged", "kept"):
            was = f" (bisher {change.was})" if change.was else ""
            lines.append(f"{_KINDS[change.kind]:12} {change.source_id}  {change.location}{was}")
    lines += [
        f"{name:12} {occupations[kind]} Berufe aus ESCO"
        for kind, name in _KINDS.items()
        if occupations[kind]
    ]
    if plan.rebuilds:
        lines.append(
            "Encoder oder Zerlegung haben sich geändert: alle Quellen werden neu eingebettet."
        )
    counts = (
        f"{report.added} neu, {report.updated} geändert, {report.removed} entfernt, "
        f"{report.unchanged} unverändert, {len(report.failed)} nicht lesbar."
    )
    if dry_run:
        lines.append(f"Geplant: {counts} Danach im Index: {report.sources} Quellen.")
    else:
        lines.append(
            f"{counts} Im Index: {report.sources} Quellen, {report.passages} Passagen "
            f"({report.seconds:.1f} s)."
        )
    return "\n".join(lines)
