"""How strictly a sentence asks: essential, good to have, or expressly not needed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.facts import asking
from bot.knowledge.facts.aligned import Aligned
from bot.knowledge.facts.asked_items import folded_run
from bot.knowledge.facts.clauses import clauses

_AHEAD = re.compile(r"\b(?:idealerweise|optional|bestenfalls|im idealfall|wunschenswert)\b")


_TURNS = re.compile(r"\b(?:wohl aber|sondern|dafur aber|stattdessen)\b")


def is_dismissed(sentence: Aligned, indices: Sequence[int]) -> bool:
    """Whether the item's own clause says that it isn't needed, and nothing in it weighs it."""
    run = _run_of(sentence, indices)
    return bool(asking.NOT_ASKED.search(run)) and not asking.WEIGHED.search(sentence.folded)


def _run_of(sentence: Aligned, indices: Sequence[int]) -> str:
    """The stretch between commas that holds the item; a neighbour where it has no verb."""
    at = sentence.tokens[indices[0]].at
    start, end = 0, len(sentence.folded)
    for match in re.finditer(
        r" [,;:] (?:und |aber |doch |denn )?| und (?:auch )?(?=\w)", sentence.folded
    ):
        before, after = sentence.folded[start : match.start()], sentence.folded[match.end() : end]
        if not (_FINITE_ASKING.search(before) and _FINITE_ASKING.search(after)):
            continue
        if match.end() <= at:
            start = match.end()
        else:
            end = match.start()
            break
    return sentence.folded[start:end]


_FINITE_ASKING = re.compile(
    r"\b(?:ist|sind|wird|werden|braucht?|brauchen|benotig\w*|verlang\w*|hilft|helfen|"
    r"muss\w*|sollte\w*|"
    r"hat|haben|bringt|macht|machen|kann|genugt|reicht|erwartet|setzt|gilt|gelten|"
    r"schade[nt]|zahlt)\b"
)


_EXAMPLE_BEFORE = re.compile(r"\b(?:zb|etwa|beispielsweise)(?: \w+)?(?: eine[rnm]?)? $")


def is_optional(sentence: Aligned, indices: Sequence[int], frame: str) -> bool:
    """Whether an item is good to have, by its own clause or by its folded lead-in ``frame``."""
    if asking.OPTIONAL.search(frame) or asking.WEAKLY.search(frame):
        return True
    run = _run_of(sentence, indices)
    if _EXAMPLE_BEFORE.search(sentence.folded[: sentence.tokens[indices[0]].at]):
        return True
    softened = any(p.search(run) for p in (asking.OPTIONAL, asking.WEAKLY, _AHEAD))
    if asking.DEMAND.search(run) and not softened:
        return False
    at = sentence.tokens[indices[0]].at
    turn = _TURNS.search(sentence.folded)
    if turn and at > turn.start():
        return False
    ahead = _AHEAD.search(sentence.folded)
    if ahead:
        first_noun = next((t.at for t in sentence.tokens if t.is_noun and t.at), 0)
        if ahead.start() > first_noun and not re.search(
            r"\b(?:ist|sind|ware|waren) (?:\w+ )?$", sentence.folded[: ahead.start()]
        ):
            return at > ahead.start()
        return True
    main = " ".join(
        folded_run(sentence, c.indices)
        for c in clauses(sentence)
        if c.kind in {"main", "that", "infinitive"}
    )
    group = next(
        (g for g in main.split(" ; ") if sentence.tokens[indices[-1]].folded in g.split()), main
    )
    weakly = " ".join(
        folded_run(sentence, c.indices) for c in clauses(sentence) if c.kind == "main"
    )
    example = re.search(
        r"\b(?:zb|etwa|beispielsweise)(?: \w+)?(?: eine[rnm]?)? $", sentence.folded[:at]
    )
    if example or asking.OPTIONAL.search(group) or asking.WEAKLY.search(weakly):
        return True
    return not asking.DEMAND.search(group) and (
        bool(asking.POSSESS.search(group) or asking.ENTRY.search(group))
        and bool(asking.HABIT.search(group))
    )
