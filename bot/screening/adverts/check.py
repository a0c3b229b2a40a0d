"""The check of a job advert: sentences to findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.domain import Sentence
from bot.errors import UnreadableError
from bot.matching.profile import Place
from bot.passages.sentences import split_sentences
from bot.screening.adverts.finding import AdvertFinding
from bot.screening.adverts.pay import pay_instead, tells_pay
from bot.screening.adverts.texts import TEXTS
from bot.screening.adverts.titles import OPEN_TO_ALL, headline_for_one_sex
from bot.screening.adverts.wordings import WORDINGS

MAX_CHARACTERS = 100_000

# A sentence that says who is welcome, or what need not be told, asks for nothing.
_FOR_ALL = re.compile(
    r"\b(?:unabhängig von|ungeachtet|egal,? (?:welche|wie|ob|woher)|gleich welche\w*|jeden alters|"
    r"regardless of|irrespective of|diskriminier\w*|discriminat\w*|bei gleicher eignung|"
    r"(?:müssen|brauchen|sollen) sie (?:uns )?nicht|nicht (?:nötig|erforderlich|notwendig)|"
    r"(?:is|are) not (?:required|necessary)|equal opportunit\w+|chancengleichheit)\b",
    re.IGNORECASE,
)


def check_advert(text: str) -> list[AdvertFinding]:
    """Wordings of a job advert to look at again, in reading order; what is missing comes last.

    Args:
        text: the advert as plain text, German or English.

    Raises:
        UnreadableError: it is empty or longer than ``MAX_CHARACTERS``.
    """
    if not text.strip():
        raise UnreadableError("Die Stellenanzeige ist leer.")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError("Der Text ist zu lang für eine Stellenanzeige.")
    sentences = split_sentences(text)
    return [
        *_headline(text, sentences),
        *_wordings(text, sentences),
        *_pay(text, sentences),
    ]


def check_wording(text: str) -> list[AdvertFinding]:
    """As ``check_advert`` for a part of an advert: nothing is called missing."""
    return _wordings(text, split_sentences(text))


def _headline(text: str, sentences: Sequence[Sentence]) -> list[AdvertFinding]:
    """A title for one sex as an advert's first line."""
    if OPEN_TO_ALL.search(text):
        return []
    first = sentences[0]
    said = text[first.start : first.end]
    return [
        _finding("sex_title", text, first.start + start, first.start + end)
        for start, end in headline_for_one_sex(said)
    ]


def _wordings(text: str, sentences: Iterable[Sentence]) -> list[AdvertFinding]:
    is_open = bool(OPEN_TO_ALL.search(text))
    found: list[AdvertFinding] = []
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if _FOR_ALL.search(said):
            continue
        places: list[tuple[int, int, str]] = []
        for rule in WORDINGS:
            if rule.name == "sex_title" and is_open:
                continue
            for start, end in sorted(rule.found(said)):
                # One finding of a kind in a sentence: its reason would only be said twice.
                if all((end <= s or e <= start) and rule.name != n for s, e, n in places):
                    places.append((start, end, rule.name))
        found += [
            _finding(rule, text, sentence.start + start, sentence.start + end)
            for start, end, rule in sorted(places)
        ]
    return found


def _pay(text: str, sentences: Sequence[Sentence]) -> list[AdvertFinding]:
    if tells_pay(text, sentences):
        return []
    said = pay_instead(text, sentences)
    if said is None:
        return [_finding("pay_missing", text, None, None)]
    rule, start, end = said
    return [_finding(rule, text, start, end)]


def _finding(rule: str, text: str, start: int | None, end: int | None) -> AdvertFinding:
    told = TEXTS[rule]
    if start is None or end is None:
        span, quote = None, None
    else:
        while end > start and text[end - 1].isspace():
            end -= 1
        span, quote = Place(start, end), text[start:end]
    return AdvertFinding(span, quote, rule, told.law, told.certainty, told.reason, told.suggestion)
