"""Whether somebody of a certain nature fits: what the sources ask for just there.

"Bin ich zu schüchtern?" names no requirement; the sentences on communication and on how one
appears answer it. No verdict is given on a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.answering.asked import said
from bot.answering.context import Context
from bot.answering.direct import texts as direct_texts
from bot.answering.direct.pointed import particular, span_of
from bot.answering.draft import Draft
from bot.answering.evidence import Evidence
from bot.answering.matching.told import profile_told
from bot.answering.selection import same_statement
from bot.dialogue.traits import Trait, traits_of
from bot.german import fold

MOST = 5
MOST_TRAITS = 3

# Over folded sentences: what a role asks of people of each nature.
_ASKED_FOR: Final[Mapping[Trait, str]] = MappingProxyType(
    {
        "communication": r"kommunikati|auftret|uberzeugungskraft|eloquen|begeister|kontaktfreud|"
        r"kontaktstark|redegewandt|verkaufen geschaffen|zugehen|extrovertiert",
        "order": r"organisations?(?:talent|s?stark|s?fahig|s?geschick)|"
        r"gut organisiert|punktlich|zuverlassig|strukturiert|sorgfalt|parallel|ordnung|"
        r"gewissenhaft|prioritaten",
        "travel": r"\breis|unterwegs|vor ort|mobilitat|aussendienst",
        "selling": r"verkaufen|akquise|verkaufsdruck|verkaufstalent|vertrieblich",
        "pressure": r"belastbar|\w*druck\b|stress|resilien|mentale|nicht jeder zurecht|robust|"
        r"nervenstark|zielvorgaben",
        "conflict": r"konflikt|\barger\b|zuhor|diplomat|geduld|beschwerde|kritik",
        "team": r"teamfahig|teamplayer|abteilungen|stimm(?:t|en) sich|zusammenarbeit|im team",
        "numbers": r"betriebswirt|kaufmannisch|analyti|zahlen|mathemat|rechn",
        "languages": r"englisch|sprachkenn|fremdsprach|verhandlungssicher",
        "technology": r"techni|produktkenntnis|produkte .*verst",
        "hours": r"flexib|arbeitszeit|erreichbar|uberstunden|schicht|wochenend",
        "empathy": r"empath|einfuhl|zuhor|feingefuhl|menschenkenntnis",
        "belief": r"(?:produkt|firma|unternehmen)\w* .*(?:uberzeugt|kaufenswert)|hinter (?:\w+ )?"
        r"(?:produkt|firma|unternehmen)|identifizier\w* (?:sich|mit)",
        "drive": r"eigeninitiative|eigenverantwort|reaktionsschnell|einsatz|motivation|initiative|"
        r"engagement|belastbar",
        "decisions": r"eigenverantwort|eigenstandig|selbst(?:st)?andig|"
        r"entscheidungs(?:freud|stark)|sicher auftret",
        "negotiating": r"verhand",
    }
)
_PATTERNS = {trait: re.compile(rf"\b(?:\w*)(?:{words})") for trait, words in _ASKED_FOR.items()}
# What becomes of those who lack it, then what is asked for.
_CONSEQUENCE = re.compile(
    r"\bnicht (?:glucklich|jede[rm]? (?:zurecht|liegt)|geeignet|jedermanns)|"
    r"fehl am platz|ungeeignet"
)
_DEMANDS = re.compile(
    r"\b(?:muss|mussen|sollten?|brauch\w*|benotig\w*|verlang\w*|notwendig|erforderlich|essen[tz]iell|"
    r"kommt es\b.* an|kernanforderung\w*|voraussetzung\w*|hilfreich|wichtig|geschaffen)\b"
)
_OF_CONSEQUENCE, _OF_DEMAND, _OF_PLACE = 1.5, 0.8, 0.4
"""Worth of what a sentence tells, beside its score of up to about 3.6."""


def build_traits(context: Context, draft: Draft) -> bool:
    """Answers whether somebody's nature fits a role; False where none is told.

    What the asker tells of work and training is weighed with a profile, not here.
    """
    question = context.question
    traits = traits_of(question.original)[:MOST_TRAITS]
    if not traits or question.unknown_roles or question.kind in ("how_many", "how_much"):
        return False
    told = profile_told(question.original)
    if told is not None and (told.work or told.education or told.languages):
        return False
    chosen = _chosen(context, traits)
    if not chosen:
        return False
    language = question.language
    first, *others = chosen
    draft.say(direct_texts.NATURE[language] + draft.quote(span_of(first)))
    for evidence in others:
        draft.item(span_of(evidence))
    draft.say(direct_texts.NATURE_IS_YOURS[language])
    return True


def _chosen(context: Context, traits: tuple[Trait, ...]) -> list[Evidence]:
    """The best sentence on each trait, then the next ones of all."""
    asked = particular(context)
    ranked: list[tuple[float, Trait, Evidence]] = []
    for scored in context.scored:
        evidence = scored.evidence
        folded = fold(evidence.quote)
        if evidence.states_pay or evidence.leans_on_context:
            continue
        consequence = bool(_CONSEQUENCE.search(folded))
        demands = bool(_DEMANDS.search(folded))
        placed = "qualifications" in evidence.section_topics
        if not (consequence or demands or placed):
            continue
        merit = _OF_CONSEQUENCE * consequence + _OF_DEMAND * demands + _OF_PLACE * placed
        ranked += [
            (merit + scored.score + said(asked, evidence.terms), trait, evidence)
            for trait in traits
            if _PATTERNS[trait].search(folded)
        ]
    ranked.sort(key=lambda item: -item[0])
    best = [next((r for r in ranked if r[1] == trait), None) for trait in traits]
    chosen: list[Evidence] = []
    for item in (*(b for b in best if b is not None), *ranked):
        if len(chosen) < MOST and not any(same_statement(item[2], c) for c in chosen):
            chosen.append(item[2])
    return chosen
