"""Judgements as lines for a terminal and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import category

from bot.feedback.entry import Entry
from bot.feedback.texts import REASONS, VERDICTS
from bot.writing.document import clean
from bot.writing.sheets import csv_bytes

_HEADS: Final = ("Kennung", "Zeit (UTC)", "Urteil", "Grund", "Anmerkung", "Status", "Absicht",
                 "Antwort von", "Version des Index", "Sprache", "Quellen", "Passagen", "Frage",
                 "Antwort")  # fmt: skip


def as_csv(entries: Iterable[Entry]) -> bytes:
    """A file for spreadsheets, one row an entry; no cell of it can be a formula."""
    return csv_bytes([_HEADS, *map(_row, entries)])


def told(entry: Entry) -> list[str]:
    """The lines for a terminal; what visitors wrote can't steer it."""
    reason = f": {REASONS['de'][entry.reason]}" if entry.reason else ""
    version = "" if entry.index_version is None else f", Index {entry.index_version}"
    lines = [
        f"{entry.at}  {VERDICTS['de'][entry.verdict]}{reason}",
        f"  {entry.id}  {entry.status}, {entry.intent}, {entry.answerer}{version}",
    ]
    for name, text in (
        ("Anmerkung", entry.comment),
        ("Frage", entry.question),
        ("Antwort", entry.answer),
        ("Quellen", ", ".join(entry.sources)),
    ):
        if text:
            lines.append(f"  {name}: {text}")
    return [f"{'  ' if line.startswith(' ') else ''}{clean(_seen(line))}" for line in lines]


def _seen(text: str) -> str:
    """Without signs that aren't seen: those that turn text around, and those that hide some."""
    return "".join(c for c in text if category(c) != "Cf")


def _row(entry: Entry) -> list[str]:
    return [
        entry.id,
        entry.at,
        VERDICTS["de"][entry.verdict],
        REASONS["de"][entry.reason] if entry.reason else "",
        entry.comment,
        entry.status,
        entry.intent,
        entry.answerer,
        "" if entry.index_version is None else str(entry.index_version),
        entry.language,
        "\n".join(entry.sources),
        "\n".join(entry.passages),
        entry.question or "",
        entry.answer or "",
    ]
