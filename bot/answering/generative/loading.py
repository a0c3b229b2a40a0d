"""The chat model that the settings name, through LangChain; nothing is imported before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.errors import UsageError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.settings import Settings


def load_chat_model(settings: Settings) -> BaseChatModel | None:
    """The model of ``LOTSE_MODEL``; None where none is set. Asks nothing of the network.

    Raises:
        UsageError: the name is unknown, its package is missing or its key isn't set.
    """
    if settings.model is None:
        if settings.model_url is not None:
            raise UsageError(
                "LOTSE_MODEL_URL ist gesetzt, LOTSE_MODEL aber nicht.",
                log="LOTSE_MODEL_URL without LOTSE_MODEL",
                hint="Bitte nennen Sie in LOTSE_MODEL das Modell, das der Server anbietet.",
            )
        return None
    from langchain.chat_models import init_chat_model

    options = _options(settings)
    try:
        model: BaseChatModel = init_chat_model(settings.model, **options)
    except ImportError as error:
        raise _missing(_package_named_in(error)) from error
    except Exception as error:  # every provider has errors of its own for a missing key
        raise UsageError(
            f"Das Sprachmodell „{settings.model}“ lässt sich nicht einrichten.",
            log=f"chat model {settings.model!r} can't be made: {type(error).__name__}",
            hint="Nennen Sie LOTSE_MODEL als ANBIETER:NAME, zum Beispiel ollama:qwen3, und den "
            "Schlüssel des Anbieters, zum Beispiel in OPENAI_API_KEY (siehe docs/models.md).",
        ) from error
    return model


def _options(settings: Settings) -> dict[str, Any]:
    """Arguments of ``init_chat_model``: no randomness, no retries beyond the deadline."""
    key = settings.model_key.get_secret_value() if settings.model_key else None
    provider = (settings.model or "").partition(":")[0]
    if settings.model_url is not None:
        return {
            "model_provider": "openai",
            "base_url": settings.model_url,
            # Servers without keys ignore it, but the client insists on one.
            "api_key": key or "none",
            "use_responses_api": False,
            "temperature": 0,
            "timeout": settings.model_timeout,
            "max_retries": 0,
        }
    if provider == "ollama":  # takes its limit on time in another place
        return {"temperature": 0, "client_kwargs": {"timeout": settings.model_timeout}}
    options: dict[str, Any] = {
        "temperature": 0,
        "timeout": settings.model_timeout,
        "max_retries": 0,
    }
    return options | ({"api_key": key} if key else {})


def _package_named_in(error: ImportError) -> str:
    """The package that LangChain's message tells to install, else the module that is missing."""
    named = re.search(r"pip install ([\w-]+)", str(error))
    return named[1] if named else (error.name or "langchain-…").replace("_", "-")


def _missing(package: str) -> UsageError:
    return UsageError(
        f"Für dieses Sprachmodell fehlt das Paket {package}.",
        log=f"package {package} is not installed",
        hint=f"Bitte führen Sie aus: .venv/bin/pip install {package}",
    )
