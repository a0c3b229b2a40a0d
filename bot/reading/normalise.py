"""One spelling for characters that look alike, and slugs.

The rule for spaces: every run of white space becomes one plain space, except that a single
special space (no-break, thin, figure …) between a digit and a digit, letter, currency or
percent sign becomes U+00A0: it belongs to the number ("70 000 €").
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from unicodedata import category

NO_BREAK_SPACE = "\u00a0"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"\s+")
_DETACHED_MARK = re.compile(r" +([.,;:!?])(?=\s|$)")
_UNITS = "€$£¥%‰"
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_CONJUNCTIONS = (["und"], ["oder"], ["bzw."], ["sowie"], ["bis"], ["and"], ["or"])


def normalise(text: str) -> str:
    """``text`` on one line: NFC, no invisible characters, white space by the rule above."""
    visible = text
    if not text.isprintable():
        visible = "".join(
            char for char in text if char.isspace() or category(char) not in _INVISIBLE
        )
    composed = unicodedata.normalize("NFC", visible)
    spaced = _SPACES.sub(_space, composed).strip()
    return _DETACHED_MARK.sub(r"\1", spaced)


def _space(match: re.Match[str]) -> str:
    run, text = match.group(), match.string
    before = text[match.start() - 1] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    special = len(run) == 1 and category(run) == "Zs" and run != " "
    if special and before.isdigit() and (after.isalnum() or after in _UNITS) and after:
        return NO_BREAK_SPACE
    return " "


def fold(text: str) -> str:
    """``text`` for comparing with phrases: lower case, no accents, ß as ss, plain quotes."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACES.sub(" ", bare).strip()


def slug(text: str) -> str:
    """``text`` as lower-case ASCII letters, digits and single hyphens; never empty.

    Umlauts become two letters (``ü`` is ``ue``). Text without any Latin letter or digit
    becomes ``quelle-`` and the start of its SHA-256.
    """
    lower = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    ascii_only = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:120].strip("-")
    if name:
        return name
    return "quelle-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def ends_sentence(text: str, marks: str = ".!?") -> bool:
    """Whether ``text`` ends with one of ``marks``, whatever brackets and quotes follow it."""
    return text.rstrip("\"'“”«»)]*_ ").endswith(tuple(marks))


def join_lines(lines: Sequence[str]) -> str:
    """Wrapped ``lines`` as one; a word that was hyphenated in between is made whole.

    "Ver-", "trieb" is "Vertrieb"; "Key-", "Account" is "Key-Account"; "Vertriebs-",
    "und Marketing" keeps its hyphen and gets a space.
    """
    parts: list[str] = []
    for line in lines:
        before = parts[-1] if parts else ""
        is_hyphenated = before[-1:] in ("-", "\u00ad", "\u2010") and before[-2:-1].isalnum()
        if not parts:
            parts.append(line)
        elif not is_hyphenated or line.split(maxsplit=1)[:1] in _CONJUNCTIONS:
            parts.append(" " + line)
        else:
            if before[-2].islower() and line[:1].islower():
                parts[-1] = before[:-1]
            parts.append(line)
    return "".join(parts)
