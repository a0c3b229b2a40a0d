"""What ``Screenings`` returns beside reports."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screening.intake import Receipt
from bot.screening.report import ScreeningReport


@dataclass(frozen=True, slots=True)
class Started:
    """A new screening.

    Attributes:
        receipts: which upload became which application; told once, here, and not kept.
        repeated: whether the same request has begun it before.
    """

    report: ScreeningReport
    receipts: tuple[Receipt, ...]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """One screening in a list."""

    id: str
    role: str
    role_name: str
    opened_by: str
    opened_at: str
    delete_on: str
    applications: int
    open_lines: int
