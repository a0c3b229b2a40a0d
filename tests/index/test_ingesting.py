"""What an ingest does with sources that are new, changed, moved, gone or bad."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.errors import IndexMissingError, StoreError, UnreadableError
from bot.index.chroma import Records
from bot.index.encoder import load_encoder
from bot.index.store import IndexIdentity, Store
from bot.index.sync import IngestReport, ingest
from bot.settings import Settings
from tests.index.articles import article, contents, titles, write
from tests.index.hashing import HashEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {f"a{n}.md": article(n) for n in range(3)})


def run(paths: list[Path] | Path, settings: Settings, encoder: HashEncoder) -> IngestReport:
    paths = [paths] if isinstance(paths, Path) else paths
    encoder.encoded.clear()
    return ingest([str(path) for path in paths], settings, encoder=encoder)[0]


def counts(report: IngestReport) -> tuple[int, int, int, int, int]:
    """Added, updated, removed, unchanged, failed."""
    numbers = (report.added, report.updated, report.removed, report.unchanged)
    return (*numbers, len(report.failed))


def test_a_second_ingest_changes_and_encodes_nothing(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    first = run(folder, any_settings, encoder)
    assert counts(first) == (3, 0, 0, 0, 0)
    assert first.sources == 3
    assert first.passages == len(encoder.encoded) > 3
    before, version = contents(any_settings), Store.open(any_settings).current()
    assert counts(run(folder, any_settings, encoder)) == (0, 0, 0, 3, 0)
    assert encoder.encoded == []
    assert contents(any_settings) == before
    assert Store.open(any_settings).current() == version


def test_only_the_changed_passages_are_encoded(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, any_settings, encoder)
    before = contents(any_settings)
    text = (folder / "a1.md").read_text(encoding="utf-8")
    write(folder, {"a1.md": text.replace("(Beleg 1.2)", "(Neuer Beleg)", 1)})
    assert counts(run(folder, any_settings, encoder)) == (0, 1, 0, 2, 0)
    assert len(encoder.encoded) == 1
    assert "Neuer Beleg" in encoder.encoded[0]
    after = contents(any_settings)
    changed = str(folder / "a1.md")
    assert after.pop(changed) != before.pop(changed)
    assert after == before


def test_a_renamed_file_is_neither_doubled_nor_encoded(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, any_settings, encoder)
    (folder / "a1.md").rename(folder / "z.md")
    assert counts(run(folder, any_settings, encoder)) == (0, 1, 0, 2, 0)
    assert encoder.encoded == []
    assert contents(any_settings)[str(folder / "z.md")][0][0] == "z"
    assert len(titles(any_settings)) == 3


def test_a_removed_file_is_gone_and_its_vectors_are_known_when_it_returns(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, any_settings, encoder)
    before = contents(any_settings)
    text = (folder / "a1.md").read_text(encoding="utf-8")
    (folder / "a1.md").unlink()
    assert counts(run(folder, any_settings, encoder)) == (0, 0, 1, 2, 0)
    assert str(folder / "a1.md") not in contents(any_settings)
    write(folder, {"a1.md": text})
    assert counts(run(folder, any_settings, encoder)) == (1, 0, 0, 2, 0)
    assert encoder.encoded == []
    assert contents(any_settings) == before


def test_two_files_that_swap_their_names(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, folder_settings, encoder)
    (folder / "a0.md").rename(folder / "swap")
    (folder / "a1.md").rename(folder / "a0.md")
    (folder / "swap").rename(folder / "a1.md")
    assert counts(run(folder, folder_settings, encoder)) == (0, 2, 0, 1, 0)
    assert encoder.encoded == []
    assert contents(folder_settings)[str(folder / "a0.md")][0][1] == "Artikel Nummer 1"


def test_a_moved_root_folder(
    folder: Path, any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    run(folder, any_settings, encoder)
    moved = folder.rename(tmp_path / "elsewhere")
    assert counts(run(moved, any_settings, encoder)) == (0, 3, 0, 0, 0)
    assert encoder.encoded == []
    assert sorted(contents(any_settings)) == sorted(str(p) for p in moved.iterdir())


def test_a_folder_moved_deeper_below_the_root_and_edited(
    folder: Path, folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    run(folder, folder_settings, encoder)
    parent = tmp_path / "parent"
    parent.mkdir()
    folder.rename(parent / "deeper")
    assert counts(run(parent, folder_settings, encoder)) == (0, 3, 0, 0, 0)
    assert len(titles(folder_settings)) == 3


def test_the_same_folder_reached_on_other_ways(
    folder: Path, folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    run(folder, folder_settings, encoder)
    link = tmp_path / "links" / "to"
    link.parent.mkdir()
    link.symlink_to(folder)
    for way in (tmp_path / "articles", tmp_path / "articles" / ".." / "articles", link.parent):
        report = run(way, folder_settings, encoder)
        assert (report.added, report.removed) == (0, 0)
        assert len(titles(folder_settings)) == 3
        assert encoder.encoded == []


@pytest.mark.parametrize("turned", [False, True])
def test_two_folders_with_equal_file_names(
    any_settings: Settings, encoder: HashEncoder, tmp_path: Path, turned: bool
) -> None:
    left = write(tmp_path / "left", {"job.md": article(1), "job.txt": article(2)})
    right = write(tmp_path / "right", {"job.md": article(3), "sub/job.md": article(4)})
    both = [right, left] if turned else [left, right]
    assert counts(run(both, any_settings, encoder)) == (4, 0, 0, 0, 0)
    before = contents(any_settings)
    assert [rows[0][1] for _, rows in sorted(before.items())] == [
        f"Artikel Nummer {n}" for n in (1, 2, 3, 4)
    ]
    for again in (both, both[::-1], [left], [right]):
        assert counts(run(again, any_settings, encoder)) == (0, 0, 0, 4, 0)
    assert contents(any_settings) == before
    moved = right.rename(tmp_path / "moved")
    for again in ([moved, left], [left, moved]):
        run(again, any_settings, encoder)
        assert encoder.encoded == []
        assert len(titles(any_settings)) == 4


def stated(number: int, source_id: str) -> str:
    return f"---\nid: {source_id}\n---\n{article(number)}"


def test_two_files_that_state_the_same_id(
    any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", {"one.md": stated(1, "same"), "two.md": stated(2, "same")})
    report = run(folder, any_settings, encoder)
    assert counts(report) == (1, 0, 0, 0, 1)
    (failure,) = report.failed
    assert failure.path == str(folder / "two.md")
    assert str(folder / "one.md") in failure.reason
    assert "same" in failure.reason


def test_who_has_an_id_keeps_it_whoever_comes_first_by_name(
    folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", {"two.md": stated(2, "same")})
    run(folder, folder_settings, encoder)
    write(folder, {"one.md": stated(1, "same")})
    assert counts(run(folder, folder_settings, encoder)) == (0, 0, 0, 1, 1)
    elsewhere = write(tmp_path / "b", {"three.md": stated(3, "same")})
    report = run(elsewhere, folder_settings, encoder)
    assert counts(report) == (0, 0, 0, 1, 1)
    assert str(folder / "two.md") in report.failed[0].reason
    assert titles(folder_settings) == ["Artikel Nummer 2"]


def test_a_stated_id_may_move_to_another_file(
    folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", {"one.md": stated(1, "same")})
    run(folder, folder_settings, encoder)
    write(folder, {"one.md": stated(1, "other"), "two.md": stated(2, "same")})
    assert run(folder, folder_settings, encoder).failed == ()
    ids = {path: rows[0][0] for path, rows in contents(folder_settings).items()}
    assert ids == {str(folder / "one.md"): "other", str(folder / "two.md"): "same"}


@pytest.mark.parametrize("damage", ["empty", "binary", "forbidden", "twin"])
def test_a_file_that_fails_keeps_what_is_indexed_of_it(
    folder: Path, any_settings: Settings, encoder: HashEncoder, damage: str
) -> None:
    if damage == "forbidden" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    run(folder, any_settings, encoder)
    before = contents(any_settings)
    bad = folder / "a1.md"
    if damage == "forbidden":
        bad.chmod(0)
    else:
        twin = stated(9, "a0")  # the id that a0.md has by its name
        bad.write_bytes({"empty": b"", "binary": bytes(range(256)), "twin": twin.encode()}[damage])
    write(folder, {"b.md": article(7)})
    report = run(folder, any_settings, encoder)
    assert counts(report) == (1, 0, 0, 3, 1)
    assert report.failed[0].path == str(bad)
    after = contents(any_settings)
    del after[str(folder / "b.md")]
    assert after == before


def test_a_missing_folder_removes_nothing(
    folder: Path, any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    run(folder, any_settings, encoder)
    before = contents(any_settings)
    folder.rename(tmp_path / "unmounted")
    report = run(folder, any_settings, encoder)
    assert counts(report) == (0, 0, 0, 3, 1)
    assert contents(any_settings) == before


def test_a_subfolder_that_cannot_be_entered_removes_nothing(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    write(folder, {"sub/b.md": article(7)})
    run(folder, folder_settings, encoder)
    shutil.rmtree(folder / "sub")
    (folder / "sub").symlink_to(folder / "nowhere")
    assert counts(run(folder, folder_settings, encoder)) == (0, 0, 0, 4, 1)


def test_an_emptied_folder_removes_its_sources_but_not_the_last(
    folder: Path, any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", {"b.md": article(7)})
    run([folder, other], any_settings, encoder)
    for path in folder.iterdir():
        path.unlink()
    assert counts(run(folder, any_settings, encoder)) == (0, 0, 3, 1, 0)
    before = contents(any_settings)
    (other / "b.md").unlink()
    with pytest.raises(StoreError, match="wäre der Index leer") as refused:
        run([folder, other], any_settings, encoder)
    assert refused.value.hint
    way_out = "Sammlungen" if any_settings.chroma_url else str(any_settings.db)
    assert way_out in refused.value.hint
    assert contents(any_settings) == before


def test_nothing_to_read_makes_no_index(
    folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(UnreadableError, match="kein lesbarer Artikel"):
        run(tmp_path / "nothing", folder_settings, encoder)
    assert counts(run(tmp_path / "missing", folder_settings, encoder)) == (0, 0, 0, 0, 1)
    assert not folder_settings.db.exists()


def test_only_bad_files_make_no_version(
    any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    folder = write(tmp_path / "bad", {"empty.md": ""})
    assert counts(run(folder, any_settings, encoder)) == (0, 0, 0, 0, 1)
    with pytest.raises(IndexMissingError, match="noch kein"):
        Store.open(any_settings).require_current()


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
    }


def test_a_dry_run_shows_the_plan_and_writes_nothing(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    report, plan = ingest([str(folder)], folder_settings, dry_run=True, encoder=encoder)
    assert counts(report) == (3, 0, 0, 0, 0)
    assert not folder_settings.db.exists()
    run(folder, folder_settings, encoder)
    encoder.encoded.clear()
    (folder / "a0.md").unlink()
    (folder / "a1.md").rename(folder / "z.md")
    write(folder, {"a2.md": article(8), "b.md": article(9), "bad.md": ""})
    before = snapshot(folder_settings.db)
    report, plan = ingest([str(folder)], folder_settings, dry_run=True, encoder=encoder)
    assert counts(report) == (1, 2, 1, 0, 1)
    assert [(c.source_id, c.kind) for c in plan.changes] == [
        ("a0", "removed"),
        ("a2", "updated"),
        ("b", "added"),
        ("z", "renamed"),
    ]
    assert encoder.encoded == []
    assert snapshot(folder_settings.db) == before
    assert counts(run(folder, folder_settings, encoder)) == counts(report)


def test_a_dry_run_writes_nothing_to_a_server(
    folder: Path, server_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, server_settings, encoder)
    write(folder, {"b.md": article(9)})
    store = Store.open(server_settings)
    client = store.client
    before = [(c.id, c.metadata, c.count()) for c in client.list_collections()]
    report, _ = ingest([str(folder)], server_settings, dry_run=True, encoder=encoder)
    assert counts(report) == (1, 0, 0, 3, 0)
    assert [(c.id, c.metadata, c.count()) for c in client.list_collections()] == before


def test_another_encoder_rebuilds_everything_also_from_elsewhere(
    folder: Path, any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", {"b.md": article(7)})
    run([folder, other], any_settings, encoder)
    (other / "b.md").unlink()
    newer = HashEncoder("2")
    dry, plan = ingest([str(folder)], any_settings, dry_run=True, encoder=newer)
    assert plan.rebuilds
    report = run(folder, any_settings, newer)
    assert counts(report) == counts(dry) == (0, 4, 0, 0, 0)
    assert len(newer.encoded) == report.passages
    store = Store.open(any_settings)
    assert store.identity(store.require_current()).revision == "2"
    assert str(other / "b.md") in contents(any_settings)


def test_another_chunker_rebuilds_but_uses_the_vectors_again(
    folder: Path,
    folder_settings: Settings,
    encoder: HashEncoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(folder, folder_settings, encoder)
    store = Store.open(folder_settings)
    identity = replace(IndexIdentity.of(encoder.identity), chunker="0")
    for name in ("lotse-v1-sources", "lotse-v1-passages"):  # as an older release left it
        metadata = {f: getattr(identity, f) for f in IndexIdentity.__dataclass_fields__}
        store.client.get_collection(name, embedding_function=None).modify(metadata=metadata)
    assert counts(run(folder, folder_settings, encoder)) == (0, 3, 0, 0, 0)
    assert encoder.encoded == []
    assert store.identity(store.require_current()).chunker != "0"


def test_a_damaged_version_is_not_copied_from(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, folder_settings, encoder)
    good = contents(folder_settings)
    store = Store.open(folder_settings)
    passages = store.client.get_collection("lotse-v1-passages", embedding_function=None)
    passages.delete(ids=passages.get(limit=1)["ids"])
    write(folder, {"b.md": article(9)})
    run(folder, folder_settings, encoder)
    mended = contents(folder_settings)
    del mended[str(folder / "b.md")]
    assert mended == good


def test_the_default_encoder_is_not_loaded_where_nothing_changed(
    tmp_path: Path, folder_settings: Settings
) -> None:
    folder = write(tmp_path / "articles", {"a.md": article(1, sections=1), "b.md": article(2)})
    cache = tmp_path / "cache"
    ready = load_encoder(Settings(_env_file=None))
    ingest([str(folder)], folder_settings, encoder=ready)
    # With this cache, loading the encoder would make its folder.
    settings = folder_settings.model_copy(update={"cache": cache})
    report, plan = ingest([str(folder)], settings)
    assert (counts(report), plan.rebuilds) == ((0, 0, 0, 2, 0), False)
    (folder / "b.md").unlink()
    assert counts(ingest([str(folder)], settings)[0]) == (0, 0, 1, 1, 0)
    assert not cache.exists()


def test_only_two_versions_stay_and_the_folder_does_not_grow(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    store = None
    for number in range(5):
        write(folder, {"a0.md": article(100 + number)})
        run(folder, folder_settings, encoder)
        store = Store.open(folder_settings)
        current = store.require_current()
        assert store.versions() == [current - 1, current][-min(number + 1, 2) :]
    assert store is not None
    names = {c.name for c in store.client.list_collections()}
    assert names == {"lotse"} | {f"lotse-v{v}-{k}" for v in (4, 5) for k in ("sources", "passages")}


def test_vector_files_of_deleted_versions_are_deleted(
    folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    # Chroma writes vector files from 1,000 vectors on.
    folder = write(tmp_path / "many", {f"a{n}.md": article(n, sections=40) for n in range(30)})
    for number in range(3):
        write(folder, {"b.md": article(1000 + number)})
        report = run(folder, folder_settings, encoder)
        assert report.passages > 1_000
    kept = [path for path in folder_settings.db.iterdir() if path.is_dir()]
    assert len(kept) == 4  # of two versions, each sources and passages
    assert len(contents(folder_settings)) == 31


def test_pages_give_each_record_once_in_the_order_of_writing(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    run(folder, any_settings, encoder)
    store = Store.open(any_settings)
    passages: Records = store.passages(store.require_current())
    whole = [key for page in passages.pages(["documents"]) for key in page["ids"]]
    small = [key for page in passages.pages(["documents"], size=2) for key in page["ids"]]
    assert small == whole
    assert len(set(whole)) == passages.count() > 4


def test_more_records_than_one_write_takes(
    any_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    store = Store.open(any_settings, create=True)
    batch = store.client.get_max_batch_size()
    identity = IndexIdentity.of(encoder.identity)
    store.create(1, identity)
    number = batch + 1
    ids = [f"x{i}" for i in range(number)]
    about = [{"part": i} for i in range(number)]
    store.sources(1).add(ids, ids, about, np.ones((number, 1), dtype=np.float32))
    assert store.sources(1).count() == number


def test_a_source_that_no_text_can_hold_fails_alone(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    write(folder, {"bad.md": f'---\ntitle: "\\ud800"\npublisher: "\\udfff"\n---\n{article(5)}'})
    report = run(folder, folder_settings, encoder)
    assert report.added + len(report.failed) == 4
    assert report.added >= 3
