"""What is kept of a large version: the same answers from it, and never a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bot.index.cache import MANIFEST, SOURCES, Cache
from bot.index.derived import Contents
from bot.index.keyword import WordLists
from bot.index.search import search
from bot.index.store import Store
from bot.index.sync import ingest
from bot.index.view import IndexView, load_view
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder

QUESTIONS = ("Jahresgehalt in Österreich", "Thema 3", "Abschnitt 29 Beleg 5.1", "xyz")


@pytest.fixture(autouse=True)
def _keeps_small_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.index.view.CACHED_FROM", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = {f"a{n}.md": article(n, sections=6) for n in range(3)}
    long = " ".join(f"Satz {n} erklärt Kundenbeziehungsmanagement genauer." for n in range(30))
    return write(tmp_path / "articles", {**names, "long.md": f"# Lang\n\n## Teil\n\n{long}\n"})


def load(settings: Settings, cache: Path | None) -> IndexView:
    store = Store.open(settings)
    return load_view(store, store.require_current(), cache=cache)


def answers(view: IndexView) -> list[list[tuple[str, float]]]:
    encoder = HashEncoder()
    found = []
    for question in QUESTIONS:
        hits = search(view, question, encoder.encode_questions([question])[0], limit=30)
        found.append([(hit.passage.id, round(hit.score, 5)) for hit in hits])
    return found


def kept_folders(cache: Path) -> list[Path]:
    return sorted(path.parent for path in cache.glob(f"*/*/{MANIFEST}"))


def test_a_kept_version_answers_as_the_derived_one(
    folder_settings: Settings, folder: Path, encoder: HashEncoder, tmp_path: Path
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    cache = tmp_path / "cache"
    fresh, first, second = (load(folder_settings, place) for place in (None, cache, cache))
    assert len(kept_folders(cache)) == 1
    for view in (first, second):
        assert isinstance(view.vectors, np.memmap)
        assert isinstance(view.keywords.grams.bm25.rows, np.memmap)
        assert view.passages == fresh.passages
        assert dict(view.sources) == dict(fresh.sources)
        assert {key: view.facts[key] for key in view.sources} == dict(fresh.facts)
        assert answers(view) == answers(fresh)
        assert view.keywords.knows("jahresgehalt")
    assert second.windows is not None
    assert len(second.windows.vectors) > 0


DAMAGES = ["cut", "lost", "changed", "sources", "format", "nonsense", "fewer"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_made_anew(
    folder_settings: Settings, folder: Path, encoder: HashEncoder, tmp_path: Path, damage: str
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    cache = tmp_path / "cache"
    wanted = answers(load(folder_settings, cache))
    (kept,) = kept_folders(cache)
    manifest = json.loads((kept / MANIFEST).read_text())
    if damage == "cut":
        (kept / "windows.npy").write_bytes((kept / "windows.npy").read_bytes()[:-7])
    elif damage == "lost":
        (kept / "stems_rows.npy").unlink()
    elif damage == "changed":
        text = (kept / "words.txt").read_text().replace("gehalt", "gestal")
        (kept / "words.txt").write_text(text)
    elif damage == "sources":
        text = (kept / SOURCES).read_text().replace("Kundenbez", "Kandenbez")
        (kept / SOURCES).write_text(text)
    elif damage == "format":
        (kept / MANIFEST).write_text(json.dumps({**manifest, "format": "0"}))
    elif damage == "nonsense":
        (kept / MANIFEST).write_text("[")
    else:
        (kept / MANIFEST).write_text(json.dumps({**manifest, "passages": 1}))
    assert answers(load(folder_settings, cache)) == wanted
    assert json.loads((kept / MANIFEST).read_text()) == manifest


def test_only_new_passages_are_cut_into_words_and_old_versions_go(
    folder_settings: Settings,
    folder: Path,
    encoder: HashEncoder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = tmp_path / "cache"
    cut: list[str] = []
    original = WordLists.of.__func__  # type: ignore[attr-defined]

    def counting(cls: type[WordLists], texts: object, words: object = ()) -> WordLists:
        given = list(texts)  # type: ignore[call-overload]
        cut.extend(text for text in given if isinstance(text, str))
        return original(cls, given, words)  # type: ignore[no-any-return]

    monkeypatch.setattr(WordLists, "of", classmethod(counting))
    for number in range(4):
        write(folder, {"b.md": article(70 + number, sections=1)})
        ingest([str(folder)], folder_settings, encoder=encoder)
        cut.clear()
        view = load(folder_settings, cache)
        own = sum(passage.source_id == "b" for passage in view.passages)
        assert len(cut) == (len(view.passages) if number == 0 else own)
        assert answers(view) == answers(load(folder_settings, None))
        assert len(kept_folders(cache)) == min(number + 1, 2)


def test_a_folder_that_cannot_be_written_is_no_obstacle(
    folder_settings: Settings, folder: Path, encoder: HashEncoder, tmp_path: Path
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    view = load(folder_settings, blocked)
    assert answers(view) == answers(load(folder_settings, None))


def test_an_index_made_anew_never_finds_what_was_kept_of_the_old_one(
    folder_settings: Settings, folder: Path, encoder: HashEncoder, tmp_path: Path
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    store = Store.open(folder_settings)
    kept = Cache(tmp_path / "cache", store, 1, store.passages(1).id)
    read = Contents.read(store.passages(1), load(folder_settings, None).sources, 16)
    kept.keep(read, store.indexed(1))
    assert kept.open() is not None
    assert Cache(tmp_path / "cache", store, 1, "another").open() is None
