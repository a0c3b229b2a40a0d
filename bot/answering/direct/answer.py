"""One direct sentence first: the number, the length of time, yes or no, the reason.

Its words are taken from the sentences it cites. Where no sentence carries a direct answer to
just what is asked, of the right role, level and country, nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked import said
from bot.answering.context import Context
from bot.answering.direct import texts as direct_texts
from bot.answering.direct.leads import asks_without, is_safe, lead_without
from bot.answering.direct.numbers import number_phrases, write_phrases, year_phrases
from bot.answering.direct.pointed import (
    ENOUGH_SAID,
    candidates,
    nouns_in,
    particular,
    right_country,
    span_of,
    terms_of,
)
from bot.answering.direct.polarity import Asking, Polarity, asking, polarity
from bot.answering.direct.quantities import asked_quantity, asks_measure
from bot.answering.draft import Draft
from bot.answering.evidence import Evidence
from bot.answering.grounding import numbers_in
from bot.answering.scoring import Scored
from bot.dialogue import asked_part
from bot.german import fold

__all__ = ["build_direct", "span_of", "verdicts"]

MOST_QUOTES = 4

SAYS_THE_SAME = 0.9
"""Cosine (multilingual-e5) from which a sentence answers without the question's verbs."""

WORTH_OF_COMPARING = 0.7
"""Merit of a sentence that compares, like the question why something is more."""

_OF_ENTERING = frozenset(("career", "qualifications"))
_SINCE = re.compile(r"\b(?:seit wann|in welchem jahr|since when|in what year)\b")
_CAUSE = re.compile(
    r"\b(?:weil|denn|da (?=\w+ \w+)|deshalb|deswegen|daher|dadurch|grund|grunde|ursache|aufgrund|"
    r"wegen|entsteht aus|spiegeln?|reflektier\w*|liegt (?:an|daran)|fuhrt|durch|ergibt sich|um)\b|"
    r"(?:^|, )damit\b"
)
_CONDITION = re.compile(
    r"\b(?:wenn|sobald|ab|erst|sind|nachdem|bevor|dann|spatestens|fruhestens|mehr als)\b"
)
_COMPARATIVE = re.compile(
    r"\b(?:mehr|weniger|hoher\w*|niedriger\w*|grosser\w*|kleiner\w*|langer\w*|kurzer\w*|besser\w*|"
    r"schneller\w*|ofter|haufiger|starker\w*)\b"
)


def build_direct(context: Context, draft: Draft) -> bool:
    """Answers how many, how long, how much, when, why and yes-or-no questions; False for others."""
    kind = context.question.kind
    if kind in ("how_many", "how_long", "how_much") or asks_measure(context.question):
        return context.question.intent != "salary" and _number(context, draft)
    several = kind in ("when", "why") and context.question.intent == "company"
    if several and not nouns_in(particular(context), context.question):
        return False  # conditions or reasons: a list has them all, of one thing a sentence tells
    if kind == "when":
        if _SINCE.search(fold(context.question.standalone)):
            return write_phrases(year_phrases(context)[:1], context, draft)
        return _sentence(context, draft, _CONDITION)
    if kind == "why":
        if len(context.question.roles) > 1:  # why more than the other: that is a comparison
            return False
        return _sentence(context, draft, _CAUSE)
    if context.question.unknown_roles or context.question.intent == "matching":
        return False
    return kind == "yes_no" and _yes_no(context, draft)


def _number(context: Context, draft: Draft) -> bool:
    fits = asked_quantity(context.question)
    return write_phrases(number_phrases(context, fits), context, draft)


def _sentence(context: Context, draft: Draft, wanted: re.Pattern[str]) -> bool:
    """The sentence that gives the reason or the condition, and then what else is said on it."""
    about = particular(context)
    compares = bool(_COMPARATIVE.search(fold(context.question.standalone)))
    near = []
    for scored in candidates(context):
        share = said(about, scored.evidence.terms)
        if not wanted.search(fold(scored.evidence.quote)) or not _holds_numbers(scored, context):
            continue
        of_pay = {*scored.evidence.topics, *scored.evidence.section_topics[:1]}
        if context.question.intent == "salary" and "salary" not in of_pay:
            continue
        if about and share < ENOUGH_SAID:
            continue
        if not about and scored.cosine < SAYS_THE_SAME:
            continue
        alike = compares and bool(_COMPARATIVE.search(fold(scored.evidence.quote)))
        near.append((share + scored.score + WORTH_OF_COMPARING * alike, scored))
    near.sort(key=lambda pair: -pair[0])
    if not near:
        return False
    language = context.question.language
    first, *others = [scored.evidence for _, scored in near[:MOST_QUOTES]]
    draft.say(draft.quote(span_of(first)))
    if others:
        draft.say(direct_texts.MORE_EVIDENCE[language])
        for evidence in others:
            draft.item(span_of(evidence))
    return True


