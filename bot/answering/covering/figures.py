"""Whether the sources state the number that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.asked import AskedWord, known_ways, said
from bot.answering.context import Context
from bot.answering.direct.pointed import ENOUGH_SAID, nouns_in, particular, terms_of
from bot.answering.direct.quantities import NO_FIGURE, quantities, states_quantity
from bot.answering.evidence import Evidence
from bot.dialogue import written_out
from bot.german import fold

_PRICE = re.compile(
    r"\b(?:wie teuer|was kosten?t?|wie ?viel kosten?t?|preise?[ns]?|how expensive)\b"
)
_BY_TIME = re.compile(
    r"\b(?:(?P<hour>stundensatz\w*|stundensatze\w*|stundenlohn\w*|pro stunde|hourly)|"
    r"(?P<day>tagessatz\w*|tagessatze\w*|pro tag|daily))\b"
)
_AGE = re.compile(
    r"\b(?:wie alt|how old|welche[sm] alter|average age|age (?:of|limit)|altersgrenze)\b"
)
_AGE_TOLD = re.compile(r"\b(?:alter|jahre alt|jahrige?n?|lebensjahr\w*)\b")
_HEADCOUNT = re.compile(r"\bwie ?viele (?:\w+e )?(?:key[ -]?)?(?:account|kam|kundenbetreuer)")
# How long people stay with an employer, which no step of a career tells.
_EMPLOYER = (
    r"(?:firm(?:a|en)|unternehmen|arbeitgeber\w*|betrieb\w*|compan(?:y|ies)|employers?|firms?)"
)
_STAYING = re.compile(
    rf"\b(?:wie lange?|wie ?viele (?:jahre|monate))\b.*\b(?:bleib|verweil)\w*.*\b{_EMPLOYER}\b|"
    rf"\b(?:nach|alle) wie ?vielen? (?:jahren|monaten)\b.*\b(?:wechsel\w*|verlass\w*|kundig\w*)\b|"
    rf"\bhow (?:long|many years)\b.*\bstay\w*\b.*\b{_EMPLOYER}\b|"
    r"\b(?:betriebszugehorigkeit|verweildauer|tenure)\b"
)
_STAYING_TOLD = re.compile(
    rf"\b(?:bleib\w*|verweil\w*|wechsel\w*)\b.*\b{_EMPLOYER}\b|"
    rf"\b{_EMPLOYER}\b.*\b(?:bleib\w*|verweil\w*|wechsel\w*)\b|betriebszugehorigkeit|verweildauer"
)
WHICH_TOO = re.compile(r"\b(?:und|and) (?:welche|which|what)\b")
# An amount of something else than pay: "Wie hoch ist die Umsatzvorgabe?"
_AMOUNT_OF = re.compile(
    r"\w*(?:budget|vorgabe|ziel|quote|schwelle|limit|obergrenze|rabatt|nachlass|volumen)\w{0,2}\b"
)
_SHARE = re.compile(r"(?P<of>\w{4,})(?:anteil\w{0,2}|quote)")
_PERCENT = re.compile(r"%|Prozent")

ENOUGH_OF_THE_REST = 0.5
"""Share of a question's other words that a sentence must say."""


def lacks_set_figure(context: Context) -> bool:
    """Whether a rate by the hour or day, an age, a stay, a price or a headcount is lacking.

    Words for these are few, so nothing states them in another way.
    """
    question = context.question
    by_time = _BY_TIME.search(fold(question.standalone))
    if by_time and question.roles:
        return _lacks_rate(context, by_time.lastgroup or "")
    if _AGE.search(fold(question.standalone)):
        return not any(_AGE_TOLD.search(fold(e.quote)) for e in evidence_of(context))
    if _STAYING.search(fold(question.standalone)):
        return not any(_tells_of_staying(e) for e in evidence_of(context))
    if _PRICE.search(fold(question.standalone)):
        return lacks_figure(context)
    named = fold(written_out(question.standalone, context.catalogue))
    if question.language == "de" and question.roles and _HEADCOUNT.search(named):
        return not any(_counts_role(context, e) for e in evidence_of(context))
    return False


def lacks_figure(context: Context) -> bool:
    """Whether a number is asked for that no sentence seems to state.

    Pay has figures of its own, told apart elsewhere.
    """
    question = context.question
    asks_price = bool(_PRICE.search(fold(question.standalone)))
    wanted = question.kind in ("how_many", "how_much") or asks_price
    if not wanted or question.language != "de":
        return False
    if WHICH_TOO.search(fold(question.standalone)):  # a list tells how many
        return False
    focus = particular(context)
    nouns = nouns_in(focus, question)
    of_pay = question.intent == "salary" and question.kind == "how_much" and not question.counted
    if of_pay and not (nouns and _AMOUNT_OF.search(fold(question.standalone))):
        return False
    for evidence in evidence_of(context):
        terms = terms_of(evidence, focus) | evidence.heading_terms
        on_it = all(_says(noun, terms, evidence, context) for noun in nouns)
        share = any(_SHARE.fullmatch(noun.word) for noun in nouns)
        states = states_quantity(question, evidence)
        if on_it and (states or (share and _PERCENT.search(evidence.quote))):
            return False
    return True


def _says(noun: AskedWord, terms: frozenset[str], evidence: Evidence, context: Context) -> bool:
    """Whether a sentence says a noun; a share of something is told by a percentage of it."""
    if noun.said_in(terms) >= ENOUGH_SAID:
        return True
    whole = _SHARE.fullmatch(noun.word)
    if whole is None or not _PERCENT.search(evidence.quote):
        return False
    ways = known_ways(whole["of"].removesuffix("s"), context.evidence.keywords)
    return any(term.endswith(way) for way in ways for term in terms)


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
    return not rest or said(rest, terms) >= ENOUGH_OF_THE_REST


def _tells_of_staying(evidence: Evidence) -> bool:
    """Whether a sentence states how long people stay with an employer."""
    staying = _STAYING_TOLD.search(fold(evidence.quote))
    return bool(staying) and any(quantity.is_time for quantity in quantities(evidence.quote))


def _lacks_rate(context: Context, period: str) -> bool:
    """Pay by the hour or the day is covered by its figures, or by a word that there are none."""
    figures = (f for role in context.question.roles for f in context.profiles[role].salary)
    if any(figure.period == period for figure in figures):
        return False
    return not any(
        _BY_TIME.search(" ".join(e.tokens)) and NO_FIGURE.search(fold(e.quote))
        for e in evidence_of(context)
    )


def evidence_of(context: Context) -> Iterator[Evidence]:
    """The hits' sentences about the right role, whatever they score."""
    return (scored.evidence for scored in context.scored)
