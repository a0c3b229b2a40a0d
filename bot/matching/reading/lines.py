"""Lines of a document: what every format is turned into, and text into lines.

A CV is no prose: a line means what it means by standing alone, so lines are joined only where a
sentence was plainly wrapped. Cells of a table row are set apart by a tab.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from bot.reading.normalise import join_lines, normalise

CELL = "\t"
_BULLET = re.compile(
    r"\s*(?:[•▪▸‣◦●◆■□➢➤►→›»✓✔\uf0b7\uf0a7]|[·o*](?=\s)|[-–—](?=\s)(?!\s*(?:heute|present|\d)|$)|"
    # "- 2021" ends a span that the line above begins; "- 2012 – 2015 Koch" is an item.
    r"[-–—](?=\s+\d[\d./]*\s*(?:[-–—]|bis|to)\s*(?:\d|heute|jetzt|present|now|today)))\s*(?=\S)"
)
_RULE = re.compile(r"\s*(?:[-=_*~#.\s]{3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*)")
_CELLS = re.compile(r"[ \u00a0]{3,}|\s*\t\s*")
_ATX = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>\S.*?)\s*#*\s*")
_LINK = re.compile(r"!?\[(?P<label>[^\]\n]*)\]\((?P<target>[^)\s]*)\)")
_MARKS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")
_WHOLE_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?\s*")
_HARD_BREAK = re.compile(r"<br\s*/?>|\\$", re.I)
_BROKEN_OFF = re.compile(
    r"(?:[,-]|\b(?:und|oder|der|die|das|den|dem|des|in|im|mit|von|zu|zur|zum|für|bei|auf|an|als|"
    r"and|or|the|of|with|to|for|at|a|an))\s*$",
    re.I,
)
_SENTENCE = re.compile(
    r"[a-zäöüß]{3}[.!?]\s+[A-ZÄÖÜ]|\b(?:ich|habe|bin|war|wurde|kann|spreche|arbeite|verfüge|möchte|"
    r"I|am|have|was|"
    r"is|can|speak|work|worked|would|with (?:more than|over|\w+ years))\b|\bErfahren"
)
_LABELLED = re.compile(r"\s*[\w/-]+(?: [\w/-]+){0,3}:\s")
# In German only a new sentence begins with such a word in capitals.
_BEGINS = re.compile(
    r"(?:Ich|Meine?|Mit|Auf|Seit|Im|In|Für|Bei|Als|Der|Die|Das|Wenn|Unter|Zu|Zum|Zur|Derzeit|"
    r"Außerdem|Zurzeit|Auch)\b(?! (?:have|am|was|can|work|led|speak))"
)
_DATED = re.compile(
    r"\s*(?:[A-Za-zÄä]{3,9}\.?\s|\d{1,2}[./])?(?:19|20)\d\d\s*(?:[-–—]|bis\b|to\b|until\b)", re.I
)
_TOWARDS_A_NUMBER = re.compile(r"\b(?:seit|bis|von|ab|since|from|until|to)\s*$", re.I)
_A_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*[.,;]?\s*")
_JOINED = re.compile(r"\s*(?:bis(?! \d)|und|oder|sowie|and|or|to)\s")
_PROSE_CHARS = 50
_LONGEST_LINE = 1_200
_LONG_WORD = re.compile(r"\S{150}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document.

    Attributes:
        text: normalised, cells set apart by tabs, without its bullet.
        heading: whether the document marks it as a heading, or by bold type.
        bullet: whether it is an item of a list.
        gap: whether an empty line or another part of the document goes before it.
        start: its place in ``Profile.text``; 0 until that is written.
    """

    text: str
    heading: bool = False
    bullet: bool = False
    gap: bool = False
    start: int = 0

    @property
    def end(self) -> int:
        """Where it ends in ``Profile.text``."""
        return self.start + len(self.text)


def one_line(text: str) -> str:
    """``text`` normalised: cells by single tabs, every other white space a plain space."""
    cells = (normalise(cell).replace("\u00a0", " ") for cell in _CELLS.split(text))
    return CELL.join(cell for cell in cells if cell)


