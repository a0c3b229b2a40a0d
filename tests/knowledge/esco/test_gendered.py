from __future__ import annotations

import pytest

from bot.knowledge.esco.gendered import forms_of


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("Bäcker/Bäckerin", ("Bäcker", "Bäckerin")),
        ("Koch/Köchin", ("Koch", "Köchin")),
        ("Mönch/Nonne", ("Mönch", "Nonne")),
        ("Leiter/in der Agentur", ("Leiter der Agentur", "Leiterin der Agentur")),
        ("SpezialistIn für Sprachen", ("Spezialist für Sprachen", "Spezialistin für Sprachen")),
        (
            "Technischer Leiter für Ton/Technische Leiterin für Ton",
            ("Technischer Leiter für Ton", "Technische Leiterin für Ton"),
        ),
        (
            "Import-/Exportmanager für Holz/Import-/Exportmanagerin für Holz",
            ("Import-/Exportmanager für Holz", "Import-/Exportmanagerin für Holz"),
        ),
        (
            "Zeichner - Heizungs-/Klimatechnik/Zeichnerin - Heizungs-/Klimatechnik",
            ("Zeichner - Heizungs-/Klimatechnik", "Zeichnerin - Heizungs-/Klimatechnik"),
        ),
        (
            "Ingenieur für Geothermie/Ingenieurin für Geothermie/",
            ("Ingenieur für Geothermie", "Ingenieurin für Geothermie"),
        ),
        (
            "Beamter/Beamtin der Küstenwache",
            ("Beamter der Küstenwache", "Beamtin der Küstenwache"),
        ),
        ("Wachmann/Wachfrau im Haus", ("Wachmann im Haus", "Wachfrau im Haus")),
        ("Lehrkraft für Erdkunde/Geografie Sekundarstufe", None),
        ("Nanny", None),
        ("Fachkraft für In-vitro-Diagnostik", None),
        ("Equipment Engineer", None),
    ],
)
def test_forms_of_a_title(label: str, forms: tuple[str, ...] | None) -> None:
    assert forms_of(label) == (forms or (label,))
