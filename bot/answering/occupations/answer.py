"""What a classification answers about its occupations, and what it can't.

It describes an occupation, gives its names, and lists skills and knowledge. It says nothing of
pay, of employers, of training or of how long anything takes. Its items are short lines: whatever
asks for something else would find words in them that only look like an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.answering.asked import asked_words, said
from bot.answering.careers.computed import build_computed
from bot.answering.context import Context
from bot.answering.covering.coverage import Gap, reason_to_decline
from bot.answering.draft import Draft, escape
from bot.answering.extractive import build_extractive
from bot.answering.listing.requirements import narrowing_of
from bot.answering.listing.shared import adds_nothing
from bot.answering.occupations import texts
from bot.dialogue import Question
from bot.dialogue.language import Language
from bot.domain import Intent
from bot.facts import Requirement, Span
from bot.german import Vocabulary, fold
from bot.knowledge.esco.paths import SkillPaths
from bot.knowledge.profiles import RoleProfile

NEVER_TOLD: frozenset[Intent] = frozenset(("salary", "company"))
"""Intents about which the classification holds nothing."""

LISTED = frozenset(("skill", "language", "soft", "hard"))
"""Kinds of requirement that it lists."""

MOST_NAMES, MOST_DUTIES = 15, 12
MOST_ESSENTIAL, MOST_OPTIONAL = 40, 10
MOST_SENTENCES, MOST_SKILLS = 2, 6
SAID = 0.5
"""Share of a question's particular words that a line must say to answer it."""

SAID_IN_GERMAN = 0.86
"""The same for an English question, by the cosine to a German line (multilingual-e5)."""

_ASKS_FOR_NAMES = re.compile(
    r"\b(?:bezeichnung\w*|synonym\w*|genannt|nennt man|heisst|andere[nr]? namen?|"
    r"other (?:names?|titles?)|alternative titles?|called)\b"
)
_GENERAL = re.compile(
    r"occupations?|professions?|berufs?|unterschiede?|vergleich\w*|differ\w*|between"
)
_ASKS_FOR_PLACE = re.compile(
    r"\b(?:isco|esco)\b|\b(?:berufsgruppe|klassifi\w+|reglementier\w*|regulated|ubergeordnet\w*)\b"
)


@dataclass(frozen=True)
class Told:
    """How a question about occupations is answered.

    Attributes:
        gap: why it is declined; None where the draft holds an answer.
        career: records of computed steps.
    """

    gap: Gap | None
    career: tuple[dict[str, Any], ...] = ()


def asks_for_place(question: Question) -> bool:
    """Whether a question is after an occupation's place in the classification."""
    return bool(_ASKS_FOR_PLACE.search(fold(question.standalone)))


def answer_from_classification(
    context: Context, draft: Draft, paths: Callable[[], SkillPaths], vocabulary: Vocabulary
) -> Told:
    """Writes what the classification says about the occupations asked about, or says why not.

    Args:
        context: of a question whose roles are all occupations, with their sources alone.
        draft: empty.
        paths: computes steps between occupations.
        vocabulary: the words of these sources.
    """
    question = context.question
    nothing = Told(Gap("not_in_sources", "nothing"))
    if question.intent in NEVER_TOLD:
        return nothing
    if _ASKS_FOR_NAMES.search(fold(question.standalone)) and _write_names(context, draft):
        return Told(None)
    if question.intent == "career":
        return _career(context, draft, paths())
    # What is listed is told in lists: whether it is there needs no likeness of sentences.
    if _is_open(question) and any(build(context, draft) for build in _builders(question)):
        return Told(None)
    gap = reason_to_decline(context, 0.0, 0.0, vocabulary)
    if gap is not None:
        return Told(gap)
    built = _says_what_is_asked(context) and build_extractive(context, draft)
    return Told(None) if built and draft.citations else nothing


def _is_open(question: Question) -> bool:
    """Whether a question sets no condition of which a classification knows nothing."""
    narrowed = question.country or question.year or question.branch or question.seniority
    return not (narrowed or question.unknown_roles or question.wants_figure)


def _builders(question: Question) -> tuple[Callable[[Context, Draft], bool], ...]:
    if question.intent == "duties":
        return (_write_duties,)
    if question.intent == "qualifications":
        return (_write_comparison, _write_skills, _write_asked_skills)
    if question.intent == "comparison":
        return (_write_comparison,)
    return (_write_whole, _write_asked_skills)


def _write_whole(context: Context, draft: Draft) -> bool:
    """An occupation of which nothing particular is asked: what it does."""
    question = context.question
    if question.focus or question.kind != "open":
        return False
    return _write_duties(replace(context, question=replace(question, intent="duties")), draft)


def _write_duties(context: Context, draft: Draft) -> bool:
    """The description of each occupation, in its own order."""
    question = context.question
    if question.kind != "open" or not all(_adds_nothing(w) for w in question.focus):
        return False
    for profile in _profiles(context):
        if profile.duties:
            role = escape(profile.role.preferred_label)
            draft.say(texts.DUTIES[question.language].format(role=role))
            for duty in profile.duties[:MOST_DUTIES]:
                draft.item(duty.span)
    return bool(draft.citations)


