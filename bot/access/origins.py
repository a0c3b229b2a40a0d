"""Which other pages may call and embed: origins, as browsers name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import SplitResult, urlsplit

_HOST: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]")
_PORTS: Final = {"http": 80, "https": 443}


def words_of(given: object) -> object:
    """A list as people write it in a setting, by spaces or commas; anything else as it is."""
    return tuple(given.replace(",", " ").split()) if isinstance(given, str) else given


def parsed_origins(given: object) -> tuple[str, ...]:
    """Origins in the one spelling that browsers send, each once, in the order given.

    Raises:
        ValueError: one of them is no origin; names it.
    """
    found = words_of(given)
    if not isinstance(found, (tuple, list)):
        raise ValueError("a list of origins is expected")
    return tuple(dict.fromkeys(origin_of(str(one)) for one in found))


def origin_of(given: str) -> str:
    """One origin, ``scheme://host[:port]``: lower case, without the scheme's own port.

    Raises:
        ValueError: it has a path, a wildcard, another scheme, or isn't an address at all.
    """
    wrong = ValueError(f"„{given}“ ist keine Herkunft der Form https://host[:port]")
    try:
        split = urlsplit(given.strip())
        host, port = _host(split), split.port
    except ValueError:
        raise wrong from None
    if split.path not in ("", "/") or split.query or split.fragment or split.username is not None:
        raise wrong
    if split.scheme not in _PORTS or not _HOST.fullmatch(host):
        raise wrong
    shown = "" if port in (None, _PORTS[split.scheme]) else f":{port}"
    return f"{split.scheme}://{host}{shown}"


def frame_ancestors(origins: Iterable[str]) -> str:
    """The directive of a Content-Security-Policy that lets these pages, and ours, embed."""
    return " ".join(("frame-ancestors 'self'", *origins))


def _host(split: SplitResult) -> str:
    host = split.hostname or ""
    if ":" in host:
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")
