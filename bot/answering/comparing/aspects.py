"""What two roles can be compared by, and how well a sentence speaks of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.listing.told import Told
from bot.german import fold

IN_ITS_WORDS, IN_ITS_HEADING = 1.0, 0.6
HALF = 0.5
"""Share of the words asked for that a sentence or its heading must have."""

# Over folded text. The first pattern is what sentences and headings say, the second what
# questions say beside it.
_PATTERNS: dict[str, tuple[str, str]] = {
    "customers": (
        r"kundengross|kundenzahl|kundenportfolio|kundenkreis|grosskund|schlusselkund|"
        r"bestandskund|\b(?:kunden|klienten|patienten|mandanten|gaste)\b.*\b(?:umsatz|wenig|"
        r"gross|viele)\w*|\d+ (?:\w+ )?kunden\b|portfolio|jahresumsatz|zielgruppe",
        r"kunde\w*|kundin\w*|klient\w*|accounts?\b|customers?|clients?|mandant\w*|patient\w*",
    ),
    "horizon": (
        r"zeithorizont|quartal|kurzfristig|voraus\b|mehrjahrig|planungszeit|roadmap|"
        r"\bplan(?:t|en)\b.*\b(?:jahr|monat|quartal|woche)",
        r"plant?\b|planung\w*|time horizon|planning",
    ),
    "powers": (
        r"befugnis|vollmacht|genehmig|eigenstandig|selbst entscheid|weisungs|prokura|budgetver",
        r"entscheid\w*|decide\w*|decision\w*|powers?|authority|verantwort\w*|responsib\w*",
    ),
    "focus": (
        r"operativ|strategisch(?!e[rn]? (?:wert|planen))|tagesgeschaft|routine|arbeitsweise",
        r"arbeitsweise|schwerpunkt|focus|operational|strategic",
    ),
    "contacts": (
        r"gesprachspartner|\b(?:spr(?:icht|echen)|kommunizier\w+) (?:\w+ ){0,3}mit\b|"
        r"kommunikationsebene|direkte\w* zugang|c-level|entscheidungstrager|auf augenhohe",
        r"kontakt\w*|wem|contacts?|counterparts?|talks?",
    ),
    "education": (
        r"studium|hochschul|bachelor|master|\babschluss|abschluss\b|\bausbildung",
        r"studi\w*|education|degrees?|training|qualifikation\w*",
    ),
    "experience": (r"berufserfahrung|\berfahrung|vertriebserfahrung", r"experience\w*"),
    "skills": (
        r"soft skill|fahigkeit|denken|verhand|talent|gespur|zuverlassig|belastbar|teamfahig|"
        r"kommunikationsstark",
        r"skills?|eigenschaft\w*|starken|traits?|kompetenz\w*|konnen",
    ),
    "knowledge": (
        r"fachwissen|branchenwissen|\bkenntnis|produktkenntnis|verstandnis|technische kompetenz|"
        r"produkte? .*verstehen",
        r"wissen|kenntnisse|knowledge|produkt\w*|products?",
    ),
    "onboarding": (
        r"einarbeit|eingearbeit|onboarding|\bproduktiv\b|anlaufzeit|"
        r"\bbis (?:ein|eine|der|die|man|er|sie)\b.*\b(?:voll(?:standig)?|eingelebt)\b",
        r"ramp-?up",
    ),
    "pay": (r"gehalt|gehalter|verdien|vergut|\blohn|brutto", r"salar\w*|pay|paid|earn\w*|kohle"),
    "bonus": (
        r"variable[rn]? (?:\w+ )?(?:anteil|gehalt)|variabel|bonus|boni\b|provision|zusatzleistung|"
        r"dienstwagen|firmenwagen",
        r"benefits?|commission\w*|extras?",
    ),
    "stress": (
        r"stress|belastung|erwartungsdruck|\bdruck\b|uberlast|herausforderung|resilienz",
        r"strain|pressure|challenges?|schwierig\w*|anstrengend\w*|stressig\w*",
    ),
    "travel": (r"\breise|unterwegs|reisebudget|reiselust", r"travel\w*|reisen\w*"),
    "duties": (
        r"\baufgabe|zustandig|kummert|betreut|erstellt|koordiniert|verantwortet",
        r"aufgabe\w*|duties|tasks?|macht|machen|tut|alltag",
    ),
}


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something two roles are compared by.

    Attributes:
        id: key of its heading among the texts.
        pattern: over folded sentences and headings; None where ``terms`` tell.
        terms: stems that the question asks for.
    """

    id: str
    pattern: re.Pattern[str] | None
    terms: frozenset[str] = frozenset()

    def merit(self, told: Told) -> float:
        """How well a sentence speaks of it: 0 not at all, 1 in its own words, more with both.

        The words that were asked for count once more, so that of "stress" and "pressure" the one
        that was asked for wins.
        """
        share = around = 0.0
        if self.terms:
            share = len(self.terms & told.terms) / len(self.terms)
            around = len(self.terms & told.heading_terms) / len(self.terms)
        if self.pattern is None:
            own, heading = share >= HALF, around >= HALF
        else:
            own = _speaks(self.pattern, told.text)
            heading = bool(told.section) and _speaks(self.pattern, told.section[-1])
        if not own and not heading:
            return 0.0
        return IN_ITS_WORDS * (own + share) + IN_ITS_HEADING * (heading + around)


