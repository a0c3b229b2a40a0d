"""What an answer's text holds: facts, its first sentence, statements and their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.answering.grounding import numbers_in
from bot.dialogue.language import language_of
from bot.domain import Answer
from bot.german import content_stems, words
from bot.passages.sentences import split_sentences

SUPPORTED_SHARE: Final = 0.6
"""Content words of a statement that must occur in its quotes, as the issue defines it."""

_MARKERS = r"(?:\s*(?<!\\)\[\d+\])+"
_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
_STATEMENT = re.compile(rf"(.+?)({_MARKERS})[.,;]?")
_ENGLISH_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LIST_MARK = re.compile(r"^\s*(?:[-*•>]|\d+[.)])\s+")
_LABEL = re.compile(r"^\*\*[^*]+\*\*:?\s*[–-]?\s*")
_HEADING = re.compile(r"#|\||```|\*\*[^*]+\*\*:?$|[-=*_]{3,}$")
_SHORT = 3


def comparable(text: str) -> str:
    """Folded words and numbers with a blank before and behind each: " 40000 bis 60000 euro ".

    Every notation of a whole number is the same: 40.000, 40 000, 40,000.
    """
    return f" {' '.join(words(_ENGLISH_GROUPS.sub('', text)))} "


def holds(text: str, alternatives: Sequence[str]) -> bool:
    """Whether one of the alternatives occurs in ``text``, which ``comparable`` made.

    Parts of words count ("kommunikat"), but numbers and words up to three letters must be whole.
    """
    return any(_occurs(comparable(way).strip(), text) for way in alternatives)


def _occurs(wanted: str, text: str) -> bool:
    if not wanted:
        return False
    whole = len(wanted) <= _SHORT
    before = r"(?<= )" if whole or wanted[0].isdigit() else ""
    behind = r"(?= )" if whole or wanted[-1].isdigit() else ""
    return re.search(before + re.escape(wanted) + behind, text) is not None


def said(answer: Answer) -> str:
    """The answer's text without markers and its quotes, for ``holds``."""
    quotes = "\n".join(citation.quote for citation in answer.citations)
    return comparable(_MARKER.sub(" ", answer.text) + "\n" + quotes)


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text that is no heading and no table, without markers."""
    for line in text.splitlines():
        bare = _MARKER.sub("", line).strip()
        if not bare or _HEADING.match(bare):
            continue
        plain = _LIST_MARK.sub("", bare).replace("**", "")
        sentences = split_sentences(plain)
        if sentences:
            return plain[sentences[0].start : sentences[0].end]
    return ""


def unsupported(answer: Answer) -> tuple[int, tuple[str, ...]]:
    """How many statements of the text carry markers, and those that their quotes don't support.

    A statement that is its quote is supported. Of any other one, the numbers and
    ``SUPPORTED_SHARE`` of the content words must occur in the quotes; of a table's row and of
    English words around a German quote, the numbers.
    """
    quotes = {citation.number: citation.quote for citation in answer.citations}
    count, found = 0, []
    for statement, numbers in _statements(answer.text):
        count += 1
        quoted = "\n".join(quotes.get(number, "") for number in numbers)
        if not _supports(quoted, statement):
            found.append(statement)
    return count, tuple(found)


def _statements(text: str) -> Iterator[tuple[str, list[int]]]:
    for line in text.splitlines():
        if line.lstrip().startswith("|"):
            numbers = [int(n) for n in _MARKER.findall(line)]
            if numbers:
                yield _MARKER.sub("", line), numbers
            continue
        for match in _STATEMENT.finditer(_LIST_MARK.sub("", line)):
            yield match[1].strip(), [int(n) for n in _MARKER.findall(match[2])]


def _supports(quoted: str, statement: str) -> bool:
    plain = _LABEL.sub("", statement).replace("**", "")
    if comparable(plain).strip() in comparable(quoted):
        return True
    if not numbers_in(plain) <= numbers_in(quoted):
        return False
    if statement.startswith("|") or language_of(plain) == "en":
        return True
    stems = [s for s in content_stems(plain) if not s[0].isdigit()]
    known = set(content_stems(quoted))
    return not stems or sum(s in known for s in stems) / len(stems) >= SUPPORTED_SHARE
