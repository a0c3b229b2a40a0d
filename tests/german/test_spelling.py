"""Known words get the corpus's spelling back and stay the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.german import Vocabulary, fold, respelt, written_words

TEXTS = [
    "Die Größe des Gehalts hängt von der Größe der Branche ab, und große Firmen zahlen mehr.",
    "Ärzte können fördern und fordern. Die Zahl würde helfen.",
]
VOCABULARY = Vocabulary(written_words(TEXTS))


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("Was sagt die Groesse?", "Was sagt die Größe?"),
        ("Was sagt die Grosse?", "Was sagt die Größe?"),
        ("Welche grosse Firma?", "Welche große Firma?"),
        ("Wo haengt es?", "Wo hängt es?"),
        ("Haengt es?", "Hängt es?"),
        ("was verdienen aerzte", "was verdienen Ärzte"),
        ("die branche", "die Branche"),
        ("Wie ist die branche?", "Wie ist die branche?"),
        ("Er will fordern.", "Er will fordern."),
        ("Wann wurde es?", "Wann wurde es?"),
        ("BRANCHE", "BRANCHE"),
    ],
)
def test_spelling(typed: str, spelt: str) -> None:
    assert respelt(typed, VOCABULARY) == spelt


@given(st.lists(st.sampled_from("groesse Grosse haengt aerzte wurde Branche xyz 12 ?".split())))
def test_a_respelt_text_has_the_same_words(typed: list[str]) -> None:
    text = " ".join(typed)
    assert fold(respelt(text, VOCABULARY)) == fold(text)
