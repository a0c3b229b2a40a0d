"""Clauses of a German sentence: what its main clause says, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.knowledge.facts.aligned import Aligned, Token
from bot.knowledge.facts.modals import MODAL

ClauseKind = Literal["main", "that", "condition", "reason", "relative", "infinitive"]

_OPENING: tuple[tuple[ClauseKind, str], ...] = (
    ("that", "dass"),
    ("condition", "wenn falls sobald sofern solange wer"),
    (
        "reason",
        "weil da damit um obwohl obgleich sodass indem bevor wahrend bis nachdem ob wie wo wobei "
        "wodurch wofur wozu womit woran worauf worin was warum statt anstatt ohne denn sondern "
        "wohingegen",
    ),
)
_OPENERS = {word: kind for kind, words in _OPENING for word in words.split()}
_RELATIVE = re.compile(
    r"(?:(?:in|an|auf|aus|bei|mit|fur|uber|unter|von|zu|nach|durch) )?"
    r"(?:der|die|das|dem|den|denen|deren|dessen|welche[rsmn]?)$"
)
_VERB_LIKE = re.compile(
    r"(?:[^\W\d]+(?:t|en|ern|eln|st)|ist|sind|will|mochte|kann|muss|"
    r"soll|darf|mag|war|ware|waren|hatte|konnte|sollte|wurde|tun|sein)$"
)
_NO_VERBS = frozenset(
    ["mit", "seit", "gut", "oft", "meist", "nicht", "fest", "dort", "sonst", "selbst", "erst"]
)
_INFINITIVE = re.compile(r"(?:^|\s)zu [^\W\d]+(?:n)$|[^\W\d]+zu[^\W\d]+en$")
# Their "zu" belongs to the main verb: "ist zu empfehlen", "gilt es zu …" stay one clause anyway.
_BREAKS = frozenset([",", ";", ":", "-"]) | {"(", ")", "."}


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of one clause, as indices into the sentence's tokens, in order."""

    kind: ClauseKind
    indices: tuple[int, ...]


def clauses(sentence: Aligned) -> tuple[Clause, ...]:
    """The clauses in order; marks between them are left out, those inside a clause kept."""
    found: list[Clause] = []
    open_kind: ClauseKind | None = None
    stretches = _stretches(sentence.tokens)
    for stretch in stretches:
        words = [sentence.tokens[i] for i in stretch]
        kind = open_kind or _kind(words)
        if kind == "relative" and _awaits_infinitive(sentence, found):
            kind = "main"
        ends_in_verb = _ends_in_verb(words)
        if open_kind and found:
            found[-1] = Clause(open_kind, (*found[-1].indices, *_between(found[-1], stretch)))
        elif kind == "main" and found and found[-1].kind == "main":
            found[-1] = Clause("main", (*found[-1].indices, *_between(found[-1], stretch)))
        else:
            found.append(Clause(kind, stretch))
        follows = bool(open_kind) or kind in {"that", "condition", "reason", "relative"}
        open_kind = kind if follows and not ends_in_verb else None
    return tuple(found)


def _awaits_infinitive(sentence: Aligned, found: Sequence[Clause]) -> bool:
    """Whether a modal verb still lacks its infinitive, so that no relative clause can end here."""
    if not found or found[-1].kind != "main":
        return False
    words = [sentence.tokens[i] for i in found[-1].indices]
    modal = any(MODAL.fullmatch(word.folded) for word in words)
    return modal and not _ends_in_verb(words)


def _between(before: Clause, stretch: tuple[int, ...]) -> range:
    return range(before.indices[-1] + 1, stretch[-1] + 1)


def _stretches(tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    stretch: list[int] = []
    for index, token in enumerate(tokens):
        if token.folded in _BREAKS:
            if stretch:
                found.append(tuple(stretch))
            stretch = []
        else:
            stretch.append(index)
    if stretch:
        found.append(tuple(stretch))
    return found


def _kind(words: list[Token]) -> ClauseKind:
    first = words[0].folded
    if first in {"und", "oder"} and len(words) > 1:
        first = words[1].folded
    opener = _OPENERS.get(first)
    ambiguous = first in {"wie", "da", "ohne", "statt", "anstatt", "bis"}
    if opener and not ambiguous:
        return opener
    phrase = " ".join(word.folded for word in words)
    if _INFINITIVE.search(phrase) and words[-1].text.islower() and words[0].start > 0:
        return "infinitive"
    if opener and _ends_in_verb(words):
        return opener
    start = " ".join(word.folded for word in words[:2])
    relative = _RELATIVE.match(words[0].folded) or _RELATIVE.match(start)
    if relative and words[0].start > 0 and words[0].text.islower() and _ends_in_verb(words):
        return "relative"
    return "main"


def _ends_in_verb(words: Sequence[Token]) -> bool:
    if not words or not words[-1].text[:1].islower():
        return False
    last = words[-1].folded
    return bool(_VERB_LIKE.match(last)) and last not in _NO_VERBS
