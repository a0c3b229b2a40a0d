"""What models write is read in all the forms they give it."""

from __future__ import annotations

import pytest

from bot.answering.generative.draft import Part, sentences_of


@pytest.mark.parametrize(
    "written",
    [
        "Lotsen führen Schiffe [1].",
        "Lotsen führen Schiffe. [1]",
        "Lotsen führen Schiffe.[1]",
        "- Lotsen führen Schiffe [1].",
        "1. **Lotsen** führen Schiffe [1].",
        "Lotsen führen Schiffe 【1】.",
        "Lotsen führen Schiffe [Satz 1].",
        "<think>Der Nutzer fragt … [7]\nAlso los.</think>\n\nLotsen führen Schiffe [1].",
        "## Aufgaben\n\nLotsen führen Schiffe [1].",
        "Das sagen die Quellen:\n* Lotsen führen Schiffe [1].",
        "**Aufgaben**\nLotsen führen Schiffe [1].",
    ],
)
def test_forms_of_one_sentence(written: str) -> None:
    (sentence,) = sentences_of(written)
    assert sentence.parts == (Part("Lotsen führen Schiffe", (1,)),)
    assert sentence.end == "."


@pytest.mark.parametrize("markers", ["[1][3]", "[1] [3]", "[1, 3]", "[1; 3]"])
def test_several_markers(markers: str) -> None:
    (sentence,) = sentences_of(f"Lotsen führen Schiffe {markers}.")
    assert sentence.cited == (1, 3)


def test_a_marker_inside_a_sentence_ends_a_part() -> None:
    (sentence,) = sentences_of("Lotsen führen Schiffe [1] und warnen Kapitäne [2].")
    assert sentence.parts == (
        Part("Lotsen führen Schiffe", (1,)),
        Part("und warnen Kapitäne", (2,)),
    )


def test_a_marker_counts_for_its_own_sentence_alone() -> None:
    first, second = sentences_of("Lotsen führen Schiffe. Sie warnen Kapitäne. [2]")
    assert first.cited == ()
    assert second.cited == (2,)


def test_words_behind_the_last_marker_are_a_part_without_one() -> None:
    (sentence,) = sentences_of("Lotsen führen Schiffe [1] und fliegen zum Mond.")
    assert sentence.parts[-1] == Part("und fliegen zum Mond", ())


@pytest.mark.parametrize("written", ["", "  \n", "## Nur eine Überschrift", "<think>…</think>"])
def test_nothing_written(written: str) -> None:
    assert sentences_of(written) == []
