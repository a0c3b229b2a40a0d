"""The one family of errors that reaches a user.

Each error carries a German sentence for the person in front of the screen, an English one
for the log, and a hint that names the way out. The command line and the web app show the
first and the last; a traceback on a terminal is a defect. What visitors of the web side can
meet has an English form besides.
"""

from __future__ import annotations


class LotseError(Exception):
    """Base of all expected failures.

    Args:
        message: one German sentence for the user, without a line break.
        log: one English sentence for the log; defaults to ``english``, else to the German one.
        hint: how to mend it, in German, or None where nothing can be done.
        english: message and hint in English, for who reads them over HTTP; None where only
            operators see them, who are told in German.
    """

    exit_status = 1
    retry_seconds = 5
    """After which it is worth trying again, where trying again helps at all."""

    def __init__(
        self,
        message: str,
        *,
        log: str | None = None,
        hint: str | None = None,
        english: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.log = log or english or message
        self.hint = hint
        self.english = english

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class UsageError(LotseError):
    """Wrong arguments or settings; ends the command with status 2."""

    exit_status = 2


class UnreadableError(LotseError):
    """A file or page can't be read; names the reason. Never ends a whole ingest."""


class EncoderError(LotseError):
    """The encoder can't be made ready."""


class IndexProblem(LotseError):
    """Base of what can be wrong with the index."""


class IndexMissingError(IndexProblem):
    """There is no finished index version where one was looked for."""


class IndexMismatchError(IndexProblem):
    """The index was built by another encoder or chunker than the one in use."""


class IndexBusyError(IndexProblem):
    """Another process is writing the same index."""


class StoreError(IndexProblem):
    """Chroma can't be opened or reached."""
