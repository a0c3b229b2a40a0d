"""Roles and occupations looked up by a title, for lists that nobody wants to read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.answering.scopes import Scopes
from bot.german import fold
from bot.knowledge.esco.english import german_of

MOST = 100

FAR = 0.33
"""Scores below are chance: what is typed has little more than some letters of the name."""


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A role that a title may mean.

    Attributes:
        label: its preferred label.
        matched: the name of it that fits the title.
        is_occupation: whether it comes from a classification and no article is about it.
    """

    id: str
    label: str
    matched: str
    is_occupation: bool


def find_roles(scopes: Scopes, text: str, limit: int) -> list[RoleFound]:
    """The roles that ``text`` names or is a part of, articles' roles first.

    Args:
        scopes: of the serving version.
        text: a title or a piece of one; nothing gives the articles' roles.
        limit: how many at most, 1 to ``MOST``.
    """
    found: dict[str, RoleFound] = {}
    for one in islice(_candidates(scopes, " ".join(text.split()), limit), 2 * MOST):
        found.setdefault(one.id, one)
        if len(found) >= min(max(1, limit), MOST):
            break
    return list(found.values())


def _candidates(scopes: Scopes, text: str, limit: int) -> Iterator[RoleFound]:
    wanted = fold(text)
    for role in scopes.articles.catalogue.roles:
        names = (role.preferred_label, *role.abbreviations, *role.alt_labels)
        fitting = [name for name in names if wanted in fold(name)]
        if fitting:
            yield RoleFound(role.id, role.preferred_label, fitting[0], is_occupation=False)
    if wanted and scopes.catalogue.occupations:
        for match in scopes.titles.near(german_of().get(text.lower(), text), limit):
            if match.score < FAR:
                return
            known = match.role_id in scopes.articles.profiles
            yield RoleFound(match.role_id, match.label, match.matched, is_occupation=not known)
