"""Follow-ups: what somebody types after a question becomes a question that stands alone.

History is untrusted: only what the visitor asked is read, never what an answer said, and a
question that carries an instruction is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.names import role_names
from bot.dialogue.question import clean
from bot.dialogue.requests import request_of
from bot.dialogue.turn import FollowUp
from bot.domain import Message
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase

MAX_HISTORY_MESSAGES = 20
MAX_EARLIER_CHARACTERS = 300

_COURTESY = re.compile(
    r"(?:(?:(?:vielen |herzlichen |lieben )?dank\w*(?: dir| ihnen| euch| schon| sehr| fur \w+ \w+)?"
    r"|merci|thx|thanks?(?: you)?(?: very much| a lot| so much)?|hallo|hi|hey|hello|moin|servus|"
    r"gruss gott|guten (?:tag|morgen|abend)|good (?:morning|evening|afternoon)|tschuss|bye|ciao|"
    r"auf wiedersehen|ok(?:ay)?|alles klar|super|prima|toll|cool|gut|aha|verstehe|ja|nein|yes|no|"
    r"great|nice|perfekt|perfect|top|das (?:hilft|war hilfreich))(?: |$))+"
)


def stand_alone(text: str, history: Sequence[Message], catalogue: RoleCatalogue) -> str:
    """``text`` as a question that needs no history; itself where it needs none or finds none.

    Args:
        text: one line, as ``clean`` gives it.
        history: earlier messages, oldest first.
        catalogue: the roles that the corpus covers.
    """
    earlier = [
        _shortened(asked)
        for message in list(history)[-MAX_HISTORY_MESSAGES:]
        if message.role == "user"
        and (asked := clean(message.content))
        and request_of(asked) not in ("instruction", "insult")
        and not _is_courtesy(asked)
    ]
    if not text or not earlier or request_of(text) in ("instruction", "insult"):
        return text
    context: list[str] = []
    for asked in earlier:
        context.append(_resolved(asked, context, catalogue))
    return _resolved(text, context, catalogue)


def _shortened(asked: str) -> str:
    """Of an absurdly long message its last question, cut."""
    if len(asked) <= MAX_EARLIER_CHARACTERS:
        return asked
    questions = re.findall(r"[^.?!]+\?", asked)
    last = (questions[-1] if questions else asked).strip()
    return last[:MAX_EARLIER_CHARACTERS].rsplit(" ", 1)[0]


def _is_courtesy(text: str) -> bool:
    return bool(_COURTESY.fullmatch(folded_phrase(text)))


def _resolved(text: str, context: Sequence[str], catalogue: RoleCatalogue) -> str:
    if not context or _is_courtesy(text):
        return text
    previous = next((c for c in reversed(context) if role_names(c, catalogue)), context[-1])
    return FollowUp(text, previous, context, catalogue).resolved()
