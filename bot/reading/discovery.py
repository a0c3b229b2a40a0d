"""Which files and addresses a list of paths stands for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain import Failure
from bot.reading.fetch import check_url, is_url
from bot.reading.limits import Limits
from bot.reading.sniff import SUFFIXES, kind_of_name

_MISSING = "Die Datei oder der Ordner ist nicht vorhanden."
_SPECIAL = "Das ist keine gewöhnliche Datei, sondern ein Gerät, eine Leitung oder ein Socket."
_LOOP = "Der symbolische Verweis führt im Kreis."
_DANGLING = "Der symbolische Verweis zeigt ins Leere."


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to ingest.

    Attributes:
        location: absolute path, or the address; how users see it in messages.
        root: absolute path of the argument it came from (the file itself for a single file,
            the address for an address).
        relative: POSIX path relative to ``root``; the name for a single file, host and path
            for an address.
    """

    location: str
    root: str
    relative: str


def discover(paths: Sequence[str], *, limits: Limits) -> tuple[list[Found], list[Failure]]:
    """All readable files of ``paths`` in order, each once, and what can't be ingested.

    Folders are walked in sorted order; hidden entries and unsupported suffixes inside them are
    skipped silently. Sizes are checked by ``read`` against ``limits``. Never raises for bad
    input.
    """
    search = _Search()
    for path in paths:
        search.add(path)
    return search.found, search.failures


class _Search:
    """What was found so far; remembers real paths, so that nothing is found twice."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.failures: list[Failure] = []
        self._seen: set[str] = set()

    def add(self, path: str) -> None:
        if is_url(path):
            self._add_url(path)
            return
        if not path.strip():
            self._fail(path, _MISSING)
            return
        try:
            # Path.absolute keeps "..", and Path.resolve would follow the link the user named.
            location = os.path.normpath(Path(path).expanduser().absolute())
            mode = Path(location).stat().st_mode
        except (OSError, ValueError, RuntimeError) as error:
            self._fail(path, _reason(path, error))
            return
        if stat.S_ISDIR(mode):
            self._walk(location, location, ())
        else:
            self._add_file(location, location, Path(location).name, mode)

    def _add_url(self, url: str) -> None:
        reason = check_url(url)
        if reason:
            self._fail(url, reason)
        elif url not in self._seen:
            self._seen.add(url)
            parts = urlsplit(url)
            query = f"-{parts.query}" if parts.query else ""
            relative = f"{parts.hostname}{parts.path}{query}".rstrip("/")
            self.found.append(Found(url, url, relative))

    def _add_file(self, location: str, root: str, relative: str, mode: int) -> None:
        """Adds a file that was named explicitly, or has a supported suffix."""
        if not stat.S_ISREG(mode):
            self._fail(location, _SPECIAL)
            return
        if kind_of_name(location) is None:
            known = ", ".join(sorted(SUFFIXES))
            self._fail(location, f"Dieses Dateiformat wird nicht gelesen; möglich sind {known}.")
            return
        if not _is_text(location):
            self._fail(location, "Der Dateiname ist kein gültiges UTF-8.")
            return
        real = os.path.realpath(location)
        if real not in self._seen:
            self._seen.add(real)
            self.found.append(Found(location, root, relative))

    def _walk(self, folder: str, root: str, ancestors: tuple[str, ...]) -> None:
        real = os.path.realpath(folder)
        if real in ancestors:
            self._fail(folder, _LOOP)
            return
        if real in self._seen:
            return
        self._seen.add(real)
        for entry in self._entries(folder):
            try:
                mode = Path(entry).stat().st_mode
            except OSError as error:
                if kind_of_name(entry) or not Path(entry).suffix:
                    self._fail(entry, _reason(entry, error))
                continue
            if stat.S_ISDIR(mode):
                self._walk(entry, root, (*ancestors, real))
            elif kind_of_name(entry):
                relative = Path(entry).relative_to(root).as_posix()
                self._add_file(entry, root, relative, mode)

    def _entries(self, folder: str) -> Iterator[str]:
        try:
            names = sorted(p.name for p in Path(folder).iterdir() if not p.name.startswith("."))
        except OSError as error:
            self._fail(folder, _reason(folder, error))
            return
        for name in names:
            yield str(Path(folder) / name)

    def _fail(self, path: str, reason: str) -> None:
        shown = path.encode("utf-8", "replace").decode("utf-8")
        self.failures.append(Failure(shown, reason))


def _is_text(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _reason(path: str, error: Exception) -> str:
    if not isinstance(error, OSError):
        return "Der Pfad ist ungültig."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _DANGLING if Path(path).is_symlink() else _MISSING
    if isinstance(error, PermissionError):
        return "Die Datei oder der Ordner darf nicht gelesen werden (fehlende Rechte)."
    if Path(path).is_symlink():
        return _LOOP
    return f"Die Datei oder der Ordner ist nicht lesbar ({error.strerror})."
