"""The recruiters' mode over HTTP: who may, what they get, and that nothing else gets out."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.access.portals import Portals
from bot.answering.assistant import Assistant
from bot.evaluation.ports import free_port
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.screening import Screenings
from bot.screening.report import canonical
from bot.screening.reviewers import Reviewers
from bot.screening.screenings import OFF
from bot.settings import Settings, load_settings
from bot.web.api.routes import routes
from bot.web.edge import problems
from bot.web.edge.guard import Guard
from bot.web.service import Service
from tests.apart import run_apart
from tests.matching.reading.test_counterfactual_pairs import OTHERS, TIDY, WOMAN
from tests.web import openapi_examples
from tests.web.conftest import Server, start_server, wait_for
from tests.web.test_api import problem_of
from tests.web.test_matches import holds, pdf_of
from tests.web.test_openapi import is_told

URL = "/api/v1/screenings"
SESSION = f"{URL}/session"
ROLE = "key-account-manager"
ADA, BO = "Ada Krüger", "Bo Lang"
CV = """Lebenslauf
Name: Dragana Petrović
Berufserfahrung
03/2019 – heute  Account Managerin, Zwetschgenhof GmbH
Ausbildung
2011 – 2014 Bachelor Betriebswirtschaft, Universität Köln
Kenntnisse
Kommunikationsstark, Quittenkunde
"""
OTHER = "Profil\nIch habe zwei Jahre im Einzelhandel gearbeitet und bin resilient.\n"
Files = list[tuple[str, tuple[str, bytes]]]


def files_of(*documents: bytes | str) -> Files:
    given = [one.encode() if isinstance(one, str) else one for one in documents]
    return [("files", (f"Bewerbung Nr {n}.txt", data)) for n, data in enumerate(given, 1)]


@dataclass
class Room:
    """A server whose recruiters' mode is on, and the keys of two reviewers."""

    server: Server
    folder: Path
    keys: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        return environment_of(self.folder)

    def client(self, name: str | None = ADA) -> httpx.Client:
        headers = {"authorization": f"Bearer {self.keys[name]}"} if name else {}
        return httpx.Client(base_url=self.server.url, timeout=60, headers=headers)


def environment_of(folder: Path) -> dict[str, str]:
    return {
        "LOTSE_TRUSTED_PROXIES": "127.0.0.1",
        **openapi_examples.environment_of(folder),
    }


