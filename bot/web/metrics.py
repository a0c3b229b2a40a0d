"""Counters and durations for Prometheus. Names and numbers only: no text of anybody."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0
from prometheus_client.process_collector import ProcessCollector

from bot import __version__

if TYPE_CHECKING:
    from bot.answering.trace import Trace
    from bot.domain import Answer
    from bot.index.view import IndexView

MEDIA_TYPE: Final = CONTENT_TYPE_PLAIN_1_0_0

# From what a search takes to what a language model may take.
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """What one process counts. Safe to share between threads; several may live side by side."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        info = Gauge("lotse_build", "1, with what runs", ["version"], registry=self._registry)
        info.labels(__version__).set(1)
        self._answers = Counter(
            "lotse_answers",
            "Questions by what became of them",
            ["status", "reason", "intent"],
            registry=self._registry,
        )
        self._failures = Counter(
            "lotse_failed_questions",
            "Questions that could not be answered because something was out of order",
            registry=self._registry,
        )
        self._running = Gauge(
            "lotse_running_answers", "Questions being answered just now", registry=self._registry
        )
        self._stopped = Counter(
            "lotse_stopped_questions",
            "Questions whose answer somebody stopped, or went away from, while it was under way",
            registry=self._registry,
        )
        self._feedback = Counter(
            "lotse_feedback",
            "Feedback by verdict and reason; what is taken back stays counted",
            ["verdict", "reason"],
            registry=self._registry,
        )
        self._refusals = Counter(
            "lotse_refusals",
            "Requests that were refused or failed (4xx, 5xx), by status and part of the interface",
            ["route", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "lotse_answer_seconds",
            "From question to answer",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._stages = Histogram(
            "lotse_stage_seconds",
            "Stages of an answer",
            ["stage"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._wordings = Counter(
            "lotse_model_wordings",
            "Answers with a language model set, by what became of its wording",
            ["outcome"],
            registry=self._registry,
        )
        self._index = {
            name: Gauge(f"lotse_index_{name}", text, registry=self._registry)
            for name, text in (
                ("version", "The index version that serves"),
                ("sources", "Sources in it"),
                ("passages", "Passages in it"),
                ("reachable", "1 where Chroma answered when it was looked at last"),
            )
        }

    def answered(self, answer: Answer, trace: Trace) -> None:
        """Counts one answer and its way."""
        self._answers.labels(answer.status, answer.reason or "", answer.intent).inc()
        self._seconds.observe(sum(trace.seconds.values()))
        for name, seconds in trace.seconds.items():
            self._stages.labels(name).observe(seconds)
        if trace.wording is not None:
            self._wordings.labels(trace.wording).inc()

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Counts a question while it is being answered."""
        with self._running.track_inprogress():
            yield

    def failed(self) -> None:
        """Counts a question that found no answer because something was out of order."""
        self._failures.inc()

    def stopped(self) -> None:
        """Counts a question whose answer nobody waited for."""
        self._stopped.inc()

    def refused(self, route: str, status: int) -> None:
        """Counts a request that was refused, or failed.

        Args:
            route: of ``bot.access.scopes.line_of``, so that nobody can make up a new one.
            status: of HTTP.
        """
        self._refusals.labels(route, str(status)).inc()

    def judged(self, verdict: str, reason: str | None) -> None:
        """Counts feedback on one answer."""
        self._feedback.labels(verdict, reason or "").inc()

    def exposed(self, view: IndexView, *, reachable: bool) -> bytes:
        """Everything in Prometheus's text format, with what is true of the serving version.

        Args:
            view: that version.
            reachable: whether Chroma answered when it was looked at last.
        """
        self._index["version"].set(view.version)
        self._index["reachable"].set(reachable)
        self._index["sources"].set(len(view.sources))
        self._index["passages"].set(len(view.passages))
        return generate_latest(self._registry)
