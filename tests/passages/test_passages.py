"""Passages follow sections, fit the encoder and know their sentences."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import Section, Source
from bot.passages import cut, embedded_text


def count_words(text: str) -> int:
    return len(text.split())


def source_of(*sections: tuple[tuple[str, ...], str]) -> Source:
    text, made = "", []
    for path, body in sections:
        if path:
            text += f"{path[-1]}\n\n"
        made.append(Section(path, len(text), len(text) + len(body)))
        text += f"{body}\n\n"
    return Source(id="quelle", title="Titel", text=text, sections=tuple(made))


def test_no_passage_crosses_a_heading() -> None:
    source = source_of((("Aufgaben",), "Er verkauft."), (("Gehalt",), "Er verdient gut."))
    passages = cut(source, count_words, 100)
    assert [(p.heading_path, p.text) for p in passages] == [
        (("Aufgaben",), "Er verkauft."),
        (("Gehalt",), "Er verdient gut."),
    ]


def test_text_is_the_source_at_the_offsets() -> None:
    source = source_of(((), "Eins zwei. Drei vier."), (("Kopf",), "Fünf.\n\n• Sechs\n• Sieben"))
    for passage in cut(source, count_words, 100):
        assert passage.text == source.text[passage.start : passage.end]
        for sentence in passage.sentences:
            assert passage.start <= sentence.start < sentence.end <= passage.end


def test_long_sections_are_cut_between_sentences_within_the_budget() -> None:
    body = " ".join(f"Satz {i} hat genau sechs Wörter." for i in range(40))
    passages = cut(source_of((("Lang",), body)), count_words, 40)
    assert len(passages) > 5
    assert all(count_words(embedded_text("Titel", ("Lang",), p.text)) <= 40 for p in passages)
    assert all(p.text.endswith("Wörter.") for p in passages)


def test_a_lead_in_stays_with_its_list() -> None:
    filler = " ".join(f"Satz {i} füllt hier den Platz." for i in range(3))
    body = f"{filler}\n\nNötig sind:\n\n• Geduld und Ausdauer\n• Erfahrung im Vertrieb"
    passages = cut(source_of(((), body)), count_words, 32)
    holder = next(p for p in passages if "Nötig sind:" in p.text)
    assert "Geduld" in holder.text


def test_one_giant_sentence_is_cut_between_words() -> None:
    body = " ".join(["wort"] * 500)
    passages = cut(source_of(((), body)), count_words, 60)
    assert all(count_words(p.text) <= 60 for p in passages)
    assert " ".join(p.text for p in passages) == body


def test_ids_differ_for_repeated_text_and_hold_when_offsets_move() -> None:
    twice = source_of((("A",), "Gleicher Satz."), (("A",), "Gleicher Satz."))
    first, second = (p.id for p in cut(twice, count_words, 50))
    assert first != second
    moved = source_of(((), "Neuer Anfang."), (("A",), "Gleicher Satz."))
    assert cut(moved, count_words, 50)[1].id == first


@given(st.text(alphabet="ab .:\n•?", max_size=400), st.integers(20, 80))
def test_every_letter_lands_in_exactly_one_passage(body: str, most: int) -> None:
    if not body.strip():
        return
    source = source_of((("Kopf",), body))
    passages = cut(source, len, most)
    letters = sum(c.isalnum() for c in body)
    assert sum(c.isalnum() for p in passages for c in p.text) == letters
    assert all(a.end <= b.start for a, b in itertools.pairwise(passages))
