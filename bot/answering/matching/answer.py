"""Whether a role fits: what the question tells of the person, beside what the sources ask for.

The same rules decide as for a CV. What the person writes is no source: it is never quoted, and no
figure of it appears in the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.listing.requirements import ORDER, requirement_themes
from bot.answering.listing.shared import asked_profiles, write_themes
from bot.answering.matching.texts import FIT_TEXTS, FitTexts
from bot.answering.matching.told import profile_told
from bot.facts import Requirement, Span
from bot.knowledge.profiles import RoleProfile
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import demand_of
from bot.matching.deciding.statements import statements
from bot.matching.deciding.table import VERDICTS
from bot.matching.profile import Profile
from bot.matching.report import Verdict

MOST_ROLES = 2
"""Roles shown where none is named."""

MOST_SENTENCES = {"met": 8, "partly": 4, "missing": 4, "unknown": 4}
MOST_DEMANDED = 6

Decided = dict[Verdict, list[Requirement]]


def build_matching(context: Context, draft: Draft) -> bool:
    """Requirements of the role by what the question tells of them, or what the role asks for.

    Returns:
        Whether it answered; not where no role states a requirement.
    """
    texts = FIT_TEXTS[context.question.language]
    decided = decided_by_told(context)
    if decided is None:
        return _demanded(context, draft, texts)
    for role, found in decided:
        draft.say(texts.compared.format(role=escape(role.role.preferred_label)))
        if not found["met"] and not found["partly"]:
            draft.say(texts.nothing_shown)
        for verdict in VERDICTS:
            asked = found[verdict]
            if verdict == "unknown":
                shown = {r.span for v in VERDICTS if v != verdict for r in found[v]}
                asked = [r for r in asked if r.span not in shown]
            _write(draft, asked, texts.groups[verdict], MOST_SENTENCES[verdict])
    if decided:
        draft.say(texts.page_with_cv)
    return bool(decided)


def decided_by_told(context: Context) -> list[tuple[RoleProfile, Decided]] | None:
    """What the question tells of the person decides, role by role; None where it tells nothing."""
    profile = profile_told(context.question.original)
    if profile is None:
        return None
    roles = [role for role in _roles(context) if role.requirements]
    decided = [(role, _decide(role, profile, context)) for role in roles]
    if not context.question.roles:
        decided.sort(key=lambda one: _fits(one[1]), reverse=True)
        decided = decided[:MOST_ROLES]
    return decided


def _roles(context: Context) -> Sequence[RoleProfile]:
    """The roles named, else all that articles are about."""
    named = [context.profiles[r] for r in context.question.roles if r in context.profiles]
    return named or [context.profiles[role] for role in context.profiles]


def _decide(role: RoleProfile, profile: Profile, context: Context) -> Decided:
    said = statements(profile)
    found: Decided = {verdict: [] for verdict in VERDICTS}
    for requirement in role.requirements:
        span = requirement.span
        sentence = context.view.sources[span.source_id].text[span.start : span.end]
        verdict = decide(demand_of(requirement, sentence), profile, said).verdict
        if verdict != "unknown" or requirement.relation == "essential":
            found[verdict].append(requirement)
    return found


def _fits(found: Decided) -> tuple[int, int, int]:
    return len(found["met"]), len(found["partly"]), -len(found["missing"])


def _write(draft: Draft, requirements: Sequence[Requirement], heading: str, most: int) -> None:
    """The sentences that ask for it, each once, with what of them is meant in front."""
    by_sentence: dict[Span, list[str]] = {}
    for requirement in sorted(requirements, key=lambda r: ORDER.index(r.kind)):
        by_sentence.setdefault(requirement.span, []).append(requirement.label)
    if not by_sentence:
        return
    draft.heading(heading)
    for span, labels in list(by_sentence.items())[:most]:
        named = ", ".join(dict.fromkeys(labels))
        draft.lines.append(f"- {escape(named)}: {draft.quote(span)}")


def _demanded(context: Context, draft: Draft, texts: FitTexts) -> bool:
    """Where nothing is told to compare with: the way to the profile, and what is asked for."""
    shown = []
    for role in asked_profiles(context):
        essential = [r for r in role.requirements if r.relation == "essential"]
        themes, _ = requirement_themes(context, essential, MOST_DEMANDED, None)
        if themes:
            shown.append((role, themes))
    if not shown:
        return False
    draft.say(texts.page)
    for role, themes in shown:
        draft.say(texts.demanded.format(role=escape(role.role.preferred_label)))
        write_themes(draft, themes)
    return True
