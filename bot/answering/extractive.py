"""The sources' own sentences: the way that any question can take, and what other ways left out."""

from __future__ import annotations

import re
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
from bot.answering.evidence import AMOUNT, Evidence
from bot.answering.scoring import Scored
from bot.answering.selection import MOST_SENTENCES, best_of
from bot.german import fold
from bot.knowledge.facts.levels import level_of

MOST_ADDED = 4

SURELY_SHOWN = 5
AT_THE_END = 0.4
FAR_IN_MEANING = 0.03
"""Beyond so many sentences, those are left out that lie so far below the best one's score, say no
word of what the question is particular about, and tell of another topic or lie so far below the
nearest in meaning. Of 210 such sentences in answers to the development questions one held a fact
that no other held."""

OPENS_BY_WORDS = 0.6
"""Worth of the question's words when, among sentences that all fit, one is to come first."""

NEAR_THE_TOP, NEAR_OF_OTHER_TOPIC = 0.6, 0.2
"""How far below the best sentence's score one may lie that is added to a finished answer."""

_ONLY_DIFFERS = re.compile(r"unterscheid|verschieden|unterschied|nicht dieselbe")
_OF_MONEY = re.compile(
    r"gehalt|gehaelt|geld|verdien|bezahl|zahlt|lohn|bonus|boni|provision|variab|kost|teuer|euro|"
    r"budget|\bpay|\bpaid|salar|earn|money|cost|\bcar\b|wagen|leistungen"
)


def build_extractive(context: Context, draft: Draft) -> bool:
    """Quotes the sentences that fit best, each with its marker; False where none does.

    A question about something particular gets the best sentence first, with no word before it.
    """
    question = context.question
    ranked = _with_what_is_counted(context)
    ranked = to_the_point(context, ranked) or ranked
    if not ranked:
        return False
    roles = question.roles
    several = len(roles) > 1
    chosen = _of_each(ranked, roles) if several else _worth_reading(context, ranked)
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
    best = context.scored[0].score

    def is_near(scored: Scored) -> bool:
        other = of_other_topic(context, scored.evidence)
        return best - scored.score <= (NEAR_OF_OTHER_TOPIC if other else NEAR_THE_TOP)

    near = [scored for scored in ranked if is_near(scored)]
    added = best_of(to_the_point(context, near) or near, MOST_ADDED, told=told)
    if not added:
        return
    lead = direct_texts.MORE_EVIDENCE[question.language]
    if lead not in draft.lines:
        draft.say(lead)
    for scored in added:
        draft.item(span_of(scored.evidence))


def to_the_point(context: Context, ranked: Sequence[Scored]) -> list[Scored]:
    """Without what is near in words only; empty where nothing else was found.

    That is pay where nobody asked for money, what a publisher says of itself, and that two roles
    differ, without saying how, where one of them is asked about.
    """
    question = context.question
    asked = fold(question.standalone)
    of_money = question.intent == "salary" or question.wants_figure or _OF_MONEY.search(asked)

    def fits(evidence: Evidence) -> bool:
        if evidence.states_pay and not of_money and AMOUNT.search(evidence.quote):
            return False
        publisher = fold(evidence.source.publisher or "")
        quote = fold(evidence.quote)
        if publisher and publisher in quote and publisher not in asked:
            return False
        others = evidence.roles - set(question.roles)
        alone = len(question.roles) == 1 and question.intent != "comparison"
        return not (alone and others and _ONLY_DIFFERS.search(quote))

    return [scored for scored in ranked if fits(scored.evidence)]


def _worth_reading(context: Context, ranked: Sequence[Scored]) -> list[Scored]:
    """The best sentences; the later ones only where nothing speaks against them."""
    about = particular(context)
    floor = ranked[0].score - AT_THE_END
    nearest = max(scored.cosine for scored in ranked)
    return [
        scored
        for position, scored in enumerate(best_of(ranked))
        if position < SURELY_SHOWN
        or scored.score >= floor
        or said(about, scored.evidence.terms) > 0
        or not (
            of_other_topic(context, scored.evidence) or nearest - scored.cosine > FAR_IN_MEANING
        )
    ]


def of_other_topic(context: Context, evidence: Evidence) -> bool:
    """Whether its headings announce a topic, and neither they nor it are of the question's."""
    topics = (*evidence.section_topics, *evidence.topics)
    return bool(evidence.section_topics) and context.question.intent not in topics


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
