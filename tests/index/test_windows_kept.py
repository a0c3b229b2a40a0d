"""Windows are encoded at ingest, kept in Chroma with their passage, and used again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.domain import Passage, Sentence
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.index.view import IndexView
from bot.index.windows import Windows, read_windows, reusable_windows, window_metadata
from bot.passages import window_texts, windows
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder

LONG = " ".join(f"Satz {n} erklärt Kundenbeziehungsmanagement genauer." for n in range(30))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(
        tmp_path / "articles", {"long.md": f"# Lang\n\n## Teil\n\n{LONG}\n", "b.md": article(1)}
    )


def kept(settings: Settings) -> tuple[IndexView, Windows]:
    view = Index.open(settings).view()
    assert view.windows is not None
    return view, view.windows


def test_a_reader_finds_the_windows_of_every_passage(
    any_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], any_settings, encoder=encoder)
    view, found = kept(any_settings)
    titled = [(view.sources[p.source_id].title, p) for p in view.passages]
    wanted = Windows.encoded(titled, encoder.encode_passages, 16)
    assert len(wanted.vectors) > 3
    assert found.first.tolist() == wanted.first.tolist()
    assert found.vectors.tolist() == wanted.vectors.tolist()


def test_windows_of_unchanged_texts_are_used_again(
    folder_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    before = kept(folder_settings)[1].vectors.tolist()
    encoder.encoded.clear()
    write(folder, {"b.md": article(2)})
    ingest([str(folder)], folder_settings, encoder=encoder)
    assert kept(folder_settings)[1].vectors.tolist() == before
    assert not any("Kundenbeziehung" in text for text in encoder.encoded)
    encoder.encoded.clear()
    # The same text further down, behind a new section: found again by what it says.
    moved = f"# Lang\n\n## Neu\n\nEin neuer Anfang.\n\n## Teil\n\n{LONG}\n"
    write(folder, {"long.md": moved})
    ingest([str(folder)], folder_settings, encoder=encoder)
    assert encoder.encoded == ["Lang\nNeu\nEin neuer Anfang."]
    view, found = kept(folder_settings)
    assert found.vectors.tolist() == before
    for passage in view.passages:
        for begin, end in windows("Lang", passage):
            assert passage.start <= begin < end <= passage.end


def test_vectors_cut_otherwise_are_not_used_again() -> None:
    text = "a" * 200 + ". " + "b" * 200 + "."
    passage = Passage("p", "s", (), 7, 7 + len(text), (Sentence(7, 208), Sentence(209, 410)), text)
    cut = windows("T", passage)
    assert len(cut) == len(window_texts("T", passage, cut)) == 2
    vectors = np.arange(6, dtype=np.float16).reshape(2, 3)
    metadata = window_metadata(passage, cut, vectors)
    assert read_windows(metadata, 3).tolist() == vectors.tolist()
    again = reusable_windows(metadata, passage, cut, 3)
    assert again is not None
    assert again.tolist() == vectors.tolist()
    assert reusable_windows(metadata, passage, [(7, 100), (100, 410)], 3) is None
    assert reusable_windows({}, passage, cut, 3) is None
    none = window_metadata(passage, [], np.zeros((0, 3), dtype=np.float16))
    assert read_windows(none, 3).shape == (0, 3)
    assert read_windows({}, 3).shape == (0, 3)
    assert reusable_windows({}, passage, [], 3) is None
