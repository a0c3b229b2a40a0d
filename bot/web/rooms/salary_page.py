"""The room "Gehalt": a role's figures to choose from, as charts and as a table. All safe HTML."""

from __future__ import annotations

import textwrap
from typing import Any, Final

from bot.answering import texts as answer_texts
from bot.dialogue.language import Language
from bot.web.parts.markup import escape
from bot.web.parts.salary_table import ShownPay, pay_charts, pay_table
from bot.web.rooms.role_room import (
    SHARED_SCRIPT,
    heading,
    notice_lines,
    quote_button,
    source_list,
)
from bot.web.rooms.role_room_texts import SALARY
from bot.web.rooms.salary_choice import DIMENSIONS, UNSTATED, Dimension, Option, RolePay
from bot.web.rooms.salary_texts import SALARY_TEXTS, SalaryTexts

SCRIPTS: Final = (SHARED_SCRIPT, "salaries.js")
_TITLE_CHARACTERS = 60


def further_labels(language: Language) -> dict[str, Any]:
    """What this room's scripts say and need to know besides ``role_room.labels``."""
    texts = SALARY_TEXTS[language]
    return {"saved": texts.saved, "dimensions": list(DIMENSIONS)}


def salary_page(pay: RolePay, language: Language) -> str:
    """A role's figures, as far as they are chosen; a plain sentence where there are none.

    What a live region says of it stands in the outermost element's ``data-said``.
    """
    texts = SALARY_TEXTS[language]
    said = summary(pay, texts)
    top = heading(texts.heading, pay.role_id, pay.label, SALARY, language)
    last = notice_lines(pay.notices)
    if not pay.total:
        return f'<div data-said="{escape(said)}">{top}<p>{escape(said)}</p>{last}</div>'
    shown = ShownPay(
        pay.rows, pay.records, [pay.role_id], language, lambda c: quote_button(c, language)
    )
    figures = "".join(f"<figure>{chart}</figure>" for chart in pay_charts(shown, "gehalt"))
    parts = ""
    if pay.rows:
        parts = (
            f"<h4>{escape(texts.charts)}</h4>"
            f'<p class="hint">{escape(texts.chart_note)}</p><div class="charts">{figures}</div>'
            f'<h4>{escape(texts.table)}</h4><div class="sheet">{pay_table(shown)}</div>'
            '<p class="actions"><button type="button" class="quiet" data-action="save">'
            f"{escape(texts.save)}</button></p>"
            f"{source_list(pay.sources, language)}"
        )
    return (
        f'<div data-said="{escape(said)}">{top}{_form(pay, texts)}'
        f'<p class="count">{escape(said)}</p>{parts}{last}</div>'
    )


def summary(pay: RolePay, texts: SalaryTexts) -> str:
    """How much is shown, in one sentence."""
    if not pay.rows:
        return texts.none_chosen if pay.total else texts.none
    count, sources = len(pay.rows), len(pay.sources)
    figures = texts.one_figure if count == 1 else texts.figures.format(count=count)
    if pay.choice:
        return texts.summary_chosen.format(figures=figures, total=pay.total)
    told = texts.one_source if sources == 1 else texts.sources.format(count=sources)
    return texts.summary.format(figures=figures, sources=told)


def _form(pay: RolePay, texts: SalaryTexts) -> str:
    fields = "".join(_field(dimension, pay, texts) for dimension in DIMENSIONS)
    reset = (
        f'<button type="button" class="quiet" data-action="reset">{escape(texts.reset)}</button>'
        if pay.choice
        else ""
    )
    return (
        f'<form class="filters" novalidate><fieldset><legend>{escape(texts.choose)}</legend>'
        f'<div class="fields">{fields}</div>{reset}</fieldset></form>'
    )


def _field(dimension: Dimension, pay: RolePay, texts: SalaryTexts) -> str:
    chosen = getattr(pay.choice, dimension)
    options = "".join(
        _option(option, _name(option.value, dimension, pay, texts), chosen=option.value == chosen)
        for option in pay.options[dimension]
    )
    first = _option(Option("", 0), texts.everything[dimension], chosen=chosen is None)
    key = f"gehalt-{dimension}"
    return (
        f'<div class="field"><label for="{key}">{escape(texts.dimensions[dimension])}</label>'
        f'<select id="{key}" name="{dimension}">{first}{options}</select></div>'
    )


def _option(option: Option, name: str, *, chosen: bool) -> str:
    state = " selected" if chosen else ""
    if option.value:
        name = f"{name} ({option.count})"
        if not option.count and not chosen:
            state = " disabled"
    return f'<option value="{escape(option.value)}"{state}>{escape(name)}</option>'


def _name(value: str, dimension: Dimension, pay: RolePay, texts: SalaryTexts) -> str:
    if value == UNSTATED:
        return texts.unstated
    if dimension == "country":
        return answer_texts.COUNTRIES[texts.language].get(value, value)
    if dimension == "seniority":
        return answer_texts.PAY_LEVELS[texts.language].get(value, value)
    if dimension == "source":
        cited = (record["citation"]["source"] for record in pay.records.values())
        title = next((source["title"] for source in cited if source["id"] == value), value)
        return textwrap.shorten(title, _TITLE_CHARACTERS, placeholder=" …")
    return value
