"""One turn of the conversation: a question in, pieces of a rendered answer out.

Each piece is the whole turn so far, as plain JSON types; the page adds what is new to what it
shows already. The quotes travel with the answer, because opening one must be immediate and
must still work after the index has moved on. The server keeps nothing between turns.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from bot.dialogue.language import language_of
from bot.domain import Answer, Message, Source
from bot.errors import LotseError
from bot.web.career_diagram import career_diagram
from bot.web.career_texts import CAREER_TEXTS
from bot.web.markup import Block, blocks, escape, plain
from bot.web.quote import about, panel
from bot.web.salary_table import with_pay
from bot.web.service import Service
from bot.web.texts import MAX_QUESTION_CHARACTERS, Texts, counted

MAX_HISTORY_MESSAGES = 20
MAX_HISTORY_CHARACTERS = 8000
STREAM_SECONDS = 0.3
"""The longest that a finished answer is held back so that the eye can follow it."""

Kind = Literal["pending", "answered", "declined", "error"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the page knows of a turn.

    Attributes:
        question: as typed; the page inserts it as text.
        blocks: the answer so far; only ever grows while the turn lives.
        label: names the answer for those who don't see its look.
        language: of the answer's own words.
        quotes: number to the panel's HTML.
        plain: what the copy button gives and what the next question takes along as history.
        done: nothing follows.
    """

    id: str
    question: str
    kind: Kind = "pending"
    label: str = ""
    language: str = "de"
    blocks: tuple[Block, ...] = ()
    quotes: dict[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    plain: str = ""
    copy: str = ""
    done: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


def converse(
    service: Service, question: str, history: Sequence[Message], texts: Texts
) -> Iterator[Turn]:
    """Streams a turn: at once the question, then the answer line by line, then its quotes."""
    turn = Turn(id=uuid.uuid4().hex, question=question, language=texts.language)
    yield replace(turn, label=texts.searching)
    if len(question) > MAX_QUESTION_CHARACTERS:
        message = texts.too_long.format(length=len(question), limit=MAX_QUESTION_CHARACTERS)
        yield _failed(turn, texts, message)
        return
    try:
        answer = service.answer(question, history)
        sources = service.assistant.sources
    except LotseError as error:
        log.error("%s", error.log)
        yield _failed(turn, texts, error.message, *([error.hint] if error.hint else []))
        return
    yield from _streamed(turn, answer, sources, texts)


def _failed(turn: Turn, texts: Texts, *sentences: str) -> Turn:
    return replace(
        turn,
        kind="error",
        label=texts.problem,
        blocks=tuple(Block("p", escape(sentence)) for sentence in sentences),
        done=True,
    )


def _streamed(
    turn: Turn, answer: Answer, sources: Mapping[str, Source], texts: Texts
) -> Iterator[Turn]:
    made = with_pay(blocks(answer, texts), answer, sources, texts, turn.id)
    diagram = career_diagram(answer.career, CAREER_TEXTS[texts.language])
    if diagram:
        made.append(Block("figure", diagram))
    count = counted(texts.language, "quotes", len(answer.citations))
    answered = answer.status == "answered"
    turn = replace(
        turn,
        kind="answered" if answered else "declined",
        label=texts.answered.format(count=count) if answered else texts.declined,
        language=language_of(answer.standalone_question or answer.question),
    )
    pause = STREAM_SECONDS / max(len(made), 10)
    for end in range(1, len(made) + 1):
        yield replace(turn, blocks=tuple(made[:end]))
        time.sleep(pause)
    yield replace(
        turn,
        blocks=tuple(made),
        quotes={
            str(citation.number): panel(citation, sources.get(citation.source.id), texts)
            for citation in answer.citations
        },
        suggestions=answer.suggestions,
        plain=plain(answer.text),
        copy=_copied(answer, texts),
        done=True,
    )


def _copied(answer: Answer, texts: Texts) -> str:
    lines = [answer.question, "", plain(answer.text)]
    if answer.citations:
        lines.append("")
    for citation in answer.citations:
        address = f", {citation.source.url}" if citation.source.url else ""
        lines.append(f"[{citation.number}] {about(citation.source, texts)}{address}")
    return "\n".join(lines)


def read_history(sent: object) -> list[Message]:
    """The earlier messages that the page sent along: untrusted, so only what fits is taken."""
    if not isinstance(sent, list):
        return []
    messages: list[Message] = []
    for entry in sent[-MAX_HISTORY_MESSAGES:]:
        role = entry.get("role") if isinstance(entry, dict) else None
        content = entry.get("content") if isinstance(entry, dict) else None
        if isinstance(content, str) and (role == "user" or role == "assistant"):
            messages.append(Message(role, content[:MAX_HISTORY_CHARACTERS]))
    return messages
