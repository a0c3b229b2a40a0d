"""Writes the examples of ``/openapi.json`` anew: real answers of a server on ``corpus/``.

``python -m tests.web.openapi_examples`` starts that server and stops it again; long lists keep
their first entry, secrets are masked.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

import httpx

from bot.access.portals import Portals
from bot.evaluation.ports import free_port
from bot.screening.reviewers import Reviewers
from tests.web.conftest import ROOT, start_server, wait_for

FILE = ROOT / "bot/web/assets/openapi_examples.json"
ROLE = "key-account-manager"
QUESTION = "Kann man als Quereinsteiger Key Account Manager werden?"
PROFILE = "Studium der Betriebswirtschaft\nFünf Jahre Vertrieb, Englisch fließend"
REVIEWER = "Ada Beispiel"
PORTAL = "Beispielportal"
FEEDBACK = "1f0c7a52-6f5e-4c1b-9d43-0a7f5f6f9f11"

Who = Literal["visitor", "portal", "reviewer"]
MASKS = {"token": "eyJhbGciOiJIUzI1NiIs…", "key": "wie er gezeigt wurde"}


@dataclass(frozen=True)
class Asked:
    """What is asked for one example.

    Attributes:
        path: with ``{…}`` for what an answer before it told.
        body: JSON; strings of it may hold ``{…}``, too.
        form: fields of a form with a file.
        who: whose key is shown.
    """

    path: str
    body: Any = None
    form: Mapping[str, str] = field(default_factory=dict)
    who: Who = "visitor"


_ONE = "/api/v1/screenings/{screening_id}"

ASKED: dict[str, Asked] = {
    "POST /api/v1/answers": Asked("/api/v1/answers", {"question": QUESTION, "history": []}),
    "GET /api/v1/roles": Asked("/api/v1/roles?q=key+acc&limit=20"),
    "GET /api/v1/roles/{role_id}": Asked(f"/api/v1/roles/{ROLE}"),
    "GET /api/v1/salaries": Asked(f"/api/v1/salaries?role={ROLE}"),
    "GET /api/v1/careers": Asked(f"/api/v1/careers?role={ROLE}"),
    "GET /api/v1/quotes": Asked("/api/v1/quotes?source={source}&start={start}&end={end}"),
    "GET /api/v1/sources": Asked("/api/v1/sources"),
    "GET /api/v1/sources/{source_id}": Asked("/api/v1/sources/{source}"),
    "POST /api/v1/conversations/export": Asked(
        "/api/v1/conversations/export",
        {"turns": [{"answer": "{answer}", "seal": ""}], "language": "de"},
    ),
    "POST /api/v1/matches": Asked("/api/v1/matches", {"text": PROFILE, "role": ROLE}),
    "POST /api/v1/adverts": Asked("/api/v1/adverts", {"text": "Junges Team sucht Verkäuferin."}),
    "POST /v1/chat/completions": Asked(
        "/v1/chat/completions",
        {"model": "karrierelotse", "messages": [{"role": "user", "content": QUESTION}]},
    ),
    "GET /v1/models": Asked("/v1/models"),
    "GET /healthz": Asked("/healthz"),
    "GET /readyz": Asked("/readyz"),
    "GET /metrics": Asked("/metrics"),
}
"""For every server."""

PRIVATE: dict[str, Asked] = {
    "POST /api/v1/feedback": Asked(
        "/api/v1/feedback",
        {
            "id": FEEDBACK,
            "verdict": "unhelpful",
            "reason": "incomplete",
            "comment": "Es fehlt, wie lange es dauert.",
            "status": "answered",
            "intent": "qualifications",
            "answerer": "extractive",
        },
    ),
    "DELETE /api/v1/feedback/{identity}": Asked(f"/api/v1/feedback/{FEEDBACK}"),
    "POST /api/v1/tokens": Asked(
        "/api/v1/tokens", {"visitor": "b3f1c2", "seconds": 900, "scopes": ["chat"]}, who="portal"
    ),
    "POST /api/v1/screenings/session": Asked("/api/v1/screenings/session", {"key": "{key}"}),
    "GET /api/v1/screenings/session": Asked("/api/v1/screenings/session", who="reviewer"),
    "DELETE /api/v1/screenings/session": Asked("/api/v1/screenings/session", who="reviewer"),
    "POST /api/v1/screenings": Asked(
        "/api/v1/screenings", form={"role": ROLE, "language": "de"}, who="reviewer"
    ),
    "GET /api/v1/screenings": Asked("/api/v1/screenings", who="reviewer"),
    "GET /api/v1/screenings/{screening_id}": Asked(_ONE, who="reviewer"),
    "POST /api/v1/screenings/{screening_id}/reviews": Asked(
        f"{_ONE}/reviews",
        {
            "application": "{code}",
            "requirement": "{requirement}",
            "verdict": "{verdict}",
            "reason": "",
        },
        who="reviewer",
    ),
    "GET /api/v1/screenings/{screening_id}/history": Asked(f"{_ONE}/history", who="reviewer"),
    "GET /api/v1/screenings/{screening_id}/export": Asked(
        f"{_ONE}/export?format=csv", who="reviewer"
    ),
    "GET /api/v1/screenings/{screening_id}/applications/{code}": Asked(
        f"{_ONE}/applications/{{code}}", who="reviewer"
    ),
    "DELETE /api/v1/screenings/{screening_id}/applications/{code}": Asked(
        f"{_ONE}/applications/{{code}}", who="reviewer"
    ),
    "DELETE /api/v1/screenings/{screening_id}": Asked(_ONE, who="reviewer"),
}
"""In this order; for a server with recruiters' mode, a portal, and a feedback file of its own."""

