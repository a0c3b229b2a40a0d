"""Whether the sources can answer a question at all, and if not, what they lack.

Its role, country and year must be covered, and so must the rates, ages and headcounts it asks
for. Beyond these many signs are weighed together (``doubt``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.answering.asked import is_telling
from bot.answering.careers.question import asks_where_to
from bot.answering.careers.steps import all_steps, onward
from bot.answering.context import Context
from bot.answering.covering.doubt import WORKING_POINT, doubt
from bot.answering.covering.figures import evidence_of, lacks_figure, lacks_set_figure
from bot.answering.covering.nouns import is_known, missing_nouns
from bot.answering.covering.roles import names_title, speaks_of
from bot.answering.direct.quantities import states_quantity
from bot.answering.evidence import Evidence
from bot.answering.matching.told import asked_in
from bot.dialogue import Question
from bot.domain import Reason
from bot.german import Vocabulary, fold, words
from bot.german.employment import english_terms, is_term
from bot.knowledge.facts.circumstances import countries_in
from bot.settings import DEFAULT_ENCODER

Lack = Literal[
    "nothing",
    "off_topic",
    "role",
    "mentioned_role",
    "country",
    "year",
    "figure",
    "next_step",
    "instruction",
    "legal_advice",
    "promise",
    "insult",
    "decision",
    "writing",
]

HOME = "DE"
"""The country that German sources speak of where they name none."""

_SETS_APART = re.compile(
    r"\b(?:anders als|unterschied\w*|unterscheid\w*|vergleich\w*|different from|difference|versus|"
    r"vs|compared)\b|\b(?:mehr|weniger|besser|\w+er) als (?:eine?[nm]? )"
)
_WHO_DID = re.compile(
    r"(?:wer (?:hat|hatte|war|waren|haben)|von wem wurden?|wie heiss(?:t|en) (?:der|die)|"
    r"wer (?:ist|sind) (?:der|die) \w+ste)\b"
)
_WHY_SO = re.compile(r"(?:warum|wieso|weshalb) (?:ist|sind|hat|haben)\b")
_MAKE = re.compile(r"[\w-]*(?:marken?|fabrikate?|hersteller|anbieter|programme?|modelle?|apps?)")
_WHICH = re.compile(r"\b(?:welche[snmr]?|was fur|which|what)\b")
# "Wer informiert den Vertriebschef?" asks who does it, not for that job.
_ADDRESSED = r"^(?:wer|who)\b.*\b(?:den|dem|einen|einem|the|an?) {title}"
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
    if question.intent == "matching":  # what asks for a person's profile needs no sentence
        asked = fold(asked_in(question.original))
        foreign = any(fold(title) in asked for title in question.unknown_roles)
        return _gap_of_roles(context) if foreign and not question.roles else None
    foreign_role = question.unknown_roles and not _only_addressed(question)
    if foreign_role and (not question.roles or _compares_unknown(context)):
        return _gap_of_roles(context)
    return (
        _gap_of_place_or_time(context)
        or (Gap("not_in_sources", "figure") if lacks_set_figure(context) else None)
        or (Gap("not_in_sources", "next_step") if _lacks_next_step(context) else None)
        or _gap_of_words(context, relevance < threshold, vocabulary)
    )


def _gap_of_roles(context: Context) -> Gap | None:
    """Nothing is lacking where a sentence has the role for its subject and is on the point."""
    question = context.question
    if any(speaks_of(e, question.unknown_roles) for e in evidence_of(context)):
        on_topic = any(
            speaks_of(e, question.unknown_roles) and _on_intent(e, question)
            for e in evidence_of(context)
        )
        if on_topic:
            return None
    mentioned = any(names_title(e, question.unknown_roles) for e in evidence_of(context))
    return Gap("not_in_sources", "mentioned_role" if mentioned else "role", question.unknown_roles)


def _only_addressed(question: Question) -> bool:
    asked = fold(question.standalone)
    titles = (re.escape(fold(title)) for title in question.unknown_roles)
    return all(re.search(_ADDRESSED.format(title=title), asked) for title in titles)


def _compares_unknown(context: Context) -> bool:
    """Whether a covered role is compared with one that no source names."""
    question = context.question
    if question.intent != "comparison" and not _SETS_APART.search(fold(question.standalone)):
        return False
    return not any(
        names_title(evidence, question.unknown_roles)
        for hit in context.hits
        for evidence in context.evidence.of(hit.passage)
    )


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
        for e in evidence_of(context)
    )


def _covers_year(context: Context, year: int) -> bool:
    question = context.question
    figures = (f for r in question.roles for f in context.profiles[r].salary)
    if question.intent == "salary" and any(f.year == year for f in figures):
        return True
    written = str(year)
    return any(written in e.tokens and _on_intent(e, question) for e in evidence_of(context))


def _lacks_next_step(context: Context) -> bool:
    """Whether it asks where to from a role of which no source tells a further step."""
    role = asks_where_to(context.question)
    if role is None:
        return False
    return not onward(all_steps(context.profiles.values()), role)


def _gap_of_words(context: Context, far: bool, vocabulary: Vocabulary) -> Gap | None:
    question = context.question
    about_work = bool(question.roles) or question.intent != "other"
    missing = missing_nouns(context, vocabulary)
    lacks_number = lacks_figure(context)
    if context.view.identity.model == DEFAULT_ENCODER:
        doubted = doubt(context, missing, lacks_figure=lacks_number, far=far) > WORKING_POINT
    else:  # cosines mean something else: words decide alone
        doubted = bool(missing) or lacks_number or _is_foreign(context)
    said_nothing = not question.focus and not about_work
    surely = (
        any(map(_is_set_term, missing))
        or _asks_who_did(context)
        or _asks_for_make(context, missing)
        or _claims_unheard(context)
    )
    if not (doubted or surely or said_nothing):
        return None
    if not about_work:
        return Gap("off_topic", "off_topic")
    if lacks_number and not missing:
        return Gap("not_in_sources", "figure")
    return Gap("not_in_sources", "nothing", missing)


def _is_set_term(noun: str) -> bool:
    """Whether it means one thing only, German or English: nothing says it in another way."""
    german = {word for said in english_terms(noun).values() for word in said}
    return any(map(is_term, (*words(noun), *german)))


def _asks_who_did(context: Context) -> bool:
    """Whether it asks who once did something, with a verb that the corpus lacks."""
    asked = fold(context.question.standalone)
    return bool(_WHO_DID.match(asked)) and bool(_unknown(context))


def _claims_unheard(context: Context) -> bool:
    """Whether it asks why something is so that no source speaks of: "warum sind alle blond"."""
    question = context.question
    if not _WHY_SO.match(fold(question.standalone)) or not question.roles:
        return False
    return bool(question.focus) and _is_unheard_of(context)


def _asks_for_make(context: Context, missing: tuple[str, ...]) -> bool:
    """Whether it asks for the name of a make or product by a word that the corpus lacks."""
    return any(_MAKE.fullmatch(fold(noun)) for noun in missing) and bool(
        _WHICH.search(fold(context.question.standalone))
    )


def _is_foreign(context: Context) -> bool:
    """Whether the corpus knows none of the words of a question that names no role."""
    return not context.question.roles and _is_unheard_of(context)


def _is_unheard_of(context: Context) -> bool:
    focus = [word for word in context.question.focus if is_telling(word)]
    return len(_unknown(context)) == len(focus)


def _unknown(context: Context) -> list[str]:
    question, keywords = context.question, context.evidence.keywords
    return [word for word in question.focus if is_telling(word) and not is_known(word, keywords)]
