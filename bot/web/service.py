"""What the server answers from: one assistant on one index, made ready once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.access.callers import Access
from bot.answering.assistant import Assistant
from bot.answering.trace import Stopped, Trace, tracing
from bot.domain import Answer, Message
from bot.errors import IndexMissingError, LotseError, StoreError
from bot.feedback.store import Feedback
from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import default_paths, ingest
from bot.matching.reading.documents import LIMITS, limits_of
from bot.matching.session import Desk
from bot.reading import apart
from bot.reading.limits import Limits
from bot.web.api.seals import Seals
from bot.web.edge.draining import Ending
from bot.web.edge.logs import FIELDS
from bot.web.edge.operation_texts import UNREACHABLE
from bot.web.memory import give_back
from bot.web.metrics import Metrics

if TYPE_CHECKING:
    from bot.index.plan import Plan
    from bot.screening.reviewers import Reviewers
    from bot.screening.screenings import Screenings
    from bot.settings import Settings

CLOSING_SECONDS = 5.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Service:
    """An assistant that has answered its first question, and a desk for profiles.

    Attributes:
        encode_ahead: whether sentences are encoded before anybody asks.
        screenings, reviewers: the recruiters' mode; None where it isn't switched on.
        document_limits: of size, time and memory for one profile.
        seals: by which our answers are known again.
        feedback: what visitors say of answers; None where nothing keeps it.
        ending: told when the process is to stop.
        access: who may do what.
    """

    index: Index
    assistant: Assistant
    desk: Desk
    notices: tuple[str, ...] = ()
    metrics: Metrics = field(default_factory=Metrics)
    log_questions: bool = False
    encode_ahead: bool = True
    screenings: Screenings | None = None
    reviewers: Reviewers | None = None
    document_limits: Limits = LIMITS
    seals: Seals = field(default_factory=Seals)
    feedback: Feedback | None = None
    ending: Ending = field(default_factory=Ending)
    access: Access = field(default_factory=Access.unset)
    _stop: threading.Event = field(default_factory=threading.Event, init=False, repr=False)

    @classmethod
    def start(cls, settings: Settings) -> Service:
        """Brings the index up to date, opens it and warms up.

        Raises:
            LotseError: there is nothing to answer from.
        """
        access = Access.open(settings)
        screenings, reviewers = _recruiters(settings)
        notices = bring_up_to_date(settings)
        index = Index.open(settings)
        assistant = Assistant.over(index, settings)
        assistant.warm_up()
        desk = Desk(index, assistant.encoder, settings.cache_folder / "matching")
        desk.prepare(occupations=False)
        service = cls(
            index,
            assistant,
            desk,
            (*access.notices, *notices),
            log_questions=settings.log_questions,
            encode_ahead=settings.encode_ahead,
            screenings=screenings,
            reviewers=reviewers,
            document_limits=limits_of(settings),
            seals=Seals.of(settings),
            feedback=Feedback.of(settings),
            access=access,
        )
        service._preparing.start()
        service._following.start()
        return service

    def answer(
        self, question: str, history: Sequence[Message] = (), trace: Trace | None = None
    ) -> Answer:
        """The assistant's answer, counted; every visitor's question comes this way.

        Args:
            question: anything a person can type.
            history: earlier messages, oldest first.
            trace: given where somebody follows the answer's way, or may stop it.

        Raises:
            LotseError: it can't be answered now.
            Stopped: ``trace.stop`` was set.
        """
        with tracing(trace) as trace, self.metrics.running():
            try:
                answer = self.assistant.answer(question, history)
            except Stopped:
                self.metrics.stopped()
                raise
            except StoreError as error:
                # What it says is for operators: an address, a setting.
                self.metrics.failed()
                raise StoreError(str(UNREACHABLE), log=error.log) from error
            except Exception:
                self.metrics.failed()
                raise
        self.metrics.answered(answer, trace)
        told: dict[str, Any] = {
            "status": answer.status,
            "reason": answer.reason,
            "intent": answer.intent,
            "milliseconds": answer.milliseconds,
        }
        if self.log_questions:
            told["question"] = question
        log.info("answer", extra={FIELDS: told})
        return answer

    @cached_property
    def _preparing(self) -> threading.Thread:
        """Encodes sentences ahead; an answer that comes first encodes what it needs itself."""
        return threading.Thread(target=self._prepare, daemon=True)

    @cached_property
    def _following(self) -> threading.Thread:
        """Looks at the index's pointer, so that no visitor waits for Chroma."""
        return threading.Thread(
            target=self.index.keep_up, args=(self._stop, self._prepare), daemon=True
        )

    def _prepare(self) -> None:
        self.desk.prepare()  # a moment, where ingest has made it ready
        if self.encode_ahead:
            self.assistant.prepare_sentences(self._stop)
        if not self._stop.is_set():
            self.assistant.complete()
        give_back()

    def close(self) -> None:
        """Ends the work in the background: the encoder can't be left in the middle of it.

        A classification's first preparation takes minutes and can't be cut short; nobody waits
        for that longer than ``CLOSING_SECONDS``.
        """
        self._stop.set()
        apart.close()
        for thread in (self._preparing, self._following):
            thread.join(CLOSING_SECONDS)


def _recruiters(settings: Settings) -> tuple[Screenings | None, Reviewers | None]:
    """The recruiters' mode, where it is switched on; what is due is deleted at once."""
    if not settings.screening:
        return None, None
    from bot.screening.reviewers import Reviewers
    from bot.screening.screenings import Screenings

    reviewers = Reviewers(settings.screening_reviewers.expanduser())
    reviewers.all()  # a file that can't be read is told now
    return Screenings.open(settings), reviewers


def bring_up_to_date(settings: Settings) -> tuple[str, ...]:
    """Ingests ``corpus/`` where the index is missing or stale.

    An index that was made from other articles alone stays without the corpus. Where the ingest
    fails and an old version is there, that one serves.

    Returns:
        Sentences for the operator: what was done, what could not be read.

    Raises:
        LotseError: the ingest failed and there is no version to fall back on.
    """
    paths = _paths_to_ingest(settings)
    if paths is None:
        return ()
    try:
        report, _ = ingest(paths, settings)
    except LotseError as error:
        if not _has_version(settings):
            raise
        log.warning("serving the old index version: %s", error.log)
        return (f"Der Index ist nicht auf dem neuesten Stand: {error}",)
    unread = (f"Nicht eingelesen: {failure.path}: {failure.reason}" for failure in report.failed)
    return (
        f"Der Index ist auf dem neuesten Stand: {report.sources} Quellen, "
        f"{report.passages} Passagen ({report.seconds:.1f} s).",
        *unread,
    )


def _paths_to_ingest(settings: Settings) -> list[str] | None:
    """What must be ingested; None where the index is as it should be."""
    if not _has_version(settings):
        return default_paths()
    _, plan = ingest(default_paths(), settings, dry_run=True)
    if _is_from_elsewhere(plan):
        return [] if plan.rebuilds else None
    return default_paths() if plan.changes_anything or plan.rebuilds else None


def _is_from_elsewhere(plan: Plan) -> bool:
    """Whether the index holds articles, and none that ``corpus/`` has or had."""
    return plan.count("kept") > 0 and plan.count("kept", "added") == len(plan.changes)


def _has_version(settings: Settings) -> bool:
    try:
        return Store.open(settings).current() is not None
    except IndexMissingError:
        return False
