from __future__ import annotations

LONG = (
    "Ein Account Manager betreut seine Kunden und sorgt über viele Jahre für deren Zufriedenheit, "
)


def test_question_lines_without_blank_lines_become_headings(read_as, outline):
    text = (
        f"{LONG * 2}und mehr.\nWas macht er?\n{LONG * 2}täglich.\n{LONG}immer.\n"
        f"Fazit: Die Rolle lohnt sich\n{LONG * 2}meistens."
    )
    paths = list(outline(read_as("x.txt", text)))
    assert paths == [(), ("Was macht er?",), ("Fazit: Die Rolle lohnt sich",)]


def test_a_question_inside_a_paragraph_is_no_heading(read_as, outline):
    text = f"Titel der Seite\n\n{LONG}ja.\n\nIst das ein Kunde? Falls ja, nimmt er Kontakt auf.\n"
    assert "Ist das ein Kunde? Falls" in outline(read_as("x.txt", text))[()]


def test_headings_between_blank_lines_and_the_title(read_as, outline):
    text = (
        f"Beruf im Porträt\n\n{LONG}gut.\n\nGehalt\n\nEs beträgt 50 000 €.\n\n"
        "Der Kunde ist König!\n\nJa."
    )
    source = read_as("x.txt", text)
    assert source.title == "Beruf im Porträt"
    assert outline(source)[("Gehalt",)] == "Es beträgt 50 000 €."
    assert outline(source)[("Der Kunde ist König!",)] == "Ja."


def test_every_kind_of_bullet_and_no_item_is_lost(read_as):
    text = (
        f"Titel\n\n{LONG}und zwar:\n\n  • Eins\n  - Zwei\n  * Drei\n"
        "  – Vier mit einer\n    Fortsetzung\n"
        "Danach geht es mit einem ganzen Satz weiter.\n"
    )
    assert read_as("x.txt", text).text.endswith(
        "• Eins\n• Zwei\n• Drei\n• Vier mit einer Fortsetzung\n\n"
        "Danach geht es mit einem ganzen Satz weiter."
    )


def test_wrapped_lines_are_joined_and_hyphens_mended(read_as):
    text = (
        "Ein Account Manager arbeitet im Ver-\ntrieb und berät dort den Key-\n"
        "Account in Vertriebs-\n"
        "und Marketingfragen, denn\ndas gehört zu den Aufgaben.\n"
    )
    assert read_as("x.txt", text).text == (
        "Ein Account Manager arbeitet im Vertrieb und berät dort den Key-Account in Vertriebs- "
        "und Marketingfragen, denn das gehört zu den Aufgaben."
    )


def test_a_list_without_bullets_keeps_its_lines(read_as):
    text = (
        f"Titel\n\n{LONG}ja.\n\nKarrierestufen\nJunior Account Manager\n"
        f"Senior Account Manager\n\nGehalt\n\n{LONG}so."
    )
    text_out = read_as("x.txt", text).text
    assert "Junior Account Manager" in text_out
    assert "Senior Account Manager" in text_out


def test_double_spaced_lists_keep_their_lines(read_as):
    text = f"Titel\n\n{LONG}ja.\n\nStufen\n\nJunior\n\nSenior\n\nLeitung\n\nGehalt\n\n{LONG}so."
    out = read_as("x.txt", text).text
    assert all(word in out for word in ("Junior", "Senior", "Leitung"))


def test_a_figure_on_a_line_of_its_own_is_never_lost(read_as):
    text = f"Titel\n\n{LONG}ja.\n\nGehalt\n\n50.000 bis 60.000 Euro\n\nAusblick\n\n{LONG}so."
    assert "50.000 bis 60.000 Euro" in read_as("x.txt", text).text


def test_one_line_alone_is_text(read_as):
    assert (
        read_as("x.txt", "Account Manager betreuen Kunden").text
        == "Account Manager betreuen Kunden"
    )


def test_file_name_gives_title_and_id_where_nothing_else_does(read_as):
    source = read_as("key_account-überblick.txt", f"{LONG}{LONG}und das täglich.")
    assert (source.title, source.id) == ("Key account überblick", "key-account-ueberblick")
