"""Blocks to normalised text and its sections: the only place that computes offsets.

Blocks are separated by a blank line; neighbouring list items stand one per line, each after
"• "; a heading is a line of its own. A heading equal to the title is left out, and so is one
with nothing below it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain import Section
from bot.reading.blocks import Block, Heading, ListItem
from bot.reading.normalise import fold, normalise

BULLET = "• "


def assemble(blocks: Iterable[Block], title: str) -> tuple[str, tuple[Section, ...]]:
    """The text of ``blocks``, and its sections in order.

    Every section satisfies ``text[start:end].strip() == text[start:end] != ""``, sections are
    disjoint and ascending, and headings lie outside of them.
    """
    writer = _Writer()
    for block in blocks:
        text = normalise(block.text)
        if not text:
            continue
        if isinstance(block, Heading):
            is_title = block.level == 1 and fold(text) == fold(title)
            writer.heading(block.level, None if is_title else text)
        elif isinstance(block, ListItem):
            writer.item(BULLET + text)
        else:
            writer.paragraph(text)
    writer.end_section()
    return writer.text, tuple(writer.sections)


class _Writer:
    """Text that grows by blocks and remembers where sections lie.

    A heading waits until there is something below it; a list until its last item is known.
    """

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._parts: list[str] = []
        self._length = 0
        self._path: list[Heading] = []
        self._written = 0
        self._body: list[list[str]] = []
        self._in_list = False

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def heading(self, level: int, text: str | None) -> None:
        """Starts a section; without ``text``, one that has no heading of its own."""
        self.end_section()
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        self._written = min(self._written, len(self._path))
        if text is not None:
            self._path.append(Heading(level, text))

    def item(self, line: str) -> None:
        if self._in_list:
            self._body[-1].append(line)
        else:
            self._body.append([line])
        self._in_list = True

    def paragraph(self, text: str) -> None:
        self._body.append([text])
        self._in_list = False

    def end_section(self) -> None:
        """Writes the section's headings, as far as they are new, and its body."""
        self._in_list = False
        if not self._body:
            return
        for heading in self._path[self._written :]:
            self._append(heading.text)
        self._written = len(self._path)
        starts = [self._append("\n".join(lines)) for lines in self._body]
        path = tuple(heading.text for heading in self._path)
        self.sections.append(Section(path, starts[0], self._length))
        self._body.clear()

    def _append(self, paragraph: str) -> int:
        """Adds a paragraph after a blank line; returns where it starts."""
        gap = "\n\n" if self._parts else ""
        start = self._length + len(gap)
        self._parts.append(gap + paragraph)
        self._length = start + len(paragraph)
        return start
