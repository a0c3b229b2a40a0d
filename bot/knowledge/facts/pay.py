"""Which amounts of a sentence are pay, and not turnover, a budget, a price or a fee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.facts import paywords
from bot.knowledge.facts.amounts import Amount, amounts_in
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.scopes import Scope, scopes
from bot.knowledge.facts.statements import Statement

_CURRENCY_LABEL = re.compile(r"(?:€|\b(?:euro|eur|chf|franken)\b)[^:]*:\s*\D*$", re.IGNORECASE)
_WITH = german(
    r"\b(?:inkl\.|inklusive|einschließlich|mit|ohne|samt|plus|zzgl\.|zuzüglich)(?: \w+)?\s*$"
)
_MILLION = 1_000_000
RESTATES = german(
    r"^(?:das|dies) (?:sind|entspricht|ist|macht|ergibt|bedeutet|wären)|^umgerechnet|^also\b|"
    r"^auf (?:den monat|das jahr)"
)
"""Opens a sentence that says the figure before it once more, for another period."""


@dataclass(frozen=True, slots=True)
class Pay:
    """One amount that is pay, with its scope in its statement."""

    statement: Statement
    amount: Amount
    scope: Scope

    @property
    def clause(self) -> str:
        """The words that belong to the amount."""
        return self.statement.text[self.scope.pre[0] : self.scope.post[1]]


def pay_amounts(statement: Statement, before: Sequence[Statement] = ()) -> list[Amount]:
    """The amounts of a statement that are pay; ``before`` are the earlier ones of its paragraph."""
    return [pay.amount for pay in pays_in(statement, before)]


def pays_in(statement: Statement, before: Sequence[Statement]) -> list[Pay]:
    """The amounts of a statement that are pay, with their scopes, in order.

    Args:
        statement: where they stand.
        before: the earlier statements of its paragraph.
    """
    text = statement.text
    if statement.text.endswith("?"):
        return []
    money = [a for a in amounts_in(text) if a.unit == "money"]
    found = scopes(text, [(a.start, a.end) for a in money])
    return [
        Pay(statement, amount, scope)
        for amount, scope in zip(money, found, strict=True)
        if _is_pay(statement, amount, scope, before)
    ]


def _is_pay(
    statement: Statement, amount: Amount, scope: Scope, before: Sequence[Statement]
) -> bool:
    text = statement.text
    pre = text[scope.pre[0] : scope.pre[1]]
    post = text[scope.post[0] : scope.post[1]]
    if amount.currency is None and not _is_money(statement, amount, post):
        return False
    if _is_difference_or_price(pre, post):
        return False
    if paywords.TAXED.search(post) and amount.largest < _MILLION:
        return True
    near = _nearest(pre, post)
    if near is not None:
        return near == "pay"
    if amount.largest >= _MILLION or paywords.PAYERS.search(pre + " " + post):
        return False
    return _is_pay_by_context(statement, before)


def _is_difference_or_price(pre: str, post: str) -> bool:
    return bool(
        paywords.PER_UNIT.search(post)
        or paywords.DIFFERENCE_BEHIND.search(post)
        or paywords.DIFFERENCE_BEFORE.search(pre)
    )


def _is_pay_by_context(statement: Statement, before: Sequence[Statement]) -> bool:
    """Whether an amount that no word of its clause explains is pay."""
    text = statement.text
    if RESTATES.search(text) and before:
        return bool(pay_amounts(before[-1], before[:-1]))
    in_context = paywords.in_pay_context(statement)
    if paywords.NOT_PAY.search(text) and not in_context:
        return False
    if paywords.PAY.search(text) or in_context:
        return True
    if not paywords.PAYS.search(text):
        return False
    return bool(statement.mentions) or any(pay_amounts(s) for s in before[-2:])


def _nearest(pre: str, post: str) -> str | None:
    """Kind of the word nearest to an amount that tells what it is: "pay", "other", "extra"."""
    pre, post = pre.rsplit(";", 1)[-1], post.split(";", 1)[0]
    ranked: list[tuple[int, str]] = []
    for kind, pattern in (
        ("pay", paywords.PAY),
        ("other", paywords.NOT_PAY),
        ("extra", paywords.EXTRA),
    ):
        in_front = [
            m
            for m in pattern.finditer(pre)
            if kind != "extra" or not _WITH.search(pre[: m.start()])
        ]
        if in_front:
            ranked.append((len(pre[in_front[-1].end() :].split()), kind))
        behind = pattern.search(post)
        if behind and not (kind == "extra" and _WITH.search(post[: behind.start()])):
            # A word behind an amount tells less of it, unless it follows at once: "2 Mio. Umsatz".
            distance = len(post[: behind.start()].split())
            if distance <= 1:
                ranked.append((distance, kind))
            elif kind != "extra":
                ranked.append((2 * distance + 1, kind))
    return min(ranked)[1] if ranked else None


def _is_money(statement: Statement, amount: Amount, post: str) -> bool:
    """Whether a number without currency is an amount: its label or neighbour says so."""
    if re.match(r"\s*\(?(?:brutto|netto)", post, re.IGNORECASE) or amount.scaled:
        return True
    label = statement.text[: amount.start].rsplit(";", 1)[-1]
    if _CURRENCY_LABEL.search(label):
        return True
    around = " ".join(filter(None, (statement.lead_in, statement.section.heading)))
    follows = re.match(r"\s*(?:$|[;,.)|(]|pro|im|/)", post)
    return bool(re.search(r"€|\b(?:euro|eur|chf|franken)\b", around, re.IGNORECASE) and follows)
