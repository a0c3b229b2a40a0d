"""Salary figures as rows to be shown: what is said twice is one row, newer ones come first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

from bot.facts import SalaryFigure
from bot.knowledge.facts.amounts import Amount, amounts_in
from bot.knowledge.facts.patterns import german

OLD_AFTER_YEARS: Final = 5
"""A figure that is older than the newest one by more than this is marked."""

_AMOUNTS: Final = ("role", "seniority", "min", "max", "mean", "median", "currency")
_DETAILS: Final = ("period", "country", "branch", "gross", "includes_variable")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What belongs to an amount in front of it and behind: "weit mehr als … und mehr".
_HEDGES = german(
    r"(?<![^\W_])(?:(?:zwischen|rund|etwa|ca\.|circa|ungefähr|gut|knapp|über|mehr als|weit|"
    r"deutlich|bis zu|bis|maximal|höchstens|mindestens|ab|unter|weniger als|nicht|aber|ø)\s+)+$"
)
_BEHIND = german(
    r"(?:\s*(?:€|euro|eur|us-dollar|dollar|usd|\$|chf|franken)(?![^\W_]))?"
    r"(?:\s*\+|\s+(?:(?:brutto|netto)\s+)?(?:und mehr|oder mehr|und darüber|aufwärts))?"
)


# What is paid in these cases isn't what the job pays as such.
_CASES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "training",
        german(r"\b(?:ausbildung\w*|azubi\w*|auszubildende\w*|\w*lehrjahr\w*|angehende\w*)\b"),
    ),
    ("internship", german(r"\b(?:praktik\w*|werkstudent\w*|internships?)\b")),
    ("part_time", german(r"\bteilzeit\w*|\b[12]\d stunden in der woche\b|\bpart[- ]time\b")),
    (
        "freelance",
        german(
            r"\b(?:freelanc\w*|freiberuf\w*|selbst(?:st)?ändige\w*|interim\w*|freie[rn]?\b|"
            r"stundensatz|tagessatz)"
        ),
    ),
)
_LABELLED = re.compile(r"(?P<label>[^:;]{2,60}):\s*$")


@dataclass(frozen=True, slots=True)
class PayRow:
    """Figures that state the same, the one that says most first.

    Attributes:
        year: of the figure, else of its article; None where neither is known.
        dated_by_article: whether only the article's date tells the year.
        old: by more than ``OLD_AFTER_YEARS`` older than the newest row.
    """

    figures: tuple[SalaryFigure, ...]
    year: int | None
    dated_by_article: bool
    old: bool

    @property
    def figure(self) -> SalaryFigure:
        """The one that says most."""
        return self.figures[0]


def rows_of(figures: Sequence[SalaryFigure], dates: Mapping[str, str | None]) -> list[PayRow]:
    """Rows, the newest first, undated ones last; within a year the order is kept.

    Args:
        figures: those to be shown.
        dates: ISO date of each source by its id, as far as known.
    """
    merged: list[list[SalaryFigure]] = []
    for figure in figures:
        twin = next((row for row in merged if _same(row, figure)), None)
        if twin is None:
            merged.append([figure])
        elif all(figure.span != other.span for other in twin):
            twin.append(figure)
    dated = [(_year(row, dates), row) for row in merged]
    newest = max((year for (year, _), _ in dated if year is not None), default=None)
    rows = [
        PayRow(
            figures=tuple(sorted(row, key=lambda f: -_said(f))),
            year=year,
            dated_by_article=by_article,
            old=bool(newest and year and newest - year > OLD_AFTER_YEARS),
        )
        for (year, by_article), row in dated
    ]
    return sorted(rows, key=lambda row: -(row.year or 0))


def wording(figure: SalaryFigure, quote: str) -> str:
    """The amount as ``quote`` writes it, with its "ca." and "bis zu": a part of ``quote``.

    The whole quote where the amount can't be found in it.
    """
    start, end = _place(figure, quote)
    return quote[start:end]


def label_of(figure: SalaryFigure, quote: str) -> str:
    """What a list or table says its amount is of: "Spannweite", "Junior (0 bis 2 Jahre)".

    A part of ``quote``; empty where the amount stands in a sentence.
    """
    before = quote[: _place(figure, quote)[0]]
    if ";" in before and ":" in before:
        return before.split(";")[0].strip()
    match = _LABELLED.fullmatch(before)
    return match["label"].strip() if match else ""


def special_case(quote: str) -> str | None:
    """The case that a sentence says its amount is for: "training", say; None for most."""
    return next((case for case, pattern in _CASES if pattern.search(quote)), None)


def _place(figure: SalaryFigure, quote: str) -> tuple[int, int]:
    found = next((a for a in amounts_in(quote) if _is_of(a, figure)), None)
    if found is None:
        return 0, len(quote)
    hedges = _HEDGES.search(quote[: found.start])
    behind = _BEHIND.match(quote, found.end)
    return hedges.start() if hedges else found.start, behind.end() if behind else found.end


def _is_of(amount: Amount, figure: SalaryFigure) -> bool:
    if amount.unit != "money":
        return False
    if figure.min is None and figure.max is None:
        return amount.low is not None and amount.low in (figure.mean, figure.median)
    return (amount.low, amount.high) == (figure.min, figure.max)


def _same(row: Sequence[SalaryFigure], figure: SalaryFigure) -> bool:
    """Whether a figure says what a row says.

    Within a source the one may leave open what the other tells: it says it twice. What another
    source leaves open isn't filled in.
    """
    if any(getattr(row[0], name) != getattr(figure, name) for name in _AMOUNTS):
        return False
    return all(
        _agree(
            getattr(other, name),
            getattr(figure, name),
            same_source=other.span.source_id == figure.span.source_id,
        )
        for other in row
        for name in _DETAILS
    )


def _agree(one: object, other: object, *, same_source: bool) -> bool:
    return one == other or (same_source and (one is None or other is None))


def _said(figure: SalaryFigure) -> int:
    return sum(getattr(figure, f.name) is not None for f in fields(figure))


def _year(row: Sequence[SalaryFigure], dates: Mapping[str, str | None]) -> tuple[int | None, bool]:
    """The newest year of figures that say the same, and whether only an article tells it."""
    stated = [f.year for f in row if f.year is not None and f.year_basis == "text"]
    by_article = [f.year for f in row if f.year is not None and f.year_basis != "text"]
    for figure in row:
        match = _YEAR.match(dates.get(figure.span.source_id) or "")
        if match and figure.year is None:
            by_article.append(int(match.group()))
    newest = max([*stated, *by_article], default=None)
    return newest, newest is not None and newest not in stated
