"""Duties and requirements as short lists, joined across sources."""

from __future__ import annotations

import re

from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.list_texts import LIST_TEXTS
from bot.answering.listing.company import build_company
from bot.answering.listing.facets import write_facets
from bot.answering.listing.levels import write_level
from bot.answering.listing.requirements import (
    Narrowing,
    Necessity,
    disagreements,
    is_knowledge,
    narrowing_of,
    necessities_in,
    requirement_themes,
)
from bot.answering.listing.shared import (
    adds_nothing,
    asked_profiles,
    opening_line,
    under_heading,
    write_themes,
)
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import Told, told_in
from bot.dialogue import Question
from bot.german import fold
from bot.knowledge.profiles import RoleProfile

__all__ = ["build_company", "build_duties", "build_qualifications"]

MOST = 18
"""Items of a list about one role; several roles share them, each with at least ``FEWEST``."""

FEWEST = 9

_DIFFERS = re.compile(r"unterscheid|verschieden|unterschied")
_EXAMPLE = re.compile(r"\bbeispiel")


def build_duties(context: Context, draft: Draft) -> bool:
    """The duties of the roles asked about, those that several sources name first.

    Returns:
        Whether it answered. It leaves questions about one duty, one level, one country or one
        year to retrieval, and the draft as it was.
    """
    question = context.question
    if question.seniority and write_level(context, draft):
        return True
    if not all(adds_nothing(word, "duties") for word in question.focus):
        return _build_narrower(context, draft)
    if not _plain(question):
        return False
    found: list[tuple[RoleProfile, list[Theme]]] = []
    profiles = asked_profiles(context)
    for profile in profiles:
        told = told_in(context, (duty.span for duty in profile.duties))
        worth = [_worth(item) for item in told]
        themes = choose(told, likeness(context, told), _most(len(profiles)), worth)
        if themes:
            found.append((profile, themes))
    if not found:
        return False
    texts = LIST_TEXTS[question.language]
    for profile, themes in found:
        draft.say(opening_line(texts.duties, profile, themes, texts))
        write_themes(draft, themes)
    return True


def build_qualifications(context: Context, draft: Draft) -> bool:
    """What the roles asked about require, what they must have apart from what helps.

    A question that narrows the kind ("Ausbildung", "Soft Skills", "Sprachen") gets that kind
    alone. Sources that contradict each other are put side by side, the newer one first.

    Returns:
        Whether it answered; else the draft is as it was.
    """
    question = context.question
    if question.seniority and write_level(context, draft):
        return True
    narrowing = narrowing_of(question)
    necessities = necessities_in(question)
    rest = [
        word
        for word in question.focus
        if word not in necessities and not (narrowing and narrowing.covers(word))
    ]
    if not all(adds_nothing(word, "qualifications") for word in rest):
        return _build_narrower(context, draft)
    if not _plain(question):
        return False
    profiles = asked_profiles(context)
    answered = False
    for profile in profiles:
        answered |= _write_requirements(
            context, draft, profile, narrowing, set(necessities.values()), _most(len(profiles))
        )
    return answered


def _build_narrower(context: Context, draft: Draft) -> bool:
    """A question that is after something of its own: of two roles, or what facets tell."""
    roles = context.question.roles
    if len(roles) > 1 and build_comparison(context, draft):
        return True
    return write_facets(context, draft, [profile.role.id for profile in asked_profiles(context)])


def _write_requirements(
    context: Context,
    draft: Draft,
    profile: RoleProfile,
    narrowing: Narrowing | None,
    necessities: set[Necessity],
    most: int,
) -> bool:
    wanted = [r for r in profile.requirements if narrowing is None or narrowing.keeps(r)]
    beside: list[Told] = []
    if narrowing is not None and narrowing.kind == "soft":
        # Here headings tell better than labels what belongs to it.
        headed = under_heading(context, profile, narrowing.heads, own_words=True)
        beside = [
            told
            for told in headed
            if told.roles == {profile.role.id} and not _DIFFERS.search(fold(told.text))
        ]
        spans = {told.span for told in headed}
        known = {r.span for r in profile.requirements if is_knowledge(r)}
        wanted = [r for r in wanted if r.span in spans or r.span not in known]
        if spans & {r.span for r in wanted}:
            others = [r for r in wanted if r.kind == "skill" and r.span not in spans]
            wanted = [*(r for r in wanted if r.span in spans), *others]
    essential, optional = requirement_themes(context, wanted, most, narrowing, beside)
    if len(necessities) == 1:
        essential, optional = (
            part if necessity in necessities else []
            for necessity, part in (("essential", essential), ("optional", optional))
        )
    themes = [*essential, *optional]
    if not themes:
        return False
    texts = LIST_TEXTS[context.question.language]
    conflict = disagreements(context, profile, wanted)
    if narrowing is None:
        opening = texts.requirements
    else:
        kinds = texts.as_well_as.join(texts.kinds[kind] for kind in narrowing.kinds)
        opening = texts.requirements_of_kind.replace("{kind}", kinds)
    draft.say(opening_line(opening, profile, themes, texts))
    shown = {told.span for told in conflict}
    for heading, part in ((texts.essential, essential), (texts.optional, optional)):
        rest = [theme for theme in part if theme.told.span not in shown]
        if rest:
            draft.heading(heading)
            write_themes(draft, rest)
    if conflict:
        draft.heading(texts.disagree)
        for told in conflict:
            draft.item(told.span)
    return True


def _most(roles: int) -> int:
    return max(FEWEST, MOST // max(1, roles))


def _plain(question: Question) -> bool:
    """Whether a question asks for a list of everything, without a condition."""
    return question.kind == "open" and not (
        question.wants_figure
        or question.seniority
        or question.country
        or question.year
        or question.branch
        or question.unknown_roles
    )


def _worth(told: Told) -> float:
    """What its author lists under a heading about duties is the core; an example is not."""
    worth = 1.0 if told.section_topics[:1] == ("duties",) else 0.5
    if told.is_item:
        worth *= 1.5
    if _EXAMPLE.search(fold(" ".join((*told.section[-1:], told.text)))):
        worth *= 0.4
    return worth
