"""A match as a document: headings, paragraphs and items, whatever it is then written as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.matching.career import ComputedLeading
from bot.matching.deciding.table import RELATIONS, VERDICTS
from bot.matching.ranking import LeadingStep
from bot.matching.report import Decision
from bot.matching.results import Match, RoleMatch, quotes_own_words
from bot.matching.texts import MATCH_TEXTS, SIGNS, MatchTexts
from bot.writing.document import Part

MOST_SHARED, MOST_MISSING = 5, 8
"""Skills of a computed step that are named; how many there are is always told."""


def document(match: Match) -> list[Part]:
    """The whole match in reading order; one role's title is the document's."""
    texts = MATCH_TEXTS[match.language]
    one = match.roles[0] if match.asked or len(match.roles) == 1 else None
    title = texts.title_of_role.format(role=one.report.role_name) if one else texts.title
    parts = [Part("heading", title, 1), Part("text", texts.meaning)]
    if match.waiting:
        parts.append(Part("text", texts.waiting))
    for role in match.roles:
        if one is None:
            parts.append(Part("heading", role.report.role_name, 2))
        parts += _role(role, match, texts, 2 if one else 3)
    parts += _profile(match, texts)
    parts += _closing(match, texts)
    return parts


def count_line(counts: Mapping[str, int], texts: MatchTexts) -> str:
    """Gives "3 erfüllt, 1 teilweise, 20 offen"; what doesn't occur is left out."""
    return ", ".join(
        texts.counts[verdict].format(count=counts[verdict])
        for verdict in VERDICTS
        if counts[verdict]
    )


def source_line(citation: Mapping[str, Any]) -> str:
    """Where a quote is from: "Title, Publisher, 2020-02-24"."""
    source = citation["source"]
    return ", ".join(part for part in (source["title"], source["publisher"], source["published"])
                     if part)  # fmt: skip


def steps_by_way(role: RoleMatch, texts: MatchTexts) -> list[tuple[str, list[LeadingStep]]]:
    """Steps that start at the same place, with one line for all that is said of them.

    The line reads "Account Manager → Key Account Manager, 3–7 Jahre"; lengths that differ stand
    side by side.
    """
    ways: dict[str | None, list[LeadingStep]] = {}
    for leading in role.ranked.steps:
        ways.setdefault(leading.step["from_role"], []).append(leading)
    found = []
    for steps in ways.values():
        first = steps[0].from_name or texts.outside
        step = texts.step.format(first=first, second=role.report.role_name)
        years = dict.fromkeys(y for s in steps if (y := years_line(s.step, texts)))
        found.append((", ".join((step, *years)), steps))
    return found


def computed_title(step: ComputedLeading, texts: MatchTexts) -> str:
    """The line of a computed step; it says that it is computed."""
    return texts.computed.format(first=step.from_name, second=step.to_name)


def computed_lines(step: ComputedLeading, texts: MatchTexts) -> list[str]:
    """The skills that both occupations need, and those to be added, a line each."""
    computed = step.step["computed"]
    shared, missing = computed["shared"], computed["missing"]
    lines = [
        texts.computed_shared.format(count=len(shared), labels=_some(shared, MOST_SHARED, texts))
    ]
    if missing:
        told = _some(missing, MOST_MISSING, texts)
        lines.append(texts.computed_missing.format(count=len(missing), labels=told))
    if step.already:
        told = _some(step.already, MOST_MISSING, texts)
        lines.append(texts.computed_already.format(labels=told))
    return lines


def computed_lead(role: RoleMatch, texts: MatchTexts) -> str:
    """What is said before the computed steps: the rule, or why there are none."""
    if role.computed is None:
        return texts.not_computed
    if not role.computed:
        return texts.computed_none
    return texts.computed_rule.format(rule=role.computed[0].step["computed"]["rule"])


def _some(labels: Sequence[str], most: int, texts: MatchTexts) -> str:
    rest = len(labels) - most
    if rest <= 1:  # a single further one takes no more room than saying so
        return "; ".join(labels)
    return texts.further.format(labels="; ".join(labels[:most]), count=rest)


def years_line(step: Mapping[str, Any], texts: MatchTexts) -> str:
    """How long a step takes by its record; empty where the source doesn't say."""
    low, high = (None if step[k] is None else _number(step[k], texts) for k in
                 ("years_min", "years_max"))  # fmt: skip
    if low is None and high is None:
        return ""
    if high is None:
        return texts.from_years.format(span=low)
    if low is None:
        return texts.up_to_years.format(span=high)
    if low == high:
        return (texts.year if low == "1" else texts.years).format(span=low)
    return texts.years.format(span=f"{low}–{high}")


def read_lines(match: Match, texts: MatchTexts) -> list[str]:
    """What was read from the profile and what was taken out, a sentence each."""
    profile = match.profile
    months = profile.months_of_work
    if months is None:
        lines = [texts.no_months_of_work]
    else:
        template = texts.one_month_of_work if months == 1 else texts.months_of_work
        lines = [template.format(months=months)]
    if profile.removed:
        kinds = ", ".join(texts.removed_kinds[kind] for kind, _ in profile.removed)
        lines.append(texts.removed.format(kinds=kinds))
    return lines


