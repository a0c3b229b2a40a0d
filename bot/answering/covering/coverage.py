"""Whether the sources can answer a question at all, and if not, what they lack.

The relevance of the hits decides where a question names no role. Where it names one, what makes
the question particular must be covered for that role: its country, its year, each noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.answering.asked import is_telling, said
from bot.answering.context import Context
from bot.answering.covering.nouns import is_known, missing_nouns
from bot.answering.covering.roles import names_title, speaks_of
from bot.answering.direct.pointed import ENOUGH_SAID, nouns_in, particular, terms_of
from bot.answering.direct.quantities import NO_FIGURE, quantities, states_quantity
from bot.answering.evidence import Evidence
from bot.dialogue import Question
from bot.domain import Reason
from bot.german import Vocabulary, fold, words
from bot.knowledge.facts.circumstances import countries_in

Lack = Literal[
    "nothing",
    "off_topic",
    "role",
    "mentioned_role",
    "country",
    "year",
    "figure",
    "instruction",
    "legal_advice",
    "promise",
    "insult",
]

HOME = "DE"
"""The country that German sources speak of where they name none."""


MIN_KNOWN_SHARE = 0.5
"""Share of the particular words that the corpus must know; below it the subject is foreign."""

MIN_COSINE_IN_ENGLISH = 0.79
"""English questions share no words with German sources: only their meaning counts. E5 cosines
are compressed: questions about the five articles lie above, foreign ones below."""

_PRICE = re.compile(
    r"\b(?:wie teuer|was kosten?t?|wie ?viel kosten?t?|preise?[ns]?|how expensive)\b"
)
_BY_TIME = re.compile(
    r"\b(?:(?P<hour>stundensatz\w*|stundensatze\w*|stundenlohn\w*|pro stunde|hourly)|"
    r"(?P<day>tagessatz\w*|tagessatze\w*|pro tag|daily))\b"
)
_AGE = re.compile(r"\b(?:wie alt|how old|welches alter)\b")
_AGE_TOLD = re.compile(r"\b(?:alter|jahre alt|jahrige?n?|lebensjahr\w*)\b")
_HEADCOUNT = re.compile(r"\bwie ?viele (?:\w+e )?(?:key[ -]?)?(?:account|kam|kundenbetreuer)")
_WHICH_TOO = re.compile(r"\b(?:und|and) (?:welche|which|what)\b")
_WHO_DID = re.compile(r"(?:wer (?:hat|hatte|war|waren|haben)|von wem wurden?)\b")
_BOUND = re.compile(
    r"\b(?:erst|seit|ab|vor|nach|bis|since|before|after|until)\s+(?:nach\s+|seit\s+|ab\s+|in\s+)?"
    r"(?:dem\s+jahr\s+|den\s+|the\s+year\s+)?(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a question is declined.

    Attributes:
        lack: what exactly is missing; each has a sentence of its own.
        named: what is missing, in the asker's words; empty where they don't tell.
    """

    reason: Reason
    lack: Lack
    named: tuple[str, ...] = ()


def refusal(question: Question) -> Gap | None:
    """A gap where a question wants something else than information; needs no search."""
    if question.request == "information":
        return None
    return Gap("refused", question.request)


def reason_to_decline(
    context: Context, relevance: float, threshold: float, vocabulary: Vocabulary
) -> Gap | None:
    """None where an answer may be tried.

    Args:
        context: the question with its hits.
        relevance: ``relevance_score`` of the hits.
        threshold: the working point, minus infinity to let words alone decide.
        vocabulary: the corpus's words, as written.
    """
    question = context.question
    if not context.hits or not words(question.standalone):
        return Gap("off_topic", "off_topic")
    if question.unknown_roles and not question.roles:
        return _gap_of_roles(context)
    if question.intent == "matching" and not question.roles:
        return Gap("not_in_sources", "nothing")
    return (
        _gap_of_place_or_time(context)
        or _gap_of_figure(context)
        or _gap_of_words(context, relevance < threshold, vocabulary)
    )


def _gap_of_roles(context: Context) -> Gap | None:
    """Nothing is lacking where a sentence has the role for its subject and is on the point."""
    question = context.question
    if any(speaks_of(e, question.unknown_roles) for e in _evidence(context)):
        on_topic = any(
            speaks_of(e, question.unknown_roles) and _on_intent(e, question)
            for e in _evidence(context)
        )
        if on_topic:
            return None
    mentioned = any(names_title(e, question.unknown_roles) for e in _evidence(context))
    return Gap("not_in_sources", "mentioned_role" if mentioned else "role", question.unknown_roles)


def _on_intent(evidence: Evidence, question: Question) -> bool:
    if question.intent == "salary":
        return evidence.states_pay
    if question.intent in ("qualifications", "career"):
        return question.intent in evidence.topics
    return True


def _gap_of_place_or_time(context: Context) -> Gap | None:
    question = context.question
    if question.country and not _covers_country(context, question.country):
        return Gap("not_in_sources", "country")
    claimed = question.intent != "salary" and _BOUND.search(fold(question.standalone))
    if question.year and not claimed and not _covers_year(context, question.year):
        return Gap("not_in_sources", "year")
    return None


