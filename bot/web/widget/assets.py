"""The files of the widget: put together once, compressed once, named after their content."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final, Literal

from bot.web.chat.theme import asset
from bot.web.widget.texts import WIDGET_TEXTS

Scheme = Literal["auto", "light", "dark"]

SCHEMES: Final[tuple[Scheme, ...]] = ("auto", "light", "dark")
JAVASCRIPT: Final = "text/javascript; charset=utf-8"
CSS: Final = "text/css; charset=utf-8"
HASH_DIGITS: Final = 16

_FRAME_SCRIPTS: Final = (
    "widget/colour.js",
    "conversation.js",
    "waiting.js",
    "feedback.js",
    "events.js",
    "widget/frame.js",
)
_FRAME_STYLES: Final = (
    "tokens.css",
    "conversation.css",
    "feedback.css",
    "panel.css",
    "pay.css",
    "career.css",
    "widget/frame.css",
)
_DARK: Final = "(prefers-color-scheme: dark)"
_NARROW: Final = "(max-width: 899px)"
# What a style sheet says of the visitor's scheme, by what the portal wants.
_CHOSEN: Final[Mapping[Scheme, Mapping[str, str]]] = MappingProxyType(
    {
        "auto": {},
        "light": {_DARK: "not all", "color-scheme: light dark": "color-scheme: light"},
        "dark": {_DARK: "all", "color-scheme: light dark": "color-scheme: dark"},
    }
)

_COMMENTS: Final = re.compile(r"^[ \t]*(?://[^\n]*\n|/\*.*?\*/\n?)", re.MULTILINE | re.DOTALL)
_INDENTATION: Final = re.compile(r"^\s+", re.MULTILINE)


@dataclass(frozen=True)
class File:
    """A file as it is sent.

    Attributes:
        stem, extension: of its name, between which the hash stands.
        content: UTF-8.
        media_type: with its character set.
    """

    stem: str
    extension: str
    content: bytes
    media_type: str

    @cached_property
    def digest(self) -> str:
        """Of the content, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()[:HASH_DIGITS]

    @cached_property
    def compressed(self) -> bytes:
        """The content with gzip."""
        return gzip.compress(self.content, mtime=0)

    @property
    def name(self) -> str:
        """Changes whenever the content does, so it may be kept for ever."""
        return f"{self.stem}.{self.digest}.{self.extension}"


@cache
def frame_script() -> File:
    """The module that runs in the frame."""
    return File("frame", "js", _joined(_FRAME_SCRIPTS), JAVASCRIPT)


@cache
def frame_style(scheme: Scheme) -> File:
    """The frame's one style sheet: the chat page's own, without Gradio's layout."""
    sheet = _joined(_FRAME_STYLES).decode()
    # Beside the chat there is no room for the quote, however wide the frame: it is a sheet.
    for stated, meant in {_NARROW: "all", **_CHOSEN[scheme]}.items():
        sheet = sheet.replace(stated, meant)
    return File(scheme, "css", sheet.encode(), CSS)


@cache
def frame_files() -> Mapping[tuple[str, str], File]:
    """What lies under ``/widget/``, by stem and extension."""
    files = [frame_script(), *(frame_style(scheme) for scheme in SCHEMES)]
    return MappingProxyType({(file.stem, file.extension): file for file in files})


@cache
def loader(origins: tuple[str, ...]) -> File:
    """``/widget.js``, which knows who may embed it.

    Args:
        origins: of the pages where it shows something.
    """
    given = {
        "origins": origins,
        "labels": {code: asdict(texts) for code, texts in WIDGET_TEXTS.items()},
        "style": _lean(asset("widget/launcher.css")),
    }
    script = _joined(("widget/colour.js", "widget/loader.js")).decode()
    whole = f'(() => {{\n"use strict";\nconst given = {json.dumps(given)};\n{script}}})();\n'
    return File("widget", "js", whole.encode(), JAVASCRIPT)


def _joined(names: Iterable[str]) -> bytes:
    return "".join(_lean(asset(name)) for name in names).encode()


def _lean(text: str) -> str:
    """Without comments and indentation, which are a sixth of what visitors would load."""
    return _INDENTATION.sub("", _COMMENTS.sub("", text))
