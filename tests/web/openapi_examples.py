"""Writes the examples of ``/openapi.json`` anew: real answers of a server on ``corpus/``.

``python -m tests.web.openapi_examples http://127.0.0.1:7860``; long lists keep their first entry.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import httpx

FILE = Path(__file__).resolve().parents[2] / "bot/web/assets/openapi_examples.json"
ROLE = "key-account-manager"
QUESTION = "Kann man als Quereinsteiger Key Account Manager werden?"
PROFILE = "Studium der Betriebswirtschaft\nFünf Jahre Vertrieb, Englisch fließend"

ASKED: dict[str, tuple[str, dict[str, Any] | None]] = {
    "POST /api/v1/answers": ("/api/v1/answers", {"question": QUESTION, "history": []}),
    "GET /api/v1/roles": ("/api/v1/roles?q=key+acc", None),
    "GET /api/v1/roles/{role_id}": (f"/api/v1/roles/{ROLE}", None),
    "GET /api/v1/salaries": (f"/api/v1/salaries?role={ROLE}", None),
    "GET /api/v1/careers": (f"/api/v1/careers?role={ROLE}", None),
    "GET /api/v1/sources": ("/api/v1/sources", None),
    "POST /api/v1/matches": ("/api/v1/matches", {"text": PROFILE, "role": ROLE}),
    "POST /api/v1/adverts": ("/api/v1/adverts", {"text": "Junges Team sucht Verkäuferin."}),
    "POST /v1/chat/completions": (
        "/v1/chat/completions",
        {"model": "karrierelotse", "messages": [{"role": "user", "content": QUESTION}]},
    ),
    "GET /v1/models": ("/v1/models", None),
    "GET /healthz": ("/healthz", None),
    "GET /readyz": ("/readyz", None),
}
"""What is asked for each example."""

WHOLE = ("POST /api/v1/answers", "POST /v1/chat/completions")


def ask(client: httpx.Client, key: str) -> Any:
    """The real response of one example, as JSON."""
    path, body = ASKED[key]
    answer = client.get(path) if body is None else client.post(path, json=body)
    answer.raise_for_status()
    return answer.json()


def shortened(value: Any) -> Any:
    """With the first entry of each list of objects."""
    if isinstance(value, list):
        is_of_objects = bool(value) and isinstance(value[0], dict)
        return [shortened(entry) for entry in (value[:1] if is_of_objects else value)]
    if isinstance(value, dict):
        return {key: shortened(entry) for key, entry in value.items()}
    return value


def main() -> None:
    made: dict[str, Any] = {}
    with httpx.Client(base_url=sys.argv[1], timeout=60) as client:
        for key, (_, body) in ASKED.items():
            answer = ask(client, key)
            made[key] = {"response": answer if key in WHOLE else shortened(answer)}
            if body is not None:
                made[key] = {"request": body, **made[key]}
    FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
