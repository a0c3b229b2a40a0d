"""Who may act: keys are shown once, kept as hashes, and end when they are revoked."""

from __future__ import annotations

import json
import stat
import threading

import pytest

from bot.screening.errors import ReviewersFileError, ScreeningError
from bot.screening.reviewers import Reviewers


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kept" / "reviewers.json"


@pytest.fixture
def reviewers(file, clock):
    return Reviewers(file, clock)


def test_a_key_names_its_person_and_is_kept_nowhere(reviewers, file):
    ada, bo = reviewers.add("Ada  Krüger "), reviewers.add("Bo Lang")
    assert len(ada) >= 43 and ada != bo
    assert reviewers.named_by(ada) == "Ada Krüger"
    assert reviewers.named_by(bo) == "Bo Lang"
    assert ada not in file.read_text() and "Ada Krüger" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {p.name for p in file.parent.iterdir()} <= {"reviewers.json", "reviewers.json.lock"}


def test_other_keys_name_nobody(reviewers, file):
    key = reviewers.add("Ada Krüger")
    kept = json.loads(file.read_text())["reviewers"][0]["key_sha256"]
    for wrong in ("", key[:-1], f"{key} ", key.swapcase(), kept, "ä", "\ud800", "x" * 100_000):
        assert reviewers.named_by(wrong) is None


def test_without_a_file_nobody_may(reviewers, file):
    assert reviewers.all() == () and reviewers.named_by("x") is None
    assert not file.parent.exists()


def test_a_revoked_key_is_refused_by_whoever_has_read_it_before(reviewers, file, clock):
    key = reviewers.add("Ada Krüger")
    serving = Reviewers(file, clock)
    assert serving.named_by(key) == "Ada Krüger"
    reviewers.revoke("ada krüger")
    assert serving.named_by(key) is None
    assert serving.all()[0].revoked == "2026-11-22T09:30:00+00:00"
    again = reviewers.add("Ada Krüger")
    assert serving.named_by(again) == "Ada Krüger" and serving.named_by(key) is None


def test_one_name_is_one_person(reviewers):
    reviewers.add("Ada Krüger")
    for same in ("Ada Krüger", "ada krüger", " Ada\tKrüger", "Ada Kru\u0308ger"):
        with pytest.raises(ScreeningError, match="schon eingetragen"):
            reviewers.add(same)


@pytest.mark.parametrize("name", ["", "x", "12", "Karrierelotse", "a" * 121])
def test_a_name_is_needed(reviewers, file, name):
    with pytest.raises(ScreeningError):
        reviewers.add(name)
    assert not file.exists()


def test_nobody_is_revoked_twice(reviewers):
    reviewers.add("Ada Krüger")
    reviewers.revoke("Ada Krüger")
    for name in ("Ada Krüger", "Bo Lang"):
        with pytest.raises(ScreeningError, match="keinen gültigen Schlüssel"):
            reviewers.revoke(name)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff", b'{"version": 2, "reviewers": []}', b'{"version": 1}',
        b'{"version": 1, "reviewers": [{"name": "Eve"}]}',
        b'{"version": 1, "reviewers": [{"name": "Eve", "key_sha256": "\xc3\xa4", "created": ""}]}',
        b'{"version": 1, "reviewers": [{"name": 7, "key_sha256": "00", "created": ""}]}',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_broken_file_lets_nobody_in_and_stays(reviewers, file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    for ask in (lambda: reviewers.named_by("x"), lambda: reviewers.add("Ada Krüger")):
        with pytest.raises(ReviewersFileError, match="LOTSE_SCREENING_REVIEWERS"):
            ask()
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_written(tmp_path, clock):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReviewersFileError, match="Rechte"):
        Reviewers(tmp_path / "file" / "reviewers.json", clock).add("Ada Krüger")


def test_many_are_added_at_once(file, clock):
    keys: dict[str, str] = {}

    def add(number: int) -> None:
        keys[f"Person {number}"] = Reviewers(file, clock).add(f"Person {number}")

    threads = [threading.Thread(target=add, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reviewers = Reviewers(file, clock)
    assert len(keys) == 8
    assert {name: reviewers.named_by(key) for name, key in keys.items()} == {n: n for n in keys}
