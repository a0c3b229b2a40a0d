"""For each aspect the sentences about two roles that are best set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.answering.comparing.aspects import BROAD, IN_ITS_HEADING, IN_ITS_WORDS, Aspect
from bot.answering.comparing.pool import ONLY_THAT_THEY_DIFFER, Pool, says_how
from bot.answering.context import Context
from bot.answering.listing.themes import choose, likeness
from bot.answering.listing.told import Told, told_in
from bot.answering.on_focus import focused
from bot.facts import Span
from bot.german import fold

MOST_CORE = 2
MOST_ASPECTS = 8
MOST_TRIED = 8
"""So many sentences of each role are tried as a pair, the most telling ones."""

FAIR = 0.5
"""Worth from which a sentence about both roles may open an aspect."""

SAME_SOURCE, SAME_SECTION = 0.5, 0.3

MOST_ON_FOCUS, AGAIN_ON_FOCUS = 3, 0.75
MOST_BESIDE = 2
"""Sentences without a counterpart that speak of the aspect below a heading that names it."""
WORTH_OF_ONE_SOURCE, WORTH_OF_ONE_SECTION, WORTH_OF_LIKENESS = 0.15, 0.5, 1.0
CLEARLY = 1.2
"""Merit from which a sentence about both roles opens the answer."""

WORTH_OF_ASPECT, WORTH_OF_BROAD = 0.8, 0.3
FEWEST_WORDS_OF_CORE = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect: sentences that tell both, or the best one about each."""

    aspect: Aspect
    both: tuple[Told, ...]
    one: Told | None
    other: Told | None
    merit: float = 0.0


def clearest(rows: Sequence[Row]) -> list[Row]:
    """The rows that set the roles apart most clearly, in their order."""
    kept = sorted(rows, key=lambda row: -row.merit)[:MOST_ASPECTS]
    return [row for row in rows if row in kept]


def pairs_by_aspect(
    context: Context,
    pool: Pool,
    aspects: Sequence[Aspect],
    taken: Sequence[Told] = (),
) -> list[Row]:
    """A row for each aspect that both roles are told of, none of whose sentences repeats."""
    told = [*pool.one, *pool.other]
    groups = ["one"] * len(pool.one) + ["other"] * len(pool.other)
    alike = likeness(context, told, groups)
    place = {item.span: number for number, item in enumerate(told)}
    apart = [t for t in pool.both if t.span in pool.apart and says_how(t)]
    used = {told.span for told in taken}
    rows: list[Row] = []
    for aspect in sorted(aspects, key=lambda a: a.id in BROAD):
        setting = [t for t in _tell(aspect, apart, used) if _worth(aspect, t) >= FAIR][:1]
        best: tuple[float, Told, Told] | None = None
        ones, others = (_tell(aspect, part, used) for part in (pool.one, pool.other))
        worths = {t.span: _worth(aspect, t) for t in (*ones[:MOST_TRIED], *others[:MOST_TRIED])}
        for one, other in product(ones[:MOST_TRIED], others[:MOST_TRIED]):
            merit = worths[one.span] + worths[other.span]
            merit += SAME_SOURCE * (one.source_id == other.source_id)
            merit += SAME_SECTION * (one.section == other.section)
            merit += float(alike[place[one.span], place[other.span]])
            if best is None or merit > best[0]:
                best = (merit, one, other)
        if best:
            merit = best[0] + len(setting)
            rows.append(Row(aspect, tuple(setting), best[1], best[2], merit))
        elif setting:
            rows.append(Row(aspect, tuple(setting), None, None))
        else:
            continue
        used |= {t.span for t in (*setting, rows[-1].one, rows[-1].other) if t is not None}
    order = [aspect.id for aspect in aspects]
    return sorted(rows, key=lambda row: order.index(row.aspect.id))