def _holds_numbers(scored: Scored, context: Context) -> bool:
    """Whether a sentence has every number that the question claims.

    The age and the years of who wants to enter a role are no claims.
    """
    question = context.question
    claimed = asked_part(question.standalone) if question.enters else question.standalone
    return numbers_in(claimed) <= numbers_in(scored.evidence.quote)


def _yes_no(context: Context, draft: Draft) -> bool:
    phrase, about = fold(context.question.standalone), particular(context)
    of_pay = context.question.intent == "salary" and not _COMPARATIVE.search(phrase)
    if of_pay and not nouns_in(about, context.question):
        return False  # "überall gleich", "schlecht": of pay the figures tell
    kind = "need" if asks_without(context) else asking(context.question)
    verdict = verdicts(context, kind)
    if not verdict:
        return False
    lead, first, others = verdict
    if context.question.enters and not _OF_ENTERING & {*first.topics, *first.section_topics[:1]}:
        return False
    if asks_without(context):
        lead = lead_without(lead, first)
    elif not is_safe(context, kind, lead, first):
        lead = "unclear"
    language = context.question.language
    draft.say(direct_texts.LEAD[language][lead] + draft.quote(span_of(first)))
    if others:
        draft.say(direct_texts.MORE_EVIDENCE[language])
        for evidence in others:
            draft.item(span_of(evidence))
    return True


def verdicts(
    context: Context, asked: Asking | None = None
) -> tuple[str, Evidence, list[Evidence]] | None:
    """How a yes-or-no question is answered, the sentence that carries it, and further ones.

    Args:
        context: the question with its sentences.
        asked: what is asked of them; None for what the question's own words ask.

    Returns:
        None where no sentence is about just what is asked.
    """
    about = particular(context)
    if not about:
        return None
    kind = asked or asking(context.question)
    nouns = nouns_in(about, context.question)
    compares = bool(_COMPARATIVE.search(fold(context.question.standalone)))
    heard: list[tuple[float, Polarity, Evidence]] = []
    for scored in candidates(context):
        evidence = scored.evidence
        own = terms_of(evidence, about)
        share = said(about, own)
        if share < ENOUGH_SAID or any(noun.said_in(own) < ENOUGH_SAID for noun in nouns):
            continue
        if not right_country(evidence, context.question) or not _holds_numbers(scored, context):
            continue
        if compares and not _COMPARATIVE.search(fold(evidence.quote)):
            continue
        merit = share + scored.score
        heard.append((merit, polarity(evidence.quote, about, kind), evidence))
    if not heard:
        return None
    heard.sort(key=lambda item: -item[0])
    heard = heard[: MOST_QUOTES + 1]
    lead, carrier = _verdict(heard)
    others = [evidence for _, _, evidence in heard if evidence is not carrier]
    return lead, carrier, others[: MOST_QUOTES - 1]


def _verdict(heard: Sequence[tuple[float, Polarity, Evidence]]) -> tuple[str, Evidence]:
    """The lead, and the sentence that carries it.

    What is expressly no duty is none, whatever is usual. Only plain yes and plain no of different
    sources contradict each other; of one source the sentence nearest to the question counts.
    """
    by_kind: dict[Polarity, list[Evidence]] = {}
    for _, kind, evidence in heard:
        by_kind.setdefault(kind, []).append(evidence)
    if "not_compulsory" in by_kind:
        carrier = by_kind["not_compulsory"][0]
        required = [e for e in by_kind.get("yes", ()) if e.source.id != carrier.source.id]
        return ("mixed" if required else "not_compulsory"), carrier
    if "yes" in by_kind and "no" in by_kind:
        yes, no = by_kind["yes"][0], by_kind["no"][0]
        if yes.source.id != no.source.id:
            return "mixed", yes
    _, first, carrier = heard[0]
    if first in ("weak", "unclear") and "yes" in by_kind:
        return "yes", by_kind["yes"][0]
    return ("not_always" if first == "weak" else first), carrier
