"""The room "Karriere": the steps around a role as a diagram and, with quotes, as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.dialogue.language import Language
from bot.matching.career import ComputedLeading
from bot.matching.document import computed_lines
from bot.matching.texts import MATCH_TEXTS
from bot.web.parts.markup import escape, with_marker
from bot.web.parts.quote import about
from bot.web.parts.texts import TEXTS
from bot.web.rooms.career_diagram import Edge, Ladder, Linked, drawn, years_told
from bot.web.rooms.career_texts import CAREER_TEXTS, CareerTexts
from bot.web.rooms.role_career import RoleCareer
from bot.web.rooms.role_room import (
    SHARED_SCRIPT,
    heading,
    href,
    notice_lines,
    quote_button,
    references,
    source_list,
)
from bot.web.rooms.role_room_texts import CAREER

SCRIPTS: Final = (SHARED_SCRIPT, "roles.js")
_KEY: Final = "karriere"


def career_page(career: RoleCareer, language: Language) -> str:
    """The steps to a role and from it; a plain sentence where no source tells of any.

    What a live region says of it stands in the outermost element's ``data-said``.
    """
    texts = CAREER_TEXTS[language]
    ladder = Ladder.of(career.all, texts)
    top = heading(texts.heading, career.role_id, career.label, CAREER, language)
    said = _summary(ladder, career, texts)

    def linked(role_id: str) -> str | None:
        known = role_id in career.known and role_id != career.role_id
        return href(CAREER, role_id) if known else None

    groups = "".join(
        _group(title, edges, ladder, language, linked)
        for title, edges in (
            (texts.leading_to, [e for e in ladder.edges if e.second == career.role_id]),
            (texts.leading_from, [e for e in ladder.edges if e.first == career.role_id]),
        )
        if edges
    )
    none = "" if career.steps else f"<p>{escape(texts.none)}</p>"
    sources = references(career.all)
    drawing = drawn(ladder, texts, _KEY, linked) if ladder.edges else ""
    figure = f'<figure class="career">{drawing}</figure>' if drawing else ""
    body = f'<div class="ladder">{figure}<div id="{_KEY}-l">{groups}</div></div>' if groups else ""
    return (
        f'<div data-said="{escape(said)}">{top}{none}{_computed_lead(career, language)}{body}'
        f"{source_list(sources, language)}{notice_lines(career.notices)}</div>"
    )


def _summary(ladder: Ladder, career: RoleCareer, texts: CareerTexts) -> str:
    if not career.steps:
        return texts.none
    count = len(ladder.edges)
    return f"{texts.one_step if count == 1 else texts.steps.format(count=count)}."


def _computed_lead(career: RoleCareer, language: Language) -> str:
    if career.computed is None or career.steps:
        return ""
    words = MATCH_TEXTS[language]
    if not career.computed:
        return f'<p class="hint">{escape(words.computed_none)}</p>'
    rule = words.computed_rule.format(rule=career.computed[0]["computed"]["rule"])
    return f'<p class="hint">{escape(rule)}</p>'


def _group(
    title: str, edges: Sequence[Edge], ladder: Ladder, language: Language, linked: Linked
) -> str:
    items = "".join(_step(edge, ladder, language, linked) for edge in edges)
    return f'<h4>{escape(title)}</h4><ol class="steps">{items}</ol>'


def _step(edge: Edge, ladder: Ladder, language: Language, linked: Linked) -> str:
    texts = CAREER_TEXTS[language]
    ends = []
    for role_id in (edge.first, edge.second):
        name = f'<span lang="de">{escape(ladder.names[role_id])}</span>'
        if not role_id:
            name = escape(ladder.names[role_id])
        target = linked(role_id)
        ends.append(f'<a href="{escape(target)}">{name}</a>' if target else name)
    way = texts.step.format(first=ends[0], second=ends[1])
    kind = ' class="computed"' if edge.computed else ""
    mark = f' <span class="badge">{escape(texts.computed)}</span>' if edge.computed else ""
    told = "".join(
        _computed(record, language) if edge.computed else _told(record, language)
        for record in edge.records
    )
    return f'<li{kind}><p class="way">{way}{mark}</p>{told}</li>'


def _told(record: Mapping[str, Any], language: Language) -> str:
    """What one sentence says of a step: years and conditions, then the sentence."""
    texts, page = CAREER_TEXTS[language], TEXTS[language]
    citation = record["citation"]
    conditions = (texts.condition.format(text=text) for text in record["conditions"])
    facts = "; ".join(part for part in (years_told(record, texts), *conditions) if part)
    source = about(references([record])[0], page)
    quoted = with_marker(f"„{escape(citation['quote'])}“", quote_button(citation, language))
    return (
        f"{f'<p class=facts>{escape(facts)}</p>' if facts else ''}"
        f'<p class="told-by"><span lang="de">{quoted}</span> '
        f'<span class="aside">{escape(source)}</span></p>'
    )


def _computed(record: Mapping[str, Any], language: Language) -> str:
    """What a step was computed from: skills that both need, and those to be added."""
    lines = computed_lines(ComputedLeading(dict(record), None, ()), MATCH_TEXTS[language])
    first, *others = (escape(line) for line in lines)
    # The quote is the line by which the occupation states the rarest of the shared skills.
    shared = with_marker(first, quote_button(record["citation"], language))
    return "".join(f"<p>{line}</p>" for line in (shared, *others))
