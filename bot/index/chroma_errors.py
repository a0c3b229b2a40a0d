"""Chroma's many kinds of errors, turned into ours.

Chroma raises its own errors, the Rust core's, httpx's and bare ``Exception``; every call goes
through ``chroma_errors``, so that nothing else of the house has to know them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from bot.errors import LotseError, StoreError


class GoneError(StoreError):
    """A collection isn't there, or no longer."""


@contextlib.contextmanager
def chroma_errors(place: str) -> Iterator[None]:
    """Turns whatever Chroma raises inside into a StoreError that names ``place``.

    Raises:
        GoneError: the collection doesn't exist.
        StoreError: anything else went wrong.
    """
    from chromadb.errors import NotFoundError

    try:
        yield
    except LotseError:
        raise
    except NotFoundError as error:
        raise GoneError(
            f"Ein Teil des Index in {place} ist nicht vorhanden.",
            log=f"missing in {place}: {error}",
            hint="Bitte führen Sie „python ingest.py“ aus.",
        ) from error
    except Exception as error:
        raise store_failure(place, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how PyO3 hands a Rust panic on
            raise
        raise store_failure(place, error) from error


def store_failure(place: str, error: BaseException) -> StoreError:
    """What any error of Chroma, its database or its folder is to the user."""
    reason = one_line(str(error)) or type(error).__name__
    if is_url(place) and _is_silence(error):
        return unreachable(place, error)
    if is_url(place):
        return StoreError(
            f"Der Chroma-Server unter {place} meldet einen Fehler: {reason}.",
            log=f"Chroma at {place} failed: {type(error).__name__}: {reason}",
            hint="Der letzte fertige Stand bleibt bestehen. Prüfen Sie, ob der Server läuft und "
            "LOTSE_CHROMA_URL stimmt, und starten Sie dann erneut.",
        )
    return StoreError(
        f"Der Index unter {place} lässt sich nicht lesen oder schreiben: {reason}.",
        log=f"Chroma at {place} failed: {type(error).__name__}: {reason}",
        hint="Der letzte fertige Stand bleibt bestehen. Prüfen Sie Speicherplatz und "
        "Zugriffsrechte des Ordners, oder wählen Sie mit --db einen anderen.",
    )


def unreachable(place: str, error: BaseException) -> StoreError:
    """What a server that doesn't answer is to the user."""
    return StoreError(
        f"Der Chroma-Server unter {place} antwortet nicht.",
        log=f"cannot reach Chroma at {place}: {type(error).__name__}: {one_line(str(error))}",
        hint="Prüfen Sie LOTSE_CHROMA_URL und ob der Server läuft („chroma run“).",
    )


def _is_silence(error: BaseException) -> bool:
    import httpx

    return isinstance(error, httpx.TransportError)


def one_line(text: str, limit: int = 200) -> str:
    """``text`` without line breaks and closing full stop, cut to ``limit`` characters."""
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= limit else line[: limit - 1] + "…"


def is_url(place: str) -> bool:
    """Whether a place is a server's address."""
    return place.startswith(("http://", "https://"))
