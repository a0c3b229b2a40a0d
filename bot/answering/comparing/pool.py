"""Sentences about two roles, sorted by whom they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.context import Context
from bot.answering.listing.told import Told, told_by, told_in
from bot.facts import Span
from bot.german import fold
from bot.knowledge.profiles import RoleProfile

_BOTH_ROLES = re.compile(
    r"^(?:\w+\W+){0,2}beide[nr]? (?:rollen|positionen|berufe?n?|jobs|stellen)\b(?!,)"
)
ONLY_THAT_THEY_DIFFER = re.compile(
    r"unterscheid|unterschied|verschied|auseinander|getrennt|nicht diesel|nicht gleich|trennt"
)
_SETS_APART = re.compile(
    r"\bwahrend\b|\bdagegen\b|\bhingegen\b|\bim (?:vergleich|unterschied|gegensatz)\b|"
    r"\banders als\b|\b(?:mehr|weniger|eher|\w{3,}ere?[nrsm]?)\b.*\bals\b"
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences that may be set side by side.

    Attributes:
        one, other: about one of the roles alone; ``both`` about the two.
        apart: where the facts tell that a sentence sets the two apart.
    """

    one: list[Told]
    other: list[Told]
    both: list[Told]
    apart: frozenset[Span]


def pool_of(context: Context, profiles: tuple[RoleProfile, RoleProfile]) -> Pool:
    """What retrieval found and what the facts hold, by whom it is about."""
    found = {told.span: told for told in told_by(context, (s.evidence for s in context.scored))}
    for told in told_in(context, _spans(profiles)):
        found.setdefault(told.span, told)
    first, second = (profile.role.id for profile in profiles)
    pair = {first, second}
    shared = _sources(found.values(), first) & _sources(found.values(), second)
    one, other, both = [], [], []
    for told in found.values():
        folded = fold(told.text)
        if told.roles == pair or (told.source_id in shared and speaks_of_both(told.text)):
            both.append(told)
        elif ONLY_THAT_THEY_DIFFER.search(folded):
            continue
        elif told.roles == {first}:
            one.append(told)
        elif told.roles == {second}:
            other.append(told)
    apart = frozenset(d.span for d in profiles[0].differences if set(d.roles) == pair)
    return Pool(one, other, both, apart)


def _spans(profiles: Iterable[RoleProfile]) -> Iterable[Span]:
    for profile in profiles:
        for facts in (profile.differences, profile.duties, profile.requirements):
            yield from (fact.span for fact in facts)


def speaks_of_both(text: str) -> bool:
    """Whether a sentence is about "beide Rollen" without naming them."""
    return bool(_BOTH_ROLES.search(fold(text)))


def _sources(told: Iterable[Told], role_id: str) -> set[str]:
    return {item.source_id for item in told if role_id in item.roles}


def says_how(told: Told) -> bool:
    """Whether a sentence about both says in what they differ, not only that they do."""
    folded = fold(told.text)
    return bool(_SETS_APART.search(folded)) and not ONLY_THAT_THEY_DIFFER.search(folded)
