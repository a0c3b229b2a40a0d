"""Which of two roles is paid more, as far as sources compare them themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.pay.conversion import bounds
from bot.facts import SalaryFigure, Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the sentences say that state pay for both roles.

    Attributes:
        higher: id of the role that they all pay more; None where they don't agree.
        spans: those sentences.
    """

    higher: str | None
    spans: tuple[Span, ...]


def pay_verdict(first: Sequence[SalaryFigure], second: Sequence[SalaryFigure]) -> Verdict | None:
    """Compares the pay of two roles; None where no sentence states it for both.

    Only figures of one sentence are compared, and of them only those with the same level,
    currency, period, country and line of business: what different sources state for different
    cases says nothing on which role is paid more.
    """
    pairs = [(a, b) for a in first for b in second if _comparable(a, b)]
    found = {_higher(a, b) for a, b in pairs}
    if not pairs:
        return None
    spans = tuple(dict.fromkeys(a.span for a, _ in pairs))
    return Verdict(found.pop() if len(found) == 1 else None, spans)


def _comparable(a: SalaryFigure, b: SalaryFigure) -> bool:
    names = ("span", "seniority", "currency", "period", "branch", "gross", "statistic")
    alike = all(getattr(a, name) == getattr(b, name) for name in names)
    # "AM in Deutschland …, während KAM …": the country may be said of the first alone.
    return alike and (a.country == b.country or None in (a.country, b.country))


def _higher(a: SalaryFigure, b: SalaryFigure) -> str | None:
    """The role that has the larger bounds of two figures; None where they cross or are equal."""
    for more, less in ((a, b), (b, a)):
        pairs = [(x, y) for x, y in zip(bounds(more), bounds(less), strict=True) if x and y]
        if pairs and all(x >= y for x, y in pairs) and any(x > y for x, y in pairs):
            return more.role
    return None
