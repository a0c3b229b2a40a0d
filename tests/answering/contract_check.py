"""The contract's invariants, written a second time.

The product checks itself with ``bot.answering.grounding``; a defect there would hide what it
lets through. So nothing of it is used here, and markers and numbers are read in another way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from bot.domain import Answer, Intent, Reason, Source, Status

_GROUPING = ".,\u00a0\u202f "


def broken(answer: Answer, sources: Mapping[str, Source]) -> list[str]:
    """Which of the contract's promises an answer breaks; empty where it keeps all."""
    return [*_kinds(answer), *_quotes(answer, sources), *_numbers(answer), *_records(answer)]


def _kinds(answer: Answer) -> Iterator[str]:
    if answer.status not in get_args(Status):
        yield f"status {answer.status}"
    if answer.intent not in get_args(Intent):
        yield f"intent {answer.intent}"
    if answer.reason not in (get_args(Reason) if answer.status == "declined" else (None,)):
        yield f"{answer.status} with reason {answer.reason}"
    if not answer.text.strip():
        yield "no text"
    if answer.status == "declined" and (answer.citations or answer.salary or answer.career):
        yield "declined with evidence"
    if answer.status == "declined" and any(c.isdigit() for c in answer.text):
        yield "declined with a digit"
    if answer.status == "answered" and not answer.citations:
        yield "answered without evidence"
    json.dumps(answer.to_json(), ensure_ascii=False, allow_nan=False).encode()


def _quotes(answer: Answer, sources: Mapping[str, Source]) -> Iterator[str]:
    for citation in answer.citations:
        source = sources[citation.source.id]
        if not citation.quote or citation.quote != source.text[citation.start : citation.end]:
            yield f"quote {citation.number} isn't the source's"
        if citation.source.title != source.title or citation.source.url != source.url:
            yield f"reference {citation.number} isn't the source's"
    numbers = sorted(citation.number for citation in answer.citations)
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"citations are numbered {numbers}"
    marked = {number for number, _ in _split(answer.text)[1]}
    if marked != set(numbers):
        yield f"markers {sorted(marked)}, citations {numbers}"


def _numbers(answer: Answer) -> Iterator[str]:
    quoted = {n for citation in answer.citations for n in _amounts(citation.quote)}
    for amount in _amounts(_split(answer.text)[0]):
        if amount not in quoted:
            yield f"number {amount} is in no quote"


def _records(answer: Answer) -> Iterator[str]:
    numbers = {citation.number for citation in answer.citations}
    for record in (*answer.salary, *answer.career):
        cited: Any = record.get("citation")
        if (cited["number"] if isinstance(cited, dict) else cited) not in numbers:
            yield f"a record cites {cited}"


def _split(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its markers, and each marker's number and place."""
    kept, found, place = "", [], 0
    while place < len(text):
        if text[place] == "\\":
            kept += text[place : place + 2]
            place += 2
            continue
        end = text.find("]", place) if text[place] == "[" else -1
        inside = text[place + 1 : end] if end > 0 else ""
        if inside.isascii() and inside.isdigit():
            found.append((int(inside), place))
            place = end + 1
            continue
        kept += text[place]
        place += 1
    return kept, found


def _amounts(text: str) -> list[str]:
    """Every number in plain digits: "70000" for 70.000, 70,000 and 70 000; "1.5" for 1,5."""
    found, place = [], 0
    while place < len(text):
        if not text[place].isdigit():
            place += 1
            continue
        whole, place = _digits(text, place)
        groups = 0
        while place < len(text) and text[place] in _GROUPING:
            more, behind = _digits(text, place + 1)
            if len(more) == 3 and (len(whole) <= 3 or groups):
                whole, place, groups = whole + more, behind, groups + 1
            elif more and text[place] in ".,":
                whole, place = f"{whole}.{more}".rstrip("0").rstrip("."), behind
                break
            else:
                break
        found.append(whole)
    return found


def _digits(text: str, place: int) -> tuple[str, int]:
    end = place
    while end < len(text) and text[end].isdigit():
        end += 1
    return text[place:end], end
