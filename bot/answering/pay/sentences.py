"""Sentences on pay beside its amounts: which of them to quote, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.asked import asked_words, said
from bot.answering.comparing.pool import ONLY_THAT_THEY_DIFFER
from bot.answering.context import Context
from bot.answering.pay.question import PayWish
from bot.facts import PayNote, PayNoteKind, Span
from bot.german import fold
from bot.knowledge.profiles import RoleProfile

SAID_IN_PART = 0.35
"""Share of what a question is particular about that a sentence on pay must say to be quoted."""


def says(span: Span, words: Iterable[str], context: Context) -> bool:
    """Whether a sentence has every one of some words, as such or in a compound."""
    stated = _terms(span, context)
    return all(any(t in stated for t in context.view.keywords.terms(word)) for word in words)


def asked_notes(
    profile: RoleProfile, kind: PayNoteKind, wish: PayWish, context: Context
) -> list[PayNote]:
    """What answers a question about a bonus, a car, benefits or reasons, the best first."""
    if wish.particular:
        found = [n for n in profile.pay_notes if says(n.span, wish.particular, context)]
    else:
        kinds = (kind, "company_car") if kind == "benefit" else (kind,)
        found = [n for n in profile.pay_notes if n.kind in kinds]
        telling = [n for n in found if not _only_differs(n, context)]
        found = telling or found
    if kind == "factor" and not wish.particular:
        return reasons([profile]) or distinct(found)
    asked = set(context.view.keywords.terms(context.question.standalone))

    def merit(note: PayNote) -> tuple[bool, int]:
        without_share = (note.share_min, note.share_max) == (None, None)
        wants_share = kind == "variable" and not wish.has
        return (wants_share and without_share, -len(asked & _terms(note.span, context)))

    return sorted(distinct(found), key=merit)


def notes_on(profile: RoleProfile, words: Sequence[str], context: Context) -> list[PayNote]:
    """Sentences on pay that say what the question is particular about, those with more first."""
    asked = asked_words(words, context.view.keywords)
    ranked = [
        (said(asked, frozenset(_terms(note.span, context))), note)
        for note in distinct(profile.pay_notes)
    ]
    ranked.sort(key=lambda pair: -pair[0])
    return [note for share, note in ranked if share >= SAID_IN_PART]


def reasons(profiles: Sequence[RoleProfile]) -> list[PayNote]:
    """What pay depends on, one sentence of each source before a second of any."""
    notes = [note for profile in profiles for note in profile.pay_notes]
    # A sentence on the bonus says what the bonus depends on.
    other = {note.span for note in notes if note.kind != "factor"}
    counted: dict[str, int] = {}
    ranked = []
    for note in distinct(n for n in notes if n.kind == "factor" and n.span not in other):
        rank = counted[note.span.source_id] = counted.get(note.span.source_id, -1) + 1
        ranked.append((rank, note))
    return [note for _, note in sorted(ranked, key=lambda pair: pair[0])]


def beside(profiles: Sequence[RoleProfile]) -> list[Span]:
    """One sentence on the share of the bonus and one on the car of each role."""
    found = []
    for profile in profiles:
        shares = [
            n
            for n in profile.pay_notes
            if n.kind == "variable" and (n.share_min, n.share_max) != (None, None)
        ]
        cars = [n for n in profile.pay_notes if n.kind == "company_car"]
        found += [note.span for note in (*shares[:1], *cars[:1])]
    return list(dict.fromkeys(found))


def distinct(notes: Iterable[PayNote]) -> list[PayNote]:
    """Each sentence once, in order; the note that states a share stands for its sentence."""
    found: dict[Span, PayNote] = {}
    for note in notes:
        if note.span not in found or found[note.span].share_max is None:
            found[note.span] = note
    return list(found.values())


def _only_differs(note: PayNote, context: Context) -> bool:
    """Whether a sentence says no more than that something isn't the same for two roles."""
    text = context.view.sources[note.span.source_id].text[note.span.start : note.span.end]
    return bool(ONLY_THAT_THEY_DIFFER.search(fold(text)))


def _terms(span: Span, context: Context) -> set[str]:
    text = context.view.sources[span.source_id].text[span.start : span.end]
    return set(context.view.keywords.terms(text))
