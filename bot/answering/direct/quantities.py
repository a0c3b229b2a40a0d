"""Numbers in sentences with what they count: "20 bis 50 Kunden", "drei bis sieben Jahre"."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.answering.evidence import Evidence
from bot.dialogue import Question
from bot.german import fold, stem
from bot.german.synonyms import synonyms
from bot.knowledge.facts.numerals import value_of

_NUMBER = (
    r"(?i:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+(?:,\d+)?|(?:zweieinhalb|anderthalb|eineinhalb|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fuenf|zwoelf|zwanzig|dreißig|"
    r"dreissig|vierzig|fünfzig|fuenfzig|hundert)\w{0,2}|ein(?:e|em|en|er|es)?)"
)
_HEDGE = (
    r"(?i:mindestens|wenigstens|höchstens|maximal|etwa|circa|ca\.|rund|ungefähr|gut|knapp|"
    r"(?:weit |deutlich )?über|(?:weit |deutlich )?mehr als|weniger als|bis zu|unter|ab|"
    r"nur|durchschnittlich)"
)
_PHRASE = re.compile(
    rf"(?:\b{_HEDGE}\s+){{0,2}}(?<![\w-])(?P<first>{_NUMBER})"
    rf"(?:(?:\s*[-–]\s*|-?\s+(?:bis|und|oder)\s+(?:zu\s+)?)(?P<last>{_NUMBER}))?"
    r"(?:\s+(?:Mio\.?|Millionen|Tsd\.?|Mrd\.?|Milliarden))?"
    r"(?P<qualities>(?:[ \u00a0]+[a-zäöüß][\wäöüß-]*(?:e|er|en|es|em))){0,3}"
    r"[ \u00a0]*-?(?P<unit>%|€|\$|[A-ZÄÖÜ][\w-]*)"
    r"(?P<of>[ \u00a0](?:(?:des|der|vom|im|pro|in der)[ \u00a0](?:[a-zäöüß]+en[ \u00a0])?)?"
    r"[A-ZÄÖÜ][\wäöüß-]+)?",
)
# "Drei- bis Fünfjahrespläne"
_PLANS = re.compile(rf"\b(?P<first>{_NUMBER})-?\s+bis\s+(?P<last>{_NUMBER})-?[Jj]ahres?\w*")
_TIME = re.compile(
    r"(?:jahr|monat|woche|tag|stunde|quartal|minute)(?:e?[ns]?|en)$|\w*jahrig|jahrlich"
)
_MONEY = re.compile(r"euro|eur|€|us-?dollar|dollar|usd|\$|chf|franken")
_SHARE = re.compile(r"%|prozent\w*|prozentpunkte?n?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:er)?")
_SINCE = re.compile(r"\b(?:seit wann|in welchem jahr|since when|in what year|wann)\b")
_HOW_MANY = re.compile(r"\bwie ?viele?n? (?P<noun>\w{3,})")
_MEASURE = re.compile(
    r"\bwelche[rnms]? (?:\w+ )?(?:(?P<time>dauer\b|zeitraum)|(?P<share>\w*anteil|prozentsatz)|"
    r"(?P<money>\w*umsatze?\b|betrag))"
)
_LENGTH = re.compile(r"\b(?:wie lange|dauer\w*|how long|wie weit|wie viel zeit)\b")
_SHARE_ASKED = re.compile(
    r"\b(?:prozent\w*|anteil\w*|percent\w*|share|bonus|variab\w*|provision\w*)\b"
)
_MONEY_ASKED = re.compile(
    r"\b(?:teuer|kostet|kosten|preis\w*|umsatz\w*|euro|geld|stundensatz|tagessatz|budget\w*|"
    r"gehalt\w*|verdien\w*|cost|costs|price)\b"
)
_EXPERIENCE_ASKED = re.compile(r"\b\w*(?:erfahrung|experience)\b")
NO_FIGURE = re.compile(
    r"\b(?:keine (?:zahl|angabe|hohe|werte?)|nicht (?:beziffert|genannt|angegeben)|"
    r"nennt \w* ?kein\w*|ohne zahl)\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number phrase, ``text[start:end]`` of its sentence.

    Attributes:
        low, high: its values; equal where it is one number.
        unit: the folded word it counts.
        of: what follows it: "des Grundgehalts", "Berufserfahrung"; else empty.
    """

    text: str
    low: float
    high: float
    unit: str
    start: int
    end: int
    of: str = ""

    @property
    def is_time(self) -> bool:
        """Whether it is a length of time."""
        return bool(_TIME.match(self.unit))


