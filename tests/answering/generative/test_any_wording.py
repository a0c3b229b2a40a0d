"""Whatever a model writes, the answer keeps the contract and nothing fails."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from bot.answering.generative import GenerativeAnswerer
from bot.answering.grounding import violations
from tests.answering.generative.conftest import HARBOUR_MASTER, Harbour

SOUND = st.integers(0, 13).map("<sentence {}>".format)
PIECES = st.one_of(
    SOUND,
    SOUND,
    st.sampled_from(HARBOUR_MASTER.split()),
    st.sampled_from(HARBOUR_MASTER.split(".")),
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
    model = GenericFakeChatModel(messages=iter([AIMessage(written or " ")]))
    answer = GenerativeAnswerer(model, "any").answer(
        question, base, harbour.evidence, harbour.catalogue
    )
    event(answer.answerer)
    assert violations(answer, {e.source.id: e.source for e in harbour.evidence}) == []
    assert {c.quote for c in base.citations} <= {c.quote for c in answer.citations}
    if answer.answerer == "extractive":
        assert answer.text == base.text
        assert len(answer.warnings) == len(base.warnings) + 1