def _number(value: float, texts: MatchTexts) -> str:
    written = f"{value:g}"
    return written.replace(".", ",") if texts.language == "de" else written


def _role(role: RoleMatch, match: Match, texts: MatchTexts, level: int) -> Iterator[Part]:
    ranked, report = role.ranked, role.report
    if ranked.held:
        yield Part("text", texts.held.format(quote=_line(ranked.held.quote)))
    if not report.decisions:
        yield Part("text", texts.none_asked)
    yield from _requirements(role, match, texts, level)
    yield from _next(texts.learn, ranked.to_learn, texts, level)
    yield from _next(texts.prove, ranked.to_prove, texts, level)
    yield from _steps(role, texts, level)
    yield from _pay(role, texts, level)


def _requirements(role: RoleMatch, match: Match, texts: MatchTexts, level: int) -> Iterator[Part]:
    report = role.report
    for relation in RELATIONS:
        counts = report.counts[relation]
        if not any(counts.values()):
            continue
        yield Part("heading", f"{texts.relations[relation]}: {count_line(counts, texts)}", level)
        for decision in by_verdict(report.decisions, relation):
            yield from _decision(decision, match, texts)


def by_verdict(decisions: Iterable[Decision], relation: str) -> list[Decision]:
    """The decisions of one relation: met ones first, open ones last, else in the role's order."""
    asked = [d for d in decisions if d.requirement["relation"] == relation]
    return sorted(asked, key=lambda d: VERDICTS.index(d.verdict))


def _steps(role: RoleMatch, texts: MatchTexts, level: int) -> Iterator[Part]:
    yield Part("heading", texts.steps, level)
    if not role.ranked.steps:
        yield Part("text", texts.no_steps)
    for line, steps in steps_by_way(role, texts):
        yield Part("item", line)
        held = next((step.held for step in steps if step.held), None)
        if held:
            yield Part("detail", texts.step_held.format(quote=_line(held.quote)))
        for step in steps:
            yield Part("detail", _cited(step.step["citation"], texts))
    yield from _computed(role, texts, level)


def _computed(role: RoleMatch, texts: MatchTexts, level: int) -> Iterator[Part]:
    leads_on = bool(role.computed and role.ranked.held)
    if leads_on:
        yield Part("heading", texts.steps_on, level)
    yield Part("text", computed_lead(role, texts))
    for step in role.computed or ():
        yield Part("item", computed_title(step, texts))
        if step.held and not leads_on:
            yield Part("detail", texts.step_held.format(quote=_line(step.held.quote)))
        for line in computed_lines(step, texts):
            yield Part("detail", line)


def _pay(role: RoleMatch, texts: MatchTexts, level: int) -> Iterator[Part]:
    yield Part("heading", texts.pay, level)
    if not role.pay:
        yield Part("text", texts.no_pay)
    for stated in role.pay:
        told = f" ({stated.about})" if stated.about else ""
        yield Part("item", f"{stated.amount}{told}")
        yield Part("detail", _cited(stated.figure["citation"], texts))


def _decision(decision: Decision, match: Match, texts: MatchTexts) -> Iterator[Part]:
    sign = f"{SIGNS[decision.verdict]} {texts.verdicts[decision.verdict]}"
    yield Part("item", f"{sign}: {decision.requirement['label']}")
    for quote in decision.evidence:
        where = texts.own_words if quotes_own_words(match, quote) else texts.in_profile
        yield Part("detail", f"{where}: {texts.quote.format(text=_line(quote.quote))}")
    yield Part("detail", f"{texts.in_source}: {_cited(decision.requirement['citation'], texts)}")
    yield Part("detail", f"{texts.reason}: {decision.reason}")
    if decision.question:
        yield Part("detail", f"{texts.open_question}: {decision.question}")


def _next(
    heading: str, decisions: Sequence[Decision], texts: MatchTexts, level: int
) -> Iterator[Part]:
    if not decisions:
        return
    yield Part("heading", heading, level)
    for decision in decisions:
        relation = texts.relations[decision.requirement["relation"]]
        yield Part("item", f"{decision.requirement['label']} ({relation})")


def _profile(match: Match, texts: MatchTexts) -> Iterator[Part]:
    yield Part("heading", texts.read, 2)
    for line in read_lines(match, texts):
        yield Part("text", line)
    if match.unread:
        yield Part("text", f"{texts.unread}:")
        for quote in match.unread:
            yield Part("item", texts.quote.format(text=_line(quote.quote)))


def _closing(match: Match, texts: MatchTexts) -> Iterator[Part]:
    yield Part("heading", texts.notices, 2)
    for notice in match.notices:
        yield Part("text", notice)
    rules = {role.report.rules for role in match.roles}
    if rules:
        told = ", ".join(sorted(rules))
        yield Part("text", texts.rules.format(rules=told, version=match.index_version))


def _cited(citation: Mapping[str, Any], texts: MatchTexts) -> str:
    return f"{texts.quote.format(text=_line(citation['quote']))} ({source_line(citation)})"


def _line(text: str) -> str:
    return " ".join(text.split())
