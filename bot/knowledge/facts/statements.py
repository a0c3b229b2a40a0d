"""Sentences and list items of a source with what they are about: roles, level, topics.

A statement is about the roles it names. One that names none is about the role of the statement
before it in the same paragraph, a list item about that of its lead-in; else about the roles of
the heading, else of the source, else of its title. So a figure keeps the role it was stated for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain import Intent, Section, Source
from bot.facts import Seniority, Span
from bot.knowledge.facts.levels import level_of
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.role_mentions import RoleMention, roles_in
from bot.knowledge.roles import Mention, RoleCatalogue
from bot.knowledge.topics import topics_of, topics_of_headings
from bot.passages import split_sentences
from bot.passages.sentences import BULLET

_LEADS_IN = german(r"\b(?:tabelle|übersicht|folgende\w*|aufstellung|auflistung)\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or list item in its context.

    Attributes:
        source: what it was read from.
        span: where it stands: ``source.text[span.start:span.end]``.
        text: these characters.
        section: its section.
        paragraph: index of its paragraph in the source; list items have one each.
        is_item: whether it belongs to a list item.
        lead_in: what introduces its list or paragraph: a sentence ending with ":", or one that
            speaks of the table or list below it; else None.
        opens_section: it is the first one below its heading.
        opens_paragraph: it is the first one of its paragraph or item.
        roles: ids of the roles it is about; empty where nothing tells.
        named: ids of the lexicon's roles that it names itself, in order.
        mentions: every role that it names, those too that no source is about, with offsets in
            ``text``.
        seniority: the level it is about: its own, else that of its item, lead-in, heading.
        topics: what it shows by its own words, the most telling first.
        section_topics: what the headings above it announce.
    """

    source: Source
    span: Span
    text: str
    section: Section
    paragraph: int
    is_item: bool
    lead_in: str | None
    opens_section: bool
    opens_paragraph: bool
    roles: frozenset[str]
    named: tuple[str, ...]
    mentions: tuple[RoleMention, ...]
    seniority: Seniority | None
    topics: tuple[Intent, ...]
    section_topics: tuple[Intent, ...]


def statements(source: Source, lexicon: RoleCatalogue) -> tuple[Statement, ...]:
    """Every statement of a source in reading order."""
    sections = source.sections or (Section((), 0, len(source.text)),)
    found: list[Statement] = []
    for section in sections:
        first = found[-1].paragraph + 1 if found else 0
        found.extend(section_statements(source, section, lexicon, first))
    return tuple(found)


def section_statements(
    source: Source,
    section: Section,
    lexicon: RoleCatalogue,
    first_paragraph: int = 0,
    *,
    known_only: bool = False,
) -> tuple[Statement, ...]:
    """Every statement of one section.

    Args:
        source: the section's source.
        section: one of its sections.
        lexicon: the roles of the corpus.
        first_paragraph: from what number on paragraphs are counted.
        known_only: ``mentions`` may then lack roles that the lexicon doesn't have; twice as fast.
    """
    return tuple(_read(source, section, lexicon, first_paragraph, known_only))


def _read(
    source: Source, section: Section, lexicon: RoleCatalogue, paragraph: int, known_only: bool
) -> Iterator[Statement]:
    text = source.text
    default = _default_roles(source, section, lexicon)
    heading_level = _heading_level(section)
    section_topics = tuple(topics_of_headings(section.path))
    roles = lead_in_roles = default
    lead_in: str | None = None
    item_level: Seniority | None = None
    previous = ""
    end = section.start
    for sentence in split_sentences(text, section.start, section.end):
        gap = text[end : sentence.start]
        own = text[sentence.start : sentence.end]
        new_line = end == section.start or "\n" in gap
        if "\n" in gap:
            paragraph += 1
            above_list = text.startswith(BULLET, end + gap.rfind("\n") + 1)
            if text[end - 1 : end] == ":" or (
                above_list and "\n\n" in gap and _LEADS_IN.search(previous)
            ):
                lead_in_roles, lead_in = roles, previous
            elif "\n\n" in gap and not (lead_in and _is_line(previous) and _is_line(own)):
                lead_in_roles, lead_in = default, None
            roles = lead_in_roles
        skip = known_only and not lexicon.mentions(own)
        mentions = () if skip else roles_in(own, lexicon)
        named = tuple(dict.fromkeys(m.role_id for m in mentions if m.known))
        roles = frozenset(named) or roles
        own_level = level_of(own)
        is_item = text.startswith(BULLET, text.rfind("\n", 0, sentence.start) + 1)
        if new_line:
            item_level = own_level if is_item else None
        yield Statement(
            source=source,
            span=Span(source.id, sentence.start, sentence.end),
            text=own,
            section=section,
            paragraph=paragraph,
            is_item=is_item,
            lead_in=lead_in,
            opens_section=end == section.start,
            opens_paragraph=new_line,
            roles=roles,
            named=named,
            mentions=mentions,
            seniority=own_level
            or item_level
            or (level_of(lead_in) if lead_in else None)
            or heading_level,
            topics=tuple(topics_of(own)),
            section_topics=section_topics,
        )
        previous = own
        end = sentence.end


def _is_line(text: str) -> bool:
    """Whether a paragraph is no sentence but a line of a list that has lost its bullets."""
    return text[-1] not in ".!?:"


def _default_roles(source: Source, section: Section, lexicon: RoleCatalogue) -> frozenset[str]:
    for heading in reversed(section.path):
        named = _ids(lexicon.mentions(heading))
        if named:
            return frozenset(named)
    return lexicon.subjects(source)


def _heading_level(section: Section) -> Seniority | None:
    for heading in reversed(section.path):
        level = level_of(heading)
        if level:
            return level
    return None


def _ids(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.role_id for mention in mentions))