def tidy(lines: Iterable[Line]) -> list[Line]:
    """Lines with something on them, normalised, bullets taken off; gaps kept."""
    kept: list[Line] = []
    gap = True
    for line in chain.from_iterable(map(_pieces, lines)):
        bullet = None if line.heading else _BULLET.match(line.text)
        text = one_line(line.text[bullet.end() :] if bullet else line.text)
        if not text or _RULE.fullmatch(line.text):
            gap = True
            continue
        kept.append(
            replace(line, text=text, bullet=line.bullet or bool(bullet), gap=gap or line.gap)
        )
        gap = False
    return kept


def _pieces(line: Line) -> list[Line]:
    """A line of a length that no CV has, in parts: rules take time by the square of it."""
    if len(line.text) <= _LONGEST_LINE:
        return [line]
    text = _LONG_WORD.sub(r"\g<0> ", line.text)
    parts = textwrap.wrap(text, _LONGEST_LINE, break_on_hyphens=False, replace_whitespace=False)
    return [replace(line, text=part) for part in parts]


def text_lines(text: str) -> list[Line]:
    """Lines of plain text or Markdown, wrapped sentences made whole."""
    lines: list[Line] = []
    parts: list[str] = []
    first = previous = ""
    for physical in text.replace("\f", "\n\n").split("\n"):
        if parts and _continues(first, previous, physical):
            parts.append(physical.strip())
        else:
            if parts:
                lines.append(_markdown(join_lines(parts)))
            parts = [physical.rstrip()]
            first = physical
        previous = physical
    if parts:
        lines.append(_markdown(join_lines(parts)))
    return tidy(lines)


def _continues(first: str, above: str, line: str) -> bool:
    """Whether ``line`` goes on with the sentence of the line above.

    Nothing here depends on how wide other lines are: they may be so for a long name.

    Args:
        first: the line that the sentence begins on.
        above: the line before.
        line: the one to tell.
    """
    if not above.strip() or not line.strip() or _BULLET.match(line) or _ATX.fullmatch(line):
        return False
    if _ATX.fullmatch(above) or _is_row(above) or _is_row(line) or _DATED.match(line):
        return False
    bullet = _BULLET.match(first)
    if bullet and abs(_indent(line) - bullet.end()) <= 1 and _indent(line) > _indent(first):
        return True
    if above.rstrip().endswith((".", "!", "?", ":", ";", "  ", "\\")):
        return False
    start = line.strip()[0]
    if start.isdigit() and not above.lstrip()[0].isdigit():
        told = bool(_TOWARDS_A_NUMBER.search(above))
        return told or bool(_A_YEAR.fullmatch(line) and re.search(r"\w;\s", above))
    if _JOINED.match(line) and len(above.split()) > 3:
        return True
    if _BEGINS.match(line.strip()) and not _BROKEN_OFF.search(above):
        return False
    if start.islower() and not _LABELLED.match(line):
        return len(above) >= 60 or bool(_BROKEN_OFF.search(above) or _SENTENCE.search(above))
    if not start.isalpha() or above.lstrip()[0].isdigit() or _LABELLED.match(line):
        return False
    is_prose = len(above) >= _PROSE_CHARS and len(above.split()) >= 7
    return is_prose and bool(_SENTENCE.search(above))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or bool(re.search(r"\S {3,}\S|^\s*\|.*\|\s*$", line))


def _markdown(line: str) -> Line:
    """``line`` without the marks of Markdown; plain text passes unchanged."""
    heading = _ATX.fullmatch(line)
    bold = _WHOLE_BOLD.fullmatch(line)
    text = heading["text"] if heading else line
    if re.fullmatch(r"\s*\|.*\|\s*", text) and not _RULE.fullmatch(text):
        text = CELL.join(cell for cell in text.strip().strip("|").split("|") if cell.strip())
    text = _LINK.sub(lambda m: f"{m['label']} {m['target']}".strip(), text)
    text = _HARD_BREAK.sub(" ", text)
    text = _MARKS.sub(lambda m: m[2] or m[3], text)
    return Line(text, heading=bool(heading or bold))
