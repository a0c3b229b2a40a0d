"""Readers: they follow the pointer, and outlive what it pointed to."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain import Passage
from bot.errors import IndexMismatchError, IndexMissingError
from bot.index.search import search
from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import ingest
from bot.index.view import EXACT_UP_TO
from bot.settings import Settings
from tests.conftest import ROOT
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder

READER = """
import json, sys
from bot.index.search import search
from bot.index.store import Store
from bot.index.serving import Index
from bot.settings import Settings
from tests.index.hashing import HashEncoder
order = json.loads(sys.argv[1])
settings = Settings(_env_file=None, **order["settings"])
index = Index(Store.open(settings), exact_up_to=order["exact_up_to"], pointer_seconds=0)
kept = index.view()
for line in sys.stdin:
    view = kept if line == "kept\\n" else index.view()
    question = "Thema 77 Beleg 77.1"
    hits = search(view, question, HashEncoder().encode_questions([question])[0], limit=5)
    print(json.dumps({
        "version": view.version, "sources": sorted(view.sources), "passages": len(view.passages),
        "cosine": [round(hit.cosine, 4) for hit in hits],
        "titles": [view.sources[hit.passage.source_id].title for hit in hits]}), flush=True)
"""


class Reader:
    """An index that is open in another process."""

    def __init__(self, settings: Settings, exact_up_to: int) -> None:
        given = {name: str(value) for name, value in settings if name in settings.model_fields_set}
        order = json.dumps({"settings": given, "exact_up_to": exact_up_to})
        self.process = subprocess.Popen(
            [sys.executable, "-c", READER, order],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, what: str = "now") -> dict:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, "the reader died"
        return json.loads(answer)

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {f"a{n}.md": article(n, sections=8) for n in range(3)})


@pytest.fixture(params=[EXACT_UP_TO, 0], ids=["exact", "by-chroma"])
def reader(
    request: pytest.FixtureRequest, any_settings: Settings, folder: Path, encoder: HashEncoder
) -> Iterator[Reader]:
    ingest([str(folder)], any_settings, encoder=encoder)
    started = Reader(any_settings, request.param)
    yield started
    started.close()


def test_an_open_reader_serves_what_another_process_ingested(
    reader: Reader, any_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    first = reader.ask()
    assert (first["version"], first["sources"]) == (1, ["a0", "a1", "a2"])
    for number in range(3):
        write(folder, {"b.md": article(77 + number, sections=8)})
        report, _ = ingest([str(folder)], any_settings, encoder=encoder)
        answer = reader.ask()
        assert answer["version"] == 2 + number
        assert answer["sources"] == ["a0", "a1", "a2", "b"]
        assert answer["passages"] == report.passages
        if number == 0:
            assert answer["titles"][0] == "Artikel Nummer 77"
    # The version that it held all the while was deleted by the second of these ingests.
    assert Store.open(any_settings).versions() == [3, 4]
    kept = reader.ask("kept")
    assert kept["version"] == 1
    assert len(kept["titles"]) == 5


def views(settings: Settings) -> tuple[Index, Index]:
    exact = Index(Store.open(settings), pointer_seconds=0)
    return exact, Index(Store.open(settings), exact_up_to=0, pointer_seconds=0)


def test_both_ways_of_searching_find_the_same(
    any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    # More passages than are compared, so that some are found by their words alone.
    folder = write(tmp_path / "many", {f"a{n}.md": article(n, sections=30) for n in range(7)})
    assert ingest([str(folder)], any_settings, encoder=encoder)[0].passages > 200
    exact, by_chroma = (index.view() for index in views(any_settings))
    assert exact.exact
    assert not by_chroma.exact
    for question in ("Jahresgehalt in Österreich", "Thema 3", "Abschnitt 29 Beleg 5.1", "xyz"):
        vector = encoder.encode_questions([question])[0]
        one = search(exact, question, vector, limit=20)
        two = search(by_chroma, question, vector, limit=20)
        assert [hit.passage.id for hit in one] == [hit.passage.id for hit in two]
        for left, right in zip(one, two, strict=True):
            assert left.score == pytest.approx(right.score, abs=1e-3)
            assert left.cosine == pytest.approx(right.cosine, abs=1e-3)
            assert left.window_cosine == pytest.approx(right.window_cosine, abs=1e-3)
        some = [search(v, question, vector, limit=500, only=few) for v in (exact, by_chroma)]
        assert {h.passage.source_id for h in some[1]} == {"a2", "a4"}
        assert {h.passage.id for h in some[0]} == {h.passage.id for h in some[1]}
        assert search(by_chroma, question, vector, only=lambda p: False) == []


def few(passage: Passage) -> bool:
    return passage.source_id in ("a2", "a4")


def test_passages_come_in_reading_order_with_their_vectors(
    any_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], any_settings, encoder=encoder)
    view = Index.open(any_settings).view()
    places = [(passage.source_id, passage.start) for passage in view.passages]
    assert places == sorted(places)
    assert view.vectors is not None
    wanted = encoder.encode_passages([view.searched_text(p) for p in view.passages])
    assert view.vectors == pytest.approx(wanted, abs=1e-5)
    for passage in view.passages:
        text = view.sources[passage.source_id].text
        assert text[passage.start : passage.end] == passage.text


def test_the_pointer_is_looked_at_only_so_often(
    folder_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    lazy = Index(Store.open(folder_settings), pointer_seconds=3600)
    write(folder, {"b.md": article(9)})
    ingest([str(folder)], folder_settings, encoder=encoder)
    assert lazy.view().version == 1


def test_a_view_never_raises_when_the_index_goes_away_and_comes_back(
    folder_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    index = Index(Store.open(folder_settings), pointer_seconds=0)
    before = index.view()
    shutil.rmtree(folder_settings.db)
    assert index.view() is before
    subprocess.run(
        [sys.executable, "-c", AGAIN, str(folder), str(folder_settings.db)], cwd=ROOT, check=True
    )
    assert "b" in index.view().sources


AGAIN = """
import sys
from pathlib import Path
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder
settings = Settings(db=Path(sys.argv[2]), _env_file=None)
for number in range(4):
    write(Path(sys.argv[1]), {"b.md": article(77 + number)})
    ingest([sys.argv[1]], settings, encoder=HashEncoder())
"""


def test_threads_share_one_view_while_versions_come_and_go(
    folder_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    index = Index(Store.open(folder_settings), pointer_seconds=0)
    stop, failures, seen = threading.Event(), [], set()

    def read() -> None:
        while not stop.wait(0.005):
            try:
                view = index.view()
                search(view, "Jahresgehalt", encoder.encode_questions(["Jahresgehalt"])[0])
                seen.add(view.version)
            except Exception as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        subprocess.run(
            [sys.executable, "-c", AGAIN, str(folder), str(folder_settings.db)],
            cwd=ROOT,
            check=True,
        )
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failures == []
    assert index.view().version == 5
    assert len(seen) > 1


def test_no_index_yet(any_settings: Settings) -> None:
    with pytest.raises(IndexMissingError, match=r"ingest\.py"):
        Index.open(any_settings)


def test_a_foreign_encoder_is_refused_with_the_way_out(
    folder_settings: Settings, folder: Path, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    identity = Index.open(folder_settings).view().identity
    identity.require(encoder.identity)
    with pytest.raises(IndexMismatchError, match="revision") as refused:
        identity.require(HashEncoder("2").identity)
    assert "python ingest.py" in str(refused.value)
