"""A source cut into passages: neighbouring sentences of one section, sized for the encoder.

A passage never crosses a heading and prefers to end with a paragraph. Its title and heading
path are embedded with it, so that an answer under a telling heading is found by that heading.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator

from bot.domain import Passage, Section, Sentence, Source
from bot.passages.sentences import split_sentences

CHUNKER_VERSION = "1"

TARGET_TOKENS = 220
"""Body size aimed at. Larger passages blur what a question hits; the encoder takes 512."""

TokenCounter = Callable[[str], int]


def embedded_text(source_title: str, heading_path: tuple[str, ...], body: str) -> str:
    """What the encoder and the keyword index see of a passage."""
    return "\n".join([source_title, *heading_path[-2:], body])


def cut(source: Source, count_tokens: TokenCounter, max_tokens: int) -> list[Passage]:
    """The passages of ``source`` in reading order.

    Args:
        source: normalised text with its sections.
        count_tokens: the encoder's own counter.
        max_tokens: what the encoder reads of one text; nothing longer is made.
    """
    seen: Counter[str] = Counter()
    passages = []
    for section in source.sections:
        header = count_tokens(embedded_text(source.title, section.path, ""))
        budget = max(16, min(TARGET_TOKENS, max_tokens - header - 4))
        for group in _groups(source.text, section, count_tokens, budget):
            start, end = group[0].start, group[-1].end
            body = source.text[start:end]
            shown = embedded_text(source.title, section.path, body)
            key = hashlib.sha256(f"{source.id}\0{shown}".encode()).hexdigest()
            passages.append(
                Passage(
                    id=hashlib.sha256(f"{key}{seen[key]}".encode()).hexdigest()[:24],
                    source_id=source.id,
                    heading_path=section.path,
                    start=start,
                    end=end,
                    sentences=tuple(group),
                    text=body,
                )
            )
            seen[key] += 1
    return passages


def _groups(
    text: str, section: Section, count_tokens: TokenCounter, budget: int
) -> Iterator[list[Sentence]]:
    """Sentences of one section, packed paragraph by paragraph up to ``budget`` tokens."""
    group: list[Sentence] = []
    used = 0
    for paragraph in _paragraphs(text, section):
        sentences = [
            piece
            for sentence in paragraph
            for piece in _shortened(text, sentence, count_tokens, budget)
        ]
        sizes = [count_tokens(text[s.start : s.end]) for s in sentences]
        if group and used + sum(sizes) > budget:
            yield group
            group, used = [], 0
        for sentence, size in zip(sentences, sizes, strict=True):
            if group and used + size > budget:
                yield group
                group, used = [], 0
            group.append(sentence)
            used += size
    if group:
        yield group


def _paragraphs(text: str, section: Section) -> Iterator[list[Sentence]]:
    """Sentences by paragraph; a list stays with the lead-in that ends in a colon."""
    paragraph: list[Sentence] = []
    for sentence in split_sentences(text, section.start, section.end):
        if paragraph:
            gap = text[paragraph[-1].end : sentence.start]
            leads_in = text[paragraph[-1].end - 1] == ":"
            if "\n\n" in gap and not leads_in:
                yield paragraph
                paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _shortened(
    text: str, sentence: Sentence, count_tokens: TokenCounter, budget: int
) -> Iterator[Sentence]:
    """The sentence itself, or pieces cut between words where it alone is over the budget."""
    start, end = sentence.start, sentence.end
    if end - start <= budget or count_tokens(text[start:end]) <= budget:
        yield sentence
        return
    # No subword model makes more tokens than characters, so this many always fit.
    begin = start
    last_space = start
    for space in re.finditer(r"\s+", text[start:end]):
        position = start + space.start()
        if count_tokens(text[begin:position]) > budget and last_space > begin:
            yield Sentence(begin, last_space)
            begin = start + space.start() if last_space == position else last_space
            while begin < end and text[begin].isspace():
                begin += 1
        last_space = position
    while end - begin > 0:
        piece_end = end if count_tokens(text[begin:end]) <= budget else begin + budget
        yield Sentence(begin, piece_end)
        begin = piece_end
