"""Job titles that a question names and no source is about: where sentences still tell of them."""

from __future__ import annotations

import re

from bot.answering.evidence import Evidence
from bot.german import stem, words
from bot.knowledge.titles import base_form, named_roles

SUBJECT_WITHIN = 60
"""Characters of a sentence in which its subject is named, others beside it included."""

_ARTICLES = frozenset("ein eine einen einem eines einer der die das den dem des".split())
_ASIDE = re.compile(r"(?:wenn|fur|besonders|falls|damit|mit|von|bei|neben|statt|zusammen)\b")
_GOVERNED = re.compile(
    r"\b(?:[Ff]ür|[Vv]on|[Mm]it|[Bb]ei|[Aa]n|[Zz]u|[Dd]urch|[Aa]ls|[Zz]um|[Zz]ur|[Vv]om|[Bb]eim)"
    r"\s+(?:\w+\s+)?$"
)
_ADVICE = re.compile(r"\b(?:sollten?|mussten?|konnten?|durften?)\b")


def speaks_of(evidence: Evidence, titles: tuple[str, ...]) -> bool:
    """Whether a sentence has one of some job titles for its subject: it starts with it.

    What somebody should do for another role is no description of their own.
    """
    told = " ".join(evidence.tokens)
    if _ASIDE.match(told) or _ADVICE.search(told):
        return False
    return any(_opens_with(evidence, title) for title in titles)


def _opens_with(evidence: Evidence, title: str) -> bool:
    """Whether a job title is among the first things that a sentence names."""
    asked = {role.role_id for role in named_roles(title)}
    if not asked:
        opens = tuple(word for word in evidence.tokens if word not in _ARTICLES)
        name = _name(title)
        return _runs(opens[: len(name) + 1], name)
    for role in named_roles(evidence.quote):
        if role.role_id in asked:
            governed = _GOVERNED.search(evidence.quote[: role.start])
            return role.start < SUBJECT_WITHIN and not governed
        if role.role_id in evidence.roles:
            return False
    return False


def names_title(evidence: Evidence, titles: tuple[str, ...]) -> bool:
    """Whether a sentence names one of some job titles anywhere."""
    return any(_runs(evidence.tokens, _name(title)) for title in titles)


def _name(title: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(" ".join(map(base_form, title.split()))))


def _runs(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``tokens`` hold the stems of ``name`` one behind the other."""
    stems = tuple(stem(token) for token in tokens)
    return bool(name) and any(
        stems[i : i + len(name)] == name for i in range(len(stems) - len(name) + 1)
    )
