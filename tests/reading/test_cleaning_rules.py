from __future__ import annotations

import pytest

from bot.reading.blocks import Document, Heading, ListItem, Paragraph
from bot.reading.cleaning import clean, is_alt_text, is_boilerplate, without_gender_notice
from bot.reading.provenance import line_metadata


@pytest.mark.parametrize(
    "line",
    [
        "Direkt zu: Aufgaben | Gehalt | Warum der Beruf?",
        "Start › Karriere › Berufe",
        "Über uns | Karriere | Presse",
        "Foto: Erika Muster / dpa",
        "(Foto: Agentur",
        "Beitragsbild: Stock // Max Muster",
        "© 2020 Verlag",
        "Mehr erfahren: Wie hoch ist das Gehalt?",
        "So geht’s: Besser verhandeln – zehn Tipps",
        "zum Stellenmarkt: aktuelle Jobs",
        "Lesen Sie auch unseren Beitrag zum Gehalt.",
        "Zurück",
        "Nach oben ↑",
        "Artikel teilen",
        "Wir verwenden Cookies, um diese Seite zu verbessern.",
        "Cookie-Einstellungen",
        "Offene Stellen für Vertriebler findet ihr auf example.org.",
        "In unserer Serie stellen wir Berufe vor. Alle Folgen finden Sie hier.",
        "_",
    ],
)
def test_boilerplate_goes(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Wer mehr erfahren will, fragt seine Vorgesetzten nach ihrem Weg.",
        "So geht’s: Zuerst rufen Sie den Kunden an.",
        "So geht’s:",
        "Gehalt: 50.000 | 60.000 | 70.000 Euro",
        "Bild: Das Gehalt steigt mit jedem weiteren Jahr im Beruf.",
        "Offene Stellen sind in dieser Branche selten.",
        "Die Reihe der Aufgaben ist lang: Alle Teile des Vertriebs gehören dazu.",
        "In der Reihe der Gehälter steht er oben.",
        "Er kann Cookies backen.",
        "Zurück zu den Kunden führt nur ein Weg.",
        "verlangen Fachleute im Durchschnitt pro Stunde.",
    ],
)
def test_sentences_stay(line):
    assert not is_boilerplate(line)


def test_alt_texts_are_lower_case_words_alone():
    assert is_alt_text("infografik stellen vertrieb")
    assert not is_alt_text("infografik mit 50 Stellen")
    assert not is_alt_text("beträgt der Satz.")


def test_alt_text_goes_but_not_after_a_colon_or_in_lower_case_writing():
    sentence = Paragraph("Er betreut wichtige Kunden.")
    alt = Paragraph("key account manager")
    assert clean(Document((sentence, alt)))[0] == [sentence]
    intro = Paragraph("Wichtig ist:")
    assert clean(Document((sentence, intro, alt)))[0] == [sentence, intro, alt]
    lower = Paragraph("er betreut wichtige kunden.")
    assert clean(Document((lower, alt)))[0] == [lower, alt]


def test_credits_inside_a_caption_go_and_its_sentence_stays():
    for credit in ("(Foto: dpa)", "(Foto:", "[Bild: example.org/x]"):
        blocks, _ = clean(Document((Paragraph(f"Er ist Schnittstelle zum Kunden. {credit}"),)))
        assert blocks == [Paragraph("Er ist Schnittstelle zum Kunden.")]


def test_gender_notice_goes_and_what_follows_stays():
    notice = (
        "Aus Gründen der Lesbarkeit steht hier das Maskulinum (z. B. „der Käufer“). "
        "Gemeint ist jedes Geschlecht."
    )
    assert without_gender_notice(notice) == ""
    assert without_gender_notice(f"{notice} Er verdient 50.000 Euro.") == "Er verdient 50.000 Euro."


def test_teaser_sections_end_where_the_article_goes_on():
    teaser = (Heading(2, "Weitere spannende Artikel"), Heading(3, "Signaturen"), Paragraph("Neu."))
    article = (Heading(2, "Gehalt"), Paragraph("Er verdient gut."))
    assert clean(Document((*teaser, *article)))[0] == list(article)
    flat = (Heading(2, "Ähnliche Beiträge"), Heading(2, "Signaturen"), Paragraph("Neu."))
    rest = (Heading(2, "Gehalt"), Paragraph("Er verdient:"), ListItem("viel"))
    assert clean(Document((*flat, *rest), ranked=False))[0] == list(rest)


def test_a_heading_on_contributions_is_no_teaser():
    section = (
        Heading(2, "Weitere Beiträge zur Rentenversicherung zahlen"),
        Paragraph("Er zahlt mit."),
    )
    assert clean(Document(section))[0] == list(section)


def test_links_inside_the_page_are_no_list():
    jump = ListItem("Gehalt", ("#gehalt",))
    link = ListItem("Gehalt laut Statistik", ("https://example.org",))
    assert clean(Document((jump, link)))[0] == [link]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12. Januar 2026 / 5 Min /", ("2026-01-12", None, None)),
        ("Veröffentlicht 07.03.2021 | Update vom 15.09.2022", ("2021-03-07", "2022-09-15", None)),
        ("Zuletzt aktualisiert am 3. März 2021, 10:15 Uhr", (None, "2021-03-03", None)),
        ("Lesezeit: ca. 7 Minuten", (None, None, None)),
        ("Captured: 2019-03-08 at 21:15 from example.org", (None, None, "2019-03-08")),
    ],
)
def test_provenance_lines(line, expected):
    found = line_metadata(line)
    assert found is not None
    assert (found.published, found.updated, found.captured) == expected


def test_captured_line_names_publisher_and_address():
    found = line_metadata(
        "Captured: 2019-03-08 at 21:15 from example.org", ("http://example.org/a",)
    )
    assert found is not None
    assert (found.publisher, found.url) == ("example.org", "http://example.org/a")


@pytest.mark.parametrize(
    "line",
    ["2025", "Seit 2020 sind es 5 Prozent", "Am 12. Januar 2026 begann er.", "Stand", "1970er"],
)
def test_sentences_with_dates_are_no_provenance(line):
    assert line_metadata(line) is None


def test_a_date_below_the_text_belongs_to_the_text():
    blocks = (Paragraph("Er verdient 50.000 Euro."), Paragraph("Stand: Januar 2026"))
    assert clean(Document(blocks))[0] == list(blocks)
    dated = (Paragraph("Er verdient 50.000 Euro."), Paragraph("Veröffentlicht am 24.02.2020"))
    kept, metadata = clean(Document(dated))
    assert kept == [dated[0]]
    assert metadata.published == "2020-02-24"
