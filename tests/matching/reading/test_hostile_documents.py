"""Documents that somebody made to do harm: each is read as text or refused, and soon."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import UnreadableError
from bot.matching.reading.documents import LIMITS, document_lines
from tests import hostile_files as hostile
from tests.patience import SECONDS, patience

PATIENT = replace(LIMITS, parse_seconds=SECONDS)


def words(data: bytes, name: str = "cv") -> str:
    return "\n".join(line.text for line in document_lines(data, name, PATIENT))


@pytest.mark.parametrize("case", hostile.REFUSED)
def test_it_is_refused_in_plain_german(case: str) -> None:
    make, name, word = hostile.REFUSED[case]
    with patience(), pytest.raises(UnreadableError) as told:
        words(make(), name)
    assert word in told.value.message
    assert told.value.message.endswith(".") and "Error" not in told.value.message


@pytest.mark.parametrize("case", hostile.READ)
def test_it_is_read_by_what_it_is(case: str) -> None:
    make, name = hostile.READ[case]
    read = words(make(), name)
    assert hostile.WORDS in read and "alert" not in read and "Anderes" not in read


@pytest.mark.parametrize("case", hostile.EITHER)
def test_it_ends(case: str) -> None:
    make, name = hostile.EITHER[case]
    with patience():
        try:
            assert len(words(make(), name)) <= LIMITS.max_text_chars
        except UnreadableError as error:
            assert error.message


def test_a_page_that_never_ends_is_given_up() -> None:
    with pytest.raises(UnreadableError, match="dauert zu lange"):
        document_lines(hostile.slow_pdf(), "cv.pdf", replace(LIMITS, parse_seconds=1))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory for certain")
def test_a_document_that_fills_the_memory_is_given_up() -> None:
    with patience(), pytest.raises(UnreadableError, match="zu viel Speicher"):
        words(hostile.wide_docx(), "cv.docx")


def test_an_entity_brings_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Zwetschgenkuchen", encoding="utf-8")
    read = words(hostile.entities(str(secret)))
    assert hostile.WORDS in read and "Zwetschgen" not in read


def test_nothing_is_fetched() -> None:
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(SECONDS)
        accepting = threading.Thread(target=lambda: asked.append(_accepted(listening)))
        accepting.start()
        port = listening.getsockname()[1]
        assert hostile.WORDS in words(hostile.remote(f"http://127.0.0.1:{port}"))
        # Whoever asked first would be accepted first.
        with socket.create_connection(("127.0.0.1", port)) as own:
            own.sendall(b"own")
            accepting.join()
    assert asked == [b"own"]


def _accepted(listening: socket.socket) -> bytes:
    connection, _ = listening.accept()
    with connection:
        return connection.recv(3)


@pytest.mark.parametrize("make", [hostile.plain_pdf, lambda: hostile.docx(hostile.paragraph("ab"))])
def test_only_plain_text_is_read_in_this_process(
    make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pypdf", "docx"):
        monkeypatch.setitem(sys.modules, module, None)  # an import of it fails
    assert words(make())
