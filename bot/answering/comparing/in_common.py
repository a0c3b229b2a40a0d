"""What sources say alike of two roles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

from bot.answering.comparing.pool import Pool, speaks_of_both
from bot.answering.context import Context
from bot.answering.listing.themes import choose, likeness
from bot.answering.listing.told import Told
from bot.german import fold
from bot.knowledge.facts.aligned import Aligned
from bot.knowledge.facts.durations import durations

COUNTERPARTS = 0.33
"""Likeness from which sentences about two roles say the same of both."""

MOST_SHARED = 3
MOST_ALIKE = 5

_OF_BOTH = re.compile(r"\bbeide[nr]?\b|\bahnel\w*|\bahnlich|\bgemeinsam\w*|\bsowohl\b|\bebenso\b")
_SAYS_THEY_DIFFER = re.compile(r"unterscheid|\btrenn(?:t|en)\b|auseinander")
_SHARED_TOPICS = (("duties",), ("qualifications",))


def said_of_both(context: Context, pool: Pool) -> list[Told]:
    """Sentences that say something of both roles at once."""
    of_both = [
        told
        for told in pool.both
        if _names_both(told, context)
        and _OF_BOTH.search(fold(told.text))
        and not _SAYS_THEY_DIFFER.search(fold(told.text))
    ]
    return [theme.told for theme in choose(of_both, likeness(context, of_both), MOST_SHARED)]


def _names_both(told: Told, context: Context) -> bool:
    named = {mention.role_id for mention in context.catalogue.mentions(told.text)}
    return len(named) > 1 or speaks_of_both(told.text)


def counterparts(context: Context, pool: Pool) -> list[tuple[Told, Told]]:
    """Pairs that say the same of either role, each sentence once, the most alike first."""
    ones = [told for told in pool.one if told.section_topics[:1] in _SHARED_TOPICS]
    others = [told for told in pool.other if told.section_topics[:1] in _SHARED_TOPICS]
    alike = likeness(context, [*ones, *others], ["one"] * len(ones) + ["other"] * len(others))
    amounts = [_amounts(told) for told in (*ones, *others)]
    ranked = sorted(
        (
            (float(alike[i, len(ones) + j]), i, j)
            for i, j in product(range(len(ones)), range(len(others)))
            if amounts[i] == amounts[len(ones) + j]
        ),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    taken: Mapping[str, set[int]] = {"one": set(), "other": set()}
    pairs: list[tuple[Told, Told]] = []
    for merit, i, j in ranked:
        if merit < COUNTERPARTS or len(pairs) == MOST_ALIKE:
            break
        if i in taken["one"] or j in taken["other"]:
            continue
        taken["one"].add(i)
        taken["other"].add(j)
        pairs.append((ones[i], others[j]))
    return pairs


def _amounts(told: Told) -> tuple[object, ...]:
    """Every number and length of time in a sentence: roles that differ in one aren't alike."""
    folded = Aligned(told.text).folded
    years = [(d.years_min, d.years_max) for d in durations(folded)]
    return (*re.findall(r"\d+", folded), *years)
