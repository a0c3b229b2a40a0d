"""Salary figures: every amount that is pay, with whom, where and when it is paid.

What is stated in the sentence wins over its paragraph or lead-in, that over the heading, that
over the article. What nothing states is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.facts import Period, SalaryFigure, Seniority, Statistic
from bot.knowledge.facts import paywords
from bot.knowledge.facts.amounts import Amount, periods_in
from bot.knowledge.facts.circumstances import branches_in, countries_in, years_in
from bot.knowledge.facts.inherited import (
    announced,
    branch_around,
    country_of,
    currency_nearby,
    gross_above,
    period_above,
    year_of,
)
from bot.knowledge.facts.levels import LevelMention, levels_in
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.pay import RESTATES, Pay, pays_in
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.scopes import assigned
from bot.knowledge.facts.statements import Statement
from bot.knowledge.titles import slug

_COMPARED = german(
    r"(?:(?:mehr|weniger|höher|niedriger|besser|anders|schlechter|länger) als|vergleich (?:zu|zum|"
    r"zur|mit|mit dem)|"
    r"gegenüber|unterschied zu[mr]?|verglichen mit)(?: \w+){0,3}\s*$"
)
_ALSO_CALLED = german(
    r"(?:,|\()\s*(?:auch|international|kurz|englisch|oft|früher|eigentlich|"
    r"manchmal)(?: \w+){0,2}\s*$"
)
_JOINT = re.compile(
    r"^\s*(?:,|/|und|oder|sowie|bzw\.|beziehungsweise|&|wie auch)?\s*(?:/|und|ein|eine|der|"
    r"die)?\s*$"
)
_NEXT_WORD = 3
_OF_ONE_ORDER = 5
_SUBJECT = re.compile(
    r"\b[Ee]ine? (?P<subject>[A-ZÄÖÜ][\w-]{3,}) (?:verdient|bekommt|erhält|kommt)\b|"
    r"\b(?:verdient|bekommt|erhält|kommt) eine? (?P<inverted>[A-ZÄÖÜ][\w-]{3,})\b"
)
_ANYBODY = german(
    r"(?:single|\w*mitarbeiter\w*|mann|frau|\w*angestellter?|beschäftigter?|\w*einsteiger\w*|"
    r"\w*anfänger\w*|fachkraft|person|mensch|arbeitnehmer\w*|kollege|kollegin|\w*absolvent\w*|"
    r"deutscher|unternehmen|betrieb|firma|junior|senior|bewerber\w*|\w*gehalt|job|stelle|profi|"
    r"experte|expertin|\w*bonus|freiberufler\w*|selbst\w+|freelancer\w*|kandidat\w*|azubi\w*|"
    r"auszubildende\w*|\w*tätigkeit|arbeitgeber\w*|konzern|kunde|vollzeitkraft|\w*portal|"
    r"\w*studie|\w*umfrage|\w*statistik|teilzeitkraft)"
)


def salary_figures(statements: Sequence[Statement]) -> tuple[SalaryFigure, ...]:
    """Every amount of a source that is pay, in reading order.

    Args:
        statements: of one source, as ``statements`` gives them.
    """
    found: list[SalaryFigure] = []
    for index, statement in enumerate(statements):
        before = _paragraph_before(statements, index)
        found.extend(_figures(statement, before, found))
    return tuple(found)


def _figures(
    statement: Statement, before: Sequence[Statement], earlier: Sequence[SalaryFigure]
) -> Iterator[SalaryFigure]:
    pays = pays_in(statement, before)
    if not pays:
        return
    found = [pay.scope for pay in pays]
    text = statement.text
    roles = assigned(_paid(statement), found, carry_over_changes=True)
    levels = assigned(levels_in(text), found, carry_over_changes=False)
    countries = assigned(countries_in(text), found, carry_over_changes=True)
    years = assigned(years_in(text), found, carry_over_changes=True)
    branches = assigned(branches_in(text), found, carry_over_changes=True)
    periods = _periods(statement, before, pays)
    shares = _bonus_share(text)
    restated = _restated(statement, earlier)
    carried = _carried_roles(statement, before)
    whole_gross = paywords.gross_of(text)
    taxes = _taxes(text, pays) if whole_gross is None else [None] * len(pays)
    whole_statistic = paywords.statistic_of(text) or paywords.statistic_of(announced(statement))
    for i, pay in enumerate(pays):
        context = announced(statement)
        said_both = any(tax is not None for tax in taxes)
        gross = taxes[i] if said_both else paywords.gross_of(pay.clause)
        if gross is None:
            # A sentence with a period of its own starts anew: what it leaves out stays open.
            own_period = bool(periods_in(text)) and not RESTATES.search(text)
            gross = whole_gross
            if gross is None:
                gross = gross_above(statement, () if own_period else before)
        year, basis = year_of(statement, before, [m.value for m in years[i]])
        variable = paywords.includes_variable(pay.clause)
        if variable is None and len(pays) == 1:
            variable = paywords.includes_variable(text)
        if variable is None:
            variable = paywords.includes_variable(context)
        for role, level in _who(statement, roles[i], levels[i], restated, carried):
            low, high, mean, median, statistic = _values(pay, whole_statistic)
            yield SalaryFigure(
                role=role,
                seniority=level,
                min=low,
                max=high,
                mean=mean,
                median=median,
                statistic=statistic,
                currency=pay.amount.currency or currency_nearby(statement, before),
                period=periods[i],
                gross=gross,
                includes_variable=variable,
                country=country_of(statement, before, [m.value for m in countries[i]]),
                year=year,
                year_basis=basis,
                branch=branches[i][-1].value if branches[i] else branch_around(statement, before),
                bonus_share_min=shares[0],
                bonus_share_max=shares[1],
                company_car=paywords.company_car(text),
                span=statement.span,
            )


def _paid(statement: Statement) -> list[RoleMention]:
    """Roles of a statement that may be paid, less those it only compares with."""
    text = statement.text
    return [
        _meant(mention, statement)
        for mention in (*statement.mentions, *_subjects(statement))
        if not _COMPARED.search(text[: mention.start])
        and not _ALSO_CALLED.search(text[: mention.start])
    ]


def _subjects(statement: Statement) -> Iterator[RoleMention]:
    """Whom a sentence says to be paid by a name of no known form: "Eine Stationsleitung"."""
    if statement.mentions:
        return
    for match in _SUBJECT.finditer(statement.text):
        group = "subject" if match["subject"] else "inverted"
        start, end = match.span(group)
        if not _ANYBODY.fullmatch(match[group]):
            yield RoleMention(slug(match[group]), None, False, start, end)


def _meant(mention: RoleMention, statement: Statement) -> RoleMention:
    """The mention; of "Ingenieur" about a "Maschinenbauingenieur" that longer role."""
    if mention.known or "-" in mention.role_id:
        return mention
    longer = [r for r in statement.roles if "-" not in r and r.endswith(mention.role_id)]
    return replace(mention, role_id=longer[0], known=True) if len(longer) == 1 else mention


def _who(
    statement: Statement,
    roles: Sequence[RoleMention],
    levels: Sequence[LevelMention],
    restated: SalaryFigure | None,
    carried: Sequence[str],
) -> Iterator[tuple[str | None, Seniority | None]]:
    """Roles and levels that one amount is for."""
    cluster = _last_cluster(statement.text, roles)
    distinct: dict[str, Seniority | None] = {}
    level = _one_level(levels)
    if cluster:
        prefixed = [m for m in cluster if m.level]
        split = len(cluster) > 1 and 0 < len(prefixed) < len(cluster)
        for mention in cluster:
            own = _level(mention.level)
            distinct.setdefault(mention.role_id, own if split or own else level)
    elif restated:
        distinct[restated.role or ""] = level or restated.seniority
    else:
        for role in carried or sorted(statement.roles) or [""]:
            distinct[role] = level
    for role, stated in distinct.items():
        inherited = None
        if stated is None and not levels_in(statement.text):
            inherited = statement.seniority
        yield role or None, stated or inherited


def _carried_roles(statement: Statement, before: Sequence[Statement]) -> list[str]:
    """A role that the lexicon lacks and that a sentence before was about: "sein Gehalt"."""
    for earlier in reversed(before):
        if not earlier.mentions:
            continue
        subject = earlier.mentions[0]
        opens = len(earlier.text[: subject.start].split()) <= 2
        if opens and not subject.known:
            return [subject.role_id]
        return []
    return []


def _last_cluster(text: str, roles: Sequence[RoleMention]) -> list[RoleMention]:
    """The last mentions that are joined by "und" and the like."""
    cluster: list[RoleMention] = []
    for mention in reversed(roles):
        if cluster and not _JOINT.match(text[mention.end : cluster[0].start]):
            break
        cluster.insert(0, mention)
    return cluster


def _one_level(levels: Sequence[LevelMention]) -> Seniority | None:
    distinct = list(dict.fromkeys(m.level for m in levels))
    return distinct[0] if len(distinct) == 1 else None


def _level(written: str | None) -> Seniority | None:
    if written == "junior":
        return "junior"
    if written == "senior":
        return "senior"
    return "lead" if written == "lead" else None


def _values(
    pay: Pay, whole: Statistic | None
) -> tuple[float | None, float | None, float | None, float | None, Statistic]:
    """Minimum, maximum, mean, median and statistic of one amount.

    ``whole`` is the statistic that the sentence names for another amount or for all.
    """
    amount = pay.amount
    named = paywords.statistic_of(pay.clause)
    if named is None and amount.bound == "exact":
        named = whole
    if amount.bound == "exact" and named == "mean":
        return None, None, amount.low, None, "mean"
    if amount.bound == "exact" and named == "median":
        return None, None, None, amount.low, "median"
    statistic: Statistic = named or amount.bound
    return amount.low, amount.high, None, None, statistic


def _periods(
    statement: Statement, before: Sequence[Statement], pays: Sequence[Pay]
) -> list[Period | None]:
    mentions = periods_in(statement.text)
    found = [pay.scope for pay in pays]
    per_amount = assigned(mentions, found, carry_over_changes=True)
    distinct = {m.period for m in mentions}
    periods: list[Period | None] = []
    for pay, own in zip(pays, per_amount, strict=True):
        behind = [m for m in own if m.start >= pay.amount.end]
        if own:
            nearest = min(
                own,
                key=lambda m: (
                    m.start - pay.amount.end
                    if m.start >= pay.amount.end
                    else pay.amount.start - m.end
                ),
            )
            periods.append((behind[0] if behind and len(own) == 1 else nearest).period)
        elif len(distinct) == 1 and _comparable(pay.amount, pays):
            periods.append(next(iter(distinct)))
        else:
            periods.append(period_above(statement, before, pay.amount))
    return periods


def _taxes(text: str, pays: Sequence[Pay]) -> list[bool | None]:
    """Gross or net for every amount of a sentence that says both, or None.

    What stands right behind an amount is said of it, what is left of the amount that is left.
    """
    left = paywords.taxes_in(text)
    found: list[bool | None] = [None] * len(pays)
    for i, pay in enumerate(pays):
        behind = next((m for m in left if 0 <= m.start - pay.amount.end <= _NEXT_WORD), None)
        if behind:
            found[i] = behind.value
            left.remove(behind)
    open_amounts = [i for i, gross in enumerate(found) if gross is None]
    if len(open_amounts) == 1 and len({m.value for m in left}) == 1:
        found[open_amounts[0]] = left[0].value
    return found


def _bonus_share(text: str) -> tuple[float | None, float | None]:
    if not paywords.VARIABLE.search(text):
        return None, None
    shares = paywords.shares_in(text)
    if len(shares) != 1:
        return None, None
    return shares[0].low, shares[0].high


def _comparable(amount: Amount, pays: Sequence[Pay]) -> bool:
    """Whether all amounts of a sentence are of one order, so that one period may fit them."""
    return all(
        amount.largest < _OF_ONE_ORDER * other.amount.largest
        and other.amount.largest < _OF_ONE_ORDER * amount.largest
        for other in pays
    )


def _restated(statement: Statement, earlier: Sequence[SalaryFigure]) -> SalaryFigure | None:
    """The figure that "Das sind im Monat …" says once more."""
    if not earlier or not RESTATES.search(statement.text):
        return None
    return earlier[-1] if earlier[-1].span.source_id == statement.span.source_id else None


def _paragraph_before(statements: Sequence[Statement], index: int) -> list[Statement]:
    """The statements before one in its paragraph, in order."""
    first = index
    while (
        first
        and statements[first - 1].paragraph == statements[index].paragraph
        and (statements[first - 1].section == statements[index].section)
    ):
        first -= 1
    return list(statements[first:index])
