"""Portals hold keys that are kept as hashes, rotate with a time of grace, and end at once."""

from __future__ import annotations

import json
import stat
import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.access.errors import PortalError, PortalsFileError
from bot.access.portals import MARK, Portals
from bot.access.scopes import DEFAULT


class Clock:
    def __init__(self):
        self.time = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kept" / "portals.json"


@pytest.fixture
def portals(file, clock):
    return Portals(file, clock)


def test_a_key_is_kept_nowhere_and_opens_what_it_was_given(portals, file):
    key = portals.add(" Portal   Nord ", ["metrics", "ask"], ["https://Nord.example/"])
    found = portals.holder_of(key)
    assert key.startswith(MARK) and len(key) >= 43
    assert (found.name, found.scopes) == ("Portal Nord", ("ask", "metrics"))
    assert portals.origins() == ("https://nord.example",)
    assert key not in file.read_text() and key.removeprefix(MARK) not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {p.name for p in file.parent.iterdir()} <= {"portals.json", "portals.json.lock"}


def test_without_scopes_a_key_opens_the_usual(portals):
    assert portals.holder_of(portals.add("A")).scopes == DEFAULT
    assert "metrics" not in DEFAULT


def test_other_keys_are_nobodys(portals, file):
    key = portals.add("A")
    kept = json.loads(file.read_text())["portals"][0]["key_sha256"]
    for wrong in ("", key[:-1], f"{key}x", key.swapcase(), kept, MARK, "ä", "\ud800", "x" * 99_999):
        assert portals.holder_of(wrong) is None


def test_rotation_keeps_the_key_before_for_a_while_and_no_other(portals, file, clock):
    serving = Portals(file, clock)
    first = portals.add("A")
    assert serving.holder_of(first)
    second = portals.rotate("a", grace_hours=2)
    assert serving.holder_of(first) and serving.holder_of(second)
    third = portals.rotate("A", grace_hours=2)
    assert serving.holder_of(first) is None
    assert serving.holder_of(second) and serving.holder_of(third)
    clock.time += timedelta(hours=2)
    assert serving.holder_of(second) is None and serving.holder_of(third)
    fourth = portals.rotate("A", grace_hours=0)
    assert serving.holder_of(third) is None and serving.holder_of(fourth)


def test_a_revoked_portal_is_out_at_once_with_both_keys_and_its_origins(portals, file, clock):
    serving = Portals(file, clock)
    first = portals.add("A", origins=["https://a.example"])
    second = portals.rotate("A")
    assert serving.origins() == ("https://a.example",)
    portals.revoke("A")
    assert serving.holder_of(first) is None and serving.holder_of(second) is None
    assert serving.origins() == () and serving.active("A") is None
    again = portals.add("A")
    assert serving.holder_of(again) and serving.holder_of(second) is None
    assert [one.revoked is None for one in serving.all()] == [False, True]


@pytest.mark.parametrize(
    ("name", "scopes", "origins"),
    [
        ("", [], []),
        ("a" * 65, [], []),
        ("a\x1b[31mb", [], []),
        ("A", ["alles"], []),
        ("A", [], ["*"]),
        ("A", [], ["https://a.example/pfad"]),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(portals, file, name, scopes, origins):
    with pytest.raises(PortalError):
        portals.add(name, scopes, origins)
    assert not file.exists()


def test_names_are_one_and_must_be_there(portals):
    portals.add("Ärzte")
    with pytest.raises(PortalError, match="schon eingetragen"):
        portals.add("A\u0308RZTE")
    for change in (portals.rotate, portals.revoke):
        with pytest.raises(PortalError, match="gibt es nicht"):
            change("B")
    with pytest.raises(PortalError, match="Frist"):
        portals.rotate("Ärzte", grace_hours=-1)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff", b'{"version": 2, "portals": []}', b'{"version": 1}',
        b'{"version": 1, "portals": [{"name": "Eve"}]}',
        b'{"version": 1, "portals": [{"name": "Eve", "scopes": ["alles"], "origins": [],'
        b' "key_sha256": "00", "created": ""}]}',
        b'{"version": 1, "portals": [{"name": "Eve", "scopes": [], "origins": ["*"],'
        b' "key_sha256": "00", "created": ""}]}',
        b'{"version": 1, "portals": [{"name": "Eve", "scopes": [], "origins": [],'
        b' "key_sha256": "00", "created": "", "earlier_sha256": "00", "earlier_until": "morgen"}]}',
        b'{"version": 1, "portals": [{"name": "Eve", "scopes": [], "origins": [],'
        b' "key_sha256": "00", "created": "", "earlier_until": "2026-11-22T09:30:00"}]}',
    ],
)  # fmt: skip
def test_a_broken_file_lets_nobody_in_and_stays(portals, file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    for ask in (lambda: portals.holder_of("x"), lambda: portals.add("A"), portals.origins):
        with pytest.raises(PortalsFileError, match="LOTSE_PORTALS"):
            ask()
    assert file.read_bytes() == content


def test_many_are_added_at_once(file):
    keys: dict[str, str] = {}

    def add(number: int) -> None:
        keys[f"P{number}"] = Portals(file).add(f"P{number}")

    threads = [threading.Thread(target=add, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {n: Portals(file).holder_of(k).name for n, k in keys.items()} == {n: n for n in keys}
