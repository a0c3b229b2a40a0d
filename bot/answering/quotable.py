"""Sentences that must never serve as evidence: orders to whoever, or whatever, reads a source."""

from __future__ import annotations

import functools
import re

from bot.german import fold

_MACHINE = (
    r"(?:chat ?-?bots?|ki|ai|a\.i\.|llms?|sprachmodelle?[ns]?|language models?|assistent(?:en)?|"
    r"assistants?|kunstliche[rn]? intelligenz|bots?)"
)
_ORDERS = re.compile(
    r"\b(?:ignorier\w*|ignore|missachte\w*|disregard|vergiss|vergesst|vergessen sie|forget)\b"
    r".{0,40}\b(?:anweisung\w*|instruktion\w*|regeln?|vorgaben?|quellen?|instructions?|rules?|"
    r"prompts?|sources?)\b"
    r"|\bsystem ?-?prompts?\b"
    rf"|\b(?:hinweis|anweisung|nachricht|note|message|instructions?)\b.{{0,20}}\b(?:an|fur|for|to)\b"
    rf".{{0,20}}\b{_MACHINE}\b"
    rf"|^(?:an|liebe[rs]?|achtung|dear|attention)\b.{{0,25}}\b{_MACHINE}\b"
    rf"|\b(?:wenn|falls|if)\b.{{0,12}}\b(?:du|sie|you)\b.{{0,30}}\b{_MACHINE}\b"
    r"|\b(?:du bist|you are)\b.{0,20}\b(?:jetzt|nun|now|ab sofort)\b"
    rf"|\b(?:du bist|sie sind|you are)\b.{{0,20}}\b{_MACHINE}\b"
    r"|\b(?:antworte|antworten sie|answer|reply|respond|sage|sag|say)\b.{0,40}"
    r"\b(?:nutzer\w*|users?|benutzer\w*|immer nur|nur noch|only with)\b"
    rf"|\b(?:assistenten|assistants?|{_MACHINE})\b.{{0,30}}\b(?:mussen|soll|sollen|must|should|"
    r"shall)\b.{0,60}\b(?:antwort\w*|behaupt\w*|sagen|nennen|ausgeben|answer\w*|say|state|reply)\b"
)


@functools.lru_cache(maxsize=20_000)
def orders_a_machine(sentence: str) -> bool:
    """Whether a sentence is meant for a program that reads it, not for people.

    It speaks to a chatbot or a model, or bids it leave its rules; what it claims besides isn't
    what an article says about a role.
    """
    return bool(_ORDERS.search(fold(sentence)))
