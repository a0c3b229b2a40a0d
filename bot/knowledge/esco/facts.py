"""What an occupation's text states, read back line by line.

The text is ours (``sources``), so nothing has to be understood: a heading says what the lines
below it are. Read from the text and not from the export, facts need no room in an index, and are
there as well when it is rebuilt without the export at hand.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from bot.domain import Source
from bot.facts import Duty, NamedFact, Requirement, RequirementKind, SourceFacts, Span
from bot.knowledge.esco.gendered import forms_of
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.sources import DUTIES, ESSENTIAL, IN_ENGLISH, NAMES, OPTIONAL, PLACE
from bot.knowledge.titles import slug
from bot.passages.sentences import BULLET, split_sentences

KEPT = 256
"""Occupations whose facts are kept in memory; those of all would take some 60 MB."""

_LANGUAGE = re.compile(r"\b(?:fremd)?sprachen?\b", re.IGNORECASE)
_slug = functools.lru_cache(maxsize=20_000)(slug)


class KnownFacts(Mapping[str, SourceFacts]):
    """Facts by the id of their source; an occupation's are read when they are asked for.

    Args:
        read: what was read from articles when they were ingested.
        sources: all sources.
    """

    def __init__(self, read: Mapping[str, SourceFacts], sources: Mapping[str, Source]) -> None:
        self._read = read
        self._sources = sources
        self._occupation = functools.lru_cache(maxsize=KEPT)(self._of_occupation)

    def __getitem__(self, source_id: str) -> SourceFacts:
        if is_occupation(self._sources[source_id]):
            return self._occupation(source_id)
        return self._read[source_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    def _of_occupation(self, source_id: str) -> SourceFacts:
        return occupation_facts(self._sources[source_id])


def occupation_facts(source: Source) -> SourceFacts:
    """Duties, requirements and other names of one occupation, each with its line."""
    role = source.roles[0] if source.roles else None
    return SourceFacts(
        requirements=(
            *_requirements(source, role, ESSENTIAL),
            *_requirements(source, role, OPTIONAL),
        ),
        duties=tuple(Duty(role, span) for span in _described(source)),
        synonyms=tuple(NamedFact(role, _text(source, span), span) for span in _names(source)),
    )


def names_of(source: Source) -> tuple[str, ...]:
    """Every form and name of an occupation, the preferred label's masculine form first."""
    names = (_text(source, span) for span in _names(source))
    return tuple(dict.fromkeys((*forms_of(source.title), *names)))


def skills_of(source: Source) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Labels of the essential and of the optional skills, as the text has them."""
    return (
        tuple(_text(source, span) for span in _items(source, ESSENTIAL)),
        tuple(_text(source, span) for span in _items(source, OPTIONAL)),
    )


def end_of_description(source: Source) -> int:
    """Where the description ends and names and the place in the classification begin."""
    return _description(source)[1]


def _requirements(source: Source, role: str | None, heading: str) -> Iterator[Requirement]:
    for span in _items(source, heading):
        label = _text(source, span).removesuffix(IN_ENGLISH)
        kind: RequirementKind = "language" if _LANGUAGE.search(label) else "skill"
        yield Requirement(
            id=f"{role or 'role'}-{kind}-{_slug(label)}",
            role=role,
            label=label,
            kind=kind,
            relation="optional" if heading == OPTIONAL else "essential",
            months_of_experience=None,
            span=span,
        )


def _described(source: Source) -> Iterator[Span]:
    """The sentences before the names."""
    start, end, _ = _description(source)
    for sentence in split_sentences(source.text, start, end):
        yield Span(source.id, sentence.start, sentence.end)


def _names(source: Source) -> Iterator[Span]:
    _, begin, end = _description(source)
    yield from _bulleted(source, begin, end)


def _description(source: Source) -> tuple[int, int, int]:
    """Where the description begins, where the names do, and where both end."""
    section = next((s for s in source.sections if s.heading == DUTIES), None)
    if section is None:
        return 0, 0, 0
    led_in = source.text.find(f"\n{NAMES}\n", section.start - 1, section.end)
    if led_in >= 0:
        return section.start, led_in, section.end
    place = source.text.rfind(f"\n{PLACE}", section.start, section.end)
    last = section.end if place < 0 else place
    return section.start, last, last


def _items(source: Source, heading: str) -> Iterator[Span]:
    for section in source.sections:
        if section.heading == heading:
            yield from _bulleted(source, section.start, section.end)


def _bulleted(source: Source, begin: int, end: int) -> Iterator[Span]:
    position = begin
    while position < end:
        newline = source.text.find("\n", position, end)
        line_end = end if newline < 0 else newline
        if source.text.startswith(BULLET, position):
            yield Span(source.id, position + len(BULLET), line_end)
        position = line_end + 1


def _text(source: Source, span: Span) -> str:
    return source.text[span.start : span.end]
