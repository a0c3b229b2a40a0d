"""The one boundary between text and HTML, and the answers' small Markdown on it.

Answers use paragraphs, ``**bold**``, "- " lists, tables and markers "[1]"; nothing else of
Markdown has a meaning here, so links, images and HTML in a quote or a question stay what they
are: text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.domain import Answer
from bot.web.parts.texts import Texts

Tag = Literal["p", "h3", "li", "table", "figure"]

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]<>|~#])|(?P<bold>\*\*)|(?P<space>[ \u00a0]?)\[(?P<marker>\d{1,4})\]"
)
_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_HEADING = re.compile(r"\*\*([^*]+)\*\*:?")

LONGEST_KEPT_WORD = 24
"""A longer word may be torn from its marker, or it would overflow a narrow screen."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or figure; ``html`` is safe to insert as it is.

    Of a paragraph, heading or item it is the content; of a table or figure the whole.
    """

    tag: Tag
    html: str


def escape(text: str) -> str:
    """``text`` as it must stand in HTML, inside elements and quoted attributes.

    Every text of a question, an answer or a source goes through here and nowhere else.
    """
    return html.escape(text.replace("\0", " "), quote=True)


def blocks(answer: Answer, texts: Texts) -> list[Block]:
    """The answer's warnings, then its text as blocks, its markers as buttons."""
    numbers = {citation.number for citation in answer.citations}
    warned = [Block("p", escape(warning)) for warning in answer.warnings]
    return warned + [
        Block(
            tag, _table(text, numbers, texts) if tag == "table" else _inline(text, numbers, texts)
        )
        for tag, text in _parts(answer.text)
    ]


def plain(markdown: str) -> str:
    """The answer's text without Markdown, markers kept: for the clipboard."""
    lines = []
    for line in markdown.splitlines():
        lines.append(_TOKEN.sub(_plain_token, line))
    return "\n".join(lines)


def safe_link(url: str | None) -> str | None:
    """The address where it is http or https, else None."""
    if url and re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return url
    return None


def _plain_token(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"]
    return "" if match["bold"] else match[0]


def _parts(markdown: str) -> Iterator[tuple[Tag, str]]:
    paragraph: list[str] = []
    table: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        item = line.startswith("- ")
        row = line.startswith("| ") and line.rstrip().endswith(" |")
        if paragraph and (item or row or not line.strip()):
            text = " ".join(paragraph)
            heading = _HEADING.fullmatch(text)
            yield ("h3", heading[1]) if heading else ("p", text)
            paragraph = []
        if table and not row:
            yield "table", "\n".join(table)
            table = []
        if item:
            yield "li", line[2:].strip()
        elif row:
            table.append(line.strip())
        elif line.strip():
            paragraph.append(line.strip())


def _table(markdown: str, numbers: set[int], texts: Texts) -> str:
    """A Markdown table; its first row is the head where a rule follows it."""
    lines = markdown.splitlines()
    ruled = len(lines) > 1 and bool(_RULE.fullmatch(lines[1]))
    made = []
    for index, line in enumerate(lines):
        if ruled and index == 1:
            continue
        tag = "th" if ruled and index == 0 else "td"
        cells = [_inline(c.strip(), numbers, texts) for c in _CELL_END.split(line)[1:-1]]
        made.append(f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>")
    return f"<table>{''.join(made)}</table>"


def _inline(text: str, numbers: set[int], texts: Texts) -> str:
    made: list[str] = []
    position, bold = 0, False
    for match in _TOKEN.finditer(text):
        made.append(escape(text[position : match.start()]))
        position = match.end()
        if match["escaped"]:
            made.append(escape(match["escaped"]))
        elif match["bold"]:
            bold = not bold
            made.append("<strong>" if bold else "</strong>")
        elif int(match["marker"]) in numbers:
            made[-1] = with_marker(made[-1], marker(int(match["marker"]), texts))
        else:
            made.append(escape(match[0]))
    made.append(escape(text[position:]))
    return "".join(made) + ("</strong>" if bold else "")


def with_marker(before: str, button: str) -> str:
    """The marker on the same line as the end of the word before it."""
    rest, space, word = before.rpartition(" ")
    if not 0 < len(word) <= LONGEST_KEPT_WORD:
        return f"{before} {button}"
    return f'{rest}{space}<span class="keep">{word}\u00a0{button}</span>'


def marker(number: int, texts: Texts) -> str:
    """The button that opens a quote."""
    name = escape(texts.marker.format(number=number))
    return (
        f'<button type="button" class="marker" data-number="{number}" '
        f'aria-label="{name}" title="{name}">{number}</button>'
    )
