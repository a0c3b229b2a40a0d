"""Settings from the environment (``LOTSE_…``) and ``.env``; flags win over both.

Read once by the entry points and passed on; no module reads the environment at import.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError

DEFAULT_ENCODER = "multilingual-e5-small"

WORKING_POINT = -0.8
"""Relevance from which a question is answered: some 5 % of foreign questions then are, wrongly,
and 96 to 99 % of those that the corpus answers (both measured on the two sets)."""


class Settings(BaseSettings):
    """All settings of the product, each with its bounds."""

    model_config = SettingsConfigDict(
        env_prefix="LOTSE_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    db: Path = Field(Path(".lotse/index"), description="Folder of the embedded Chroma index")
    chroma_url: str | None = Field(None, description="http(s) address of a Chroma server")
    chroma_token: SecretStr | None = Field(None, description="Bearer token for that server")
    cache: Path = Field(
        Path("~/.cache/karrierelotse"), description="Where the prepared encoder is kept"
    )
    encoder: str = Field(
        DEFAULT_ENCODER, min_length=1, description="Default, or any SentenceTransformer name/folder"
    )
    encoder_device: str | None = Field(None, description="cpu, cuda, mps …; None lets torch choose")
    encoder_query_prompt: str | None = Field(None, description="Overrides the model's own prompt")
    encoder_passage_prompt: str | None = Field(None, description="Overrides the model's own prompt")
    reranker: str | None = Field(
        None, min_length=1, description="Any CrossEncoder name or folder; none by default"
    )
    threads: int = Field(0, ge=0, le=256, description="Encoder threads; 0 is all cores")
    relevance_threshold: float = Field(
        WORKING_POINT, description="Lower answers more questions, higher refuses more foreign ones"
    )
    model: str | None = Field(
        None, min_length=1, description="Chat model that words answers: openai:NAME, ollama:NAME …"
    )
    model_url: str | None = Field(
        None, pattern="^https?://", description="Address of an OpenAI-compatible server, with /v1"
    )
    model_key: SecretStr | None = Field(None, description="API key for that model")
    model_timeout: float = Field(30, gt=0, le=600, description="Seconds for its whole answer")
    screening: bool = Field(False, description="Switches the recruiters' mode on")
    screening_db: Path = Field(
        Path(".lotse/screening.sqlite3"), description="File of that mode's append-only log"
    )
    screening_reviewers: Path = Field(
        Path(".lotse/reviewers.json"), description="File of those who may act in that mode"
    )
    screening_retention_days: int = Field(
        183, ge=1, le=3650, description="Days until all content of a screening is deleted"
    )
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=1, le=65535)
    max_file_megabytes: float = Field(25, gt=0, le=1000, description="Larger files are refused")
    log_level: str = Field("WARNING", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    log_questions: bool = Field(False, description="Write question texts to the log")

    @property
    def cache_folder(self) -> Path:
        """``cache`` with ``~`` resolved."""
        return self.cache.expanduser()


def load_settings(**flags: object) -> Settings:
    """Settings with the given flags on top; a flag that is None counts as not given.

    Raises:
        UsageError: a value is out of bounds, with its name and the reason.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise UsageError(
            f"Die Einstellung LOTSE_{name} ist ungültig: {first['msg']}.",
            log=f"invalid setting LOTSE_{name}: {first['msg']}",
        ) from error
