"""The chat page when the replica that is answering dies."""

from __future__ import annotations

import signal
from typing import Any

import pytest

from tests.operation.conftest import QUESTION, Installation, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_replica_dies_in_the_middle_of_an_answer(
    installation: Installation, browser: Any
) -> None:
    context = browser.new_context(locale="de-DE")
    context.set_default_timeout(60_000)
    page = context.new_page()
    try:
        page.goto(installation.url)
        page.locator(".suggestion").first.wait_for()
        page.evaluate("window.marked = true")
        box = page.get_by_role("textbox").first
        box.fill(QUESTION)
        box.press("Enter")
        page.locator(".turn[data-kind=answered]").wait_for()
        installation.slow_model(60)
        asked_before = len(installation.model.requests)
        box.fill("Was macht ein Account Manager?")
        box.press("Enter")
        until(lambda: len(installation.model.requests) > asked_before)
        answering = [p for p in installation.processes if is_answering(installation, p)]
        assert len(answering) == 1
        answering[0].send_signal(signal.SIGKILL)
        installation.model.pieces = []
        failed = page.locator(".turn[data-kind=error]")
        failed.get_by_text("Die Antwort ist nicht ganz angekommen").wait_for()
        assert page.locator(".turn[data-kind=answered]").count() == 1
        # Asked again, the other one answers; the page was loaded once.
        failed.get_by_role("button", name="Noch einmal versuchen").click()
        page.locator(".turn[data-kind=answered]").nth(1).wait_for()
        assert page.locator(".turn").count() == 2
        assert page.evaluate("window.marked") is True
        assert page.locator("[data-testid=toast-body]").count() == 0
    finally:
        context.close()


def is_answering(installation: Installation, process: Any) -> bool:
    import httpx

    url = installation.replica(installation.processes.index(process))
    return "\nlotse_running_answers 1.0\n" in httpx.get(f"{url}/metrics").text
