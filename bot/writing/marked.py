"""A document as Markdown, or as plain text for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Final

from bot.writing.document import Part, clean, target

TERMINAL_WIDTH: Final = 96

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&!])")
# What would start a list, a heading, a quote or a rule at the beginning of a line.
_AT_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=:])")
_MARKED: Final = {
    "heading": "{marks} {text}",
    "text": "{text}",
    "item": "- {text}",
    "detail": "  - {text}",
    "link": "  - {text}",
}
_IN_A_LIST: Final = ("item", "detail", "link")
_INDENTS: Final = {
    "text": ("", ""),
    "item": ("", "    "),
    "detail": ("    ", "      "),
    "link": ("    ", "      "),
}


def to_markdown(parts: Iterable[Part]) -> str:
    """The document as Markdown, in which no text of a part has a meaning."""
    lines: list[str] = []
    above = ""
    for part in parts:
        _gap(lines, part, above)
        address = target(part)
        text = f"<{address}>" if address else literal(part.text)
        lines.append(_MARKED[part.kind].format(marks="#" * part.level, text=text))
        above = part.kind
    return "\n".join(lines) + "\n"


def to_text(parts: Iterable[Part], width: int = TERMINAL_WIDTH) -> str:
    """The document for a terminal: headings underlined, details indented."""
    lines: list[str] = []
    above = ""
    for part in parts:
        _gap(lines, part, above)
        lines += _plain(part, width)
        above = part.kind
    return "\n".join(lines)


def literal(text: str) -> str:
    """``text`` on one line, so that Markdown shows it as it is: no link, no markup, no HTML."""
    plain = _SPECIAL.sub(r"\\\1", clean(text))
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _gap(lines: list[str], part: Part, above: str) -> None:
    """An empty line, but none within a list."""
    if lines and not (part.kind in _IN_A_LIST and above in _IN_A_LIST):
        lines.append("")


def _plain(part: Part, width: int) -> list[str]:
    text = clean(part.text)
    if part.kind == "heading":
        mark = "=" if part.level == 1 else "-"
        return [text, mark * min(len(text), width)] if part.level < 3 else [text]
    first, rest = _INDENTS[part.kind]
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [""]
