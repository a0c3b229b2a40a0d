"""Plain text to blocks: headings, lists and paragraphs by the shape of lines.

A blank line ends a block. Within a run of lines, a line continues the one before it only when
the text is hard-wrapped (the next word wouldn't have fitted) or breaks off in mid-sentence;
otherwise every line is a block of its own, for many captured articles have no blank lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.reading.blocks import Block, Document, Heading, ListItem, Paragraph
from bot.reading.cleaning import is_alt_text, is_boilerplate
from bot.reading.normalise import ends_sentence, fold, join_lines, normalise
from bot.reading.provenance import line_metadata

_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:[•▪‣◦●·*]|[-–—](?=\s))[ \t]*(?=\S)")
_NUMBER = re.compile(r"[ \t]*\(?\d{1,2}[.)][ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*[-=_*~#]{3,}[ \t]*")
_WIDEST_WRAP = 100
_HEADING_CHARS = 110
_HEADING_WORDS = 15
_TITLE_CHARS = 140


@dataclass(frozen=True, slots=True)
class _Line:
    """A logical line: what stays together, and how it was set apart."""

    text: str
    bullet: bool = False
    gap_before: bool = True
    gap_after: bool = True
    noise: bool = False


@dataclass(slots=True)
class _Draft:
    """A logical line in the making; ``indent`` is where a list item's text begins, else 0."""

    parts: list[str]
    indent: int
    gap: bool
    last: str


def read_plain_text(text: str) -> Document:
    """The blocks of ``text``; a first line that is a title becomes the heading of level 1."""
    lines = _mark_noise(_without_captions(_logical_lines(text)))
    kinds = _headings(lines)
    blocks: list[Block] = []
    for position, line in enumerate(lines):
        if kinds[position]:
            blocks.append(Heading(kinds[position], line.text))
        elif line.bullet:
            blocks.append(ListItem(line.text))
        else:
            blocks.append(Paragraph(line.text))
    return Document(tuple(blocks), ranked=False)


def _logical_lines(text: str) -> list[_Line]:
    """Physical lines joined to logical ones."""
    raw = [line.rstrip() for line in text.replace("\f", "\n\n").split("\n")]
    width = max((len(line) for line in raw), default=0)
    wrap = width if width <= _WIDEST_WRAP else 0
    drafts: list[_Draft] = []
    gap = True
    for physical in raw:
        if not physical.strip() or _RULE.fullmatch(physical):
            gap = True
            continue
        above = None if gap else drafts[-1]
        bullet = _BULLET.match(physical)
        if bullet and above and not above.indent and _is_inner_dash(above.last, physical):
            bullet = None
        if above and not bullet and _continues(above, physical, wrap):
            above.parts.append(physical.strip())
            above.last = physical
        else:
            indent = bullet.end() if bullet else 0
            drafts.append(_Draft([physical[indent:].strip()], indent, gap, physical))
        gap = False
    return [
        _Line(text, bool(draft.indent), draft.gap, below is None or below.gap)
        for draft, below in zip_longest(drafts, drafts[1:])
        if (text := normalise(join_lines(draft.parts)))
    ]


def _is_inner_dash(last: str, line: str) -> bool:
    """Whether a dash at the start of ``line`` belongs to a sentence that began above it."""
    text = line.lstrip()
    return text[0] in "-–—" and text[2:3].islower() and not re.search(r"[.:;!?]$", last)


def _continues(above: _Draft, line: str, wrap: int) -> bool:
    if _NUMBER.match(line):
        return False
    if above.indent and len(line) - len(line.lstrip()) >= above.indent:
        return True
    ended = ends_sentence(above.last, ".!?:;")
    first_word = line.split(maxsplit=1)[0]
    if wrap and len(above.last) + 1 + len(first_word) > wrap:
        return not (ended and len(above.last) < wrap * 0.6)
    return not ended and line.lstrip()[0].islower()


def _mark_noise(lines: Sequence[_Line]) -> list[_Line]:
    return [
        replace(
            line,
            noise=not line.bullet
            and (
                is_boilerplate(line.text)
                or is_alt_text(line.text)
                or line_metadata(line.text) is not None
            ),
        )
        for line in lines
    ]


