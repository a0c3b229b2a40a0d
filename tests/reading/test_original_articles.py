from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain import Source
from bot.reading import Limits, discover, read

ORIGINALS = Path(__file__).resolve().parents[2].parent / "shared" / "originals"
pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original articles aren't here")


@pytest.fixture(scope="module")
def articles() -> dict[str, Source]:
    found, failures = discover([str(ORIGINALS)], limits=Limits())
    assert failures == []
    return {f.relative[:3]: read(f, limits=Limits()) for f in found}


def headings(source: Source) -> list[str | None]:
    return [section.heading for section in source.sections]


def test_every_section_lies_in_its_text(articles, outline):
    for source in articles.values():
        assert outline(source)
        assert source.language == "de"
        assert source.country is None


def test_metadata(articles):
    shown = {
        k: (a.title, a.publisher, a.published, a.updated, a.captured) for k, a in articles.items()
    }
    assert shown["000"][1:] == ("t3n.de", None, None, "2017-04-09")
    assert articles["000"].url.startswith("http://t3n.de/news/")
    assert shown["001"] == ("Account Manager", None, None, None, None)
    assert shown["002"][2:] == ("2026-01-12", None, None)
    assert shown["002"][0].startswith("Was ist ein Account Manager:")
    assert shown["003"][2:] == ("2020-02-24", "2020-11-19", None)
    assert articles["003"].title.endswith("Anforderungen & Gehalt")


def test_headings(articles):
    assert headings(articles["000"]) == [
        None,
        "Die Aufgaben",
        "Mit wem er zusammenarbeitet",
        "Das Profil",
        "Das Gehalt",
        "Herausforderungen",
    ]
    assert headings(articles["001"])[0] == "Was ist ein Account Manager?"
    assert len(headings(articles["001"])) == 4
    second = headings(articles["002"])
    assert second[:3] == ["Was macht ein Account Manager?", "Das Wichtigste in Kürze", "Berufsbild"]
    assert second[-1] == "FAQ"
    assert len(second) == 13
    third = headings(articles["003"])
    assert third[0] is None
    assert "Der Kunde ist König!" in third
    assert len(third) == 9
    fourth = headings(articles["004"])
    assert fourth[0] is None
    assert len(fourth) == 10
    assert sum(heading.endswith("?") for heading in fourth[1:]) == 8


@pytest.mark.parametrize(
    ("article", "gone"),
    [
        (
            "000",
            [
                "Foto",
                "Shutterstock",
                "Captured",
                "Offene Stellen",
                "In der Reihe",
                "Verwandte",
                "http",
            ],
        ),
        ("001", ["keywords", "Careers", "](", "**", "bieten ."]),
        (
            "002",
            [
                "5 Min",
                "einfach erklärt",
                "im Überblick",
                "Diese Skills",
                "Aufgabenbereiche des",
                "zu werden",
                "Weitere spannende",
                "Signatur",
                "Coaching",
                "56 %",
            ],
        ),
        (
            "003",
            [
                "Direkt zu",
                "Veröffentlicht",
                "Fakten",
                "Stellenmarkt",
                "So geht",
                "Mehr erfahren",
                "key account manager",
                "infografik",
                "Automotive",
                "Gender",
                "Lesbarkeit",
                "Beitragsbild",
                "Zurück",
                "Stock",
            ],
        ),
    ],
)
def test_boilerplate_is_gone(articles, article, gone):
    assert [phrase for phrase in gone if phrase in articles[article].text] == []


@pytest.mark.parametrize(
    ("article", "kept"),
    [
        (
            "000",
            [
                "25.000 - 35.000 Euro",
                "uber 100.000 Euro",
                "zehn bis 15 Prozent",
                "Schnittstelle zwischen dem",
            ],
        ),
        ("001", ["45.000 und 85.000", "Return on Investment bieten.", "Vice President"]),
        (
            "002",
            [
                "50 000 bis 56 000 €",
                "58 000 bis 60 000 €",
                "32 000 bis 100 000 €",
                "60 000 bis 75 000 €",
                "2025/26",
                "verlangen Account Manager",
                "beträgt der Tagessatz",
                "• Pflege des Bestands",
                "• Identifizierung von",
                "zwingend — auch",
                "reine Neukundenakquise",
            ],
        ),
        (
            "003",
            [
                "über 5.000 Euro",
                "50.000 bis 90.000 Euro",
                "1970er",
                "Hat ein möglicher Kunde",
                "Eloquenz",
            ],
        ),
        (
            "004",
            [
                "20 und 50 Kunden",
                "5 bis 15",
                "10.000 bis 100.000",
                "30 bis 50 Prozent",
                "40.000 bis 45.000",
                "100.000 bis 150.000",
                "drei bis sieben Jahre",
                "5 Millionen",
                "15 Jahre Erfahrung",
            ],
        ),
    ],
)
def test_sentences_and_figures_stay(articles, article, kept):
    text = articles[article].text.replace("\u00a0", " ")
    assert [phrase for phrase in kept if phrase not in text] == []


def test_no_figure_of_an_article_is_lost(articles):
    """Every number stands in the text or in the metadata, but for those of links and teasers."""
    import re

    for key in ("001", "004"):
        original = next(ORIGINALS.glob(f"{key}*")).read_text("utf-8")
        assert set(re.findall(r"\d[\d.,]*", original)) <= set(
            re.findall(r"\d[\d.,]*", articles[key].text)
        )
    assert articles["002"].text.count("• ") == 3 + 4 + 4 + 3
    assert articles["001"].text.count("• ") == 3
