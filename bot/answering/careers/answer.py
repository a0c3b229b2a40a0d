"""Career answers: the steps to a role and away from it, in order, each with its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.careers.question import (
    Asked,
    asked_of,
    asks_how_long,
    asks_in_general,
    speaks_of_career,
)
from bot.answering.careers.steps import (
    Step,
    all_steps,
    between,
    grouped,
    label_of,
    onward,
    span_of_years,
    toward,
)
from bot.answering.careers.told import about_career, headed
from bot.answering.careers.ways_in import entries, ways_in
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.list_texts import LIST_TEXTS, ListTexts
from bot.answering.listing.shared import MOST_ROLES
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import told_in, without_orders
from bot.answering.on_focus import Focused, about_role, focused
from bot.facts import Span
from bot.german import fold
from bot.knowledge.facts.aligned import Aligned
from bot.knowledge.facts.career_roles import step_id
from bot.knowledge.facts.durations import durations
from bot.knowledge.facts.role_mentions import roles_in

MOST_OF_A_STEP = 4
"""Sentences shown of one step; those that state years or conditions come first."""

FEW_STEPS = 2
MOST_WAYS_IN, MOST_WAYS_IN_ALONE = 4, 8
MOST_BESIDE = 6
FEW_ON_FOCUS, MOST_ON_FOCUS = 3, 10

_WAY = re.compile(r"weg\b|weges?\b|aufst|karriere|laufbahn|dauer")


def build_career(context: Context, draft: Draft) -> bool:
    """The way to a role, the way on from it, or the way between two, step by step.

    The steps shown go into ``draft.career``. Where the question is how long it takes, the years
    as a source writes them are the first sentence.

    Returns:
        Whether it answered; else the draft is as it was. Narrower questions are left to
        retrieval.
    """
    question = context.question
    how_long = asks_how_long(question)
    if question.intent == "other" and not (how_long or speaks_of_career(question)):
        return False
    if not asks_in_general(question, how_long):
        return _build_on_focus(context, draft)
    asked = asked_of(question) or _whole_ladder(context)
    if asked is None:
        return False
    found = _steps(context, asked)
    texts = LIST_TEXTS[question.language]
    if how_long:
        return _write_years(context, draft, asked, found, texts)
    inwards = asked.direction in {"to", "around"}
    most = MOST_WAYS_IN if found else MOST_WAYS_IN_ALONE
    themes = ways_in(context, asked.subject, most) if inwards else []
    if not found and not themes:
        return False
    draft.say(_opening(context, asked, found, texts))
    for step in grouped(found):
        _write_step(context, draft, step)
    _write_ways_in(context, draft, asked, themes, texts if found else None)
    if found and (asked.direction != "up" or len(found) < FEW_STEPS):
        _write_beside(context, draft, asked, texts)
    return True


def _build_on_focus(context: Context, draft: Draft) -> bool:
    """What is told of a career on just what the question is about, the best sentence first.

    Only where the sentences on the focus stand among those on careers; else search knows better.
    """
    question = context.question
    if question.country or question.year or question.unknown_roles or question.kind != "open":
        return False
    if question.wants_figure or not question.roles:
        return False
    best = [found for role in question.roles for found in _on_focus(context, role)]
    best = list({f.told.span: f for f in sorted(best, key=lambda f: -f.merit)}.values())
    if not any("career" in f.told.section_topics[:2] for f in best[:FEW_ON_FOCUS]):
        return False
    first, *others = best[:MOST_ON_FOCUS]
    draft.say(draft.quote(first.told.span))
    if others:
        draft.say(LIST_TEXTS[question.language].also_said)
    for found in others:
        draft.item(found.told.span)
    return True


def _on_focus(context: Context, role_id: str) -> list[Focused]:
    """Sentences about a role that speak of the focus."""
    return [f for f in focused(context, about_role(context, role_id)) if f.meets]


def _whole_ladder(context: Context) -> Asked | None:
    """What a question without a role asks for: everything around the role with most steps."""
    profiles = context.profiles.values()
    named = context.question.unknown_roles
    if named or len(profiles) > MOST_ROLES or not any(p.career for p in profiles):
        return None
    return Asked("around", max(profiles, key=lambda p: len(p.career)).role.id)


def _steps(context: Context, asked: Asked) -> list[Step]:
    """The steps asked for, lower ones first."""
    steps = all_steps(without_orders(context, p) for p in context.profiles.values())
    if asked.direction == "between" and asked.other:
        found = between(steps, asked.subject, asked.other)
        return found or between(steps, asked.other, asked.subject)
    if asked.direction == "up":
        return onward(steps, asked.subject)
    if asked.direction == "to":
        return toward(steps, asked.subject)
    return [*toward(steps, asked.subject), *onward(steps, asked.subject)]


def _opening(context: Context, asked: Asked, found: Sequence[Step], texts: ListTexts) -> str:
    role = _name(asked.subject, found, context)
    if asked.direction == "between" and asked.other:
        other = _name(asked.other, found, context)
        return texts.career_between.format(role=role, other=other)
    if not found:
        return texts.ways_in_alone.format(role=role)
    template = {"up": texts.career_up, "around": texts.career_around}
    return template.get(asked.direction, texts.career_to).format(role=role)


def _write_years(
    context: Context, draft: Draft, asked: Asked, found: Sequence[Step], texts: ListTexts
) -> bool:
    """How long each step takes, the one asked about in the first sentence."""
    timed = [step for step in found if step.states_years]
    whole = [step for step in timed if _is_whole(step, asked, found)]
    if not whole:
        return _write_durations(context, draft, asked)
    timed = [*whole, *(step for step in timed if step not in whole)]
    for step in timed:
        record = step.telling[0]
        draft.say(
            texts.step_years.format(
                first=_name(step.from_role or "", [step], context),
                second=_name(step.to_role, [step], context),
                years=escape(span_of_years(record, context.view)),
                marker=draft.marker(record.span),
            )
        )
    for record in (r for step in timed for r in step.telling if r.years_min or r.years_max):
        draft.item(record.span)
        draft.career.append(record)
    return True


def _write_durations(context: Context, draft: Draft, asked: Asked) -> bool:
    """What a source says of the length of a career without saying between which roles.

    Its heading tells that: "Wie wird man …?"
    """
    ends = {asked.subject, asked.other} - {None}
    told = [
        item
        for item in about_career(context, asked.other or asked.subject)
        if ends <= headed(item, context)
        and {step_id(mention) for mention in roles_in(item.text, context.catalogue)}
        <= ends | headed(item, context)
        and durations(Aligned(item.text).folded)
        and _WAY.search(fold(item.text))
    ]
    if not told:
        return False
    draft.say(draft.quote(told[0].span))
    return True


def _is_whole(step: Step, asked: Asked, found: Sequence[Step]) -> bool:
    """Whether a step is all of the way that is asked about, and not a part of it."""
    if asked.direction == "between":
        return {step.from_role, step.to_role} == {asked.subject, asked.other}
    if asked.direction == "up":
        return step.from_role == asked.subject
    return step.to_role == asked.subject and step.from_role not in {s.to_role for s in found}


def _name(role_id: str, steps: Sequence[Step], context: Context) -> str:
    records = [record for step in steps for record in step.records]
    return escape(label_of(role_id, records, context))


def _write_step(context: Context, draft: Draft, step: Step) -> None:
    """A heading "from → to" and what the sources say of this step, years and conditions first."""
    told = told_in(context, (record.span for record in step.telling))
    cited = _cited(draft)
    told = ([item for item in told if _place(item.span) not in cited] or told)[:MOST_OF_A_STEP]
    if not told:
        return
    first = label_of(step.from_role or "", step.records, context)
    ends = dict.fromkeys(label_of(r.to_role, step.records, context) for r in step.records)
    draft.heading(f"{first} → {', '.join(ends)}")
    for item in told:
        draft.item(item.span)
    cited = _cited(draft)
    draft.career += [record for record in step.records if _place(record.span) in cited]


def _write_ways_in(
    context: Context,
    draft: Draft,
    asked: Asked,
    themes: Sequence[Theme],
    texts: ListTexts | None,
) -> None:
    """Ways in that aren't told yet, under a heading where steps stand above them."""
    cited = _cited(draft)
    left = [theme.told for theme in themes if _place(theme.told.span) not in cited]
    if left and texts:
        draft.heading(texts.ways_in)
    for item in left:
        draft.item(item.span)
    shown = {item.span for item in left}
    draft.career += [e for e in entries(context, asked.subject) if e.span in shown]


def _cited(draft: Draft) -> set[tuple[str, int]]:
    return {(citation.source.id, citation.start) for citation in draft.citations}


def _place(span: Span) -> tuple[str, int]:
    return (span.source_id, span.start)


def _write_beside(context: Context, draft: Draft, asked: Asked, texts: ListTexts) -> None:
    """Other sentences about a career in the role, such as who is preferred for it."""
    base = asked.other or asked.subject
    left_out = _cited(draft) | {_place(e.span) for e in entries(context, base)}
    told = [t for t in about_career(context, base) if _place(t.span) not in left_out]
    worth = [2.0 if durations(Aligned(item.text).folded) else 1.0 for item in told]
    themes = choose(told, likeness(context, told), MOST_BESIDE, worth)
    if themes:
        draft.heading(texts.career_beside)
        for theme in themes:
            draft.item(theme.told.span)
