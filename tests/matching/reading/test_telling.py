"""How people tell of themselves: chats, rows without verbs, labels, wishes, scans."""

from __future__ import annotations

import pytest

from bot.errors import UnreadableError
from bot.matching.profile import Month, Profile, Stance
from bot.matching.reading import profile_of_text
from tests.patience import patience

TODAY = Month(2026, 11)


def _read(text: str) -> Profile:
    return profile_of_text(text, TODAY)


def _stances(text: str) -> dict[str, Stance]:
    return {claim.label: claim.stance for claim in _read(text).claims}


@pytest.mark.parametrize(
    ("text", "title", "months"),
    [
        ("Zuletzt Kellner, 03/2019 – 05/2020, im Hotel Anker. Ich suche.", "Kellner", 15),
        ("Seit 11/2021 Sachbearbeiter Einkauf, SAP täglich. Ich suche etwas.", None, 61),
        ("Sales manager at Torrent (03/2016-02/2023), leading eight reps. I speak French.",
         "Sales manager", 84),
        ("Lagermitarbeiter seit 10/2025 bei Paketring. Ich suche mehr.", "Lagermitarbeiter", 14),
    ],
)  # fmt: skip
def test_sentences_without_a_verb_tell_jobs(text: str, title: str | None, months: int) -> None:
    (job,) = _read(text).work
    assert job.months == months
    assert title is None or job.title == title


def test_a_wish_and_a_birth_are_no_jobs() -> None:
    assert not _read("Ich war 2019 Kunde. Mitglied im Chor seit 2015. Ich bin geduldig.").work


def test_what_was_before_ends_where_the_later_job_begins() -> None:
    later, before = _read(
        "Seit Oktober 2022 bin ich Schichtleiter im Lager. Davor war ich ab Mai 2019 Fachkraft "
        "für Lagerlogistik bei Wagner."
    ).work
    assert (before.title, before.months) == ("Fachkraft für Lagerlogistik", 41)
    assert later.months == 50


def test_clauses_of_a_job_are_its_details() -> None:
    profile = _read("Seit Januar 2018 bin ich Filialleiter bei Markant und führe 14 Mitarbeiter.")
    (job,) = profile.work
    told = [profile.text[place.start : place.end] for place in job.details]
    assert any("14 Mitarbeiter" in words for words in told)


@pytest.mark.parametrize(
    ("text", "label", "stance"),
    [
        ("Kenntnisse\nGit: nein", "Git", "lacks"),
        ("Ich kann Excel und Java, Git: nein.", "Git: nein", "lacks"),
        ("Ich kann Excel. Verkauf? Nein, nie gemacht.", "Verkauf? Nein", "lacks"),
        ("Ich reise gern, Stress macht mir nichts aus.", "Stress macht mir nichts aus", "has"),
        ("Dienstreisen wären in Ordnung.", "Dienstreisen wären in Ordnung", "has"),
        ("Reisen möchte ich nicht.", "Reisen möchte ich nicht", "lacks"),
        ("Führerschein möchte ich machen.", "Führerschein möchte ich machen", "plans"),
        ("Ab Januar 2027 besuche ich einen Kurs in SAP.",
         "Ab Januar 2027 besuche ich einen Kurs in SAP", "plans"),
        ("Kenntnisse\nIn Planung: Ausbilderschein, Kurs in SAP", "Kurs in SAP", "plans"),
    ],
)  # fmt: skip
def test_stances(text: str, label: str, stance: Stance) -> None:
    assert _stances(text)[label] == stance


def test_a_certificate_that_is_valid_until_later_is_held() -> None:
    assert set(_stances("Zertifikate\nErsthelfer, gültig bis 03/2027").values()) == {"has"}


def test_a_level_is_not_denied_by_what_follows() -> None:
    profile = _read("Englisch: B1, Polnisch kann ich überhaupt nicht.")
    assert [(s.language, s.level) for s in profile.languages] == [("en", "B1")]
    assert [claim.stance for claim in profile.claims] == ["lacks"]


def test_who_learns_a_language_doesnt_speak_it_yet() -> None:
    profile = _read("Ich lerne Englisch im Kurs A2.")
    assert not profile.languages
    assert {claim.stance for claim in profile.claims} == {"plans"}


def test_languages_in_one_row() -> None:
    profile = _read("Skills: Excel, SAP\nEnglish – native; German – B2; Spanish – beginner")
    spoken = {skill.language: skill.level for skill in profile.languages}
    assert (spoken["en"], spoken["de"]) == ("native", "B2")
    assert spoken["es"] in ("A1", "A2")


