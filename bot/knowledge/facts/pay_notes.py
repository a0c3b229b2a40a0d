"""What belongs to pay without being an amount: shares, company cars, benefits, reasons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.facts import PayNote, PayNoteKind
from bot.knowledge.facts import paywords
from bot.knowledge.facts.amounts import Amount, amounts_in
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.statements import Statement

_BENEFIT = german(
    r"\b(?:zusatzleistung\w*|\w*altersvorsorge|betriebsrente|weihnachtsgeld|urlaubsgeld|"
    r"jobticket|deutschlandticket|job-?rad|\w*rabatt|dienstrad|fahrtkostenzuschuss|kinderzuschlag|"
    r"vermögenswirksame\w*|1[34]\. (?:monats)?gehalt|dreizehnte\w* monatsgehalt|benefits?|"
    r"kinderbetreuungszuschuss|essenszuschuss|homeoffice-?zuschuss|mitarbeiterrabatt\w*|"
    r"aktienoption\w*|sonderzahlung\w*|jahressonderzahlung\w*|schichtzulage\w*|"
    r"(?:nacht|sonntags|feiertags|schicht)\w*zuschl(?:ag|äge)\w*|zuschl(?:ag|äge)n?|\w*zulagen?|"
    r"gleitzeit|"
    r"diensthandy|firmenhandy|auslöse\w*|spesen|reisebudget\w*|weiterbildungsbudget\w*)\b"
)
_FACTOR = german(
    r"\b(?:häng(?:t|en)\b.*\bab\b|abhängig von|abhängt|abhängen|je nach|richte[nt] sich|"
    r"beeinfluss\w*|variier\w*|schwank\w*|entscheid\w* (?:über|für)|entscheidend\w*|"
    r"ausschlaggebend|"
    r"spielt? .*rolle|spielen .*rolle|unterscheide[nt]? sich|bestimm(?:t|en)\b|wirk(?:t|en) sich|"
    r"gestaffelt|verdien\w* (?:\w+ ){0,6}(?:mehr|besser)(?! als)|depends? on|"
    r"(?:macht|machen) .*unterschied|moderater|oberen ende|"
    r"zahl(?:t|en) (?:\w+ ){0,8}(?:mehr|besser|weniger|höhere|niedrigere|schlechter))\b"
)
_ASKS_FOR_FACTORS = german(
    r"^(?:wovon|woran|wonach|was|warum)\b.*\b(?:ab|beeinfluss\w*|bestimm\w*|liegt)\b"
)
_SET_ASIDE = german(
    r"\b(?:inklusive|inkl\.|einschließlich|einschl\.|samt|mitsamt|ohne|kein\w*|weder|noch)"
    r"(?: \w+){0,1}\s*$"
)
_DENIED_BEHIND = german(r"^\w*[^,.;]*\b(?:nicht|kaum|keine[nr]?)\b")


def pay_notes(statements: Sequence[Statement]) -> tuple[PayNote, ...]:
    """What a source says of pay beside amounts, in reading order.

    A sentence gives one note a kind, and one for every share where it states several.

    Args:
        statements: of one source, as ``statements`` gives them.
    """
    notes: list[PayNote] = []
    question = ""
    for statement in statements:
        if statement.opens_section:
            question = statement.section.heading or ""
        if statement.text.endswith("?"):
            question = statement.text
            continue
        notes.extend(_notes(statement, question))
        if not statement.opens_paragraph:
            continue
        if not statement.opens_section or not question.endswith("?"):
            question = ""
    return tuple(notes)


def _notes(statement: Statement, question: str) -> Iterator[PayNote]:
    text = statement.text
    if text.endswith(":") and not any(c.isdigit() for c in text):
        return
    asked = question if statement.opens_paragraph else ""
    speaks_of_pay = paywords.in_pay_context(statement) or bool(paywords.PAY.search(text))
    shares = paywords.shares_in(text)
    variable = _granted(paywords.VARIABLE, text)
    if (variable and (speaks_of_pay or shares)) or (shares and paywords.VARIABLE.search(asked)):
        yield from _each(statement, "variable", shares)
        shares = []
    if paywords.company_car(text):
        yield from _each(statement, "company_car", [])
    listed = statement.is_item and shares and _BENEFIT.search(_heading(statement))
    if _granted(_BENEFIT, text) or listed:
        beside = [s for s in shares if listed or _BENEFIT.search(_part(text, s))]
        yield from _each(statement, "benefit", beside)
    states_amount = any(amount.unit == "money" for amount in amounts_in(text))
    asks = bool(asked and _ASKS_FOR_FACTORS.search(asked) and paywords.PAY.search(asked))
    about_pay = bool(paywords.PAY.search(text)) or (
        paywords.in_pay_context(statement) and not _WORK_TIME.search(text)
    )
    if not states_amount and (asks or (_FACTOR.search(text) and about_pay)):
        yield from _each(statement, "factor", [])


_PARTS = german(r",\s+(?:doch|aber|während|jedoch|wobei)\b|;")
_WORK_TIME = german(r"\b(?:\w*arbeitszeit\w*|\w*urlaub\w*|kündigungsfrist|wochenstunden)\b")


def _part(text: str, amount: Amount) -> str:
    """The part of a sentence that an amount stands in: "…, doch …" parts it."""
    cuts = [0, *(m.start() for m in _PARTS.finditer(text)), len(text)]
    return next(
        text[a:b] for a, b in itertools.pairwise(cuts) if a <= amount.start < b or b == len(text)
    )


def _heading(statement: Statement) -> str:
    return statement.section.heading or ""


def _granted(pattern: re.Pattern[str], text: str) -> bool:
    """Whether ``text`` speaks of a thing as given, neither denied nor counted in."""
    return any(
        not _SET_ASIDE.search(text[: match.start()])
        and not _DENIED_BEHIND.search(text[match.end() :])
        for match in pattern.finditer(text)
    )


def _each(
    statement: Statement,
    kind: PayNoteKind,
    shares: Sequence[Amount],
) -> Iterator[PayNote]:
    bounds = [(share.low, share.high) for share in shares] or [(None, None)]
    roles: list[str | None] = [*sorted(statement.roles)] or [None]
    for low, high in bounds:
        for role in roles:
            yield PayNote(role, kind, low, high, statement.span)
