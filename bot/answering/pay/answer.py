"""Answers on pay: the figure that fits best in its own words, then all of them in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering import texts
from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.listing.told import without_orders
from bot.answering.pay.choice import Pay, best_row, fitting, one_of_each, states_amount
from bot.answering.pay.comparison import pay_verdict
from bot.answering.pay.conversion import Converted
from bot.answering.pay.question import PayWish, pay_wish
from bot.answering.pay.rows import PayRow, rows_of
from bot.answering.pay.sentences import asked_notes, beside, notes_on, reasons
from bot.answering.pay.table import amount, write_comparison, write_table
from bot.facts import PayNote, PayNoteKind, SalaryFigure, Span
from bot.knowledge.profiles import RoleProfile, date_of

MAX_NOTES = 6
"""Sentences on a bonus, a car or the reasons where these are what is asked for."""

MOST_IN_LEAD = 4
"""Amounts in the first sentence, one of each source."""

MAX_REASONS = 3
"""Reasons below a table, of as many sources as possible."""

_ANOTHER_ROLE = re.compile(r"\b(?:mehr|höher|weniger|niedriger)\w*\b", re.IGNORECASE)


def build_salary(context: Context, draft: Draft) -> bool:
    """Answers a question about the pay of one or more roles.

    Returns:
        False, with the draft untouched, where no fact states all that is asked for: another
        way may still find a sentence, or the answer is declined.
    """
    question = context.question
    wish = pay_wish(question)
    known = [
        without_orders(context, context.profiles[role])
        for role in question.roles
        if role in context.profiles
    ]
    if not known or len(known) != len(question.roles):
        return False
    if question.kind == "why" and (wish.aspect != "factor" or len(known) > 1):
        return False  # a reason, or a comparison: neither is a fact of pay
    if wish.aspect != "figures":
        return _build_notes(context, draft, wish, wish.aspect, known)
    found = [fitting(profile, wish, context) for profile in known]
    if any(pay is None for pay in found):
        return _build_particular(context, draft, wish, known)
    pays = [pay for pay in found if pay is not None]
    if len(pays) == 1:
        return _build_one(context, draft, wish, pays[0])
    if not all(pay.figures for pay in pays):
        return False
    _build_comparison(context, draft, wish, pays)
    return True


def _build_particular(
    context: Context, draft: Draft, wish: PayWish, known: Sequence[RoleProfile]
) -> bool:
    """Where no figure is of just the case that is asked about: what sentences say of it."""
    if not wish.particular or len(known) != 1 or context.question.kind == "why":
        return False
    if any(f is not None for f in (wish.level, wish.country, wish.year, wish.branch)):
        return False
    notes = notes_on(known[0], wish.particular, context)[:MAX_NOTES]
    return bool(notes) and _write_notes(draft, notes, wish, context)


def _build_one(context: Context, draft: Draft, wish: PayWish, pay: Pay) -> bool:
    if not pay.figures:
        return _write_notes(draft, pay.notes, wish, context)
    language = context.question.language
    rows = rows_of(pay.figures, _dates(context))
    exact = [row for row in rows if states_amount(row, wish)]
    lead = best_row(exact or rows, wish, context)
    if wish.amounts and not exact:
        draft.say(texts.PAY_AMOUNT_UNKNOWN[language])
    _write_lead(draft, lead, rows, pay, wish, context)
    if len(rows) > 1:
        several = len({figure.span.source_id for figure in pay.figures}) > 1
        draft.say((texts.PAY_DIFFER if several else texts.PAY_SEVERAL)[language])
        write_table(rows, draft, language)
    _carry(draft, rows, pay.computed)
    _say_period(draft, rows, pay, wish, context)
    if not wish.is_filtered:
        _write_beside(draft, [pay], context)
    _write_reasons(draft, [pay], rows, wish, context)
    return True


def _write_lead(
    draft: Draft, lead: PayRow, rows: Sequence[PayRow], pay: Pay, wish: PayWish, context: Context
) -> None:
    """The first line: an amount of each source that answers the same, else the best one's quote."""
    language = context.question.language
    label = pay.profile.role.preferred_label
    several = one_of_each(rows, lead, wish, context)[:MOST_IN_LEAD]
    if len(several) > 1 and not pay.computed:
        several.sort(key=lambda row: row.old)  # so that the note behind the last one is of it
        amounts = [
            f"{amount(row, draft)} {draft.marker(*(f.span for f in row.figures))}"
            for row in several
        ]
        if several[-1].old:
            amounts[-1] += f" ({texts.PAY_OLD[language]})"
        level = texts.PAY_LEVELS[language].get(wish.level or "")
        label = f"{label} ({level})" if level else label
        periods = {row.figure.period for row in several}
        behind = texts.PAY_PER[language].get(periods.pop() or "", "") if len(periods) == 1 else ""
        said = texts.PAY_OR[language].join(filter(None, [", ".join(amounts[:-1]), amounts[-1]]))
        draft.say(f"**{label}, {texts.PAY_BY_SOURCE[language]}:** {said}{behind}.")
        return
    sources = {figure.span.source_id for row in rows for figure in row.figures}
    if lead.old:
        label = f"{label}, {texts.PAY_OLD[language]}"
    elif lead.year is not None and lead.year == rows[0].year and len(sources) > 1:
        label = texts.PAY_NEWEST[language]
    draft.say(f"**{label}:** {draft.quote(lead.figure.span)}")


