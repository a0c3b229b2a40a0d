"""Country, year and line of business that a question names, with their place in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.dialogue.language import Language
from bot.german import fold
from bot.knowledge.facts.circumstances import countries_in
from bot.knowledge.facts.patterns import german


@dataclass(frozen=True, slots=True)
class Place:
    """A country named at ``start`` to ``end``, its preposition included."""

    country: str
    start: int
    end: int


# Countries and cities beside those that articles name; a German city is no other country.
_MORE = (
    ("US", r"amerikanische\w*|american\b|new york|san francisco|kalifornien|california|texas|"
     r"silicon valley|los angeles|chicago|boston|the (?:us|states)\b"),
    ("GB", r"gb\b|britische\w*|british\b|london\b|manchester\b|schottland|scotland|great britain"),
    ("CH", r"schweizer\b|schweizerische\w*|swiss\b|zürich|genf|basel\b|bern\b|luzern|geneva"),
    ("AT", r"österreichische\w*|austrian\b|wien\b|vienna|salzburg|graz\b|linz\b|innsbruck"),
    ("FR", r"france\b|paris\b|französische[nr]? (?:markt|unternehmen)|lyon\b"),
    ("NL", r"netherlands|amsterdam|rotterdam"),
    ("BE", r"belgium|brüssel|brussels"),
    ("IT", r"italy|mailand|milan\b"),
    ("ES", r"spain\b|madrid|barcelona"),
    ("PL", r"poland|warschau"),
    ("DK", r"denmark|kopenhagen"),
    ("SE", r"sweden|stockholm"),
    ("NO", r"norway|oslo\b"),
    ("IE", r"ireland|dublin"),
    ("LU", r"luxembourg"),
    ("FI", r"finnland|finland|helsinki"),
    ("PT", r"portugal|lissabon|lisbon"),
    ("CZ", r"tschechien|prag\b|czech"),
    ("HU", r"ungarn|hungary|budapest"),
    ("GR", r"griechenland|greece"),
    ("TR", r"türkei|turkey|istanbul"),
    ("RU", r"russland|russia|moskau"),
    ("UA", r"ukraine"),
    ("IN", r"indien|india\b|mumbai|bangalore"),
    ("CN", r"china\b|shanghai|peking|beijing"),
    ("JP", r"japan\b|tokio|tokyo"),
    ("KR", r"südkorea|south korea"),
    ("SG", r"singapur|singapore"),
    ("AE", r"dubai|emirate\b|emiraten|uae\b"),
    ("CA", r"kanada|canada|toronto|vancouver"),
    ("MX", r"mexiko|mexico"),
    ("BR", r"brasilien|brazil"),
    ("AU", r"australien|australia|sydney|melbourne"),
    ("NZ", r"neuseeland|new zealand"),
    ("ZA", r"südafrika|south africa"),
)  # fmt: skip
_OTHERS = german("|".join(rf"(?P<{code}>(?<![^\W_])(?:{names}))" for code, names in _MORE))
_US_IN_CAPITALS = re.compile(r"\bUS\b(?!-Dollar)|\bU\.S\.(?:A\.)?")
_PREPOSITION = re.compile(
    r"(?:\b(?:in|aus|für|from|for|im)(?: (?:den|der|dem|die|the))?|\b(?:den|der|dem|die|the)) $",
    re.IGNORECASE,
)

_IN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "DE": ("in Deutschland", "in Germany"),
        "AT": ("in Österreich", "in Austria"),
        "CH": ("in der Schweiz", "in Switzerland"),
        "US": ("in den USA", "in the US"),
        "GB": ("in Großbritannien", "in the UK"),
        "FR": ("in Frankreich", "in France"),
        "NL": ("in den Niederlanden", "in the Netherlands"),
        "BE": ("in Belgien", "in Belgium"),
        "IT": ("in Italien", "in Italy"),
        "ES": ("in Spanien", "in Spain"),
        "PL": ("in Polen", "in Poland"),
        "DK": ("in Dänemark", "in Denmark"),
        "SE": ("in Schweden", "in Sweden"),
        "NO": ("in Norwegen", "in Norway"),
        "IE": ("in Irland", "in Ireland"),
        "LU": ("in Luxemburg", "in Luxembourg"),
        "LI": ("in Liechtenstein", "in Liechtenstein"),
        "FI": ("in Finnland", "in Finland"),
        "PT": ("in Portugal", "in Portugal"),
        "CZ": ("in Tschechien", "in Czechia"),
        "HU": ("in Ungarn", "in Hungary"),
        "GR": ("in Griechenland", "in Greece"),
        "TR": ("in der Türkei", "in Turkey"),
        "RU": ("in Russland", "in Russia"),
        "UA": ("in der Ukraine", "in Ukraine"),
        "IN": ("in Indien", "in India"),
        "CN": ("in China", "in China"),
        "JP": ("in Japan", "in Japan"),
        "KR": ("in Südkorea", "in South Korea"),
        "SG": ("in Singapur", "in Singapore"),
        "AE": ("in den Vereinigten Arabischen Emiraten", "in the United Arab Emirates"),
        "CA": ("in Kanada", "in Canada"),
        "MX": ("in Mexiko", "in Mexico"),
        "BR": ("in Brasilien", "in Brazil"),
        "AU": ("in Australien", "in Australia"),
        "NZ": ("in Neuseeland", "in New Zealand"),
        "ZA": ("in Südafrika", "in South Africa"),
    }
)


def in_country(code: str, language: Language) -> str:
    """The place of a country: "in der Schweiz", "in Switzerland".

    Raises:
        KeyError: no question is ever read to name this country.
    """
    return _IN[code][language == "en"]


def places_in(text: str) -> list[Place]:
    """Countries that a question names, in order, none inside another."""
    found = [(m.value, m.start, m.end) for m in countries_in(text)]
    found += [(m.lastgroup or "", m.start(), m.end()) for m in _OTHERS.finditer(text)]
    found += [("US", m.start(), m.end()) for m in _US_IN_CAPITALS.finditer(text)]
    places: list[Place] = []
    for code, start, end in sorted(found, key=lambda f: (f[1], -f[2])):
        if places and start < places[-1].end:
            continue
        preposition = _PREPOSITION.search(text[max(0, start - 20) : start])
        length = len(preposition.group()) if preposition else 0
        places.append(Place(code, start - length, end))
    return places


def country_of(text: str) -> str | None:
    """The one country that a question names; None where it names none or several."""
    codes = {place.country for place in places_in(text)}
    return codes.pop() if len(codes) == 1 else None


_YEAR = re.compile(
    r"(?<![\d.,€$])(?:19[5-9]|20[0-4])\d(?![\d.,]*\d)"
    # "2000 Euro", "2000 Kunden": an amount or a number of something.
    r"(?!\s*(?:€|\$|k\b|t€|%|euro|eur\b|dollar|usd|franken|chf|brutto|netto|kunden|mitarbeiter|"
    r"stunden|leute|firmen|unternehmen|customers|clients|employees|hours|im monat|pro|per))",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:mehr als|weniger als|über|unter|mindestens|höchstens|bis zu|rund|etwa|circa|ca\.?|fast|"
    r"more than|at least|less than|around|about|verdien\w*|bekomm\w*|earn\w*)\s+$",
    re.IGNORECASE,
)


def year_in(text: str) -> re.Match[str] | None:
    """The first calendar year in a question, with its place."""
    return next(
        (
            m
            for m in _YEAR.finditer(text)
            if not _AMOUNT_BEFORE.search(text[max(0, m.start() - 20) : m.start()])
        ),
        None,
    )


_ASKED = r"(?!(?:welche|jede|diese|eine|seine|ihre|meine|dies|what|which|any)\w*\b)"
_BRANCH_TAIL = r"(?:branche|industrie|sektor|wirtschaft|bereich|gewerbe|umfeld|business)"
_BARE_BRANCHES = (
    r"pharma|chemie|automotive|it|software|saas|medien|werbung|logistik|handel|einzelhandel|"
    r"großhandel|bau|versicherung|versicherungen|banken|bank|finanzen|finanzwesen|energie|"
    r"maschinenbau|anlagenbau|telekommunikation|fmcg|e-commerce|medizintechnik|tourismus|"
    r"gastronomie|konsumgüterbereich|cleantech|greentech|fintech|biotech"
)
_BRANCHES = (
    german(
        rf"\b{_ASKED}(?P<name>[^\W\d_][\w&]*?)[-‑ ]?{_BRANCH_TAIL}\b"
        rf"(?<!\bbranche)(?<!\bindustrie)(?<!\bbereich)(?<!wirtschaft)"
    ),
    german(rf"\b{_ASKED}(?P<name>\w+)wirtschaft\b(?<!hauswirtschaft)(?<!betriebswirtschaft)"
           r"(?<!volkswirtschaft)"),
    german(rf"\b(?:im|in der|in|bei|in den)\s+(?P<name>{_BARE_BRANCHES})\b"),
    re.compile(
        r"\b(?:in|for)\s+(?:the\s+)?(?P<name>[^\W\d_][\w&-]*)\s+(?:industry|sector|business|"
        r"field)\b",
        re.IGNORECASE,
    ),
)  # fmt: skip
_NO_BRANCH = frozenset(
    "aufgaben tatigkeits arbeits gehalts kunden verantwortungs zustandigkeits fach tarif berufs "
    "privat geschafts ein der die das im in the this welcher der markt anderen andere selben "
    "gleichen jeweiligen unterschiedlichen verschiedenen deutschen eigenen volks betriebs haus "
    "land gast same right".split()
)


def branch_in(text: str) -> str | None:
    """The line of business that a question places something in: "pharma", "software"."""
    for pattern in _BRANCHES:
        for match in pattern.finditer(text):
            name = fold(match["name"]).strip("-& ")
            pronoun = name == "it" and match["name"] != "IT"
            if len(name) > 1 and name not in _NO_BRANCH and not pronoun:
                return name
    return None
