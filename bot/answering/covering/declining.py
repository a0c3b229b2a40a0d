"""Declining well: why, what is covered, and what can be asked instead; half-covered questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.answering import texts
from bot.answering.covering import texts as decline_texts
from bot.answering.covering.coverage import Gap
from bot.answering.draft import escape
from bot.answering.grounding import can_be_named, numbers_in
from bot.dialogue import Question
from bot.dialogue.language import Language
from bot.domain import Answer, Citation, Intent
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.roles import Role, RoleCatalogue

MAX_SUGGESTIONS = 3
MAX_ROLES_NAMED = 6
_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
# What can't be answered as it was asked can often be answered for a role that is covered.
_ASK_THE_SAME = frozenset(
    ("role", "mentioned_role", "country", "year", "figure", "next_step", "promise")
)


def decline(
    question: Question,
    gap: Gap,
    catalogue: RoleCatalogue,
    topics: Sequence[Intent],
    profiles: Mapping[str, RoleProfile],
) -> Answer:
    """One sentence: why, and what the sources do cover; with questions that can be answered.

    Args:
        question: what was asked.
        gap: what is lacking.
        catalogue: the roles that are covered.
        topics: what the sources say about them.
        profiles: what the suggestions are checked against.
    """
    language = question.language
    named = _enumerated([_quoted(word, language) for word in gap.named], language)
    with_name = decline_texts.WHY_NAMED[language].get(gap.lack)
    if with_name and gap.named and all(can_be_named(word) for word in gap.named):
        why = with_name
    else:
        why = decline_texts.WHY[language][gap.lack]
    return Answer(
        question=question.original,
        standalone_question=question.standalone,
        status="declined",
        reason=gap.reason,
        intent=question.intent,
        text=why.format(named=named, covered=covered(catalogue.roles, topics, language)),
        suggestions=suggestions(
            question, catalogue, profiles, same_intent=gap.lack in _ASK_THE_SAME
        ),
    )


def suggestions(
    question: Question,
    catalogue: RoleCatalogue,
    profiles: Mapping[str, RoleProfile],
    *,
    same_intent: bool = False,
) -> tuple[str, ...]:
    """Up to three questions that the sources answer: each rests on facts of its role and topic.

    Args:
        question: what was asked; its roles come first.
        catalogue: the roles that are covered.
        profiles: their facts.
        same_intent: whether the question's own topic may be suggested, and then comes first.
    """
    language = question.language
    roles = sorted(catalogue.roles, key=lambda role: role.id not in question.roles)
    asked: list[Intent] = sorted(
        texts.SUGGESTIONS[language], key=lambda intent: intent != question.intent
    )
    made: list[str] = []
    for intent in asked:
        if intent == question.intent and not same_intent:
            continue
        role = next((r for r in roles if _has_facts(profiles.get(r.id), intent)), None)
        if role:
            made.append(texts.SUGGESTIONS[language][intent].format(role=role.preferred_label))
    pair = _compared(roles, profiles)
    if pair and question.intent != "comparison":
        comparison = texts.COMPARISON_SUGGESTION[language]
        first, second = (role.preferred_label for role in pair)
        made.insert(2, comparison.format(first=first, second=second))
    return tuple(made[:MAX_SUGGESTIONS])


def covered(roles: Sequence[Role], topics: Sequence[Intent], language: Language) -> str:
    """What the sources cover: their roles and topics."""
    if not roles:
        return texts.COVERED_WITHOUT_ROLES[language]
    labels = [role.preferred_label for role in roles if can_be_named(role.preferred_label)]
    names = _enumerated(labels[:MAX_ROLES_NAMED], language)
    subjects = _enumerated([texts.TOPIC_NAMES[language][topic] for topic in topics], language)
    return texts.COVERED[language].format(roles=names, topics=subjects) if subjects else names


def combine(question: Question, parts: Sequence[tuple[str, Answer]]) -> Answer:
    """One answer to a question that asks several things.

    Those that could be answered stand under each other; one sentence names the rest in the
    asker's words. Citations are numbered anew, a sentence that two parts cite has one number.

    Args:
        question: the whole question.
        parts: each single question as asked, with its answer; at least one.

    Returns:
        A declined answer where all were declined.
    """
    answered = [answer for _, answer in parts if answer.status == "answered"]
    missing = [part for part, answer in parts if answer.status == "declined"]
    if not answered:
        first = next((a for _, a in parts if a.reason == "refused"), parts[0][1])
        return replace(first, question=question.original, standalone_question=question.standalone)
    citations: dict[tuple[str, int, int], Citation] = {}
    lines, salary, career = [], [], []
    for answer in answered:
        numbers = {c.number: _renumbered(c, citations) for c in answer.citations}
        lines.append(_with_markers(answer.text, numbers))
        salary += [_with_number(record, numbers) for record in answer.salary]
        career += [_with_number(record, numbers) for record in answer.career]
    quoted = {n for c in citations.values() for n in numbers_in(c.quote)}
    if missing:
        lines.append(_missing(missing, question.language, quoted))
    return replace(
        answered[0],
        question=question.original,
        standalone_question=question.standalone,
        text="\n\n".join(lines),
        citations=tuple(citations.values()),
        salary=tuple(salary),
        career=tuple(career),
        suggestions=answered[0].suggestions,
        warnings=tuple(dict.fromkeys(w for a in answered for w in a.warnings)),
        milliseconds=sum(answer.milliseconds for _, answer in parts),
    )


def _missing(named: Sequence[str], language: Language, quoted: set[Any]) -> str:
    short = [word.rstrip("?!. ") for word in named]
    if not all(can_be_named(w) or (numbers_in(w) and numbers_in(w) <= quoted) for w in short):
        return decline_texts.MISSING_PART[language]
    return decline_texts.MISSING[language].format(
        named=_enumerated([_quoted(word, language) for word in short], language)
    )


def _renumbered(citation: Citation, taken: dict[tuple[str, int, int], Citation]) -> int:
    key = (citation.source.id, citation.start, citation.end)
    if key not in taken:
        taken[key] = replace(citation, number=len(taken) + 1)
    return taken[key].number


def _with_markers(text: str, numbers: Mapping[int, int]) -> str:
    return _MARKER.sub(lambda match: f"[{numbers[int(match[1])]}]", text)


def _with_number(record: dict[str, Any], numbers: Mapping[int, int]) -> dict[str, Any]:
    citation = record["citation"]
    return {**record, "citation": {**citation, "number": numbers[citation["number"]]}}


def _has_facts(profile: RoleProfile | None, intent: Intent) -> bool:
    if profile is None:
        return False
    facts: Mapping[Intent, Sequence[object]] = {
        "duties": profile.duties,
        "qualifications": profile.requirements,
        "salary": profile.salary,
        "career": [step for step in profile.career if step.to_role == profile.role.id],
    }
    return bool(facts.get(intent))


def _compared(
    roles: Sequence[Role], profiles: Mapping[str, RoleProfile]
) -> tuple[Role, Role] | None:
    """Two roles that a sentence sets apart."""
    by_id = {role.id: role for role in roles}
    for role in roles:
        profile = profiles.get(role.id)
        for difference in profile.differences if profile else ():
            if all(role_id in by_id for role_id in difference.roles):
                first, second = difference.roles
                return by_id[first], by_id[second]
    return None


def _quoted(word: str, language: Language) -> str:
    return decline_texts.QUOTED[language].format(word=escape(word))


def _enumerated(items: Sequence[str], language: Language) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {texts.AND[language]} {items[-1]}"
