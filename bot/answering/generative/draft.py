"""What a model wrote, cut into sentences and into the parts that each marker stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.passages import split_sentences

_THOUGHTS = re.compile(r"^\s*<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_MARKER_LIST = re.compile(r"[\[【]\s*(\d+(?:\s*[,;]\s*\d+)+)\s*[\]】]")
_OTHER_MARKER = re.compile(
    r"(?:\[|【)\s*(?:Satz|Quelle|S|Nr\.)?\s*(\d+)\s*(?:\]|】)", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"\*\*|__|^#+\s+")
_MARKERS = r"(?:\[\d{1,4}\]\s*)+"
_END_BEFORE_MARKERS = re.compile(rf"([.!?…])\s*({_MARKERS})")
_PART = re.compile(rf"(.*?)\s*({_MARKERS}|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """Words up to a marker, and the sentence numbers that they cite."""

    text: str
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of the model.

    Attributes:
        parts: in order; a well-formed sentence has no words behind its last marker.
        end: its closing mark, or nothing.
    """

    parts: tuple[Part, ...]
    end: str

    @property
    def text(self) -> str:
        """Its words without markers."""
        return " ".join(part.text for part in self.parts)

    @property
    def cited(self) -> tuple[int, ...]:
        """The sentence numbers it cites, in order, without repeats."""
        return tuple(dict.fromkeys(number for part in self.parts for number in part.cited))


def sentences_of(written: str) -> list[DraftSentence]:
    """The sentences of a model's answer; headings and lead-ins to lists are left out."""
    text = _THOUGHTS.sub("", written)
    text = _MARKER_LIST.sub(lambda m: "".join(f"[{n}]" for n in re.findall(r"\d+", m[1])), text)
    text = _OTHER_MARKER.sub(r"[\1]", text)
    return [sentence for line in text.splitlines() for sentence in _of_line(line)]


def _of_line(line: str) -> Iterator[DraftSentence]:
    content = _EMPHASIS.sub("", _BULLET.sub("", line)).strip()
    has_marker = re.search(_MARKERS, content)
    if not has_marker and (content.endswith(":") or _is_heading(line)):
        return
    # "So ist es. [1]" becomes "So ist es [1].", so that a marker stays with its sentence.
    content = _END_BEFORE_MARKERS.sub(lambda m: f" {m[2].strip()}{m[1]} ", content)
    for piece in split_sentences(content):
        yield _sentence(content[piece.start : piece.end])


def _is_heading(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("#") or bool(re.fullmatch(r"\*\*[^*]+\*\*:?", stripped))


def _sentence(text: str) -> DraftSentence:
    end = re.search(r"[.!?…]+$", text.strip())
    body = text.strip()[: end.start()] if end else text.strip()
    parts = tuple(
        Part(" ".join(words.split()), tuple(int(n) for n in re.findall(r"\d+", markers)))
        for words, markers in _PART.findall(body)
        if words.strip() or markers
    )
    return DraftSentence(parts, end.group()[:1] if end else "")
