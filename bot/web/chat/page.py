"""The chat page, built from Gradio's parts: only wiring; what is shown is made elsewhere.

The transcript is a ``gr.HTML`` of our own and no ``gr.Chatbot``: markers must be real buttons,
and a live region may only ever grow, or a screen reader reads the whole answer again for each
piece. So the component's template stays constant, its value carries the current turn, and
``assets/conversation.js`` appends what is new. The conversation lives in the page and travels with
every question; the server keeps no session.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.errors import LotseError
from bot.web.chat import conversation_texts, feedback_texts
from bot.web.chat.examples import examples
from bot.web.chat.header import header
from bot.web.chat.theme import asset
from bot.web.chat.turns import Running, converse, read_history
from bot.web.parts.quote import empty_panel
from bot.web.parts.texts import CONVERSATION_LABELS, MAX_QUESTION_CHARACTERS, Texts
from bot.web.rooms.register import Room, rooms_of
from bot.web.service import Service

if TYPE_CHECKING:
    import gradio as gr

CONCURRENCY = 8
"""Questions answered at the same time; the rest waits in line."""

QUEUE = 200
"""Questions that may wait; more are turned away at once."""

_TRANSCRIPT = (
    '<section class="welcome"></section>'
    '<div class="turns" role="log" aria-live="polite" aria-relevant="additions"></div>'
    '<p class="visually-hidden" role="status"></p>'
)
_SCRIPTS = (
    "conversation.js",
    "waiting.js",
    "feedback.js",
    "saving.js",
    "events.js",
    "queue.js",
    "transcript.js",
)
_REQUEST = "(text, _) => window.karrierelotse.request(text)"
_STOPPED = "() => [window.karrierelotse.stopped()]"
_LABELS = (*CONVERSATION_LABELS, "input_label", "keys", "busy")


def build_chat(service: Service, texts: Texts) -> gr.Blocks:
    """The page in one language."""
    import gradio as gr

    rooms = rooms_of(service, texts.language)
    running = Running()
    page: gr.Blocks = gr.Blocks(title=texts.title, fill_width=True, analytics_enabled=False)
    with page:
        top = gr.HTML(
            _header(service, texts, rooms),
            js_on_load=asset("rooms.js"),
            elem_id="kopf",
            apply_default_css=False,
            rooms=[
                {"place": room.place, "element": room.element, "first": room.first}
                for room in rooms
            ],
        )
        with gr.Row(elem_id="inhalt"):
            with gr.Column(elem_id="gespraech", min_width=0):
                transcript = gr.HTML(
                    value=_welcome(service, texts),
                    html_template=_TRANSCRIPT,
                    js_on_load="".join(asset(name) for name in _SCRIPTS),
                    apply_default_css=False,
                    elem_id="verlauf",
                    labels={name: getattr(texts, name) for name in _LABELS},
                    feedback=feedback_texts.labels(texts.language),
                    saving=conversation_texts.labels(texts.language),
                    most_characters=MAX_QUESTION_CHARACTERS,
                )
                box = gr.Textbox(
                    label=texts.input_label,
                    placeholder=texts.input_placeholder,
                    info=texts.keys,
                    lines=1,
                    max_lines=6,
                    submit_btn=texts.send,
                    elem_id="eingabe",
                )
            with gr.Column(elem_id="beleg", min_width=0):
                gr.HTML(value=empty_panel(texts), apply_default_css=False)
        for room in rooms:
            if room.html is not None:
                gr.HTML(
                    value=room.html(),
                    js_on_load="".join(asset(name) for name in room.scripts),
                    apply_default_css=False,
                    elem_id=room.element,
                    labels=dict(room.labels),
                )
        for trigger in (box.submit, transcript.submit):
            trigger(
                partial(_ask, service, texts, running),
                inputs=[box, transcript],
                outputs=[transcript],
                js=_REQUEST,
                show_progress="hidden",
                # "once" would drop a question that is sent while the one before is ending.
                trigger_mode="multiple",
                concurrency_limit=CONCURRENCY,
                concurrency_id="ask",
                api_visibility="private",
            )
        # Gradio's own ``cancels`` would end every question of the page, and leave those unanswered
        # that it doesn't name. Not queued: the queue may be full of what is to be stopped.
        transcript.stop(
            partial(_stop, running),
            inputs=[transcript],
            js=_STOPPED,
            queue=False,
            show_progress="hidden",
            api_visibility="private",
        )
        # The articles may have changed since the server started.
        page.load(
            lambda: (_header(service, texts, rooms), _welcome(service, texts)),
            outputs=[top, transcript],
            show_progress="hidden",
            api_visibility="private",
        )
    page.queue(max_size=QUEUE, api_open=False, default_concurrency_limit=CONCURRENCY)
    return page


async def _ask(
    service: Service, texts: Texts, running: Running, question: object, sent: object
) -> AsyncGenerator[dict[str, Any], None]:
    """What both events run: a question typed, or one chosen from the suggestions."""
    import gradio as gr

    given = sent if isinstance(sent, dict) else {}
    if not isinstance(question, str) or not question.strip():
        yield gr.skip()
        return
    history = read_history(given.get("history"))
    async with aclosing(converse(service, question.strip(), history, texts, running)) as turns:
        async for turn in turns:
            yield turn.to_json()


def _stop(running: Running, sent: object) -> None:
    """Ends the turn that the page names."""
    if isinstance(sent, dict):
        running.stop(sent.get("stop"))


def _header(service: Service, texts: Texts, rooms: tuple[Room, ...]) -> str:
    try:
        return header(texts, service.assistant.sources.values(), rooms)
    except LotseError:
        return header(texts, None, rooms)


def _welcome(service: Service, texts: Texts) -> dict[str, Any]:
    return {"examples": examples(service, texts)}
