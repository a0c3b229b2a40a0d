"""Whatever a model writes, the answer keeps the contract and nothing fails."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from bot.answering.generative import GenerativeAnswerer
from bot.answering.grounding import violations
from bot.evaluation.golden_text import first_sentence, unsupported
from tests.answering.generative.conftest import HARBOUR_MASTER, Harbour

SOUND = st.integers(0, 13).map("<sentence {}>".format)
PIECES = st.one_of(
    SOUND,
    SOUND,
    st.sampled_from(HARBOUR_MASTER.split()),
    st.sampled_from(HARBOUR_MASTER.split(".")),
    st.tuples(st.integers(0, 13), st.integers(0, 13)).map(
        "<first {0[0]}> und <first {0[1]}>".format
    ),
    st.integers(-1, 20).map("[{}]".format),
    st.sampled_from(["[1, 2]", "【3】", "[1", "]", ".", ":", "\n", "- ", "**", "<think>", "nicht"]),
    st.integers(0, 200_000).map(str),
    st.text(max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(written=st.lists(PIECES, min_size=1, max_size=20).map(" ".join))
def test_any_wording(harbour: Harbour, written: str) -> None:
    question = harbour.question("Was verdient ein Hafenmeister und welche Aufgaben hat er?")
    base = harbour.base(question, "48.000", "teilen", "39.000")
    for number, item in enumerate(harbour.evidence, 1):
        sound = f"{item.quote.rstrip('.')} [{number}]."
        written = written.replace(f"<sentence {number - 1}>", sound)
        written = written.replace(f"<first {number - 1}>", f"{item.quote.rstrip('.')} [{number}]")
    model = GenericFakeChatModel(messages=iter([AIMessage(written or " ")]))
    answer = GenerativeAnswerer(model, "any").answer(
        question, base, harbour.evidence, harbour.catalogue
    )
    event(answer.answerer)
    assert violations(answer, {e.source.id: e.source for e in harbour.evidence}) == []
    # What the evaluation measures of an answer can't fall, whatever the model writes.
    first, rest = base.text.split("\n\n")
    assert answer.text.startswith(first) and answer.text.endswith(rest)
    assert first_sentence(answer.text) == first_sentence(base.text)
    assert answer.citations[: len(base.citations)] == base.citations
    assert unsupported(answer)[1] == ()
    if answer.answerer == "extractive":
        assert answer.text == base.text
        assert len(answer.warnings) - len(base.warnings) in (0, 1)
