"""Numbers that answer directly: how many, how long, how much, since when, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering.asked import AskedWord, said
from bot.answering.comparing.aspects import aspects_named
from bot.answering.context import Context
from bot.answering.direct import texts as direct_texts
from bot.answering.direct.pointed import (
    ENOUGH_SAID,
    MIN_END,
    candidates,
    nouns_in,
    particular,
    right_country,
    span_of,
    terms_of,
)
from bot.answering.direct.quantities import Quantity, counted_in, quantities
from bot.answering.draft import Draft, escape
from bot.answering.evidence import Evidence
from bot.facts import Span
from bot.german import fold, stem, words
from bot.knowledge.profiles import date_of

MOST_PHRASES = 3
MOST_QUOTES = 4

BY_ASPECT = 0.8
"""Share that counts as said by a sentence which speaks of what is asked in other words."""

_YEARS = re.compile(
    r"(?:\b(?:seit|in den|im jahr|schon in den)\s+)?(?:19|20)\d\d(?:er)?(?:[ -]jahren?)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bab (?:welche[mnr]|wie ?viel\w*)\b|\bfrom what\b")
_AT_LEAST = re.compile(r"\b(?:ab|uber|mehr als|mindestens|wenigstens)\b")
_HE = re.compile(
    r"\b(?:er|sie|man|(?:die|diese[rn]?|der|dieser) (?:position|rolle|stelle|job|beruf))\b",
    re.IGNORECASE,
)
# "Drei bis zehn Kunden bringen …": these do something themselves, they are nobody's.
_OPENS = re.compile(r"(?:^|[:;–—-]\s)\W*$")
_IF = re.compile(r"\b(?:[Ww]enn|[Ff]alls|[Ss]ofern)\b[^,]*$")
_EXAMPLE = re.compile(r"\b(?:fall)?beispiel\w*|\bexamples?\b")


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number as a sentence writes it.

    Attributes:
        evidence: the sentence.
        phrase: the number with what it counts, word for word.
        values: the least and the most; (0, 0) for a year.
        merit: how well the sentence fits, comparable within one question.
    """

    evidence: Evidence
    phrase: str
    values: tuple[float, float]
    merit: float

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return span_of(self.evidence)


def number_phrases(
    context: Context,
    fits: Callable[[Quantity], bool],
    about: Sequence[AskedWord] | None = None,
) -> list[NumberPhrase]:
    """Sentences that state the number which is asked for, best first.

    Args:
        context: its question tells role, level, country and what the number is of.
        fits: whether a number is of the kind that is asked for.
        about: what the sentence must say beside it; None for what the question says.
    """
    question = context.question
    about = particular(context) if about is None else about
    nouns = nouns_in(about, question)
    counted = counted_in(question)
    named = aspects_named(question.focus)
    wants_example = bool(_EXAMPLE.search(fold(question.standalone)))
    found = []
    for scored in candidates(context):
        evidence = scored.evidence
        if not right_country(evidence, question) or evidence.states_pay:
            continue
        own = terms_of(evidence, about)
        terms = own | evidence.heading_terms
        share = said(about, own)
        # "bis er produktiv arbeitet" is about the Einarbeitung that is asked for.
        meant = {w for asked, p in named if p.search(fold(evidence.quote)) for w in asked}
        if meant:
            share = max(share, BY_ASPECT)
        if any(n.said_in(terms) < ENOUGH_SAID for n in nouns if n.word not in meant):
            continue
        of_level = bool(question.seniority) and question.kind == "how_long"
        if not (counted or nouns or of_level or (about and share >= ENOUGH_SAID)):
            continue
        if not (evidence.named or _HE.search(evidence.quote)):
            continue
        quantity = next((q for q in _stated(evidence, about, context) if fits(q)), None)
        if quantity is None:
            continue
        example = bool(_EXAMPLE.search(" ".join((*evidence.tokens, fold(evidence.section or "")))))
        merit = share + scored.score + 0.5 * (quantity.low != quantity.high)
        merit -= 1.0 * (example and not (wants_example or (nouns and share > ENOUGH_SAID)))
        values = (quantity.low, quantity.high)
        found.append(NumberPhrase(evidence, quantity.text.strip(), values, merit))
    return sorted(found, key=lambda f: -f.merit)


def year_phrases(context: Context) -> list[NumberPhrase]:
    """Years in sentences about what is asked, best first."""
    found = []
    for scored in candidates(context):
        match = _YEARS.search(scored.evidence.quote)
        if match:
            phrase = match.group().strip()
            found.append(NumberPhrase(scored.evidence, phrase, (0, 0), scored.score))
    return sorted(found, key=lambda f: -f.merit)


def write_phrases(found: Sequence[NumberPhrase], context: Context, draft: Draft) -> bool:
    """The best phrase of each source; the same numbers of several sources are said once."""
    if not found:
        return False
    language = context.question.language
    first = found[0]
    chosen = [first]
    for other in found[1:]:
        sources = {f.evidence.source.id for f in chosen}
        if other.evidence.source.id not in sources and len(chosen) < MOST_PHRASES:
            chosen.append(other)
    chosen.sort(key=lambda f: date_of(f.evidence.source) or "", reverse=True)
    by_value: dict[tuple[float, float] | str, list[NumberPhrase]] = {}
    for item in chosen:
        key = item.values if item.values != (0, 0) else item.phrase
        by_value.setdefault(key, []).append(item)
    told = ""
    for same in by_value.values():
        phrase = escape(same[0].phrase)
        marker = draft.marker(*(item.span for item in same))
        if told:
            told += f"{direct_texts.OTHER_SOURCE[language].format(phrase=phrase)} {marker}"
        else:
            told = f"{phrase[:1].upper()}{phrase[1:]} {marker}"
    draft.say(f"{told}.")
    draft.say(direct_texts.EVIDENCE[language])
    also = [f for f in found[:MOST_QUOTES] if f.merit > first.merit - 1]
    _quote_all([*chosen, *also], draft)
    return True


def _stated(evidence: Evidence, about: Sequence[AskedWord], context: Context) -> Iterable[Quantity]:
    """A sentence's numbers of what is asked: in a clause with the role, of no other thing."""
    phrase = fold(context.question.standalone)
    for quantity in quantities(evidence.quote):
        before = evidence.quote[: quantity.start]
        if _IF.search(before):
            continue
        if counted_in(context.question) and _OPENS.search(before):
            rest = re.split(r"[,;.]", evidence.quote[quantity.end :])[0]
            if not context.catalogue.mentions(rest):
                continue
        near = fold(" ".join([*before.split()[-4:], quantity.text]))
        if _FROM.search(phrase) and not _AT_LEAST.search(near):
            continue
        if (
            quantity.is_time
            and quantity.of
            and not any(_is_of(quantity.of, word) for word in about)
        ):
            continue
        yield quantity


def _is_of(phrase: str, asked: AskedWord) -> bool:
    """Whether "Berufserfahrung" behind a number is the "Erfahrung" that is asked about."""
    stems = frozenset(map(stem, words(phrase)))
    ends = (s.endswith(way) for s in stems for way in asked.ways if len(way) >= MIN_END)
    return bool(asked.said_in(stems)) or any(ends)


def _quote_all(found: Iterable[NumberPhrase], draft: Draft) -> None:
    for span in dict.fromkeys(item.span for item in found):
        draft.item(span)
