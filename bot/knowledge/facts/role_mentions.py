"""Roles named in a sentence, with their place: those of the lexicon and those known by form."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.titles import named_roles

_SHARED_HEADS = ("manager", "designer", "controller", "koordinator", "assistent", "berater")


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role named at ``start`` to ``end`` of a text; ``level`` is written before it."""

    role_id: str
    level: str | None
    known: bool
    start: int
    end: int


def roles_in(text: str, lexicon: RoleCatalogue) -> tuple[RoleMention, ...]:
    """Every role that ``text`` names, in order.

    A longer title that ends in a known name ("Key Account Manager" where only "Account Manager"
    is known) is a role of its own; one that the lexicon lacks has ``known`` False.
    """
    return tuple(_found(text, lexicon))


def _found(text: str, lexicon: RoleCatalogue) -> Iterator[RoleMention]:
    position = 0
    for title in named_roles(text):
        role_id = lexicon.id_of(title.label) or _cognate(title.label, lexicon)
        if role_id is None and lexicon.mentions(text[title.start : title.end]):
            whole = _longest_known(text, title.start, title.end, lexicon)
            if whole:
                yield from _between(text, position, title.start, lexicon)
                yield whole
                position = whole.end
                continue
        yield from _between(text, position, title.start, lexicon)
        yield RoleMention(
            role_id or title.role_id, title.level, role_id is not None, title.start, title.end
        )
        position = title.end
    yield from _between(text, position, len(text), lexicon)


def _cognate(label: str, lexicon: RoleCatalogue) -> str | None:
    """The role of the lexicon whose name is the same in the other language.

    "Logistics Manager" is "Logistikmanager": the same head, and what stands before it agrees in
    most of its letters.
    """
    joined = re.sub(r"\W", "", label.lower())
    for role in lexicon.roles:
        known = re.sub(r"\W", "", role.preferred_label.lower())
        head = next((h for h in _SHARED_HEADS if joined.endswith(h) and known.endswith(h)), None)
        if head is None:
            continue
        first, second = joined.removesuffix(head), known.removesuffix(head)
        pairs = zip(first, second, strict=False)
        shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        if shared >= 5 and shared >= 0.6 * max(len(first), len(second)):
            return role.id
    return None


def _longest_known(text: str, start: int, end: int, lexicon: RoleCatalogue) -> RoleMention | None:
    """A known name that reaches beyond a title on its left ("Pharma Key Account Manager")."""
    words = text[:start].rstrip().rsplit(" ", 2)
    for count in (1, 2):
        if len(words) <= count:
            continue
        lead = " ".join(words[-count:])
        at = text.rfind(lead, 0, start)
        role_id = lexicon.id_of(text[at:end])
        if role_id:
            return RoleMention(role_id, None, True, at, end)
    return None


def _between(text: str, start: int, end: int, lexicon: RoleCatalogue) -> Iterator[RoleMention]:
    """Known names in a stretch that no title's form covers."""
    position = start
    for mention in lexicon.mentions(text[start:end]):
        left, right = _narrowed(text, position, end, mention.role_id, lexicon)
        yield RoleMention(mention.role_id, mention.seniority, True, left, right)
        position = right


def _narrowed(
    text: str, start: int, end: int, role_id: str, lexicon: RoleCatalogue
) -> tuple[int, int]:
    """The shortest stretch of whole words from ``start`` on that still names the role first."""

    def names(left: int, right: int) -> bool:
        found = lexicon.mentions(text[left:right])
        return bool(found) and found[0].role_id == role_id

    stops = [i for i in range(start, end + 1) if i == end or not text[i].isalnum()]
    right = next((i for i in stops if names(start, i)), end)
    starts = [i for i in range(start, right) if i == start or not text[i - 1].isalnum()]
    left = next((i for i in reversed(starts) if names(i, right)), start)
    return left, right
