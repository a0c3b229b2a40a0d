"""What is often asked of roles and companies in words other than the sources' own.

"Woran merke ich, dass …" asks for signs, "Was bringt …" for the gain: no word of the question
need stand in the sentence that answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.list_texts import LIST_TEXTS
from bot.answering.listing.told import Told, told_by
from bot.answering.on_focus import Focused, focused
from bot.dialogue import Question
from bot.german import fold
from bot.knowledge.topics import folded_phrase

MOST = 10
AGAIN_IN_PARAGRAPH = 0.15
"""What each sentence of a paragraph takes from the merit of its next one."""

OWN_WORDS, IN_PLACE, OPENS = 1.0, 0.7, 0.4
"""Worth of speaking of a facet itself, of standing where it is announced, and of opening there a
paragraph, whose point it then is."""

HEADED_TOO = 0.3

_OPENING_WORDS = 14

# Over folded text: what questions say, and what sentences, openings and headings say.
_PATTERNS: dict[str, tuple[str, str]] = {
    "signs": (
        r"\bworan\b.*\b(?:erkenn|merk|sieh|seh)\w*|anzeichen|warnsignal\w*|\bsignale?\b|"
        r"indikator\w*|alarmzeichen|hinweise?\b.*\bdarauf|warning signs?|\bsigns?\b|indicators?",
        r"\banzeichen|warnsignal|\bsignale?\b|indikator|\bspr(?:icht|echen) (?:es )?(?:fur|dafur)|"
        r"dringend|\bfehlt\b|\b(?:fehlende\w*|vorhanden)\b|nicht vorhanden",
    ),
    "gain": (
        r"\bbring(?:t|en)\b(?!.*\bmit\b)|\bnutzt?\w*|\bvorteil\w*|mehrwert|\blohn(?:t|en)\b|\bgewinnt\b|"
        r"\bwozu\b|\bwofur\b|\bhat \w+ davon\b|\bbeitrag\b|wichtig fur|bedeutung|profitier\w*|"
        r"\bbenefits?\b|\bgains?\b|\bworth\b|\bvalue\b|\badvantages?\b",
        r"\bsenk(?:t|en)\b|\breduzier(?:t|en)\b|\bstabilisier|\bsicher(?:t|n)\b|\bbewahrt|"
        r"\bschutz(?:t|en)\b|\bentlaste|professionel|professionalisier|\berschlie(?:ss|s)t|"
        r"mehrwert|return on|zahlt sich|auszahl|rentier|\bspar(?:t|en)\b|kostet .*weniger|"
        r"weniger kost|\bbedeutung\b|\bfundament\b|\bruckgrat\b|wachs(?:t|en)\b|optimier",
    ),
    "structure": (
        r"\bteams?\b|\w*team\b|aufbau\w*|aufgebaut|struktur\w*|organisier\w*|zusammensetz\w*|"
        r"aufstell\w*|\bsetup\b|structure\w*|organi[sz]e\w*",
        r"\w*struktur\b|\bteams?\b|\bteam\b|zu empfehlen|empfohlen|ergangz|erganz(?:en|ung)",
    ),
    "support": (
        r"unterstutz\w*|\bforder\w*|\bhelf\w*|\bhilft\b|entlast\w*|massnahme\w*|"
        r"\bsupport\w*|\bhelp\w*|\bfoster\w*|(?:talent|vielversprechend|nachwuchs)\w*.*entwick\w*",
        r"unterstutz|mentoring|job-?shadowing|weiterbild|\bentlast|\bforder(?:n|ung)|coaching|"
        r"schulung|entwicklungspfad",
    ),
    "reasons": (
        r"^(?:warum|wieso|weshalb|wozu|why)\b",
        r"(?:unternehmen|firma|firmen|betrieb|arbeitgeber|organisation).*(?:\bum\b.* zu\b|"
        r"\bdamit\b|\bweil\b|erreichen|sicherzustellen|vorteil)|return on|"
        r"kostet .*weniger|weniger kost",
    ),
    "strain": (
        r"herausforder\w*|belast\w*|\w*stress\w*|schwierig\w*|\w*probleme?\b|schattenseit\w*|"
        r"nachteil\w*|schlimm\w*|unangenehm\w*|frustrierend\w*|nerv(?:t|ig)\w*|anstreng\w*|\bdruck\b|challeng\w*|downsides?|"
        r"\bdifficult\w*|\bhard(?:est)?\b|pressure",
        r"herausforder|stress|\w*druck\b|frustrier|uberlast|anspruchsvoll|\bproblem\b|probleme mit|"
        r"\bbelast(?:ung|end)|lastet|nicht jeder zurecht|konfrontiert",
    ),
    "training": (
        r"fortbild\w*|weiterbild(?!ungsbudget)\w*|\bschulung\w*|\bseminar\w*|\blehrgang\w*|"
        r"\blehrgange\w*|zusatzqualifikation\w*|further training|training courses?",
        r"weiterbild(?!ungsberuf)|fortbild|schulung|zusatzqualifikation|seminar|lehrgang",
    ),
    "future": (
        r"zukunft\w*|aussichten|\bfuture\b|outlook|prospects",
        r"zukunft|aussichten|beliebt|angesagt|\bbedarf\b.*(?:sink|zuruck|wachs)",
    ),
    "names": (
        r"\bandere\w* (?:namen?|bezeichnung\w*|titel)|\bsynonym\w*|\bnoch genannt|\bsonst noch\b|"
        r"auch genannt|\bother names?\b|\balso called\b|\bhei(?:ss|s)t .* noch\b",
        r"bezeichnung|\bgenannt\b|hei(?:ss|s)en\b|gleichbedeutend|synonym",
    ),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that is asked of a role.

    Attributes:
        id: its name in this module.
        told: over folded sentences, paragraphs' openings and headings.
    """

    id: str
    told: re.Pattern[str]

    def merit(self, told: Told, context: Context) -> float:
        """How well a sentence speaks of it: by its own words, or by where it stands."""
        headed = any(self.told.search(fold(heading)) for heading in told.section[-1:])
        opens = OPENS * (headed and paragraph_of(told, context) == told.span.start)
        if self.told.search(fold(told.text)):
            return OWN_WORDS + HEADED_TOO * headed + opens
        announced = headed or self.told.search(fold(opening_of(told, context)))
        return IN_PLACE * bool(announced) + opens


