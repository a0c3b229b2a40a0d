"""The room "Rolle": names, duties, requirements, pay, career and sources of one role.

Every statement stands with the button that opens its quote. All as safe HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.answering.pay.rows import rows_of
from bot.dialogue.language import Language
from bot.web.parts.markup import escape, with_marker
from bot.web.parts.salary_table import figure_of
from bot.web.rooms.career_diagram import Edge, Ladder
from bot.web.rooms.career_texts import CAREER_TEXTS
from bot.web.rooms.role_room import (
    SHARED_SCRIPT,
    heading,
    href,
    notice_lines,
    notices_of,
    quote_button,
    references,
    source_list,
)
from bot.web.rooms.role_room_texts import CAREER, ROLE, ROLE_ROOM_TEXTS, SALARY
from bot.web.rooms.role_texts import ROLE_TEXTS, RoleTexts

SCRIPTS: Final = (SHARED_SCRIPT, "roles.js")
SHOWN: Final = 8
"""Statements of a kind that are seen at once; the rest is one click away."""

_FACTS: Final = (
    *("synonyms", "branches", "duties", "requirements"),
    *("salary", "pay_notes", "career", "differences"),
)
_MONTHS: Final = 12


def role_page(profile: Mapping[str, Any], language: Language) -> str:
    """All that the sources state of a role.

    What a live region says of it stands in the outermost element's ``data-said``.

    Args:
        profile: the role's record, as ``Assistant.role_record`` gives it.
        language: of the labels; what sources say stays German.
    """
    texts = ROLE_TEXTS[language]
    cited = [record for kind in _FACTS for record in profile[kind]]
    said = _summary(profile, texts) if cited else texts.nothing
    top = heading(texts.heading, profile["id"], profile["label"], ROLE, language)
    parts = (
        [
            _names(profile, texts),
            f'<div class="columns"><div>{_duties(profile, texts)}{_requirements(profile, texts)}',
            f"</div><div>{_pay(profile, texts)}{_career(profile, language)}",
            f"{_quotes(texts.differences, profile['differences'], texts)}</div></div>",
            source_list(references(cited), language),
        ]
        if cited
        else [f"<p>{escape(said)}</p>"]
    )
    return (
        f'<div data-said="{escape(said)}">{top}{"".join(parts)}'
        f"{notice_lines(notices_of(profile, language))}</div>"
    )


def _summary(profile: Mapping[str, Any], texts: RoleTexts) -> str:
    """How much the sources say; what several say in the same words counts once."""
    return texts.summary.format(
        duties=len({record["citation"]["number"] for record in profile["duties"]}),
        requirements=len({record["id"] for record in profile["requirements"]}),
        salary=_figures(profile),
    )


def _figures(profile: Mapping[str, Any]) -> int:
    """As many as the room "Gehalt" shows."""
    return len(rows_of([figure_of(record) for record in profile["salary"]], {}))


def _names(profile: Mapping[str, Any], texts: RoleTexts) -> str:
    rows = [
        (texts.called, _labelled(profile["synonyms"], texts.language)),
        (texts.short, escape(", ".join(profile["abbreviations"]))),
        (texts.branches, _labelled(profile["branches"], texts.language)),
    ]
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows if value
    )
    return f'<dl class="names">{cells}</dl>' if cells else ""


def _labelled(records: Sequence[Mapping[str, Any]], language: Language) -> str:
    """Labels once each, with the buttons of all their quotes."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        groups.setdefault(record["label"], []).append(record)
    return ", ".join(_marked(label, group, language) for label, group in groups.items())


def _marked(text: str, records: Sequence[Mapping[str, Any]], language: Language) -> str:
    """What a source says, the first button of its quotes on the line of its last word."""
    first, *others = _buttons(records, language)
    return f'<span lang="de">{" ".join([with_marker(escape(text), first), *others])}</span>'


def _buttons(records: Sequence[Mapping[str, Any]], language: Language) -> list[str]:
    opened = {record["citation"]["number"]: record["citation"] for record in records}
    return [quote_button(citation, language) for citation in opened.values()]


def _duties(profile: Mapping[str, Any], texts: RoleTexts) -> str:
    made = _quotes(texts.duties, profile["duties"], texts)
    return made or f"<h4>{escape(texts.duties)}</h4><p>{escape(texts.no_duties)}</p>"


