"""Tables of pay in Markdown: amounts as the quotes write them, each row with its markers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import texts
from bot.answering.draft import Draft, escape
from bot.answering.grounding import numbers_in
from bot.answering.pay.rows import PayRow, label_of, special_case, wording
from bot.dialogue.language import Language
from bot.facts import SalaryFigure

_MISSING = "–"


def write_table(rows: Sequence[PayRow], draft: Draft, language: Language) -> None:
    """Writes one role's figures, a row each; columns that would stay empty are left out."""
    names = texts.PAY_COLUMNS[language]
    cells = [
        {
            "about": escape(about(row.figure, _quote(row, draft), language)),
            "amount": amount(row, draft),
            "period": period_of(row.figure, language),
            "country": country_of(row.figure, language),
            "note": ", ".join(_notes(row, language)),
            "quote": _markers(row, draft),
        }
        for row in rows
    ]
    columns = [name for name in names if any(cell[name] for cell in cells)]
    _write(draft, [names[c] for c in columns], [[cell[c] for c in columns] for cell in cells])


def write_comparison(
    groups: Sequence[Sequence[Sequence[PayRow]]],
    labels: Sequence[str],
    draft: Draft,
    language: Language,
) -> None:
    """Writes roles side by side.

    Args:
        groups: for every line of the table the rows of each role, in the order of ``labels``.
        labels: how the roles are called.
        draft: where to.
        language: of the headings.
    """
    lines = []
    for group in groups:
        first = next(row.figure for rows in group for row in rows)
        head = texts.PAY_LEVELS[language].get(first.seniority or "", "")
        branch = _branch(first)
        parts = [head or ("" if branch else texts.PAY_LEVEL_OPEN[language]), branch]
        cells = ["; ".join(_compared(row, draft, language) for row in rows) for rows in group]
        lines.append([escape(", ".join(part for part in parts if part)), *cells])
    heads = [texts.PAY_COLUMNS[language]["about"], *(escape(label) for label in labels)]
    _write(draft, heads, lines)


def about(figure: SalaryFigure, quote: str, language: Language) -> str:
    """What a figure is of: "Berufseinstieg", "Durchschnitt, Pharmaindustrie", "ohne Stufe".

    A list's own words win: "Spannweite", "Junior (0 bis 2 Jahre)".
    """
    label = label_of(figure, quote)
    if label:
        return label
    case = texts.PAY_CASES[language].get(special_case(quote) or "")
    level = texts.PAY_LEVELS[language].get(figure.seniority or "")
    statistic = texts.PAY_STATISTICS[language].get(figure.statistic)
    said = ", ".join(part for part in (case, level, statistic, _branch(figure)) if part)
    return said or texts.PAY_LEVEL_OPEN[language]


def amount(row: PayRow, draft: Draft) -> str:
    """The amount in the words of its quote, as Markdown."""
    return escape(wording(row.figure, _quote(row, draft)))


def period_of(figure: SalaryFigure, language: Language) -> str:
    """Period and tax, as far as they are stated: "Jahr, brutto"."""
    parts = []
    if figure.period is not None:
        parts.append(texts.PAY_PERIODS[language][figure.period])
    if figure.gross is not None:
        parts.append(texts.PAY_GROSS[language][figure.gross])
    return ", ".join(parts)


def country_of(figure: SalaryFigure, language: Language) -> str:
    """The name of the figure's country; empty where none is stated."""
    code = figure.country or ""
    return texts.COUNTRIES[language].get(code, code)


def _compared(row: PayRow, draft: Draft, language: Language) -> str:
    figure = row.figure
    quote = _quote(row, draft)
    case = texts.PAY_CASES[language].get(special_case(quote) or "", "")
    beside = [
        label_of(figure, quote) or case,
        texts.PAY_STATISTICS[language].get(figure.statistic, ""),
        period_of(figure, language),
        country_of(figure, language),
        *_notes(row, language),
    ]
    said = escape(", ".join(dict.fromkeys(part for part in beside if part)))
    return f"{amount(row, draft)}{f' ({said})' if said else ''} {_markers(row, draft)}"


def _notes(row: PayRow, language: Language) -> list[str]:
    figure = row.figure
    notes = [texts.PAY_OLD[language]] if row.old else []
    if figure.includes_variable is not None:
        notes.append(texts.PAY_VARIABLE[language][figure.includes_variable])
    if figure.company_car:
        notes.append(texts.PAY_CAR[language])
    return notes


def _quote(row: PayRow, draft: Draft) -> str:
    return draft.cite(row.figure.span).quote


def _branch(figure: SalaryFigure) -> str:
    """The line of business; none whose name holds a number, which no quote might hold."""
    return figure.branch if figure.branch and not numbers_in(figure.branch) else ""


def _markers(row: PayRow, draft: Draft) -> str:
    return draft.marker(*(figure.span for figure in row.figures))


def _write(draft: Draft, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    table = [heads, ["---"] * len(heads), *([cell or _MISSING for cell in line] for line in lines)]
    draft.lines += ["", *(f"| {' | '.join(cells)} |" for cells in table), ""]
