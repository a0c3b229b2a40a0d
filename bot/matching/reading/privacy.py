"""Takes out who a person is, before anything else reads the document.

Name, address, contact, birth and age, photo, sex, nationality, religion, family, health and pay.
Labelled lines and lines that say nothing else are dropped whole; a phrase inside a sentence is cut
out of it; a name inside a sentence becomes ``[Name]``. So two documents that differ in nothing
else become the same text. The mother tongue stays: it is a skill that roles ask for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.titles import named_roles
from bot.matching.profile import Month, RemovedKind
from bot.matching.reading.lines import CELL, Line
from bot.matching.reading.months import periods
from bot.matching.reading.names import OwnName, is_name, own_name
from bot.matching.reading.neutral import masculine
from bot.matching.reading.privacy_labels import LABELLED, SHARED_WITH_WORK, labelled_parts
from bot.matching.reading.privacy_pay import without_pay
from bot.matching.reading.privacy_phrases import (
    AT_WORK,
    PARTS,
    PHOTO_LINE,
    PHRASES,
    SALUTED,
    TIMES_APART,
)
from bot.matching.reading.privacy_places import ANYWHERE, IN_HEADER, MAY_HOLD_ONE, SIGNED_AT
from bot.matching.reading.privacy_sentences import SENTENCE_PHRASES
from bot.matching.reading.privacy_statements import without_statements
from bot.matching.reading.privacy_towns import TOWN_ALONE
from bot.matching.reading.sections import is_document_title, section_of

NAME = "[Name]"
_SEPARATOR = re.compile(r"(\t|\s*[|·•;]\s*|,\s+|\s+[–—]\s+)")
_USEFUL = re.compile(
    r"\W*(?:führerschein|fahrerlaubnis|sprach|edv|it-|mobilität|verfügbar|reise|umzug|beruf|"
    r"position|ausbildung|studium|kenntnisse|driving|languages?|availab|eintritt|kündigung|"
    r"qualifi|abschluss|titel|akademisch|schwerpunkt|branche|jobtitle|arbeitszeit|erfahrung|"
    r"experience|skills|education|profession|title|willing|relocat|pkw|führungs)",
    re.I,
)
# Where a labelled value ends and the line goes on: in a further cell, or about the person.
_FURTHER = re.compile(
    r"\t|\s*[|•·;]\s*|(?<=\w\w)\.\s+(?=(?:Ich|I|I['’](?:m|ve)|Seit|Since|Habe)\s)"
)
_LEFT_OVER = re.compile(
    r"[\W_]*(?:(?:und|and|ich|bin|habe|sowie|in|am|i|aus|von|die|der|mit)[\W_]*)*", re.I
)
# A name with its nickname: "[Name] („[Name]“) [Name]".
_NAME_IN_PARTS = re.compile(r"\[Name\](?:\s*[(\"'„“”»«‚‘’]*\[Name\][)\"'“”»«‘’]*)+")
_BESIDE_NAME = re.compile(
    r"\b(?:gez|i\. ?[AV]|genannt|spitzname|rufname|known as|a\.?k\.?a|goes by)\b\.?", re.I
)
_HEADER_LINES = 20
_LONGEST_PART = 160
_UNLABELLED: frozenset[RemovedKind] = frozenset({"family", "religion", "sex", "health", "birth"})
_LONELY = ("name", "birth", "nationality", "family", "religion", "sex", "health", "pay", "address")


class _Cleaning:
    """One document's cleaning: counts what it takes out."""

    def __init__(self, lines: Sequence[Line], today: Month) -> None:
        self._lines = lines
        self._today = today
        self.removed: Counter[RemovedKind] = Counter()
        headed = any(section_of(line.text) for line in lines)
        self._name = own_name(lines, headed or _has_contact(lines[:10]))
        self._block = _personal_block(lines)

    def run(self) -> list[Line]:
        kept: list[Line] = []
        gap = False
        dropped_label = False
        for index, line in enumerate(self._lines):
            is_personal = index in self._block
            before, self.removed = self.removed, Counter()
            if dropped_label and is_personal and not self._is_useful(line.text):
                # The value of a label that stood alone on the line above.
                dropped_label = False
                self.removed = before
                gap = gap or line.gap
                continue
            text, dropped_label = self._line(line, is_personal)
            taken = bool(self.removed)
            if text and is_personal and self._is_rest_of_address(text, taken):
                self.removed.update(() if taken else ("address",))
                text = ""
            # Counted once a line, however many words it takes to say it.
            self.removed = before + Counter(set(self.removed))
            if not text:
                gap = gap or line.gap
                continue
            kept.append(replace(line, text=text, gap=line.gap or (gap and not kept)))
            gap = False
        return kept

    def _line(self, line: Line, is_personal: bool) -> tuple[str, bool]:
        """What is left of a line; whether it was a label whose value comes below."""
        text = line.text
        if PHOTO_LINE.fullmatch(text):
            self.removed["photo"] += 1
            return "", False
        if self._is_time_apart(text):
            return "", False
        if len(pieces := labelled_parts(text, header=is_personal)) > 1:
            kept = [self._line(replace(line, text=piece), is_personal)[0] for piece in pieces]
            return CELL.join(filter(None, kept)), False
        for kind, pattern in LABELLED:
            match = pattern.fullmatch(text)
            if match and not self._is_job_label(kind, match, is_personal):
                has_value = bool(match["value"].strip(" :\t"))
                if not has_value and not is_personal:
                    continue
                return self._labelled(kind, match), not has_value and kind in _LONELY
        text, paid = without_pay(text)
        self.removed.update(("pay",) if paid else ())
        text, kinds = without_statements(text, header=is_personal, named=self._is_named)
        self.removed.update(kinds)
        text = self._without_places(text, is_personal)
        text = self._without_phrases(text)
        text = self._without_parts(text) if is_personal else text
        text = self._without_name(text)
        if SIGNED_AT.fullmatch(text):
            self.removed["address"] += 1
            text = ""
        return text, False

    def _is_named(self, part: str) -> bool:
        """Whether the part of a sentence is the person's name, with an introduction at most."""
        bare = part
        for start, end in reversed(sorted(self._name.spans(part))):
            bare = bare[:start] + bare[end:]
        return bare != part and len(bare.split()) <= 5 and not named_roles(bare)

    def _without_places(self, text: str, is_personal: bool) -> str:
        for pattern in ANYWHERE if MAY_HOLD_ONE.search(text) else ():
            while match := pattern.search(text):
                if not match.group().strip() or (not is_personal and named_roles(match.group())):
                    break
                self.removed["address"] += 1
                text = _joined(text[: match.start()], text[match.end() :])
        return text

    def _labelled(self, kind: RemovedKind, match: re.Match[str]) -> str:
        """Nothing, or what a further cell of the same line says of something else."""
        self.removed[kind] += 1
        cells = _FURTHER.split(match["value"].strip(" :\t"))
        rest = [cell for cell in cells[1:] if self._line(Line(cell), True)[0]]
        return CELL.join(self._line(Line(cell), True)[0] for cell in rest)

    def _is_job_label(self, kind: RemovedKind, match: re.Match[str], is_personal: bool) -> bool:
        """Whether a label that is also one of jobs ("Ort", "Land") stands outside of the block."""
        return match["label"].lower().strip() in SHARED_WITH_WORK and not is_personal

    def _is_time_apart(self, text: str) -> bool:
        bare = text
        for period in periods(text, self._today):
            bare = bare.replace(text[period.place.start : period.place.end], " ")
        is_row = bare != text or len(bare.split()) <= 4
        for kind, pattern in TIMES_APART:
            if is_row and len(bare.split()) <= 9 and pattern.search(bare.strip()):
                if AT_WORK.search(bare) or re.search(r"[.!?]$|\bich\b|\bI\b", bare.strip()):
                    return False
                self.removed[kind] += 1
                return True
        return False

    def _without_phrases(self, text: str) -> str:
        for kind, pattern in (*SENTENCE_PHRASES, *PHRASES):
            while match := pattern.search(text):
                self.removed[kind] += 1
                gone = "gone" if "gone" in pattern.groupindex else 0
                text = _joined(text[: match.start(gone)], text[match.end(gone) :])
                text = re.sub(r"(?<!\.)\.\s?\.(?!\.)", ".", text)
        return text

    def _without_parts(self, text: str) -> str:
        """A line of the personal block without the parts that say something personal."""
        pieces = _SEPARATOR.split(text)
        parts, separators = pieces[::2], ["", *pieces[1::2]]
        kinds = [self._part_kind(part) for part in parts]
        if "nationality" in kinds and len(parts) > 1 and not _UNLABELLED & set(kinds):
            kinds = [None if kind == "nationality" else kind for kind in kinds]
        if not any(kinds):
            return text
        self.removed.update(kind for kind in kinds if kind)
        left = [(s, p) for s, p, kind in zip(separators, parts, kinds, strict=True) if not kind]
        return "".join(s + p for s, p in left)[len(left[0][0]) :].strip() if left else ""

    def _part_kind(self, part: str) -> RemovedKind | None:
        if len(part) > _LONGEST_PART:
            return None
        for kind, pattern in (*LABELLED, *PARTS):
            if pattern.fullmatch(part) and not (kind == "address" and _is_job(part)):
                return kind
        if (
            any(pattern.fullmatch(part) for pattern in (*IN_HEADER, TOWN_ALONE))
            and not _is_job(part)
            and not section_of(part)
        ):
            return "address"
        return None

    def _without_name(self, text: str) -> str:
        parts: list[str] = []
        position = 0
        found = self._name.spans(text)
        for match in SALUTED.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
        for start, end in sorted(found):
            salutation = re.search(r"(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+$", text[:start])
            start = salutation.start() if salutation else start
            if start < position:
                continue
            parts += [text[position:start], NAME]
            position = end
            self.removed["name"] += 1
        if not parts:
            return text
        text = _NAME_IN_PARTS.sub(NAME, "".join(parts) + text[position:])
        introduced = (
            rf"(?:(?:Mein Name ist|Ich heiße|Ich heisse|Ich bin|My name is|I am|"
            rf"I'm)\s+)?{re.escape(NAME)}"
        )
        text = (
            re.sub(
                rf"^\W*(?:(?:{introduced}|Lebenslauf von|Lebenslauf|Curriculum Vitae|"
                rf"CV)\W*)+(?:(?:und|and)\s+(?:ich\s+|I\s+)?)?",
                "",
                text,
            )
            if re.match(
                rf"\W*(?:(?:Lebenslauf|Curriculum Vitae|CV)(?: von| of)?\W*)?{introduced}", text
            )
            else text
        )
        bare = _BESIDE_NAME.sub("", text.replace(NAME, ""))
        return text if re.search(r"[^\W_]", bare) else ""

    def _is_rest_of_address(self, text: str, taken: bool) -> bool:
        """Whether a short line of the personal block names a place and nothing else."""
        if self._is_useful(text) or section_of(text) or text.endswith((".", "!")):
            return False
        words = text.replace(CELL, " ").replace(",", " ").split()
        if not words or len(words) > 4 or periods(text, self._today):
            return False
        return all(w[0].isupper() or not w[0].isalpha() for w in words) and (
            taken or self._near_contact(text)
        )

    def _near_contact(self, text: str) -> bool:
        place = next((i for i, line in enumerate(self._lines) if line.text == text), None)
        if place is None:
            return False
        around = [*self._lines[max(0, place - 1) : place], *self._lines[place + 1 : place + 2]]
        return _has_contact(around) or bool(re.search(r"\d", around[0].text if around else ""))

    def _is_useful(self, text: str) -> bool:
        return bool(_USEFUL.match(text)) or _is_job(text) or bool(section_of(text))


