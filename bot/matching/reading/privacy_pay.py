"""What a person earns, earned or wants: taken out; sums that are work ("Budget") stay."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.reading.spelling import spelt

_CURRENCY = (
    r"(?:€|euros?\b|eur\b|teur\b|t€|k€|chf\b|usd\b|gbp\b|sfr\.?|franken\b|dollars?\b|\$|£|zł|"
    r"pln\b|tl\b)"
)
_DIGITS = r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_MONEY = re.compile(
    rf"(?:{_DIGITS})\s?(?:,-+)?\s?(?:(?:k|tsd\.?|tausend)\s?)?{_CURRENCY}|[€$£]\s?(?:{_DIGITS})"
    rf"\s?k?\b|"
    rf"\b\d{{2,3}}\s?k\b|\b(?:chf|eur|usd|gbp)\s?(?:{_DIGITS})",
    re.I,
)
_SUM = re.compile(
    r"(?<![\d./-])(?:\d{1,3}[.’' ]\d{3}|(?!(?:19|20)\d\d\b(?!\s*(?:brutto|netto|gross)))\d{3,6})"
    r"(?:,\d\d|,-+)?(?!\d|[./-]\d)",
    re.I,
)
_MILLIONS = re.compile(
    r"\d\s?(?:mio|mill?\.?|millionen|million|mrd|milliarden|billion|bn|m€)\b|\d\s?m\b", re.I
)
_PAY = re.compile(
    spelt(
        r"\bverdien\w*|\w*(?<!inhalts)gehalt(?!en|vol)(?:e?s?\w*)?|\w*gehälter\w*|\w*einkommen\w*|"
        r"\w*lohn(?:s|es)?\b|"
        r"\blohn\w*|\w*vergütung\w*|\bbrutto\w*|\bnetto(?:gehalt|lohn)?\b|\bsalar(?:y|ies)\b|"
        r"\bearn(?:ed|ing|ings|s)?\b|\bcompensation\b|\bwages?\b|\bpaid\b|\bpay\b|\bbesoldung\w*|"
        r"\b(?:tages|stunden)s(?:atz|ätze)\b|\b(?:day|hourly|daily) rate\b|\bOTE\b|\bbezüge\b|"
        r"\bhonorar\w*|"
        r"\brente\b|\bzulagen?\b"
    ),
    re.I,
)
_PAY_BESIDE = re.compile(
    spelt(
        r"\bp\.?\s?a\b\.?|\b(?:im|pro|je|per|jeden|a|an) (?:monat|jahr|stunde|std|tag|month|year|"
        r"hour|day|"
        r"annum)\b|\bmonatlich\b|\bjährlich\b|/\s?(?:std\.?|stunde|h|hour|monat|month|jahr|year|"
        r"tag|"
        r"day)\b|\bmtl\b|\bkrieg\w*|\bbekomm\w*|\berh(?:a|ie)lte?n?\b|\bfix(?:um)?\b|\bbonus\b|"
        r"\bprovision\b|\bzuletzt\b|"
        r"\bderzeit\b|\baktuell\b|\bjetzt\b|\bwunsch\b|\bgewünscht\b|\bgross\b|\bmindestens\b|"
        r"\bca\b|\bvorstellung\w*|\berwart\w*|\bexpect\w*|\bcurrent\w*|\bdesired\b|\bvb\b|"
        r"\bvariabel\b|"
        r"\btarif\b|\bpreviously\b|\blast\b|\bvorher\b|\bbisher\b|\bpackage\b|"
        r"\bbase (?:was|is|pay)\b|\b(?:my|current|old|last|annual|plus|on|a) base\b"
        r"(?! of (?:[^£$€\d]|\S+\s(?:customer|user|client|member|subscriber|contact|patient)))|"
        r"(?:\bi\s(?:am|was|make|get|got)|\bi['’]m)\b(?:\s\w+)?\son\b(?=\s[£$€]?\s?\d)|"
        r"\bi\s(?:currently\s)?(?:make|take home)\b|"
        r"\b(?:liege|lag|stand|stehe|lande)\s(?:ich\s)?(?:\w+\s){0,2}bei\b"
    ),
    re.I,
)
_ABOUT_WORK = re.compile(
    spelt(
        r"budget|umsatz|umsätze|etat|volumen|kosten|einspar|erlös|aufträge|auftragswert|"
        r"investition|turnover|revenue|saving|costs|verantwort|verwalte|kunden|kassen|spende|"
        r"förder|finanz|preis|prämie|im wert|bilanz|rechnungen|portfolio|abschlüsse|mandant|"
        r"deckungsbeitrag|gewinn|profit|deals?\b|kredit|darlehen|schaden|bußgeld|streitwert|"
        r"beschäftigte|employees|payroll|\w+abrechnung\w*|erstattung"
    ),
    re.I,
)
_WITH_OTHERS = re.compile(
    r"mitarbeite(?:r|nde)\w*|clients?\b|customers?|projekt|klient|mandant", re.I
)
_SMALL_WORDS = re.compile(
    r"\b(?:und|and|plus|bei|stunden?|std|h|on|at|wochenstunden|woche|week|hours|vom|von|bis|to|or|"
    r"oder|"
    r"jahr|monat|der|die|das|in|nur|nach|tarif|auf|vb|brutto|netto)\b|[\W\d_]+",
    re.I,
)
_WANTED = re.compile(
    spelt(
        r"\b(?:wechs[el]+\w* ich|ich (?:möchte|will|wünsche|fordere|erwarte|hätte gern\w*|"
        r"stelle mir)|"
        r"i['’]d like|i would like|i expect|i want)\b"
    ),
    re.I,
)
_SELF = re.compile(r"\b(?:ich|mich|mir|mein\w*|I|my|me)\b", re.I)
_GROUP = re.compile(
    spelt(
        r"(?:\b(?:eingruppiert|eingestuft|vergütet|bezahlt|besoldet)\s(?:in|nach|mit)\s)"
        r"?(?:\b(?:tvöd|tv-?l|tvl|bat|avr|tv-?h|tvv|tarif)\b[\s,:/-]*(?:\w+\s)?)?"
        r"(?:\b(?:besoldungs|entgelt|vergütungs|tarif|lohn|gehalts)gruppe\b|\bbes\.?-?gr\.?|\beg\b|"
        r"\b(?:tvöd|tv-?l|tvl|bat|avr)\b[\s,:/-]*(?:\w+\s)?(?=[esap]g?\s?\d)|"
        r"\b(?:zuletzt|derzeit|aktuell|besoldet|besoldung|nach)\b[\s:]*(?=[abrw]\s?\d{1,2}\b)|"
        r"\b(?:hatte|habe|bekam|bekomme|erhielt|erhalte|verdiene|verdiente)\s(?:ich\s)?(?:\w+\s)?"
        r"(?=(?:a\s?(?:[5-9]|1[0-6])|e\s?\d{1,2})\b)|"
        r"\b(?:in|mit|nach)\s(?=[ae]g?\s?\d{1,2}\w?\s(?:eingruppiert|eingestuft|besoldet|vergütet)))"
        r"[\s:]*(?:nach\s)?[esabpsrw]{0,2}\.?\s?\d{1,2}\s?[abcüo]?\b(?:\s?[,/(]?\s?(?:stufe|st\.)"
        r"\s?\d\)?)?"
    ),
    re.I,
)
_WITH_STEP = re.compile(r"\b[EAS]G?\s?\d{1,2}\w?,?\s(?:Stufe|St\.)\s?\d\b")
_ALONE_GROUP = re.compile(r"\W*(?:A\s?(?:[5-9]|1[0-6])|E\s?(?:[1-9]|1[0-5])\s?[abcü]?|B\s?\d)\W*")
_ROW = re.compile(r"\W*(?:seit\s|ab\s|since\s)?(?:\d\d?[./])?(?:19|20)\d\d\b(?!\s*(?:€|eur))", re.I)
_GOES_ON = re.compile(
    r"\b(?:arbeite(?:te)?|leite(?:te)?|gelernt|gearbeitet|tätig|work(?:ed|ing)?|led|managed?)\b",
    re.I,
)
"""What tells that a sentence of pay is one of work too."""
_SHORT: Final = 7
_FEW: Final = 3
_HARD = re.compile(
    r"\t|\s*[|•·;]\s*|(?<!\bp\.)(?<!\bca\.)(?<!\bmtl\.)(?<!\bmind\.)(?<!\bzzgl\.)(?<!\binkl\.)"
    r"(?<!\bStd\.)(?<!\bTsd\.)(?<!\bEst\.)(?<![\s.]\w\.)(?<=[.!?])\s+(?=[^\s\d(])"
)
_SOFT = re.compile(r",\s+|\s+[–—-]\s+|\s+(?:und|and|aber|but|bei|with)\s+|(?=\()|(?<=\))\s*")


def without_pay(text: str) -> tuple[str, int]:
    """``text`` without statements of pay, and how many there were."""
    if not re.search(r"\d", text):
        return text, 0
    parts = _apart(text, _HARD)
    taken = 0
    for index in range(0, len(parts), 2):
        part = parts[index]
        if _is_pay(part) and not (_is_work(part) or _ROW.match(part)):
            rest = _parts_of(part)[0]
            parts[index] = rest if _GOES_ON.search(rest) and not _MONEY.search(rest) else ""
            taken += 1
        elif _is_pay(part):
            parts[index], count = _parts_of(part)
            taken += count
        if (
            parts[index]
            and (bare := _GROUP.sub("", _WITH_STEP.sub("", parts[index]))) != parts[index]
        ):
            parts[index] = "" if len(bare.split()) <= 2 else _tidy(bare)
            taken += 1
    return (text, 0) if not taken else (_together(parts), taken)


def is_pay_group(part: str) -> bool:
    """Whether ``part`` is the name of a pay group alone ("A13")."""
    return bool(_ALONE_GROUP.fullmatch(part))


def _is_pay(part: str) -> bool:
    if _MILLIONS.search(part):
        return False
    has_money = bool(_MONEY.search(part))
    if has_money and _PAY.search(part):
        return True
    is_short = len(part.split()) <= _SHORT
    if has_money and _PAY_BESIDE.search(part):
        bare = _SMALL_WORDS.sub(" ", _PAY_BESIDE.sub(" ", _MONEY.sub(" ", part)))
        return not bare.strip() or bool(_SELF.search(part))
    if has_money and _WANTED.search(part) and not _WITH_OTHERS.search(part):
        return len(_WANTED.sub("", _MONEY.sub("", part)).split()) <= _FEW
    if is_short and _SUM.search(part) and not _PAY.search(part) and _PAY_BESIDE.search(part):
        return not _SMALL_WORDS.sub(" ", _PAY_BESIDE.sub(" ", _SUM.sub(" ", part))).strip()
    return bool(is_short and _SUM.search(part) and _PAY.search(part))


def _is_work(part: str) -> bool:
    """Whether its sums are those of work: budgets, or what others are paid."""
    return bool(_ABOUT_WORK.search(part) or (_WITH_OTHERS.search(part) and not _SELF.search(part)))


def _parts_of(part: str) -> tuple[str, int]:
    """What is left of a sentence of work and pay: the parts that tell of no pay."""
    pieces = _apart(part, _SOFT)
    gone = [
        index
        for index in range(0, len(pieces), 2)
        if _is_pay(pieces[index]) and not _is_work(pieces[index])
    ]
    for index in gone:
        pieces[index] = ""
    return (_together(pieces), len(gone)) if gone else (part, 0)


def _apart(text: str, pattern: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    position = 0
    for match in pattern.finditer(text):
        parts += [text[position : match.start()], match.group()]
        position = match.end()
    return [*parts, text[position:]]


def _together(parts: list[str]) -> str:
    """Parts and separators in turn, joined without those of parts that are gone."""
    joined = ""
    for index in range(0, len(parts), 2):
        if not parts[index].strip():
            continue
        joined += (parts[index - 1] if joined and index else "") + parts[index]
    return _tidy(joined)


def _tidy(text: str) -> str:
    return re.sub(r"\(\s*\)", "", re.sub(r" {2,}", " ", text)).strip(" ,|·•;")
