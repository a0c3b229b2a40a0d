"""Where a model's sentences stand in the default answer.

The rule that makes a model safe to switch on: nothing of the default answer is taken away. Its
first block stays first, then come the model's sentences, then all the rest. What is measured of
an answer (the facts it holds, its first sentence, its citations, its figures) can't get worse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering import texts
from bot.answering.draft import escape
from bot.answering.evidence import Evidence
from bot.answering.generative.draft import DraftSentence
from bot.dialogue.language import Language
from bot.domain import Answer, Citation, SourceReference
from bot.german import content_stems, words

SAME_WORDS = 0.8
"""Common content words by all of two sentences, from which one only repeats the other."""

_MARKER = re.compile(r"(?<!\\)\[\d+\]")
_CLOSING = frozenset(",;:.)")
_NO_SENTENCE = re.compile(r"\s*(?:#|\||```|\*\*[^*]+\*\*:?\s*$|[-=*_]{3,}\s*$|$)")


def repeats(sentence: DraftSentence, base: Answer, given: Sequence[Evidence]) -> bool:
    """Whether the default answer says it already, so that it would stand there twice."""
    said = " ".join(words(sentence.text))
    if f" {said} " in f" {' '.join(words(_MARKER.sub(' ', base.text)))} ":
        return True
    own = set(content_stems(sentence.text))
    return any(
        len(own & theirs) >= SAME_WORDS * len(own | theirs)
        for number in sentence.cited
        for theirs in [set(content_stems(given[number - 1].quote))]
    )


def with_wording(
    base: Answer, sentences: Sequence[DraftSentence], given: Sequence[Evidence], language: Language
) -> Answer:
    """``base`` with the sentences behind its first block.

    Args:
        base: the default answer; its numbers stay.
        sentences: what the model wrote and passed every check.
        given: what it cites; the first is number 1. What ``base`` doesn't cite gets a new number.
        language: of our own words in between.
    """
    citations = {_place_of(c): c for c in base.citations}
    worded = []
    for sentence in sentences:
        said = ""
        for part in sentence.parts:
            for number in part.cited:
                made = _citation(given[number - 1], len(citations) + 1)
                citations.setdefault(_place_of(made), made)
            marks = dict.fromkeys(
                citations[_place_of(_citation(given[number - 1]))].number for number in part.cited
            )
            gap = "" if part.text[:1] in _CLOSING else " "
            said += f"{gap}{escape(part.text)} " + "".join(f"[{mark}]" for mark in marks)
        worded.append(said.strip() + (sentence.end or "."))
    first, rest = _parted(base.text)
    blocks = [first, _as_text(worded)]
    if rest:
        blocks += [texts.IN_DETAIL[language]] if first.endswith(":") else []
        blocks.append(rest)
    return replace(base, text="\n\n".join(blocks), citations=tuple(citations.values()))


def _parted(text: str) -> tuple[str, str]:
    """The text up to the end of the block that holds its first sentence, and the rest."""
    blocks = text.split("\n\n")
    ends = [
        number
        for number, block in enumerate(blocks, 1)
        if any(not _NO_SENTENCE.match(line) for line in block.splitlines())
    ]
    end = ends[0] if ends else len(blocks)
    return "\n\n".join(blocks[:end]), "\n\n".join(blocks[end:])


def _as_text(sentences: Sequence[str]) -> str:
    """A paragraph; more than three sentences become a first one and a list."""
    first, *others = sentences
    if len(others) <= 2:
        return " ".join(sentences)
    return "\n\n".join([first, "\n".join(f"- {sentence}" for sentence in others)])


def _citation(item: Evidence, number: int = 0) -> Citation:
    source = item.source
    return Citation(
        number=number,
        quote=item.quote,
        start=item.sentence.start,
        end=item.sentence.end,
        section=item.section,
        passage_id=item.passage.id,
        source=SourceReference(
            source.id, source.title, source.publisher, source.url, source.published
        ),
    )


def _place_of(citation: Citation) -> tuple[str, int, int]:
    return citation.source.id, citation.start, citation.end
