from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.errors import UnreadableError
from bot.reading import Found, Limits, read

Reader = Callable[..., Source]
Refusal = Callable[..., str]


def _found(path: Path) -> Found:
    return Found(str(path), str(path), path.name)


@pytest.fixture
def read_as(tmp_path: Path) -> Reader:
    """Writes content under a name and reads it."""

    def read_content(name: str, content: str | bytes, limits: Limits | None = None) -> Source:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(_found(path), limits=limits or Limits())

    return read_content


@pytest.fixture
def refuse(read_as: Reader) -> Refusal:
    """Writes content under a name, expects that it can't be read, and returns the reason."""

    def refused(name: str, content: str | bytes, limits: Limits | None = None) -> str:
        with pytest.raises(UnreadableError) as caught:
            read_as(name, content, limits)
        return caught.value.message

    return refused


@pytest.fixture
def outline() -> Callable[[Source], dict[tuple[str, ...], str]]:
    """Section bodies by heading path, after checking that sections lie well in the text."""

    def by_path(source: Source) -> dict[tuple[str, ...], str]:
        bodies: dict[tuple[str, ...], str] = {}
        end = 0
        for section in source.sections:
            body = source.text[section.start : section.end]
            assert end <= section.start < section.end <= len(source.text)
            assert body == body.strip() != ""
            end = section.end
            bodies[section.path] = (
                f"{bodies[section.path]}\n\n{body}" if section.path in bodies else body
            )
        return bodies

    return by_path
