"""Which model is set up by which settings, and what is said where that isn't possible."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.answering.generative import GenerativeAnswerer
from bot.answering.generative.loading import load_chat_model
from bot.errors import UsageError
from bot.settings import load_settings


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_no_model_without_a_setting() -> None:
    assert GenerativeAnswerer.open(load_settings()) is None


def test_without_a_setting_no_chat_model_is_imported() -> None:
    code = (
        "import sys; from bot.settings import load_settings; "
        "from bot.answering.generative import GenerativeAnswerer; "
        "assert GenerativeAnswerer.open(load_settings()) is None; "
        "assert not {'langchain', 'langchain_openai', 'openai'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_server_at_an_address() -> None:
    settings = load_settings(model="qwen", model_url="http://127.0.0.1:9/v1", model_timeout=7)
    model = load_chat_model(settings)
    assert model is not None
    assert model._llm_type == "openai-chat"
    assert model.openai_api_base == "http://127.0.0.1:9/v1"  # type: ignore[attr-defined]
    assert model.max_retries == 0  # type: ignore[attr-defined]
    assert model.request_timeout == 7  # type: ignore[attr-defined]


def test_a_provider_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    model = load_chat_model(load_settings(model="openai:gpt-4o-mini"))
    assert model is not None
    assert model.model_name == "gpt-4o-mini"  # type: ignore[attr-defined]


def test_a_colon_in_the_name_of_a_model_at_an_address_is_part_of_the_name() -> None:
    model = load_chat_model(load_settings(model="qwen3:4b", model_url="http://127.0.0.1:9/v1"))
    assert model is not None
    assert model.model_name == "qwen3:4b"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"model_url": "http://127.0.0.1:9/v1"}, "LOTSE_MODEL"),
        ({"model": "ollama:qwen3"}, "langchain-ollama"),
        ({"model": "anthropic:claude"}, "langchain-anthropic"),
        ({"model": "google_genai:gemini"}, "langchain-google-genai"),
        ({"model": "openai:gpt-4o"}, "OPENAI_API_KEY"),
        ({"model": "quatsch:x"}, "ANBIETER:NAME"),
        ({"model": "quatsch"}, "ANBIETER:NAME"),
    ],
)
def test_what_cannot_be_set_up_is_said_with_its_remedy(settings: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        load_chat_model(load_settings(**settings))
    assert said in str(raised.value)


def test_a_missing_package_for_an_address() -> None:
    """In a process of its own, where nothing has imported the package before."""
    code = """
import sys
sys.modules["langchain_openai"] = None
from bot.answering.generative.loading import load_chat_model
from bot.errors import UsageError
from bot.settings import load_settings
try:
    load_chat_model(load_settings(model="m", model_url="http://127.0.0.1:9/v1"))
except UsageError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "pip install langchain-openai" in done.stdout, done.stderr


@pytest.mark.parametrize(
    "settings",
    [{"model_url": "ftp://x"}, {"model_timeout": 0}, {"model_timeout": 601}, {"model": ""}],
)
def test_settings_have_bounds(settings: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="LOTSE_MODEL"):
        load_settings(**settings)
