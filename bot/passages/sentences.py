"""German sentence boundaries, by offset.

A rule-based splitter: a full stop ends a sentence unless it belongs to an abbreviation, an
ordinal ("12. Januar", "im 3. Jahr") or a number, or the next word starts in lower case. Line
breaks always end one, because the normalised text keeps paragraphs and list items on lines
of their own; so a colon before a list ends its lead-in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain import Sentence

BULLET = "• "

# Written without spaces and in lower case: "z. B." and "z.B." are both "z.b".
_NEVER_LAST = frozenset(
    """abb abs allg anm art bd bes betr bspw bzgl bzw ca dipl d.h dr ebd einschl engl entspr evtl
    exkl fa fr gem ges ggf ggfs gegr geb hr hrsg i.a i.d.r i.h.v i.v.m inkl insb insbes jr kap
    kfm kaufm lt max mind min mio mrd mtl n.chr nr o.g o.ä p.p prof rd s s.o s.u sen sog st
    staatl std str stv tsd techn tel u.a u.u ungef urspr v.a v.chr verh vgl vors wg z.b z.t z.zt
    zit zzgl zzt jan feb mrz apr jun jul aug sep sept okt nov dez ing
    stellv durchschn jährl monatl e.v m.e i.e e.g approx vs""".split()
)
# May end a sentence as well: a boundary only where a typical sentence opening follows.
_MAYBE_LAST = frozenset("usw etc p.a o.ä u.ä u.v.m uvm u.s.w co inc ltd u.s u.s.a".split())

_OPENINGS = frozenset(
    """der die das den dem des ein eine einer einem einen er sie es wir ich ihr man wer was wie wo
    wann warum dieser diese dieses diesem diesen jeder jede jedes alle viele manche einige mehr
    in im an am auf aus bei beim mit nach seit von vom vor zu zum zur für über unter um durch
    gegen ohne zwischen während wegen trotz dabei dafür dadurch damit dagegen danach daneben
    darum daher deshalb dennoch doch aber auch außerdem zudem ferner hier heute jedoch so somit
    schließlich weil wenn falls als ob obwohl sobald sowie und oder denn nur noch nicht kein keine
    the a this that these it they he she we you in on at for with by from""".split()
)

_END = re.compile(r"[.!?…]+[\"“”»«’')\]]*(?=\s)")
_LAST_TOKEN = re.compile(r"[^\s(„“\"»«\[]+$")
_DOTTED_TAIL = re.compile(r"(?:\b[^\W\d_]{1,4}\.[ \u00a0]?){1,4}$")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING_MARKS = "„“\"»«‚'([–—-• "


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """The sentences of ``text[start:end]``, trimmed, in order, never empty.

    Offsets count code points of ``text``. A bullet at the start of a line is left out.
    """
    stop = len(text) if end is None else end
    return [
        sentence
        for line_start, line_end in _lines(text, start, stop)
        for sentence in _split_line(text, line_start, line_end)
    ]


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    position = start
    while position < stop:
        newline = text.find("\n", position, stop)
        line_end = stop if newline < 0 else newline
        begin = position + len(BULLET) if text.startswith(BULLET, position) else position
        if begin < line_end:
            yield begin, line_end
        position = line_end + 1


def _split_line(text: str, start: int, end: int) -> Iterator[Sentence]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _is_boundary(text, begin, match.start(), match.end(), end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        yield Sentence(start, end)


def _is_boundary(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    following = text[after:end].lstrip()
    opening = following.lstrip(_OPENING_MARKS)
    if not opening or opening[0].islower():
        return False
    if text[mark] != ".":
        return True
    word = _WORD.match(opening)
    typical = bool(word) and word.group().lower() in _OPENINGS  # type: ignore[union-attr]
    token_match = _LAST_TOKEN.search(text, begin, mark)
    if token_match is None:
        return True
    token = token_match.group()
    if text.startswith("..", mark):
        return typical or opening[0].isupper()
    if token.isdigit() and len(token) <= 2:  # "12. Januar", "im 3. Jahr"
        return typical
    dotted = _dotted(text, begin, mark)
    if token.lower() in _MAYBE_LAST or dotted in _MAYBE_LAST:
        return typical
    if token.lower() in _NEVER_LAST or dotted in _NEVER_LAST:
        return False
    single_letter = len(token) == 1 and token.isalpha()
    return not single_letter


def _dotted(text: str, begin: int, mark: int) -> str:
    """A chain like "z. B" before the full stop as "z.b"; empty where there is none."""
    tail = _DOTTED_TAIL.search(text[max(begin, mark - 20) : mark + 1])
    return re.sub(r"[\s\u00a0]", "", tail.group()).rstrip(".").lower() if tail else ""
