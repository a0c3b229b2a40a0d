"""The page in the widget's frame: lean, without Gradio, without any inline script or style."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from bot.web.chat import feedback_texts
from bot.web.parts.markup import escape
from bot.web.parts.texts import CONVERSATION_LABELS, MAX_QUESTION_CHARACTERS, Texts
from bot.web.widget.assets import Scheme, frame_script, frame_style
from bot.web.widget.texts import WIDGET_TEXTS


def page(
    texts: Texts,
    scheme: Scheme,
    examples: Sequence[str],
    origins: Iterable[str],
    evidence: str,
    *,
    whole: bool = True,
) -> str:
    """The whole document.

    Args:
        texts: the labels.
        scheme: whose colours; "auto" follows the visitor's system.
        examples: questions to begin with.
        origins: of the pages that it may talk with.
        evidence: HTML of the empty panel for quotes.
        whole: whether a link leads to the whole app, which may be closed to visitors.
    """
    more = WIDGET_TEXTS[texts.language]
    labels = {name: getattr(texts, name) for name in CONVERSATION_LABELS}
    given = {
        "labels": labels | {"expired": more.expired},
        "feedback": feedback_texts.labels(texts.language),
        "examples": list(examples),
        "origins": list(origins),
        "turns": "widget/turns",
        "most_characters": MAX_QUESTION_CHARACTERS,
    }
    style = f"widget/{frame_style(scheme).name}"
    script = f"widget/{frame_script().name}"
    code = texts.language
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(texts.title)}</title>"
        f'<link rel="stylesheet" href="{style}"><script type="module" src="{script}"></script>'
        f'</head><body data-given="{escape(json.dumps(given, ensure_ascii=False))}">'
        f'<header id="kopf"><h1 tabindex="-1">{escape(texts.title)}</h1>'
        f"{_button('new-chat', texts.new_chat, _RENEW)}{_button('close', more.close, _CROSS)}"
        '</header><main id="gespraech"><div id="verlauf">'
        f'<p class="machine">{escape(texts.machine)}{_whole(texts) if whole else ""}</p>'
        '<section class="welcome"></section>'
        '<div class="turns" role="log" aria-live="polite" aria-relevant="additions"></div>'
        '<p class="visually-hidden" role="status"></p>'
        '</div></main><form id="eingabe" '
        f'aria-label="{escape(texts.input_label)}">'
        f'<label for="frage" class="visually-hidden">{escape(texts.input_label)}</label>'
        f'<textarea id="frage" rows="1" placeholder="{escape(texts.input_placeholder)}" '
        f'aria-description="{escape(texts.keys)}" enterkeyhint="send" autocomplete="off">'
        f'</textarea><button type="submit">{escape(texts.send)}</button></form>'
        f'<div id="beleg">{evidence}</div></body></html>'
    )


def _whole(texts: Texts) -> str:
    return (
        f' <a href="./?lang={texts.language}" target="_blank" rel="noopener">'
        f"{escape(WIDGET_TEXTS[texts.language].whole)}"
        f'<span class="aside"> ({escape(texts.new_tab)})</span></a>'
    )


_RENEW: Final = "M12 5v14M5 12h14"
_CROSS: Final = "M6 6l12 12M18 6L6 18"


def _button(action: str, label: str, path: str) -> str:
    """A button with a drawn sign, named for those who don't see it and on hovering."""
    return (
        f'<button type="button" data-action="{action}" aria-label="{escape(label)}" '
        f'title="{escape(label)}"><svg viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{path}"/></svg></button>'
    )
