"""The invariants of the contract, checked on every answer before it is shown.

1. A quote is the source's text at its offsets, character for character.
2. Every marker has a citation, every citation a marker.
3. Every number in the text occurs in a cited quote.
4. A declined answer has neither citations nor figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from bot.domain import Answer, Source

MOST_NAMED_CHARACTERS = 120

_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
_NUMBER = re.compile(
    r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?(?!\d)"  # 70.000  70 000  1.234,5
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"  # 70,000  1,234.5
    r"|\d+(?:[.,]\d+)?"
)


def violations(answer: Answer, sources: Mapping[str, Source]) -> list[str]:
    """What is wrong with an answer, in English for the log; empty where all holds."""
    found = []
    for citation in answer.citations:
        source = sources.get(citation.source.id)
        if source is None or source.text[citation.start : citation.end] != citation.quote:
            found.append(f"quote [{citation.number}] is not its source's text at its offsets")
    markers = {int(number) for number in _MARKER.findall(answer.text)}
    numbers = [citation.number for citation in answer.citations]
    if markers != set(numbers) or len(numbers) != len(set(numbers)):
        found.append(f"markers {sorted(markers)} do not match citations {numbers}")
    quoted = {n for citation in answer.citations for n in numbers_in(citation.quote)}
    loose = numbers_in(_MARKER.sub("", answer.text)) - quoted
    if loose:
        found.append(f"numbers {sorted(loose)} are in no cited quote")
    if answer.status == "declined" and (answer.citations or loose or answer.reason is None):
        found.append("a declined answer has citations, figures or no reason")
    if answer.status == "answered" and not answer.citations:
        found.append("an answer without citations")
    return found


def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers in ``text``; German and English notations of one number are equal."""
    return frozenset(_value(match) for match in _NUMBER.findall(text))


def can_be_named(name: str) -> bool:
    """Whether a text without quotes may repeat a name.

    Args:
        name: as somebody typed it, or as a source calls something.

    Returns:
        False where it is no word, too long to be a name, or holds a digit of any kind ("m²"):
        whatever reads the answer's numbers would miss its quote.
    """
    return (
        len(name) <= MOST_NAMED_CHARACTERS
        and any(c.isalpha() for c in name)
        and not any(c.isnumeric() for c in name)
    )


def _value(written: str) -> Decimal:
    plain = re.sub(r"[\u00a0\u202f ]", "", written)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain)
    if grouped:
        return Decimal(re.sub(r"[.,]", "", plain))
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return Decimal(plain)
    whole = re.sub(r"[.,]", "", plain[:last])
    return Decimal(f"{whole}.{plain[last + 1 :]}").normalize()