@pytest.fixture(scope="module")
def room(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("recruiters")
    reviewers = Reviewers(folder / "reviewers.json")
    keys = {name: reviewers.add(name) for name in (ADA, BO)}
    server = start_server(database, free_port(), **environment_of(folder))
    try:
        yield Room(wait_for(server), folder, keys)
    finally:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def ada(room: Room) -> Iterator[httpx.Client]:
    with room.client() as client:
        yield client


@pytest.fixture
def bo(room: Room) -> Iterator[httpx.Client]:
    with room.client(BO) as client:
        yield client


def start(client: httpx.Client, *documents: bytes | str, **data: str) -> dict[str, Any]:
    sent = client.post(URL, files=files_of(*documents), data={"role": ROLE, **data})
    assert sent.status_code == 201, sent.text
    made: dict[str, Any] = sent.json()
    assert sent.headers["location"] == f"{URL}/{made['report']['id']}"
    return made


def review(
    client: httpx.Client, report: dict[str, Any], code: str, line: dict[str, Any], **body: str
) -> httpx.Response:
    told = {"application": code, "requirement": line["requirement"], "verdict": line["found"]}
    return client.post(f"{URL}/{report['id']}/reviews", json=told | body)


def confirm_all(client: httpx.Client, report: dict[str, Any]) -> dict[str, Any]:
    last = report
    for candidate in report["candidates"]:
        for line in candidate["lines"]:
            sent = review(client, report, candidate["code"], line)
            assert sent.status_code == 200, sent.text
            last = sent.json()
    return last


EVERY = [
    ("GET", URL, {}),
    ("POST", URL, {"files": files_of(CV), "data": {"role": ROLE}}),
    ("GET", f"{URL}/x", {}),
    ("DELETE", f"{URL}/x", {}),
    ("POST", f"{URL}/x/reviews", {"json": {}}),
    ("GET", f"{URL}/x/export?format=csv", {}),
    ("GET", f"{URL}/x/export", {}),
    ("GET", f"{URL}/x/applications/A7K", {}),
    ("DELETE", f"{URL}/x/applications/A7K", {}),
    ("GET", f"{URL}/x/history", {}),
]
SESSIONS = [
    ("GET", SESSION, {}),
    ("POST", SESSION, {"json": {"key": "x"}}),
    ("POST", SESSION, {"content": b"{", "headers": {"content-type": "application/json"}}),
    ("DELETE", SESSION, {}),
]


@pytest.mark.parametrize(("method", "path", "sent"), EVERY + SESSIONS)
def test_off_is_not_there(
    client: httpx.Client, method: str, path: str, sent: dict[str, Any]
) -> None:
    answer = client.request(method, path, **sent)
    assert problem_of(answer, 404)["detail"] == OFF


@pytest.mark.parametrize(("method", "path", "sent"), EVERY)
def test_nobody_gets_anything_without_a_key(
    room: Room, method: str, path: str, sent: dict[str, Any]
) -> None:
    with room.client(None) as nobody:
        answer = nobody.request(method, path, **sent)
    problem_of(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["cache-control"] == "no-store"


def test_from_documents_to_the_exported_table(room: Room, ada: httpx.Client, bo: Any) -> None:
    made = start(ada, CV, b"%PDF-1.7 nichts", OTHER)
    report = made["report"]
    assert [one["code"] is None for one in made["receipts"]] == [False, True, False]
    assert made["receipts"][0]["name"] == "Bewerbung Nr 1.txt" and made["receipts"][1]["reason"]
    assert [one["number"] for one in report["failures"]] == [2]
    asked = [one["id"] for one in report["requirements"]]
    assert len(report["candidates"]) == 2 and len(asked) > 5
    for candidate in report["candidates"]:
        assert [line["requirement"] for line in candidate["lines"]] == asked
        for line in candidate["lines"]:
            assert line["evidence"] or line["found"] == "unknown"
            for quote in line["evidence"]:
                assert candidate["text"][quote["start"] : quote["end"]] == quote["quote"]
    for requirement in report["requirements"]:
        citation = requirement["citation"]
        source = ada.get(f"/api/v1/sources/{citation['source']['id']}").json()["text"]
        assert source[citation["start"] : citation["end"]] == citation["quote"]

    where = f"{URL}/{report['id']}"
    for form in ("csv", "xlsx", "pdf"):
        found = problem_of(ada.get(f"{where}/export", params={"format": form}), 409)
        assert "Der Export ist noch nicht möglich" in str(found["detail"])
    assert confirm_all(ada, report)["open_lines"] == 0

    seen = bo.get(where).json()  # the other reviewer sees it and corrects a line
    assert seen["opened_by"] == ADA and seen["candidates"][0]["lines"][0]["review"]["confirmed"]
    code, line = seen["candidates"][0]["code"], seen["candidates"][0]["lines"][0]
    other = "missing" if line["found"] != "missing" else "met"
    problem_of(review(bo, report, code, line, verdict=other), 422)
    corrected = review(bo, report, code, line, verdict=other, reason="Im Gespräch geklärt").json()
    word = corrected["candidates"][0]["lines"][0]["review"]
    assert (word["reviewer"], word["verdict"], word["confirmed"]) == (BO, other, False)

    for form, kind, opening in (
        ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("pdf", "application/pdf", b"%PDF-"),
    ):
        file = ada.get(f"{where}/export", params={"format": form})
        assert file.status_code == 200 and file.content.startswith(opening)
        assert file.headers["content-type"] == kind
        assert file.headers["cache-control"] == "no-store"
        assert re.fullmatch(
            rf'attachment; filename="auswahl-[\w-]+\.{form}"', file.headers["content-disposition"]
        )
    told = [(entry["who"], entry["action"]) for entry in ada.get(f"{where}/history").json()]
    assert {(ADA, "opened"), (ADA, "confirmed"), (BO, "viewed"), (BO, "corrected"),
            (ADA, "exported")} <= set(told)  # fmt: skip
    listed = {one["id"]: one for one in bo.get(URL).json()}[report["id"]]
    assert (listed["applications"], listed["open_lines"], listed["opened_by"]) == (2, 0, ADA)


def test_a_request_cannot_name_who_acts(room: Room, ada: httpx.Client) -> None:
    sent = ada.post(
        f"{URL}?reviewer=Eve",
        files=files_of(CV),
        data={"role": ROLE, "reviewer": "Eve", "opened_by": "Eve"},
        headers={"x-remote-user": "Eve", "from": "Eve"},
    )
    report = sent.json()["report"]
    assert report["opened_by"] == ADA
    line = report["candidates"][0]["lines"][0]
    problem_of(review(ada, report, report["candidates"][0]["code"], line, reviewer="Eve"), 422)


def test_deleting_on_request(room: Room, ada: httpx.Client) -> None:
    report = start(ada, CV.replace("Quittenkunde", "Holunderkunde"), OTHER)["report"]
    where = f"{URL}/{report['id']}"
    one, other = (c["code"] for c in report["candidates"])
    kept = ada.get(f"{where}/applications/{one}")
    assert kept.headers["content-disposition"] == f'attachment; filename="bewerbung-{one}.json"'
    assert kept.json()["application"]["code"] == one
    for code in (one, other):
        gone = ada.delete(f"{where}/applications/{code}")
        assert (gone.status_code, gone.content) == (204, b"")
        problem_of(ada.get(f"{where}/applications/{code}"), 404)
        problem_of(ada.delete(f"{where}/applications/{code}"), 404)
    assert b"Holunderkunde" not in (room.folder / "log.sqlite3").read_bytes()
    assert ada.delete(where).status_code == 204
    problem_of(ada.get(where), 404)
    assert report["id"] not in {listed["id"] for listed in ada.get(URL).json()}
    told = [entry["action"] for entry in ada.get(f"{where}/history").json()]
    assert told[-3:] == ["application_deleted", "application_deleted", "deleted"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"application": "A1A"}, 404),
        ({"application": "\ud800"}, 422),
        ({"requirement": "nothing"}, 404),
        ({"verdict": "accepted"}, 422),
        ({"verdict": None}, 422),
        ({"reason": "x" * 2001}, 422),
        ({"more": 1}, 422),
    ],
)
def test_reviews_of_something_else(
    room: Room, ada: httpx.Client, change: dict[str, Any], status: int
) -> None:
    report = start(ada, OTHER)["report"]
    (one,) = report["candidates"]
    line = one["lines"][0]
    body = {"application": one["code"], "requirement": line["requirement"], "verdict": "unknown"}
    content = json.dumps(body | change)
    sent = ada.post(
        f"{URL}/{report['id']}/reviews", content=content,
        headers={"content-type": "application/json"},
    )  # fmt: skip
    problem_of(sent, status)
    assert ada.get(f"{URL}/{report['id']}").json()["open_lines"] == report["open_lines"]


