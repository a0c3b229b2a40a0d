"""What exactly a question about pay wants: figures of one kind, a bonus, a car, the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.dialogue import Question
from bot.facts import Period, SalaryFigure, Seniority, Statistic
from bot.german import content_words, fold
from bot.knowledge.facts import paywords
from bot.knowledge.facts.amounts import Amount, amounts_in, periods_in
from bot.knowledge.facts.circumstances import countries_in
from bot.knowledge.facts.levels import level_of, levels_in
from bot.knowledge.facts.patterns import german

Aspect = Literal["figures", "variable", "company_car", "benefit", "factor"]

_FACTORS = german(
    r"\b(?:wovon|woran|wonach|wodurch)\b|\babhängig\w*|\bhäng(?:t|en)\b.*\bab\b|beeinfluss|"
    r"\bfaktor\w*|\bdepends?\b|\bfactors?\b|\binfluences?\b|"
    r"\bwarum\b.*\b(?:unterschied\w*|unterscheiden|schwank\w*|variier\w*|auseinander\w*)|"
    r"\bwhy\b.*\b(?:differ\w*|vary|varies)"
)
_BENEFITS = german(
    r"\b(?:(?:außer|neben) dem (?:\w*gehalt|lohn)|zusätzlich zum (?:\w*gehalt|lohn)|"
    r"(?:besides|on top of|in addition to) (?:the |my |their )?(?:salary|pay)|zusatzleistung\w*|"
    r"sozialleistung\w*|benefits?|extras|sonderleistung\w*|vergünstigung\w*|perks?)\b"
)
_COSTS = re.compile(r"kost(?:en|et)|kommt?|hinzu|besides|costs?")
_CAR = german(r"\b\w*(?:firmen|dienst|geschäfts)(?:wagen|auto|fahrzeug)\w*|\bcompany cars?\b")
_VARIABLE = german(r"\bbonuses\b|\bbonus payments?\b|\bvariable pay\b|\btantieme\w*")
_WITH = german(
    r"\b(?:mit|inklusive|inkl\.|einschließlich|samt|including|with) (?:\w+ ){0,2}"
    r"(?:bonus|boni|provision\w*|variable\w*|commission)"
)
_WITHOUT = german(
    r"\b(?:ohne|without|excluding) (?:\w+ ){0,2}(?:bonus|boni|provision\w*|variable\w*|commission)|"
    r"\b(?:grund|fix|fest|basis)gehalt\w*|\bfixum\b|\bbase (?:salary|pay)\b"
)
_NET = german(r"\bnetto\w*|\bnach steuern\b|\bafter tax\b|\btake[- ]home\b")
_PERIODS: tuple[tuple[Period, str], ...] = (
    ("hour", r"\b(?:per|an|each) hour\b|\bhourly\b"),
    ("day", r"\b(?:per|a) day\b|\bdaily rates?\b|\bday rates?\b"),
    ("month", r"\b(?:per|a|each) month\b|\bmonthly\b"),
    ("year", r"\b(?:per|a|each) year\b|\b(?:yearly|annually|annual)\b"),
)
_ENGLISH_PERIOD = tuple((period, german(pattern)) for period, pattern in _PERIODS)
_STATISTICS: tuple[tuple[Statistic, str], ...] = (
    ("median", r"\bmedian\w*"),
    ("mean", r"\b\w*durchschnitt\w*|\bim schnitt\b|\bim mittel\b|\baverage\b"),
)
_STATISTIC = tuple((statistic, german(pattern)) for statistic, pattern in _STATISTICS)
_HAVING = german(
    r"^\W*(?:und |also )?(?:bekomm\w*|erhalt\w*|erhält|gibt|kriegt|kriegen|hat|haben|zahl\w*|do|"
    r"does|is there|are there|can|will)\b"
)
_DENIAL = german(r"\b(?:kein\w*|nicht|never|no|not|nie)\b")
# Words that narrow nothing down once it is known that pay is asked for.
_VAGUE = german(
    r"(?:wovon|woran|wonach|wodurch|hangt?|hangen|abhangig\w*|abhangt|beeinflusst?\w*|faktor\w*|"
    r"depends?|factors?|"
    r"einstieg\w*|einsteig\w*|anfang\w*|start\w*|spanne\w*|hohe\w*|hoch|niedrig\w*|mehr|weniger|"
    r"besser|schlechter|gut\w*|schlecht|viel|geld|kohle|kriegt?|kriegen|bekommt?|bekommen|macht|"
    r"machen|rund|etwa|circa|ca|ungefahr|genau|normal\w*|ublich\w*|typisch\w*|realistisch\w*|"
    r"eigentlich|heute|heutzutage|aktuell\w*|derzeit\w*|momentan|beruf\w*|job|position|stelle|"
    r"euro\w*|eur|prozent|percent|anteil\w*|hoch|zahl\w*|summe|betrag\w*|unterschied\w*|"
    r"unterscheid\w*|vergleich\w*|stimmt|immer|umgerechnet|umrechn\w*|jahr\w*|monat\w*|stund\w*|"
    r"tag\w*|year\w*|month\w*|hour\w*|day|daily|land|quelle\w*|sources?|angab\w*|n|ne|nen|"
    r"money|make|makes|much|paid|pays?|earn\w*|salar\w*|wage\w*|typical\w*|usual\w*|average|"
    r"levels?|range|high|big|large|share|proportion|part|s|warum|weshalb|wieso)"
)


@dataclass(frozen=True, slots=True)
class PayWish:
    """What a question about pay asks for.

    Attributes:
        aspect: figures, or what belongs to pay beside them.
        level, country, year, branch: as in the question; a figure must state them.
        period: the time it wants amounts for.
        net: it asks for pay after tax.
        variable: True where it wants figures with the bonus, False where the fixed part alone.
        statistic: "mean" or "median" where it asks for one.
        amounts: money that it names itself.
        particular: folded words that nothing above accounts for.
        has: it asks whether there is such a thing, with yes or no.
    """

    aspect: Aspect
    level: Seniority | None
    country: str | None
    year: int | None
    branch: str | None
    period: Period | None
    net: bool
    variable: bool | None
    statistic: Statistic | None
    amounts: tuple[Amount, ...]
    particular: tuple[str, ...]
    has: bool

    @property
    def is_filtered(self) -> bool:
        """Whether it wants other figures than those of the role as such."""
        filters = (self.level, self.country, self.year, self.branch, self.period, self.variable)
        special = self.net or self.statistic == "median" or bool(self.particular)
        return special or any(f is not None for f in filters)

    def admits(self, figure: SalaryFigure, quote: str) -> bool:
        """Whether a figure states all that is asked for, its period set aside."""
        return (
            self.level in (None, figure.seniority)
            and self.country in (None, figure.country)
            and (self.year is None or self.year in _years(figure, quote))
            and (self.branch is None or _in_branch(self.branch, figure.branch))
            and (not self.net or figure.gross is False)
            and self.variable in (None, figure.includes_variable)
        )


def pay_wish(question: Question) -> PayWish:
    """Reads what a question about pay is after."""
    text = question.standalone
    amounts = tuple(a for a in amounts_in(text) if a.unit == "money")
    variable = True if _WITH.search(text) else False if _WITHOUT.search(text) else None
    aspect = _aspect(text, variable=variable)
    return PayWish(
        aspect=aspect,
        level=question.seniority or level_of(text),
        country=question.country,
        year=question.year,
        branch=question.branch,
        period=_period(text),
        net=bool(_NET.search(text)),
        variable=variable if aspect == "figures" else None,
        statistic=next((s for s, pattern in _STATISTIC if pattern.search(text)), None),
        amounts=amounts,
        particular=_particular(question, aspect, amounts),
        has=bool(_HAVING.search(text)) and not _DENIAL.search(text),
    )


def _aspect(text: str, *, variable: bool | None) -> Aspect:
    if _FACTORS.search(text):
        return "factor"
    if _CAR.search(text):
        return "company_car"
    if _BENEFITS.search(text):
        return "benefit"
    named = paywords.VARIABLE.search(text) or _VARIABLE.search(text)
    return "variable" if named and variable is None else "figures"


def _period(text: str) -> Period | None:
    found: set[Period] = {mention.period for mention in periods_in(text)}
    found |= {period for period, pattern in _ENGLISH_PERIOD if pattern.search(text)}
    return found.pop() if len(found) == 1 else None


def _particular(question: Question, aspect: Aspect, amounts: Iterable[Amount]) -> tuple[str, ...]:
    """Words of the focus that no filter stands for."""
    text = question.standalone
    places: list[tuple[int, int]] = [
        *((m.start, m.end) for m in levels_in(text)),
        *((m.start, m.end) for m in countries_in(text)),
        *((m.start, m.end) for m in periods_in(text)),
        *((a.start, a.end) for a in amounts),
    ]
    spoken_for = {word for start, end in places for word in content_words(text[start:end])}
    spoken_for.update((question.branch or "").split())
    if question.branch:
        spoken_for.update(w for w in question.focus if w in question.branch)
        spoken_for.update(w for w in question.focus if w in ("branche", "industrie", "industry"))
    return tuple(
        word
        for word in question.focus
        if word not in spoken_for
        and word != str(question.year)
        and not word.replace(",", "").replace(".", "").isdigit()
        and not (question.country and countries_in(f"in {word}"))
        and not _VAGUE.fullmatch(word)
        and not paywords.PAY.search(word)
        and not _NET.search(word)
        and not any(pattern.search(word) for _, pattern in _STATISTIC)
        and not _says_aspect(word, aspect)
    )


def _says_aspect(word: str, aspect: Aspect) -> bool:
    if aspect == "company_car":
        return bool(_CAR.search(word)) or word in ("company", "car", "cars")
    if aspect == "benefit":
        return bool(_BENEFITS.search(word) or _COSTS.fullmatch(word))
    return aspect in ("variable", "figures") and bool(
        paywords.VARIABLE.search(word) or _VARIABLE.search(word)
    )


def _years(figure: SalaryFigure, quote: str) -> set[int]:
    """The years a figure is of: of "2025/26" both."""
    if figure.year is None:
        return set()
    both = f"{figure.year}/{(figure.year + 1) % 100:02}"
    whole = f"{figure.year}/{figure.year + 1}"
    return {figure.year, figure.year + 1} if both in quote or whole in quote else {figure.year}


def _in_branch(asked: str, branch: str | None) -> bool:
    """Whether a figure's line of business is the one asked for: "Pharmaindustrie" is "pharma"."""
    if branch is None:
        return False
    stated = fold(branch)
    wanted = [w for w in asked.split() if not _ANY_BUSINESS.fullmatch(w)]
    return bool(wanted) and all(_core(w) in stated for w in wanted)


_ANY_BUSINESS = german(r"(?:branchen?|industrie\w*|sektor\w*|bereich|industry|sector)")
_ENDING = german(r"[-]?(?:branche|industrie|sektor|wirtschaft|gewerbe)$")


def _core(word: str) -> str:
    return _ENDING.sub("", word) or word
