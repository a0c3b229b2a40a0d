"""What an answer took, stage by stage, for whoever runs the service. It holds no texts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["repair", "understanding", "search", "composing", "checks", "model"]
Outcome = Literal["not_asked", "worded", "nothing_new", "rejected", "unavailable"]
"""What became of a language model's wording; "nothing_new" where all of it that holds was said."""


@dataclass(slots=True)
class Trace:
    """One answer's way.

    Attributes:
        seconds: by stage; "composing" is what the others leave of the whole.
        wording: of a language model; None where none was thought of.
    """

    seconds: dict[Stage, float] = field(default_factory=dict)
    wording: Outcome | None = None


# A context variable, because stages lie deep in the way of an answer and answers run side by side.
_CURRENT: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def tracing() -> Iterator[Trace]:
    """Everything until its end is one answer."""
    trace = Trace()
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
    """Counts for a stage of the answer under way; stages don't lie within each other."""
    started = time.perf_counter()
    try:
        yield
    finally:
        trace = _CURRENT.get()
        if trace is not None:
            passed = time.perf_counter() - started
            trace.seconds[name] = trace.seconds.get(name, 0.0) + passed


def note_wording(outcome: Outcome) -> None:
    """Keeps what became of a language model's wording."""
    trace = _CURRENT.get()
    if trace is not None:
        trace.wording = outcome