WHOLE = ("POST /api/v1/answers", "POST /v1/chat/completions")


class Asking:
    """Asks for one example after the other, and keeps what the next ones need to know.

    Args:
        client: of a server.
        keys: a portal's and a reviewer's.
    """

    def __init__(self, client: httpx.Client, keys: Mapping[str, str] | None = None) -> None:
        self._client = client
        self._keys = keys or {}
        self._known: dict[str, Any] = {"key": self._keys.get("reviewer", "")}

    def ask(self, key: str) -> httpx.Response:
        """The real response of one example."""
        asked = (ASKED | PRIVATE)[key]
        self._prepare(key)
        headers = {}
        if asked.who != "visitor":
            headers["authorization"] = f"Bearer {self._keys[asked.who]}"
        files = {"files": ("bewerbung.txt", PROFILE.encode())} if asked.form else None
        answer = self._client.request(
            key.split()[0],
            self.path(key),
            json=self.body(key) if asked.body is not None else None,
            data=asked.form or None,
            files=files,
            headers=headers,
        )
        answer.raise_for_status()
        self._client.cookies.clear()  # a cookie alone counts for nothing that changes something
        self._learn(key, answer)
        return answer

    def path(self, key: str) -> str:
        return (ASKED | PRIVATE)[key].path.format(**self._known)

    def body(self, key: str) -> Any:
        return _filled((ASKED | PRIVATE)[key].body, self._known)

    def _prepare(self, key: str) -> None:
        if "{source}" in (ASKED | PRIVATE)[key].path and "source" not in self._known:
            step = self._client.get(f"/api/v1/careers?role={ROLE}").json()["career"][0]["citation"]
            self._known |= {"source": step["source"]["id"], **_only(step, "start", "end")}
        if key.endswith("conversations/export"):
            first = ASKED["POST /api/v1/answers"]
            self._known["answer"] = self._client.post(first.path, json=first.body).json()
        if key.endswith("/export") and "screenings" in key:
            self._confirm_all()

    def _learn(self, key: str, answer: httpx.Response) -> None:
        if key == "POST /api/v1/screenings":
            report = answer.json()["report"]
            (candidate,) = report["candidates"]
            line = candidate["lines"][0]
            self._known |= {
                "screening_id": report["id"],
                "code": candidate["code"],
                "requirement": line["requirement"],
                "verdict": line["found"],
            }

    def _confirm_all(self) -> None:
        headers = {"authorization": f"Bearer {self._keys['reviewer']}"}
        one = _ONE.format(**self._known)
        (candidate,) = self._client.get(one, headers=headers).json()["candidates"]
        for line in candidate["lines"]:
            told = {"requirement": line["requirement"], "verdict": line["found"]}
            body = {"application": candidate["code"], **told}
            self._client.post(f"{one}/reviews", json=body, headers=headers).raise_for_status()