_FACETS = tuple((Facet(name, re.compile(t)), re.compile(a)) for name, (a, t) in _PATTERNS.items())


def asked_facets(question: Question) -> list[Facet]:
    """What a question asks for, in words of its own."""
    phrase = folded_phrase(question.standalone)
    return [
        facet
        for facet, asked in _FACETS
        if asked.search(phrase) and (facet.id != "reasons" or question.intent == "company")
    ]


def opening_of(told: Told, context: Context) -> str:
    """The first words of the paragraph that a sentence stands in."""
    text = context.view.sources[told.source_id].text
    start = paragraph_of(told, context)
    line = text[start : told.span.end]
    return " ".join(line.split()[:_OPENING_WORDS])


def paragraph_of(told: Told, context: Context) -> int:
    """Where its paragraph starts in its source."""
    return context.view.sources[told.source_id].text.rfind("\n", 0, told.span.start) + 1


def on_facets(
    context: Context, facets: Sequence[Facet], roles: Sequence[str]
) -> list[tuple[float, Focused]]:
    """Sentences about roles that speak of one of the facets, best first, paragraphs mixed."""
    alone = set(roles)
    found = []
    for item in focused(context, _told_of(context, alone)):
        merit = max(facet.merit(item.told, context) for facet in facets)
        if merit:
            of_others = 0.3 * bool(item.told.roles - alone)
            found.append((item.merit + merit - of_others, item))
    return _mixed(found, context)


def _told_of(context: Context, roles: set[str]) -> list[Told]:
    """Sentences about one of the roles, and those that name none in a paragraph about it."""
    read = [e for hit in context.hits for e in context.evidence.of(hit.passage)]
    named = {(e.source.id, e.sentence.start): e.named for e in read}
    told = told_by(context, read)
    places = [(t.source_id, paragraph_of(t, context)) for t in told]
    about = {place for t, place in zip(told, places, strict=True) if t.roles & roles}
    return [
        t
        for t, place in zip(told, places, strict=True)
        if t.roles & roles or (place in about and not named[t.source_id, t.span.start])
    ]


def _mixed(found: Sequence[tuple[float, Focused]], context: Context) -> list[tuple[float, Focused]]:
    left = sorted(found, key=lambda pair: -pair[0])
    taken: dict[tuple[str, int], int] = {}
    chosen: list[tuple[float, Focused]] = []

    def worth(pair: tuple[float, Focused]) -> float:
        told = pair[1].told
        place = (told.source_id, paragraph_of(told, context))
        return pair[0] - AGAIN_IN_PARAGRAPH * taken.get(place, 0)

    while left and len(chosen) < MOST:
        best = max(left, key=worth)
        left.remove(best)
        chosen.append(best)
        told = best[1].told
        place = (told.source_id, paragraph_of(told, context))
        taken[place] = taken.get(place, 0) + 1
    return chosen


def build_training(context: Context, draft: Draft) -> bool:
    """Answers which further training helps; False where something else is asked.

    Its word is near to those for schooling, which a career is told with.
    """
    facets = [facet for facet in asked_facets(context.question) if facet.id == "training"]
    return _write(context, draft, facets, context.question.roles)


def write_facets(context: Context, draft: Draft, roles: Sequence[str]) -> bool:
    """Answers a question that asks for a known facet of one or two roles; False for others."""
    return _write(context, draft, asked_facets(context.question), roles)


def _write(context: Context, draft: Draft, facets: Sequence[Facet], roles: Sequence[str]) -> bool:
    question = context.question
    if not facets or question.seniority or question.country or question.year:
        return False
    if question.unknown_roles or question.kind not in ("open", "why", "when") or not roles:
        return False
    found = [focus.told for _, focus in on_facets(context, facets, roles)]
    if not found:
        return False
    first, *others = found
    draft.say(draft.quote(first.span))
    if others:
        draft.say(LIST_TEXTS[question.language].also_said)
        for told in others:
            draft.item(told.span)
    return True
