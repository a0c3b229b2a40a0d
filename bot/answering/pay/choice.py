"""Which figures of a role answer a question about its pay, and which of them best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.context import Context
from bot.answering.pay.conversion import Converted, bounds, converted
from bot.answering.pay.question import PayWish
from bot.answering.pay.rows import PayRow, special_case
from bot.answering.pay.sentences import distinct, says
from bot.facts import PayNote, SalaryFigure, Span
from bot.german import fold
from bot.knowledge.profiles import RoleProfile

_HERE = "DE"
_HOME = (None, _HERE)
_RANKS = {"mean": 0, "median": 0, "range": 1, "exact": 2, "minimum": 3, "maximum": 3}

_RATES = ("hour", "day")
_LEVELS = {None: 0, "mid": 1}


@dataclass(frozen=True)
class Pay:
    """What one role's sources state that fits the question.

    Attributes:
        figures: to be shown, newer sources first.
        notes: sentences beside figures that say what is particular about the question.
        computed: figures for the period that is asked for, where the sources have another.
    """

    profile: RoleProfile
    figures: tuple[SalaryFigure, ...]
    notes: tuple[PayNote, ...]
    computed: dict[SalaryFigure, Converted]


def fitting(profile: RoleProfile, wish: PayWish, context: Context) -> Pay | None:
    """What fits the question; None where nothing does."""
    if wish.branch and wish.branch in fold(profile.role.preferred_label):
        wish = replace(wish, branch=None)  # "HR" of an "HR Business Partner"

    def quote(span: Span) -> str:
        return context.view.sources[span.source_id].text[span.start : span.end]

    admitted = [f for f in profile.salary if wish.admits(f, quote(f.span))]
    if wish.country == _HERE and admitted:
        # Figures in euros that name no country stand beside those that name this one.
        anywhere = replace(wish, country=None)
        admitted += [
            f
            for f in profile.salary
            if f.country is None and f.currency == "EUR" and anywhere.admits(f, quote(f.span))
        ]
    if wish.statistic == "median":
        admitted = [f for f in admitted if f.statistic == "median"]
    notes: list[PayNote] = []
    if wish.particular:
        admitted = [f for f in admitted if says(f.span, wish.particular, context)]
        notes = [n for n in profile.pay_notes if says(n.span, wish.particular, context)]
    figures, computed = _for_period(admitted, wish, context)
    if not figures and not notes:
        return None
    return Pay(profile, tuple(figures), tuple(distinct(notes)), computed)


def _for_period(
    figures: Sequence[SalaryFigure], wish: PayWish, context: Context
) -> tuple[list[SalaryFigure], dict[SalaryFigure, Converted]]:
    """Figures for the period that is asked for, else those that can be converted to it.

    Yearly pay that a source states without saying "a year" is shown as it is.
    """
    if wish.period is None:
        return list(figures), {}
    stated = [f for f in figures if f.period == wish.period]
    if any(wish.country is not None or f.country in _HOME for f in stated):
        return stated, {}
    computed = {}
    for figure in figures:
        source = context.view.sources[figure.span.source_id]
        section = source.section_at(figure.span.start)
        made = converted(
            figure,
            wish.period,
            quote=source.text[figure.span.start : figure.span.end],
            around=source.text[section.start : section.end] if section else "",
        )
        if made is not None:
            computed[figure] = made
    if stated or computed:
        return [f for f in figures if f in stated or f in computed], computed
    open_ones = [f for f in figures if f.period is None]
    return (open_ones, {}) if wish.period == "year" else ([], {})


def best_row(rows: Sequence[PayRow], wish: PayWish, context: Context) -> PayRow:
    """The row that answers best: of the job as such, where the reader is, newest, typical."""

    def merit(row: PayRow) -> tuple[object, ...]:
        figure = row.figure
        source = context.view.sources[figure.span.source_id]
        special = special_case(source.text[figure.span.start : figure.span.end])
        return (
            wish.statistic is not None and figure.statistic != wish.statistic,
            special is not None and not (special == "freelance" and wish.period in _RATES),
            figure.country not in _HOME and wish.country is None,
            wish.country is not None and figure.country != wish.country,
            figure.branch is not None and wish.branch is None,
            _LEVELS.get(figure.seniority, 2) if wish.level is None else 0,
            figure.gross is False and not wish.net,
            figure.period in _RATES and wish.period is None,
            -(row.year or 0),
            _RANKS[figure.statistic],
        )

    return min(rows, key=merit)


def one_of_each(
    rows: Sequence[PayRow], lead: PayRow, wish: PayWish, context: Context
) -> list[PayRow]:
    """The lead and of every other source the row that answers the same: its case, its period.

    Only ranges and means: a bound alone ("more than …") answers no question for an amount.
    """
    found = [lead]
    sources = {lead.figure.span.source_id}
    best_first = sorted(rows, key=lambda row: (_RANKS[row.figure.statistic], -(row.year or 0)))
    for row in best_first:
        told = {figure.span.source_id for figure in row.figures}
        if wish.country is not None and row.figure.country != wish.country:
            continue
        if not told & sources and _answers_the_same(row.figure, lead.figure, context):
            found.append(row)
            sources |= told
    return sorted(found, key=lambda row: -(row.year or 0))


def _answers_the_same(figure: SalaryFigure, lead: SalaryFigure, context: Context) -> bool:
    alike = all(getattr(figure, n) == getattr(lead, n) for n in ("seniority", "branch", "currency"))
    cases = [
        special_case(context.view.sources[f.span.source_id].text[f.span.start : f.span.end])
        for f in (figure, lead)
    ]
    homes = figure.country == lead.country or (figure.country in _HOME and lead.country in _HOME)
    whole = _RANKS[figure.statistic] <= _RANKS["exact"]
    periods = {figure.period, lead.period} - {None}
    return alike and homes and whole and len(periods) < 2 and cases[0] == cases[1]


def states_amount(row: PayRow, wish: PayWish) -> bool:
    """Whether a row states an amount that the question names, and as a bound where it does."""
    low, high = bounds(row.figure)
    return any(
        (asked.low, asked.high) == (low, high)
        or (asked.bound == "exact" and asked.low in (low, high))
        for asked in wish.amounts
    )