def _is_label(line: _Line) -> bool:
    """Whether the line could be a heading by its own form."""
    text = line.text
    return (
        not line.bullet
        and not line.noise
        and len(text) <= _HEADING_CHARS
        and len(text.split()) <= _HEADING_WORDS
        and not text.endswith((".", ",", ";", ":", "…"))
        and (text[0].isupper() or text[0].isdigit() or text[0] in '„"“»(')
        and not re.search(r"\w{3}\. [A-ZÄÖÜ]", text)
    )


def _without_captions(lines: Sequence[_Line]) -> list[_Line]:
    """Drops a picture's description and caption: two lines that say the same thing twice.

    They stand below text, directly under each other, without punctuation or figures, share
    their words, and another heading (or the end) follows; a list of two would share less.
    """
    dropped: set[int] = set()
    for i in range(1, len(lines) - 1):
        first, second = lines[i], lines[i + 1]
        before = lines[i - 1]
        after = lines[i + 2] if i + 2 < len(lines) else None
        if (
            _is_caption(first)
            and _is_caption(second)
            and not first.gap_after
            and second.gap_after
            and (before.bullet or ends_sentence(before.text))
            and (after is None or _is_label(after))
            and _same_subject(first.text, second.text)
        ):
            dropped.update((i, i + 1))
    return [line for i, line in enumerate(lines) if i not in dropped]


def _is_caption(line: _Line) -> bool:
    return (
        _is_label(line)
        and not line.text.endswith(("?", "!"))
        and len(line.text.split()) >= 3
        and not any(char.isdigit() for char in line.text)
    )


def _same_subject(first: str, second: str) -> bool:
    stems = [
        {word[:5] for word in re.findall(r"\w{4,}", fold(text)) if word not in _ARTICLES}
        for text in (first, second)
    ]
    shared = stems[0] & stems[1]
    is_long = max(len(first.split()), len(second.split())) >= 5
    return is_long and len(shared) >= 2 and 2 * len(shared) >= min(map(len, stems))


_ARTICLES = frozenset(("eine", "einen", "einer", "eines", "diese", "dieser", "werden", "sollte"))


def _headings(lines: Sequence[_Line]) -> list[int]:
    """The heading level of every line: 1 for the title, 2 for a heading, 0 for anything else."""
    levels = [0] * len(lines)
    visible = [i for i, line in enumerate(lines) if not line.noise]
    labels = [i for i in visible if _is_label(lines[i])]
    if len(labels) == len(visible):
        return levels
    following = dict(itertools.pairwise(visible))
    for i in labels:
        levels[i] = 2 if _stands_as_heading(lines, i, following.get(i)) else 0
    _demote_lists(lines, visible, levels)
    if visible and _is_title(lines[visible[0]]):
        levels[visible[0]] = 1
    return levels


def _is_title(line: _Line) -> bool:
    shortened = replace(line, text=line.text[:_HEADING_CHARS])
    return len(line.text) <= _TITLE_CHARS and (_is_label(line) or _is_label(shortened))


def _stands_as_heading(lines: Sequence[_Line], i: int, after: int | None) -> bool:
    line = lines[i]
    before = lines[i - 1] if i else None
    if before is not None and not line.gap_before and before.text.endswith((":", ",")):
        return False
    if line.gap_before and line.gap_after:
        return True
    if after is None:
        return line.gap_before and line.text.endswith("?")
    below = lines[after]
    if below.bullet:
        return line.gap_before or not (before and before.bullet)
    closes = before is None or line.gap_before or ends_sentence(before.text, ".!?:")
    has_text = below.text.endswith((".", ":", "!", "“", '"')) and len(below.text) > len(line.text)
    return closes and has_text


def _demote_lists(lines: Sequence[_Line], visible: Sequence[int], levels: list[int]) -> None:
    """Turns headings with nothing below them back into text where they carry it themselves.

    A line with a figure is never lost. Three or more such lines in a row, below the first
    sentence, are a list without bullets: the first stays its heading.
    """
    has_text = False
    run: list[int] = []
    for i in [*visible, -1]:
        if i >= 0 and levels[i]:
            run.append(i)
            continue
        bodiless = run[:-1] if i >= 0 else run
        if has_text and len(bodiless) >= 4:
            for j in bodiless[1:]:
                levels[j] = 0
        elif has_text:
            for j in bodiless:
                if any(char.isdigit() for char in lines[j].text):
                    levels[j] = 0
        run = []
        has_text = True
