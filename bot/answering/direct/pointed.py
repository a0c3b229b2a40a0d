"""Sentences about just what is asked: the right role, level and country, and its very words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering.asked import AskedWord, asked_words
from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.scoring import Scored
from bot.dialogue import Question
from bot.facts import Span
from bot.german import fold
from bot.knowledge.facts.circumstances import countries_in
from bot.knowledge.facts.levels import level_of

ENOUGH_SAID = 0.6
"""Share of what is asked that a sentence must say to answer by yes or no."""

MIN_END = 5
"""Letters from which the end of a word is taken for the last part of a compound."""

_UNITS = re.compile(
    r"prozent\w*|euro|jahre?n?s?|monate?n?|stunden?|tage?n?|stimmt|immer|wirklich|wahr|weit|"
    r"long|takes?|get|there|without"
)


def span_of(evidence: Evidence) -> Span:
    """Where a sentence stands."""
    return Span(evidence.source.id, evidence.sentence.start, evidence.sentence.end)


def candidates(context: Context) -> Iterable[Scored]:
    """Sentences about just the role, level and country that are asked about, best first."""
    question = context.question
    for scored in context.scored:
        if _right_role(scored.evidence, question) and _right_level(scored.evidence, question):
            yield scored


def particular(context: Context) -> tuple[AskedWord, ...]:
    """What the question is about beside roles, numbers and places."""
    question = context.question
    telling = (
        word
        for word in question.focus
        if word != question.counted and not word[0].isdigit() and not _UNITS.fullmatch(word)
    )
    return asked_words((w for w in telling if not countries_in(w)), context.evidence.keywords)


def nouns_in(about: Sequence[AskedWord], question: Question) -> list[AskedWord]:
    """Those words that the question writes as nouns, behind its first word."""
    capitals = {
        fold(token) for token in re.findall(r"[\w]+", question.standalone)[1:] if token[0].isupper()
    }
    return [word for word in about if word.word in capitals]


def terms_of(evidence: Evidence, about: Sequence[AskedWord]) -> frozenset[str]:
    """Stems of a sentence, with those that only end a compound: "Gesamtumsatz" says "Umsatz"."""
    ends = {
        way
        for word in about
        for way in word.ways
        if len(way) >= MIN_END and any(term.endswith(way) for term in evidence.terms)
    }
    return evidence.terms | ends


def right_country(evidence: Evidence, question: Question) -> bool:
    """Whether a sentence names the country that is asked about, if any is."""
    return question.country is None or question.country in {
        mention.value for mention in countries_in(evidence.quote)
    }


def _right_role(evidence: Evidence, question: Question) -> bool:
    asked = set(question.roles)
    if not asked:
        return True
    return evidence.roles == asked or (question.intent == "career" and asked <= evidence.roles)


def _right_level(evidence: Evidence, question: Question) -> bool:
    level = level_of(evidence.quote)
    if question.seniority is None and question.intent == "career":
        return True
    return level == question.seniority
