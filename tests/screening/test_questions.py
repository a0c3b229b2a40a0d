"""What may be asked in an interview."""

from __future__ import annotations

import pytest

from bot.screening.questions import caution, question


def _requirement(label: str) -> dict[str, object]:
    return {"id": "x", "label": label}


@pytest.mark.parametrize(
    "label",
    [
        "deutsche Muttersprache", "Muttersprachler", "junges Alter", "gepflegtes Äußeres",
        "deutsche Staatsangehörigkeit", "evangelische Konfession", "Familienstand", "Belastbarkeit",
        "gute Gesundheit", "keine Behinderung", "Kinder", "Digital Native", "native speaker",
        "körperliche Fitness", "Mitgliedschaft in einer Gewerkschaft", "Angaben zur Herkunft",
    ],
)  # fmt: skip
def test_nothing_is_asked_about_what_the_agg_protects(label):
    assert question(_requirement(label), "Liegt es vor?") is None
    assert "Gleichbehandlungsgesetz" in str(caution(_requirement(label)))


@pytest.mark.parametrize(
    "label",
    [
        "Verhandlungsgeschick", "Studium der Betriebswirtschaft", "Englischkenntnisse",
        "Erfahrung im Gesundheitswesen", "Verwaltung von Verträgen", "Reisebereitschaft",
        "Betreuung von Kindern", "Führerschein", "Kommunikationsstärke", "Altersvorsorgeberatung",
        "Pflege von älteren Menschen", "Sales", "Arbeit mit Menschen mit Behinderung",
    ],
)  # fmt: skip
def test_everything_else_may_be_asked(label):
    assert question(_requirement(label), "Liegt es vor?") == "Liegt es vor?"
    assert caution(_requirement(label)) is None


def test_what_is_settled_needs_no_question():
    assert question(_requirement("Englisch"), None) is None
