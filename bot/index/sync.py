"""Ingest: read, plan, build the next version beside the current one, flip the pointer.

Nothing is taken from the serving version until its successor is complete, so a crash at any
moment leaves it serving; what the crash left behind is used up by the next run.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.domain import Failure, Source
from bot.errors import IndexMissingError, StoreError, UnreadableError
from bot.index.build import Progress, build_version
from bot.index.cache import CACHED_FROM
from bot.index.chroma_errors import GoneError, is_url, one_line
from bot.index.encoder import Encoder, encoder_identity, load_encoder
from bot.index.plan import Plan, make_plan
from bot.index.records import SourceRecord
from bot.index.store import IndexIdentity, Store
from bot.index.view import load_view
from bot.index.writer import open_for_writing
from bot.knowledge.esco.notice import OCCUPATION_URI
from bot.reading import Found, Limits, discover, read
from bot.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    from bot.settings import Settings

log = logging.getLogger(__name__)

__all__ = ["IngestReport", "Progress", "default_paths", "indexed_sources", "ingest"]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What ``ingest.py --json`` prints; ``renamed`` sources count as updated."""

    added: int
    updated: int
    removed: int
    unchanged: int
    failed: tuple[Failure, ...]
    sources: int
    passages: int
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types in the contract's order."""
        return asdict(self)


def ingest(
    paths: Sequence[str],
    settings: Settings,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    encoder: Encoder | None = None,
    esco: Path | Literal["remove"] | None = None,
) -> tuple[IngestReport, Plan]:
    """Brings the index in line with ``paths``.

    Folders are mirrored: what was read from below them and is gone is removed. Sources from
    elsewhere stay. An encoder or chunker other than the index was built with makes every
    source be embedded anew. Where nothing changed, nothing is written and no encoder loaded.

    Args:
        paths: files, folders or URLs.
        settings: where the index is and what encodes.
        dry_run: only plan; nothing is written.
        progress: called with a stage ("read", "embed", "flip", "derive"), what is done and the
            total.
        encoder: one that is ready, instead of the one that the settings name.
        esco: folder of a CSV export whose occupations the index shall hold, those and no others;
            "remove" takes them out; None leaves them as they are.

    Raises:
        IndexBusyError: another process is writing.
        StoreError: Chroma can't be used, or the index would be empty afterwards.
        EncoderError: the encoder can't be made ready.
    """
    started = time.monotonic()
    tell = progress or (lambda stage, done, total: None)
    limits = Limits(max_bytes=int(settings.max_file_megabytes * 1_000_000))
    found, failures = discover(paths, limits=limits)
    occupations, mirrored = _occupations(esco, failures)
    reading = _Reading(paths, found, failures, limits, tell, occupations, mirrored)

    if encoder is None and settings.encoder != DEFAULT_ENCODER and Store.exists(settings):
        encoder = load_encoder(settings)  # it must be loaded to know its identity, so only once

    def identity() -> IndexIdentity:
        return IndexIdentity.of(encoder.identity if encoder else encoder_identity(settings))

    if dry_run:
        try:
            with Store.open_for_planning(settings) as store:
                plan, version = _plan(store, reading, identity)
                passages = 0 if version is None else store.passages(version).count()
        except IndexMissingError:
            plan, passages = reading.plan({}), 0
        return _report(plan, passages, started), plan
    if not (found or occupations) and not Store.exists(settings):
        _require_failures(failures)
        plan = reading.plan({})
        return _report(plan, 0, started), plan
    with open_for_writing(settings) as (store, still_mine):
        plan, version = _plan(store, reading, identity)
        if leaves_nothing(plan):
            raise _would_be_empty(plan, settings)
        if plan.staying and (plan.changes_anything or plan.rebuilds):
            version = build_version(
                store, plan, version, identity(), lambda: encoder or load_encoder(settings), tell
            )
            still_mine()
            tell("flip", 0, 1)
            store.flip(version)
            tell("flip", 1, 1)
        _clean_up(store)
        passages = 0 if version is None else store.passages(version).count()
        if version is not None and passages >= CACHED_FROM:
            tell("derive", 0, 1)  # else the first reader would have to wait for it
            load_view(store, version, cache=settings.cache_folder / "index")
            tell("derive", 1, 1)
    return _report(plan, passages, started), plan


