"""Claims that a question takes for granted: confirmed or put right with the sources.

A figure that is claimed and that no source has is never repeated; the figures there are answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.asked import asked_words, said
from bot.answering.context import Context
from bot.answering.direct import texts as direct_texts
from bot.answering.direct.answer import verdicts
from bot.answering.direct.numbers import number_phrases
from bot.answering.direct.pointed import ENOUGH_SAID, nouns_in, particular, span_of
from bot.answering.direct.quantities import Quantity
from bot.answering.draft import Draft
from bot.answering.grounding import numbers_in
from bot.answering.pay.comparison import pay_verdict
from bot.dialogue import Premise
from bot.facts import SalaryFigure, Span
from bot.german import fold, stem

MOST_SHOWN = 4
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?=er\b|\b)")
_DATE = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZJ]\w+)\s?\d{4}|veröffentlich|aktualisier|Stand")
_LESS = re.compile(
    r"\b(?:weniger|niedriger\w*|geringer\w*|kurzer\w*|schlechter\w*|less|lower|fewer)\b"
)
_VARIABLE = re.compile(r"bonus|boni|variab\w*|provision\w*|pramie\w*|commission")
_CLAIMS = re.compile(r"\b(?:stimmt|wahr|richtig|warum|wieso|weshalb|why|true)\b")
_LASTS = re.compile(r"\b(?:langer\w*|kurzer\w*|dauer\w*|longer|shorter)\b")
_LEAVE = re.compile(r"\b(?:durfen|darf|may|allowed)\b")
_REASON = re.compile(r"\b(?:spiegel\w*|weil|deshalb|grunde?n?|liegt an|aufgrund|wegen)\b")


def build_premise(context: Context, draft: Draft) -> bool:
    """Puts a claim right or confirms it; False where the sources tell nothing about it."""
    if _claimed_numbers(context, draft):
        return True
    premise = context.question.premise
    if premise is None:
        return False
    if premise.kind in ("pays_more", "more") and premise.other:
        return _pays_more(context, premise, premise.other, draft)
    if premise.kind in ("requires", "not_required"):
        return _requires(context, premise, draft)
    if premise.kind == "same" and premise.other:
        return _same(context, premise, premise.other, draft)
    return premise.kind == "states" and _states(context, premise, draft)


def _claimed_numbers(context: Context, draft: Draft) -> bool:
    """Figures and years that the question claims, where it asks why or whether."""
    question = context.question
    claimed = numbers_in(question.standalone)
    if not claimed or not _CLAIMS.search(fold(question.standalone)):
        return False
    if question.intent == "salary" and question.roles:
        return _claimed_pay(context, draft, {float(number) for number in claimed})
    if _YEAR.search(question.standalone):
        return _claimed_year(context, draft)
    return False


def _claimed_pay(context: Context, draft: Draft, claimed: set[float]) -> bool:
    question = context.question
    figures = [
        figure
        for role in question.roles
        for figure in context.profiles[role].salary
        if question.seniority in (None, figure.seniority)
        and question.country in (None, figure.country)
    ]
    if not figures:
        return False
    texts = direct_texts.PREMISE[question.language]
    borne_out = [
        f for f in figures if claimed & {f.min, f.max, f.mean, f.median} and _holds(f, claimed)
    ]
    if borne_out:
        draft.say(texts["confirmed"] + draft.quote(borne_out[0].span))
    else:
        draft.say(texts["unproven_pay"])
    spans = dict.fromkeys(f.span for f in (*borne_out, *figures))
    rest = list(spans)[1:] if borne_out else list(spans)
    _list(rest, draft)
    return True


def _holds(figure: SalaryFigure, claimed: set[float]) -> bool:
    """Whether every claimed amount is one of the figure's."""
    return claimed <= {v for v in (figure.min, figure.max, figure.mean, figure.median) if v}