@pytest.mark.parametrize(
    ("files", "data", "status"),
    [
        ([], {"role": ROLE}, 422),
        (files_of(CV), {}, 422),
        (files_of(CV), {"role": " "}, 422),
        (files_of(CV), {"role": "astronaut"}, 404),
        (files_of(CV), {"role": ROLE, "language": "fr"}, 422),
        ([("file", ("cv.txt", CV.encode()))], {"role": ROLE}, 422),
        ([("files", (f"{n}.txt", b"x")) for n in range(201)], {"role": ROLE}, 422),
    ],
)
def test_forms_that_do_not_fit(
    room: Room, ada: httpx.Client, files: Any, data: dict[str, str], status: int
) -> None:
    before = ada.get(URL).json()
    problem_of(ada.post(URL, files=files or {"x": (None, "")}, data=data), status)
    assert ada.get(URL).json() == before


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"x", "multipart/form-data", 422),
        (b"x", "multipart/form-data; boundary=y", 422),
        (b"{}", "application/json", 415),
        (b"", "text/plain", 415),
    ],
)
def test_other_bodies(
    room: Room, ada: httpx.Client, content: bytes, kind: str, status: int
) -> None:
    problem_of(ada.post(URL, content=content, headers={"content-type": kind}), status)


def test_sixty_megabytes_are_read_and_more_is_refused(room: Room, ada: httpx.Client) -> None:
    large = b"%PDF-1.7\n" + b"x" * 9_900_000
    made = start(ada, *(large + b"%d" % n for n in range(6)), OTHER)
    assert len(made["report"]["failures"]) == 6 and len(made["report"]["candidates"]) == 1
    problem_of(ada.post(URL, files=files_of(*[large] * 7), data={"role": ROLE}), 413)


