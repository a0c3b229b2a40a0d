"""Roles that a question names, with their place.

People type "n kam", "Account-Managerin" or "zahnarzt"; sentences in articles don't, so these
rules are for questions alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.dialogue.beside import DETERMINER, before
from bot.dialogue.foreign_titles import foreign_titles
from bot.dialogue.short_forms import short_form
from bot.german import fold, words
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import is_bare, is_topical


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role named at ``start`` to ``end``; ``role_id`` is None for one the catalogue lacks."""

    role_id: str | None
    start: int
    end: int


_LONGEST_NAME = 5
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[:*·]|/-?|_)in(?:nen)?\b|\((?:in|innen)\))?",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?:[ \u00a0]?[-\u2011][ \u00a0]?|[ \u00a0])")

# A capital at a sentence's beginning says nothing.
_CAPITAL_BEFORE = re.compile(r"(?<=[^\s.?!:] )(?P<word>[A-ZÄÖÜ][a-zäöüß]+) $")
_CAPITAL_AFTER = re.compile(r" [A-ZÄÖÜ][a-zäöüß]+")


def role_names(text: str, catalogue: RoleCatalogue) -> list[RoleName]:
    """All roles that a question names, in order, none inside another; the longest name wins."""
    known = list(_known(text, catalogue))
    foreign = foreign_titles(text, [(name.start, name.end) for name in known], catalogue)
    named = [*known, *(RoleName(None, start, end) for start, end in foreign)]
    found: list[RoleName] = []
    for name in sorted(named, key=lambda n: (n.start, -n.end)):
        if not found or name.start >= found[-1].end:
            found.append(name)
        elif found[-1].role_id is not None and name.end > found[-1].end:
            found[-1] = name
    return found


def written_out(text: str, catalogue: RoleCatalogue) -> str:
    """``text`` with short forms of roles in full: what a search should look for."""
    for name in reversed(role_names(text, catalogue)):
        if name.role_id is None:
            continue
        role = catalogue.get(name.role_id)
        typed = fold(text[name.start : name.end]).rstrip("s")
        if typed in {fold(short) for short in role.abbreviations}:
            text = text[: name.start] + role.preferred_label + text[name.end :]
    return text


def _known(text: str, catalogue: RoleCatalogue) -> Iterator[RoleName]:
    tokens = list(_TOKEN.finditer(text))
    named = [all(map(catalogue.in_a_name, words(token.group()))) for token in tokens]
    position = 0
    while position < len(tokens):
        found = _name_at(text, tokens, named, position, catalogue)
        if found:
            role_id, length = found
            start, end = tokens[position].start(), tokens[position + length - 1].end()
            if role_id not in catalogue.occupations or _is_meant(text, start, end):
                yield RoleName(role_id, start, end)
            position += length
        else:
            position += 1


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether words that some occupation is called by are a title where they stand.

    The thousands of names hold many an everyday word. Who writes nouns with capitals writes a
    title so, too, or sets an article before it: "ich steige" names no "Steiger". And what stands
    in the middle of a longer name is a part of that: "Net Promoter Score".
    """
    typed = text[start:end]
    if typed == typed.lower() and any(token[:1].isupper() for token in text.split()[1:]):
        return bool(DETERMINER.search(before(text, start)))
    capital = _CAPITAL_BEFORE.search(before(text, start))
    if capital is None or not _CAPITAL_AFTER.match(text, end):
        return True
    folded = fold(capital["word"])
    return is_topical(folded) or is_bare(folded)


def _name_at(
    text: str,
    tokens: list[re.Match[str]],
    named: Sequence[bool],
    position: int,
    catalogue: RoleCatalogue,
) -> tuple[str, int] | None:
    """The role whose name begins at a token, and how many tokens the longest one takes."""
    reach = 0
    while (
        reach < _LONGEST_NAME
        and position + reach < len(tokens)
        and named[position + reach]
        and (
            reach == 0
            or _GAP.fullmatch(
                text[tokens[position + reach - 1].end() : tokens[position + reach].start()]
            )
        )
    ):
        reach += 1
    start = tokens[position].start()
    for length in range(reach, 0, -1):
        end = tokens[position + length - 1].end()
        role_id = catalogue.id_of(text[start:end]) if end - start > 3 else None
        if role_id:
            return role_id, length
    short = short_form(text, tokens, position, catalogue)
    return (short, 1) if short else None
