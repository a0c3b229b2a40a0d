"""Every word of the salary table and its charts, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class PayTexts:
    """The words of one language; ``{…}`` are filled in where they are used."""

    language: Language
    table: str
    role: str
    about: str
    amount: str
    period: str
    country: str
    year: str
    source: str
    open: str
    article_date: str
    converted: str
    chart: str
    chart_periods: Mapping[str | None, str]
    chart_description: str
    range: str
    at_least: str
    at_most: str
    currencies: Mapping[str, str]


_SYMBOLS: Final[Mapping[str, str]] = MappingProxyType(
    {"EUR": "€", "USD": "US-$", "CHF": "CHF", "GBP": "£"}
)

GERMAN: Final = PayTexts(
    language="de",
    table="Gehaltsangaben der Quellen",
    role="Rolle, Stufe",
    about="Angabe",
    amount="Betrag",
    period="Zeitraum",
    country="Land",
    year="Jahr",
    source="Quelle",
    open="nicht genannt",
    article_date="Artikeldatum",
    converted="umgerechnet rund {amount} je {period}",
    chart="{currency} {period}",
    chart_periods=MappingProxyType(
        {
            "hour": "pro Stunde",
            "day": "pro Tag",
            "month": "pro Monat",
            "year": "pro Jahr",
            None: "(Zeitraum nicht genannt)",
        }
    ),
    chart_description="Diagramm der Gehaltsangaben in {scale}: {rows}.",
    range="{low} bis {high}",
    at_least="ab {low}",
    at_most="bis {high}",
    currencies=MappingProxyType(
        {"EUR": "Euro", "USD": "US-Dollar", "CHF": "Schweizer Franken", "GBP": "Britische Pfund"}
    ),
)

ENGLISH: Final = PayTexts(
    language="en",
    table="Pay stated by the sources",
    role="Role, level",
    about="Figure",
    amount="Amount",
    period="Period",
    country="Country",
    year="Year",
    source="Source",
    open="not stated",
    article_date="article date",
    converted="converted: about {amount} a {period}",
    chart="{currency} {period}",
    chart_periods=MappingProxyType(
        {
            "hour": "per hour",
            "day": "per day",
            "month": "per month",
            "year": "per year",
            None: "(no period stated)",
        }
    ),
    chart_description="Chart of the pay stated in {scale}: {rows}.",
    range="{low} to {high}",
    at_least="from {low}",
    at_most="up to {high}",
    currencies=MappingProxyType(
        {"EUR": "Euros", "USD": "US dollars", "CHF": "Swiss francs", "GBP": "British pounds"}
    ),
)

PAY_TEXTS: Final[Mapping[Language, PayTexts]] = MappingProxyType({"de": GERMAN, "en": ENGLISH})


def money(value: float, currency: str, texts: PayTexts) -> str:
    """An amount as the language writes it: "50.000 €", "15,50 €", "€50,000"."""
    symbol = _SYMBOLS.get(currency, currency)
    if texts.language == "en":
        return f"{symbol}{'' if len(symbol) == 1 else ' '}{number(value, texts)}"
    return f"{number(value, texts)}\u00a0{symbol}"


def number(value: float, texts: PayTexts) -> str:
    """A number as the language groups it: "50.000", "15,50", "50,000"."""
    plain = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return plain if texts.language == "en" else plain.translate(str.maketrans(",.", ".,"))


def span_of_money(low: float | None, high: float | None, currency: str, texts: PayTexts) -> str:
    """A range, one amount, or a bound: "ab 100.000 €"; empty without any amount."""
    if low is None and high is None:
        return ""
    if low is None or high is None:
        pattern = texts.at_most if low is None else texts.at_least
        only = money(high if high is not None else low or 0.0, currency, texts)
        return pattern.format(low=only, high=only)
    if low == high:
        return money(low, currency, texts)
    return texts.range.format(low=money(low, currency, texts), high=money(high, currency, texts))
