"""Windows: runs of whole sentences, without overlap, that cover a passage."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import Passage
from bot.passages import split_sentences, window_texts, windows
from bot.passages.windows import WINDOW_CHARACTERS

words = st.lists(st.sampled_from("Gehalt Kunde Vertrieb Reise Verantwortung".split()), min_size=1)
sentence = words.map(lambda found: " ".join(found) + ".")
texts = st.lists(sentence, min_size=1, max_size=30).map(" ".join)


def passage(text: str, start: int = 0, headings: tuple[str, ...] = ()) -> Passage:
    found = split_sentences(" " * start + text, start)
    return Passage("p", "s", headings, start, start + len(text), tuple(found), text)


@given(texts, st.integers(0, 50))
def test_windows_divide_a_passage_between_sentences(text: str, start: int) -> None:
    whole = passage(text, start)
    groups = windows("Titel", whole)
    if not groups:
        first, last = whole.sentences[0], whole.sentences[-1]
        assert len(whole.sentences) == 1 or last.end - first.start <= WINDOW_CHARACTERS
        return
    assert groups[0][0] == whole.sentences[0].start
    assert groups[-1][1] == whole.sentences[-1].end
    inner = [(a[1], b[0]) for a, b in itertools.pairwise(groups)]
    neighbours = zip(whole.sentences, whole.sentences[1:], strict=False)
    assert set(inner) <= {(a.end, b.start) for a, b in neighbours}
    for begin, end in groups:
        inside = [s for s in whole.sentences if begin <= s.start < end]
        assert end - begin <= WINDOW_CHARACTERS or len(inside) == 1


def test_title_and_headings_stand_before_every_window() -> None:
    long = "Der Satz ist lang genug, " * 8 + "sagt man."
    whole = passage(f"{long} {long}", headings=("Oben", "Mitte", "Unten"))
    shown = window_texts("Titel", whole, windows("Titel", whole))
    assert shown == [f"Titel\nMitte\nUnten\n{long}"] * 2


def test_a_title_that_the_text_repeats_is_not_embedded_twice() -> None:
    long = "Der Satz ist lang genug, " * 8 + "sagt man."
    whole = passage(f"Titel\n{long} {long}")
    shown = window_texts("Titel", whole, windows("Titel", whole))
    assert shown == [f"Titel\n{long}"] * 2
    begins = passage(f"Titel und mehr, {long} {long}")
    assert window_texts("Titel", begins, windows("Titel", begins))[0].count("Titel") == 1