def _quotes(
    title: str, records: Sequence[Mapping[str, Any]], texts: RoleTexts, tag: str = "h4"
) -> str:
    """Statements that are sentences, each once, below a heading; nothing where there are none."""
    sentences = {record["citation"]["number"]: record for record in records}
    items = [
        f"<li>{_marked(record['citation']['quote'], [record], texts.language)}</li>"
        for record in sentences.values()
    ]
    return f"<{tag}>{escape(title)}</{tag}>{_folded(items, texts)}" if items else ""


def _folded(items: Sequence[str], texts: RoleTexts) -> str:
    """A list whose end unfolds where it is long."""
    if len(items) <= SHOWN + 1:  # a single further one takes no more room than saying so
        return f'<ul class="said">{"".join(items)}</ul>'
    more = escape(texts.more.format(count=len(items) - SHOWN))
    return (
        f'<ul class="said">{"".join(items[:SHOWN])}</ul>'
        f'<details class="read"><summary>{more}</summary>'
        f'<ul class="said">{"".join(items[SHOWN:])}</ul></details>'
    )


def _requirements(profile: Mapping[str, Any], texts: RoleTexts) -> str:
    if not profile["requirements"]:
        return f"<h4>{escape(texts.requirements)}</h4><p>{escape(texts.no_requirements)}</p>"
    return "".join(_required(profile, relation, texts) for relation in texts.relations)


def _required(profile: Mapping[str, Any], relation: str, texts: RoleTexts) -> str:
    """What is required, or of advantage, by its kind."""
    records = [r for r in profile["requirements"] if r["relation"] == relation]
    if not records:
        return ""
    made = []
    for kind, title in texts.kinds.items():
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for record in records:
            if record["kind"] == kind:
                groups.setdefault(record["id"], []).append(record)
        if groups:
            items = [_requirement(group, texts) for group in groups.values()]
            made.append(f"<h5>{escape(title)}</h5>{_folded(items, texts)}")
    return f"<h4>{escape(texts.relations[relation])}</h4>{''.join(made)}"


def _requirement(group: Sequence[Mapping[str, Any]], texts: RoleTexts) -> str:
    least = next((r["months_of_experience"] for r in group if r["months_of_experience"]), None)
    aside = ""
    if least:
        whole = least % _MONTHS == 0 and least > _MONTHS
        template = texts.years if whole else texts.months
        said = template.format(count=least // _MONTHS if whole else least)
        aside = f' <span class="hint">({escape(said)})</span>'
    return f"<li>{_marked(group[0]['label'], group, texts.language)}{aside}</li>"


def _pay(profile: Mapping[str, Any], texts: RoleTexts) -> str:
    count = _figures(profile)
    if count:
        said = texts.one_figure if count == 1 else texts.figures.format(count=count)
        ways = f'<p><a href="{escape(href(SALARY, profile["id"]))}">{escape(said)}</a></p>'
    else:
        ways = f"<p>{escape(texts.no_figures)}</p>"
    notes = _quotes(texts.pay_notes, profile["pay_notes"], texts, "h5")
    return f"<h4>{escape(texts.pay)}</h4>{ways}{notes}"


def _career(profile: Mapping[str, Any], language: Language) -> str:
    """The steps in a line each; the room "Karriere" has their diagram."""
    texts, words = ROLE_TEXTS[language], CAREER_TEXTS[language]
    if not profile["career"]:
        return f"<h4>{escape(texts.career)}</h4><p>{escape(texts.no_steps)}</p>"
    ladder = Ladder.of(profile["career"], words)

    def line(edge: Edge) -> str:
        step = words.step.format(first=ladder.names[edge.first], second=ladder.names[edge.second])
        said = ", ".join(part for part in (step, edge.years) if part)
        return f"<li>{escape(said)} {' '.join(_buttons(edge.records, language))}</li>"

    items = "".join(line(edge) for edge in ladder.edges)
    way = escape(ROLE_ROOM_TEXTS[language].link[CAREER])
    return (
        f'<h4>{escape(texts.career)}</h4><ul class="said">{items}</ul>'
        f'<p><a href="{escape(href(CAREER, profile["id"]))}">{way}</a></p>'
    )
