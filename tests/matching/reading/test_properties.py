"""What holds for whatever a person types."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableError
from bot.matching.profile import Month, Place, Profile
from bot.matching.reading import profile_of_text
from tests.matching.reading.cvs import CVS

TODAY = Month(2026, 11)
WORDS = (
    "Berufserfahrung Sprachen Ausbildung Kenntnisse Name: Lebenslauf 03/2019 – heute seit 2020 "
    "bis Vertriebsleiterin Muster GmbH Köln , . ; : - • ( ) \t \n \n\n Deutsch Englisch (C1) kein "
    "Studium ich möchte habe nicht Führerschein Bachelor BWL Ende Mai 21 Frau Anna Müller a@b.de "
    "0171 2345678 verheiratet geboren am 1.2.1980 und oder 5 Jahre Erfahrung in Excel | # ** "
    "2015-2018 in Elternzeit"
).split(" ")
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.sampled_from([text for text, _ in CVS.values()]).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda cut: text[cut:] + "\n" + text[:cut])
    ),
)


def _places(profile: Profile) -> list[Place]:
    jobs = [p for job in profile.work for p in (job.place, *job.details)]
    spans = [i.period.place for i in (*profile.work, *profile.education) if i.period]
    items = [*profile.education, *profile.languages, *profile.claims]
    return [*jobs, *spans, *(item.place for item in items), *profile.unread]


@settings(max_examples=250, deadline=None)
@given(texts)
def test_every_place_lies_in_the_text(text):
    try:
        profile = profile_of_text(text, TODAY)
    except UnreadableError:
        return
    for place in _places(profile):
        assert 0 <= place.start < place.end <= len(profile.text)
        quote = profile.text[place.start : place.end]
        assert quote == quote.strip() != ""


@settings(max_examples=60, deadline=None)
@given(texts)
def test_the_same_text_gives_the_same_profile(text):
    try:
        assert profile_of_text(text, TODAY) == profile_of_text(text, TODAY)
    except UnreadableError:
        return


NAMES = st.tuples(
    st.sampled_from(["Anna", "Mehmet", "Oluwaseun", "Xiaoming", "Zdeněk", "Jean-Pierre", "Ánh"]),
    st.sampled_from(["Okonkwo", "Yıldırım", "Wołczyk", "Haßlinger", "O'Neill", "Krause-Bär"]),
)


@settings(max_examples=60, deadline=None)
@given(
    NAMES,
    st.sampled_from(sorted(CVS)),
    st.sampled_from(["Name: {}\n", "{}\n{} GmbH ist nicht mein Name\n", "Lebenslauf\n{}\n"]),
)
def test_the_name_is_gone_wherever_it_stands(name, cv, form):
    full = " ".join(name)
    text = form.replace("{}", full) + "\nTelefon: 0171 2345678\n" + CVS[cv][0] + f"\nGez. {full}\n"
    profile = profile_of_text(text, TODAY)
    assert name[1] not in profile.text


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(["kein", "nicht vorhanden:", "möchte ich lernen:", "geplant:", "ohne", "no"]),
    st.sampled_from(["Führerschein", "Studium", "SAP-Kenntnisse", "Python"]),
)
def test_denied_and_wished_is_never_had(word, thing):
    profile = profile_of_text(f"{word} {thing}", TODAY)
    assert not [c for c in profile.claims if c.stance == "has"]
    assert not [e for e in profile.education if e.finished]
