"""What the server counts, read the way Prometheus reads it."""

from __future__ import annotations

import httpx
from prometheus_client.parser import text_string_to_metric_families

from bot.access.scopes import _DOORS, ELSEWHERE
from bot.answering.trace import note_wording, stage, tracing

PATH = "/api/v1/answers"
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples(client: httpx.Client) -> Samples:
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def total(found: Samples, name: str, **labels: str) -> float:
    return sum(
        value
        for (sample, has), value in found.items()
        if sample == name and labels.items() <= dict(has).items()
    )


def test_answers_and_declines_are_counted_with_their_stages(client: httpx.Client) -> None:
    before = samples(client)
    client.post(PATH, json={"question": "Was verdient ein Key Account Manager?"})
    client.post(PATH, json={"question": "Wie wird morgen das Wetter in Kiel?"})
    after = samples(client)

    def gained(name: str, **labels: str) -> float:
        return total(after, name, **labels) - total(before, name, **labels)

    assert gained("lotse_answers_total", status="answered", intent="salary") == 1
    assert gained("lotse_answers_total", status="declined") == 1
    assert gained("lotse_answer_seconds_count") == 2
    for name in ("repair", "understanding", "search", "composing", "checks"):
        assert gained("lotse_stage_seconds_count", stage=name) >= 1
    assert gained("lotse_stage_seconds_count", stage="model") == 0
    whole = gained("lotse_answer_seconds_sum")
    assert abs(gained("lotse_stage_seconds_sum") - whole) < 1e-6


def test_the_index_is_described_as_readyz_does(client: httpx.Client) -> None:
    found, ready = samples(client), client.get("/readyz").json()
    for name, key in (
        ("version", "index_version"),
        ("sources", "sources"),
        ("passages", "passages"),
    ):
        assert total(found, f"lotse_index_{name}") == ready[key]


def test_refusals_are_counted_by_part_and_status(client: httpx.Client) -> None:
    before = samples(client)
    client.post(PATH, json={"question": 7})
    client.post(PATH, content=b"x" * 1_100_000)
    client.put(PATH)
    client.get("/api/v1/roles/gibt-es-nicht")
    client.get("/api/v1/screenings")
    for number in range(3):  # nobody makes up a new label
        client.get(f"/gibt/es/nicht/{number}")
        client.get(f"/api/v1/erfunden-{number}")
    client.get("/healthz")
    after = samples(client)

    def gained(route: str, status: int) -> float:
        labels = {"route": route, "status": str(status)}
        name = "lotse_refusals_total"
        return total(after, name, **labels) - total(before, name, **labels)

    assert [gained(PATH, status) for status in (422, 413, 405)] == [1, 1, 1]
    assert gained("/api/v1/roles", 404) == gained("/api/v1/screenings", 404) == 1
    assert gained("/", 404) == gained("/api", 404) == 3
    routes = {dict(has)["route"] for (name, has) in after if name == "lotse_refusals_total"}
    assert routes <= {*_DOORS, ELSEWHERE}
    assert gained("/healthz", 200) == 0


def test_no_word_of_a_question_is_exposed(client: httpx.Client) -> None:
    client.post(PATH, json={"question": "Was verdient Quittenkunde in Mirabellenstadt?"})
    exposed = client.get("/metrics").text.casefold()
    assert "quitte" not in exposed and "mirabelle" not in exposed


def test_stages_of_answers_side_by_side_stay_apart() -> None:
    with tracing() as outer:
        with stage("search"):
            pass
        note_wording("worded")
    with tracing() as other, stage("checks"):
        pass
    assert set(outer.seconds) == {"search", "composing"} and outer.wording == "worded"
    assert set(other.seconds) == {"checks", "composing"} and other.wording is None
