"""Settings from the environment (``LOTSE_…``) and ``.env``; flags win over both.

Read once by the entry points and passed on; no module reads the environment at import.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.access.origins import parsed_origins, words_of
from bot.access.proxies import parsed_proxies
from bot.errors import UsageError

DEFAULT_ENCODER = "multilingual-e5-small"
RATE = r"^[1-9]\d{0,8}/(second|minute|hour|day)$"

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
    chroma_timeout: float = Field(
        10, gt=0, le=600, description="Seconds for a read from that server; twelve times to write"
    )
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
    encode_ahead: bool = Field(
        True, description="At the start, encode all sentences; else when a question needs them"
    )
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
    feedback_db: Path = Field(
        Path(".lotse/feedback.sqlite3"), description="File of what visitors say of answers"
    )
    feedback_days: int = Field(183, ge=1, le=3650, description="Days until it is deleted")
    origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(parsed_origins)] = Field(
        (), description="Origins of pages that may call and embed: scheme://host[:port] …"
    )
    portals: Path = Field(Path(".lotse/portals.json"), description="File of the portals' keys")
    secret: SecretStr | None = Field(
        None, min_length=32, description="Signs tokens and logins; the same for all replicas"
    )
    anonymous: bool = Field(True, description="Answers who shows neither key nor token, too")
    metrics_key_required: bool = Field(
        False, description="Gives /metrics only to keys of scope metrics"
    )
    rate_visitor: str = Field(
        "60/minute", pattern=RATE, description="Questions of one visitor, named by a token"
    )
    rate_address: str = Field(
        "1200/minute", pattern=RATE, description="Questions from one address: perhaps a school's"
    )
    rate_portal: str = Field(
        "1200/minute", pattern=RATE, description="Questions of one portal and all its visitors"
    )
    rate_matches: str = Field(
        "20/minute", pattern=RATE, description="Profiles of one visitor or address"
    )
    store_url: SecretStr | None = Field(
        None, description="redis://… or rediss://…, where replicas count together"
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode, BeforeValidator(parsed_proxies)] = Field(
        (), description="Addresses or networks of proxies whose X-Forwarded-… headers count"
    )
    oidc_issuer: str | None = Field(
        None, pattern="^https?://", description="OpenID Connect provider of the recruiters' login"
    )
    oidc_client_id: str | None = Field(None, min_length=1, description="Our name at that provider")
    oidc_client_secret: SecretStr | None = Field(None, description="Our secret there")
    oidc_claim: str = Field("email", min_length=1, description="Claim that names the reviewer")
    oidc_allowed: Annotated[tuple[str, ...], NoDecode, BeforeValidator(words_of)] = Field(
        (), description="Who may enter: names, or claims such as groups=recruiting"
    )
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=1, le=65535)
    shutdown_seconds: float = Field(
        35, ge=0, le=3600, description="Longest wait for running answers when told to stop"
    )
    max_file_megabytes: float = Field(25, gt=0, le=1000, description="Larger files are refused")
    parse_seconds: float = Field(
        20, gt=0, le=600, description="Seconds for parsing one profile; then its child is killed"
    )
    parse_megabytes: float = Field(
        512, ge=128, le=65536, description="Memory of such a child, where the system can limit it"
    )
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
        reason = first["msg"].removeprefix("Value error, ")
        raise UsageError(
            f"Die Einstellung LOTSE_{name} ist ungültig: {reason}.",
            log=f"invalid setting LOTSE_{name}: {reason}",
        ) from error
