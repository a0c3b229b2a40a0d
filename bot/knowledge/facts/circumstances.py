"""Words that say where, when and in which business a figure holds, with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.knowledge.facts.patterns import german
from bot.knowledge.titles import named_roles

_Value = TypeVar("_Value")

_COUNTRIES = (
    (
        "DE",
        r"deutschland\w*|bundesrepublik|deutsche[nr]? (?:unternehmen|firmen|betriebe|arbeitgeber|"
        r"kollegen|schnitt|durchschnitt)n?|germany",
    ),
    (
        "AT",
        r"österreich(?!isch)\w*|oesterreich\b|österreichische[nr]? (?:unternehmen|firmen|betriebe|"
        r"arbeitgeber|kollegen)n?|austria\b",
    ),
    ("CH", r"schweiz\b|schweizweit|schweizer(?! franken)\b|switzerland\b"),
    (
        "US",
        r"usa\b|u\.s\.a?\.?|us-amerikanisch\w*|vereinigten? staaten|(?:in den|den) us(?![-\w])|"
        r"amerika\b|united states|us-markt\w*",
    ),
    ("GB", r"großbritannien|grossbritannien|england|vereinigte\w* königreich|uk\b|united kingdom"),
    ("FR", r"frankreich"),
    ("NL", r"(?:den )?niederlanden?|holland"),
    ("LU", r"luxemburg"),
    ("LI", r"liechtenstein"),
    ("BE", r"belgien"),
    ("IT", r"italien"),
    ("ES", r"spanien"),
    ("PL", r"polen\b"),
    ("DK", r"dänemark"),
    ("SE", r"schweden\b"),
    ("NO", r"norwegen"),
    ("IE", r"irland"),
)
_COUNTRY = german(
    "|".join(rf"(?P<{code}>(?<![^\W_])(?:{pattern}))" for code, pattern in _COUNTRIES)
)
_YEAR = german(
    r"(?<![\d.,€$])(?P<year>(?:19[89]|20[0-4])\d)(?:/\d{2,4})?(?![\d.,]*\d)(?!\s*(?:€|euro))"
)
_NO_DATE = german(r"(?:\bseit|\bbis(?: zum)?(?: jahr)?|\bgegründet\w*|\bbis zum jahr)\s+$")
_FIELD = (
    r"(?:[A-ZÄÖÜ][\w&-]*(?:branche|industrie|sektor|wirtschaft|gewerbe|handwerk|handel|wesen|bau|"
    r"dienst|"
    r"technik|verwaltung|Branche|Industrie|Sektor|Bereich)|(?<![\w-])(?:IT|Industrie|Pharma|"
    r"Chemie|Automotive|"
    r"Beratung|Handel|Bau|Logistik|Finanzbranche|Banken|Versicherungen|Pflege|Gastronomie|"
    r"Hotellerie|Handwerk|Zeitarbeit|Leiharbeit|Behörden|Kliniken|Krankenhäusern|Ämtern|"
    r"Hochschulen|Stiftungen|Medien|Werbung|Forschung|Luftfahrt|Raumfahrt|Agenturen|Verlagen))"
)
_BRANCH = re.compile(
    rf"\b(?:[Ii]n der|[Ii]m|[Ii]n|[Bb]ei|[Aa]us der|[Ff]ür die)\s+(?:\w+en\s+)?"
    rf"(?P<branch>(?:[A-ZÄÖÜ][\w&-]*-?(?:,\s+| und | oder | bzw\. |"
    rf" beziehungsweise ))*{_FIELD}(?![\w]))"
    rf"|\b(?:[Ii]m|[Ii]n der)\s+(?P<public>[öÖ]ffentliche[nr] (?:Dienst|Verwaltung))"
    rf"|\bBranche:\s*(?P<label>[^;,:|]+)"
)
_NO_BRANCH = re.compile(
    r"^(?:Bereich|Durchschnitt\w*|Einzelfall\w*|Alltag\w*|Tarifbereich|Wohnungsbau|Aufbau|"
    r"(?:Berufs|Tages|Arbeits)\w*|Außendienst|Innendienst|Nachtdienst|Schichtdienst|"
    r"Bereitschaftsdienst|"
    r"Ausbau|Vertrieb\w*|Kundendienst|Gehaltsbereich)$"
)


_PAYS = r"(?:zahlen|bieten|vergüten|bezahlen)"
_PAYER = re.compile(
    rf"(?:^|[:;]\s)(?P<first>[A-ZÄÖÜ][\w-]+n|[A-ZÄÖÜ][\w-]+(?:r|s|er|ler|"
    rf"e))(?: in [A-ZÄÖÜ]\w+)? {_PAYS}\b"
    rf"|\b{_PAYS} (?P<second>[A-ZÄÖÜ][\w-]+)\b"
)
# Who may be of any line of business.
_ANY_PAYER = german(
    r"\w*(?:unternehmen|firmen|konzerne|betriebe|arbeitgeber|start-?ups|mittelständler|agenturen|"
    r"kanzleien|"
    r"gesellschafter|menschen|kunden|eltern|wir|sie|träger|auftraggeber|praxen|inhaber\w*|viele|"
    r"einige|manche|"
    r"andere|weitere|die|gehälter|bewerber\w*|mandant\w*|ketten|länder|städte)$"
)


@dataclass(frozen=True, slots=True)
class Mention(Generic[_Value]):
    """Something stated at ``start`` to ``end`` of a text."""

    value: _Value
    start: int
    end: int


def countries_in(text: str) -> list[Mention[str]]:
    """Countries that ``text`` names, as ISO 3166 codes, in order."""
    return [Mention(m.lastgroup or "", m.start(), m.end()) for m in _COUNTRY.finditer(text)]


def years_in(text: str) -> list[Mention[int]]:
    """Calendar years that may date a figure, in order; of "2025/26" the first."""
    return [
        Mention(int(m["year"]), m.start(), m.end())
        for m in _YEAR.finditer(text)
        if not _NO_DATE.search(text[: m.start()])
    ]


def branches_in(text: str) -> list[Mention[str]]:
    """Lines of business that ``text`` places something in, as it writes them, in order."""
    return list(_branches(text))


def branch_of_payer(text: str) -> str | None:
    """The kind of employer that pays as a sentence says: "Banken zahlen", "zahlen Banken"."""
    match = _PAYER.search(text)
    name = match["first"] or match["second"] if match else None
    return None if name is None or _ANY_PAYER.match(name) or named_roles(name) else name


def _branches(text: str) -> Iterator[Mention[str]]:
    for match in _BRANCH.finditer(text):
        group = match.lastgroup or "branch"
        written = match[group].strip()
        if not _NO_BRANCH.match(written):
            yield Mention(written, match.start(group), match.end(group))
