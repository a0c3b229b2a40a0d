"""Spellings that mean the same word meet in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.german import (
    CompoundSplitter,
    content_stems,
    content_words,
    focus_words,
    fold,
    stem,
    words,
)


@pytest.mark.parametrize(
    "written", ["Größe", "Groesse", "GRÖSSE", "grosse", "Große", "Gro\u0308ße"]
)
def test_lost_and_rewritten_umlauts_fold_together(written: str) -> None:
    assert fold(written) == "grosse"


@pytest.mark.parametrize("word", ["neue", "Quelle", "dauern", "Treue"])
def test_ue_after_a_vowel_is_no_umlaut(word: str) -> None:
    assert "ue" in fold(word)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "written",
    ["Manager:in", "Manager*innen", "Manager/-in", "Manager_innen", "ManagerInnen", "Manager(in)",
     "Managerin", "Managerinnen", "Managers", "Manager (m/w/d)"],
)  # fmt: skip
def test_gendered_forms_share_a_stem(written: str) -> None:
    assert content_stems(written) == [stem("manager")]


@pytest.mark.parametrize("word", ["Berlin", "Termin", "Medizin", "darin"])
def test_words_that_only_look_feminine_are_kept(word: str) -> None:
    assert stem(fold(word)).endswith("in")


@pytest.mark.parametrize("written", ["70.000", "70 000", "70\u00a0000", "70\u202f000", "70000"])
def test_numbers_meet_however_they_are_grouped(written: str) -> None:
    assert words(f"bei {written} Euro") == ["bei", "70000", "euro"]


def test_decimals_and_years_stay_apart() -> None:
    assert words("1,5 Prozent im Jahr 2025/26") == ["1,5", "prozent", "im", "jahr", "2025", "26"]


def test_fillers_of_questions_still_count_in_a_ranking() -> None:
    question = "Warum gibt es mehr Gehalt, und was macht das?"
    assert content_words(question) == ["warum", "gibt", "mehr", "gehalt", "macht"]
    assert focus_words(question) == ["gehalt"]


def test_hyphenated_words_count_in_parts() -> None:
    assert words("Key-Account-Manager (w/m/d)") == ["key", "account", "manager"]


def test_compounds_are_split_by_the_corpus_own_words() -> None:
    texts = ["Der Vertrieb wächst", "Erfahrung im Vertrieb", "viel Erfahrung", "Sprache lernen",
             "Kurs der Sprache", "ein Kurs"]  # fmt: skip
    splitter = CompoundSplitter.from_texts(texts)
    assert splitter.parts("vertriebserfahrung") == ("vertrieb", "erfahrung")
    assert splitter.parts("sprachkurs") == ("sprache", "kurs")
    assert splitter.parts("zahnarzt") == ()
