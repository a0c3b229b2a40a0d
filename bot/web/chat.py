"""The chat page, built from Gradio's parts: only wiring; what is shown is made elsewhere.

The transcript is a ``gr.HTML`` of our own and no ``gr.Chatbot``: markers must be real buttons,
and a live region may only ever grow, or a screen reader reads the whole answer again for each
piece. So the component's template stays constant, its value carries the current turn, and
``assets/transcript.js`` appends what is new. The conversation lives in the page and travels with
every question; the server keeps no session.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.answering import texts as answer_texts
from bot.errors import LotseError
from bot.web.header import header
from bot.web.markup import escape
from bot.web.rooms import Room, rooms_of
from bot.web.service import Service
from bot.web.texts import MAX_QUESTION_CHARACTERS, Texts
from bot.web.theme import asset
from bot.web.turns import converse, read_history

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
_REQUEST = "(text, _) => window.karrierelotse.request(text)"
_LABELS = [
    "conversation",
    "welcome",
    "welcome_more",
    "examples",
    "suggestions",
    "you",
    "copy",
    "copied",
    "copy_failed",
    "new_chat_done",
    "lost",
    "input_label",
    "keys",
    "language",
]


def build_chat(service: Service, texts: Texts) -> gr.Blocks:
    """The page in one language."""
    import gradio as gr

    rooms = rooms_of(service, texts.language)
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
                    js_on_load=asset("transcript.js"),
                    apply_default_css=False,
                    elem_id="verlauf",
                    labels={name: getattr(texts, name) for name in _LABELS},
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
                gr.HTML(value=_empty_panel(texts), apply_default_css=False)
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
                partial(_ask, service, texts),
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
        # The articles may have changed since the server started.
        page.load(
            lambda: (_header(service, texts, rooms), _welcome(service, texts)),
            outputs=[top, transcript],
            show_progress="hidden",
            api_visibility="private",
        )
    page.queue(max_size=QUEUE, api_open=False, default_concurrency_limit=CONCURRENCY)
    return page


def _ask(
    service: Service, texts: Texts, question: object, sent: object
) -> Iterator[dict[str, Any]]:
    """What both events run: a question typed, or one chosen from the suggestions."""
    import gradio as gr

    given = sent if isinstance(sent, dict) else {}
    if not isinstance(question, str) or not question.strip():
        yield gr.skip()
        return
    for turn in converse(service, question.strip(), read_history(given.get("history")), texts):
        yield turn.to_json()


def _header(service: Service, texts: Texts, rooms: tuple[Room, ...]) -> str:
    try:
        return header(texts, service.assistant.sources.values(), rooms)
    except LotseError:
        return header(texts, None, rooms)


def _welcome(service: Service, texts: Texts) -> dict[str, Any]:
    return {"examples": examples(service, texts)}


def examples(service: Service, texts: Texts) -> list[str]:
    """Questions that the articles at hand answer, for a page without a conversation."""
    try:
        labels = [role.preferred_label for role in service.assistant.catalogue.roles[:2]]
    except LotseError:
        return []
    if not labels:
        return []
    first, last = labels[0], labels[-1]
    asked = answer_texts.SUGGESTIONS[texts.language]
    made = [
        asked["duties"].format(role=first),
        asked["salary"].format(role=last),
        asked["qualifications"].format(role=last),
        asked["career"].format(role=last),
    ]
    if first != last:
        comparison = answer_texts.COMPARISON_SUGGESTION[texts.language]
        made.append(comparison.format(first=first, second=last))
    return made


def _empty_panel(texts: Texts) -> str:
    return (
        f'<aside class="evidence" aria-label="{escape(texts.evidence)}">'
        f'<button type="button" class="close" data-action="close-evidence" hidden>'
        f"{escape(texts.close)}</button>"
        f'<div class="evidence-body"><p class="kicker">{escape(texts.evidence)}</p>'
        f"<p>{escape(texts.evidence_empty)}</p></div></aside>"
    )
