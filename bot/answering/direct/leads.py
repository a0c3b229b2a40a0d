"""Whether a yes or no may stand before the sentence that carries it.

By its words alone a sentence seldom says yes to a question. Where it might as well say something
else, or the contrary, it stands by itself: a reader sees what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked import IN_PARTS, AskedWord
from bot.answering.context import Context
from bot.answering.direct.pointed import nouns_in, particular, terms_of
from bot.answering.direct.polarity import Asking, own_clause
from bot.answering.evidence import Evidence
from bot.german import fold, stem

_WITHOUT = re.compile(r"\b(?:ohne|without)\b")
_HAS = re.compile(
    r"^(?:und |also |kurz )?(?:hat|haben|gibt|gibts|bekomm\w*|erhalt\w*|krieg\w*|has|have|"
    r"ist .*\b(?:zustandig|verantwortlich)\b|(?:is|are) there|do(?:es)? .*\b(?:have|get|receive))\b"
)
_DEMANDS = re.compile(
    r"\b(?:muss|mussen|brauch\w*|benotig\w*|voraus(?:gesetzt|setzung\w*)|\w*anforderung\w*|"
    r"sollten?|wichtig|essenziell|verlang\w*|gefordert|erforder\w*|notwendig|notig|zwingend|"
    r"gefragt|unerlasslich|gehort \w* ?\w* ?\w* ?zu den|ein muss|pflicht)\b"
)
_IF = re.compile(r"^(?:\w+ )?(?:wenn|falls|sofern|ob)\b|\b(?:wenn|falls|sofern|ob)\b")
_CONTRARY = {"not_compulsory": "yes", "not_always": "yes", "yes": "no"}


def asks_without(context: Context) -> bool:
    """Whether a question asks if it can be done without something."""
    return bool(_WITHOUT.search(fold(context.question.standalone)))


def lead_without(lead: str, carrier: Evidence) -> str:
    """The lead of "Geht es ohne …?" by what a sentence says to whether it is needed."""
    if lead == "yes" and not _DEMANDS.search(fold(carrier.quote)):
        return "unclear"
    return _CONTRARY.get(lead, "unclear")


def is_safe(context: Context, kind: Asking, lead: str, carrier: Evidence) -> bool:
    """Whether the lead can't say anything else than the sentence does.

    What is needed, a sentence must demand or disclaim; for a plain fact or a possibility it must
    say every word that is asked about, one of them a noun, and under no condition.
    """
    folded = fold(carrier.quote)
    if kind == "need":
        told = lead in ("not_compulsory", "not_always", "mixed") or _DEMANDS.search(folded)
        return bool(told) or carrier.section_topics[:1] == ("qualifications",)
    if lead == "not_freely":
        return True
    about = particular(context)
    own = terms_of(carrier, about)
    if lead == "mixed" or any(word.said_in(own) < IN_PARTS for word in about):
        return False
    if not _has_noun(context, about, carrier) or _IF.search(own_clause(folded, about)):
        return False
    has = _HAS.match(fold(context.question.standalone))
    return kind != "fact" or len(about) > 1 or bool(has)


def _has_noun(context: Context, about: Sequence[AskedWord], carrier: Evidence) -> bool:
    """Whether a noun is asked about; one in small letters or in English, the sentence tells."""
    if nouns_in(about, context.question):
        return True
    written = {stem(fold(w)) for w in re.findall(r"\w+", carrier.quote)[1:] if w[0].isupper()}
    return any(not word.ways.isdisjoint(written) for word in about)
