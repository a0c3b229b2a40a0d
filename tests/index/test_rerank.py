"""A reranker by setting, with a cross-encoder made here from a random configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import EncoderError
from bot.index.hits import Hit
from bot.index.search import search
from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("model")
    letters = [*"abcdefghijklmnopqrstuvwxyzäöüß0123456789.,?!"]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]
    vocabulary += [f"##{letter}" for letter in letters]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(0)
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = BertConfig(vocab_size=len(vocabulary), intermediate_size=32, num_labels=1, **shape)
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def hits_of(settings: Settings, encoder: HashEncoder) -> list[Hit]:
    view = Index.open(settings).view()
    return search(view, "Gehalt", encoder.encode_questions(["Gehalt"])[0], limit=40)


def test_the_cross_encoder_that_is_set_orders_the_best_hits(
    model: Path, folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    ingest(
        [str(write(tmp_path / "f", {"a.md": article(1, sections=40)}))],
        folder_settings,
        encoder=encoder,
    )
    plain = hits_of(folder_settings, encoder)
    chosen = folder_settings.model_copy(update={"reranker": str(model)})
    ordered = hits_of(chosen, encoder)
    assert {hit.passage.id for hit in ordered[:30]} == {hit.passage.id for hit in plain[:30]}
    assert [h.passage for h in ordered[30:]] == [h.passage for h in plain[30:]]
    scores = [hit.score for hit in ordered]
    assert scores == sorted(scores, reverse=True)
    view = Index(Store.open(folder_settings)).view()
    pairs = [("Gehalt", view.searched_text(hit.passage)) for hit in ordered[:30]]
    wanted = CrossEncoder(str(model)).predict(pairs, show_progress_bar=False).tolist()
    assert scores[:30] == pytest.approx(wanted, abs=1e-5)
    assert [hit.passage.id for hit in ordered[:30]] != [hit.passage.id for hit in plain[:30]]


def test_a_reranker_that_is_not_there_says_so(
    folder_settings: Settings, encoder: HashEncoder, tmp_path: Path
) -> None:
    ingest([str(write(tmp_path / "f", {"a.md": article(1)}))], folder_settings, encoder=encoder)
    missing = folder_settings.model_copy(update={"reranker": str(tmp_path / "none")})
    with pytest.raises(EncoderError, match="LOTSE_RERANKER"):
        hits_of(missing, encoder)
