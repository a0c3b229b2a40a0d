"""An answer under way: where it is, what each stage took, and the way to end it early.

It holds no texts.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["repair", "understanding", "search", "composing", "checks", "model"]
Outcome = Literal["not_asked", "worded", "nothing_new", "rejected", "unavailable"]
"""What became of a language model's wording; "nothing_new" where all of it that holds was said."""


class Stopped(Exception):
    """Nobody waits for this answer any more; raised where the next stage would begin."""


@dataclass(slots=True)
class Trace:
    """One answer's way.

    Attributes:
        stop: set from outside, it ends the answer at the next stage, or a model's at once.
        at: the stage under way; None between two of them.
        seconds: by stage; "composing" is what the others leave of the whole.
        wording: of a language model; None where none was thought of.
    """

    seconds: dict[Stage, float] = field(default_factory=dict)
    wording: Outcome | None = None
    at: Stage | None = None
    stop: threading.Event = field(default_factory=threading.Event)


# A context variable, because stages lie deep in the way of an answer and answers run side by side.
_CURRENT: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def tracing(trace: Trace | None = None) -> Iterator[Trace]:
    """Everything until its end is one answer; ``trace`` is whose way somebody else follows."""
    trace = trace or Trace()
    token = _CURRENT.set(trace)
    started = time.perf_counter()
    try:
        yield trace
    finally:
        _CURRENT.reset(token)
        rest = time.perf_counter() - started - sum(trace.seconds.values())
        trace.seconds["composing"] = max(rest, 0.0)


@contextmanager
def stage(name: Stage) -> Iterator[None]:
    """Counts for a stage of the answer under way; stages don't lie within each other.

    Raises:
        Stopped: the answer was told to end.
    """
    check_stopped()
    trace = _CURRENT.get()
    if trace is not None:
        trace.at = name
    started = time.perf_counter()
    try:
        yield
    finally:
        if trace is not None:
            trace.at = None
            passed = time.perf_counter() - started
            trace.seconds[name] = trace.seconds.get(name, 0.0) + passed


def check_stopped() -> None:
    """Ends the answer under way where it was told to; for what waits long within a stage.

    Raises:
        Stopped: it was.
    """
    trace = _CURRENT.get()
    if trace is not None and trace.stop.is_set():
        raise Stopped


def note_wording(outcome: Outcome) -> None:
    """Keeps what became of a language model's wording."""
    trace = _CURRENT.get()
    if trace is not None:
        trace.wording = outcome
