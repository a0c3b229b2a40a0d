"""What the server makes ready before anybody asks."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.settings import Settings
from bot.web.service import Service


@pytest.mark.parametrize("ahead", [True, False])
def test_sentences_are_encoded_ahead_where_that_is_wanted(
    corpus_settings: Settings, ahead: bool
) -> None:
    index = Index.open(corpus_settings)
    assistant = Assistant.over(index, corpus_settings)
    service = Service(index, assistant, Desk(index, assistant.encoder), encode_ahead=ahead)
    service._prepare()
    assert bool(assistant._similarity._placed._known) == ahead
    assert assistant.answer("Was macht ein Account Manager?").status == "answered"
