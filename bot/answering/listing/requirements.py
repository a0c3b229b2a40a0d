"""Requirements arranged for a list: which kind is asked for, which must be met, who disagrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering.context import Context
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import Told, told_in
from bot.dialogue import Question
from bot.facts import Requirement, RequirementKind, Span
from bot.german import fold, words
from bot.index.view import IndexView
from bot.knowledge.profiles import RoleProfile, newest_first
from bot.knowledge.topics import folded_phrase

ORDER: tuple[RequirementKind, ...] = (
    "education",
    "experience",
    "skill",
    "language",
    "mobility",
    "other",
)
"""The order in which job advertisements state them."""

MOST_OF_OTHER_KINDS = 4
"""Items of education, of experience and so on, so that skills keep the rest of the list."""

_KNOWLEDGE = re.compile(
    r"wissen|kenntnis|verstandnis|kompetenz(?:en)? i|know-?how|erfahrung|branche|produkt|software|"
    r"betriebswirt|technisch|fachlich"
)
_WORDS_OF: dict[str, str] = {
    "soft": r"soft\w*|personlich\w*|eigenschaft\w*|charakter\w*|starken?|traits?|strengths?|"
    r"personal\w*|sozialkompetenz\w*",
    "hard": r"hard\w*|fachwissen|fachkenntnis\w*|fachlich\w*|knowledge",
    "education": r"\w*ausbildung\w*|\w*studium\w*|studien\w*|studier\w*|\w*abschluss\w*|"
    r"bildungsweg\w*|degrees?|education\w*|training",
    "experience": r"\w*erfahrung\w*|experience\w*",
    "language": r"\w*sprachen?|\w*sprachkenntnis\w*|fremdsprach\w*|languages?",
    "mobility": r"\w*reise\w*|\w*mobilitat\w*|fuhrerschein\w*|travel\w*|mobility",
    "skill": r"skills?|\w*fahigkeit\w*|\w*kompetenz\w*|\w*kenntnis\w*|abilit\w*",
}
_OF_KIND = {kind: re.compile(rf"(?:{pattern})") for kind, pattern in _WORDS_OF.items()}

# "kein Muss", "nicht zwingend", "längst nicht alle", "auch ohne Studium"
_DISCLAIMS = re.compile(
    r"\bkeine? (?:pflicht|muss|bedingung|voraussetzung|zwang)|"
    r"\bnicht (?:\w+ )?(?:zwingend|notwendig|notig|erforderlich|immer|alle|unbedingt|pflicht|"
    r"vorgeschrieben|vorausgesetzt|verlangt)|\bauch ohne\b|"
    r"\bstatt (?:\w+ ){0,2}(?:studium|abschluss)"
)
_ASKS = re.compile(
    r"\berforder|\bmuss\b|\bmussen\b|\bbrauch|\bbenotig|\bvorausgesetzt|\bvoraussetzung|\bnotwendig|"
    r"\bverlang|\bzwingend|\bpflicht\b|\bunerlasslich|\bist ein .*\bnotig"
)
_DEGREE = re.compile(
    r"studi(?:um|en|engang)|hochschul|bachelor|master|diplom|universit|akadem|abschluss"
)


Necessity = Literal["essential", "optional"]

_NECESSITY: dict[Necessity, re.Pattern[str]] = {
    "essential": re.compile(
        r"(?:haupt)?pflicht|muss|zwingend\w*|unbedingt|notwendig\w*|unerlasslich\w*|"
        r"unverzichtbar\w*|verpflichtend\w*|essential|mandatory|required|must"
    ),
    "optional": re.compile(
        r"wunschenswert\w*|optional\w*|freiwillig\w*|vorteil\w*|vorteilhaft\w*|hilfreich\w*|"
        r"pluspunkte?|kur|nice|helpful|desirable"
    ),
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The kinds of requirement that a question is limited to.

    Attributes:
        kind: the one that names the answer; "soft" and "hard" are skills.
        kinds: all of them.
    """

    kind: str
    kinds: tuple[str, ...]

    def covers(self, word: str) -> bool:
        """Whether a folded word of the question only says this kind."""
        return any(_OF_KIND[kind].fullmatch(word) for kind in self.kinds)

    def keeps(self, requirement: Requirement) -> bool:
        """Whether a requirement is of one of these kinds."""
        knowledge = is_knowledge(requirement)
        return any(
            requirement.kind == kind
            or (
                requirement.kind == "skill"
                and ((kind == "soft" and not knowledge) or (kind == "hard" and knowledge))
            )
            for kind in self.kinds
        )

    def heads(self, heading: str) -> bool:
        """Whether a heading says that what follows is of this kind."""
        return any(self.covers(word) for word in words(heading))