def _write_skills(context: Context, draft: Draft) -> bool:
    """Skills and knowledge; a degree, years or a driving licence is nothing that is listed.

    The lists are the classification's own, in its order: what it calls essential is all shown.
    """
    question = context.question
    narrowing = narrowing_of(question)
    if narrowing is not None and not LISTED.intersection(narrowing.kinds):
        return False
    rest = [w for w in question.focus if not (narrowing and narrowing.covers(w))]
    if question.kind != "open" or not all(_adds_nothing(w) for w in rest):
        return False
    kept = None if narrowing is None or narrowing.kind == "skill" else narrowing
    for profile in _profiles(context):
        wanted = [r for r in profile.requirements if kept is None or kept.keeps(r)]
        _write_lists(draft, profile, wanted, question.language)
    return bool(draft.citations)


def _write_asked_skills(context: Context, draft: Draft) -> bool:
    """The skills that say what a question is particular about."""
    question, keywords = context.question, context.evidence.keywords
    asked = asked_words((w for w in question.focus if not _adds_nothing(w)), keywords)
    if not asked or question.kind not in ("open", "yes_no"):
        return False
    for profile in _profiles(context):
        terms = {r.id: frozenset(keywords.terms(r.label)) for r in profile.requirements}
        wanted = [r for r in profile.requirements if said(asked, terms[r.id]) > SAID]
        _write_lists(draft, profile, wanted, question.language)
    return bool(draft.citations)


def _write_lists(
    draft: Draft, profile: RoleProfile, wanted: Sequence[Requirement], language: Language
) -> None:
    if not wanted:
        return
    role = escape(profile.role.preferred_label)
    draft.say(texts.SKILLS[language].format(role=role))
    for relation, most in (("essential", MOST_ESSENTIAL), ("optional", MOST_OPTIONAL)):
        spans = [r.span for r in wanted if r.relation == relation]
        if spans:
            heading = texts.RELATIONS[language][relation]
            draft.heading(heading if len(spans) <= most else texts.SOME[language].format(heading))
            for span in spans[:most]:
                draft.item(span)


def _adds_nothing(word: str) -> bool:
    """Whether a folded word of a question narrows nothing that a classification tells."""
    intents: tuple[Intent, ...] = ("duties", "qualifications", "comparison")
    return bool(_GENERAL.fullmatch(word)) or any(adds_nothing(word, i) for i in intents)


def _career(context: Context, draft: Draft, paths: SkillPaths) -> Told:
    records = build_computed(context, draft, paths)
    if not records:
        return Told(Gap("not_in_sources", "nothing"))
    return Told(None, records)


def _write_names(context: Context, draft: Draft) -> bool:
    profiles = _profiles(context)
    for profile in profiles:
        if not profile.synonyms:
            continue
        role = escape(profile.role.preferred_label)
        draft.say(texts.NAMES[context.question.language].format(role=role))
        for name in profile.synonyms[:MOST_NAMES]:
            draft.item(name.span)
    return bool(draft.citations)


def _write_comparison(context: Context, draft: Draft) -> bool:
    """Two occupations: what each does, what both must be able to do, and what one alone."""
    question = context.question
    profiles = _profiles(context)
    if len(profiles) != 2 or question.kind not in ("open", "yes_no"):
        return False
    first, second = profiles
    if not all(_adds_nothing(w) for w in question.focus):
        return False
    names = [escape(profile.role.preferred_label) for profile in profiles]
    language = question.language
    draft.say(texts.COMPARED[language].format(first=names[0], second=names[1]))
    for name, profile in zip(names, profiles, strict=True):
        for duty in profile.duties[:MOST_SENTENCES]:
            draft.lines.append(f"- **{name}:** {draft.quote(duty.span)}")
    needs = [_essential(profile) for profile in profiles]
    shared = [label for label in needs[0] if label in needs[1]]
    if shared:
        draft.heading(texts.SHARED[language])
        for label in shared[:MOST_SKILLS]:
            _write_shared(draft, needs[0][label].span, needs[1][label].span)
    for profile, own, other in (
        (first, needs[0], needs[1]),
        (second, needs[1], needs[0]),
    ):
        alone = [requirement.span for label, requirement in own.items() if label not in other]
        if alone:
            role = profile.role.preferred_label
            draft.heading(texts.ONLY[language].format(role=role))
            for span in alone[:MOST_SKILLS]:
                draft.item(span)
    return bool(draft.citations)


def _write_shared(draft: Draft, here: Span, there: Span) -> None:
    quote = draft.cite(here).quote
    draft.lines.append(f"- {escape(quote)} {draft.marker(here, there)}")


def _essential(profile: RoleProfile) -> dict[str, Requirement]:
    return {r.label: r for r in profile.requirements if r.relation == "essential"}


def _profiles(context: Context) -> list[RoleProfile]:
    return [context.profiles[role] for role in context.question.roles if role in context.profiles]


def _says_what_is_asked(context: Context) -> bool:
    """Whether a line says most of what makes the question particular."""
    question = context.question
    if question.wants_figure or question.kind not in ("open", "yes_no"):
        return False
    if question.language == "en":
        return any(s.cosine >= SAID_IN_GERMAN for s in context.scored)
    keywords = context.evidence.keywords
    asked = asked_words(question.focus, keywords)
    return bool(asked) and any(said(asked, s.evidence.terms) > SAID for s in context.scored)