def _build_comparison(context: Context, draft: Draft, wish: PayWish, pays: Sequence[Pay]) -> None:
    """Two or more roles: who is paid more where a sentence says it, then side by side."""
    language = context.question.language
    if len(pays) == 2:
        first, second = pays
        verdict = pay_verdict(first.figures, second.figures)
        if verdict and verdict.higher:
            lower = first if verdict.higher == second.profile.role.id else second
            higher = second if lower is first else first
            sentence = texts.PAY_HIGHER[language].format(
                higher=higher.profile.role.preferred_label,
                lower=lower.profile.role.preferred_label,
            )
            draft.say(f"{sentence} {draft.marker(*verdict.spans)}.")
    draft.say(texts.PAY_COMPARED[language])
    rows = rows_of([f for pay in pays for f in pay.figures], _dates(context))
    keys = list(dict.fromkeys(_line_of(row) for row in rows))
    roles = [pay.profile.role for pay in pays]
    groups = [
        [[r for r in rows if _line_of(r) == key and r.figure.role == role.id] for role in roles]
        for key in keys
    ]
    write_comparison(groups, [role.preferred_label for role in roles], draft, language)
    shown = [row for group in groups for cell in group for row in cell]
    _carry(draft, shown, {f: made for pay in pays for f, made in pay.computed.items()})
    for span in _said_of_both(pays, context):
        if span not in {row.figure.span for row in shown}:
            draft.item(span)
    _say_period(draft, shown, pays[0], wish, context)
    if not wish.is_filtered:
        _write_beside(draft, pays, context)
    _write_reasons(draft, pays, shown, wish, context)


def _line_of(row: PayRow) -> tuple[object, ...]:
    """What figures must share to stand side by side: one source's, for the same case."""
    figure = row.figure
    return (figure.span.source_id, figure.seniority, figure.branch, figure.currency)


def _said_of_both(pays: Sequence[Pay], context: Context) -> list[Span]:
    """Sentences without amounts of their own that say which of the roles is paid more."""
    ids = {pay.profile.role.id for pay in pays}
    found = []
    for difference in pays[0].profile.differences:
        source = context.view.sources[difference.span.source_id]
        text = source.text[difference.span.start : difference.span.end]
        if set(difference.roles) <= ids and "verdien" in text and _ANOTHER_ROLE.search(text):
            found.append(difference.span)
    return list(dict.fromkeys(found))[:1]