BROAD = frozenset({"skills", "duties"})
"""Aspects that many sentences fit: they get what the narrower ones leave."""

ASPECTS: tuple[Aspect, ...] = tuple(
    Aspect(name, re.compile(own)) for name, (own, _) in _PATTERNS.items()
)
_ASKED = {name: re.compile(rf"{own}|\b(?:{asked})\b") for name, (own, asked) in _PATTERNS.items()}


# What questions say in several words, none of which tells it alone.
_PHRASES = {
    "contacts": re.compile(
        r"\b(?:mit|an|zu) wem\b|\bansprechpartner|\bwhom?\b.*\b(?:talk|speak|deal|meet)\w*"
    ),
    "powers": re.compile(
        r"\b(?:darf|durfen|rabatte?n?|discounts?|approv\w+|sign-? ?off|allowed|decide\w*|"
        r"zustimm\w+|freie hand)\b"
    ),
}
WIDE = BROAD | {"customers", "focus"}
"""Aspects that give way where a question names a narrower one beside them."""


def asked_aspects(
    focus: Sequence[str], terms: frozenset[str], phrase: str = ""
) -> tuple[Aspect, ...]:
    """The aspects that a question is limited to; empty where it asks for all.

    Args:
        focus: folded words of the question that tell what it is after.
        terms: their stems, for what no known aspect covers.
        phrase: the whole question, folded, for what it says in several words.
    """
    told = {name for name, pattern in _PHRASES.items() if pattern.search(phrase)}
    if not focus and not told:
        return ()
    known = [
        replace(aspect, terms=terms)
        for aspect in ASPECTS
        if aspect.id in told or any(_ASKED[aspect.id].search(word) for word in focus)
    ]
    narrow = [aspect for aspect in known if aspect.id not in WIDE]
    return tuple(narrow or known) or (Aspect("asked", None, terms),)


def aspects_named(focus: Sequence[str]) -> list[tuple[frozenset[str], re.Pattern[str]]]:
    """The narrow aspects that words of a question name: those words, and how sentences say it."""
    named = [
        (frozenset(word for word in focus if _ASKED[aspect.id].search(word)), aspect.pattern)
        for aspect in ASPECTS
        if aspect.pattern is not None and aspect.id not in WIDE
    ]
    return [(asked, pattern) for asked, pattern in named if asked]


@functools.lru_cache(maxsize=50_000)
def _speaks(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.search(fold(text)))
