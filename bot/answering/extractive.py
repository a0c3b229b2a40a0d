"""The default answerer: the sources' own sentences, arranged under short headings."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from bot.answering import texts
from bot.answering.selection import Group
from bot.dialogue import Question
from bot.domain import Answer, Citation, Intent, Reason, SourceReference
from bot.knowledge.evidence import Evidence
from bot.knowledge.roles import Role, RoleCatalogue

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#])")
MAX_SUGGESTIONS = 3
MAX_SHOWN_CHARACTERS = 200


def compose(question: Question, groups: Sequence[Group], catalogue: RoleCatalogue) -> Answer:
    """An answer made of quotes alone; each sentence carries the marker of its citation."""
    language = question.language
    citations: list[Citation] = []
    lines: list[str] = []
    labelled = len(groups) > 1
    for group in groups:
        if labelled and group.role_id:
            lines += ["", f"**{catalogue.get(group.role_id).preferred_label}**", ""]
        for evidence in group.evidence:
            citations.append(_citation(len(citations) + 1, evidence))
            lines.append(f"- {escape(evidence.quote)} [{len(citations)}]")
    only = groups[0].role_id if len(groups) == 1 else None
    label = catalogue.get(only).preferred_label if only else ""
    topic = (
        "" if question.intent == "other" and label else texts.TOPIC_NAMES[language][question.intent]
    )
    head = texts.INTRODUCTION[language].format(
        subject=": ".join(part for part in (_capital(topic), label) if part)
    )
    if _figures_differ(question, groups):
        head += f"\n\n{texts.CONFLICT[language]}"
    return Answer(
        question=question.original,
        standalone_question=question.standalone,
        status="answered",
        reason=None,
        intent=question.intent,
        text="\n".join([head, "", *lines]).replace("\n\n\n", "\n\n"),
        citations=tuple(citations),
        suggestions=suggestions(question, catalogue),
    )


def decline(
    question: Question, reason: Reason, catalogue: RoleCatalogue, topics: Sequence[Intent]
) -> Answer:
    """One sentence: why, and what the sources do cover."""
    language = question.language
    covered = _covered(catalogue.roles, topics, question)
    return Answer(
        question=question.original,
        standalone_question=question.standalone,
        status="declined",
        reason=reason,
        intent=question.intent,
        text=texts.DECLINED[language][reason].format(covered=covered),
        suggestions=suggestions(question, catalogue),
    )


def searched_for(question: Question) -> str:
    """Tells the visitor what was searched where typed words were taken for misspelt ones."""
    shown = textwrap.shorten(question.standalone, MAX_SHOWN_CHARACTERS, placeholder=" …")
    return texts.SEARCHED_FOR[question.language].format(question=shown)


def suggestions(question: Question, catalogue: RoleCatalogue) -> tuple[str, ...]:
    """Up to three questions that lead on from this one."""
    roles = [role for role in catalogue.roles if role.id in question.roles] or catalogue.roles
    if not roles:
        return ()
    label = roles[0].preferred_label
    made = [
        template.format(role=label)
        for intent, template in texts.SUGGESTIONS[question.language].items()
        if intent != question.intent
    ]
    if len(catalogue.roles) > 1 and question.intent != "comparison":
        first, second = (role.preferred_label for role in catalogue.roles[:2])
        comparison = texts.COMPARISON_SUGGESTION[question.language]
        made.insert(2, comparison.format(first=first, second=second))
    return tuple(made[:MAX_SUGGESTIONS])


def escape(text: str) -> str:
    """``text`` with Markdown's special characters made literal."""
    return _MARKDOWN.sub(r"\\\1", text)


def _citation(number: int, evidence: Evidence) -> Citation:
    source = evidence.source
    return Citation(
        number=number,
        quote=evidence.quote,
        start=evidence.sentence.start,
        end=evidence.sentence.end,
        section=evidence.section,
        passage_id=evidence.passage.id,
        source=SourceReference(
            source.id, source.title, source.publisher, source.url, source.published
        ),
    )


def _figures_differ(question: Question, groups: Sequence[Group]) -> bool:
    """Pay of the same role from more than one source."""
    return question.intent == "salary" and any(
        len({e.source.id for e in group.evidence if e.states_pay}) > 1 for group in groups
    )


def _covered(roles: Sequence[Role], topics: Sequence[Intent], question: Question) -> str:
    language = question.language
    if not roles:
        return texts.COVERED_WITHOUT_ROLES[language]
    names = _enumerated([role.preferred_label for role in roles[:6]], language)
    subjects = _enumerated([texts.TOPIC_NAMES[language][topic] for topic in topics], language)
    return texts.COVERED[language].format(roles=names, topics=subjects) if subjects else names


def _enumerated(items: Sequence[str], language: str) -> str:
    if len(items) < 2:
        return "".join(items)
    word = texts.AND["en" if language == "en" else "de"]
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
