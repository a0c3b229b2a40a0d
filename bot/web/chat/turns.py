"""One turn of the conversation: a question in, pieces of a rendered answer out.

Each piece is the whole turn so far, as plain JSON types; the page adds what is new to what it
shows already. The quotes travel with the answer, because opening one must be immediate and
must still work after the index has moved on. The server keeps nothing between turns, and of those
under way only what can stop them.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
import uuid
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from fastapi.concurrency import run_in_threadpool

from bot.answering.trace import Stopped, Trace
from bot.domain import Answer, Message, Source
from bot.errors import LotseError
from bot.web.edge.language import Said, language_of_answer
from bot.web.edge.problem_texts import UNEXPECTED
from bot.web.edge.problems import sentence_of
from bot.web.parts.markup import Block, blocks, escape, plain
from bot.web.parts.quote import about, panel
from bot.web.parts.salary_table import with_pay
from bot.web.parts.texts import MAX_QUESTION_CHARACTERS, Texts, counted
from bot.web.rooms.career_diagram import career_diagram
from bot.web.rooms.career_texts import CAREER_TEXTS
from bot.web.service import Service

MAX_HISTORY_MESSAGES = 20
MAX_HISTORY_CHARACTERS = 8000
STREAM_SECONDS = 0.3
"""The longest that a finished answer is held back so that the eye can follow it."""

LOOK_SECONDS = 1.0
"""How often is looked what an answer under way is at."""

Kind = Literal["pending", "answered", "declined", "error", "stopped"]

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
        answer: the contract's answer object; None until there is one.
        seal: by which the server knows that object again.
        index_version: that the answer was made from.
        retry: whether asking the same again may help.
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
    answer: dict[str, Any] | None = None
    seal: str = ""
    index_version: int | None = None
    retry: bool = False
    done: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


class Running:
    """The turns under way in this process, by their ids, which nobody but their page knows."""

    def __init__(self) -> None:
        self._traces: dict[str, Trace] = {}

    def __len__(self) -> int:
        return len(self._traces)

    def add(self, turn: str, trace: Trace) -> None:
        """Notes a turn that ``stop`` may end."""
        self._traces[turn] = trace

    def remove(self, turn: str) -> None:
        """Ends what is still under way of it, and forgets it."""
        self._traces.pop(turn).stop.set()

    def stop(self, turn: object) -> None:
        """Ends a turn, where there is one of that id."""
        trace = self._traces.get(turn) if isinstance(turn, str) else None
        if trace is not None:
            trace.stop.set()


async def converse(
    service: Service,
    question: str,
    history: Sequence[Message],
    texts: Texts,
    running: Running | None = None,
) -> AsyncGenerator[Turn, None]:
    """Streams a turn: at once the question, then what is done, then the answer and its quotes.

    Whoever closes the generator, because nobody reads on, ends the answer; a model's too.

    Args:
        service: what answers.
        question: as typed.
        history: earlier messages, oldest first.
        texts: the labels.
        running: where the turn can be found while it is under way, to be stopped by its id.
    """
    turn = Turn(id=uuid.uuid4().hex, question=question, language=texts.language)
    yield replace(turn, label=texts.searching)
    if len(question) > MAX_QUESTION_CHARACTERS:
        message = texts.too_long.format(length=len(question), limit=MAX_QUESTION_CHARACTERS)
        yield _failed(turn, texts, message)
        return
    trace = Trace()
    running = Running() if running is None else running
    running.add(turn.id, trace)
    pending = asyncio.create_task(
        run_in_threadpool(_answered, service, turn, history, trace, texts)
    )
    try:
        while not (await asyncio.wait({pending}, timeout=LOOK_SECONDS))[0]:
            # Also where nothing is new: by this the server notices that nobody reads on.
            yield replace(turn, label=texts.wording if trace.at == "model" else texts.searching)
        for piece in pending.result():
            yield piece
            if not piece.done:
                await asyncio.sleep(STREAM_SECONDS / max(len(piece.blocks), 10))
    except Stopped:
        yield replace(turn, kind="stopped", label=texts.stopped, done=True)
    except LotseError as error:
        log.error("%s", error.log)
        yield replace(_failed(turn, texts, _told(sentence_of(error), texts)), retry=True)
    except Exception as error:  # else the page would wait for an answer that never comes
        # Its message may hold words of a visitor: kind and place must do.
        place = traceback.extract_tb(error.__traceback__)[-1]
        log.error("unexpected %s in %s:%d", type(error).__name__, place.name, place.lineno)
        yield replace(_failed(turn, texts, _told(UNEXPECTED, texts)), retry=True)
    finally:
        running.remove(turn.id)
        pending.cancel()


def _answered(
    service: Service, turn: Turn, history: Sequence[Message], trace: Trace, texts: Texts
) -> list[Turn]:
    """Runs in a worker thread: all further pieces of a turn."""
    answer = service.answer(turn.question, history, trace)
    turn = replace(
        turn, index_version=service.index.view().version, seal=service.seals.seal(answer)
    )
    return list(_pieces(turn, answer, service.assistant.sources, texts))


def _told(said: Said, texts: Texts) -> str:
    return said.en if texts.language == "en" else said.de


def _failed(turn: Turn, texts: Texts, sentence: str) -> Turn:
    return replace(
        turn,
        kind="error",
        label=texts.problem,
        blocks=(Block("p", escape(sentence)),),
        done=True,
    )


def _pieces(
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
        language=language_of_answer(answer),
    )
    for end in range(1, len(made) + 1):
        yield replace(turn, blocks=tuple(made[:end]))
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
        answer=answer.to_json(),
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
