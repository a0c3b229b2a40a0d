"""Amounts of money and shares in percent, as German texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.facts import Period
from bot.knowledge.facts.numerals import DIGITS, PLAIN, SPELLED, value_of
from bot.knowledge.facts.patterns import german

Bound = Literal["exact", "range", "minimum", "maximum"]
Unit = Literal["money", "percent"]

_CURRENCIES = (
    ("EUR", r"€|euros?(?![^\W_])|eur(?![^\W_])"),
    ("USD", r"us-?\s?\$|us-?dollars?\b|dollars?\b|usd\b|\$"),
    ("CHF", r"chf\b|(?:schweizer )?franken\b|sfr\b\.?|fr\.(?=\s*\d)"),
    ("GBP", r"£|gbp\b|(?:britische )?pfund\b"),
)
_CURRENCY = "|".join(pattern for _, pattern in _CURRENCIES)
# "T€ 80": a factor may stand with the currency in front as well.
_BEFORE = rf"(?:\b(?:t|k|tsd\.?)\s?)?(?:{_CURRENCY})"
_FACTOR = (
    r"tsd\b\.?|tausend\b|k(?![^\W_])|k(?=€|eur)|t(?=\s?€|eur\b)|"
    r"mio\b\.?|million(?:en)?\b|mill\.|mrd\b\.?|milliarden?\b"
)
_NUMBER = rf"{DIGITS}|{PLAIN}|{SPELLED}"
_SPACE = r"[ \u00a0\u202f\u2009]?"
_QUANTITY = (
    r"(?:(?P<before{n}>{before}){space})?(?P<number{n}>{number})(?:,-+|,–)?"
    r"(?:{space}(?P<factor{n}>{factor}))?(?:{space}(?P<after{n}>{currency}))?"
)


def _quantity(n: int) -> str:
    return _QUANTITY.format(
        n=n, currency=_CURRENCY, before=_BEFORE, space=_SPACE, number=_NUMBER, factor=_FACTOR
    )


_BETWEEN = (
    r"(?:\s*(?:-|–|—|‑|−)\s*|\s+(?:bis|to)\s+"
    r"(?:(?:zu|etwa|ca\.|circa|rund|maximal|max\.|über|gut|knapp|höchstens)\s+){0,2}"
    r"|(?P<und>\s+und\s+(?:(?:etwa|rund|ca\.|über|gut|knapp)\s+)?))"
)
_ANY = german(
    rf"{_quantity(1)}(?:{_BETWEEN}{_quantity(2)})?(?:\s*(?P<percent>%|prozent\b|"
    rf"prozentpunkte?n?\b))?"
)
_HEDGE = (
    r"(?:\s+(?:etwa|rund|ca\.|circa|ungefähr|gut|knapp|den|die|der|dem|einem|einer|zu|aber|auch|"
    r"jedoch|noch|schon|von|bei))*"
)
_RANGE_OPENED = german(rf"\bzwischen{_HEDGE}\s*$")
_AT_LEAST = german(
    r"(?:\bab|\bnicht weniger als|\bmindest(?:gehalt|lohn|entgelt|verdienst|vergütung|"
    r"honorar)\w*(?: von| ist| beträgt)?|\bmindestens|\bmind\.|\bwenigstens|\büber|\bmehr als|"
    r"\boberhalb(?: von)?|"
    rf"\bjenseits(?: von)?|\bnicht unter|\bminimal|\bmin\.|>){_HEDGE}\s*$"
)
_AT_MOST = german(
    r"(?:\bbis zu|\bbis|\bmaximal|\bmax\.|\bhöchstens|\bnicht mehr als|\bunter|"
    r"(?<!nicht )\bweniger als|"
    rf"\bnicht über|<){_HEDGE}\s*$"
)
_AND_MORE = german(
    r"\s*(?:\+|plus\b(?! \w)|(?:(?:brutto|netto|pro jahr|im jahr|im monat|pro monat)\s+){0,2}"
    r"(?:und mehr|oder mehr|und darüber|oder darüber|aufwärts)\b)"
)
_PERIODS: tuple[tuple[Period, str], ...] = (
    (
        "hour",
        r"(?:pro|je|in der|die|per|/)\s*(?:std\b\.?|stunde\b|h\b|arbeitsstunde\b)|\bstündlich\w*|"
        r"\bstundensatz\w*|\bstundensätze\w*|\bstundenl(?:ohn|öhne)\w*|\bstundenhonorar\w*|"
        r"\bstundenverdienst\w*|\bstundenentgelt\w*|\bbruttostunden\w+|\bmindestlohn je stunde",
    ),
    (
        "day",
        r"(?:pro|je|am|per|/)\s*(?:tag\b|arbeitstag\b|werktag\b|pt\b|personentag\b)|\btäglich\w*|"
        r"\btagess(?:atz|ätze)\w*|\btagesgage\w*|\btageshonorar\w*|\btagesl(?:ohn|öhne)\w*",
    ),
    (
        "month",
        r"(?:pro|je|im|per|den|/)\s*(?:monat\b|mon\b\.?)|\bmonatlich\w*|\bmtl\b\.?|\bmonatsgeh\w+|"
        r"\bmonatsl(?:ohn|öhne)\w*|\bmonatsbrutto\w*|\bmonatsverdienst\w*|\bmonatseinkommen\w*|"
        r"\bmonatsentgelt\w*|\bbruttomonats\w+|\bnettomonats\w+|\bmonatsnetto\w*|\bmonatsverg\w+|"
        r"\bmonatssal\w+|\bauf den monat\b|\bmonats(?:brutto|netto)\w+",
    ),
    (
        "year",
        r"(?:pro|je|im|per|/)\s*(?:jahr\b|kalenderjahr\b|annum\b)|\bjährlich\w*|\bp\.\s?a\b\.?|"
        r"\bjahresgeh\w+|\bjahresverdienst\w*|\bjahresbrutto\w*|\bjahreseinkommen\w*|"
        r"\baufs? (?:das )?jahr\b|\bbruttojahres\w+|\bnettojahres\w+|\bjahresverg\w+|"
        r"\bjahresl(?:ohn|öhne)\w*|"
        r"\bjahresentgelt\w*|\bjahressal\w+|\bjahresziel\w+|\bjahresgesamt\w+|\bjahresfest\w+|"
        r"\bjahres(?:brutto|netto)\w+|\bjahresfix\w*|\bjahresgrund\w+|\ba year\b|\bannual\w*",
    ),
)
_PERIOD = german("|".join(rf"(?P<{name}>{pattern})" for name, pattern in _PERIODS))
# "im Jahr 2024" dates a figure and says nothing about what it is paid for.
_DATED = re.compile(r"\s+(?:\(?(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount or range at ``start`` to ``end`` of a text.

    Attributes:
        low, high: equal for a single number; one is None for a bound ("bis zu", "und mehr").
        bound: how the text puts it.
        currency: ISO 4217; None where none stands beside the number.
        scaled: a factor ("k", "Tsd.", "Mio.") stands beside the number.
        start, end: with currency and factor, without "bis zu" and the like.
    """

    low: float | None
    high: float | None
    bound: Bound
    unit: Unit
    currency: str | None
    scaled: bool
    start: int
    end: int

    @property
    def largest(self) -> float:
        """The larger of its numbers."""
        return max(value for value in (self.low, self.high) if value is not None)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Words that say what time an amount is for, at ``start`` to ``end``."""

    period: Period
    start: int
    end: int


def amounts_in(text: str) -> list[Amount]:
    """Money and percentages in ``text``, in order.

    A number without currency or percent sign counts as money only with a factor ("70k") or when
    it is grouped in thousands ("70.000"); its currency is then None.
    """
    return list(_amounts(text))


def periods_in(text: str) -> list[PeriodMention]:
    """Words that state a period of pay, in order."""
    found = []
    for match in _PERIOD.finditer(text):
        period = next(name for name, _ in _PERIODS if match[name])
        dates = _DATED.match(text, match.end()) and match.group().lower().endswith("jahr")
        if not dates:
            found.append(PeriodMention(period, match.start(), match.end()))
    return found


def _amounts(text: str) -> Iterator[Amount]:
    position = 0
    while match := _ANY.search(text, position):
        position, amount = _read(text, match)
        if amount:
            yield amount


def _read(text: str, match: re.Match[str]) -> tuple[int, Amount | None]:
    """The amount of a match, None where it is a mere number, and where to go on."""
    is_range = match["number2"] is not None
    before = text[: match.start()]
    if is_range and match["und"] and not _RANGE_OPENED.search(before):
        return _first_only(text, match)
    if is_range and not match["percent"] and not _same_kind(match):
        return _first_only(text, match)
    end = match.end()
    first = value_of(match["number1"])
    second = value_of(match["number2"]) if is_range else None
    if first is None or (is_range and second is None):
        return match.end("number1"), None
    factor1 = _factor(match["factor1"] or _in_front(match["before1"]))
    factor2 = _factor(match["factor2"] or _in_front(match["before2"]))
    currency = _currency(match, is_range=is_range)
    if match["percent"]:
        return end, _bounded(text, match.start(), end, first, second, "percent", None, False)
    if is_range and second is not None:
        shared = factor2 if factor1 == 1 and first < 1_000 else factor1
        if match["after1"] and not match["factor1"]:
            shared = 1
        first, second = first * shared, second * factor2
        if factor2 == 1 and factor1 > 1 and second < 1_000:
            second *= factor1
    else:
        first *= factor1
    scaled = factor1 > 1 or factor2 > 1
    grouped = any(re.search(r"\d\D\d{3}", match[n] or "") for n in ("number1", "number2"))
    if currency is None and not scaled and not grouped:
        return match.end("number1"), None
    if is_range and second is not None and second < first:
        return _first_only(text, match)
    return end, _bounded(text, match.start(), end, first, second, "money", currency, scaled)


def _same_kind(match: re.Match[str]) -> bool:
    """Whether both numbers of a seeming range may be of one kind: not "5 bis 2.000 Euro"."""
    first, second = match["number1"], match["number2"]
    if match["factor1"] or match["factor2"] or match["after1"]:
        return True
    return not (first.isdigit() and len(first) == 4 and first[:2] in ("19", "20")) or (
        len(re.sub(r"\D", "", second)) == 4
    )


def _first_only(text: str, match: re.Match[str]) -> tuple[int, Amount | None]:
    """The first number of a match alone."""
    end = max(match.end(g) for g in ("number1", "factor1", "after1"))
    single = _ANY.match(text[:end], match.start())
    if single is None or single["number2"] is not None:
        return end, None
    _, amount = _read(text[:end], single)
    if amount is None:
        return end, None
    more = _bounded(
        text,
        amount.start,
        end,
        amount.low or amount.high or 0.0,
        None,
        amount.unit,
        amount.currency,
        amount.scaled,
    )
    return end, more


def _bounded(
    text: str,
    start: int,
    end: int,
    first: float,
    second: float | None,
    unit: Unit,
    currency: str | None,
    scaled: bool,
) -> Amount:
    before = text[:start]
    if second is not None:
        return Amount(first, second, "range", unit, currency, scaled, start, end)
    if _AT_MOST.search(before):
        return Amount(None, first, "maximum", unit, currency, scaled, start, end)
    if _AND_MORE.match(text, end) or _AT_LEAST.search(before):
        return Amount(first, None, "minimum", unit, currency, scaled, start, end)
    return Amount(first, first, "exact", unit, currency, scaled, start, end)


def _factor(written: str | None) -> int:
    if not written:
        return 1
    lowered = written.lower()
    if lowered.startswith(("mrd", "milliard")):
        return 1_000_000_000
    return 1_000_000 if lowered.startswith("mi") else 1_000


def _in_front(currency: str | None) -> str | None:
    """The factor written with a currency in front of its number: "T€"."""
    return currency if currency and re.match(r"[tk]", currency, re.IGNORECASE) else None


def _currency(match: re.Match[str], *, is_range: bool) -> str | None:
    groups = ["before1", "after1"] + (["after2", "before2"] if is_range else [])
    written = next((match[group] for group in groups if match[group]), None)
    if written is None:
        return None
    return next(
        code
        for code, pattern in _CURRENCIES
        if re.search(rf"(?:{pattern})\s", written + " 1", re.IGNORECASE)
    )
