"""Career steps that no source states, computed from the skills that two occupations share.

They come where no source tells of a step, are called computed in the answer and in its records,
and show what they were computed from: lines of the classification that state the skills.
"""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import Any

from bot.answering.careers.answer import asked_of, asks_how_long, asks_in_general
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.occupations import texts
from bot.dialogue.language import Language
from bot.facts import Span
from bot.knowledge.esco.facts import names_of
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
        The steps as the contract's records, each with ``computed``: the rule, the similarity,
        labels of the shared and of the missing skills. Empty where the question asks for
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
    every = paths.steps_from(first, len(paths)) if first in paths else ()
    return tuple(step for step in every if step.to_role == second)


def _written(step: ComputedStep, draft: Draft, language: Language) -> dict[str, Any]:
    first, second = (_label(source_span, draft) for source_span in _ends(step))
    draft.heading(texts.STEP[language].format(first=first, second=second))
    draft.lines.append(f"{texts.SHARED[language]}:")
    for skill in step.shared[:MOST_SHARED]:
        quote = escape(draft.cite(skill.here.span).quote)
        draft.lines.append(f"- {quote} {draft.marker(skill.here.span, skill.there.span)}")
    if step.missing:
        draft.lines += ["", f"{texts.MISSING[language]}:"]
        for requirement in step.missing[:MOST_MISSING]:
            draft.item(requirement.span)
    return {
        "from_role": step.from_role,
        "to_role": step.to_role,
        "kind": "move",
        "years_min": None,
        "years_max": None,
        "conditions": [],
        "citation": asdict(draft.cite(step.shared[0].there.span)),
        "computed": {
            "rule": step.rule,
            "similarity": step.similarity,
            "shared": [skill.label for skill in step.shared],
            "missing": [requirement.label for requirement in step.missing],
        },
    }


def _ends(step: ComputedStep) -> tuple[Span, Span]:
    return step.shared[0].here.span, step.shared[0].there.span


def _label(span: Span, draft: Draft) -> str:
    """The title's first form: an occupation is called by that everywhere."""
    return names_of(draft.view.sources[span.source_id])[0]
