"""The small tokeniser gives the ids of the ``tokenizers`` library, text by text."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from bot.index.encoder.protocol import encodable


@pytest.fixture(scope="module")
def library(folder):
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


@pytest.fixture(scope="module")
def ours(encoder):
    return encoder._tokenizer


def test_corpus(ours, library, integreat_texts):
    for text in integreat_texts:
        assert ours.encode(text) == library.encode(text).ids[1:-1]


def test_german(ours, library, german_texts):
    for text in german_texts:
        assert ours.encode(text) == library.encode(text).ids[1:-1]


# Characters that the two Unicode tables behind Python and the library both know.
ASSIGNED = st.characters(exclude_categories=["Cs", "Cn", "Co"]).filter(
    lambda c: unicodedata.ucd_3_2_0.category(c) != "Cn"
)
PARTS = st.sampled_from(
    ["<s>", "<mask>", "</s>", "  ", "ä", "ß", "▁", "\u00a8", "Gehalt", "\t", "😀"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PARTS | st.text(ASSIGNED, max_size=8), max_size=12).map("".join))
@example("\u00a8 \u00b4a <s> b")
def test_anything(ours, library, text):
    text = encodable(text)
    assert ours.encode(text) == library.encode(text).ids[1:-1]


def test_long_word_isnt_cached_and_stays_equal(ours, library):
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 30
    assert ours.encode(word) == library.encode(word).ids[1:-1]
    assert not any(len(known) > 100 for known in ours._cache)


def test_limit_gives_the_same_beginning(ours):
    text = "Das Gehalt einer Führungskraft steigt. " * 400
    limited = ours.encode(text, 510)
    assert 510 <= len(limited) < len(ours.encode(text))
    assert limited[:510] == ours.encode(text)[:510]
