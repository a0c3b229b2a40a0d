"""The top of the page: name, the note that this is a machine, and the list of articles."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain import Source
from bot.knowledge.esco.notice import ADAPTED, NOTICE, is_occupation
from bot.web.chat.conversation_texts import CONVERSATION_TEXTS
from bot.web.parts.markup import escape
from bot.web.parts.quote import link
from bot.web.parts.texts import Texts, counted, readable_date
from bot.web.rooms.register import Room


def header(texts: Texts, sources: Iterable[Source] | None, rooms: Iterable[Room] = ()) -> str:
    """The header's HTML.

    Args:
        texts: the labels.
        sources: the articles that serve; None where the index can't be read right now.
        rooms: those that are switched on.
    """
    code = texts.other_language_code
    return (
        f'<a class="skip" href="#inhalt">{escape(texts.skip)}</a>'
        '<div class="masthead">'
        f'<div class="name"><h1>{escape(texts.title)}</h1><p>{escape(texts.tagline)}</p></div>'
        f'<div class="controls">{_saving(texts)}'
        f'<button type="button" class="quiet" data-action="new-chat">{escape(texts.new_chat)}'
        "</button>"
        f'<a class="quiet" href="/?lang={code}" hreflang="{code}" lang="{code}">'
        f"{escape(texts.other_language)}</a>"
        "</div></div>"
        f"{_rooms(texts, rooms)}"
        f'<div class="notice"><p>{escape(texts.machine)}</p>{_articles(texts, sources)}</div>'
    )


def _saving(texts: Texts) -> str:
    """Buttons that save the conversation; shown once there is something in it."""
    words = CONVERSATION_TEXTS[texts.language]
    buttons = "".join(
        f'<button type="button" class="quiet" data-save="{kind}" aria-label="{escape(name)}">'
        f"{form}</button>"
        for kind, form, name in (
            ("text/markdown", "Markdown", words.save_markdown),
            ("application/pdf", "PDF", words.save_pdf),
        )
    )
    return (
        f'<div class="saving" role="group" aria-label="{escape(words.save)}">'
        f'<span aria-hidden="true">{escape(words.save_short)}</span>{buttons}</div>'
    )


def _rooms(texts: Texts, rooms: Iterable[Room]) -> str:
    """The links between the rooms; the first is where a visit starts."""
    links = "".join(
        f'<a href="#{room.place}" data-room="{room.place}">{escape(room.label)}</a>'
        for room in rooms
    )
    return f'<nav class="rooms" aria-label="{escape(texts.rooms)}">{links}</nav>'


def _articles(texts: Texts, sources: Iterable[Source] | None) -> str:
    if sources is None:
        return f"<p>{escape(texts.sources_unavailable)}</p>"
    told = list(sources)
    items = [_article(source, texts) for source in told if not is_occupation(source)]
    occupations = _occupations(texts, len(told) - len(items))
    if not items:
        return f"<p>{escape(texts.no_articles)}</p>{occupations}"
    summary = texts.articles.format(count=counted(texts.language, "articles", len(items)))
    return (
        f'<details><summary>{escape(summary)}</summary><ul class="articles">'
        f"{''.join(items)}</ul></details>{occupations}"
    )


def _occupations(texts: Texts, count: int) -> str:
    """How many a classification adds; thousands of them would be no list that anybody reads."""
    if not count:
        return ""
    many = texts.occupations.format(count=counted(texts.language, "occupations", count))
    sentences = (many, NOTICE, ADAPTED[texts.language])
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _article(source: Source, texts: Texts) -> str:
    about = [source.publisher, readable_date(source.published, texts)]
    if source.captured and not source.published:
        about.append(texts.captured.format(date=readable_date(source.captured, texts)))
    facts = " · ".join(escape(part) for part in about if part)
    address = f" · {link(source.url, texts)}" if source.url else ""
    return (
        f'<li><span class="article-title" lang="{escape(source.language)}">'
        f'{escape(source.title)}</span> <span class="article-facts">{facts}{address}</span></li>'
    )
