"""What the top of the page says of the sources."""

from __future__ import annotations

from bot.domain import Source
from bot.knowledge.esco.notice import NOTICE, OCCUPATION_URI, PUBLISHER
from bot.web.chat.header import header
from bot.web.parts.texts import TEXTS


def source(number: int, publisher: str, url: str) -> Source:
    return Source(f"s{number}", f"Titel {number}", "Text.", (), publisher, url)


ARTICLE = source(0, "Verlag", "https://verlag.example/a")
OCCUPATIONS = [source(n, PUBLISHER, f"{OCCUPATION_URI}{n}") for n in range(1, 4)]


def test_occupations_are_counted_apart_and_named_as_what_they_are() -> None:
    made = header(TEXTS["de"], [ARTICLE, *OCCUPATIONS])
    assert "Woher die Antworten stammen: ein Artikel" in made
    assert "Dazu kommen 3 Berufe aus der Klassifikation ESCO." in made
    assert NOTICE in made
    assert "Titel 0" in made and "Titel 1" not in made


def test_without_the_classification_it_is_not_named() -> None:
    made = header(TEXTS["en"], [ARTICLE])
    assert "one article" in made and "ESCO" not in made


def test_a_classification_alone_has_no_articles() -> None:
    made = header(TEXTS["de"], OCCUPATIONS)
    assert TEXTS["de"].no_articles in made and "3 Berufe" in made
