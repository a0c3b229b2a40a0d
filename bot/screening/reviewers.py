"""Who may act in the recruiters' mode: names with keys, in a file of their own.

A key is 256 random bits and shown once; the file keeps its SHA-256. Nobody can guess such a key
or search for it, so a slow hash, made for passwords that people choose, would add nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from filelock import FileLock

from bot.screening.checks import name_of
from bot.screening.errors import ReviewersFileError, ScreeningError

KEY_BYTES: Final = 32
VERSION: Final = 1
_LONGEST_KEY: Final = 200
_WAIT_SECONDS: Final = 10.0
_HEX: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who may act, or might once.

    Attributes:
        name: as the log writes it.
        key_sha256: of the key, hexadecimal.
        created, revoked: UTC, ISO 8601; ``revoked`` is None while the key is good.
    """

    name: str
    key_sha256: str
    created: str
    revoked: str | None = None


class Reviewers:
    """The reviewers' file. Safe to share between threads and processes.

    Read anew when it has changed, so a revoked key is refused without a restart.

    Args:
        path: the file; made with its folder when the first one is added.
        now: the time, aware.

    Every method may raise ``ReviewersFileError``.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._now = now
        self._lock = threading.Lock()
        self._read: tuple[object, tuple[Reviewer, ...]] = (None, ())

    def all(self) -> tuple[Reviewer, ...]:
        """Everybody, in the order of adding; a name that was revoked and added again twice."""
        with self._lock, _plain_errors():
            seen = self._fingerprint()
            if seen != self._read[0]:
                self._read = (seen, _parsed(self._path) if seen else ())
            return self._read[1]

    def named_by(self, key: str) -> str | None:
        """The name that a key belongs to; None where it belongs to nobody or was revoked."""
        if not 0 < len(key) <= _LONGEST_KEY:
            return None
        asked = _digest(key)
        found = None
        for one in self.all():  # all are compared, so that time tells nothing
            if hmac.compare_digest(one.key_sha256, asked) and one.revoked is None:
                found = one.name
        return found

    def add(self, name: str) -> str:
        """Adds a person; returns the key, which is nowhere kept.

        Raises:
            ScreeningError: it isn't a name, or someone of that name is there.
        """
        whole = _tidy(name)
        with _changing(self._path):
            known = self.all()
            if _active(known, whole) is not None:
                raise ScreeningError(
                    f"„{whole}“ ist schon eingetragen.",
                    hint="Einen neuen Schlüssel gibt es nach dem Widerruf des alten.",
                )
            key = secrets.token_urlsafe(KEY_BYTES)
            self._write((*known, Reviewer(whole, _digest(key), self._stamp())))
        return key

    def revoke(self, name: str) -> None:
        """Takes a person's key out of use; what was done with it stays in the log.

        Raises:
            ScreeningError: there is nobody of that name with a good key.
        """
        whole = _tidy(name)
        with _changing(self._path):
            known = self.all()
            one = _active(known, whole)
            if one is None:
                raise ScreeningError(f"„{whole}“ hat keinen gültigen Schlüssel.")
            gone = replace(one, revoked=self._stamp())
            self._write([gone if other is one else other for other in known])

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="seconds")

    def _fingerprint(self) -> object:
        """Changes with the file: it is always replaced as a whole. None where there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _write(self, reviewers: Sequence[Reviewer]) -> None:
        told = {"version": VERSION, "reviewers": [asdict(one) for one in reviewers]}
        # Made for its owner alone and replaced as a whole: nobody reads half a list.
        with tempfile.NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
            file.write(json.dumps(told, ensure_ascii=False, indent=2).encode())
            file.flush()
            os.fsync(file.fileno())
        try:
            Path(file.name).replace(self._path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _parsed(path: Path) -> tuple[Reviewer, ...]:
    told = json.loads(path.read_bytes())
    if told["version"] != VERSION:
        raise ValueError("another version")
    found = tuple(Reviewer(**one) for one in told["reviewers"])
    for one in found:
        texts = (one.name, one.key_sha256, one.created, one.revoked or "")
        if not all(isinstance(text, str) for text in texts) or not set(one.key_sha256) <= _HEX:
            raise ValueError("not a reviewer")
    return found


def _active(known: Iterable[Reviewer], name: str) -> Reviewer | None:
    same = name.casefold()
    return next((r for r in known if r.revoked is None and r.name.casefold() == same), None)


def _tidy(name: str) -> str:
    """One spelling of a name, however its accents were typed."""
    return name_of(unicodedata.normalize("NFC", name))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


@contextlib.contextmanager
def _changing(path: Path) -> Iterator[None]:
    """One change at a time, over all processes."""
    with _plain_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=_WAIT_SECONDS, mode=0o600):
            yield


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReviewersFileError(
            "Die Liste der prüfenden Personen kann nicht gelesen oder geschrieben werden.",
            log=f"reviewers file: {error!r}",
            hint="Bitte prüfen Sie LOTSE_SCREENING_REVIEWERS und die Rechte an der Datei.",
        ) from error