def is_knowledge(requirement: Requirement) -> bool:
    """Whether a skill is something one knows rather than a trait."""
    return bool(_KNOWLEDGE.search(fold(requirement.label)))


def necessities_in(question: Question) -> dict[str, Necessity]:
    """Folded words of the focus that ask for what is a must, or for what only helps."""
    return {
        word: necessity
        for word in question.focus
        for necessity, pattern in _NECESSITY.items()
        if pattern.fullmatch(word)
    }


def narrowing_of(question: Question) -> Narrowing | None:
    """The kinds that the question names; None where it asks for everything."""
    phrase = folded_phrase(question.standalone).split()
    kinds = [k for k, pattern in _OF_KIND.items() if any(pattern.fullmatch(w) for w in phrase)]
    if "soft" in kinds or "hard" in kinds:
        kinds = [kind for kind in kinds if kind != "skill"]
    return Narrowing(kinds[0], tuple(kinds)) if kinds else None


def requirement_themes(
    context: Context,
    requirements: Sequence[Requirement],
    most: int,
    narrowing: Narrowing | None,
    beside: Sequence[Told] = (),
) -> tuple[list[Theme], list[Theme]]:
    """Up to ``most`` essential and optional requirements, each in the order of ``ORDER``.

    A sentence with several is told once, as the first kind of them, and as essential where one
    of them is.

    Args:
        context: the question with what was found for it.
        requirements: what to choose from.
        most: items of both lists together.
        narrowing: the kind that is asked for, which then has the whole list to itself.
        beside: sentences under a heading of this kind that no requirement was read from.
    """
    place: dict[Span, int] = {}
    must: dict[Span, bool] = {}
    labels: dict[Span, str] = {}
    for requirement in requirements:
        span, rank = requirement.span, ORDER.index(requirement.kind)
        place[span] = min(rank, place.get(span, rank))
        must[span] = must.get(span, False) or requirement.relation == "essential"
        labels[span] = f"{labels.get(span, '')} {requirement.label}"
    told = [_by_label(item, labels[item.span], context) for item in told_in(context, place)]
    for item in beside:
        if item.span not in place:
            place[item.span], must[item.span] = ORDER.index("skill"), True
            told.append(item)
    chosen: list[Theme] = []
    skill = ORDER.index("skill")
    for rank in sorted(range(len(ORDER)), key=lambda r: r == skill):
        group = [item for item in told if place[item.span] == rank]
        room = most - len(chosen)
        limit = room if rank == skill or narrowing else min(MOST_OF_OTHER_KINDS, room)
        chosen += choose(group, likeness(context, group), limit)
    chosen.sort(key=lambda theme: (place[theme.told.span], -theme.sources))
    essential = [theme for theme in chosen if must[theme.told.span]]
    return essential, [theme for theme in chosen if not must[theme.told.span]]


def _by_label(told: Told, label: str, context: Context) -> Told:
    """Compared by what is required alone: the rest of the sentence only surrounds it."""
    terms = frozenset(context.evidence.keywords.terms(label)) - context.catalogue.name_stems()
    return replace(told, terms=terms or told.terms)


def disagreements(
    context: Context, profile: RoleProfile, requirements: Sequence[Requirement]
) -> list[Told]:
    """Two sentences of different sources: one asks for a degree, the other says it isn't a must.

    The newer source comes first; empty where nobody contradicts.
    """
    degrees = [r for r in requirements if r.kind == "education" and _DEGREE.search(fold(r.label))]
    texts = {r.span: fold(_text(context.view, r.span)) for r in degrees}
    denied = [r for r in degrees if _DISCLAIMS.search(texts[r.span])]
    asked = [
        r
        for r in degrees
        if r.relation == "essential" and r not in denied and _ASKS.search(texts[r.span])
    ]
    pairs = [
        (one.span, other.span)
        for one in denied
        for other in asked
        if one.span.source_id != other.span.source_id
    ]
    if not pairs:
        return []
    order = newest_first(context.view.sources.values())
    pair = sorted(pairs[0], key=lambda span: order.index(span.source_id))
    told = told_in(context, pair)
    return told if len(told) == len(pair) else []


def _text(view: IndexView, span: Span) -> str:
    return view.sources[span.source_id].text[span.start : span.end]
