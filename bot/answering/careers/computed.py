"""Career steps that no source states, computed from the skills that two occupations share.

They come where no source tells of a step, are called computed in the answer and in its records,
and show what they were computed from: lines of the classification that state the skills.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.answering.careers.computed_step import computed_record, ends_of, label_of
from bot.answering.careers.question import asked_of, asks_how_long, asks_in_general
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.occupations import texts
from bot.dialogue.language import Language
from bot.knowledge.esco.paths import ComputedStep, SkillPaths

_GENERAL = re.compile(r"beruf\w*|wechsel\w*|bieten|nah\w*|occupations?|moves?|close")
"""Beside the words that ask for a career, those that ask for a move to another occupation."""

MOST_STEPS = 3
MOST_SHARED, MOST_MISSING = 4, 6


def build_computed(context: Context, draft: Draft, paths: SkillPaths) -> tuple[dict[str, Any], ...]:
    """The nearest steps from an occupation, to it, or the one between two.

    Args:
        context: of a question about occupations.
        draft: cites from all sources, for the occupations that steps lead to aren't asked about.
        paths: of the index's occupations.

    Returns:
        The steps' records, as ``computed_record`` makes them. Empty where the question asks for
        something narrower or no step is near; the draft is then as it was.
    """
    question = context.question
    focus = tuple(word for word in question.focus if not _GENERAL.fullmatch(word))
    question = replace(question, focus=focus)
    asked = asked_of(question)
    if asks_how_long(question) or not asks_in_general(question, how_long=False):
        return ()
    if asked is None or asked.subject not in paths:
        return ()
    if asked.direction == "between" and asked.other is not None:
        steps = between(paths, asked.subject, asked.other)
        opening = texts.COMPUTED_BETWEEN[question.language]
    else:
        to = asked.direction == "to"
        near = paths.steps_to if to else paths.steps_from
        steps = near(asked.subject, MOST_STEPS)
        opening = (texts.COMPUTED_TO if to else texts.COMPUTED)[question.language]
    if not steps:
        return ()
    role = context.catalogue.get(asked.subject).preferred_label
    draft.say(opening.format(role=escape(role)))
    return tuple(_written(step, draft, question.language) for step in steps)


def between(paths: SkillPaths, first: str, second: str) -> tuple[ComputedStep, ...]:
    """The step from one occupation to another, where they share enough; else none."""
    step = paths.step(first, second) if first in paths and second in paths else None
    return (step,) if step else ()


def _written(step: ComputedStep, draft: Draft, language: Language) -> dict[str, Any]:
    first, second = (label_of(span, draft) for span in ends_of(step))
    draft.heading(texts.STEP[language].format(first=first, second=second))
    draft.lines.append(f"{texts.SHARED[language]}:")
    for skill in step.shared[:MOST_SHARED]:
        quote = escape(draft.cite(skill.here.span).quote)
        draft.lines.append(f"- {quote} {draft.marker(skill.here.span, skill.there.span)}")
    if step.missing:
        draft.lines += ["", f"{texts.MISSING[language]}:"]
        for requirement in step.missing[:MOST_MISSING]:
            draft.item(requirement.span)
    return computed_record(step, draft)