def test_letters_that_scanning_set_apart() -> None:
    profile = _read(
        "Schulb i l d u n g\n2005-2011 Realschule, Mittlere Reife\nBerufs ausbildung\n"
        "01.09.2011 bis 28.02.2015 Elektroniker für Betriebstechnik, Fa. Audit (abgeschlossen)"
    )
    levels = [(e.level, e.finished) for e in profile.education]
    assert levels == [("school", True), ("apprenticeship", True)]
    assert not profile.work


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ich habe von 2004 bis 2007 Kauffrau im Einzelhandel gelernt.",
         "Kaufmann im Einzelhandel"),
        ("Ausbildung: Kaufmann für Büromanagement, Abschluss 2017", "Kaufmann für Büromanagement"),
        ("Ausbildung\n09/2017 – 08/2020 Fachinformatiker Anwendungsentwicklung (IHK)",
         "Fachinformatiker Anwendungsentwicklung"),
        ("Meine Ausbildung wurde 2019 als Pflegefachfrau anerkannt.", "Pflegefachmann"),
    ],
)  # fmt: skip
def test_occupations_that_were_learnt(text: str, subject: str) -> None:
    (education,) = _read(text).education
    assert (education.level, education.subject) == ("apprenticeship", subject)


def test_what_was_learnt_by_the_way_is_no_education() -> None:
    assert not _read("Ich habe Excel gelernt. C++ habe ich zuletzt im Studium benutzt.").education


def test_studies_are_named_by_a_compound() -> None:
    education = _read(
        "Nach meinem Informatikstudium (Master, 2014) entwickle ich Software."
    ).education
    assert [(e.level, e.subject) for e in education] == [("master", "Informatik")]


def test_lists_under_no_heading_are_read() -> None:
    labels = _stances("Grafiker seit 2020\nHTML/CSS\nmotiviert, flexibel, geduldig")
    assert {"HTML/CSS", "flexibel", "geduldig"} <= set(labels)


def test_what_is_applied_for_is_no_claim() -> None:
    assert not _read("Bewerbung als Vertriebsleiter\nKey Account Manager").claims


def test_a_row_goes_on_in_sentences() -> None:
    profile = _read("Work\n10/2024 - now: UX Designer (freelance), Cologne. Prototypes in Figma.")
    (job,) = profile.work
    assert (job.title, job.months) == ("UX Designer", 26)
    assert [profile.text[d.start : d.end] for d in job.details] == ["Prototypes in Figma."]


def test_bullets_below_another_heading_dont_belong_to_the_row_above() -> None:
    profile = _read(
        "04/2021 – heute Bauleiter, Wiedemann GmbH\n2012 Abitur\n\nAufgaben als Bauleiter:\n"
        "- Vergabe nach VOB\n- Führung von 25 Mitarbeitern"
    )
    assert {"Vergabe nach VOB", "Führung von 25 Mitarbeitern"} <= {c.label for c in profile.claims}


def test_a_span_in_the_middle_of_a_row() -> None:
    profile = _read(
        "Stationen\nKita Spatzennest 2014–2019, Gruppenleitung\nKita Regenbogen 2019–heute"
    )
    assert [job.months for job in profile.work] == [50, 84]


def test_times_said_often_are_kept_a_few_times() -> None:
    with patience():
        profile = _read("\t".join(["Java"] * 19_000))
    assert len(profile.claims) <= 3


@pytest.mark.parametrize("text", ["", " \n", "12345 " * 200, "😀" * 500, "|" * 999, "🤖\x00\x01"])
def test_what_says_nothing_is_a_plain_error(text: str) -> None:
    with pytest.raises(UnreadableError):
        _read(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hallo, ich bin der Tom und 41. Ich koche gern.",
         "Hallo, ich bin die Anna und 58. Ich koche gern."),
        ("Max, 29. Seit 2020 bin ich Koch.", "Olga, 57. Seit 2020 bin ich Koch."),
        ("Zur Person: ledig, kath.\nKoch seit 2020", "Zur Person: ledig, evang.\nKoch seit 2020"),
        ("Ich koche. Bis 2017 war ich zu Hause bei meinen Kindern. Ich reise gern.",
         "Ich koche. Bis 2017 war ich in Elternzeit. Ich reise gern."),
        ("Ich koche. Wegen Rückenproblemen war ich drei Monate krank.", "Ich koche."),
        ("I am a nurse from Manila. I travel.", "I am a nurse from Hamburg. I travel."),
        ("2015 Ausbildung zur Fachangestellten", "2015 Ausbildung zum Fachangestellten"),
        ("09/2011–01/2015 Steuerfachangestellte | Kanzlei Anders",
         "09/2011–01/2015 Steuerfachangestellter | Kanzlei Anders"),
    ],
)  # fmt: skip
def test_pairs_told_in_prose_are_one_profile(one: str, other: str) -> None:
    assert _read(one).text == _read(other).text


@pytest.mark.parametrize("junk", ["a", "1", "Ab-", "a ", "1.", "(", "und ", ", ", "a@", "01/2020 "])
def test_a_long_line_of_anything_is_read_to_its_end(junk: str) -> None:
    head = "Lebenslauf\n\nBerufserfahrung\n01/2020 - 02/2022 Koch\n"
    with patience():
        profile = profile_of_text(head + (junk * 20_000)[:20_000], TODAY)
    assert "Koch" in profile.text