def test_unknown_screenings(room: Room, ada: httpx.Client) -> None:
    for path in ("x", "%ff", "x/history", "x/export?format=csv", "x/applications/A7K"):
        problem_of(ada.get(f"{URL}/{path}"), 404)
    for path in ("x", "x/applications/A7K"):
        problem_of(ada.delete(f"{URL}/{path}"), 404)
    problem_of(ada.get(f"{URL}/x/export?format=docx"), 422)
    problem_of(ada.put(f"{URL}/x"), 405)


def test_english(room: Room, ada: httpx.Client) -> None:
    report = start(ada, OTHER, language="en")["report"]
    lines = report["candidates"][0]["lines"]
    assert "The profile says nothing about it." in {line["reason"] for line in lines}


def test_people_who_differ_in_who_they_are_have_the_same_lines(
    room: Room, ada: httpx.Client
) -> None:
    """Name, sex, age, photo line, origin, family, address: each against the same person."""
    texts = [TIDY.format(**WOMAN), *(TIDY.format(**(WOMAN | one)) for one in OTHERS.values())]
    texts = list(dict.fromkeys(texts))
    told = set()
    for text in texts:
        (one,) = start(ada, text)["report"]["candidates"]
        del one["code"], one["pseudonym"]
        told.add(canonical(one))
        assert any(line["evidence"] for line in one["lines"])
    assert len(texts) > 3 and len(told) == 1
    (other,) = start(ada, texts[0].replace("Englisch (B2)", "Englisch (A1)"))["report"][
        "candidates"
    ]
    del other["code"], other["pseudonym"]
    assert canonical(other) not in told


# Who it is


def test_wrong_keys_are_refused_and_then_have_to_wait(room: Room, database: Path) -> None:
    server = start_server(database, free_port(), **room.environment)
    try:
        wait_for(server)
        with httpx.Client(base_url=server.url, timeout=60) as client:
            for n in range(10):
                wrong = client.get(URL, headers={"authorization": f"Bearer wrong{n}"})
                problem_of(wrong, 401)
                assert wrong.headers["www-authenticate"] == "Bearer"
            for sent in (
                client.get(URL, headers={"authorization": "Bearer wrong"}),
                client.get(URL, headers={"cookie": "lotse_reviewer=wrong"}),
                client.post(SESSION, json={"key": "wrong"}),
            ):
                problem_of(sent, 429)
                assert 1 <= int(sent.headers["retry-after"]) <= 60
            # Whoever shares the address isn't locked out.
            good = {"authorization": f"Bearer {room.keys[ADA]}"}
            assert client.get(URL, headers=good).status_code == 200
            problem_of(client.get(URL), 401)  # no key is no wrong key
    finally:
        server.stop()


@pytest.fixture
def page(room: Room) -> Iterator[httpx.Client]:
    """As a browser's page that has a session."""
    with room.client(None) as client:
        assert sign_in(client, room).status_code == 200
        yield client


def sign_in(client: httpx.Client, room: Room, **headers: str) -> httpx.Response:
    return client.post(SESSION, json={"key": room.keys[BO]}, headers=headers)


def test_a_session_keeps_the_key_out_of_reach_of_scripts(room: Room) -> None:
    with room.client(None) as client:
        answer = sign_in(client, room)
        assert answer.json() == {"reviewer": BO}
        (cookie,) = [
            one
            for one in answer.headers.get_list("set-cookie")
            if one.startswith("lotse_reviewer=")
        ]
        told = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert told == {"httponly", "samesite=strict", f"path={URL}", "max-age=28800"}
        assert client.get(SESSION).json() == {"reviewer": BO}
        gone = client.delete(SESSION, headers={"sec-fetch-site": "same-origin"})
        assert gone.status_code == 204 and not client.cookies
        problem_of(client.get(SESSION), 401)
        secure = sign_in(client, room, **{"x-forwarded-proto": "https"})
        assert "secure" in secure.headers["set-cookie"].lower()


