import json
from pathlib import Path

import pytest

from bot.index.encoder import Encoder, load_encoder
from bot.index.encoder.prepare import default_folder
from bot.settings import Settings

INTEGREAT = Path(__file__).resolve().parents[4] / "shared" / "data" / "integreat_de"

SENTENCES = [
    "Ein Key Account Manager betreut die wichtigsten Kunden eines Unternehmens.",
    "Das Jahresgehalt liegt zwischen 45.000 und 70.000 Euro brutto, je nach Erfahrung und Branche.",
    "Größere Firmen in Süddeutschland, Österreich und der Schweiz zahlen häufig etwas mehr.",
    "• Verhandlungsgeschick, Reisebereitschaft und „gutes Englisch“ (z. B. C1) sind gefragt!",
    "Wer aufsteigen möchte, übernimmt nach drei bis fünf Jahren größere Kunden oder ein Team.",
    "E-Mail, CRM & Reporting gehören zum Alltag\tebenso wie\n\nPräsentationen vor Einkäufern.",
]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(cache=tmp_path_factory.mktemp("cache"), _env_file=None)


@pytest.fixture(scope="session")
def encoder(settings: Settings) -> Encoder:
    return load_encoder(settings)


@pytest.fixture(scope="session")
def folder(settings: Settings, encoder: Encoder) -> Path:
    return default_folder(settings.cache_folder)


@pytest.fixture(scope="session")
def torch_encoder(settings: Settings, folder: Path) -> Encoder:
    """The default's folder as any other model."""
    return load_encoder(settings.model_copy(update={"encoder": str(folder)}))


@pytest.fixture(scope="session")
def german_texts() -> list[str]:
    """From one word to some 450 tokens, some of them with trailing blanks and odd characters."""
    texts = [
        "Gehalt",
        "Was verdient man?  ",
        "¼ Liter, ﬁnden, ＡＢＣ, ½ Stelle, m² 😀 \u200bund\u00a0so",
    ]
    for count in (1, 3, 6, 12, 23):
        texts.append(" ".join(SENTENCES[i % 6] for i in range(count, 2 * count)))
    return texts


@pytest.fixture(scope="session")
def integreat_texts() -> list[str]:
    if not INTEGREAT.is_dir():
        pytest.skip("../shared/data/integreat_de is absent")
    lines = (INTEGREAT / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
