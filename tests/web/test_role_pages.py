"""Career steps, a role's profile and single quotes over HTTP, and their pages."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.web.rooms.career_page import career_page
from bot.web.rooms.role_career import RoleCareer
from bot.web.rooms.role_page import SHOWN, role_page
from bot.web.rooms.role_room import check_of, room
from tests.web.test_api import problem_of
from tests.web.test_markup import LINES, read
from tests.web.test_roles_api import served
from tests.web.test_salary_table import figure

__all__ = ["served"]

HTML = {"accept": "text/html"}
ROLE = "key-account-manager"
KINDS = (
    *("synonyms", "branches", "duties", "requirements"),
    *("salary", "pay_notes", "career", "differences"),
)
TAGS = {
    *("div", "nav", "h3", "h4", "h5", "p", "ul", "ol", "li", "a", "span", "button", "dl", "dt"),
    *("dd", "details", "summary", "figure", "svg", "title", "text", "rect", "path"),
}


def citation(number: int, quote: str, title: str = "Titel") -> dict[str, Any]:
    made: dict[str, Any] = figure(number, 1.0, 1.0, quote=quote)["citation"]
    made["source"] |= {"title": title}
    return made


def profile(**facts: Any) -> dict[str, Any]:
    empty = {kind: [] for kind in KINDS}
    return {"id": "koch", "label": "Koch", "abbreviations": [], **empty, **facts}


def step(first: str | None, second: str, **more: Any) -> dict[str, Any]:
    known = {"kind": "promotion", "years_min": None, "years_max": None, "conditions": []}
    cited = citation(1, f"{first} wird {second}.")
    return {"from_role": first, "to_role": second, **known, "citation": cited, **more}


def test_career_steps_with_their_quotes(client: httpx.Client) -> None:
    found = client.get("/api/v1/careers", params={"role": ROLE}).json()
    assert found["role"] == {"id": ROLE, "label": "Key Account Manager"}
    for one in found["career"]:
        assert ROLE in (one["from_role"], one["to_role"]) and "computed" not in one
        cited = one["citation"]
        source = client.get(f"/api/v1/sources/{cited['source']['id']}").json()["text"]
        assert source[cited["start"] : cited["end"]] == cited["quote"]
    numbers = [one["citation"]["number"] for one in found["career"]]
    assert numbers == sorted(numbers) and numbers[0] == 1
    page = client.get("/api/v1/careers", params={"role": ROLE}, headers=HTML).text
    assert 'href="#karriere?role=account-manager"' in page
    assert f'href="#karriere?role={ROLE}"' not in page  # it is here already
    assert "senior-account-manager" not in page.replace('data-source="', "")
    assert "3–7 Jahre" in page and "Bedingung: „mit konstant guten Ergebnissen“" in page


def test_what_is_linked_can_be_reached_in_the_drawing() -> None:
    career = RoleCareer(
        "koch", "Koch", (step("kellner", "koch"),), None, frozenset({"kellner", "koch"}), ()
    )
    page = career_page(career, "de")
    svg = page[page.index("<svg") : page.index("</svg>")]
    # What is inside a picture is hidden from whoever can't see it.
    assert 'role="group"' in svg and svg.count('<a href="#karriere?role=kellner">') == 1
    described = re.search(r'aria-describedby="([^"]+)"', svg)
    assert described and f'id="{described[1]}"' in page


def test_a_role_without_steps_is_told_so() -> None:
    page = career_page(RoleCareer("koch", "Koch", (), None, frozenset(), ()), "de")
    assert "berichtet keine Quelle" in page and "<svg" not in page and "<ol" not in page


def test_a_role_with_all_its_facts(client: httpx.Client) -> None:
    told = client.get(f"/api/v1/roles/{ROLE}").json()
    page = client.get(f"/api/v1/roles/{ROLE}", headers=HTML).text
    shown = " ".join("".join(read(page).text).split())
    for kind in ("branches", "requirements"):
        assert all(one["label"] in shown for one in told[kind])
    for kind in ("duties", "pay_notes", "differences"):
        assert all(" ".join(one["citation"]["quote"].split()) in shown for one in told[kind])
    opened = {int(n) for n in re.findall(r'data-number="(\d+)"', page)}
    cited = {one["citation"]["number"] for kind in KINDS for one in told[kind]}
    salary = {one["citation"]["number"] for one in told["salary"]}
    assert cited - salary <= opened <= cited
    assert f'href="#gehalt?role={ROLE}"' in page and f'href="#karriere?role={ROLE}"' in page
    titles = {one["citation"]["source"]["title"] for kind in KINDS for one in told[kind]}
    assert all(title.replace("&", "&amp;") in page for title in titles)


def test_json_stays_what_it_was_for_everybody_else(client: httpx.Client) -> None:
    response = client.get(f"/api/v1/roles/{ROLE}")
    assert response.headers["content-type"].startswith("application/json")
    assert set(response.json()) == {"id", "label", "abbreviations", *KINDS}


def test_a_long_list_is_folded_and_nothing_is_lost() -> None:
    duties = [{"role": "koch", "citation": citation(n, f"Satz {n}.")} for n in range(1, 31)]
    page = role_page(profile(duties=duties), "de")
    assert f"Weitere {30 - SHOWN} anzeigen" in page
    assert all(f"Satz {n}." in "".join(read(page).text) for n in range(1, 31))


def test_nothing_known_is_a_plain_sentence() -> None:
    page = role_page(profile(), "de")
    assert "nennen die Quellen keine Einzelheiten" in page and "<h4>" not in page


def test_a_quote_is_shown_in_its_section(client: httpx.Client) -> None:
    told = client.get(f"/api/v1/roles/{ROLE}").json()["duties"][0]["citation"]
    query = {
        **{"source": told["source"]["id"], "start": told["start"], "end": told["end"]},
        **{"check": check_of(told["quote"]), "number": 7},
    }
    found = client.get("/api/v1/quotes", params=query)
    assert found.json() == {**told, "number": 7}
    page = client.get("/api/v1/quotes", params=query, headers=HTML)
    assert page.headers["content-type"].startswith("text/html")
    assert "".join(read(page.text).marked) == told["quote"] and "Beleg 7" in page.text


def test_a_place_that_is_not_there_is_a_problem(client: httpx.Client) -> None:
    told = client.get(f"/api/v1/roles/{ROLE}").json()["duties"][0]["citation"]
    place = {"source": told["source"]["id"], "start": told["start"], "end": told["end"]}

    def problem(status: int, **changed: Any) -> str:
        response = client.get("/api/v1/quotes", params=place | changed, headers=HTML)
        return str(problem_of(response, status)["detail"])

    assert "Quelle" in problem(404, source="gibt-es-nicht")
    assert "Stelle" in problem(404, end=10**7)
    assert "Stelle" in problem(404, start=told["end"] + 1)
    # The text moved by one character: the words there aren't those that were asked for.
    assert "geändert" in problem(409, start=told["start"] + 1, check=check_of(told["quote"]))
    problem(422, start=-1)


def test_an_occupation_has_its_notices_and_computed_steps(served: TestClient) -> None:
    career = served.get("/api/v1/careers", params={"role": "laternenputzer"}).json()
    assert career["notices"] == [NOTICE, ADAPTED["de"]]
    assert [one["to_role"] for one in career["career"]] == ["laternenmeister"]
    assert career["career"][0]["computed"]["shared"]
    page = served.get("/api/v1/careers", params={"role": "laternenputzer"}, headers=HTML).text
    assert "berichtet keine Quelle" in page and "berechnet" in page
    assert 'href="#karriere?role=laternenmeister"' in page and NOTICE in page
    pay = served.get("/api/v1/salaries", params={"role": "laternenputzer"}, headers=HTML).text
    assert "nennt keine Quelle einen Betrag" in pay and NOTICE in pay
    role = served.get("/api/v1/roles/laternenputzer", headers=HTML).text
    assert "Glas polieren" in "".join(read(role).text) and NOTICE in role and "ESCO" in role
    english = served.get("/api/v1/roles/laternenputzer", params={"lang": "en"}, headers=HTML).text
    assert ADAPTED["en"].replace("'", "&#x27;") in english and ADAPTED["de"] not in english


def test_an_article_s_role_needs_no_notices(served: TestClient) -> None:
    for url in ("/api/v1/careers?role=schichtleiter", "/api/v1/salaries?role=schichtleiter"):
        assert "notices" not in served.get(url).json()
        assert NOTICE not in served.get(url, headers=HTML).text


@pytest.mark.parametrize("url", ["/api/v1/careers?role=nichts", "/api/v1/roles/nichts"])
def test_an_unknown_role_is_a_problem(client: httpx.Client, url: str) -> None:
    assert "Rolle" in str(problem_of(client.get(url, headers=HTML), 404)["detail"])


@given(LINES, LINES, st.sampled_from(["de", "en"]))
def test_any_text_of_a_source_stays_text(quote: str, label: str, language: Any) -> None:
    cited = citation(1, quote, label)
    named = [{"role": "koch", "label": label, "citation": cited}]
    requirement = {"id": label, "kind": "skill", "relation": "essential"}
    made = profile(
        id=quote,
        label=label,
        abbreviations=[label],
        synonyms=named,
        duties=[{"role": "koch", "citation": cited}],
        requirements=[{**named[0], **requirement, "months_of_experience": 36}],
        career=[{**step(label, quote, conditions=[label]), "citation": cited}],
    )
    career = RoleCareer(quote, label, tuple(made["career"]), None, frozenset({label, quote}), ())
    for page in (role_page(made, language), career_page(career, language)):
        assert {tag.removeprefix("/") for tag in read(page).tags} <= TAGS


@pytest.mark.parametrize("place", ["gehalt", "karriere", "rolle"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_each_room_has_names_for_what_can_be_filled_in(place: str, language: Any) -> None:
    html = room(language, place)
    fields = re.findall(r'<(?:input|select)[^>]* id="([^"]+)"', html)
    assert fields and all(f'<label for="{name}">' in html for name in fields)