def _covers_country(context: Context, country: str) -> bool:
    """Whether a fact or a sentence about the role states something of the country.

    German sources that name no country speak of Germany, as far as words go; a number that is
    asked for it must be stated for it.
    """
    question = context.question
    if question.intent == "salary":
        figures = [f for r in question.roles for f in context.profiles[r].salary]
        if any(f.country == country for f in figures):
            return True
        if country == HOME and any(f.country is None and f.currency == "EUR" for f in figures):
            return True
    elif country == HOME and question.kind not in ("how_many", "how_much"):
        return True
    return any(
        country in {m.value for m in countries_in(e.quote)}
        and (question.intent != "salary" or e.states_pay)
        and (question.kind != "how_many" or states_quantity(question, e))
        for e in _evidence(context)
    )


def _covers_year(context: Context, year: int) -> bool:
    question = context.question
    figures = (f for r in question.roles for f in context.profiles[r].salary)
    if question.intent == "salary" and any(f.year == year for f in figures):
        return True
    written = str(year)
    return any(written in e.tokens and _on_intent(e, question) for e in _evidence(context))


def _gap_of_figure(context: Context) -> Gap | None:
    """A number that no sentence states. Pay has figures of its own, told apart elsewhere."""
    question = context.question
    by_time = _BY_TIME.search(fold(question.standalone))
    if by_time and question.roles:
        return _gap_of_rate(context, by_time.lastgroup or "")
    if _AGE.search(fold(question.standalone)):
        told = any(_AGE_TOLD.search(fold(e.quote)) for e in _evidence(context))
        return None if told else Gap("not_in_sources", "figure")
    asks_price = bool(_PRICE.search(fold(question.standalone)))
    wanted = question.kind in ("how_many", "how_much") or asks_price
    if not wanted or question.language != "de":
        return None
    if _WHICH_TOO.search(fold(question.standalone)):  # a list tells how many
        return None
    if question.intent == "salary" and question.kind == "how_much" and not question.counted:
        return None
    if question.roles and _HEADCOUNT.search(fold(question.standalone)):
        counted = any(_counts_role(context, e) for e in _evidence(context))
        return None if counted else Gap("not_in_sources", "figure")
    focus = particular(context)
    nouns = nouns_in(focus, question)
    for evidence in _evidence(context):
        terms = terms_of(evidence, focus) | evidence.heading_terms
        on_it = all(noun.said_in(terms) >= ENOUGH_SAID for noun in nouns)
        if on_it and states_quantity(question, evidence):
            return None
    return Gap("not_in_sources", "figure")


def _counts_role(context: Context, evidence: Evidence) -> bool:
    """Whether a sentence counts people of the role, "zwei Key Account Manager", as asked."""
    labels = (
        label
        for role in context.catalogue.roles
        if role.id in context.question.roles
        for label in (role.preferred_label, *role.alt_labels, *role.abbreviations)
    )
    starts = {re.split(r"[\s-]", fold(label))[0] for label in labels}
    if not any(quantity.unit.split("-")[0] in starts for quantity in quantities(evidence.quote)):
        return False
    rest = particular(context)
    terms = evidence.terms | evidence.heading_terms
    return not rest or said(rest, terms) >= MIN_KNOWN_SHARE


def _gap_of_rate(context: Context, period: str) -> Gap | None:
    """Pay by the hour or the day is covered by its figures, or by a word that there are none."""
    figures = (f for role in context.question.roles for f in context.profiles[role].salary)
    if any(figure.period == period for figure in figures):
        return None
    if any(
        _BY_TIME.search(" ".join(e.tokens)) and NO_FIGURE.search(fold(e.quote))
        for e in _evidence(context)
    ):
        return None
    return Gap("not_in_sources", "figure")


def _gap_of_words(context: Context, far: bool, vocabulary: Vocabulary) -> Gap | None:
    question = context.question
    about_work = bool(question.roles) or question.intent != "other"
    foreign = Gap("not_in_sources", "nothing") if about_work else Gap("off_topic", "off_topic")
    missing = missing_nouns(context, vocabulary)
    if missing:
        return Gap(foreign.reason, foreign.lack, missing) if about_work else foreign
    if _is_foreign(context, far):
        return foreign
    if question.roles:
        return None
    if not question.focus and not about_work:
        return foreign
    if question.language == "en":
        near = max(hit.window_cosine for hit in context.hits) >= MIN_COSINE_IN_ENGLISH
        return None if near else foreign
    return foreign if far else None


def _is_foreign(context: Context, far: bool) -> bool:
    """Whether the corpus knows too few of a question's words, beside the nouns.

    Where it knows the role, an unknown verb or adjective may say a known thing; who once did
    something is told by a sentence with that verb or not at all.
    """
    question, keywords = context.question, context.evidence.keywords
    focus = [word for word in question.focus if is_telling(word)]
    unknown = [word for word in focus if not is_known(word, keywords)]
    if question.language != "de" or not unknown:
        return False
    if question.roles:
        return bool(_WHO_DID.match(fold(question.standalone)))
    if len(unknown) == len(focus) and question.intent == "other":
        return True
    return far and len(unknown) / len(focus) > 1 - MIN_KNOWN_SHARE


def _evidence(context: Context) -> Iterator[Evidence]:
    """The hits' sentences about the right role, whatever they score."""
    return (scored.evidence for scored in context.scored)
