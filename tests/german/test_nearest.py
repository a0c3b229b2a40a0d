"""The lookup finds what comparing every word finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.german.nearest import NearestWords

LETTERS = st.sampled_from("abcä\U0001f600")
WORDS = st.text("abcä\U0001f600", min_size=1, max_size=7)


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[set[str], str]:
    """Some words, and one of them after one or two errors."""
    words = draw(st.sets(WORDS, min_size=1, max_size=20))
    typed = draw(st.sampled_from(sorted(words)))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(typed)))
        before, after, letter = typed[:place], typed[place:], draw(LETTERS)
        swapped = after[1:2] + after[:1] + after[2:]
        changed = (letter + after, after[1:], letter + after[1:], swapped)
        typed = before + draw(st.sampled_from(changed))
    return words, typed


@given(misspelt())
def test_one_error_finds_the_same_as_comparing_all(case: tuple[set[str], str]) -> None:
    words, typed = case
    found = NearestWords(words).one_error(typed)
    assert sorted(found) == sorted(w for w in words if OSA.distance(w, typed) == 1)


@given(misspelt())
def test_two_errors_are_found_behind_the_same_start(case: tuple[set[str], str]) -> None:
    words, typed = case
    found = NearestWords(words).two_errors(typed)
    expected = (w for w in words if OSA.distance(w, typed) == 2 and w[:2] == typed[:2])
    assert sorted(found) == sorted(expected)