@functools.lru_cache(maxsize=20_000)
def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Number phrases of a sentence in order, word for word."""
    found = []
    for match in _PHRASE.finditer(sentence):
        first = value_of(match["first"])
        last = value_of(match["last"]) if match["last"] else first
        if first is None or last is None:
            continue
        unit = fold(match["unit"])
        if first == last == 1 and not match["first"][0].isdigit() and not _TIME.match(unit):
            continue  # an article, no count
        found.append(
            Quantity(
                match.group(), first, last, unit, match.start(), match.end(), match["of"] or ""
            )
        )
    for match in _PLANS.finditer(sentence):
        first, last = (value_of(match[name]) for name in ("first", "last"))
        if first is not None and last is not None:
            found.append(Quantity(match.group(), first, last, "jahre", match.start(), match.end()))
    return tuple(found)


def counted_in(question: Question) -> str | None:
    """The folded noun that "wie viele" or "wieviel" counts; None where a measure is asked for."""
    if question.counted:
        return question.counted
    match = _HOW_MANY.search(fold(question.standalone))
    word = match["noun"] if match and match["noun"] in question.focus else None
    measured = (_MONEY_ASKED, _SHARE_ASKED, _EXPERIENCE_ASKED)
    return None if word is None or any(m.search(word) for m in measured) else word


def asks_measure(question: Question) -> bool:
    """Whether a question without "wie viel" asks for a number: "Welchen Anteil …"."""
    return bool(_MEASURE.search(fold(question.standalone)))


def asked_quantity(question: Question) -> Callable[[Quantity], bool]:
    """Tells whether a number phrase is of the kind that is asked for."""
    phrase = fold(question.standalone)
    counted = counted_in(question)
    if counted:
        wanted = {stem(counted), *map(stem, synonyms(counted))}
        if counted.startswith("prozent"):
            return lambda q: bool(_SHARE.fullmatch(q.unit))
        return lambda q: _counts(q.unit, wanted)
    if measure := _MEASURE.search(phrase):
        pattern = _TIME if measure["time"] else _SHARE if measure["share"] else _MONEY
        return lambda q: bool(pattern.match(q.unit))
    if question.kind in ("open", "why", "yes_no"):
        return lambda q: False
    if question.kind == "how_long" or _LENGTH.search(phrase):
        return lambda q: bool(_TIME.match(q.unit))
    if question.kind == "when" or _SINCE.search(phrase):
        return lambda q: bool(
            _TIME.match(q.unit) or _SHARE.fullmatch(q.unit) or _MONEY.match(q.unit)
        )
    if _EXPERIENCE_ASKED.search(phrase):
        return lambda q: bool(_TIME.match(q.unit))
    if _SHARE_ASKED.search(phrase):
        return lambda q: bool(_SHARE.fullmatch(q.unit) or _MONEY.match(q.unit))
    if _MONEY_ASKED.search(phrase):
        return lambda q: bool(_MONEY.match(q.unit))
    return lambda q: True  # of any kind: what it is of must be told by the words around it


def states_quantity(question: Question, evidence: Evidence) -> bool:
    """Whether a sentence states the kind of number that is asked for, or that there is none."""
    fits = asked_quantity(question)
    if any(fits(q) for q in quantities(evidence.quote)):
        return True
    phrase = fold(question.standalone)
    if _SINCE.search(phrase) and any(_YEAR.fullmatch(token) for token in evidence.tokens):
        return True
    about = {stem(question.counted)} if question.counted else evidence.terms
    return bool(NO_FIGURE.search(fold(evidence.quote))) and not about.isdisjoint(evidence.terms)


def _counts(unit: str, wanted: set[str]) -> bool:
    """The last part of a compound says what it is: Schlüsselkunden are Kunden."""
    found = stem(unit)
    return found in wanted or any(
        len(word) > 3 and (found.endswith(word) or unit.endswith(word)) for word in wanted
    )
