"""Duties, requirements and company matters as short lists, joined across sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.evidence import Evidence
from bot.answering.list_texts import LIST_TEXTS, ListTexts
from bot.answering.listing.requirements import (
    Narrowing,
    disagreements,
    is_knowledge,
    narrowing_of,
    requirement_themes,
)
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import Told, told_by, told_in
from bot.answering.on_focus import about_role, focused
from bot.dialogue import Question
from bot.domain import Intent
from bot.german import fold
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.topics import folded_phrase, is_bare, topics_of

MOST = 18
"""Items of a list about one role; several roles share them, each with at least ``FEWEST``."""

FEWEST = 9
MOST_ROLES = 4
MOST_OF_COMPANY = 10
FEWEST_NEAR = 3
"""Of so many best sentences one must stand where companies are told of."""

_DIFFERS = re.compile(r"unterscheid|verschieden|unterschied")
_EXAMPLE = re.compile(r"\bbeispiel")
_FILLER = re.compile(
    r"tag\w*|ganz\w*|alltag\w*|job\w*|beruf\w*|taglich\w*|laut|artikel\w*|quellen?|uberblick|"
    r"liste?n?|punkt\w*|kurz\w*|alles?|konkret\w*|hauptsachlich\w*|main|list|day|key|short\w*"
)
# Among requirements, and yet a matter of its own.
_APPLYING = re.compile(r"bewerb|pflicht|talent")
_BRANCHES = re.compile(r"\bbranche\w*|\bindustrie\w*|\bwirtschaftszweig\w*|\bindustr(?:y|ies)\b")
_COMPANY = re.compile(
    r"\b(?:unternehmen\w*|firm(?:a|en)|betrieb\w*|compan\w+|business\w*|geschaftsleitung|"
    r"geschaftsfuhrung|vertriebsleitung|wir|uns|unser\w*|we|us|our)\b"
)
_WHERE = re.compile(r"^(?:wo|where)\b")
_WHEN = re.compile(r"^(?:ab )?wann?\b|^when\b")


def build_duties(context: Context, draft: Draft) -> bool:
    """The duties of the roles asked about, those that several sources name first.

    Returns:
        Whether it answered. It leaves questions about one duty, one level, one country or one
        year to retrieval, and the draft as it was.
    """
    question = context.question
    if not all(_adds_nothing(word, "duties") for word in question.focus):
        return len(question.roles) > 1 and build_comparison(context, draft)
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
        draft.say(_opening(texts.duties, profile, themes, texts))
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
    narrowing = narrowing_of(question)
    rest = [w for w in question.focus if not (narrowing and narrowing.covers(w))]
    if not all(_adds_nothing(word, "qualifications") for word in rest):
        return len(question.roles) > 1 and build_comparison(context, draft)
    if not _plain(question):
        return False
    texts = LIST_TEXTS[question.language]
    profiles = asked_profiles(context)
    answered = False
    for profile in profiles:
        answered |= _write_requirements(
            context, draft, profile, narrowing, _most(len(profiles)), texts
        )
    return answered


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
    rest = [
        w for w in question.focus if not (_BRANCHES.fullmatch(w) or _adds_nothing(w, "company"))
    ]
    if len(question.roles) == 2:
        return bool(rest) and build_comparison(context, draft)
    if question.intent != "company" and not _COMPANY.search(folded_phrase(question.standalone)):
        return False
    timed = question.kind == "when" or bool(_WHEN.search(folded_phrase(question.standalone)))
    if len(profiles) != 1 or (question.wants_figure and not timed):
        return False
    if rest or question.kind not in {"open", "when"}:
        return _write_on_company(context, draft, profiles[0])
    told, opening = _of_company(context, profiles[0])
    if not told:
        return False
    texts = LIST_TEXTS[question.language]
    if timed or opening == "company":
        themes = [Theme(found.told, ()) for found in focused(context, told)[:MOST_OF_COMPANY]]
    else:
        themes = choose(told, likeness(context, told), MOST_OF_COMPANY)
    if timed:
        draft.say(draft.quote(themes[0].told.span))
    draft.say(_opening(getattr(texts, opening), profiles[0], themes, texts))
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
    if _BRANCHES.search(phrase) or _WHERE.search(phrase):
        headed = _under_heading(context, profile, lambda h: bool(_BRANCHES.search(fold(h))))
        named = told_in(context, (branch.span for branch in profile.branches))
        told = [t for t in named if "salary" not in (*t.topics, *t.section_topics)]
        return list({t.span: t for t in (*headed, *told)}.values()), "branches"
    about = [s.evidence for s in context.scored if profile.role.id in s.evidence.roles]
    told = told_by(context, (e for e in about if e.section_topics[:1] == ("company",)))
    return told, "company"


def asked_profiles(context: Context) -> list[RoleProfile]:
    """Profiles of the roles asked about, in order; without a role, of the few there are."""
    asked = context.question.roles
    if not asked and len(context.profiles) <= MOST_ROLES:
        asked = tuple(context.profiles)
    return [context.profiles[role] for role in asked if role in context.profiles]


def write_themes(draft: Draft, themes: Sequence[Theme]) -> None:
    """One list item a theme: a quote, its marker, and those of the sources that say it too."""
    for theme in themes:
        spans = [theme.told.span, *(told.span for told in theme.also)]
        quote = draft.cite(theme.told.span).quote
        draft.lines.append(f"- {escape(quote)} {draft.marker(*spans)}")


def _write_requirements(
    context: Context,
    draft: Draft,
    profile: RoleProfile,
    narrowing: Narrowing | None,
    most: int,
    texts: ListTexts,
) -> bool:
    wanted = [r for r in profile.requirements if narrowing is None or narrowing.keeps(r)]
    beside: list[Told] = []
    if narrowing is not None and narrowing.kind == "soft":
        # Here headings tell better than labels what belongs to it.
        headed = _under_heading(context, profile, narrowing.heads, own_words=True)
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
    themes = [*essential, *optional]
    if not themes:
        return False
    conflict = disagreements(context, profile, wanted)
    if narrowing is None:
        opening = texts.requirements
    else:
        kinds = texts.as_well_as.join(texts.kinds[kind] for kind in narrowing.kinds)
        opening = texts.requirements_of_kind.replace("{kind}", kinds)
    draft.say(_opening(opening, profile, themes, texts))
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


def _under_heading(
    context: Context, profile: RoleProfile, heads: Callable[[str], bool], *, own_words: bool = False
) -> list[Told]:
    """Sentences about the role below a heading that says what is asked for.

    With ``own_words`` those too that say it themselves, among requirements.
    """
    return told_by(
        context,
        (
            s.evidence
            for s in context.scored
            if profile.role.id in s.evidence.roles
            and not s.evidence.states_pay
            and (heads(s.evidence.section or "") or (own_words and _asks(s.evidence, heads)))
        ),
    )


def _asks(evidence: Evidence, heads: Callable[[str], bool]) -> bool:
    return evidence.section_topics[:1] == ("qualifications",) and heads(evidence.quote)


def _opening(template: str, profile: RoleProfile, themes: Sequence[Theme], texts: ListTexts) -> str:
    sentence = template.format(role=escape(profile.role.preferred_label))
    several = any(theme.sources > 1 for theme in themes)
    return f"{sentence[:-1]}. {texts.several_first}" if several else sentence


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


def _adds_nothing(word: str, intent: Intent) -> bool:
    """Whether a folded word of a question of that intent narrows nothing."""
    if is_bare(word) or _FILLER.fullmatch(word):
        return True
    return intent in topics_of(word) and not _APPLYING.search(word)


def _worth(told: Told) -> float:
    """What its author lists under a heading about duties is the core; an example is not."""
    worth = 1.0 if told.section_topics[:1] == ("duties",) else 0.5
    if told.is_item:
        worth *= 1.5
    if _EXAMPLE.search(fold(" ".join((*told.section[-1:], told.text)))):
        worth *= 0.4
    return worth
