"""A question with its history becomes one that stands alone: intent, roles, what it is after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.language import Language, language_of
from bot.domain import Intent, Message
from bot.german import focus_words, stem
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase, is_bare, topics_of

MAX_QUESTION_CHARACTERS = 2_000
MAX_HISTORY_MESSAGES = 20

_PRONOUN = re.compile(r"\b(er|sie|ihn|ihm|dieser|diese|he|she|they)\b", re.IGNORECASE)
_LEAD = re.compile(r"^\s*(?:und|also|ok(?:ay)?|aha|danke|gut|and|so)\b[\s,:]*(?=\w)", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\b(?:wie ?viele?|wie lange|wie hoch|wie gross|wie alt|ab wann|seit wann|wann|how many|"
    r"how much|how long|wieviele?|hohe|dauer)\b"
)
_ASKS_ITSELF = re.compile(
    r"^(?:w(?:as|er|ie|o|ann|arum|elche\w*|ieso|ieviel\w*|ohin|omit)|muss|kann|darf|soll|ist|hat|"
    r"gibt|braucht?|braucht|bekommt|what|how|when|where|why|which|is|does|can|must)\b"
)
_COUNTED = re.compile(r"\b(?:wie ?viele|how many) (\w+)")
_BOTH = re.compile(r"\b(?:beide\w*|both)\b")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        original: as typed, without control characters.
        standalone: understandable without the history.
        intent: the contract's intent.
        roles: ids of the roles it names, in order, without repeats.
        seniority: "junior" or "senior" where it names one level, else None.
        focus: folded content words beside roles and intent: what exactly is wanted.
        wants_figure: it asks how much, how many, how long.
        counted: the folded noun behind "wie viele", else None.
        language: of the question; answers are framed in it.
    """

    original: str
    standalone: str
    intent: Intent
    roles: tuple[str, ...]
    seniority: str | None
    focus: tuple[str, ...]
    wants_figure: bool
    counted: str | None
    language: Language


def understand(text: str, history: Sequence[Message], catalogue: RoleCatalogue) -> Question:
    """Reads a question. Never fails, whatever was typed.

    Args:
        text: the question; cut at ``MAX_QUESTION_CHARACTERS``.
        history: earlier messages, oldest first; untrusted, used only to find roles and topic.
        catalogue: the roles that the corpus covers.
    """
    original = clean(text)
    standalone = _stand_alone(original, list(history)[-MAX_HISTORY_MESSAGES:], catalogue)
    phrase = folded_phrase(standalone)
    mentions = catalogue.mentions(standalone, question=True)
    roles = tuple(dict.fromkeys(mention.role_id for mention in mentions))
    if not roles and _BOTH.search(phrase):
        roles = tuple(role.id for role in catalogue.roles)
    focus = _focus(standalone, catalogue)
    counted = _COUNTED.search(phrase)
    wants_figure = bool(_QUANTITY.search(phrase))
    levels = {mention.seniority for mention in mentions if mention.seniority}
    return Question(
        original=original,
        standalone=standalone,
        intent=_intent(standalone, len(roles), plain=not focus and not wants_figure),
        roles=roles,
        seniority=levels.pop() if len(levels) == 1 else None,
        focus=focus,
        wants_figure=wants_figure,
        counted=counted[1] if counted else None,
        language=language_of(original),
    )


def clean(text: str) -> str:
    """``text`` on one line, cut to length, without control characters and lone surrogates."""
    visible = "".join(
        " " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c
        for c in text[:MAX_QUESTION_CHARACTERS]
    )
    return re.sub(r"\s+", " ", visible).strip()


def _intent(text: str, roles_named: int, *, plain: bool) -> Intent:
    topics = topics_of(text)
    if topics:
        return topics[0]
    if not plain or not roles_named:
        return "other"
    return "comparison" if roles_named > 1 else "duties"


def _focus(text: str, catalogue: RoleCatalogue) -> tuple[str, ...]:
    names = catalogue.name_stems()
    short = {s.lower() for role in catalogue.roles for s in role.abbreviations}
    return tuple(
        dict.fromkeys(
            word
            for word in focus_words(text)
            if stem(word) not in names and word not in short and not is_bare(word)
        )
    )


def _stand_alone(text: str, history: Sequence[Message], catalogue: RoleCatalogue) -> str:
    asked = [clean(m.content) for m in history if m.role == "user"]
    if not asked or not text:
        return text
    bare = _LEAD.sub("", text)
    named = catalogue.mentions(bare, question=True)
    has_topic = bool(topics_of(bare))
    if named and (has_topic or len(focus_words(bare)) > 4):
        return text
    earlier = next(
        (m for q in reversed(asked) for m in catalogue.mentions(q, question=True)[-1:]), None
    )
    if named:
        label = catalogue.get(named[-1].role_id).preferred_label
        return _swap_role(asked[-1], label, catalogue) or text
    if earlier is None:
        return text
    label = catalogue.get(earlier.role_id).preferred_label
    if has_topic or _ASKS_ITSELF.search(folded_phrase(bare)):
        return _with_role(bare, label)
    return f"{asked[-1].rstrip('?!. ')} {bare}"


def _with_role(text: str, label: str) -> str:
    """Puts the role where a pronoun stands, or behind the question."""
    # "sie" may also be the polite form: only a lower-case one is a pronoun for the role.
    match = next((m for m in _PRONOUN.finditer(text) if m.group() == m.group().lower()), None)
    if match:
        changed = f"{text[: match.start()]}ein {label}{text[match.end() :]}"
    else:
        changed = f"{text.rstrip('?!. ')} als {label}?"
    return changed[:1].upper() + changed[1:]


def _swap_role(question: str, label: str, catalogue: RoleCatalogue) -> str | None:
    """The earlier question asked of another role; None where it named none."""
    for role in sorted(catalogue.roles, key=lambda r: -len(r.preferred_label)):
        pattern = re.compile(re.escape(role.preferred_label), re.IGNORECASE)
        if pattern.search(question):
            return pattern.sub(label, question)
        for short in role.abbreviations:
            if re.search(rf"\b{short}\b", question):
                return re.sub(rf"\b{short}\b", label, question)
    return None
