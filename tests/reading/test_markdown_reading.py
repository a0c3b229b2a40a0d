from __future__ import annotations

import pytest

FRONT = """---
id: Größe-Ä
title: "Key Account Manager: Überblick"
publisher: Beispielverlag
url: https://example.org/kam
published: 24.02.2020
updated: 2020-11-19
captured: null
language: de-DE
country: NO
roles: [key-account-manager, account-manager]
unbekannt: egal
---

"""


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org/a", "HTTP://example.org/a"),
        ("example.org:8080/a", "example.org:8080/a"),
        ("javascript:1,alert(1)", None),
        ("data:text/html;base64,PHA+", None),
        ("file:///etc/hosts", None),
    ],
)
def test_an_address_is_the_webs_or_none(read_as, stated, kept):
    body = "# Titel\n\nEr betreut wichtige Großkunden.\n"
    assert read_as("x.md", f"---\ntitle: Titel\nurl: '{stated}'\n---\n\n{body}").url == kept


def test_front_matter_becomes_metadata(read_as):
    source = read_as("x.md", FRONT + "# Titel\n\nEr betreut wichtige Großkunden.\n")
    assert source.id == "groesse-ae"
    assert source.title == "Key Account Manager: Überblick"
    assert (source.publisher, source.url) == ("Beispielverlag", "https://example.org/kam")
    assert (source.published, source.updated, source.captured) == ("2020-02-24", "2020-11-19", None)
    assert (source.language, source.country) == ("de", "NO")
    assert source.roles == ("key-account-manager", "account-manager")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020-02-24", "2020-02-24"),
        ("2020-02-24 10:30:00", "2020-02-24"),
        ("24. Februar 2020", "2020-02-24"),
        ("Februar 2020", "2020-02"),
        ("2020", "2020"),
        ("März 2021", "2021-03"),
        ("31.02.2020", None),
        ("demnächst", None),
        ("null", None),
    ],
)
def test_dates_of_front_matter(read_as, written, iso):
    text = f"---\npublished: {written}\n---\nEr betreut wichtige Großkunden.\n"
    assert read_as("x.md", text).published == iso


def test_broken_front_matter_names_its_line(refuse):
    assert "Zeile 3" in refuse("x.md", "---\nid: a\ntitle: [offen\n---\nEin Satz steht hier.\n")


def test_aliases_are_refused_before_they_grow(refuse):
    laughs = "a: &a [x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    assert "Verweis" in refuse("x.md", f"---\n{laughs}---\nEin Satz steht hier.\n")


def test_deep_yaml_is_refused(refuse):
    deep = "a: " + "[" * 10_000 + "]" * 10_000
    assert "verschachtelt" in refuse("x.md", f"---\n{deep}\n---\nEin Satz steht hier.\n")


def test_a_rule_is_no_front_matter(read_as):
    assert (
        "Noch ein Satz." in read_as("x.md", "---\nEin Satz steht hier.\n\n---\nNoch ein Satz.").text
    )


def test_headings_nest_and_the_title_is_left_out(read_as, outline):
    text = (
        "# Beruf\n\nVorspann steht hier.\n\nAufgaben\n--------\n\nText eins ist da.\n\n"
        "### Details\n\nText zwei ist da.\n\n## Leer\n\n### Kind\n\nText drei ist da.\n\n## Ende\n"
    )
    source = read_as("x.md", text)
    assert source.title == "Beruf"
    assert outline(source) == {
        (): "Vorspann steht hier.",
        ("Aufgaben",): "Text eins ist da.",
        ("Aufgaben", "Details"): "Text zwei ist da.",
        ("Leer", "Kind"): "Text drei ist da.",
    }
    assert source.text.splitlines()[2] == "Aufgaben"
    assert "Leer\n\nKind\n\nText drei" in source.text
    assert "Ende" not in source.text


def test_inline_markup_leaves_its_words(read_as):
    text = (
        "Ein **Account** _Manager_ prüft `Zahlen` und den [Return on Investment](/roi) bieten .\n"
        "Die Zeile geht weiter ![Bild](x.png).\n\n> Der Kunde ist König.\n"
    )
    assert read_as("x.md", text).text == (
        "Ein Account Manager prüft Zahlen und den Return on Investment bieten. "
        "Die Zeile geht weiter.\n\nDer Kunde ist König."
    )


def test_lists_tables_and_code(read_as):
    text = (
        "Dazu gehört Folgendes:\n\n1. Planung\n2. Verkauf\n   - Messe\n\n"
        "| Stufe | Gehalt |\n|---|---|\n| Junior | 40.000 € |\n| Senior | |\n\n```\nCode 12\n```\n"
    )
    assert read_as("x.md", text).text == (
        "Dazu gehört Folgendes:\n\n• Planung\n• Verkauf\n• Messe\n"
        "• Stufe: Junior; Gehalt: 40.000 €\n• Stufe: Senior\n\nCode 12"
    )


def test_markdown_inside_txt_is_recognised(read_as):
    assert read_as("x.txt", "# Titel\n\nEin **Satz** steht hier.").text == "Ein Satz steht hier."
    assert read_as("y.txt", "---\ntitle: Kopf\n---\nEin **Satz** ist da.").title == "Kopf"


@pytest.mark.parametrize("piece", ["> ", "- ", "[", "*a ", "![](", "`", "<a ", "\\", "| "])
def test_pathological_markdown_ends(read_as, piece):
    text = piece * 20_000 + "\n\nAber dieser Satz steht da.\n"
    assert "dieser Satz" in read_as("x.md", text).text