def _claimed_year(context: Context, draft: Draft) -> bool:
    """Sentences with a year of their own that are nearest to the claim."""
    question = context.question
    claimed = set(_YEAR.findall(question.standalone))
    dated = [
        scored
        for scored in context.scored
        if _YEAR.search(scored.evidence.quote)
        and not _DATE.search(scored.evidence.quote)
        and (not question.roles or scored.evidence.roles & set(question.roles))
        and not scored.evidence.states_pay
    ]
    if not dated:
        return False
    best = max(dated, key=lambda s: s.score)
    texts = direct_texts.PREMISE[question.language]
    found = set(_YEAR.findall(best.evidence.quote))
    lead = texts["confirmed"] if claimed <= found else texts["not_so"]
    draft.say(lead + draft.quote(span_of(best.evidence)))
    return True


def _pays_more(context: Context, premise: Premise, other: str, draft: Draft) -> bool:
    """One role is said to have more of something than another: of pay, a bonus, customers."""
    about = " ".join((*premise.about, fold(context.question.standalone)))
    less = bool(_LESS.search(about))
    if _VARIABLE.search(about):
        return _compare_shares(context, premise, other, draft, less=less)
    if context.question.intent != "salary":
        return _compare_numbers(context, premise, other, draft, less=less)
    first, second = context.profiles[premise.subject].salary, context.profiles[other].salary
    verdict = pay_verdict(first, second)
    texts = direct_texts.PREMISE[context.question.language]
    higher = verdict.higher if verdict else None
    claimed = other if less else premise.subject
    if verdict and higher == claimed:
        return _confirm_pay(context, claimed, verdict.spans, draft)
    if verdict and higher is not None:
        draft.say(texts["other_way"] + draft.quote(verdict.spans[0]))
        _list((*verdict.spans[1:], *_reasons(context, higher)), draft)
        return True
    figures = [*first[: MOST_SHOWN - 1], *second[: MOST_SHOWN - 1]]
    if not figures:
        return False
    draft.say(texts["unproven_pay"])
    _list((figure.span for figure in figures), draft)
    return True


def _confirm_pay(context: Context, higher: str, spans: Sequence[Span], draft: Draft) -> bool:
    """The reason first where it is asked for and given, then what bears the claim out."""
    reasons = _reasons(context, higher) if context.question.kind == "why" else ()
    texts = direct_texts.PREMISE[context.question.language]
    if reasons:
        draft.say(draft.quote(reasons[0]))
    draft.say(texts["confirmed"] + draft.quote(spans[0]))
    _list((*spans[1:], *reasons[1:]), draft)
    return True


def _reasons(context: Context, role: str) -> list[Span]:
    """Sentences on pay that give a reason and name the role that is paid more."""
    found = [
        scored
        for scored in context.scored
        if role in scored.evidence.roles
        and "salary" in (*scored.evidence.topics, *scored.evidence.section_topics)
        and _REASON.search(fold(scored.evidence.quote))
        and not scored.evidence.states_pay
    ]
    return [span_of(scored.evidence) for scored in found[:2]]


def _compare_shares(
    context: Context, premise: Premise, other: str, draft: Draft, *, less: bool
) -> bool:
    """Variable parts of pay that the sources state in percent for both roles."""
    notes = [
        next((n for n in context.profiles[role].pay_notes if n.share_min is not None), None)
        for role in (premise.subject, other)
    ]
    first, second = notes
    if first is None or second is None:
        return False
    return _say_comparison(
        context,
        (_bounds(first.share_min, first.share_max), first.span),
        (_bounds(second.share_min, second.share_max), second.span),
        draft,
        less=less,
    )


def _compare_numbers(
    context: Context, premise: Premise, other: str, draft: Draft, *, less: bool
) -> bool:
    """Counted things and lengths of time that the sources state for both roles."""
    words = asked_words(premise.about or context.question.focus, context.evidence.keywords)
    about = nouns_in(words, context.question)
    ways = {way for word in about for way in word.ways}

    lasts = bool(_LASTS.search(fold(context.question.standalone)))

    def fits(quantity: Quantity) -> bool:
        if lasts:
            return quantity.is_time
        unit = stem(quantity.unit)
        return any(unit.endswith(way) for way in ways if len(way) > 3)

    best = []
    for role in (premise.subject, other):
        counted = None if lasts or not about else about[0].word
        asked = replace(context.question, roles=(role,), kind="how_many", counted=counted)
        phrases = number_phrases(replace(context, question=asked), fits, words)
        if not phrases:
            return False
        best.append((phrases[0].values, phrases[0].span))
    return _say_comparison(context, best[0], best[1], draft, less=less)


