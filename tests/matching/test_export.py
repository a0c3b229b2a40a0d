"""A match written out: what must stand in it, and what must not be able to change its form."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.matching.deciding.table import VERDICTS
from bot.matching.export import to_markdown, to_pdf, to_text
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text
from bot.matching.results import Match
from bot.matching.session import Desk
from bot.matching.texts import MATCH_TEXTS
from bot.settings import Settings

TODAY = Month(2026, 11)
CV = """Lebenslauf
Berufserfahrung
03/2019 – heute  Account Managerin, Muster GmbH
- Verhandlung von Verträgen mit Bestandskunden
Ausbildung
2011 – 2014 Bachelor Betriebswirtschaft, Universität Köln
Kenntnisse
Kommunikationsstark, flexibel
Sprachen
Englisch C1
"""
HOSTILE = "\n".join(
    [
        "Kenntnisse",
        "# Überschrift [klick](javascript:alert(1)) <script>alert(2)</script>",
        "kommunikationsstark *und* `teamfähig` | Pipe",
        "1. Platz im Wettbewerb für Empathie",
        "flexibel \u202e kehrt um",
    ]
)


@pytest.fixture(scope="module")
def desk(corpus_settings: Settings) -> Desk:
    return Desk(Index.open(corpus_settings), load_encoder(corpus_settings))


@pytest.fixture(scope="module")
def match(desk: Desk) -> Match:
    return desk.match(profile_of_text(CV, TODAY), "key-account-manager")


def words_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([\\`*_\[\]<>|~#.)+=&!:-])", r"\1", markdown)


def test_everything_of_the_report_is_in_each_form(match: Match) -> None:
    (role,) = match.roles
    assert {d.verdict for d in role.report.decisions} >= {"met", "unknown"}
    assert role.pay and role.ranked.steps
    forms = {
        "markdown": " ".join(unescaped(to_markdown(match)).split()),
        "text": " ".join(to_text(match).split()),
        "pdf": words_of(to_pdf(match)),
    }
    texts = MATCH_TEXTS["de"]
    for form, told in forms.items():
        # A PDF's text breaks words at its line ends.
        bare = told.replace(" ", "").replace("-", "")
        for decision in role.report.decisions:
            wanted = [
                f"{texts.verdicts[decision.verdict]}: {decision.requirement['label']}",
                decision.requirement["citation"]["quote"],
                decision.requirement["citation"]["source"]["title"],
                decision.reason,
                decision.question or "",
                *(quote.quote for quote in decision.evidence),
            ]
            for words in wanted:
                assert "".join(words.split()).replace("-", "") in bare, (form, words)
        for stated in role.pay:
            assert "".join(stated.amount.split()).replace("-", "") in bare, form
        assert "3–7Jahre" in bare, form


def test_counts_are_those_of_the_report(match: Match) -> None:
    (role,) = match.roles
    counts = role.report.counts["essential"]
    told = ", ".join(f"{counts[v]} {MATCH_TEXTS['de'].verdicts[v]}" for v in VERDICTS if counts[v])
    assert f"Verlangt: {told}" in to_text(match)


def test_the_same_match_gives_the_same_bytes(desk: Desk, match: Match) -> None:
    again = desk.match(profile_of_text(CV, TODAY), "Key Account Manager")
    assert to_markdown(again) == to_markdown(match)
    assert to_pdf(again) == to_pdf(match)


def test_a_profile_cannot_write_markdown(desk: Desk) -> None:
    found = desk.match(profile_of_text(HOSTILE, TODAY), "account-manager")
    markdown = to_markdown(found)
    assert "](javascript" not in markdown and "<script" not in markdown
    assert not re.search(r"(?<!\\)\*und(?<!\\)\*", markdown)
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    assert len(headings) == len(
        [p for p in to_text(found).splitlines() if p and set(p) <= {"=", "-"}]
    )
    assert all("klick" not in heading for heading in headings)


def test_letters_of_other_scripts_stay_what_they_are(desk: Desk) -> None:
    cv = "Kenntnisse\nkommunikationsstark (Łódź Ψυχή Проект 😀)"
    found = desk.match(profile_of_text(cv, TODAY), "account-manager")
    for told in (words_of(to_pdf(found)), to_text(found), to_markdown(found)):
        assert "Łódź" in told and "Ψυχή" in told and "Проект" in told


def test_signs_that_turn_text_around_are_taken_out(desk: Desk) -> None:
    found = desk.match(profile_of_text(HOSTILE, TODAY), "key-account-manager")
    assert "\u202e" not in to_text(found) + to_markdown(found)


def test_own_answers_are_told_apart_from_the_profile(desk: Desk) -> None:
    profile = profile_of_text(CV, TODAY)
    answers = {"key-account-manager-skill-resilienz": "ja"}
    told = to_text(desk.match(profile, "key-account-manager", answers))
    assert "Ihre Ergänzung: „Resilienz: ja“" in told
    assert "Im Profil: „Resilienz" not in told


def test_what_was_not_understood_is_shown(desk: Desk) -> None:
    cv = f"{CV}\nBerufserfahrung\nBlaue Pferde tanzen quer.\n"
    profile = profile_of_text(cv, TODAY)
    found = desk.match(profile, "account-manager")
    assert (
        [q.quote for q in found.unread]
        == [profile.text[p.start : p.end] for p in profile.unread]
        != []
    )
    for quote in found.unread:
        assert quote.quote in to_markdown(found)


def test_several_roles_stand_one_after_another(desk: Desk) -> None:
    desk.prepare()
    found = desk.match(profile_of_text(CV, TODAY), limit=2, language="en")
    assert [r.report.role for r in found.roles] == ["account-manager", "key-account-manager"]
    lines = to_markdown(found).splitlines()
    names = [line[3:] for line in lines if line.startswith("## ")]
    assert names[:2] == ["Account Manager", "Key Account Manager"]
    assert not any("erfüllt" in line for line in lines)
