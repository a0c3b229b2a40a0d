"""The look: Gradio's variables tied to our own, so that one style sheet rules light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.web.rooms.register import Room, visibility

if TYPE_CHECKING:
    import gradio as gr

ASSETS = Path(__file__).parents[1] / "assets"
_STYLE_SHEETS = (
    "tokens.css",
    "chat.css",
    "conversation.css",
    "feedback.css",
    "panel.css",
    "pay.css",
    "career.css",
    "match.css",
    "explorer.css",
    "screening.css",
    "screening_table.css",
    "screening_dialog.css",
)

_TIED = {
    "body_background_fill": "--page",
    "body_text_color": "--ink",
    "body_text_color_subdued": "--muted",
    "background_fill_primary": "--surface",
    "background_fill_secondary": "--page",
    "block_background_fill": "--surface",
    "block_label_text_color": "--muted",
    "block_title_text_color": "--ink",
    "border_color_primary": "--line",
    "border_color_accent": "--accent",
    "input_background_fill": "--surface",
    "input_border_color": "--line-strong",
    "input_border_color_focus": "--accent",
    "input_placeholder_color": "--muted",
    "button_primary_background_fill": "--accent",
    "button_primary_background_fill_hover": "--accent-strong",
    "button_primary_text_color": "--on-accent",
    "link_text_color": "--accent",
    "error_background_fill": "--surface",
    "error_text_color": "--ink",
}


def theme() -> gr.themes.Base:
    """Gradio's base theme with the system's fonts: no font is fetched from anywhere."""
    import gradio as gr

    base = gr.themes.Base(
        font=["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_md,
    )
    values = {name: f"var({token})" for name, token in _TIED.items()}
    # The dark variant has the same value: the tokens themselves follow the reader's system.
    return base.set(**values, **{f"{name}_dark": value for name, value in values.items()})


def asset(name: str) -> str:
    """The text of a file in ``assets``."""
    return (ASSETS / name).read_text(encoding="utf-8")


def head(rooms: tuple[Room, ...] = ()) -> str:
    """The style sheets for the page's head.

    Not Gradio's ``css``: that puts a prefix before every selector, and a ``:root`` in a media
    query then matches nothing.
    """
    return f"<style>{''.join(asset(name) for name in _STYLE_SHEETS)}{visibility(rooms)}</style>"