def _build_notes(
    context: Context, draft: Draft, wish: PayWish, kind: PayNoteKind, known: Sequence[RoleProfile]
) -> bool:
    """A bonus, a company car, benefits or reasons: sentences, not figures."""
    if any(f is not None for f in (wish.level, wish.country, wish.year)):
        return False  # these sentences aren't known to hold for one level, country or year
    found = [asked_notes(profile, kind, wish, context)[:MAX_NOTES] for profile in known]
    if not all(found):
        return False
    if len(found) == 1:
        return _write_notes(draft, found[0], wish, context)
    said: set[Span] = set()
    for profile, notes in zip(known, found, strict=True):
        fresh = [note.span for note in notes if note.span not in said]
        if fresh:
            draft.heading(profile.role.preferred_label)
        for span in fresh:
            draft.item(span)
        said.update(fresh)
    return True


def _write_notes(draft: Draft, notes: Sequence[PayNote], wish: PayWish, context: Context) -> bool:
    """The sentence that answers best, then the others as a list."""
    language = context.question.language
    first, *others = dict.fromkeys(note.span for note in notes)
    denials = _denials(wish, context)
    yes = wish.has and not wish.particular and wish.aspect != "factor" and not denials
    label = f"**{texts.PAY_YES[language]}:** " if yes else ""
    draft.say(f"{label}{draft.quote(first)}")
    for span in [*denials, *others][: MAX_NOTES - 1]:
        draft.item(span)
    return True


def _denials(wish: PayWish, context: Context) -> list[Span]:
    """Sentences that say who gets no company car."""
    if wish.aspect != "company_car":
        return []
    roles = (without_orders(context, context.profiles[r]) for r in context.question.roles)
    figures = [f for profile in roles for f in profile.salary]
    return list(dict.fromkeys(f.span for f in figures if f.company_car is False))


def _write_beside(draft: Draft, pays: Sequence[Pay], context: Context) -> None:
    shown = {figure.span for figure in draft.salary}
    spans = [span for span in beside([pay.profile for pay in pays]) if span not in shown]
    if spans:
        draft.heading(texts.PAY_BESIDE[context.question.language])
        for span in spans:
            draft.item(span)


def _write_reasons(
    draft: Draft, pays: Sequence[Pay], rows: Sequence[PayRow], wish: PayWish, context: Context
) -> None:
    """Why figures differ, as far as sources say it."""
    language = context.question.language
    if len(rows) < 2:
        return
    limit = MAX_REASONS - wish.is_filtered
    chosen = reasons([pay.profile for pay in pays])[:limit]
    if chosen:
        draft.heading(texts.PAY_REASONS[language])
        for note in chosen:
            draft.item(note.span)
    if len({figure.span.source_id for row in rows for figure in row.figures}) > 1:
        draft.say(texts.PAY_NOT_AVERAGED[language])


def _say_period(
    draft: Draft, rows: Sequence[PayRow], pay: Pay, wish: PayWish, context: Context
) -> None:
    language = context.question.language
    if draft.computed:
        rules = {
            texts.PAY_RULES[language][made.rule].format(
                factor=texts.PAY_COUNTS[language].get(int(made.factor), "")
            )
            for made in draft.computed.values()
        }
        draft.say(texts.PAY_CONVERTED[language].format(rule="; ".join(sorted(rules))))
    elif wish.period is not None and all(row.figure.period is None for row in rows):
        draft.say(texts.PAY_PERIOD_OPEN[language])


def _carry(draft: Draft, rows: Sequence[PayRow], computed: dict[SalaryFigure, Converted]) -> None:
    """Everything that is shown goes into the answer's records."""
    for row in rows:
        draft.salary.extend(row.figures)
    shown = set(draft.salary)
    draft.computed.update({f: made for f, made in computed.items() if f in shown})


def _dates(context: Context) -> dict[str, str | None]:
    return {key: date_of(source) for key, source in context.view.sources.items()}
