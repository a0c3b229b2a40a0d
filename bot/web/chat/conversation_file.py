"""A conversation as a document: questions, answers, and where each quote stands.

Nobody gets a paper under our name that we didn't write. An answer whose seal holds is ours, even
where its sources have changed since, which the document then tells. Without a seal its quotes must
stand in today's sources, and the document says that its wording is proven by nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.grounding import violations
from bot.dialogue.language import Language
from bot.domain import Answer, Citation, Source
from bot.knowledge.esco.notice import ADAPTED, NOTICE, is_occupation
from bot.web.api.seals import Seals
from bot.web.chat.conversation_texts import CONVERSATION_TEXTS, ConversationTexts
from bot.web.parts.markup import plain
from bot.web.parts.quote import about
from bot.web.parts.texts import TEXTS, readable_date
from bot.writing.document import Part

_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer that may be shown.

    Attributes:
        proven: whether its wording is known to be ours.
    """

    answer: Answer
    proven: bool


def checked(
    answer: Answer, seal: str, seals: Seals, sources: Mapping[str, Source]
) -> Checked | None:
    """The answer, if it may be shown; None where it isn't ours."""
    if seals.holds(answer, seal):
        return Checked(answer, proven=True)
    references_hold = all(_is_of(citation, sources) for citation in answer.citations)
    if references_hold and not violations(answer, sources):
        return Checked(answer, proven=False)
    return None


def document(
    turns: Sequence[Checked], sources: Mapping[str, Source], language: Language, today: date
) -> Iterator[Part]:
    """The whole conversation in its order."""
    texts = CONVERSATION_TEXTS[language]
    page = TEXTS[language]
    yield Part("heading", texts.title, 1)
    yield Part("text", texts.made.format(date=readable_date(today.isoformat(), page)))
    yield Part("text", texts.machine)
    for turn in turns:
        answer = turn.answer
        yield Part("heading", texts.question.format(question=answer.question), 2)
        yield from _answer(turn, texts)
        if answer.citations:
            yield Part("heading", texts.quotes, 3)
        for citation in answer.citations:
            yield from _quoted(citation, sources, texts, language)
    if any(is_occupation(c.source) for turn in turns for c in turn.answer.citations):
        yield Part("text", NOTICE)
        yield Part("text", ADAPTED[language])


def _answer(turn: Checked, texts: ConversationTexts) -> Iterator[Part]:
    if not turn.proven:
        yield Part("text", texts.unproven)
    for warning in turn.answer.warnings:
        yield Part("text", warning)
    paragraph: list[str] = []
    for line in [*plain(turn.answer.text).splitlines(), ""]:
        said = line.strip()
        is_item, is_row = line.startswith("- "), said.startswith("|") and said.endswith("|")
        if paragraph and (is_item or is_row or not said):
            yield Part("text", " ".join(paragraph))
            paragraph = []
        if is_item:
            yield Part("detail", said[2:])
        elif is_row:
            if not _RULE.fullmatch(said):
                yield Part("detail", " · ".join(c.strip() for c in said.strip("|").split("|")))
        elif said:
            paragraph.append(said)


def _quoted(
    citation: Citation,
    sources: Mapping[str, Source],
    texts: ConversationTexts,
    language: Language,
) -> Iterator[Part]:
    yield Part("text", f"[{citation.number}] „{citation.quote}“")
    told = about(citation.source, TEXTS[language])
    if citation.section:
        told = f"{told}. {texts.section.format(section=citation.section)}"
    yield Part("detail", told)
    if citation.source.url:
        yield Part("link", citation.source.url)
    source = sources.get(citation.source.id)
    if source is None:
        yield Part("detail", texts.gone)
    elif source.text[citation.start : citation.end] != citation.quote:
        yield Part("detail", texts.changed)


def _is_of(citation: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether all that is told of the quote's origin is true of today's sources."""
    source = sources.get(citation.source.id)
    if source is None:
        return False
    told, section = citation.source, source.section_at(citation.start)
    return (told.title, told.publisher, told.url, told.published) == (
        source.title,
        source.publisher,
        source.url,
        source.published,
    ) and citation.section == (section.heading if section else None)
