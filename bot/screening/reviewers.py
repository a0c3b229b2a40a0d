"""Who may act in the recruiters' mode: names with keys (``bot.access.keyring``)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.access.keyring import Keyring, hash_of, is_hash, new_key
from bot.screening.checks import name_of
from bot.screening.errors import ReviewersFileError, ScreeningError


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

    def good_hashes(self, now: datetime) -> Iterable[str]:
        """The key's hash, until it was revoked."""
        return (self.key_sha256,) if self.revoked is None else ()


class Reviewers:
    """The reviewers' file. Safe to share between threads and processes.

    Args:
        path: the file; made with its folder when the first one is added.
        now: the time, aware.

    Every method may raise ``ReviewersFileError``.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._ring = Keyring(path, "reviewers", _parsed, _unusable, now)

    def all(self) -> tuple[Reviewer, ...]:
        """Everybody, in the order of adding; a name that was revoked and added again twice."""
        return self._ring.all()

    def named_by(self, key: str) -> str | None:
        """The name that a key belongs to; None where it belongs to nobody or was revoked."""
        found = self._ring.holder_of(key)
        return found.name if found else None

    def add(self, name: str) -> str:
        """Adds a person; returns the key, which is nowhere kept.

        Raises:
            ScreeningError: it isn't a name, or someone of that name is there.
        """
        whole = tidy(name)
        with self._ring.changing():
            if self._ring.active(whole) is not None:
                raise ScreeningError(
                    f"„{whole}“ ist schon eingetragen.",
                    hint="Einen neuen Schlüssel gibt es nach dem Widerruf des alten.",
                )
            key = new_key()
            self._ring.added(Reviewer(whole, hash_of(key), self._ring.stamp()))
        return key

    def revoke(self, name: str) -> None:
        """Takes a person's key out of use; what was done with it stays in the log.

        Raises:
            ScreeningError: there is nobody of that name with a good key.
        """
        whole = tidy(name)
        with self._ring.changing():
            one = self._ring.active(whole)
            if one is None:
                raise ScreeningError(f"„{whole}“ hat keinen gültigen Schlüssel.")
            self._ring.replaced(one, replace(one, revoked=self._ring.stamp()))


def tidy(name: str) -> str:
    """One spelling of a person's name, however its accents were typed.

    Raises:
        ScreeningError: it isn't a name.
    """
    return name_of(unicodedata.normalize("NFC", name))


def _parsed(told: dict[str, Any]) -> Reviewer:
    one = Reviewer(**told)
    texts = (one.name, one.created, one.revoked or "")
    if not all(isinstance(text, str) for text in texts) or not is_hash(one.key_sha256):
        raise ValueError("not a reviewer")
    return one


def _unusable(error: Exception) -> ReviewersFileError:
    return ReviewersFileError(
        "Die Liste der prüfenden Personen kann nicht gelesen oder geschrieben werden.",
        log=f"reviewers file: {error!r}",
        english="The list of reviewers cannot be read or written.",
        hint="Bitte prüfen Sie LOTSE_SCREENING_REVIEWERS und die Rechte an der Datei.",
    )