@pytest.mark.parametrize("body", [{}, {"key": ""}, {"key": "x" * 201}, {"key": 7}, [], "x"])
def test_sessions_that_do_not_fit(room: Room, body: object) -> None:
    with room.client(None) as client:
        problem_of(client.post(SESSION, json=body), 422)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "SELF"}, 200),
        ({"origin": "http://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "SELF", "sec-fetch-site": "cross-site"}, 403),
        ({}, 403),
    ],
)
def test_other_pages_cannot_use_a_session(
    room: Room, ada: httpx.Client, page: httpx.Client, headers: dict[str, str], status: int
) -> None:
    report = start(ada, OTHER)["report"]
    (one,) = report["candidates"]
    page.headers.update(
        {key: value.replace("SELF", room.server.url) for key, value in headers.items()}
    )
    sent = review(page, report, one["code"], one["lines"][0])
    assert sent.status_code == status
    form = page.post(URL, files=files_of(OTHER), data={"role": ROLE})
    assert form.status_code == (201 if status == 200 else 403)
    assert page.delete(SESSION).status_code == (204 if status == 200 else 403)
    seen = ada.get(f"{URL}/{report['id']}").json()
    assert seen["open_lines"] == report["open_lines"] - (status == 200)


def test_reading_by_a_session(page: httpx.Client) -> None:
    for site, status in (("same-origin", 200), ("none", 200), ("cross-site", 403)):
        assert page.get(URL, headers={"sec-fetch-site": site}).status_code == status
    assert page.get(URL).status_code == 200


def test_another_page_cannot_sign_anybody_in(room: Room) -> None:
    with room.client(None) as client:
        problem_of(sign_in(client, room, **{"sec-fetch-site": "cross-site"}), 403)
        problem_of(sign_in(client, room, origin="http://elsewhere.example"), 403)
        body = json.dumps({"key": room.keys[BO]})
        plain = client.post(SESSION, content=body, headers={"content-type": "text/plain"})
        problem_of(plain, 422)
        assert not client.cookies


def test_a_revoked_key_ends_at_once(room: Room) -> None:
    reviewers = Reviewers(room.folder / "reviewers.json")
    key = reviewers.add("Cem Ay")
    with room.client(None) as client:
        signed_in = client.post(SESSION, json={"key": key})
        assert signed_in.status_code == 200 and client.get(SESSION).status_code == 200
        reviewers.revoke("Cem Ay")
        problem_of(client.get(SESSION), 401)
        problem_of(client.get(URL, headers={"authorization": f"Bearer {key}"}), 401)


# Many at once


def test_two_processes_review_the_same_table(room: Room, ada: httpx.Client, database: Path) -> None:
    report = start(ada, CV, OTHER)["report"]
    second = start_server(database, free_port(), **room.environment)
    try:
        wait_for(second)
        jobs = [
            (BO if number % 2 else ADA, candidate["code"], line)
            for candidate in report["candidates"]
            for number, line in enumerate(candidate["lines"][:8])
        ]

        def send(job: tuple[str, str, dict[str, Any]]) -> int:
            name, code, line = job
            url = second.url if name == BO else room.server.url
            headers = {"authorization": f"Bearer {room.keys[name]}"}
            with httpx.Client(base_url=url, timeout=60, headers=headers) as client:
                return review(client, report, code, line).status_code

        with ThreadPoolExecutor(6) as pool:
            assert set(pool.map(send, jobs)) == {200}
    finally:
        if second.process.poll() is None:
            second.stop()
    seen = ada.get(f"{URL}/{report['id']}").json()
    assert seen["open_lines"] == report["open_lines"] - len(jobs)
    done = {
        (candidate["code"], line["requirement"]): line["review"]["reviewer"]
        for candidate in seen["candidates"]
        for line in candidate["lines"]
        if line["review"]
    }
    assert done == {(code, line["requirement"]): name for name, code, line in jobs}
    Screenings.open(
        load_settings(screening=True, screening_db=room.folder / "log.sqlite3")
    ).verify()


# What the interface describes

JUDGING = re.compile(r"accept|reject|score|rank|rating|recommend|shortlist|hire", re.IGNORECASE)


