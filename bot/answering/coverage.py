"""Whether the sources can answer a question at all, and if not, what they lack.

The relevance of the hits decides where a question names no role. Where it names one, what makes
the question particular must be covered for that role: its country, its year, each noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.answering.asked import asked_words, compound_parts, is_telling, known_ways, said
from bot.answering.asked_roles import names_title, speaks_of
from bot.answering.context import Context
from bot.answering.pointed import ENOUGH_SAID, nouns_in, particular, terms_of
from bot.answering.quantities import NO_FIGURE, states_quantity
from bot.dialogue import Question
from bot.domain import Reason
from bot.german import QUESTION_FILLERS, Vocabulary, fold, stem, words
from bot.index.keyword import KeywordIndex
from bot.knowledge.evidence import Evidence
from bot.knowledge.facts.circumstances import countries_in
from bot.knowledge.topics import is_topical

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

SAID_IN_OTHER_WORDS = 0.9
"""Cosine (multilingual-e5) from which a sentence says the same as a question without one of its
nouns, if it says the rest of what is asked. Foreign nouns alone ("London", "Rente") reach .91."""

_PRICE = re.compile(r"\b(?:wie teuer|was kosten?t?|wie ?viel kosten?t?|preis\w*|how expensive)\b")
_BY_TIME = re.compile(
    r"\b(?:(?P<hour>stundensatz\w*|stundensatze\w*|stundenlohn\w*|pro stunde|hourly)|"
    r"(?P<day>tagessatz\w*|tagessatze\w*|pro tag|daily))\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    if question.year and not _covers_year(context, question.year):
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
    asks_price = bool(_PRICE.search(fold(question.standalone)))
    wanted = question.kind in ("how_many", "how_much") or asks_price
    if not wanted or question.language != "de":
        return None
    if question.intent == "salary" and question.kind == "how_much" and not question.counted:
        return None
    focus = particular(context)
    nouns = nouns_in(focus, question)
    for evidence in _evidence(context):
        terms = terms_of(evidence, focus) | evidence.heading_terms
        on_it = all(noun.said_in(terms) >= ENOUGH_SAID for noun in nouns)
        if on_it and states_quantity(question, evidence):
            return None
    return Gap("not_in_sources", "figure")


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
    unknown = _unknown_nouns(context, far, vocabulary)
    if unknown is None:
        return foreign
    if unknown:
        return Gap(foreign.reason, foreign.lack, unknown) if about_work else foreign
    if question.roles:
        return None
    if not question.focus and not about_work:
        return foreign
    if question.language == "en":
        near = max(hit.window_cosine for hit in context.hits) >= MIN_COSINE_IN_ENGLISH
        return None if near else foreign
    return foreign if far else None


def _unknown_nouns(context: Context, far: bool, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """Nouns of the question that the corpus has no word for, as typed; None where it is foreign."""
    question, keywords = context.question, context.evidence.keywords
    focus = [w for w in question.focus if is_telling(w) and not _is_place_or_time(w, question)]
    if question.language != "de" or not focus:
        return ()
    unknown = [w for w in focus if not _is_known(w, keywords)]
    nouns = [
        word
        for word in focus
        if _is_noun(word, question.standalone)
        and (word in unknown or _is_foreign_noun(word, keywords, vocabulary))
    ]
    missing = [word for word in nouns if not _said_otherwise(context, word)]
    if missing:
        return tuple(_as_typed(word, question.standalone) for word in missing)
    if len(unknown) == len(focus) and question.intent == "other":
        near = max((scored.cosine for scored in context.scored), default=0.0)
        if not question.roles or near < SAID_IN_OTHER_WORDS:
            return None
    if question.roles:
        return ()
    return None if far and len(unknown) / len(focus) > 1 - MIN_KNOWN_SHARE else ()


def _is_place_or_time(word: str, question: Question) -> bool:
    """A country or year that has been looked at already."""
    return (question.country is not None and bool(countries_in(word))) or (
        question.year is not None and bool(_YEAR.fullmatch(word))
    )


def _is_known(word: str, keywords: KeywordIndex) -> bool:
    return (
        keywords.knows(word)
        or is_topical(word)
        or bool(known_ways(word, keywords) or compound_parts(word, keywords))
    )


def _is_foreign_noun(word: str, keywords: KeywordIndex, vocabulary: Vocabulary) -> bool:
    """A noun of which the corpus knows no more than a verb with the same stem."""
    return not (
        is_topical(word)
        or compound_parts(word, keywords)
        or vocabulary.has_noun(word)
        or known_ways(word, keywords) - {stem(word)}
    )


def _said_otherwise(context: Context, word: str) -> bool:
    """Whether a sentence says what is asked without this noun, with all else that is asked."""
    if _YEAR.fullmatch(word):
        return False
    rest = asked_words((w for w in context.question.focus if w != word), context.evidence.keywords)
    return any(
        scored.cosine >= SAID_IN_OTHER_WORDS and said(rest, scored.evidence.terms) > MIN_KNOWN_SHARE
        for scored in context.scored
    )


def _is_noun(folded: str, question: str) -> bool:
    """Whether a word of the question is a noun.

    German writes nouns with a capital. Where nothing but the start is a capital, the word
    behind an article that nothing follows is one, and so is any word at the end.
    """
    tokens = re.findall(r"[\w-]+", question)
    with_capitals = any(token[:1].isupper() for token in tokens[1:])
    for position, token in enumerate(tokens):
        if folded not in words(token):
            continue
        if with_capitals:
            return token[:1].isupper() and position > 0
        following = tokens[position + 1 : position + 2]
        return not following or fold(following[0]) in QUESTION_FILLERS
    return False


def _as_typed(folded: str, question: str) -> str:
    return next((t for t in re.findall(r"[\w-]+", question) if folded in words(t)), folded)


def _evidence(context: Context) -> Iterator[Evidence]:
    """The hits' sentences about the right role, whatever they score."""
    return (scored.evidence for scored in context.scored)