@dataclass(frozen=True)
class _Reading:
    """What the paths stand for, read when a plan is made."""

    paths: Sequence[str]
    found: Sequence[Found]
    failures: Sequence[Failure]
    limits: Limits
    tell: Progress
    occupations: Sequence[Source]
    mirrored: Sequence[str]

    def plan(self, indexed: dict[str, SourceRecord]) -> Plan:
        """Reads everything and compares it with ``indexed``."""
        taken: list[tuple[Found, Source]] = []
        problems = list(self.failures)
        for number, place in enumerate(self.found):
            self.tell("read", number, len(self.found))
            try:
                source = read(place, limits=self.limits)
                source.fingerprint  # noqa: B018 - fails where the text can't be written as UTF-8
                taken.append((place, source))
            except UnreadableError as error:
                problems.append(Failure(place.location, one_line(str(error), 500) + "."))
            except Exception as error:  # a defect of ours must not keep the other files out
                log.exception("cannot read %s", place.location)
                problems.append(
                    Failure(
                        place.location,
                        "Beim Lesen trat ein unerwarteter Fehler auf "
                        f"({type(error).__name__}: {one_line(str(error))}).",
                    )
                )
        self.tell("read", len(self.found), len(self.found))
        taken += [(_address(occupation), occupation) for occupation in self.occupations]
        return make_plan(taken, problems, indexed, _folders(self.paths), self.mirrored)


def _occupations(
    esco: Path | Literal["remove"] | None, failures: list[Failure]
) -> tuple[Sequence[Source], Sequence[str]]:
    """The occupations to take in, and the addresses of which these are all.

    An export that can't be read is one more failure: what is indexed of it stays.
    """
    if esco is None:
        return (), ()
    if esco == "remove":
        return (), (OCCUPATION_URI,)
    from bot.knowledge.esco.sources import occupation_sources

    folder = os.path.abspath(esco.expanduser())  # noqa: PTH100 - as in discovery
    try:
        return occupation_sources(Path(folder)), (OCCUPATION_URI,)
    except UnreadableError as error:
        failures.append(Failure(folder, one_line(str(error), 500) + "."))
    return (), ()


def _address(occupation: Source) -> Found:
    """An occupation's place is its URI, so it stays the same wherever an export lies."""
    uri = occupation.url or ""
    return Found(uri, uri, uri)


def _folders(paths: Sequence[str]) -> list[str]:
    """The folders among ``paths`` as ``discover`` names them, also those with nothing in them."""
    local = [os.path.abspath(Path(p).expanduser()) for p in paths if p.strip() and not is_url(p)]  # noqa: PTH100 - as in discovery
    return [path for path in local if Path(path).is_dir()]


def _plan(
    store: Store, reading: _Reading, identity: Callable[[], IndexIdentity]
) -> tuple[Plan, int | None]:
    version = store.current()
    if version is None:
        return reading.plan({}), None
    try:
        indexed, made_with = store.indexed(version), store.identity(version)
    except GoneError as error:  # somebody deleted it: there is nothing to lose any more
        log.warning("building anew: %s", error.log)
        return reading.plan({}), None
    return replace(reading.plan(indexed), rebuilds=made_with != identity()), version


def leaves_nothing(plan: Plan) -> bool:
    """Whether a plan would take the last source away, which an ingest refuses."""
    return plan.count("removed") > 0 and not plan.staying


def _would_be_empty(plan: Plan, settings: Settings) -> StoreError:
    way_out = (
        "löschen Sie auf dem Server die Sammlungen, deren Namen mit „lotse“ beginnen"
        if settings.chroma_url
        else f"löschen Sie den Ordner {settings.db}"
    )
    return StoreError(
        f"Nach diesem Lauf wäre der Index leer ({plan.count('removed')} Quellen fehlen); der "
        "bisherige Stand bleibt deshalb bestehen.",
        log="refused to flip to an empty version",
        hint=f"Wenn das gewollt ist, geben Sie im selben Lauf andere Artikel mit an, oder "
        f"{way_out}.",
    )


def _require_failures(failures: Sequence[Failure]) -> None:
    """Nothing found is an error of its own, unless a failure says more about it."""
    if not failures:
        raise UnreadableError(
            "Unter den angegebenen Pfaden liegt kein lesbarer Artikel.",
            log="nothing to ingest and no index yet",
            hint="Gelesen werden Markdown, Text, HTML, PDF und Word.",
        )


def indexed_sources(store: Store, version: int) -> dict[str, SourceRecord]:
    """All sources of a version by id."""
    return store.indexed(version)


def _clean_up(store: Store) -> None:
    """Deletes all but the serving version and the one before it, which readers may hold."""
    keep = {store.current(), store.previous()}
    for version in store.versions():
        if version not in keep:
            store.delete(version)
    store.sweep()


def _report(plan: Plan, passages: int, started: float) -> IngestReport:
    unchanged = plan.count("unchanged", "kept")
    return IngestReport(
        added=plan.count("added"),
        updated=plan.count("updated", "renamed") + (unchanged if plan.rebuilds else 0),
        removed=plan.count("removed"),
        unchanged=0 if plan.rebuilds else unchanged,
        failed=plan.failures,
        sources=len(plan.staying),
        passages=passages,
        seconds=round(time.monotonic() - started, 3),
    )


def default_paths() -> list[str]:
    """The corpus that comes with the product."""
    return [str(Path(__file__).resolve().parents[2] / "corpus")]
