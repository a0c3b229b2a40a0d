"""What a question tells of the person who asks, and what it only asks."""

from __future__ import annotations

import pytest

from bot.answering.matching.told import asked_in, profile_told, told_in


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Passt mein Profil?", ""),
        ("Was passt zu mir?", ""),
        ("Bin ich als Maler geeignet", ""),
        ("Ich bin Maler und spreche Englisch. Passt das?", "Ich bin Maler und spreche Englisch."),
        ("Was passt zu mir? Ich habe Jura studiert.", "Ich habe Jura studiert."),
        (
            "Ich habe Jura studiert und drei Jahre im Einkauf gearbeitet. Passt das?",
            "Ich habe Jura studiert.\nIch habe drei Jahre im Einkauf gearbeitet.",
        ),
        ("Passt das zu mir, wenn ich Jura studiert habe?", "Ich habe Jura studiert."),
        ("Ich habe Katzen und Hunde. Passt das?", "Ich habe Katzen und Hunde."),
        ("I studied law and led a team. Does it fit?", "I studied law.\nI led a team."),
        ("Does it fit if I speak French?", "I speak French"),
    ],
)
def test_statements_are_told_apart_from_what_is_asked(question: str, told: str) -> None:
    assert told_in(question) == told


def test_what_is_asked_is_left_over() -> None:
    asked = "Ich bin Maler. Passt Verkäufer zu mir, wenn ich gern rede? Danke."
    assert asked_in(asked) == "Passt Verkäufer zu mir?"


def test_a_profile_needs_something_that_was_told() -> None:
    assert profile_told("Passt mein Profil?") is None
    assert profile_told("Hallo. Passt mein Profil?") is None
    profile = profile_told("Ich spreche Englisch auf Niveau C1. Passt mein Profil?")
    assert profile is not None and profile.languages[0].level == "C1"
