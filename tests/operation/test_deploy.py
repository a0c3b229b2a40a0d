"""What ``deploy/`` says fits the product; the images themselves are built by whoever deploys."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from bot.evaluation.load_stack import PROXY, ROOT
from bot.settings import Settings

DEPLOY = ROOT / "deploy"
SETTINGS = {f"LOTSE_{name.upper()}": field for name, field in Settings.model_fields.items()}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return made


def names_in(file: str) -> set[str]:
    return set(re.findall(r"\bLOTSE_[A-Z_]+", (DEPLOY / file).read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", ["Containerfile", "compose.yaml", ".env.example"])
def test_every_setting_that_is_named_exists(file: str) -> None:
    assert names_in(file)
    assert names_in(file) <= SETTINGS.keys()


def test_the_example_names_what_compose_reads() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    read = set(re.findall(r"\$\{([A-Z_]+)", text))
    lines = (DEPLOY / ".env.example").read_text(encoding="utf-8").splitlines()
    told = {line.partition("=")[0] for line in lines if re.match(r"[A-Z]", line)}
    assert told == read


def test_a_container_may_take_longer_to_stop_than_answers(compose: dict[str, Any]) -> None:
    default = SETTINGS["LOTSE_SHUTDOWN_SECONDS"].default
    for name in ("lotse-1", "lotse-2"):
        seconds = int(compose["services"][name]["stop_grace_period"].removesuffix("s"))
        assert seconds >= default + 5


def test_the_proxy_gets_all_its_values(compose: dict[str, Any]) -> None:
    wanted = set(re.findall(r"\$\{([A-Z_0-9]+)\}", PROXY.read_text(encoding="utf-8")))
    proxy = compose["services"]["proxy"]
    assert set(proxy["environment"]) == wanted - {"CAPITALS"}
    inside = compose["services"]["lotse-1"]["networks"]["inside"]["ipv4_address"]
    assert proxy["environment"]["REPLICA_1"] == f"{inside}:7860"
    trusted = compose["services"]["lotse-1"]["environment"]["LOTSE_TRUSTED_PROXIES"]
    assert trusted == proxy["networks"]["inside"]["ipv4_address"]


def test_what_runs_can_write_nowhere_but_in_its_volumes(compose: dict[str, Any]) -> None:
    for name in ("lotse-1", "lotse-2", "ingest", "chroma"):
        service = compose["services"][name]
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert container.index("USER lotse") < container.index('CMD ["python", "app.py"]')


def test_what_the_image_copies_is_there() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    copied = {
        name
        for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE)
        for name in line.split()[:-1]
    }
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for name in copied:
        assert (ROOT / name).exists()
        assert f"!{name}" in sent