def content_of(answer: httpx.Response) -> Any:
    """JSON or text; None where nothing was sent."""
    if not answer.content:
        return None
    return answer.json() if "json" in answer.headers["content-type"] else answer.text


def shortened(value: Any) -> Any:
    """With the first entry of each list of objects."""
    if isinstance(value, list):
        is_of_objects = bool(value) and isinstance(value[0], dict)
        return [shortened(entry) for entry in (value[:1] if is_of_objects else value)]
    if isinstance(value, dict):
        return {key: shortened(entry) for key, entry in value.items()}
    return value


def parameters_of(key: str, path: str) -> dict[str, str | int]:
    """The values of the parameters that an address holds."""
    split = urlsplit(path)
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", key.split()[1])
    found = re.fullmatch(pattern, split.path)
    assert found is not None, key
    given = {**found.groupdict(), **dict(parse_qsl(split.query))}
    return {name: int(value) if value.isdecimal() else value for name, value in given.items()}


def example_of(key: str, asking: Asking) -> dict[str, Any]:
    """One example, as the file keeps it."""
    asked = (ASKED | PRIVATE)[key]
    answer = asking.ask(key)
    made: dict[str, Any] = {}
    if parameters := parameters_of(key, asking.path(key)):
        made["parameters"] = parameters
    if asked.body is not None:
        made["request"] = _masked(asking.body(key))
    elif asked.form:
        made["request"] = {**asked.form, "files": ["(bewerbung.txt)"]}
    content = content_of(answer)
    if content is not None:
        made["response"] = _masked(_TOLD.get(key, _unless_whole(key))(content))
    return made


def _unless_whole(key: str) -> Callable[[Any], Any]:
    return (lambda value: value) if key in WHOLE else shortened


def _metrics(text: str) -> str:
    """What is told of builds, answers and refusals; the rest is alike."""
    shown = re.compile(r".*lotse_(build|index_version|running_answers)\b.*")
    return "\n".join(line for line in text.splitlines() if shown.fullmatch(line)) + "\n"


_TOLD: Mapping[str, Callable[[Any], Any]] = {
    "GET /metrics": _metrics,
    "POST /api/v1/conversations/export": lambda text: text,
    "GET /api/v1/screenings/{screening_id}/export": lambda text: "".join(
        text.splitlines(keepends=True)[:1]
    ),
    "GET /api/v1/sources/{source_id}": lambda told: {**told, "text": f"{told['text'][:300]}…"},
}


def _filled(value: Any, known: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_filled(entry, known) for entry in value]
    if isinstance(value, dict):
        return {key: _filled(entry, known) for key, entry in value.items()}
    if isinstance(value, str) and value.startswith("{"):
        return known[value[1:-1]]
    return value


def _masked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: MASKS.get(key, entry) for key, entry in value.items()}
    return value


def _only(value: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value[name] for name in names}


def environment_of(folder: Path) -> dict[str, str]:
    """Settings of a server that can answer all of it, its files in a folder."""
    return {
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(folder / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(folder / "reviewers.json"),
        "LOTSE_PORTALS": str(folder / "portals.json"),
        "LOTSE_FEEDBACK_DB": str(folder / "feedback.sqlite3"),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as made_folder:
        folder = Path(made_folder)
        index = folder / "index"
        subprocess.run([sys.executable, "ingest.py", "--db", str(index)], cwd=ROOT, check=True)
        keys = {
            "reviewer": Reviewers(folder / "reviewers.json").add(REVIEWER),
            "portal": Portals(folder / "portals.json").add(PORTAL),
        }
        server = start_server(index, free_port(), **environment_of(folder))
        try:
            wait_for(server)
            with httpx.Client(base_url=server.url, timeout=60) as client:
                asking = Asking(client, keys)
                made = {key: example_of(key, asking) for key in ASKED | PRIVATE}
        finally:
            server.stop()
    FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
