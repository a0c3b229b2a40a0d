"""Takes out what web pages put between the sentences of an article.

The rules are about form (a label, a row of links, a line without a sentence) and know no
article by heart; their words are in ``phrases``. In doubt a line stays: a superfluous line
costs a little relevance, a lost one costs an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading import phrases
from bot.reading.blocks import Block, Document, Heading, ListItem, Metadata, Paragraph
from bot.reading.normalise import fold, normalise
from bot.reading.provenance import harvest

_CREDIT_LINE = re.compile(rf"[(\[©\s]*(?:{phrases.CREDIT})\s*[:©](?P<rest>.*)|©.*", re.IGNORECASE)
_CREDIT_INSIDE = re.compile(
    rf"\s*[(\[]\s*(?:{phrases.CREDIT})\s*[:©](?:[^()\[\].]|\.(?!\s)){{0,120}}(?:[)\]]|\.?$)",
    re.IGNORECASE,
)
_TEASER = re.compile(rf"(?:{phrases.TEASER_LABELS})\s*:\s*\S.*")
_TEASER_SENTENCE = re.compile(rf"(?:{phrases.TEASER_OPENERS}).*")
_MENU_SEPARATOR = re.compile(r"\s*[|›»→]\s*|\s>\s")
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])\s+(?=[A-ZÄÖÜ„\"])")
_MAX_LINE = 200
_MAX_NOTICE = 900


def clean(document: Document) -> tuple[list[Block], Metadata]:
    """The blocks of the article alone, and its metadata with what its text reveals."""
    blocks, revealed = harvest(document.blocks)
    blocks = _without_teaser_sections(blocks, document.ranked)
    blocks = [block for block in map(_without_inserts, blocks) if block is not None]
    return _without_alt_texts(blocks), document.metadata.or_else(revealed)


def is_boilerplate(text: str, links: Sequence[str] = (), *, listed: bool = False) -> bool:
    """Whether a paragraph (or, if ``listed``, a list item) only steers, credits or advertises."""
    line = normalise(text)
    folded = fold(line)
    if not any(char.isalnum() for char in folded):
        return True
    if listed:
        is_jump = bool(links) and all(link.startswith("#") for link in links)
        return is_jump or (bool(links) and _is_navigation(folded)) or _is_teaser(folded)
    return (
        _is_navigation(folded)
        or _is_teaser(folded)
        or _is_credit(line)
        or _is_menu(line, folded)
        or (len(folded) <= _MAX_NOTICE and _is_notice(folded))
    )


def _is_navigation(folded: str) -> bool:
    return folded.strip(" .:!«»<>←→↑↓›‹|-–/") in phrases.NAVIGATION


def _is_teaser(folded: str) -> bool:
    if len(folded) > _MAX_LINE:
        return False
    if _TEASER.fullmatch(folded):
        return not folded.endswith((".", "!", ":"))
    return bool(_TEASER_SENTENCE.fullmatch(folded)) and len(_SENTENCE_END.split(folded)) == 1


def _is_credit(line: str) -> bool:
    match = _CREDIT_LINE.fullmatch(line)
    if not match or len(line) > _MAX_LINE:
        return False
    rest = (match["rest"] or "").strip()
    is_sentence = rest.endswith(".") and len(rest.split()) > 5
    return not is_sentence


def _is_menu(line: str, folded: str) -> bool:
    parts = [part for part in _MENU_SEPARATOR.split(line) if part]
    if phrases.MENU_OPENERS.match(folded):
        return len(parts) > 1
    return (
        len(parts) >= 3
        and all(len(part.split()) <= 7 and not part.endswith((".", ";")) for part in parts)
        and not any(char.isdigit() for char in line)
    )


def _is_notice(folded: str) -> bool:
    if phrases.COOKIES.match(folded) and len(folded) <= 400:
        return True
    if phrases.JOB_AD.match(folded) and len(folded) <= _MAX_LINE:
        return True
    return (
        bool(phrases.SERIES_OPENER.match(folded) and phrases.SERIES_LINK.search(folded))
        and len(folded) <= 400
    )


def without_gender_notice(text: str) -> str:
    """``text`` without the sentences of a notice on gendered language at its start."""
    if not phrases.GENDER_OPENERS.match(fold(text)):
        return text
    sentences = _SENTENCE_END.split(text)
    while sentences and phrases.GENDER_WORDS.search(fold(sentences[0])):
        sentences.pop(0)
    return " ".join(sentences)


def _without_inserts(block: Block) -> Block | None:
    if isinstance(block, Heading):
        return None if phrases.GENDER_HEADINGS.fullmatch(fold(block.text)) else block
    listed = isinstance(block, ListItem)
    if is_boilerplate(block.text, block.links, listed=listed):
        return None
    text = _CREDIT_INSIDE.sub("", normalise(block.text))
    if not listed:
        text = without_gender_notice(text)
    if not any(char.isalnum() for char in text):
        return None
    return type(block)(text, block.links)


def _without_teaser_sections(blocks: Sequence[Block], ranked: bool) -> list[Block]:
    kept: list[Block] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, Heading) and phrases.TEASER_HEADINGS.fullmatch(fold(block.text)):
            position = _end_of_teasers(blocks, position, ranked)
        else:
            kept.append(block)
            position += 1
    return kept


def _end_of_teasers(blocks: Sequence[Block], start: int, ranked: bool) -> int:
    """Where the section at ``start`` ends.

    Without ranks the teasers' own titles look like further headings. A teaser has at most one
    paragraph and no list, so the first section with more ends them.
    """
    opening = blocks[start]
    headings = [i for i in range(start + 1, len(blocks)) if isinstance(blocks[i], Heading)]
    bounds = [*headings, len(blocks)]
    for position, end in zip(headings, bounds[1:], strict=True):
        heading = blocks[position]
        body = blocks[position + 1 : end]
        if ranked:
            ends = _level(heading) <= _level(opening)
        else:
            ends = len(body) > 1 or any(isinstance(block, ListItem) for block in body)
        if ends:
            return position
    return len(blocks)


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def is_alt_text(text: str) -> bool:
    """Whether ``text`` looks like a picture's file name or alternative text."""
    words = text.split()
    return (
        0 < len(words) <= 10
        and text == text.lower()
        and all(char.isalpha() or char in " -_" for char in text)
    )


def _without_alt_texts(blocks: Sequence[Block]) -> list[Block]:
    paragraphs = [block.text for block in blocks if not isinstance(block, Heading)]
    lower = sum(text == text.lower() for text in paragraphs)
    if lower * 2 > len(paragraphs):
        return list(blocks)
    kept: list[Block] = []
    for block in blocks:
        introduced = bool(kept) and kept[-1].text.endswith(":")
        if isinstance(block, Paragraph) and is_alt_text(block.text) and not introduced:
            continue
        kept.append(block)
    return kept
