"""What ingest makes ready for matching is what a first match would make, and made once."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.index.encoder import Encoder, load_encoder
from bot.index.serving import Index
from bot.index.view import IndexView
from bot.matching.deciding.nearness import LabelVectors
from bot.matching.deciding.table import table_of
from bot.matching.files import KEPT_FILES, files_like, keep
from bot.matching.kept import Roles, read_roles, roles_file, write_roles
from bot.matching.matcher import Matcher
from bot.settings import Settings, load_settings
from tests.matching.deciding.profiles import Cv

LABELS = ["Kundenbeziehungen pflegen", "Brot backen"]
PROFILE = Cv().claim("Verhandlungsgeschick, Englisch in Wort und Schrift").profile()


class Counting:
    """The real encoder, which remembers what it was asked for."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.identity = encoder.identity
        self.seen: list[str] = []

    def encode_passages(self, texts: list[str]) -> NDArray[np.float32]:
        self.seen += texts
        return self._encoder.encode_passages(texts)


@pytest.fixture(scope="module")
def real() -> Encoder:
    return load_encoder(load_settings())


@pytest.fixture
def counting(real: Encoder) -> Counting:
    return Counting(real)


@pytest.fixture
def view(corpus_settings: Settings) -> IndexView:
    return Index.open(corpus_settings).view()


def vectors(labels: list[str], encoder: Counting, folder: Path) -> LabelVectors:
    return LabelVectors(labels, cast(Encoder, encoder), folder)


def test_an_index_that_has_changed_encodes_only_what_is_new(
    counting: Counting, tmp_path: Path
) -> None:
    vectors(LABELS, counting, tmp_path).prepare()
    assert counting.seen == LABELS
    counting.seen.clear()
    told: list[tuple[int, int]] = []
    more = ["Schiffe lenken", *reversed(LABELS)]
    grown = vectors(more, counting, tmp_path)
    grown.prepare(lambda done, total: told.append((done, total)))
    assert counting.seen == ["Schiffe lenken"]
    assert told == [(2, 3), (3, 3)]
    assert grown.near(["Pflege von Kundenbeziehungen"]) == {2: 0}
    told.clear()
    vectors(more, counting, tmp_path).prepare(lambda done, total: told.append((done, total)))
    assert told == []


def test_keys_that_do_not_fit_their_vectors_are_not_believed(
    counting: Counting, tmp_path: Path
) -> None:
    vectors(LABELS, counting, tmp_path).prepare()
    (keys,) = tmp_path.glob("keys-*")
    np.save(keys, np.load(keys)[:1])
    counting.seen.clear()
    vectors(["Schiffe lenken", *LABELS], counting, tmp_path).prepare()
    assert counting.seen == ["Schiffe lenken", *LABELS]


def test_kept_requirements_are_those_that_were_read(view: IndexView, tmp_path: Path) -> None:
    ids = tuple(sorted(view.profiles))
    made = Roles.of(table_of(view, view.profiles, ids))
    file = roles_file(tmp_path, view, ids)
    assert file is not None
    write_roles(file, made)
    read = read_roles(file)
    assert read is not None
    for name in ("roles", "demands", "row_of", "named"):
        assert getattr(read.table, name) == getattr(made.table, name)
    for name in ("rows", "optional", "owners", "by_words", "alphabetical"):
        assert np.array_equal(getattr(read.table, name), getattr(made.table, name))
    assert read.screening.terms == made.screening.terms
    terms = list(made.screening.terms)[::3]
    assert read.screening.named(terms).tolist() == made.screening.named(terms).tolist()
    assert len(made.screening.named(terms)) > 0


def test_a_match_from_what_is_kept_is_the_same(
    view: IndexView, real: Encoder, tmp_path: Path
) -> None:
    first, second, third = (
        Matcher(view, view.profiles, real, cache).ranked(PROFILE)
        for cache in (None, tmp_path, tmp_path)
    )
    assert first == second == third
    assert len(list(tmp_path.glob("roles-*.npz"))) == 1


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", None])
def test_damaged_requirements_are_made_anew(
    view: IndexView, real: Encoder, tmp_path: Path, damage: bytes | None
) -> None:
    Matcher(view, view.profiles, real, tmp_path).prepare()
    (file,) = tmp_path.glob("roles-*.npz")
    written = file.read_bytes()
    file.write_bytes(written[: len(written) // 2] if damage is None else damage)
    Matcher(view, view.profiles, real, tmp_path).prepare()
    assert read_roles(file) is not None


def test_other_roles_are_kept_elsewhere(view: IndexView, tmp_path: Path) -> None:
    ids = tuple(sorted(view.profiles))
    assert roles_file(tmp_path, view, ids) == roles_file(tmp_path, view, ids)
    assert roles_file(tmp_path, view, ids) != roles_file(tmp_path, view, ids[:1])


def test_files_that_nobody_uses_go(tmp_path: Path) -> None:
    for number in range(KEPT_FILES + 3):
        keep(tmp_path / f"labels-{number}.npy", vectors=np.zeros(number))
    assert len(files_like(tmp_path / "labels-0.npy")) == KEPT_FILES
    assert (tmp_path / f"labels-{KEPT_FILES + 2}.npy").is_file()
    assert not list(tmp_path.glob("part-*"))