def without_personal(
    lines: Sequence[Line], today: Month
) -> tuple[list[Line], Counter[RemovedKind]]:
    """``lines`` without anything personal, and how many places of each kind were taken out."""
    cleaning = _Cleaning(lines, today)
    return cleaning.run(), cleaning.removed


def _personal_block(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines above the first section, and of those in personal sections."""
    block: set[int] = set()
    kinds = [
        None if line.bullet or is_document_title(line.text) else section_of(line.text)
        for line in lines
    ]
    heads = [kind for kind in kinds if kind]
    if not heads and not _has_contact(lines[:10]):
        return block
    is_personal = True
    for index, kind in enumerate(kinds):
        if kind:
            is_personal = kind == "personal"
        elif is_personal and (heads or index < _HEADER_LINES):
            if lines[index].bullet and not any(kinds[:index]):
                continue
            block.add(index)
    return {i for i in block if not _is_prose(lines[i].text) and not _is_row(lines[i].text)}


def _is_prose(text: str) -> bool:
    return len(text.split()) > 12 or bool(re.search(r"\b(?:ich|I)\b", text))


def _is_row(text: str) -> bool:
    return bool(
        re.match(r"\W*(?:(?:seit|ab|von|since)\s)?(?:\d\d?[./])?(?:19|20)\d\d\b\W+\w", text, re.I)
    )


def _has_contact(lines: Sequence[Line]) -> bool:
    return any(
        pattern.search(line.text)
        for line in lines
        for kind, pattern in PHRASES
        if kind in ("contact", "address", "birth")
    )


def _is_job(text: str) -> bool:
    return bool(named_roles(text)) or any(masculine(word) != word for word in text.split())


def _joined(before: str, after: str) -> str:
    """A sentence without the phrase between its two halves."""
    before, after = before.rstrip(" "), after.lstrip(" ")
    before = (
        re.sub(r"(?:[,(|·•:–-]\s*|\b(?:und|and)\s*)+$", "", before)
        if re.match(r"[.,;)\t|]|$", after)
        else before
    )
    if not before.strip() or before.rstrip().endswith((".", "!", "?", ";")):
        after = re.sub(r"^[\s,.;:|·•–)-]*(?:(?:und|and)\s+)?", "", after)
    if not _LEFT_OVER.fullmatch(after) or after.startswith((CELL, ".")):
        joint = "" if not before or after[:1] in ".,;)\t" or before.endswith(CELL) else " "
        return before.rstrip(" ") + joint + after
    return "" if _LEFT_OVER.fullmatch(before) else before.rstrip(" ,") + after.strip(" ,")


__all__ = ["NAME", "OwnName", "is_name", "without_personal"]
