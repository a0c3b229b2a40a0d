"""The sources' own sentences: the way that any question can take, and what other ways left out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import texts
from bot.answering.asked import asked_in, said
from bot.answering.context import Context
from bot.answering.covering.figures import WHICH_TOO
from bot.answering.direct import texts as direct_texts
from bot.answering.direct.answer import span_of
from bot.answering.direct.pointed import particular
from bot.answering.direct.quantities import states_quantity
from bot.answering.draft import Draft
from bot.answering.evidence import Evidence
from bot.answering.scoring import Scored
from bot.answering.selection import MOST_SENTENCES, best_of
from bot.german import fold
from bot.knowledge.facts.levels import level_of

MOST_ADDED = 4

OPENS_BY_WORDS = 0.6
"""Worth of the question's words when, among sentences that all fit, one is to come first."""

NEAR_THE_TOP = 0.7
"""How far below the best sentence's score one may lie that is added to a finished answer."""


def build_extractive(context: Context, draft: Draft) -> bool:
    """Quotes the sentences that fit best, each with its marker; False where none does.

    A question about something particular gets the best sentence first, with no word before it.
    """
    question = context.question
    ranked = _with_what_is_counted(context)
    if not ranked:
        return False
    roles = question.roles
    chosen = best_of(ranked) if len(roles) < 2 else _of_each(ranked, roles)
    rest = [scored.evidence for scored in chosen]
    if question.focus:
        first = _opening(context, chosen)
        rest.remove(first)
        draft.say(draft.quote(span_of(first)))
        if rest:
            draft.say(direct_texts.MORE_EVIDENCE[question.language])
    else:
        draft.say(texts.INTRODUCTION[question.language].format(subject=_subject(context)))
    for role_id, evidences in _by_role(context, rest).items():
        if role_id:
            draft.heading(context.catalogue.get(role_id).preferred_label)
        for evidence in evidences:
            draft.item(span_of(evidence))
    return True


def supplement(context: Context, draft: Draft) -> None:
    """Adds the best sentences that a finished answer to a particular question doesn't cite yet.

    Pay figures aren't added: which of them belong to a question, its own builder knows.
    """
    question = context.question
    if question.intent == "matching" or not particular(context) or not context.scored:
        return
    cited = {(c.source.id, c.start) for c in draft.citations}
    told = [
        s.evidence
        for s in context.scored
        if (s.evidence.source.id, s.evidence.sentence.start) in cited
    ]
    ranked = [
        s
        for s in context.scored
        if not s.evidence.states_pay
        and (question.seniority is None or level_of(s.evidence.quote) == question.seniority)
    ]
    floor = context.scored[0].score - NEAR_THE_TOP
    near = [s for s in ranked if s.score >= floor]
    added = best_of(near, MOST_ADDED, told=told)
    if not added:
        return
    lead = direct_texts.MORE_EVIDENCE[question.language]
    if lead not in draft.lines:
        draft.say(lead)
    for scored in added:
        draft.item(span_of(scored.evidence))


def _opening(context: Context, chosen: Sequence[Scored]) -> Evidence:
    """The sentence that answers most directly: it says most of the question's own words."""
    asked = asked_in(context.question.standalone, context.evidence.keywords)
    best = max(chosen, key=lambda s: s.score + OPENS_BY_WORDS * said(asked, s.evidence.terms))
    return best.evidence


def _with_what_is_counted(context: Context) -> list[Scored]:
    """All that was found; where something is only counted, what states such a number."""
    question = context.question
    if not question.counted or WHICH_TOO.search(fold(question.standalone)):
        return context.scored  # "wie viele, und welche": a list tells how many
    return [s for s in context.scored if states_quantity(question, s.evidence)]


def _of_each(ranked: Sequence[Scored], roles: Sequence[str]) -> list[Scored]:
    """The best sentences about each of several roles, the best of all first."""
    chosen: list[Scored] = []
    for role_id in roles:
        mine = [s for s in ranked if _about(s.evidence, roles) in (role_id, None)]
        told = [s.evidence for s in chosen]
        if mine:
            chosen += best_of(mine, MOST_SENTENCES // len(roles) + 1, told=told)
    return sorted(chosen, key=lambda s: -s.score)


def _by_role(context: Context, evidences: Sequence[Evidence]) -> dict[str | None, list[Evidence]]:
    """Sentences under the one role they are about, where several are asked about."""
    roles = context.question.roles
    if len(roles) < 2:
        return {None: list(evidences)}
    groups: dict[str | None, list[Evidence]] = {None: [], **{role: [] for role in roles}}
    for evidence in evidences:
        groups[_about(evidence, roles)].append(evidence)
    return {role: group for role, group in groups.items() if group}


def _about(evidence: Evidence, roles: Sequence[str]) -> str | None:
    """The only one of ``roles`` that a sentence is about, if there is just one."""
    about = [role for role in roles if role in evidence.roles]
    return about[0] if len(about) == 1 else None


def _subject(context: Context) -> str:
    question = context.question
    roles = question.roles
    label = context.catalogue.get(roles[0]).preferred_label if len(roles) == 1 else ""
    topic = texts.TOPIC_NAMES[question.language][question.intent]
    parts = ["" if question.intent == "other" and label else topic, label]
    subject = ": ".join(part for part in parts if part)
    return subject[:1].upper() + subject[1:]
