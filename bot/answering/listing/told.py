"""What sources tell, as candidates for a list: a sentence with what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.quotable import orders_a_machine
from bot.domain import Intent, Source
from bot.facts import Span
from bot.knowledge.profiles import RoleProfile
from bot.passages.sentences import BULLET

MOST_TOLD = 240
"""So many sentences are compared with each other at most: those of the best hits first."""

SHORTEST, LONGEST = 4, 26
"""Words of a quote that reads well in a list."""

_NEVER_QUOTED_END = (":", "?")
_MOST_WORDS_OF_AN_ITEM = 2
_PRONOUN = re.compile(r"^(?:\W*\w+\W+){0,4}(?:er|sie|ihm|ihn|seine[nrms]?|ihre[nrms]?)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence or list item of a source.

    Attributes:
        text: its words.
        roles: ids of the roles it is about; empty where nothing tells.
        section: headings above it.
        topics: what it shows by its own words; ``section_topics`` what its headings announce.
        leans: it points back to the sentence before it.
        terms: stems of its content words, less those of roles' names.
        heading_terms: the same for the headings above it.
        is_item: its author made it an item of a list.
    """

    span: Span
    text: str
    roles: frozenset[str]
    section: tuple[str, ...]
    topics: tuple[Intent, ...]
    section_topics: tuple[Intent, ...]
    leans: bool
    terms: frozenset[str]
    heading_terms: frozenset[str]
    is_item: bool

    @property
    def source_id(self) -> str:
        """Where it is told."""
        return self.span.source_id

    @property
    def reads_well(self) -> float:
        """How well it can be read by itself in a list, 0 to 1."""
        words = len(self.text.split())
        merit = 0.55 if self.leans else 1.0
        if words > LONGEST:
            merit *= max(0.5, LONGEST / words)
        return merit if words >= SHORTEST else 0.8 * merit


def told_in(context: Context, spans: Iterable[Span]) -> list[Told]:
    """The sentences that can be quoted, without repeats, in the order given.

    Where there are more than ``MOST_TOLD``, those in the question's best hits stay.
    """
    distinct = list(dict.fromkeys(spans))
    if len(distinct) > MOST_TOLD:
        rank = {hit.passage.id: number for number, hit in enumerate(context.hits)}
        places = {
            s: rank.get(context.view.passage_at(s.source_id, s.start).id, len(rank))
            for s in distinct
        }
        kept = set(sorted(distinct, key=lambda s: places[s])[:MOST_TOLD])
        distinct = [span for span in distinct if span in kept]
    names = context.catalogue.name_stems()
    read = (_read(context, span, names) for span in distinct)
    return [told for told in read if told is not None and not orders_a_machine(told.text)]


def told_by(context: Context, found: Iterable[Evidence]) -> list[Told]:
    """Sentences that retrieval found, as candidates, in the order given."""
    names = context.catalogue.name_stems()
    return [_of(e, names) for e in found if not orders_a_machine(e.quote)]


def _of(evidence: Evidence, names: frozenset[str]) -> Told:
    span = Span(evidence.source.id, evidence.sentence.start, evidence.sentence.end)
    section = evidence.source.section_at(span.start)
    return Told(
        span=span,
        text=evidence.quote,
        roles=evidence.roles,
        section=section.path if section else (),
        topics=evidence.topics,
        section_topics=evidence.section_topics,
        leans=evidence.leans_on_context
        or (not evidence.named and bool(_PRONOUN.search(evidence.quote))),
        terms=evidence.terms - names,
        heading_terms=evidence.heading_terms - names,
        is_item=_is_item(evidence.source, span),
    )


def _read(context: Context, span: Span, names: frozenset[str]) -> Told | None:
    passage = context.view.passage_at(span.source_id, span.start)
    for evidence in context.evidence.of(passage):
        if evidence.sentence.start == span.start:
            return _of(evidence, names)
    source = context.view.sources[span.source_id]
    text = source.text[span.start : span.end]
    # "Belastbarkeit" is too short for a sentence and still a whole item of a list.
    if len(text.split()) > _MOST_WORDS_OF_AN_ITEM or text.endswith(_NEVER_QUOTED_END):
        return None
    section = source.section_at(span.start)
    keywords = context.evidence.keywords
    return Told(
        span=span,
        text=text,
        roles=frozenset(),
        section=section.path if section else (),
        topics=(),
        section_topics=(),
        leans=False,
        terms=frozenset(keywords.terms(text)) - names,
        heading_terms=frozenset(keywords.terms(" ".join(section.path if section else ()))) - names,
        is_item=_is_item(source, span),
    )


def _is_item(source: Source, span: Span) -> bool:
    return source.text[max(0, span.start - len(BULLET)) : span.start] == BULLET


def without_orders(context: Context, profile: RoleProfile) -> RoleProfile:
    """A profile less the facts on pay and careers that stand in orders to a machine."""

    def kept(span: Span) -> bool:
        text = context.view.sources[span.source_id].text
        return not orders_a_machine(text[span.start : span.end])

    return replace(
        profile,
        salary=tuple(figure for figure in profile.salary if kept(figure.span)),
        pay_notes=tuple(note for note in profile.pay_notes if kept(note.span)),
        career=tuple(step for step in profile.career if kept(step.span)),
        differences=tuple(d for d in profile.differences if kept(d.span)),
    )
