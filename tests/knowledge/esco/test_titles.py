"""Titles as people write them are resolved to occupations."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.esco.title_vectors import titles_file
from bot.knowledge.esco.titles import TitleIndex, one_form
from tests.index.hashing import HashEncoder
from tests.knowledge.esco.export import INVENTED, write_export


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> TitleIndex:
    return TitleIndex(occupation_sources(write_export(tmp_path_factory.mktemp("esco"))))


@pytest.mark.parametrize(
    "title",
    [
        "Laternenputzer",
        "laternenputzerin",
        "Laternenputzer (m/w/d)",
        "Laternenputzer:in",
        "Laternenputzer/-in",
        "Laternenputzer/Laternenputzerin",
        "LaternenputzerIn",
        "Laternenputzerinnen",
        "Lichtpflegerin",
        "Lampenwart",
    ],
)
def test_every_form_of_a_name_is_exact(index: TitleIndex, title: str) -> None:
    first = index.resolve(title)[0]
    assert (first.role_id, first.exact) == ("laternenputzer", True)
    assert first.label == "Laternenputzer"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Laternnputzer", "laternenputzer"),
        ("Stadtlaternenputzer", "laternenputzer"),
        ("Turmköchin in Vollzeit", "turmkoch"),
        ("Himmelbeobachter", "wolkenzaehler"),
    ],
)
def test_near_titles_come_close(index: TitleIndex, title: str, role: str) -> None:
    first = index.resolve(title)[0]
    assert (first.role_id, first.exact) == (role, False)
    assert 0 < first.score < 1


def test_an_exact_name_scores_above_a_near_one(index: TitleIndex) -> None:
    found = index.resolve("Laternenmeister", limit=3)
    assert [match.role_id for match in found[:2]] == ["laternenmeister", "laternenputzer"]
    assert found[0].score == 1 > found[1].score
    assert len({match.role_id for match in found}) == 3


def test_who_bears_a_name_first_of_all_goes_before_who_bears_it_too(tmp_path: Path) -> None:
    both = (INVENTED[0], ("Lampenwart/Lampenwartin", (), *INVENTED[0][2:]))
    index = TitleIndex(occupation_sources(write_export(tmp_path / "esco", both)))
    assert index.resolve("Lampenwart")[0].role_id == "lampenwart"


@pytest.mark.parametrize("title", ["", "   ", "der die das", "\x00", "///", "🦊"])
def test_nothing_is_resolved_to_nothing(index: TitleIndex, title: str) -> None:
    assert index.resolve(title) == ()


def test_no_occupations_no_matches() -> None:
    assert TitleIndex(()).resolve("Bäcker") == ()
    assert TitleIndex((), HashEncoder().encode_questions).resolve("Bäcker") == ()


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Bäcker/Bäckerin", "Bäcker"),
        ("Bäcker/in (Handwerk)", "Bäcker (Handwerk)"),
        (
            "Staatlich geprüfter Techniker/Staatlich geprüfte Technikerin Fachrichtung Bau",
            "Staatlich geprüfter Techniker Fachrichtung Bau",
        ),
        ("Leiter/Leiterin - Kalk/Zement", "Leiter - Kalk/Zement"),
        ("Kalk/Zement", "Kalk/Zement"),
    ],
)
def test_what_a_slash_doubles_is_said_once(title: str, plain: str) -> None:
    assert one_form(title) == plain


def test_vectors_are_kept_and_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    sources = occupation_sources(write_export(tmp_path / "esco"))
    encoder = HashEncoder()
    kept = titles_file(tmp_path / "cache", sources, "words 1")
    first = TitleIndex(sources, encoder.encode_passages, kept).resolve("Lampenwartin")
    assert kept.is_file() and encoder.encoded
    encoder.encoded.clear()
    again = TitleIndex(sources, encoder.encode_passages, kept)
    assert encoder.encoded == []
    assert again.resolve("Lampenwartin") == first
    kept.write_bytes(b"half")
    TitleIndex(sources, encoder.encode_passages, kept)
    assert encoder.encoded
    assert np.load(kept).shape[1] == 16
    assert titles_file(tmp_path, sources, "words 2") != titles_file(tmp_path, sources, "words 1")
