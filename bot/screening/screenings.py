"""Everything that a caller does in the recruiters' mode; each call names who does it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

from bot.matching.reading.documents import LIMITS, limits_of
from bot.matching.report import Verdict
from bot.screening.checks import (
    application,
    line_of,
    name_of,
    reason_of,
    refuse_open,
)
from bot.screening.errors import ScreeningError, ScreeningOffError, UnknownScreeningError
from bot.screening.exports import Exported, Format, export
from bot.screening.folding import chain_at, digest, fold, summed_up, with_review
from bot.screening.intake import Document, read_documents
from bot.screening.log import Entry, Log
from bot.screening.naming import SALT_BYTES
from bot.screening.repeats import ATTEMPT, Attempt, Attempts, attempt_of, told_again
from bot.screening.report import ScreeningReport, report_bytes
from bot.screening.results import Overview, Started
from bot.screening.retention import Retention, forget, living_in
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.matching.deciding.texts import Language
    from bot.matching.matcher import Matcher
    from bot.reading.limits import Limits

MAX_DOCUMENTS = 200
OFF = "Die Auswahlhilfe für Personalverantwortliche ist nicht eingeschaltet."


class Screenings:
    """The recruiters' mode on one log. Safe to share between threads and processes.

    Args:
        log: where everything is kept.
        retention_days: after which all content of a screening is deleted.
        now: the time, aware.
        token: so many random bytes.
        limits: of size, time and memory for one document.

    ``reviewer`` is always the name of the person who acts: 2 to ``MAX_NAME`` characters. It is
    written down and not checked against anything. Every method may raise ``ScreeningError``.
    """

    def __init__(
        self,
        log: Log,
        retention_days: int,
        now: Callable[[], datetime],
        token: Callable[[int], bytes] = secrets.token_bytes,
        limits: Limits = LIMITS,
    ) -> None:
        self._log = log
        self._retention = Retention(log, retention_days, now)
        self._now = now
        self._token = token
        self._limits = limits
        self._attempts = Attempts()

    @classmethod
    def open(
        cls, settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> Screenings:
        """Opens the log that the settings name, and deletes what is due.

        Raises:
            ScreeningOffError: the mode isn't switched on.
        """
        if not settings.screening:
            raise ScreeningOffError(OFF, hint="Zum Einschalten: LOTSE_SCREENING=1.")
        made = cls(
            Log(settings.screening_db.expanduser(), now),
            settings.screening_retention_days,
            now,
            limits=limits_of(settings),
        )
        made.expire()
        return made

    def start(
        self,
        matcher: Matcher,
        role_id: str,
        documents: Sequence[Document],
        reviewer: str,
        language: Language = "de",
        key: str | None = None,
    ) -> Started:
        """Holds documents against a role. One that can't be read is told, and ends nothing.

        Args:
            matcher: on the index version that serves.
            role_id: of a role that the matcher was made for.
            documents: 1 to ``MAX_DOCUMENTS``.
            reviewer: who acts.
            language: of reasons and questions.
            key: the same reviewer's same request with the same key begins one screening, as long
                as that is kept.

        Raises:
            KeyReusedError: another request came with the key.
            KeyBusyError: the first request with it is still being worked on.
        """
        who = name_of(reviewer)
        self._retention.sweep()
        if not documents:
            raise ScreeningError(
                "Es ist kein Dokument dabei.",
                english="There is no document.",
            )
        if len(documents) > MAX_DOCUMENTS:
            raise ScreeningError(
                f"Es sind {len(documents)} Dokumente; erlaubt sind {MAX_DOCUMENTS} auf einmal.",
                english=f"There are {len(documents)} documents; {MAX_DOCUMENTS} are allowed "
                "at once.",
            )
        attempt = attempt_of(key, who, role_id, language, documents) if key else None
        with self._attempts.alone(attempt):
            if attempt is not None:
                with self._log.writing() as log:
                    if before := told_again(log, attempt, who, documents):
                        return before
            return self._begun(matcher, role_id, documents, who, language, attempt)

    def _begun(
        self,
        matcher: Matcher,
        role_id: str,
        documents: Sequence[Document],
        who: str,
        language: Language,
        attempt: Attempt | None,
    ) -> Started:
        salt = self._token(SALT_BYTES)
        taken = read_documents(
            matcher, role_id, documents, salt, self._now(), language, self._limits
        )
        identity = self._token(12).hex()
        kept = {} if attempt is None else {ATTEMPT: asdict(attempt)}
        with self._log.writing() as log:
            # Another process may have been quicker.
            if attempt and (before := told_again(log, attempt, who, documents)):
                return before
            delete_on = self._retention.ends(log.now)
            log.append(
                identity,
                who,
                "opened",
                facts={"role": role_id, "delete_on": delete_on},
                content={**taken.opened, "salt": salt.hex(), **kept},
            )
            for code in sorted(taken.read):
                log.append(identity, who, "read", code=code, content=taken.read[code])
            for failure in taken.failures:
                log.append(identity, who, "refused", content=asdict(failure))
            log.append(identity, who, "viewed")
            report = fold(log.entries(identity))
        return Started(report, taken.receipts)

    def report(self, screening_id: str, reviewer: str) -> ScreeningReport:
        """The report as it stands; that it was seen is logged."""
        who = name_of(reviewer)
        self._retention.sweep()
        with self._log.writing() as log:
            report = fold(log.entries(screening_id))
            log.append(screening_id, who, "viewed")
        return report

    def review(
        self,
        screening_id: str,
        code: str,
        requirement_id: str,
        reviewer: str,
        verdict: Verdict,
        reason: str = "",
    ) -> ScreeningReport:
        """A reviewer's word on one line; the last one holds, and all stay in the log.

        Args:
            screening_id: of the report.
            code: of the application, "A7K".
            requirement_id: of the line.
            reviewer: whose word it is.
            verdict: what was found confirms it; another one corrects it.
            reason: must be given where it corrects; at most ``MAX_REASON`` characters.
        """
        who, why = name_of(reviewer), reason_of(reason)
        self._retention.sweep()
        if verdict not in get_args(Verdict):
            raise ScreeningError(
                "Möglich sind: erfüllt, teilweise, fehlt, offen.",
                english="Possible are: met, partial, missing, unknown.",
            )
        with self._log.writing() as log:
            report = fold(log.entries(screening_id))
            line = line_of(application(report, code), requirement_id)
            confirms = verdict == line.found
            if not confirms and not why:
                raise ScreeningError(
                    "Bitte begründen Sie, warum Sie das Ergebnis berichtigen.",
                    english="Please say why you correct the result.",
                )
            told = log.append(
                screening_id,
                who,
                "confirmed" if confirms else "corrected",
                code=code,
                facts={"requirement": requirement_id},
                content={"verdict": verdict, "reason": why},
            )
        return with_review(report, told)

    def export(self, screening_id: str, form: Format, reviewer: str) -> Exported:
        """The whole table as a file. The same state gives the same bytes.

        Raises:
            LinesOpenError: a line waits for its reviewer.
            TamperedError: the log isn't what was written.
        """
        who = name_of(reviewer)
        self._retention.sweep()
        self._log.verify()
        while True:
            entries = self._log.entries(screening_id)
            report = fold(entries)
            refuse_open(report)
            # A large file takes seconds; nobody's review waits for it.
            made = export(report, form, chain_at(entries, report.state))
            with self._log.writing() as log:
                if fold(log.entries(screening_id)).state != report.state:
                    continue  # somebody has changed the report meanwhile
                log.append(
                    screening_id,
                    who,
                    "exported",
                    facts={
                        "form": form,
                        "state": report.state,
                        "file": digest(made.data),
                        "report": digest(report_bytes(report)),
                    },
                )
            return made

    def export_candidate(self, screening_id: str, code: str, reviewer: str) -> Exported:
        """All that is kept about one application, as JSON, whether or not lines are open."""
        who = name_of(reviewer)
        self._retention.sweep()
        with self._log.writing() as log:
            entries = log.entries(screening_id)
            report = fold(entries)
            told = {
                "role": report.role,
                "role_name": report.role_name,
                "opened_at": report.opened_at,
                "delete_on": report.delete_on,
                "requirements": report.requirements,
                "provenance": asdict(report.provenance),
                "application": asdict(application(report, code)),
                "history": [_public(e) for e in entries if e.code in (code, None)],
            }
            log.append(screening_id, who, "application_exported", code=code)
        data = json.dumps(told, ensure_ascii=False, indent=2).encode()
        return Exported(f"bewerbung-{code}.json", "application/json", data, report.language)

    def delete_candidate(self, screening_id: str, code: str, reviewer: str) -> None:
        """Deletes all content about one application; the log keeps that it was deleted."""
        who = name_of(reviewer)
        self._retention.sweep()
        with self._log.writing() as log:
            application(fold(log.entries(screening_id)), code)
            log.append(screening_id, who, "application_deleted", code=code)
            log.forget(screening_id, code)

    def delete(self, screening_id: str, reviewer: str) -> None:
        """Deletes all content of a screening; the log keeps that it was deleted."""
        who = name_of(reviewer)
        self._retention.sweep()
        with self._log.writing() as log:
            fold(log.entries(screening_id))
            forget(log, screening_id, who, "deleted")

    def overview(self, reviewer: str) -> tuple[Overview, ...]:
        """The screenings that are kept, newest first."""
        name_of(reviewer)
        self._retention.sweep()
        heads = self._log.heads()
        living = living_in(heads)
        told: dict[str, list[Entry]] = {identity: [] for identity in living}
        for entry in heads:
            if entry.screening in told:
                told[entry.screening].append(entry)
        return tuple(summed_up(told[identity]) for identity in reversed(living))

    def history(self, screening_id: str, reviewer: str) -> tuple[Mapping[str, Any], ...]:
        """Who did what and when, without content; there after a deletion too.

        Each is {"number", "at", "who", "action", "application", "facts", "chain"}.
        """
        name_of(reviewer)
        self._retention.sweep()
        entries = self._log.entries(screening_id)
        if not entries:
            raise UnknownScreeningError(
                "Dieses Auswahlverfahren gibt es nicht.",
                english="There is no such screening.",
            )
        return tuple(_public(entry) for entry in entries)

    def rebuild(self, screening_id: str, state: int | None = None) -> bytes:
        """``report_bytes`` of a report, made anew from the log alone, which is checked first.

        Args:
            screening_id: of the report.
            state: as it then was (``ScreeningReport.state``, or "state" of an export); None is now.

        Raises:
            TamperedError: the log isn't what was written.
        """
        self._log.verify()
        return report_bytes(fold(self._log.entries(screening_id), state))

    def verify(self) -> None:
        """Checks the log.

        Raises:
            TamperedError: it isn't what was written.
        """
        self._log.verify()

    def expire(self) -> int:
        """Deletes the content of every screening that is due; returns how many were."""
        return self._retention.expire()


def _public(entry: Entry) -> Mapping[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at,
        "who": entry.who,
        "action": entry.action,
        "application": entry.code,
        "facts": dict(entry.facts),
        "chain": entry.chain,
    }
