from __future__ import annotations

import pytest

PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Was macht ein Manager? - Portal</title>
<meta charset="utf-8"><meta property="og:site_name" content="Jobportal">
<meta property="article:published_time" content="2020-02-24T10:00:00+01:00">
<meta property="article:modified_time"
 content="2020-11-19T10:00:00+01:00">
<link rel="canonical" href="https://example.org/kam"><script>var geheim = "Skripttext";</script>
</head><body>
<nav><ul><li><a href="/">Startseite der Seite</a></li>
<li><a href="/j">Alle Jobs</a></li></ul></nav>
<div class="cookie-banner"><p>Wir verwenden Cookies auf dieser Seite.</p></div>
<main><article><h1>Was macht ein Manager?</h1>
<p>Key Account Manager betreuen <b>wichtige</b> Kunden.
Sie <a href="/x">verhandeln</a> Verträge.</p>
<h2>Aufgaben</h2><p>Die Aufgaben sind vielfältig und reichen weit.</p>
<ul><li>Kunden gewinnen<ul><li>Messe besuchen</li></ul></li><li>Verträge verhandeln</li></ul>
<h3>Im Detail</h3><p>Dazu gehört eine Menge, die hier steht.</p>
<h2>Gehalt</h2><table><tr><th>Stufe</th><th>Gehalt</th></tr>
<tr><td>Junior</td><td>40.000 Euro</td></tr></table>
<p>Er verdient 50&nbsp;000&nbsp;€ im Jahr.</p>
<figure><img src="a.jpg" alt="ein bild"><figcaption>Foto: dpa</figcaption></figure>
</article><aside><h2>Ähnliche Artikel</h2><p>Werbetext aus der Seitenleiste.</p></aside></main>
<footer><p>Impressum und Datenschutz der Firma</p></footer></body></html>"""


def test_main_content_only_with_structure(read_as, outline):
    source = read_as("x.html", PAGE)
    assert outline(source) == {
        (): "Key Account Manager betreuen wichtige Kunden. Sie verhandeln Verträge.",
        ("Aufgaben",): "Die Aufgaben sind vielfältig und reichen weit.\n\n"
        "• Kunden gewinnen\n• Messe besuchen\n• Verträge verhandeln",
        ("Aufgaben", "Im Detail"): "Dazu gehört eine Menge, die hier steht.",
        ("Gehalt",): "• Stufe: Junior; Gehalt: 40.000 Euro\n\nEr verdient 50 000 € im Jahr.",
    }


def test_metadata_of_the_head(read_as):
    source = read_as("x.html", PAGE)
    assert source.title == "Was macht ein Manager?"
    assert (source.publisher, source.url) == ("Jobportal", "https://example.org/kam")
    assert (source.published, source.updated) == ("2020-02-24", "2020-11-19")
    assert source.language == "de"


def test_short_pages_without_an_article_are_read(read_as):
    page = (
        "<html><body><nav>Menü der Seite</nav><h1>Beruf</h1>Er betreut Kunden.<br>• Planung"
        "<ul><li>Verkauf</ul></body></html>"
    )
    source = read_as("x.htm", page)
    assert source.title == "Beruf"
    assert source.text == "Er betreut Kunden.\n\n• Planung\n• Verkauf"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_declared_charset(read_as, charset):
    page = (
        f'<html><head><meta charset="{charset}"></head>'
        "<body><p>Er prüft Größe und Maß täglich.</p></body></html>"
    )
    assert "Größe und Maß" in read_as("x.html", page.encode(charset)).text


def test_a_page_saved_as_txt_is_read_as_html(read_as):
    assert "Skripttext" not in read_as("x.txt", PAGE).text


def test_deep_nesting_is_named(refuse):
    page = "<html><body>" + "<div>" * 5_000 + "Ein Satz steht hier." + "</div>" * 5_000
    assert "verschachtelt" in refuse("x.html", page)


def test_page_without_text_is_named(refuse):
    assert "keinen verwertbaren Satz" in refuse(
        "x.html", "<html><body><script>x</script></body></html>"
    )