def pair_on_focus(context: Context, pool: Pool, aspects: Sequence[Aspect]) -> list[Row]:
    """What either role is told of just what the question asks: up to ``MOST_ON_FOCUS`` rows.

    All sentences about a role are ranked against the question; those that go together, of one
    section or alike, win over a little more merit of one of them.

    Args:
        context: the question.
        pool: sentences about the two roles.
        aspects: known aspects that the question speaks of, which help to recognise them.
    """
    asked = aspects[0]
    ones, others = (_on_focus(context, part, aspects) for part in (pool.one, pool.other))
    known = [a for a in aspects if a.pattern is not None and _weight(a) == WORTH_OF_ASPECT]
    if any(a.merit(t) >= IN_ITS_WORDS for a in known for _, t in (*ones, *others)):
        # What is told of one role alone isn't made up for by something else about the other.
        ones, others = (
            [(m, t) for m, t in part if any(a.merit(t) >= IN_ITS_WORDS for a in known)]
            for part in (ones, others)
        )
    both = _on_focus(context, [t for t in pool.both if says_how(t)], aspects)
    told = [*pool.one, *pool.other]
    groups = ["one"] * len(pool.one) + ["other"] * len(pool.other)
    alike = likeness(context, told, groups)
    place = {item.span: number for number, item in enumerate(told)}
    setting = tuple(t for merit, t in both[:1] if merit >= CLEARLY)
    rows: list[Row] = []
    while len(rows) < MOST_ON_FOCUS:
        used = {t.span for row in rows for t in (row.one, row.other) if t is not None}
        left = [[pair for pair in part if pair[1].span not in used] for part in (ones, others)]
        ranked = [
            (
                worth
                + other_worth
                + WORTH_OF_ONE_SOURCE * (one.source_id == other.source_id)
                + WORTH_OF_ONE_SECTION * (one.section == other.section)
                + WORTH_OF_LIKENESS * float(alike[place[one.span], place[other.span]]),
                one,
                other,
            )
            for (worth, one), (other_worth, other) in product(*left)
        ]
        best = max(ranked, key=lambda entry: entry[0], default=None)
        if best is None or (rows and best[0] < AGAIN_ON_FOCUS * rows[0].merit):
            break
        rows.append(Row(asked, () if rows else setting, best[1], best[2], best[0]))
    used = {t.span for row in rows for t in (*row.both, row.one, row.other) if t is not None}
    left_over = [
        t
        for _, t in sorted((*ones, *others), key=lambda pair: -pair[0])
        if t.span not in used and any(a.merit(t) >= IN_ITS_WORDS + IN_ITS_HEADING for a in known)
    ]
    rows += [Row(asked, (t,), None, None) for t in left_over[:MOST_BESIDE] if rows]
    if not rows and (ones or others or setting):
        first, second = (part[0][1] if part else None for part in (ones, others))
        rows.append(Row(asked, setting, first, second))
    return rows


def _on_focus(
    context: Context, told: Sequence[Told], aspects: Sequence[Aspect]
) -> list[tuple[float, Told]]:
    """Those that speak of what is asked, with their merit, best first."""
    ranked = [
        (found.merit + max(_weight(a) * _worth(a, found.told) for a in aspects), found)
        for found in focused(context, told)
    ]
    speaking = [
        (merit, found.told)
        for merit, found in ranked
        if found.meets or any(aspect.merit(found.told) > IN_ITS_HEADING for aspect in aspects)
    ]
    return sorted(speaking, key=lambda pair: -pair[0])[:MOST_TRIED]


def _weight(aspect: Aspect) -> float:
    """Customers are spoken of in every second sentence, whatever it is about."""
    return WORTH_OF_BROAD if aspect.id in {*BROAD, "customers"} else WORTH_OF_ASPECT


def _tell(aspect: Aspect, told: Sequence[Told], used: set[Span]) -> list[Told]:
    """Sentences that speak of an aspect in their own words or below such a heading."""
    fitting = [(worth, t) for t in told if t.span not in used and (worth := _worth(aspect, t)) > 0]
    return [t for _, t in sorted(fitting, key=lambda pair: -pair[0])]


def _worth(aspect: Aspect, told: Told) -> float:
    worth = aspect.merit(told) * told.reads_well
    if not worth:
        return 0.0
    about_pay = "salary" in told.topics or told.section_topics[:1] == ("salary",)
    if about_pay and aspect.id not in {"pay", "bonus", "asked"}:
        worth *= 0.3
    if told.section_topics[:1] == ("comparison",):
        worth += 0.3
    return worth


def core_of(context: Context, pool: Pool) -> list[Told]:
    """The sentences that best stand for all that sets the roles apart."""
    told = [
        t
        for t in told_in(context, sorted(pool.apart, key=lambda s: (s.source_id, s.start)))
        if len(t.text.split()) >= FEWEST_WORDS_OF_CORE
        and "salary" not in (*t.topics, *t.section_topics)
    ]
    worth = [_worth_of_core(t) for t in told]
    themes = choose(told, likeness(context, told), MOST_CORE, worth)
    return sorted((theme.told for theme in themes), key=lambda t: -_worth_of_core(t))


def _worth_of_core(told: Told) -> float:
    if ONLY_THAT_THEY_DIFFER.search(fold(told.text)):
        return 0.5
    return 2.0 if says_how(told) else 1.0
