"""Starts ``child.py`` and talks with it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.settings import Settings
from tests.conftest import ROOT


@contextlib.contextmanager
def ingesting(
    paths: list[Path], settings: Settings, **order: Any
) -> Iterator[subprocess.Popen[str]]:
    """A child process that ingests; killed on leaving, as hard as it gets."""
    given = {name: str(value) for name, value in settings if name in settings.model_fields_set}
    message = {"paths": [str(path) for path in paths], "settings": given, **order}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.index.child", json.dumps(message)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until_blocked(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == "blocked\n", line or (process.stderr and process.stderr.read())


def outcome(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Lets a blocked child go on, and waits for its end."""
    out, err = process.communicate("go\n", timeout=300)
    assert process.returncode == 0, err
    result: dict[str, Any] = json.loads(out.splitlines()[-1])
    result["stderr"] = err
    return result
