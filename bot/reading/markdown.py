"""Markdown to blocks, by a CommonMark parser with tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.reading.blocks import Block, Document, Heading, ListItem, Paragraph, table_items
from bot.reading.frontmatter import has_front_matter, split_front_matter
from bot.reading.plaintext import read_plain_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_HARD_BREAK = "\v"
_BULLET_LINE = re.compile(r"\s*[•▪‣◦●]\s+")
_ATX = re.compile(r"^#{1,6}[ \t]+\S", re.M)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|</?[a-zA-Z][^<>]*>", re.S | re.I
)

_MARK = re.compile(r"[\[\]*_`!<\\&~]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MAX_MARKS = 4_000


def looks_like_markdown(text: str) -> bool:
    """Whether text of an unknown kind has front matter or a heading with number signs."""
    return has_front_matter(text) or bool(_ATX.search(text))


def read_markdown(text: str) -> Document:
    """The blocks of Markdown ``text``, with its front matter as metadata.

    A body with thousands of marks in one paragraph is read as plain text instead: it is no
    prose, and the parser's time grows with their square.

    Raises:
        UnreadableError: the front matter is broken.
    """
    from markdown_it import MarkdownIt

    metadata, body = split_front_matter(text)
    if any(len(_MARK.findall(chunk)) > _MAX_MARKS for chunk in _BLANK_LINE.split(body)):
        plain = read_plain_text(body)
        return Document(plain.blocks, metadata, plain.ranked)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return Document(tuple(_Walker().walk(parser.parse(body))), metadata)


class _Walker:
    """Turns the parser's flat tokens into blocks."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._fresh_item = False
        self._header: list[str] = []
        self._row: list[str] = []
        self._in_table = False
        self._has_rows = False

    def walk(self, tokens: Sequence[Token]) -> list[Block]:
        level = 0
        for token in tokens:
            if token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "list_item_open":
                self._fresh_item = True
            elif token.type == "inline":
                self._inline(token, level)
            elif token.type in ("fence", "code_block"):
                self._paragraphs(token.content.replace("\n", _HARD_BREAK), ())
            elif token.type == "html_block":
                self._paragraphs(_TAG.sub(" ", token.content), ())
            else:
                self._table(token.type)
        return self._blocks

    def _inline(self, token: Token, level: int) -> None:
        text, links = _render(token.children or ())
        if level:
            self._blocks.append(Heading(level, text.replace(_HARD_BREAK, " ")))
        elif self._in_table:
            self._row.append(text.replace(_HARD_BREAK, " "))
        else:
            self._paragraphs(text, links)

    def _paragraphs(self, text: str, links: tuple[str, ...]) -> None:
        for line in _lines(text):
            if bullet := _BULLET_LINE.match(line):
                self._blocks.append(ListItem(line[bullet.end() :], links))
            elif self._fresh_item:
                self._blocks.append(ListItem(line, links))
            else:
                self._blocks.append(Paragraph(line, links))
            self._fresh_item = False

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self._in_table, self._has_rows, self._header = True, False, []
        elif kind == "table_close":
            self._in_table = False
            if not self._has_rows:
                self._blocks.extend(table_items([], [self._header]))
        elif kind == "tr_open":
            self._row = []
        elif kind == "thead_close":
            self._header = self._row
        elif kind == "tr_close" and self._header:
            self._has_rows = True
            self._blocks.extend(table_items(self._header, [self._row]))


def _lines(text: str) -> list[str]:
    """Logical lines: broken where the author broke them, joined where an editor wrapped them."""
    lines: list[list[str]] = []
    for part in text.split(_HARD_BREAK):
        fresh = True
        for line in part.split("\n"):
            if fresh or _BULLET_LINE.match(line):
                lines.append([line])
            else:
                lines[-1].append(line)
            fresh = False
    return [line for line in map(" ".join, lines) if line.strip()]


def _render(tokens: Sequence[Token]) -> tuple[str, tuple[str, ...]]:
    """Plain text of inline tokens, links by their label, and the links' targets."""
    parts: list[str] = []
    links: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append("\n")
        elif token.type == "hardbreak":
            parts.append(_HARD_BREAK)
        elif token.type == "html_inline":
            is_break = token.content.lower().startswith("<br")
            parts.append(_HARD_BREAK if is_break else "")
        elif token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
    return "".join(parts), tuple(links)
