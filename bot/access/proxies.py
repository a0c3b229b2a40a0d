"""Which proxies are believed when they say for whom they ask."""

from __future__ import annotations

from ipaddress import ip_network

from bot.access.origins import words_of


def parsed_proxies(given: object) -> tuple[str, ...]:
    """Addresses and networks, as uvicorn takes them.

    Raises:
        ValueError: one of them is neither; names it.
    """
    found = words_of(given)
    if not isinstance(found, (tuple, list)):
        raise ValueError("a list of addresses is expected")
    for one in found:
        try:
            ip_network(str(one))
        except ValueError:
            raise ValueError(f"„{one}“ ist weder Adresse noch Netz") from None
    return tuple(str(one) for one in found)