def _say_comparison(
    context: Context,
    subject: tuple[tuple[float, float], Span],
    other: tuple[tuple[float, float], Span],
    draft: Draft,
    *,
    less: bool,
) -> bool:
    """A conclusion only where the ranges don't overlap."""
    texts = direct_texts.PREMISE[context.question.language]
    (low, high), span = subject
    (other_low, other_high), other_span = other
    more, fewer = low >= other_high, high <= other_low
    if more == fewer:
        draft.say(texts["unproven"])
        _list((span, other_span), draft)
        return True
    right = fewer if less else more
    draft.say(texts["confirmed" if right else "other_way"] + draft.quote(span))
    _list((other_span,), draft)
    return True


def _bounds(low: float | None, high: float | None) -> tuple[float, float]:
    least = low if low is not None else 0.0
    return least, high if high is not None else float("inf")


def _requires(context: Context, premise: Premise, draft: Draft) -> bool:
    """Something is said to be needed, or not to be: the sentences on it decide."""
    verdict = verdicts(context, asked="need")
    if verdict is None:
        return False
    lead, carrier, others = verdict
    needed = lead in ("yes", "not_freely")
    open_to_doubt = lead in ("mixed", "unclear", "often")
    if open_to_doubt:
        return False
    right = needed == (premise.kind == "requires")
    texts = direct_texts.PREMISE[context.question.language]
    draft.say(texts["confirmed" if right else "not_so"] + draft.quote(span_of(carrier)))
    _list(map(span_of, others), draft)
    return True


def _states(context: Context, premise: Premise, draft: Draft) -> bool:
    """Some other claim: a leave that isn't given, or what is said of another role alone."""
    texts = direct_texts.PREMISE[context.question.language]
    if _LEAVE.search(fold(context.question.standalone)):
        verdict = verdicts(context, asked="allowed")
        if verdict is None or verdict[0] not in ("not_freely", "no"):
            return False
        draft.say(texts["not_so"] + draft.quote(span_of(verdict[1])))
        _list(map(span_of, verdict[2]), draft)
        return True
    about = nouns_in(particular(context), context.question)
    if not about or any(
        said(about, s.evidence.terms) > ENOUGH_SAID and premise.subject in s.evidence.roles
        for s in context.scored
    ):
        return False
    everybody = replace(context, question=replace(context.question, roles=()))
    others = [
        s
        for s in everybody.scored
        if said(about, s.evidence.terms) > ENOUGH_SAID
        and s.evidence.roles
        and premise.subject not in s.evidence.roles
    ]
    if not others:
        return False
    other = others[0].evidence
    own = [s.evidence for s in context.scored if s.evidence.roles == {premise.subject}]
    beside = [e for e in own if (e.source.id, e.section) == (other.source.id, other.section)]
    if not beside:
        return False
    draft.say(texts["unproven"])
    _list(map(span_of, (*beside[:2], other)), draft)
    return True


def _same(context: Context, premise: Premise, other: str, draft: Draft) -> bool:
    """Two roles are said to be the same: sentences that set them apart put it right."""
    apart = [
        difference.span
        for difference in context.profiles[premise.subject].differences
        if other in difference.roles
    ]
    if not apart:
        return False
    about = particular(context)
    by_span = {span_of(s.evidence): said(about, s.evidence.terms) for s in context.scored}
    apart.sort(key=lambda span: -by_span.get(span, 0.0))
    texts = direct_texts.PREMISE[context.question.language]
    draft.say(texts["not_so"] + draft.quote(apart[0]))
    _list(apart[1:MOST_SHOWN], draft)
    return True


def _list(spans: Iterable[Span], draft: Draft) -> None:
    for span in list(dict.fromkeys(spans))[: 2 * MOST_SHOWN]:
        draft.item(span)
