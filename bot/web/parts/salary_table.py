"""Figures of pay: a table whose rows open their quotes, and its charts.

Everything is made from the contract's salary records; amounts are the words of the quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from bot.answering import texts as answer_texts
from bot.answering.pay.conversion import bounds
from bot.answering.pay.rows import PayRow, rows_of, wording
from bot.answering.pay.table import about, country_of, period_of
from bot.dialogue.language import Language, language_of
from bot.domain import Answer, Source
from bot.facts import SalaryFigure, Span
from bot.knowledge.profiles import date_of
from bot.knowledge.roles import KNOWN_ROLES, Role
from bot.web.parts.chart import Bar, axis_end, chart, tick_values
from bot.web.parts.markup import Block, escape, marker
from bot.web.parts.pay_texts import PAY_TEXTS, PayTexts, number, span_of_money
from bot.web.parts.texts import Texts

_OPEN = ' class="open"'
FEWEST_BARS = 2
"""A chart of a single figure says no more than the table does."""


@dataclass(frozen=True)
class ShownPay:
    """Rows of figures with what showing them takes.

    Attributes:
        records: each figure's record.
        roles: ids of the roles in the order of the figures.
        language: of headings, levels and countries.
        opener: the button that opens a citation's quote, as safe HTML.
    """

    rows: Sequence[PayRow]
    records: Mapping[SalaryFigure, Mapping[str, Any]]
    roles: Sequence[str | None]
    language: Language
    opener: Callable[[Mapping[str, Any]], str]

    @property
    def texts(self) -> PayTexts:
        """The words of its language."""
        return PAY_TEXTS[self.language]


def with_pay(
    made: Sequence[Block], answer: Answer, sources: Mapping[str, Source], texts: Texts, key: str
) -> list[Block]:
    """The answer's blocks with its table of pay and the charts.

    The table takes the place of the one in the answer's text, which says the same in fewer
    columns; without one there, it follows the text.

    Args:
        made: the blocks of the text.
        answer: whose ``salary`` is shown.
        sources: for the dates of articles, by id.
        texts: labels of the page.
        key: an id of the answer, for the ids of its charts.
    """
    if not answer.salary:
        return list(made)
    shown = _read(answer, sources, texts)
    pay = [Block("table", pay_table(shown))]
    pay += [Block("figure", made) for made in pay_charts(shown, key, FEWEST_BARS)]
    places = [i for i, block in enumerate(made) if block.tag == "table"]
    if not places:
        return [*made, *pay]
    return [*made[: places[0]], *pay, *made[places[0] + 1 :]]


def rows_by_date(
    figures: Sequence[SalaryFigure],
    records: Mapping[SalaryFigure, Mapping[str, Any]],
    sources: Mapping[str, Source],
) -> list[PayRow]:
    """The figures as rows, the newest first.

    Args:
        figures: those to be shown.
        records: each figure's record.
        sources: by id; where one is gone, the date in its citation counts.
    """
    cited = [records[figure]["citation"]["source"] for figure in figures]
    dates = {source["id"]: source["published"] for source in cited}
    dates |= {key: date_of(sources[key]) for key in dates if key in sources}
    return rows_of(figures, dates)


def _read(answer: Answer, sources: Mapping[str, Source], texts: Texts) -> ShownPay:
    records = {figure_of(record): record for record in answer.salary}
    return ShownPay(
        rows_by_date(list(records), records, sources),
        records,
        list(dict.fromkeys(figure.role for figure in records)),
        language_of(answer.standalone_question or answer.question),
        lambda citation: marker(citation["number"], texts),
    )


def figure_of(record: Mapping[str, Any]) -> SalaryFigure:
    """The figure that ``bot.answering.records.record`` made ``record`` of."""
    citation = record["citation"]
    span = Span(citation["source"]["id"], citation["start"], citation["end"])
    names = [f.name for f in fields(SalaryFigure) if f.name != "span"]
    values: dict[str, Any] = {name: record.get(name) for name in names}
    return SalaryFigure(**values, span=span)


def pay_table(shown: ShownPay) -> str:
    """The table's HTML; its cells stack where there is no room."""
    words = shown.texts
    several = len(shown.roles) > 1
    heads = [words.role if several else words.about, words.amount, words.period, words.country,
             words.year, words.source]  # fmt: skip
    rows = "".join(_row(row, heads, shown, several=several) for row in shown.rows)
    cells = "".join(f'<th role="columnheader" scope="col">{escape(h)}</th>' for h in heads)
    # A style that stacks the cells on a phone takes the meaning from table elements: the roles
    # give it back.
    return (
        f'<table class="pay" role="table" aria-label="{escape(words.table)}">'
        f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(row: PayRow, heads: Sequence[str], shown: ShownPay, *, several: bool) -> str:
    figure, words = row.figure, shown.texts
    record = shown.records[figure]
    quote = record["citation"]["quote"]
    stated = escape(wording(figure, quote))
    level = escape(about(figure, quote, shown.language))
    if several:
        level = f"{escape(role_label(figure.role))}{_aside(level)}"
    cells = [
        level,
        f'<span class="amount">{stated}</span>{_converted(record, figure, shown)}',
        escape(period_of(figure, shown.language)),
        escape(country_of(figure, shown.language)),
        _year(row, shown),
        _sources(row, shown),
    ]
    inner = "".join(
        f'<td role="cell" data-label="{escape(head)}"{"" if cell else _OPEN}>'
        f"<div>{cell or escape(words.open)}</div></td>"
        for head, cell in zip(heads, cells, strict=True)
    )
    return f'<tr role="row">{inner}</tr>'


def _aside(html: str) -> str:
    return f'<span class="aside">{html}</span>'


def _converted(record: Mapping[str, Any], figure: SalaryFigure, shown: ShownPay) -> str:
    made = record.get("computed")
    if not made:
        return ""
    low, high = (None if made[k] is None else float(round(made[k])) for k in ("min", "max"))
    said = shown.texts.converted.format(
        amount=span_of_money(low, high, figure.currency, shown.texts),
        period=answer_texts.PAY_PERIODS[shown.language][made["period"]],
    )
    return _aside(escape(said))


def _year(row: PayRow, shown: ShownPay) -> str:
    """The year, with a mark where only the article's date tells it; empty where nothing does."""
    if row.year is None:
        return ""
    notes = [shown.texts.article_date] if row.dated_by_article else []
    if row.old:
        notes.append(answer_texts.PAY_OLD[shown.language])
    return f"{row.year}{''.join(_aside(escape(note)) for note in notes)}"


def _sources(row: PayRow, shown: ShownPay) -> str:
    citations = [shown.records[figure]["citation"] for figure in row.figures]
    opened = {citation["number"]: citation for citation in citations}
    names = dict.fromkeys(c["source"]["publisher"] or c["source"]["title"] for c in citations)
    buttons = " ".join(shown.opener(citation) for citation in opened.values())
    return f'{buttons} <span class="source">{escape(", ".join(names))}</span>'


def pay_charts(shown: ShownPay, key: str, fewest: int = 1) -> list[str]:
    """The content of a ``<figure>`` for each currency and period: amounts never share an axis.

    Args:
        shown: what is drawn.
        key: the beginning of ids that nothing else on the page has.
        fewest: figures that a chart must have to be drawn.
    """
    scales: dict[tuple[str, str | None], list[PayRow]] = {}
    for row in shown.rows:
        scales.setdefault((row.figure.currency, row.figure.period), []).append(row)
    made = []
    for index, ((currency, period), rows) in enumerate(scales.items()):
        bars = [_bar(row, shown) for row in rows]
        if len(bars) < fewest:
            continue
        words = shown.texts
        title = words.chart.format(
            currency=words.currencies.get(currency, currency), period=words.chart_periods[period]
        )
        ticks = [number(value, words) for value in tick_values(axis_end(bars))]
        said = words.chart_description.format(
            scale=title, rows="; ".join(bar.label for bar in bars)
        )
        made.append(chart(bars, title, said, ticks, f"pay-{key}-{index}"))
    return made


def _bar(row: PayRow, shown: ShownPay) -> Bar:
    figure = row.figure
    low, high = bounds(figure)
    parts = [
        role_label(figure.role) if len(shown.roles) > 1 else "",
        about(figure, shown.records[figure]["citation"]["quote"], shown.language),
        country_of(figure, shown.language),
        answer_texts.PAY_OLD[shown.language] if row.old else "",
    ]
    label = ", ".join(part for part in parts if part)
    said = span_of_money(low, high, figure.currency, shown.texts)
    return Bar(f"{label}: {said}", low, high, shown.roles.index(figure.role), row.old)


def role_label(role_id: str | None) -> str:
    """How a role is called in the table; empty where the figure's role isn't known."""
    if role_id is None:
        return ""
    known = next((role for role in KNOWN_ROLES if role.id == role_id), None)
    return (known or Role.from_id(role_id)).preferred_label
