"""Spoilt questions: each kind by its definition, typos by properties."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.evaluation.perturb import LONGER_WORD, PERTURBATIONS, perturbed

QUESTION = "Wie heißt das größte Bürgerbüro in Überlingen, und ab 2024?"
GERMAN = st.text("abcdefgstuvwxyzäöüßABCÄÖÜ -?.,123", max_size=80)
TYPOS = pytest.mark.parametrize("kind", ["typos", "typos-any"])


def test_spellings_are_changed_as_defined() -> None:
    def one(kind: str) -> str:
        return perturbed([QUESTION], kind)[0]

    assert one("umlauts") == "Wie heisst das grosste Burgerburo in Uberlingen, und ab 2024?"
    assert one("ae") == "Wie heisst das groesste Buergerbuero in Ueberlingen, und ab 2024?"
    assert one("lower") == "wie heißt das größte bürgerbüro in überlingen, und ab 2024?"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown perturbation 'upper'"):
        perturbed([QUESTION], "upper")


@TYPOS
@given(question=GERMAN, seed=st.integers(0, 5))
def test_every_long_word_has_one_error_and_nothing_else(
    kind: str, question: str, seed: int
) -> None:
    (spoilt,) = perturbed([question], kind, seed)
    fixed = LONGER_WORD.split(question)
    # What isn't a long word is still there, in its order; between stand the spoilt words.
    found = re.fullmatch("(.*?)".join(map(re.escape, fixed)), spoilt, re.DOTALL)
    assert found
    for word, changed in zip(LONGER_WORD.findall(question), found.groups(), strict=True):
        assert OSA.distance(word, changed) == 1
        assert changed.lower() != word.lower()
        if kind == "typos":
            assert changed[0] == word[0]


@TYPOS
@given(questions=st.lists(GERMAN, max_size=4))
def test_a_question_is_spoilt_alike_whatever_its_neighbours(
    kind: str, questions: list[str]
) -> None:
    alone = [perturbed([question], kind)[0] for question in questions]
    assert perturbed(questions, kind) == alone
    assert perturbed(questions[::-1], kind) == alone[::-1]


@TYPOS
def test_another_seed_makes_other_typos(kind: str) -> None:
    assert perturbed([QUESTION], kind, 1) != perturbed([QUESTION], kind, 2)
    assert perturbed([QUESTION], kind, 1) == perturbed([QUESTION], kind, 1)


def test_all_four_errors_and_all_places_occur() -> None:
    word = "abcdefgh"
    for kind, first in (("typos", 1), ("typos-any", 0)):
        spoilt = {perturbed([word], kind, seed)[0] for seed in range(600)}
        longer = {changed for changed in spoilt if len(changed) == len(word) + 1}
        shorter = {changed for changed in spoilt if len(changed) == len(word) - 1}
        swapped = {
            changed for changed in spoilt if sorted(changed) == sorted(word) and changed != word
        }
        assert shorter == {word[:i] + word[i + 1 :] for i in range(first, len(word))}
        assert len(swapped) == len(word) - 1 - first
        assert any(changed.startswith(word) for changed in longer)
        replaced = spoilt - longer - shorter - swapped
        places = {
            next(i for i, (a, b) in enumerate(zip(word, changed, strict=True)) if a != b)
            for changed in replaced
        }
        assert places == set(range(first, len(word)))


def test_four_letters_are_too_few_and_five_are_enough() -> None:
    for seed in range(20):
        (spoilt,) = perturbed(["Was tut Frau Meier 20000 mal"], "typos", seed)
        *before, changed, number, last = spoilt.split()
        assert (before, number, last) == (["Was", "tut", "Frau"], "20000", "mal")
        assert changed != "Meier"


def test_spelling_changes_leave_nothing_behind() -> None:
    assert set(PERTURBATIONS) >= {"umlauts", "ae", "typos", "lower"}
    for kind in ("umlauts", "ae"):
        assert perturbed(["ÄÖÜäöüß"], kind)[0].isascii()
