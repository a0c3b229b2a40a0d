"""Claims that a question makes: "Warum verdienen A mehr als B?" says that they do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.kinds import LEAD, asks_to_confirm
from bot.dialogue.names import RoleName
from bot.dialogue.question import Claim, Kind, Premise
from bot.domain import Intent
from bot.german import focus_words
from bot.knowledge.topics import folded_phrase

_GRANTED = re.compile(
    r"^(?:da|weil|wenn|obwohl|nachdem|given that|since|if|although)\b.*\b(?:ja|doch|sowieso|"
    r"zwingend|immer|ohnehin|always|already|anyway|obviously)\b|\bbekanntlich\b|"
    r"^(?:da|obwohl|given that|although) (?:man|ein\w*|account|key|ich|you|an?)\b"
)
_PAY = re.compile(
    r"\b(?:verdien\w*|gehalt\w*|bezahl\w*|vergut\w*|lohn\w*|geld|bonus\w*|boni|provision\w*|"
    r"earn\w*|paid|pay|salary|bekommen|bekommt|kriegen|kriegt|einkommen)\b"
)
_COMPARATIVE = (
    r"(?:mehr|weniger|\w+er(?:e[nrs]?)?|besser\w*|schlechter\w*|more|less|fewer|better|worse|"
    r"higher|lower|longer|shorter|bigger|smaller)"
)
_MORE = re.compile(rf"\b(?P<degree>{_COMPARATIVE})\b(?=.*\b(?:als|than)\b)")
_LESS = re.compile(
    r"^(?:weniger|schlechter\w*|niedriger\w*|geringer\w*|kurzer\w*|kleiner\w*|seltener|less|fewer|"
    r"worse|lower|shorter|smaller)"
)
_EQUAL = re.compile(
    r"\b(?:dasselbe|das gleiche|das selbe|identisch|gleich viel|genauso viel|ebenso viel|"
    r"kein\w* unterschied|gleichbedeutend|the same|identical|no difference|equally|as much as)\b"
)
_NOT_NEEDED = re.compile(
    r"\b(?:kein\w*|nicht|ohne|not|no|without)\b.*\b(?:brauch\w*|benotig\w*|notig|notwendig|"
    r"erforderlich|pflicht|muss|mussen|voraussetzung|need\w*|require\w*|necessary)\b|"
    r"\b(?:brauch\w*|benotig\w*|muss|mussen|need\w*|require\w*)\b.*\b(?:kein\w*|nicht|no|not)\b"
)
_NEEDED = re.compile(
    r"\b(?:brauch\w*|benotig\w*|muss|mussen|pflicht|zwingend\w*|voraussetzung\w*|vorgeschrieben|"
    r"erforderlich|notwendig|notig|verlang\w*|need\w*|require\w*|must|mandatory|has to|have to)\b"
)
_OF_THE_CLAIM_ITSELF = re.compile(
    r"stimmt|wahr|richtig|trifft|zwingend\w*|unbedingt|immer|true?|always|bekanntlich|"
    r"brauch\w*|benotig\w*|pflicht|voraussetzung|erforderlich|notwendig|notig|need\w*|requir\w*|"
    r"mehr|weniger|more|less|than|wieso|weshalb|warum|why|doch|obwohl|sowieso"
)


def premise_of(
    text: str, kind: Kind, intent: Intent, names: Sequence[RoleName], own: frozenset[str]
) -> Premise | None:
    """The claim about a known role that a question makes; None where it makes none.

    Args:
        text: the stand-alone question.
        kind: as ``Question`` has it.
        intent: as ``Question`` has it.
        names: the roles it names, with their places.
        own: stems and words of roles' names, which say nothing about the claim.
    """
    known = [name for name in names if name.role_id is not None]
    if not known or intent in ("company", "matching"):
        return None
    phrase = folded_phrase(LEAD.sub("", text))
    granted = kind == "why" or bool(_GRANTED.search(phrase))
    compares = bool(_MORE.search(phrase)) and len(known) > 1
    if not granted and not asks_to_confirm(phrase) and not (kind == "yes_no" and compares):
        return None
    subject = known[0].role_id or ""
    about = tuple(
        word
        for word in dict.fromkeys(focus_words(text))
        if word not in own and not _OF_THE_CLAIM_ITSELF.fullmatch(word)
    )
    claim: Claim
    if compares:
        other = known[1].role_id
        degree = _MORE.search(phrase)
        if degree and _LESS.match(degree["degree"]) and other:
            subject, other = other, subject
        claim = "pays_more" if _PAY.search(phrase) or intent == "salary" else "more"
        return Premise(claim, subject, other, about) if other != subject else None
    if _EQUAL.search(phrase):
        return Premise("same", subject, known[1].role_id if len(known) > 1 else None, about)
    if not about:
        return None
    if _NOT_NEEDED.search(phrase):
        claim = "not_required"
    elif _NEEDED.search(phrase):
        claim = "requires"
    else:
        claim = "states"
    return Premise(claim, subject, None, about)