def names_in(schema: object) -> Iterator[str]:
    """Every name that a caller reads or writes: of fields, parameters and choices."""
    if isinstance(schema, list):
        for one in schema:
            yield from names_in(one)
    if not isinstance(schema, dict):
        return
    for key in ("properties", "schemas"):
        yield from schema.get(key) or {}
    if "in" in schema:
        yield schema["name"]
    yield from (str(value) for value in schema.get("enum") or ())
    for key, value in schema.items():
        if key.startswith("/"):
            yield key
        yield from names_in(value)


def test_no_field_judges_a_person(room: Room) -> None:
    with room.client() as client:
        names = set(names_in(client.get("/openapi.json").json()))
    assert {"verdict", "evidence", "requirement", "reason", "files", "partly", "format"} <= names
    assert f"{URL}/{{screening_id}}/reviews" in names
    assert not {name for name in names if JUDGING.search(name)}


# Adverts


def test_adverts_need_no_setting_and_nobodys_name(client: httpx.Client, room: Room) -> None:
    text = "Wir suchen einen jungen Verkäufer.\n"
    sent = client.post("/api/v1/adverts", json={"text": text, "language": "de"})
    assert sent.status_code == 200 and sent.headers["cache-control"] == "no-store"
    found = sent.json()
    assert list(found) == ["findings", "notice"] and found["notice"]
    spans = [one for one in found["findings"] if one["span"]]
    assert spans
    for one in spans:
        assert text[one["span"]["start"] : one["span"]["end"]] == one["quote"]
    for body in ({}, {"text": " "}, {"text": "x" * 100_001}, {"text": text, "language": "fr"}):
        refused = client.post("/api/v1/adverts", json=body)
        problem_of(refused, 422)


def test_what_only_some_may_ask_is_as_openapi_tells(room: Room) -> None:
    keys = {"reviewer": room.keys[ADA], "portal": Portals(room.folder / "portals.json").add("X")}
    with room.client(None) as client:
        asking = openapi_examples.Asking(client, keys)
        document = client.get("/openapi.json").json()
        for key in openapi_examples.PRIVATE:  # in its order: what is begun is deleted at the end
            is_told(asking.ask(key), key, document)


def test_a_repeated_request_begins_one_screening(ada: httpx.Client, bo: httpx.Client) -> None:
    def send(client: httpx.Client, key: str, *documents: str) -> httpx.Response:
        files, headers = files_of(*documents), {"Idempotency-Key": key}
        return client.post(URL, files=files, data={"role": ROLE}, headers=headers)

    first, again, other = send(ada, "k-1", CV), send(ada, "k-1", CV), send(bo, "k-1", CV)
    assert first.status_code == again.status_code == other.status_code == 201
    assert first.content == again.content
    assert first.headers["location"] == again.headers["location"] != other.headers["location"]
    assert again.headers["idempotency-replayed"] == "true"
    assert not any("idempotency-replayed" in one.headers for one in (first, other))
    assert "andere Anfrage" in str(problem_of(send(ada, "k-1", OTHER), 422)["detail"])
    for wrong in ("", "x" * 101, "zwei Wörter".encode("latin-1")):
        assert "1 bis 100" in str(problem_of(send(ada, wrong, CV), 422)["detail"])


# What stays behind


@dataclass
class Inside:
    """The interface without a server, to look at what it writes."""

    app: FastAPI
    folder: Path
    headers: dict[str, str]

    def run(self, ask: Callable[[httpx.AsyncClient], Any]) -> Any:
        async def asked() -> Any:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://t", headers=self.headers
            ) as client:
                return await ask(client)

        return run_apart(asked())


@pytest.fixture
def inside(corpus_settings: Settings, assistant: Assistant, tmp_path: Path) -> Inside:
    folder = tmp_path / "kept"
    reviewers = Reviewers(folder / "reviewers.json")
    key = reviewers.add(ADA)
    index = Index.open(corpus_settings)
    settings = load_settings(screening=True, screening_db=folder / "log.sqlite3")
    service = Service(
        index,
        assistant,
        Desk(index, assistant.encoder),
        screenings=Screenings.open(settings),
        reviewers=reviewers,
    )
    app = FastAPI()
    problems.install(app)
    app.include_router(routes(service))
    app.add_middleware(Guard)
    return Inside(app, folder, {"authorization": f"Bearer {key}"})


