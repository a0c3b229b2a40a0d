"""A model's answer under a total deadline, whatever its server does.

A client's own timeout limits the wait for the next bytes alone: a server that drips one word a
second outlives it. So the model is read in a thread of its own, and the reader's clock decides.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answering.trace import check_stopped

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

Messages = Sequence[tuple[str, str]]

MAX_CHARACTERS = 6_000
"""A longer answer is no answer to one question: the model has lost its way."""

MAX_CALLS = 8
"""Calls at once. Threads that hang in a dead connection must not pile up."""

LOOK_SECONDS = 0.2
"""How often a waiting reader looks whether anybody still wants the answer."""

_END_KEYS = ("finish_reason", "stop_reason", "done_reason")
_CUT_SHORT = frozenset({"length", "max_tokens"})
_SAYS_WHY_IT_ENDS = ("openai", "azure-openai", "ollama", "anthropic")


class ModelFailure(Exception):
    """The model gave no whole answer; says why in English, without a word of the question."""


class BoundedModel:
    """A chat model with limits on time, length and calls at once. Safe between threads.

    Args:
        model: any LangChain chat model.
        seconds: for the whole answer, from the call to the last word.
        calls: how many may run at once.
    """

    def __init__(self, model: BaseChatModel, seconds: float, calls: int = MAX_CALLS) -> None:
        self._model = model
        self._seconds = seconds
        self._free = threading.BoundedSemaphore(calls)

    def write(self, messages: Messages) -> str:
        """The whole text of the model's answer.

        Args:
            messages: pairs of a role ("system", "human", "ai") and its text.

        Raises:
            ModelFailure: there is none, or not all of it in time.
            Stopped: nobody waits for it any more.
        """
        deadline = time.monotonic() + self._seconds
        if not self._free.acquire(blocking=False):
            raise ModelFailure("too many calls at once")
        pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
        given_up = threading.Event()
        threading.Thread(
            target=self._read, args=(messages, pieces, given_up), name="model", daemon=True
        ).start()
        try:
            return self._collect(pieces, deadline)
        finally:
            given_up.set()

    def _collect(self, pieces: queue.SimpleQueue[str | Exception | None], deadline: float) -> str:
        text = ""
        while True:
            check_stopped()
            left = deadline - time.monotonic()
            try:
                piece = (
                    pieces.get(timeout=min(left, LOOK_SECONDS)) if left > 0 else pieces.get_nowait()
                )
            except queue.Empty:
                if left > 0:
                    continue
                raise ModelFailure(f"no whole answer within {self._seconds:g} s") from None
            if left <= 0 and piece is not None:
                raise ModelFailure(f"no whole answer within {self._seconds:g} s")
            if piece is None:
                return text
            if isinstance(piece, ModelFailure):
                raise piece
            if isinstance(piece, Exception):
                # Providers repeat the request in their messages: only the kind is safe to log.
                status = getattr(piece, "status_code", None)
                kind = type(piece).__name__ + (f" {status}" if status else "")
                raise ModelFailure(kind) from piece
            text += piece
            if len(text) > MAX_CHARACTERS:
                raise ModelFailure(f"more than {MAX_CHARACTERS} characters")

    def _read(
        self,
        messages: Messages,
        pieces: queue.SimpleQueue[str | Exception | None],
        given_up: threading.Event,
    ) -> None:
        """Hands over the stream piece by piece, then None, or the error that ended it."""
        ending: str | None = None
        try:
            stream = self._model.stream(list(messages))
            with contextlib.closing(stream):  # type: ignore[type-var]  # always a generator
                for chunk in stream:
                    if given_up.is_set():
                        return
                    ending = _ending(chunk) or ending
                    pieces.put(str(chunk.text))
            if ending in _CUT_SHORT:
                raise ModelFailure(f"cut off: {ending}")
            if ending is None and self._model._llm_type.startswith(_SAYS_WHY_IT_ENDS):
                raise ModelFailure("the stream ended without an end")
            pieces.put(None)
        except Exception as error:  # whatever a provider raises ends in the default answer
            pieces.put(error)
        finally:
            self._free.release()


def _ending(chunk: AIMessageChunk) -> str | None:
    """Why the stream ends, where this chunk says so."""
    return next(
        (str(reason) for key in _END_KEYS if (reason := chunk.response_metadata.get(key))), None
    )
