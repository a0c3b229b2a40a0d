"""What sources tell of one level of a role: its duties, what it must bring along."""

from __future__ import annotations

import re

from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.evidence import Evidence
from bot.answering.list_texts import LIST_TEXTS
from bot.answering.listing.told import told_by
from bot.answering.on_focus import focused
from bot.facts import Seniority
from bot.german import fold
from bot.knowledge.facts.levels import levels_in

MOST = 8
FEWEST = 2

_TITLE = re.compile(r"senior", re.IGNORECASE)
# "In dieser Phase …", "Auf dieser Stufe …": still about the level of the sentence before.
_SAME_LEVEL = re.compile(
    r"^(?:\w+ )?diese[rsmn]? (?:phase|zeit|stufe|ebene|level|position|rolle)\b"
)
# How one gets there, and how long one stays: told last.
_WAY = re.compile(r"aufstieg|aufsteig|dauert|wechsel|ubergang|karriereweg|\bbleibt\b|beforder")
_WAY_TAKES = 1.5


def write_level(context: Context, draft: Draft) -> bool:
    """Lists what is told of the level that is asked about; False where that is too little."""
    question = context.question
    level = question.seniority
    if level is None or len(question.roles) != 1 or question.kind != "open":
        return False
    if question.wants_figure or question.country or question.year or question.unknown_roles:
        return False
    told = told_by(context, _of_level(context, level, question.roles[0]))
    if len(told) < FEWEST:
        return False
    ranked = sorted(
        focused(context, told),
        key=lambda f: -f.merit + _WAY_TAKES * bool(_WAY.search(fold(f.told.text))),
    )
    chosen = [found.told for found in ranked[:MOST]]
    first, *others = chosen
    draft.say(draft.quote(first.span))
    draft.say(LIST_TEXTS[question.language].also_said)
    for item in sorted(others, key=lambda t: (chosen[0].source_id != t.source_id, t.span.start)):
        draft.item(item.span)
    return True


def _of_level(context: Context, level: Seniority, role_id: str) -> list[Evidence]:
    """Sentences on a level of the role, and those that go on about it."""
    found: list[Evidence] = []
    read = [e for hit in context.hits for e in context.evidence.of(hit.passage)]
    previous: Evidence | None = None
    for evidence in sorted(read, key=lambda e: (e.source.id, e.sentence.start)):
        goes_on = (
            previous is not None
            and previous in found
            and previous.section == evidence.section
            and bool(_SAME_LEVEL.search(fold(evidence.quote)))
        )
        of_role = not evidence.roles or role_id in evidence.roles
        if of_role and not evidence.states_pay and (goes_on or _names(evidence.quote, level)):
            found.append(evidence)
        previous = evidence
    return found


def _names(sentence: str, level: Seniority) -> bool:
    """Whether the first level that a sentence names is this one; experience makes no senior."""
    first = next(iter(levels_in(sentence)), None)
    if first is None or first.level != level:
        return False
    return level != "senior" or bool(_TITLE.match(sentence, first.start))
