"""Profiles live as long as their match: no cache holds their words afterwards."""

from __future__ import annotations

import functools
import gc

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand
from bot.matching.deciding.statements import statements
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text

TODAY = Month(2026, 11)


def cached() -> int:
    """Entries of all caches on functions of reading and deciding."""
    wrapped = type(functools.lru_cache(lambda: None))
    # Not isinstance: it asks every object for its __class__, which some libraries' proxies resent.
    found = [o for o in gc.get_objects() if type(o) is wrapped]
    return sum(
        one.cache_info().currsize for one in found if one.__module__.startswith("bot.matching.")
    )


def match(text: str) -> None:
    profile = profile_of_text(text, TODAY)
    for kind, label in (("skill", "Verhandeln"), ("education", "Studium der Betriebswirtschaft")):
        demand = Demand(kind, label, None, f"Gefragt ist: {label}.")
        decide(demand, profile, statements(profile))


def test_a_second_profile_leaves_no_more_in_memory_than_the_first() -> None:
    match("Ich habe Betriebswirtschaft studiert und verhandle gern.")
    before = cached()
    match(
        "Max Quittenkunde\nSeit 2019 Mirabellenmeister bei der Zwetschgen AG, Kenntnisse: Pflaumen"
    )
    assert cached() == before
