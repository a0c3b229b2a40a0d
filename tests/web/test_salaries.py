"""``GET /api/v1/salaries``: figures of a role, narrowed down, as JSON, HTML and CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.api.salaries import salaries_csv
from bot.web.rooms.salary_choice import DIMENSIONS, UNSTATED, PayChoice, RolePay, role_pay
from bot.web.rooms.salary_page import salary_page
from tests.web.test_api import problem_of
from tests.web.test_markup import LINES, read
from tests.web.test_salary_table import CHART_TAGS, OLD, TABLE_TAGS, figure

URL = "/api/v1/salaries"
ROLE = "account-manager"
FORM_TAGS = {"form", "fieldset", "legend", "label", "select", "option", "button", "nav"}
TEXT_TAGS = {"div", "h3", "h4", "p", "ul", "li", "a", "figure", "span"}


def asked(client: httpx.Client, accept: str = "application/json", **query: str) -> httpx.Response:
    return client.get(URL, params={"role": ROLE, **query}, headers={"accept": accept})


def pay(*salary: dict[str, Any], **chosen: str) -> RolePay:
    profile = {"id": "koch", "label": "Koch", "salary": list(salary)}
    return role_pay(profile, PayChoice(**chosen), {}, "de")


def test_the_figures_are_the_roles_own_with_their_citations(client: httpx.Client) -> None:
    found = asked(client).json()
    told = client.get(f"/api/v1/roles/{ROLE}").json()

    def places(figures: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
        cited = [(f["min"], f["max"], f["citation"]) for f in figures]
        return {(low, high, c["source"]["id"], c["start"], c["end"]) for low, high, c in cited}

    assert found["role"] == {"id": ROLE, "label": "Account Manager"}
    assert places(found["salary"]) == places(told["salary"])
    numbers = [figure["citation"]["number"] for figure in found["salary"]]
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))
    for one in found["salary"]:
        citation = one["citation"]
        source = client.get(f"/api/v1/sources/{citation['source']['id']}").json()["text"]
        assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_every_choice_leaves_as_many_as_its_count_says(client: httpx.Client) -> None:
    everything = asked(client).json()
    assert everything["count"] == everything["total"] > 5
    for dimension in DIMENSIONS:
        options = everything["options"][dimension]
        assert len(options) > 1
        for option in options:
            chosen = asked(client, **{dimension: option["value"]}).json()
            assert chosen["count"] == option["count"] > 0, (dimension, option)
            assert chosen["total"] == everything["total"]


def test_counts_follow_the_other_choices(client: httpx.Client) -> None:
    found = asked(client, country="US").json()
    assert [f["currency"] for f in found["salary"]] == ["USD"]
    levels = {option["value"]: option["count"] for option in found["options"]["seniority"]}
    assert levels == {"junior": 0, "senior": 0, UNSTATED: 1}
    # What is chosen can be chosen otherwise: its own counts are those of all.
    countries = {option["value"]: option["count"] for option in found["options"]["country"]}
    assert countries["DE"] > 1


def test_a_choice_that_nothing_fits_is_no_error(client: httpx.Client) -> None:
    found = asked(client, country="FR", year="2026").json()
    assert (found["count"], found["salary"]) == (0, [])
    assert {"value": "FR", "count": 0} in found["options"]["country"]
    page = asked(client, "text/html", country="FR").text
    assert "Zu dieser Auswahl nennt keine Quelle einen Betrag." in page
    assert "Alles zurücksetzen" in page


@pytest.mark.parametrize(
    "query",
    [{"country": "Deutschland"}, {"year": "26"}, {"seniority": "boss"}, {"source": "x" * 301}],
)
def test_a_choice_that_cannot_be_is_refused(client: httpx.Client, query: dict[str, str]) -> None:
    problem_of(asked(client, **query), 422)


def test_an_unknown_role_is_a_problem_in_the_askers_language(client: httpx.Client) -> None:
    response = client.get(URL, params={"role": "gibt-es-nicht"}, headers={"accept": "text/html"})
    assert "Rolle" in problem_of(response, 404)["detail"]
    english = client.get(URL, params={"role": "gibt-es-nicht", "lang": "en"})
    assert "no role" in problem_of(english, 404)["detail"]


def test_the_page_says_how_much_it_shows(client: httpx.Client) -> None:
    page = asked(client, "text/html").text
    assert 'data-said="Gezeigt wird alles, was die Quellen sagen: ' in page
    assert 'data-action="reset"' not in page
    narrowed = asked(client, "text/html", country="US").text
    assert 'data-said="Gezeigt: eine Angabe von ' in narrowed
    assert '<option value="US" selected>USA (1)</option>' in narrowed
    english = asked(client, "text/html", lang="en").text
    assert "All that the sources say is shown" in english and "Angaben" not in english


def test_the_file_holds_what_the_table_shows(client: httpx.Client) -> None:
    response = asked(client, "text/csv", country="US")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert f'filename="gehalt-{ROLE}.csv"' in response.headers["content-disposition"]
    head, row = csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    told = dict(zip(head, row, strict=True))
    assert (told["von"], told["bis"], told["Währung"], told["Land"]) == (
        *("45000", "85000"),
        *("USD", "USA"),
    )
    assert told["Beleg"].startswith("In den USA verdienen")


def test_no_cell_of_the_file_is_run() -> None:
    hostile = figure(1, 1000.0, 2000.0, quote="=HYPERLINK(1)", branch="@SUM(A1)")
    hostile["citation"]["source"] |= {"title": "+cmd", "publisher": "-2+3", "url": "\t=1"}
    (row,) = list(csv.reader(io.StringIO(salaries_csv(pay(hostile), "de").decode("utf-8-sig")),
                             delimiter=";"))[1:]  # fmt: skip
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert {"'=HYPERLINK(1)", "'@SUM(A1)", "'+cmd", "'-2+3", "'\t=1"} <= set(row)


def test_amounts_that_differ_stand_side_by_side_and_are_never_mixed() -> None:
    shown = pay(
        figure(1, 30e3, 40e3, country="DE"),
        figure(2, 50e3, 60e3, country="DE", published=OLD),
        figure(3, 3e3, 4e3, period="month"),
        figure(4, 30e3, 40e3, currency="CHF"),
    )
    page = read(salary_page(shown, "de"))
    assert page.tags.count("figure") == 3
    amounts = [text for text in page.text if "Euro" in text or "30,000" in text]
    assert any("30,000" in text for text in amounts) and any("50,000" in text for text in amounts)
    assert not any("35" in text or "45.000" in text for text in page.text)


def test_a_figure_that_another_source_states_too_stays_each_ones_own() -> None:
    twice = [figure(1, 30e3, 40e3), figure(2, 30e3, 40e3)]
    both = pay(*twice)
    assert (len(both.rows), len(both.salary)) == (1, 2)
    one = pay(*twice, source="s2")
    assert [f["citation"]["source"]["id"] for f in one.salary] == ["s2"]


def test_no_figures_is_a_plain_sentence() -> None:
    page = salary_page(pay(), "de")
    assert "Zum Gehalt in dieser Rolle nennt keine Quelle einen Betrag." in page
    assert "<form" not in page and "<svg" not in page


@given(LINES, LINES, st.sampled_from(["de", "en"]))
def test_any_text_of_a_source_stays_text(quote: str, title: str, language: Any) -> None:
    records = [figure(n, 1000.0, 2000.0 * n, quote=quote, branch=title, role=quote) for n in (1, 2)]
    for record in records:
        record["citation"]["source"] |= {"title": title, "id": title, "url": title}
    profile = {"id": quote, "label": title, "salary": records}
    shown = role_pay(profile, PayChoice(), {}, language)
    tags = {tag.removeprefix("/") for tag in read(salary_page(shown, language)).tags}
    assert tags <= TABLE_TAGS | CHART_TAGS | FORM_TAGS | TEXT_TAGS
