"""Lines of a paginated text to blocks: headings by their type, paragraphs by their gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bot.reading.blocks import Block, Heading, ListItem, Paragraph
from bot.reading.normalise import ends_sentence, join_lines

_BULLET = re.compile(r"\s*(?:[•▪‣◦●·\uf0b7\uf0a7]|[-–*](?=\s))\s*(?=\S)")
_PAGE_NUMBER = re.compile(
    r"(?:seite\s*|page\s*|-\s*)?\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?(?:\s*-)?", re.I
)
_LARGER = 1.12
_HEADING_CHARS = 120
_EDGE_LINES = 2


@dataclass(slots=True)
class _Draft:
    """A block in the making; ``level`` is 0 for text."""

    level: int
    listed: bool
    parts: list[str]

    def block(self) -> Block:
        text = join_lines(self.parts)
        if self.level:
            return Heading(self.level, text)
        return ListItem(text) if self.listed else Paragraph(text)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: ``size`` of its type and ``y`` of its base line, in points."""

    text: str
    size: float
    y: float
    bold: bool


def blocks_of_pages(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The blocks of all pages, without page numbers and running headers."""
    kept = _without_running_lines(pages)
    lines = [line for page in kept for line in page]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body_size = sizes.most_common(1)[0][0]
    width = max(len(line.text) for line in lines if line.size <= body_size * _LARGER)
    heading_sizes = sorted({s for s in sizes if s > body_size * _LARGER}, reverse=True)
    levels = {size: min(rank, 5) for rank, size in enumerate(heading_sizes, start=1)}
    gap = _usual_gap(kept)
    bold_stands_out = _is_mostly_regular(lines)
    drafts: list[_Draft] = []
    previous: Line | None = None
    for line in lines:
        level = _level(line, levels, bold_stands_out)
        bullet = None if level else _BULLET.match(line.text)
        last = drafts[-1] if drafts and not bullet and drafts[-1].level == level else None
        joins = _continues_heading if level else _continues
        if last and previous and joins(last, previous, line, gap, width):
            last.parts.append(line.text)
        else:
            text = line.text[bullet.end() :] if bullet else line.text
            drafts.append(_Draft(level, bool(bullet), [text]))
        previous = line
    return [draft.block() for draft in drafts]


def _level(line: Line, levels: dict[float, int], bold_stands_out: bool) -> int:
    if len(line.text) > _HEADING_CHARS or _BULLET.match(line.text):
        return 0
    if line.size in levels:
        return levels[line.size]
    is_label = not re.search(r"[.,;:]$", line.text) and line.text[:1].isupper()
    return 6 if line.bold and bold_stands_out and is_label else 0


def _is_mostly_regular(lines: Sequence[Line]) -> bool:
    bold = sum(len(line.text) for line in lines if line.bold)
    return bold * 3 < sum(len(line.text) for line in lines)


def _usual_gap(pages: Sequence[Sequence[Line]]) -> float:
    gaps = [
        above.y - below.y
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.y - below.y < 60 and above.size == below.size
    ]
    return median(gaps) if gaps else 0.0


def _continues_heading(last: _Draft, previous: Line, line: Line, gap: float, width: int) -> bool:
    is_near = 0 < previous.y - line.y <= line.size * 1.6
    is_wide = len(previous.text) > 0.45 * width
    return is_near and is_wide and not ends_sentence(previous.text)


def _continues(last: _Draft, previous: Line, line: Line, gap: float, width: int) -> bool:
    ended = ends_sentence(previous.text, ".!?:")
    distance = previous.y - line.y
    if distance <= 0:
        # Another page or column: only a sentence that broke off goes on there.
        return not ended and len(previous.text) > 0.5 * width
    if gap and distance > gap * 1.35:
        return False
    first_word = line.text.split(maxsplit=1)[0]
    is_full = len(previous.text) + 1 + len(first_word) > 0.82 * width
    if last.listed:
        return is_full or line.text[:1].islower()
    return is_full or not ended


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drops page numbers, and lines that come back at the edge of most pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in _edges(page)})
    often = {key for key, count in seen.items() if count >= max(2, 0.6 * len(pages))}
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept.append(
            [
                line
                for line in page
                if id(line) not in edges
                or not (_PAGE_NUMBER.fullmatch(line.text) or _key(line) in often)
            ]
        )
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The highest and lowest lines; a footer may come first in the file."""
    if len(page) <= 2 * _EDGE_LINES:
        return list(page)
    by_height = sorted(page, key=lambda line: line.y)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
