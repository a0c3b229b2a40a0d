"""What can go wrong in the recruiters' mode; each a sentence for the person at the screen."""

from __future__ import annotations

from bot.errors import LotseError


class ScreeningError(LotseError):
    """Base: what was asked for is refused, and nothing was changed."""


class ScreeningOffError(ScreeningError):
    """The mode isn't switched on."""


class UnknownScreeningError(ScreeningError):
    """There is no such screening, application, requirement or role (any more)."""


class KeyReusedError(ScreeningError):
    """Another request came with the same idempotency key."""


class KeyBusyError(ScreeningError):
    """The first request with an idempotency key is still being worked on."""


class LinesOpenError(ScreeningError):
    """An export was asked for while lines wait for a reviewer.

    Attributes:
        open_lines: how many.
    """

    def __init__(self, message: str, open_lines: int, *, english: str) -> None:
        log = f"export refused: {open_lines} lines are open"
        super().__init__(message, log=log, english=english)
        self.open_lines = open_lines


class TamperedError(ScreeningError):
    """The log isn't what was written."""


class LogUnavailableError(ScreeningError):
    """The log's file can't be read or written now."""


class ReviewersFileError(ScreeningError):
    """The reviewers' file can't be read or written, or isn't one."""
