from __future__ import annotations

import pytest

from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text, read_profile
from tests.matching.reading.cvs import CVS

TODAY = Month(2026, 11)


@pytest.fixture(params=CVS, scope="module")
def cv(request):
    text, expected = CVS[request.param]
    return read_profile(text.encode(), "lebenslauf.txt", TODAY), expected


def _labels(profile: Profile, stance: str) -> str:
    return " / ".join(claim.label for claim in profile.claims if claim.stance == stance)


def test_jobs(cv):
    profile, expected = cv
    assert [(job.title, job.employer, job.months) for job in profile.work] == expected.jobs
    assert profile.months_of_work == expected.months


def test_education(cv):
    profile, expected = cv
    assert [(e.level, e.subject, e.finished) for e in profile.education] == expected.education


def test_languages(cv):
    profile, expected = cv
    spoken = {skill.language: skill.level for skill in profile.languages}
    assert {code: spoken.get(code) for code in expected.languages} == expected.languages
    assert profile.language == expected.language


def test_claims_have_their_stance(cv):
    profile, expected = cv
    for stance in ("has", "lacks", "plans"):
        for words in getattr(expected, stance):
            assert words in _labels(profile, stance)
            others = {"has", "lacks", "plans"} - {stance}
            assert not any(words in _labels(profile, other) for other in others)


def test_nothing_personal_is_left(cv):
    profile, expected = cv
    assert {kind for kind, _ in profile.removed} == set(expected.removed)
    for words in expected.gone:
        assert words not in profile.text


def test_every_line_is_read_or_shown_as_unread(cv):
    profile, expected = cv
    unread = " / ".join(profile.text[place.start : place.end] for place in profile.unread)
    for words in expected.unread:
        assert words in unread


def test_typed_text_says_the_same():
    text, _ = CVS["tabular"]
    assert profile_of_text(text, TODAY) == read_profile(text.encode(), "x.txt", TODAY)
