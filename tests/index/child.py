"""An ingest in a process of its own, which stops where the test says: to be killed there.

Reads one JSON object from its arguments; prints "blocked" when it stops, and a JSON object
with the outcome when it comes to an end.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
from pathlib import Path

from bot.errors import LotseError
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.hashing import HashEncoder


def main() -> None:
    order = json.loads(sys.argv[1])
    settings = Settings(_env_file=None, **order["settings"])
    encoder = HashEncoder()
    slow = order.get("seconds_per_call", 0)

    def progress(stage: str, done: int, total: int) -> None:
        time.sleep(slow)
        if [stage, done] == order.get("block"):
            print("blocked", flush=True)  # noqa: T201
            sys.stdin.readline()
            if limit := order.get("file_bytes"):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                database = Path(settings.db) / "chroma.sqlite3"
                allowed = database.stat().st_size + limit
                resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, allowed))

    try:
        report, _ = ingest(order["paths"], settings, progress=progress, encoder=encoder)
        outcome = {"report": report.to_json(), "encoded": len(encoder.encoded)}
    except LotseError as error:
        outcome = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(outcome), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
