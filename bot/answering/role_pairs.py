"""For each aspect the sentences about two roles that are best set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.answering.aspects import BROAD, Aspect
from bot.answering.context import Context
from bot.answering.role_pool import ONLY_THAT_THEY_DIFFER, Pool, says_how
from bot.answering.themes import choose, likeness
from bot.answering.told import Told, told_in
from bot.facts import Span
from bot.german import fold

MOST_CORE = 2
MOST_ASPECTS = 8
MOST_TRIED = 8
"""So many sentences of each role are tried as a pair, the most telling ones."""

AGAIN = 0.8
"""Share of the first pair's merit that a second one about the same aspect needs."""

FAIR = 0.5
"""Worth from which a sentence about both roles may open an aspect."""

SAME_SOURCE, SAME_SECTION = 0.5, 0.3
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
    *,
    for_one: bool,
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
        least = AGAIN * rows[0].merit if for_one and rows else 0.0
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
        if best and best[0] >= least:
            merit = best[0] + len(setting)
            rows.append(Row(aspect, tuple(setting), best[1], best[2], merit))
        elif setting and not (for_one and rows):
            rows.append(Row(aspect, tuple(setting), None, None))
        elif for_one and not rows and (ones or others):
            rows.append(Row(aspect, (), _first(ones), _first(others)))
        else:
            continue
        used |= {t.span for t in (*setting, rows[-1].one, rows[-1].other) if t is not None}
    order = [aspect.id for aspect in aspects]
    return sorted(rows, key=lambda row: order.index(row.aspect.id))


def _first(told: Sequence[Told]) -> Told | None:
    return told[0] if told else None


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