def test_nothing_of_a_document_is_logged_or_written_elsewhere(
    inside: Inside,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    written: list[str] = []
    make = tempfile.SpooledTemporaryFile.rollover
    monkeypatch.setattr(
        tempfile.SpooledTemporaryFile, "rollover",
        lambda spooled: (written.append("disk"), make(spooled)),
    )  # fmt: skip
    documents: Files = [
        ("files", ("Petrović.pdf", pdf_of(CV.replace("ć", "c"), 1_500_000))),
        ("files", ("Petrović.txt", CV.encode())),
        ("files", ("Petrović kaputt.pdf", b"%PDF-1 Zwetschgenhof")),
    ]

    async def ask(client: httpx.AsyncClient) -> None:
        sent = await client.post(URL, files=documents, data={"role": ROLE})
        assert sent.status_code == 201, sent.text
        report = sent.json()["report"]
        where = f"{URL}/{report['id']}"
        for one in report["candidates"]:
            for line in one["lines"]:
                told = {"application": one["code"], "requirement": line["requirement"],
                        "verdict": line["found"], "reason": "Mirabellenmesse"}  # fmt: skip
                assert (await client.post(f"{where}/reviews", json=told)).status_code == 200
        for form in ("csv", "xlsx", "pdf"):
            made = await client.get(f"{where}/export", params={"format": form})
            assert made.status_code == 200
        for path in ("", "/history", f"/applications/{report['candidates'][0]['code']}"):
            assert (await client.get(where + path)).status_code == 200
        bad = {"application": "A1A", "requirement": "Quittenkunde", "verdict": "met"}
        assert (await client.post(f"{where}/reviews", json=bad)).status_code == 404
        await client.post(f"{where}/reviews", json={"reason": "Mirabellenmesse"})
        await client.post("/api/v1/adverts", json={"text": "Quittenkunde erwünscht"})
        await client.get(URL, headers={"authorization": "Bearer Quittenkunde"})

    with caplog.at_level(logging.DEBUG):
        logging.getLogger("bot").debug("the log is listened to")
        inside.run(ask)
    words = ["Zwetschgenhof", "Quittenkunde", "Mirabellenmesse", "Kommunikationsstark"]
    assert "the log is listened to" in caplog.text
    assert not any(word in caplog.text for word in (*words, "Petrovi"))
    assert inside.headers["authorization"].split()[1] not in caplog.text
    assert written == []
    found = {path.name for path in holds(tmp_path, [word.encode() for word in words])}
    assert found == {"log.sqlite3"}
    assert holds(tmp_path, [b"Petrovi", b"Dragana"]) == []


def test_a_changed_log_is_told(inside: Inside) -> None:
    async def begin(client: httpx.AsyncClient) -> dict[str, Any]:
        sent = await client.post(URL, files=files_of(OTHER), data={"role": ROLE})
        report: dict[str, Any] = sent.json()["report"]
        (one,) = report["candidates"]
        for line in one["lines"]:
            told = {"application": one["code"], "requirement": line["requirement"],
                    "verdict": line["found"]}  # fmt: skip
            await client.post(f"{URL}/{report['id']}/reviews", json=told)
        return report

    report = inside.run(begin)
    with sqlite3.connect(inside.folder / "log.sqlite3") as db:
        db.execute("DROP TRIGGER content_stays")
        db.execute("UPDATE content SET body = replace(body, 'resilient', 'brilliant')")
    db.close()
    for path in ("", "/export?format=csv", "/history"):
        answer = inside.run(lambda client, path=path: client.get(f"{URL}/{report['id']}{path}"))
        told = problem_of(answer, 500)
        assert "Das Auswahlprotokoll wurde ab Eintrag" in str(told["detail"])


def test_a_log_that_cannot_be_written_is_told(inside: Inside) -> None:
    (inside.folder / "log.sqlite3").unlink()
    (inside.folder / "log.sqlite3").mkdir()
    answer = inside.run(lambda client: client.get(URL))
    assert "LOTSE_SCREENING_DB" in str(problem_of(answer, 503)["detail"])
