"""The same request sent twice begins one screening."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.screening import Document, Screenings, report_bytes
from bot.screening import screenings as module
from bot.screening.errors import KeyBusyError, KeyReusedError
from bot.screening.log import Log
from bot.settings import load_settings
from tests.patience import SECONDS
from tests.screening.conftest import CV, OTHER, ROLE, confirm_all

WHO, KEY = "Ada Krüger", "6f1c2d1e"
BROKEN = Document(b"%PDF-1 kaputt", "kaputt.pdf")
DOCUMENTS = [Document(CV.encode(), "a.txt"), BROKEN, Document(CV.encode(), "c.txt")]


def test_it_gets_the_first_answer_again(screenings, matcher, clock):
    first = screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
    confirm_all(screenings, first)
    clock.later(days=3)
    again = screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
    assert not first.repeated and again.repeated
    assert report_bytes(again.report) == report_bytes(first.report)
    assert again.receipts == first.receipts
    assert [one.code is None for one in again.receipts] == [False, True, True]
    assert len(screenings.overview(WHO)) == 1
    last = screenings.history(first.report.id, WHO)[-1]
    assert (last["action"], last["who"]) == ("viewed", WHO)
    screenings.verify()


def test_other_reviewers_and_requests_without_a_key_begin_their_own(screenings, matcher):
    made = [
        screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY),
        screenings.start(matcher, ROLE, DOCUMENTS, "Bo Lang", key=KEY),
        screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY + "2"),
        screenings.start(matcher, ROLE, DOCUMENTS, WHO),
        screenings.start(matcher, ROLE, DOCUMENTS, WHO),
    ]
    assert len({one.report.id for one in made}) == len(made)
    assert not any(one.repeated for one in made)


@pytest.mark.parametrize(
    "changed",
    [
        {"role_id": "key-account-manager"},
        {"language": "en"},
        {"documents": DOCUMENTS[:1]},
        {"documents": [*DOCUMENTS[:2], Document(OTHER.encode(), "c.txt")]},
        {"documents": [Document(CV.encode(), "b.txt"), *DOCUMENTS[1:]]},
    ],
)
def test_another_request_with_the_key_is_refused(screenings, matcher, changed):
    screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
    asked = {"role_id": ROLE, "documents": DOCUMENTS, "reviewer": WHO, "key": KEY, **changed}
    with pytest.raises(KeyReusedError, match="andere Anfrage"):
        screenings.start(matcher, **asked)
    assert len(screenings.overview(WHO)) == 1


def test_a_deleted_screening_takes_its_key_along(screenings, matcher, path):
    first = screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
    assert KEY.encode() not in path.read_bytes()
    (attempt,) = [e.content["attempt"] for e in Log(path, None).entries() if e.action == "opened"]
    assert attempt["request"].encode() in path.read_bytes()
    screenings.delete(first.report.id, WHO)
    assert not any(digest.encode() in path.read_bytes() for digest in attempt.values())
    again = screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
    assert not again.repeated and again.report.id != first.report.id


def test_what_was_deleted_since_is_left_out(screenings, matcher):
    first = screenings.start(
        matcher, ROLE, [Document(CV.encode(), "a"), Document(OTHER.encode(), "b")], WHO, key=KEY
    )
    code = first.receipts[0].code
    screenings.delete_candidate(first.report.id, code, WHO)
    documents = [Document(CV.encode(), "a"), Document(OTHER.encode(), "b")]
    again = screenings.start(matcher, ROLE, documents, WHO, key=KEY)
    assert [one.code for one in again.report.candidates] == [first.receipts[1].code]


def held(monkeypatch, many):
    """Readers that wait until so many have met; gives where they meet, and that one has begun."""
    met, begun, read = threading.Barrier(many), threading.Event(), module.read_documents

    def waiting(*given):
        taken = read(*given)
        begun.set()
        met.wait(SECONDS)
        return taken

    monkeypatch.setattr(module, "read_documents", waiting)
    return met, begun


def test_meanwhile_it_is_refused(screenings, matcher, monkeypatch):
    met, begun = held(monkeypatch, 2)
    with ThreadPoolExecutor(1) as apart:
        first = apart.submit(screenings.start, matcher, ROLE, DOCUMENTS, WHO, key=KEY)
        assert begun.wait(SECONDS)
        with pytest.raises(KeyBusyError, match="noch in Arbeit"):
            screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY)
        met.wait(SECONDS)
        assert not first.result().repeated
    assert screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY).repeated


def test_a_failed_attempt_may_be_repeated(screenings, matcher):
    with pytest.raises(Exception, match="keine Angaben"):
        screenings.start(matcher, "gibt-es-nicht", DOCUMENTS, WHO, key=KEY)
    assert not screenings.start(matcher, ROLE, DOCUMENTS, WHO, key=KEY).repeated


def test_two_replicas_begin_one(screenings, matcher, path, clock, monkeypatch):
    other = Screenings.open(load_settings(screening=True, screening_db=path), clock)
    held(monkeypatch, 2)
    with ThreadPoolExecutor(2) as apart:
        made = [
            apart.submit(one.start, matcher, ROLE, DOCUMENTS, WHO, key=KEY)
            for one in (screenings, other)
        ]
        first, second = (one.result() for one in made)
    assert sorted([first.repeated, second.repeated]) == [False, True]
    assert report_bytes(first.report) == report_bytes(second.report)
    assert first.receipts == second.receipts
    assert len(screenings.overview(WHO)) == 1
