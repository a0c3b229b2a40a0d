"""Every model but the default, and every device but the CPU: through ``SentenceTransformer``."""

from __future__ import annotations

import hashlib
import logging
import re
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bot.errors import EncoderError
from bot.index.encoder.protocol import MAX_TOKENS, EncoderIdentity, WordVectors, encodable
from bot.settings import Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_QUERY_KEYS = ("query", "question", "search_query")
_PASSAGE_KEYS = ("document", "passage", "corpus", "search_document")
# The E5 models were trained with these prompts, but their configurations don't carry them.
_E5 = re.compile(r"(multilingual-)?e5-(small|base|large)(-v2)?$")
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}
_COMMIT = re.compile(r"[0-9a-f]{40}$")
_HUB_SECONDS = 10
_BATCH = 16

log = logging.getLogger(__name__)


class SentenceTransformerEncoder:
    """See ``Encoder``. One inference at a time: the tokenisers can't be shared between threads.

    Args:
        model: loaded, on its device.
        identity: what the index keeps; its prompts are the ones used.
    """

    def __init__(self, model: SentenceTransformer, identity: EncoderIdentity) -> None:
        """Takes over a loaded model."""
        self._model = model
        self._lock = threading.Lock()
        self.identity = identity
        length = model.max_seq_length
        self.max_tokens = int(length) if length and length < 1_000_000 else MAX_TOKENS

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of length one, shape ``(len(texts), dimension)``, in the order given."""
        return self._encode(texts, self.identity.passage_prompt)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As ``encode_passages``, with the prompt for questions."""
        return self._encode(texts, self.identity.query_prompt)

    def read_passages(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_passages``, with a vector for each word too."""
        return self._read(texts, self.identity.passage_prompt)

    def read_questions(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_questions``, with a vector for each word too."""
        return self._read(texts, self.identity.query_prompt)

    def count_tokens(self, text: str) -> int:
        """Tokens of a passage with its prompt and special tokens, before any truncation."""
        prompted = self.identity.passage_prompt + encodable(text)
        tokenizer: Any = self._model.tokenizer
        with self._lock:
            if callable(tokenizer):
                return len(tokenizer(prompted, truncation=False, verbose=False)["input_ids"])
            tokenizer.no_truncation()
            return len(tokenizer.encode(prompted).ids)

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.identity.dimension), np.float32)
        with self._lock:
            found = self._model.encode(
                [encodable(text) for text in texts],
                prompt=prompt,
                batch_size=_BATCH,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        vectors: NDArray[np.float32] = np.array(found, np.float32)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        # Models without special tokens have nothing to say about an empty text.
        empty = ~np.isfinite(norms[:, 0]) | (norms[:, 0] == 0)
        vectors[empty] = 0
        vectors[empty, 0] = 1
        norms[empty] = 1
        vectors /= norms
        return vectors

    def _read(self, texts: Sequence[str], prompt: str) -> list[WordVectors]:
        """Words in their context where the model tells its tokens' places, else word by word."""
        whole = self._encode(texts, prompt)
        tokenizer: Any = self._model.tokenizer
        if not getattr(tokenizer, "is_fast", False):
            alone = [self._encode(encodable(text).split(), prompt) for text in texts]
            return [WordVectors(w, words) for w, words in zip(whole, alone, strict=True)]
        return [
            WordVectors(row, self._words_of(encodable(text), prompt))
            for row, text in zip(whole, texts, strict=True)
        ]

    def _words_of(self, text: str, prompt: str) -> NDArray[np.float32]:
        tokenizer: Any = self._model.tokenizer
        words = text.split()
        spaced = prompt + " ".join(words)
        with self._lock:
            found = self._model.encode(
                [spaced], output_value="token_embeddings", show_progress_bar=False
            )
            places = tokenizer(
                spaced, return_offsets_mapping=True, truncation=True, max_length=self.max_tokens
            )["offset_mapping"]
        states = np.array(found[0].float().cpu(), np.float32)[: len(places)]
        vectors = np.zeros((len(words), self.identity.dimension), np.float32)
        start, read = len(prompt), 0
        for i, word in enumerate(words):
            end = start + len(word)
            inside = [k for k, (a, b) in enumerate(places) if a < end and b > start]
            if not inside:
                break
            vectors[i] = states[inside].mean(axis=0)
            start, read = end + 1, i + 1
        return vectors[:read]


def load_sentence_transformer(
    name: str, settings: Settings, identity: EncoderIdentity | None = None
) -> SentenceTransformerEncoder:
    """Loads a model by folder or hub name, from the local cache where it is there.

    Args:
        name: folder, or name on the hub.
        settings: device, threads and prompts.
        identity: for a folder whose identity is known; else it is found out.

    Raises:
        EncoderError: there is no such model, the hub can't be reached, or it can't be loaded.
    """
    source, revision = _locate(name)
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging
    except ImportError as error:
        raise EncoderError(
            f"Für das Sprachmodell {name} fehlt das Paket sentence-transformers.",
            log=f"cannot import sentence-transformers for {name}: {error}",
            hint="Bitte installieren Sie es mit: make setup",
        ) from error
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    if settings.threads:
        torch.set_num_threads(settings.threads)
    try:
        model = SentenceTransformer(
            source,
            device=settings.encoder_device,
            revision=revision if source == name else None,
            local_files_only=source != name,
        )
        if identity is None:
            query, passage = _prompts(name, model.prompts, settings)
            identity = EncoderIdentity(name, revision, _dimension(model), query, passage)
        encoder = SentenceTransformerEncoder(model, identity)
        encoder.encode_questions(["Was verdient ein Account Manager?"])
    except Exception as error:  # a foreign model may fail in any way, and the user needs a reason
        raise EncoderError(
            f"Das Sprachmodell {name} lässt sich nicht laden.",
            log=f"cannot load {source}: {type(error).__name__}: {error}",
            hint="Bitte prüfen Sie LOTSE_ENCODER und LOTSE_ENCODER_DEVICE; ohne diese "
            "Einstellungen gilt das mitgelieferte Modell.",
        ) from error
    return encoder


def _locate(name: str) -> tuple[str, str]:
    """What to load and its revision; a folder stays a folder, a hub name may be cached.

    Raises:
        EncoderError: neither a folder nor in the cache nor on the hub.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return str(folder), _fingerprint(folder)
    from huggingface_hub import HfApi, constants, snapshot_download
    from huggingface_hub.errors import HFValidationError, RepositoryNotFoundError

    try:
        cached = Path(snapshot_download(name, local_files_only=True))
        if (cached / "config.json").is_file() or (cached / "modules.json").is_file():
            commit = _COMMIT.match(cached.name)
            return str(cached), commit.group() if commit else _fingerprint(cached)
    except HFValidationError as error:
        raise EncoderError(
            f"{name} ist weder ein Ordner noch der Name eines Sprachmodells.",
            log=f"no such folder, not a model name: {name}",
            hint="Bitte prüfen Sie LOTSE_ENCODER.",
        ) from error
    except OSError as error:
        log.info("%s isn't in the local cache: %s", name, error)
    try:
        if constants.is_offline_mode():
            raise ConnectionError("offline mode is enabled")
        return name, str(HfApi().model_info(name, timeout=_HUB_SECONDS).sha)
    except RepositoryNotFoundError as error:
        raise EncoderError(
            f"Ein Sprachmodell {name} gibt es nicht, oder es ist nicht öffentlich.",
            log=f"no such repository: {name}",
            hint="Bitte prüfen Sie LOTSE_ENCODER.",
        ) from error
    except Exception as error:  # whatever a client for the network raises, it is not there
        raise EncoderError(
            f"Das Sprachmodell {name} liegt nicht auf diesem Rechner und lässt sich gerade "
            "nicht laden.",
            log=f"{name} is not cached and the hub can't be reached: {error}",
            hint="Bitte stellen Sie eine Verbindung zum Internet her, geben Sie in LOTSE_ENCODER "
            "einen Ordner mit dem Modell an oder lassen Sie die Einstellung weg.",
        ) from error


def _fingerprint(folder: Path) -> str:
    """Tells two versions of a model apart by their configuration and the size of their weights."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".json" and path.name != "tokenizer.json":
            digest.update(f"{name}\0".encode() + path.read_bytes())
        elif path.suffix in {".safetensors", ".bin"}:
            digest.update(f"{name}\0{path.stat().st_size}\0".encode())
    return f"folder-{digest.hexdigest()[:16]}"


def _prompts(
    name: str, configured: Mapping[str, str | None], settings: Settings
) -> tuple[str, str]:
    def first(keys: Sequence[str], own: Mapping[str, str | None]) -> str | None:
        return next((own[key] for key in keys if own.get(key)), None)

    trained = _E5_PROMPTS if _E5.search(name) else {}
    query = first(_QUERY_KEYS, configured) or first(_QUERY_KEYS, trained) or ""
    passage = first(_PASSAGE_KEYS, configured) or first(_PASSAGE_KEYS, trained) or ""
    if settings.encoder_query_prompt is not None:
        query = settings.encoder_query_prompt
    if settings.encoder_passage_prompt is not None:
        passage = settings.encoder_passage_prompt
    return query, passage


def _dimension(model: SentenceTransformer) -> int:
    dimension = model.get_embedding_dimension()
    return dimension if dimension else int(model.encode([""]).shape[1])
