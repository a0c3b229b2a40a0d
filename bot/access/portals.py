"""Portals: who embeds the chat or calls the interface from its own systems, by key.

The file is read anew when it has changed, so a new, rotated or revoked key needs no restart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from bot.access.errors import PortalError, PortalsFileError
from bot.access.keyring import Keyring, hash_of, is_hash, new_key
from bot.access.origins import origin_of
from bot.access.scopes import DEFAULT, SCOPES

MARK: Final = "lotse_"
"""How every portal's key begins: people and scanners of secrets know it by that."""

GRACE_HOURS: Final = 24.0
MAX_GRACE_HOURS: Final = 24.0 * 30
_MOST_CHARACTERS: Final = 64


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal that may call, or might once.

    Attributes:
        name: letters, digits and signs, one line.
        scopes: what its key opens, in the order of ``SCOPES``.
        origins: pages of it that may call and embed, beside those of the settings.
        key_sha256: of the key, hexadecimal.
        created, rotated, revoked: UTC, ISO 8601; None where it never happened.
        earlier_sha256, earlier_until: of the key before the last rotation, and when it ends.
    """

    name: str
    scopes: tuple[str, ...]
    origins: tuple[str, ...]
    key_sha256: str
    created: str
    rotated: str | None = None
    revoked: str | None = None
    earlier_sha256: str | None = None
    earlier_until: str | None = None

    def good_hashes(self, now: datetime) -> Iterable[str]:
        """Of the key, and of the one before while its time of grace lasts."""
        if self.revoked is not None:
            return
        yield self.key_sha256
        until = self.earlier_until
        if self.earlier_sha256 and until and now < datetime.fromisoformat(until):
            yield self.earlier_sha256


class Portals:
    """The portals' file. Safe to share between threads and processes.

    Args:
        path: the file; made with its folder when the first one is added.
        now: the time, aware.

    Every method may raise ``PortalsFileError``.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._ring = Keyring(path, "portals", _parsed, _unusable, now)

    def all(self) -> tuple[Portal, ...]:
        """Every portal, in the order of adding, the revoked ones too."""
        return self._ring.all()

    def holder_of(self, key: str) -> Portal | None:
        """Whose key it is; None where it is nobody's, or no longer good."""
        return self._ring.holder_of(key)

    def active(self, name: str) -> Portal | None:
        """The portal of this name, unless it was revoked."""
        return self._ring.active(name)

    def origins(self) -> tuple[str, ...]:
        """Of all portals that weren't revoked, each once."""
        good = (one for one in self.all() if one.revoked is None)
        return tuple(dict.fromkeys(origin for one in good for origin in one.origins))

    def add(self, name: str, scopes: Sequence[str] = (), origins: Sequence[str] = ()) -> str:
        """Adds a portal; returns its key, which is nowhere kept.

        Args:
            name: as the operator calls it.
            scopes: of ``SCOPES``; ``DEFAULT`` where none is given.
            origins: of its pages, scheme://host[:port].

        Raises:
            PortalError: one of these can't be, or a portal of that name is there.
        """
        whole, opened, pages = _tidy(name), _scopes(scopes), _origins(origins)
        with self._ring.changing():
            if self._ring.active(whole) is not None:
                raise PortalError(
                    f"„{whole}“ ist schon eingetragen.",
                    hint="Einen neuen Schlüssel macht: python -m bot portals rotate NAME.",
                )
            key = _new_key()
            created = self._ring.now().isoformat()  # tells it from one of this name before it
            self._ring.added(Portal(whole, opened, pages, hash_of(key), created))
        return key

    def rotate(self, name: str, grace_hours: float = GRACE_HOURS) -> str:
        """Gives a portal a new key; the one before stays good for a while, older ones don't.

        Raises:
            PortalError: there is no such portal, or that time is too long.
        """
        if not 0 <= grace_hours <= MAX_GRACE_HOURS:
            raise PortalError(f"Die Frist liegt zwischen 0 und {MAX_GRACE_HOURS:.0f} Stunden.")
        with self._ring.changing():
            one = self._known(name)
            key = _new_key()
            until = self._ring.now() + timedelta(hours=grace_hours)
            changed = replace(
                one,
                key_sha256=hash_of(key),
                rotated=self._ring.stamp(),
                earlier_sha256=one.key_sha256 if grace_hours else None,
                earlier_until=until.isoformat(timespec="seconds") if grace_hours else None,
            )
            self._ring.replaced(one, changed)
        return key

    def revoke(self, name: str) -> None:
        """Takes a portal's keys, and all tokens of its visitors, out of use.

        Raises:
            PortalError: there is no such portal.
        """
        with self._ring.changing():
            one = self._known(name)
            self._ring.replaced(one, replace(one, revoked=self._ring.stamp()))

    def _known(self, name: str) -> Portal:
        one = self._ring.active(_tidy(name))
        if one is None:
            raise PortalError(f"Ein Portal „{_tidy(name)}“ mit gültigem Schlüssel gibt es nicht.")
        return one


def _new_key() -> str:
    return MARK + new_key()


def _tidy(name: str) -> str:
    whole = " ".join(unicodedata.normalize("NFC", name).split())
    if not 1 <= len(whole) <= _MOST_CHARACTERS or not whole.isprintable():
        raise PortalError(f"Der Name eines Portals hat 1 bis {_MOST_CHARACTERS} Zeichen.")
    return whole


def _scopes(given: Sequence[str]) -> tuple[str, ...]:
    unknown = [one for one in given if one not in SCOPES]
    if unknown:
        known = ", ".join(SCOPES)
        raise PortalError(f"„{unknown[0]}“ ist kein Zugriffsbereich; es gibt: {known}.")
    return tuple(one for one in SCOPES if one in (given or DEFAULT))


def _origins(given: Sequence[str]) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(origin_of(one) for one in given))
    except ValueError as error:
        raise PortalError(f"{error}.") from error


def _parsed(told: dict[str, Any]) -> Portal:
    lists = {name: tuple(told[name]) for name in ("scopes", "origins")}
    one = Portal(**{**told, **lists})
    known = all(scope in SCOPES for scope in one.scopes)
    hashes = is_hash(one.key_sha256) and is_hash(one.earlier_sha256 or "")
    texts = (one.name, one.created, one.rotated or "", one.revoked or "")
    if not known or not hashes or not all(isinstance(text, str) for text in texts):
        raise ValueError("not a portal")
    for origin in one.origins:
        if origin_of(origin) != origin:
            raise ValueError("not an origin")
    if one.earlier_until and datetime.fromisoformat(one.earlier_until).tzinfo is None:
        raise ValueError("a time without its zone")
    return one


def _unusable(error: Exception) -> PortalsFileError:
    return PortalsFileError(
        "Die Liste der Portale kann nicht gelesen oder geschrieben werden.",
        log=f"portals file: {error!r}",
        hint="Bitte prüfen Sie LOTSE_PORTALS und die Rechte an der Datei.",
        english="The list of portals cannot be read or written. Please check LOTSE_PORTALS and "
        "the file's permissions.",
    )
