"""German sentence boundaries."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passages import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gefragt sind Soft Skills, z. B. Empathie und Geduld.",
        "Gefragt sind Soft Skills, z.B. Empathie und Geduld.",
        "Das Gehalt liegt bei ca. 58 000 € im Jahr.",
        "Das Gehalt liegt bei ca. 58\u00a0000\u00a0€ brutto.",
        "Im Jahr 2025/26 stieg es um 3,5 Prozent.",
        "Am 12. Januar 2026 erschien der Artikel.",
        "Im 3. Jahr folgt der Aufstieg.",
        "Das umfasst Vertrieb bzw. Marketing und u. a. Messen.",
        "Der Umsatz lag bei 1,5 Mio. Euro.",
        "Er arbeitet i. d. R. mit Dr. Meier zusammen.",
        "Das sind 70.000 Euro pro Jahr.",
        "Sie nutzen Marken (Kleidung etc.) und mehr.",
        "Dazu zählen Nr. 5 und Abs. 2 des Vertrags.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er verkauft. Sie berät.", ["Er verkauft.", "Sie berät."]),
        ("Stimmt das? Ja! Genau so.", ["Stimmt das?", "Ja!", "Genau so."]),
        (
            "Das war so. Im Jahr 2020. Dann kam mehr.",
            ["Das war so.", "Im Jahr 2020.", "Dann kam mehr."],
        ),
        ("Er sagt „Nein.“ Danach geht er.", ["Er sagt „Nein.“", "Danach geht er."]),
        (
            "Kleidung, Stifte usw. Die Liste ist lang.",
            ["Kleidung, Stifte usw.", "Die Liste ist lang."],
        ),
        ("Es gilt 2025/26. Danach nicht mehr.", ["Es gilt 2025/26.", "Danach nicht mehr."]),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_list_items_are_sentences_without_their_bullet() -> None:
    text = "Nötig sind:\n• Erfahrung im Vertrieb\n• Geduld, z. B. am Telefon"
    assert sentences(text) == ["Nötig sind:", "Erfahrung im Vertrieb", "Geduld, z. B. am Telefon"]


def test_offsets_stay_inside_the_given_stretch() -> None:
    text = "Davor steht dies. Mitte eins. Mitte zwei. Danach das."
    start, end = text.index("Mitte"), text.index("Danach")
    found = split_sentences(text, start, end)
    assert [text[s.start : s.end] for s in found] == ["Mitte eins.", "Mitte zwei."]


@given(st.text(max_size=300))
def test_any_text_is_covered_in_order_without_overlap(text: str) -> None:
    found = split_sentences(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert sum(c.isalnum() for c in kept) == sum(c.isalnum() for c in text)
