"""Whether an advert tells what the job pays, as EU 2023/970 wants applicants to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from bot.domain import Sentence
from bot.facts import Period
from bot.knowledge.facts.amounts import Amount, amounts_in, periods_in

_PAY = re.compile(
    r"gehalt|gehälter|vergütung|entgelt|\w*lohn\b|verdien|einkommen|\bbrutto\b|\bp\. ?a\.|"
    r"\bfix(?:um|gehalt)?\b|\bote\b|salary|\bpay\b|compensation|\bwage|\bgross\b|"
    r"remuneration|\bearn|"
    r"\b(?:per|an?) (?:year|annum|month|hour)\b",
    re.IGNORECASE,
)
_BESIDE_PAY = re.compile(
    r"prämie|bonus|provision|zuschuss|zulage|sachbezug|ticket|budget|umsatz|beteiligung|"
    r"zuschlag|gutschein|weihnachtsgeld|urlaubsgeld|volumen|investition|portfolio|"
    r"vermögenswirksam|altersvorsorge|kosten|pauschale|guthaben|spesen|verpflegung|\bsport|"
    r"fitness|revenue|allowance|voucher|commission|turnover|\bcosts?\b|benefit",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\b(?:(?:über)?durchschnittlich\w*|attraktiv\w*|leistungsgerecht\w*|leistungsbezogen\w*|"
    r"fair\w*|gut\w*|marktgerecht\w*|marktüblich\w*|angemessen\w*|übertariflich\w*|top|"
    r"tariflich\w*|wettbewerbsfähig\w*|spannend\w*|hoh\w+)(?:,? (?:und )?\w+){0,2}? "
    r"(?:jahres|monats|fest|grund|fix|einstiegs)?(?:gehalt|vergütung|bezahlung|entlohnung|"
    r"verdienst\w*|lohn)\b|"
    r"\b(?:gehalt|vergütung|bezahlung) (?:nach vereinbarung|vb|verhandelbar)\b|"
    r"\b(?:competitive|attractive|excellent|generous|fair|good) (?:\w+ )?(?:salary|pay|"
    r"compensation|remuneration)\b",
    re.IGNORECASE,
)
# What applicants would like to earn isn't what the job pays.
_WISHED = re.compile(
    r"gehalts(?:vorstellung|wunsch|erwartung)|wunschgehalt|(?:salary|pay) (?:expect|requirement)|"
    r"(?:expected|desired) (?:salary|pay)",
    re.IGNORECASE,
)
_AGREEMENT = (
    r"(?:\bTVöD\b(?:-\w+)?|\bTV-?[LHVÄ]\b|\bTVA?[-\w]{1,6}\b|\bBAT(?:-KF)?\b|\bAVR\b|\bERA\b|"
    r"\bIG (?:Metall|BCE)\b|\bBesoldung\w*|\b\w*[Tt]arifvertrag\w*|\b[Kk]ollektivvertrag\w*|"
    r"\b(?:[A-Z]\w+)tarif\b)"
)
_NAMED_GROUP = (
    r"(?i:\b(?:entgelt|vergütungs|besoldungs|tarif|lohn|gehalts|verwendungs|beschäftigungs)"
    r"(?:gruppe|stufe)n? ?(?:[A-Z]{1,2}[- ]?\d{1,2}|\d{1,2}|[IVX]{1,4})[a-z]?\b)"
)
_GROUP = rf"(?:{_NAMED_GROUP}|\b(?:EG|E|S|P|KR|A|B|W|R)[- ]?\d{{1,2}}[a-z]?\b)"
# Agreement and group together can be looked up in a published table.
_LOOKED_UP = re.compile(
    rf"{_AGREEMENT}[^.\n]{{0,40}}?{_GROUP}|{_GROUP}[^.\n]{{0,40}}?{_AGREEMENT}|"
    r"\bBesoldungsgruppe [ABWR] ?\d{1,2}\b"
)
_GRADE = re.compile(
    rf"{_NAMED_GROUP}|\bEG ?\d{{1,2}}[a-c]?\b|{_AGREEMENT}|"
    r"(?i:\b(?:nach|laut|lt\.?|gemäß|gem\.) (?:\w+ )?(?:tarif\w*|kollektivvertrag\w*|kv)\b|"
    r"\btarifliche\w* (?:bezahlung|vergütung|entlohnung|gehalt|lohn)\b|"
    r"\bcollective(?: bargaining)? agreement\b)"
)
# Of amounts with a period and no word for pay: what a job can pay, in euros.
_POSSIBLE: Mapping[Period, tuple[int, int]] = MappingProxyType(
    {
        "hour": (8, 300),
        "day": (60, 2_500),
        "month": (300, 30_000),
        "year": (5_000, 500_000),
    }
)
_AT_MOST = re.compile(r"\b(?:bis zu|bis|up to|max\w*\.?|höchstens)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:plus|zzgl|zuzüglich|sowie|inklusive|inkl|und|and|including)\b|[;+]|,(?!\d)",
    re.IGNORECASE,
)


def tells_pay(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a range or a least amount of pay is stated, or a group of a named agreement."""
    return bool(_LOOKED_UP.search(text)) or any(
        not at_most for _, _, at_most in _pay_amounts(text, sentences)
    )


def pay_instead(text: str, sentences: Sequence[Sentence]) -> tuple[str, int, int] | None:
    """What an advert says where it doesn't tell the pay: (rule, start, end), or None."""
    for start, end, at_most in _pay_amounts(text, sentences):
        if at_most:
            before = _AT_MOST.search(text[:start])
            return "pay_upper_only", before.start() if before else start, end
    if grade := _GRADE.search(text):
        return "pay_grade_only", grade.start(), grade.end()
    if empty := _EMPTY.search(text):
        return "pay_missing", empty.start(), empty.end()
    return None


def _pay_amounts(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, bool]]:
    """Places of amounts that are pay, each with whether only an upper bound is stated."""
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if _WISHED.search(said):
            continue
        for amount in amounts_in(said):
            if amount.unit != "money" or not _is_sum(amount):
                continue
            clause = _clause(said, amount)
            if _BESIDE_PAY.search(clause):
                continue
            if not _PAY.search(clause) and not _can_be_pay(amount, clause):
                continue
            is_single = amount.bound != "range"
            at_most = amount.low is None or (
                is_single and bool(_AT_MOST.search(said[: amount.start]))
            )
            yield sentence.start + amount.start, sentence.start + amount.end, at_most


def _can_be_pay(amount: Amount, clause: str) -> bool:
    """Whether a period stands beside the amount for which a job can pay it."""
    return any(
        low <= amount.largest <= high
        for low, high in (_POSSIBLE[mention.period] for mention in periods_in(clause))
    )


def _is_sum(amount: Amount) -> bool:
    """Whether it can be money: without a currency, a number that isn't small and no year."""
    if amount.currency or amount.scaled:
        return True
    return amount.largest >= 1000 and not 1900 <= amount.largest <= 2100


def _clause(said: str, amount: Amount) -> str:
    """The words around an amount up to the next "plus", "und" or comma on either side."""
    begin, end = 0, len(said)
    for match in _CLAUSE.finditer(said):
        if match.end() <= amount.start:
            begin = match.end()
        elif match.start() >= amount.end:
            end = match.start()
            break
    return said[begin:end]
