"""The record of a computed career step: the contract's, with what it was computed from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.answering.draft import Draft
from bot.facts import Span
from bot.knowledge.esco.facts import names_of
from bot.knowledge.esco.paths import ComputedStep


def computed_record(step: ComputedStep, draft: Draft) -> dict[str, Any]:
    """A career step as the contract has it, with ``computed``; its citation is the draft's.

    ``computed`` holds the rule, the similarity, the names of both occupations, and the labels of
    the skills that both need and of those that are to be added.
    """
    first, second = (label_of(span, draft) for span in ends_of(step))
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
            "from_name": first,
            "to_name": second,
            "shared": [skill.label for skill in step.shared],
            "missing": [requirement.label for requirement in step.missing],
        },
    }


def ends_of(step: ComputedStep) -> tuple[Span, Span]:
    """Where both occupations state the rarest skill that they share."""
    return step.shared[0].here.span, step.shared[0].there.span


def label_of(span: Span, draft: Draft) -> str:
    """The title's first form: an occupation is called by that everywhere."""
    return names_of(draft.view.sources[span.source_id])[0]
