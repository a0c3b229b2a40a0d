"""Origins are taken in the one spelling of browsers, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.access.origins import frame_ancestors, origin_of, parsed_origins
from bot.access.proxies import parsed_proxies
from bot.errors import UsageError
from bot.settings import load_settings


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("https://Portal.Example", "https://portal.example"),
        ("https://portal.example:443/", "https://portal.example"),
        ("http://portal.example:80", "http://portal.example"),
        ("https://portal.example:8443", "https://portal.example:8443"),
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
        ("http://[::1]:5000", "http://[::1]:5000"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_one_spelling(typed, origin):
    assert origin_of(typed) == origin
    assert origin_of(origin) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "", "*", "null", "portal.example", "https://", "https://*.example", "ftp://a.example",
        "https://a.example/pfad", "https://a.example?x", "https://a.example#x",
        "https://ada@a.example", "https://a.example:99999", "javascript:alert(1)",
        "https://a.example;script-src *", "https://a.example'", "https://a..example",
    ],
)  # fmt: skip
def test_anything_else_is_refused(typed):
    with pytest.raises(ValueError, match="Herkunft"):
        origin_of(typed)


@given(st.text(max_size=40))
def test_nothing_typed_reaches_a_policy_but_an_origin(typed):
    try:
        origin = origin_of(f"https://{typed}")
    except ValueError:
        return
    assert not set(origin) & set(" ;,'\"\n\r\t*") and origin.isascii()
    assert frame_ancestors((origin,)) == f"frame-ancestors 'self' {origin}"


def test_lists_by_spaces_and_commas(monkeypatch):
    monkeypatch.setenv("LOTSE_ORIGINS", "https://a.example, https://b.example https://A.example")
    monkeypatch.setenv("LOTSE_TRUSTED_PROXIES", "127.0.0.1 10.0.0.0/8")
    settings = load_settings()
    assert settings.origins == ("https://a.example", "https://b.example")
    assert settings.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    assert parsed_origins(settings.origins) == settings.origins


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOTSE_ORIGINS", "*"),
        ("LOTSE_TRUSTED_PROXIES", "*"),
        ("LOTSE_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("LOTSE_SECRET", "x" * 31),
        ("LOTSE_RATE_VISITOR", "viele/minute"),
        ("LOTSE_RATE_VISITOR", "0/minute"),
    ],
)
def test_what_cannot_be_meant_ends_the_start_with_its_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=name) as caught:
        load_settings()
    assert "x" * 31 not in str(caught.value)


def test_proxies_are_a_list():
    with pytest.raises(ValueError, match="list"):
        parsed_proxies(7)
