from __future__ import annotations

import os
import random

import pytest

from bot.errors import UnreadableError
from bot.reading import Found, Limits, read

SUFFIXES = (".md", ".txt", ".html", ".pdf", ".docx")
SENTENCE = "Er prüft Größe, Maß und „Ärger“ – täglich."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_empty_and_blank_files(refuse, suffix):
    assert refuse(f"a{suffix}", b"") == "Die Datei ist leer."
    assert refuse(f"b{suffix}", b" \n\t\r\n ") == "Die Datei ist leer."


def test_nothing_but_marks(refuse):
    assert "keinen verwertbaren Satz" in refuse("a.txt", "---\n***\n…\n")
    assert "keinen verwertbaren Satz" in refuse("a.md", "# Nur ein\n")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_random_bytes_are_named(refuse, suffix):
    noise = random.Random(7).randbytes(5000)
    expected = "Binärdaten" if suffix in (".md", ".txt", ".html") else "etwas anderes"
    assert expected in refuse(f"a{suffix}", noise)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "ein PDF"),
        ("a.md", b"PK\x03\x04" + bytes(50), "ZIP-Archiv"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        ("a.pdf", b"Nur Text, kein Dokument.", "etwas anderes"),
        ("a.docx", b"%PDF-1.7\n", "ein PDF"),
        ("a.txt", b"\xff\xfeA", "beschädigt"),
    ],
)
def test_content_contradicts_the_name(refuse, name, content, reason):
    assert reason in refuse(name, content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(read_as, encoding):
    assert read_as("a.txt", SENTENCE.encode(encoding)).text == SENTENCE


def test_latin_1_and_old_line_ends(read_as):
    assert read_as("a.txt", "Größe zählt hier.\r\rMaß auch sehr.".encode("latin-1")).text == (
        "Größe zählt hier.\n\nMaß auch sehr."
    )


def test_large_file_is_refused_before_reading(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(UnreadableError, match=r"100,0 MB, erlaubt sind 25,0 MB"):
        read(Found(str(path), str(path), "a.txt"), limits=Limits())


def test_long_text_is_refused(refuse):
    assert "länger als 50" in refuse("a.txt", SENTENCE * 5, Limits(max_text_chars=50))


def test_things_that_are_no_files(tmp_path):
    folder = tmp_path / "ordner.md"
    folder.mkdir()
    pipe = tmp_path / "leitung.md"
    os.mkfifo(pipe)
    for path, reason in (
        (folder, "Ordner"),
        (pipe, "gewöhnliche"),
        (tmp_path / "weg.md", "vorhanden"),
    ):
        with pytest.raises(UnreadableError, match=reason):
            read(Found(str(path), str(path), path.name), limits=Limits())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_missing_permission(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(SENTENCE)
    path.chmod(0)
    with pytest.raises(UnreadableError, match="Rechte"):
        read(Found(str(path), str(path), "a.md"), limits=Limits())
