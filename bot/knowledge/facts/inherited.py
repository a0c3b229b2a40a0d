"""What holds for a figure because the words around its sentence say so.

Country, year, period and gross hold for later sentences of a paragraph until another is named, and
for what stands below a lead-in or heading; never backwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.facts import Period, YearBasis
from bot.knowledge.facts import paywords
from bot.knowledge.facts.amounts import Amount, amounts_in, periods_in
from bot.knowledge.facts.circumstances import branch_of_payer, branches_in, countries_in, years_in
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.statements import Statement

_LABEL = re.compile(r"(?P<label>[A-ZÄÖÜ][^:;.]{2,50}):\s")
_BY_BRANCH = german(r"\bnach (?:\w+ und )?branchen?\b|\bbranchen\b")
_THERE = german(r"\b(?:dort|hier|darin)\b")
# Nobody is paid so much or so little for one of these in any currency read here.
_USUAL: Mapping[Period, tuple[float, float]] = MappingProxyType(
    {"hour": (5, 500), "day": (50, 5_000), "month": (300, 30_000), "year": (5_000, 5_000_000)}
)


def period_above(
    statement: Statement, before: Sequence[Statement], amount: Amount
) -> Period | None:
    """The period that the text above states, where the amount may be of it."""
    for text in _above(statement, before):
        stated = {m.period for m in periods_in(text)}
        if stated:
            period = stated.pop() if len(stated) == 1 else None
            return period if period and _plausible(amount, period) else None
    return None


def _plausible(amount: Amount, period: Period) -> bool:
    """Whether an amount may be of a period that another sentence states."""
    low, high = _USUAL[period]
    return low <= amount.largest <= high


def gross_above(statement: Statement, before: Sequence[Statement]) -> bool | None:
    """Whether the text above speaks of gross (True) or net pay."""
    for text in _above(statement, before):
        gross = paywords.gross_of(text)
        if gross is not None:
            return gross
    return None


def _above(statement: Statement, before: Sequence[Statement]) -> list[str]:
    """What holds for a statement unless it says otherwise, the nearest first."""
    lines = [earlier.text for earlier in reversed(before)]
    lines += [statement.lead_in] if statement.lead_in else []
    return [*lines, *reversed(statement.section.path)]


def announced(statement: Statement) -> str:
    """Lead-in and heading: what they say holds for every amount below them."""
    return " ".join(filter(None, (statement.lead_in, statement.section.heading)))


def country_of(
    statement: Statement, before: Sequence[Statement], stated: Sequence[str]
) -> str | None:
    """The country of an amount; ``stated`` are those its own words name."""
    if stated:
        return stated[-1] if len(set(stated)) == 1 else None
    if len({m.value for m in countries_in(statement.text)}) == 1:
        return countries_in(statement.text)[0].value
    for line in _above(statement, before):
        named = [m.value for m in countries_in(line)]
        if named:
            there = _THERE.search(statement.text)
            return named[-1] if there or len(set(named)) == 1 else None
    return statement.source.country


def year_of(
    statement: Statement, before: Sequence[Statement], stated: Sequence[int]
) -> tuple[int | None, YearBasis | None]:
    """The year of an amount and where it is stated; ``stated`` are those its own words name."""
    if stated:
        return stated[-1], "text"
    for line in _above(statement, before):
        years = {m.value for m in years_in(line)}
        if years:
            return (years.pop(), "text") if len(years) == 1 else (None, None)
    date = statement.source.published or statement.source.updated
    if date:
        return int(date[:4]), "article"
    return None, None


def branch_around(statement: Statement, before: Sequence[Statement]) -> str | None:
    """The line of business that heading, lead-in or label give, or that "dort" points to."""
    if statement.lead_in or statement.section.heading:
        label = _LABEL.match(statement.text)
        if statement.is_item and label and _BY_BRANCH.search(announced(statement)):
            return label["label"]
    payer = branch_of_payer(statement.text)
    if payer:
        return payer
    if _THERE.search(statement.text):
        for earlier in reversed(before):
            branches = [m.value for m in branches_in(earlier.text)]
            payer = branch_of_payer(earlier.text)
            if branches or payer:
                return branches[-1] if branches else payer
    for text in (statement.lead_in, statement.section.heading):
        branches = [m.value for m in branches_in(text)] if text else []
        if len(branches) == 1:
            return branches[0]
    return None


def currency_nearby(statement: Statement, before: Sequence[Statement]) -> str:
    """The currency that text around a bare number uses; that of most German articles else."""
    texts = [statement.text, *(s.text for s in reversed(before)), statement.lead_in or ""]
    texts += [*reversed(statement.section.path), statement.source.text]
    for text in texts:
        for amount in amounts_in(text):
            if amount.currency:
                return amount.currency
        named = re.search(r"€|\b(?:Euro|EUR|CHF|Franken)\b", text)
        if named:
            return "CHF" if named.group() in ("CHF", "Franken") else "EUR"
    return "EUR"
