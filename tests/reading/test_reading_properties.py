from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableError
from bot.reading import Found, Limits, read
from bot.reading.normalise import normalise

LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "",
                "# Titel",
                "## Gehalt",
                "Gehalt",
                "Was macht er?",
                "- eins",
                "  • zwei",
                "---",
                "Er betreut wichtige Kunden.",
                "Foto: dpa",
                "Weitere Artikel",
                "> Zitat",
                "| a | b |",
                "|---|---|",
                "<h2>Teil</h2>",
                "<li>Punkt",
                "<p>Ein Satz steht hier.</p>",
                "\f",
                "\v",
                "title: x",
                "12. Januar 2026 / 5 Min /",
                "12.",
                "„",
                "\u00a0",
                "(Foto:",
                "***",
            ]
        ),
    ),
    max_size=25,
).map("\n".join)


def check(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        try:
            source = read(Found(str(path), str(path), path.name), limits=Limits())
        except UnreadableError as error:
            assert error.message
            return
    assert source.sections
    end = 0
    for section in source.sections:
        assert end <= section.start < section.end <= len(source.text)
        body = source.text[section.start : section.end]
        assert body == body.strip()
        assert all(section.path)
        end = section.end
    assert end == len(source.text)
    assert source.title
    assert all(normalise(line) == line for line in source.text.splitlines())


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(deadline=None, max_examples=80)
@given(text=LINES)
def test_any_text_is_read_or_named(suffix, text):
    check(suffix, text.encode("utf-8", "replace"))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx"])
@settings(deadline=None, max_examples=40)
@given(data=st.binary(max_size=400), magic=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04"]))
def test_any_bytes_are_read_or_named(suffix, data, magic):
    check(suffix, magic + data + (b"%%EOF" if magic.startswith(b"%") else b""))
