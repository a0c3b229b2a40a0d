"""Names with keys, in a file of their own: what portals and reviewers have in common.

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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

from filelock import FileLock

from bot.errors import LotseError

KEY_BYTES: Final = 32
VERSION: Final = 1
_LONGEST_KEY: Final = 200
_WAIT_SECONDS: Final = 10.0
_HEX: Final = frozenset("0123456789abcdef")
_BROKEN: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Holder(Protocol):
    """Who holds a key; a frozen dataclass of plain JSON types."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def name(self) -> str:
        """As it was tidied when added."""

    @property
    def revoked(self) -> str | None:
        """When the key was taken out of use (UTC, ISO 8601); None while it is good."""

    def good_hashes(self, now: datetime) -> Iterable[str]:
        """SHA-256, hexadecimal, of the keys that are good now."""


H = TypeVar("H", bound=Holder)


class Keyring(Generic[H]):
    """A file of holders. Safe to share between threads and processes.

    Read anew when it has changed, so a revoked key is refused without a restart. Made for its
    owner alone, with its folder, when the first holder is added.

    Args:
        path: the file.
        kind: what the file calls the list of its holders.
        parsed: makes one holder of its JSON object; raises ValueError or TypeError otherwise.
        unusable: the error where the file can't be read or written, made from its cause.
        now: the time, aware.
    """

    def __init__(
        self,
        path: Path,
        kind: str,
        parsed: Callable[[dict[str, Any]], H],
        unusable: Callable[[Exception], LotseError],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = path
        self._kind = kind
        self._parsed = parsed
        self._unusable = unusable
        self.now = now
        self._lock = threading.Lock()
        self._read: tuple[object, tuple[H, ...]] = (None, ())

    def all(self) -> tuple[H, ...]:
        """Everybody, in the order of adding; a name that was revoked and added again twice."""
        with self._lock, self._plain_errors():
            seen = self._fingerprint()
            if seen != self._read[0]:
                self._read = (seen, self._holders() if seen else ())
            return self._read[1]

    def holder_of(self, key: str) -> H | None:
        """Whose key it is; None where it is nobody's, or no longer good."""
        if not 0 < len(key) <= _LONGEST_KEY:
            return None
        asked, now, found = hash_of(key), self.now(), None
        for one in self.all():  # all are compared, so that time tells nothing
            for good in one.good_hashes(now):
                if hmac.compare_digest(good, asked):
                    found = one
        return found

    def active(self, name: str) -> H | None:
        """Who holds a good key under this name, however it is capitalised."""
        same = name.casefold()
        named = (one for one in self.all() if one.revoked is None and one.name.casefold() == same)
        return next(named, None)

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """One change at a time, over all processes."""
        with self._plain_errors():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_name(f"{self._path.name}.lock")
            with FileLock(beside, timeout=_WAIT_SECONDS, mode=0o600):
                yield

    def added(self, one: H) -> None:
        """Writes one more; within ``changing``."""
        self._write((*self.all(), one))

    def replaced(self, before: H, after: H) -> None:
        """Writes one in another's place; within ``changing``."""
        self._write([after if one is before else one for one in self.all()])

    def stamp(self) -> str:
        """Now, as the file writes it."""
        return self.now().isoformat(timespec="seconds")

    def _fingerprint(self) -> object:
        """Changes with the file: it is always replaced as a whole. None where there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _holders(self) -> tuple[H, ...]:
        told = json.loads(self._path.read_bytes())
        if told["version"] != VERSION:
            raise ValueError("another version")
        return tuple(self._parsed(one) for one in told[self._kind])

    def _write(self, holders: Sequence[H]) -> None:
        listed: Sequence[Any] = holders  # dataclasses, each portal or reviewer
        told = {"version": VERSION, self._kind: [asdict(one) for one in listed]}
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

    @contextlib.contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            raise self._unusable(error) from error


def new_key() -> str:
    """A key that nobody can guess, of letters, digits, "-" and "_"."""
    return secrets.token_urlsafe(KEY_BYTES)


def hash_of(key: str) -> str:
    """What is kept of a key: its SHA-256, hexadecimal."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def is_hash(text: object) -> bool:
    """Whether this may be what is kept of a key."""
    return isinstance(text, str) and set(text) <= _HEX
