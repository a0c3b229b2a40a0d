from __future__ import annotations

import pytest

from bot.knowledge.title_words import title_words


@pytest.mark.parametrize(
    "forms",
    [
        ("Verkäufer", "Verkäuferin", "Verkäuferinnen", "Verkäufern", "Verkaeufers"),
        ("Koch", "Köchin", "Köchinnen"),
        ("Kaufmann", "Kauffrau", "Kaufleute", "Kauffrauen"),
        ("Technischer Leiter", "Technische Leiterin", "Technischen Leiters"),
        ("Beamter", "Beamtin", "Beamte"),
        ("Experte", "Expertin", "Experten"),
        ("Psychologe", "Psychologin", "Psychologen"),
        ("Arzt", "Ärztin", "Ärzten"),
        ("Staatlich geprüfter Techniker", "Staatlich geprüfte Technikerin"),
        ("Softwareentwickler (m/w/d)", "Softwareentwickler:in", "Softwareentwickler/-in"),
    ],
)
def test_the_forms_of_one_title_are_one(forms: tuple[str, ...]) -> None:
    assert len({title_words(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Verkäufer", "Verkauf"),
        ("Koch", "kochen"),
        ("Fahrer", "fahren"),
        ("Lehrer", "Lehre"),
        ("Techniker", "Technik"),
        ("Arbeiter", "Arbeit"),
    ],
)
def test_what_somebody_does_is_no_title(title: str, other: str) -> None:
    assert title_words(title) != title_words(other)
