"""When, where and how companies employ a role, and what they gain by it."""

from __future__ import annotations

import re
from typing import Literal

from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.list_texts import LIST_TEXTS
from bot.answering.listing.facets import write_facets
from bot.answering.listing.shared import (
    adds_nothing,
    asked_profiles,
    opening_line,
    under_heading,
    write_themes,
)
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import Told, told_by, told_in
from bot.answering.on_focus import about_role, focused
from bot.german import fold
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.topics import folded_phrase

MOST_OF_COMPANY = 10
FEWEST_NEAR = 3
"""Of so many best sentences one must stand where companies are told of."""

_BRANCHES = re.compile(r"\bbranche\w*|\bindustrie\w*|\bwirtschaftszweig\w*|\bindustr(?:y|ies)\b")
_EMPLOYERS = re.compile(
    r"\b(?:welche|which|what) (?:firmen|unternehmen|arbeitgeber|betriebe|companies|employers)\b"
    r".*\b(?:such|stellen|einstell|beschaftig|hir|employ|look|recruit)\w*"
)
_COMPANY = re.compile(
    r"\b(?:unternehmen\w*|firm(?:a|en)|betrieb\w*|compan\w+|business\w*|geschaftsleitung|"
    r"geschaftsfuhrung|vertriebsleitung|wir|uns|unser\w*|we|us|our)\b"
)
_WHERE = re.compile(r"^(?:wo|where)\b")
_IF = re.compile(r"\b(?:wenn|sobald|nachdem|falls|sofern|ab (?:etwa|rund|einem?r?|\d))\b")
_WHEN = re.compile(r"^(?:ab )?wann?\b|^when\b")


def build_company(context: Context, draft: Draft) -> bool:
    """When, where and how companies employ the role, and what they gain or risk.

    What the question is particular about ranks the sentences; it must be told, else search
    answers.

    Returns:
        Whether it answered; else the draft is as it was.
    """
    question = context.question
    profiles = asked_profiles(context)
    if question.year or question.country or question.unknown_roles or len(question.roles) > 2:
        return False
    rest = [w for w in question.focus if not (_BRANCHES.fullmatch(w) or adds_nothing(w, "company"))]
    if _EMPLOYERS.search(folded_phrase(question.standalone)):
        rest = []
    timed = question.kind == "when" or bool(_WHEN.search(folded_phrase(question.standalone)))
    # "Ab wann lohnt sich …" asks for the conditions, not for the gain.
    if not timed and write_facets(context, draft, [profile.role.id for profile in profiles]):
        return True
    if len(question.roles) == 2:
        return bool(rest) and build_comparison(context, draft)
    if question.intent != "company" and not _COMPANY.search(folded_phrase(question.standalone)):
        return False
    if len(profiles) != 1 or (question.wants_figure and not timed):
        return False
    if rest or question.kind not in {"open", "when"}:
        return _write_on_company(context, draft, profiles[0])
    return _write_of_company(context, draft, profiles[0], timed=timed)


def _write_of_company(context: Context, draft: Draft, profile: RoleProfile, *, timed: bool) -> bool:
    """All that is told of the role's place; when it is needed, the first condition first."""
    question = context.question
    told, opening = _of_company(context, profile)
    if not told:
        return False
    texts = LIST_TEXTS[question.language]
    if timed or opening == "company":
        themes = [Theme(found.told, ()) for found in focused(context, told)[:MOST_OF_COMPANY]]
        if timed:
            themes.sort(key=lambda theme: not _IF.search(fold(theme.told.text)))
    else:
        themes = choose(told, likeness(context, told), MOST_OF_COMPANY)
    if timed:
        draft.say(draft.quote(themes[0].told.span))
    draft.say(opening_line(getattr(texts, opening), profile, themes, texts))
    write_themes(draft, themes[1:] if timed else themes)
    return True


def _write_on_company(context: Context, draft: Draft, profile: RoleProfile) -> bool:
    """The sentences on companies that speak of what the question is particular about."""
    if context.question.intent != "company":
        return False
    all_of_it = focused(context, about_role(context, profile.role.id))
    near = [found for found in all_of_it if found.meets][:MOST_OF_COMPANY]
    if not any(found.told.section_topics[:1] == ("company",) for found in near[:FEWEST_NEAR]):
        return False
    draft.say(draft.quote(near[0].told.span))
    if near[1:]:
        texts = LIST_TEXTS[context.question.language]
        draft.say(texts.company_asked.format(role=escape(profile.role.preferred_label)))
        for found in near[1:]:
            draft.item(found.told.span)
    return True


def _of_company(
    context: Context, profile: RoleProfile
) -> tuple[list[Told], Literal["branches", "company"]]:
    """What is told of the role's place: its branches where they are asked for, else its use."""
    phrase = folded_phrase(context.question.standalone)
    if any(asks.search(phrase) for asks in (_BRANCHES, _WHERE, _EMPLOYERS)):
        headed = under_heading(context, profile, lambda h: bool(_BRANCHES.search(fold(h))))
        named = told_in(context, (branch.span for branch in profile.branches))
        told = [t for t in named if "salary" not in (*t.topics, *t.section_topics)]
        return list({t.span: t for t in (*headed, *told)}.values()), "branches"
    about = [s.evidence for s in context.scored if profile.role.id in s.evidence.roles]
    told = told_by(context, (e for e in about if e.section_topics[:1] == ("company",)))
    return told, "company"
