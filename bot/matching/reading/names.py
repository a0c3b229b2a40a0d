"""The person's own name: by its label, its place at the top, the mail address or "Ich heiße"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.german.folding import fold
from bot.knowledge.titles import named_roles
from bot.matching.reading.given_names import GIVEN_NAMES
from bot.matching.reading.lines import Line
from bot.matching.reading.name_forms import WORDS_TOO, mail_forms, spelt_out
from bot.matching.reading.neutral import masculine
from bot.matching.reading.sections import section_of

_LETTER = r"[^\W\d_]"
_PARTICLE = (
    r"(?:von|vom|van|de|del|della|da|dos|das|der|den|zu|zur|zum|di|la|le|ten|ter|bin|ibn|al|el|y|e)"
)
_TOKEN = rf"(?:{_LETTER}[\w'’.]*(?:[-–‐]{_LETTER}[\w'’]*)*)"
_PREFIX = (
    r"(?:(?:Dr|Prof|Dipl|Mag|Ing|PD|rer|nat|pol|oec|med|phil|jur|habil|h\.c|MMag|"
    r"Bakk)\b\.?(?:[-\s]+\w+\.)*[\s-]*)*"
)
_NAME = re.compile(
    rf"(?P<prefix>{_PREFIX})(?P<name>{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN}){{0,4}})"
    r"(?P<suffix>(?:,?\s+(?:M\.?\s?Sc\.?|B\.?\s?Sc\.?|M\.?\s?A\.?|B\.?\s?A\.?|MBA|PhD|Jr\.?))*)"
)
_LABEL = re.compile(
    r"^\W*(?:(?:vor|nach|familien|zu|ruf|geburts|mädchen)?name[n]?|vor-?\s?(?:und|&|/)\s?"
    r"(?:nach|zu)name|name,? vorname|first name|last name|given names?|surname|full name|"
    r"family name|bewerber(?:in)?|kandidat(?:in)?|candidate|applicant)\s*(?::|\t|\s[-–]\s)\s*"
    r"(?P<value>[^\t\n]+)",
    re.I,
)
_SALUTATION = r"(?:Herrn?|Frau|Fr\.|Hr\.|Mr\.?|Mrs\.?|Ms\.?|Miss)"
_INTRODUCED = re.compile(
    rf"(?:\b(?:[Mm]ein Name ist|[Ii]ch heiße|[Ii]ch heisse|[Mm]y name is|[Ii]ch nenne mich)\s+"
    rf"(?:{_SALUTATION}\s+)?)(?P<name>[^\W\d_][\w'’-]+(?:\s+(?:{_PARTICLE}\s+)*[A-ZÄÖÜ][\w'’-]+)"
    rf"{{0,3}})"
)
_SIGNATURE = re.compile(
    r"\W*(?:gez(?:eichnet)?\.?|unterschrift|signed|signature)\s*:?\s+(?P<name>[^\W\d_].{2,50})$",
    re.I,
)
_MAIDEN = re.compile(
    r"\b(?:geb\.|geborene[rn]?|née)\s(?![A-ZÄÖÜ][a-zä]+\.?\s\d)(?P<name>[A-ZÄÖÜ][\w'’-]+)"
    r"(?=\s*(?:$|[,|·;)\t]))"
)
_I_AM = re.compile(
    r"\b(?:[Ii]ch bin|I am|I'm|I’m)\s+(?:die |der )?(?P<name>[A-Z]\S+(?:\s+[A-Z][\w'’-]+){0,2})"
)
_DOCUMENT = (
    r"(?:(?:tabellarischer |mein )?lebenslauf|curriculum vitae|cv|resume|résumé|vita|bewerbung|"
    r"profil|bewerberprofil|kurzprofil|bewerbungsunterlagen|kurzbewerbung|personalbogen|werdegang)"
)
_TOP = re.compile(
    rf"^\W*(?:{_DOCUMENT}(?:\s+(?:von|of|for|für)(?=\s))?\s*[:|/–—-]?\s+(?=\S))+", re.I
)
_DEGREE = re.compile(
    r"^(?:(?:(?:Dipl|Diplom|Mag|Ing|Staatl|Exam|Bacc|Lic)\b\.?[-\w.]*|[BM]\.?\s?(?:Sc|A|Eng|Ed)\.?|"
    r"MBA|LL\.?\s?[BM]\.?)(?:\s\((?:FH|TU|TH|DH|BA|HTL|Univ\.?|Uni|FHM|VWA)\))?,?\s+)+"
)
_SIGNED = re.compile(
    r"^[^\W\d_][\w. -]*,\s(?:den\s|im\s|am\s)?(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zä]+)\s?(?:\d\d)"
    r"{0,2}|"
    r"[A-Za-zä]+\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)[\s,|/–-]*(?P<rest>.*)$"
)
_FILE = re.compile(
    r"(?<!\S)\S*(?:_\S*|\.(?:pdf|docx?|odt|rtf|txt|md|jpe?g|png|gif|webp|heic)\b)", re.I
)
_INITIALS = re.compile(r"(?:(?<![\w.])[^\W\d_]\.[-\s]?)+\s*$")
_PARTS = re.compile(r"\t|\s*[|•·]\s*|\s+(?:[–—~>*-]|/{1,2}|::)\s+|,\s+|\s*\(")
_NICKNAMED = re.compile(
    rf"(?P<first>{_TOKEN})\s+(?:\((?P<nick>{_TOKEN})\)|[\"'„“”»«‚‘’](?P<quoted>{_TOKEN}?)[\"'„“”»«‚‘’])"
    rf"\s+(?P<last>(?:{_PARTICLE}\s+)*{_TOKEN})"
)
_CALLED = re.compile(
    r"\b(?:genannt|Spitzname|(?:alle )?(?:nennt|nennen|rufen|ruft) mich(?: alle| meist)?|"
    r"(?:[Pp]lease |just )?[Cc]all me|known as|goes by|a\.?k\.?a\.?)\s[\"'„“]?"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{1,14})\b"
)
_MAIL = re.compile(r"(?P<local>[\w.+-]+)@[\w-]+\.[\w.-]+")
_CONTACT = re.compile(
    r"@|\b(?:tel|telefon|phone|mobil|handy)\b|\+\d\d|\b\d{5}\s[A-ZÄÖÜ]|\bgeb\b|geboren|born", re.I
)
_GREETING = re.compile(
    r"(?:mit\s)?(?:freundlichen?|besten?|herzliche[nr]?|viele|liebe|kind|best|"
    r"yours)\s.*(?:grüßen?|gruss|regards|sincerely|faithfully|wishes)\W*|"
    r"(?:yours )?sincerely\W*|regards\W*",
    re.I,
)
_PROFESSIONAL = re.compile(
    r"(?:ung|ungen|tion|ment|schaft|heit|keit|ität|ismus|leitung|kraft|assistenz|ing|ik|"
    r"erfahrung|kenntnisse|experience|skills|manager|sales|marketing|daten|informationen|"
    r"gmbh|ag|kg|universität|hochschule|deutschland|germany|design|office|excel|software|"
    r"entwickler|leiter|berater|sprache|ent|ant|ist)$",
    re.I,
)
_TOP_LINES = 4
_MOST_INITIALS = 12
_COMMON = frozenset("der die das und mit ich wir bei als im in am an auf für von".split())


class OwnName:
    """The words of a person's name, and where they stand in a text."""

    def __init__(self, names: Sequence[str]) -> None:
        words = {word for name in names for word in _words(name)}
        self._single = frozenset(word for word in words if _tells_alone(word))
        self._words = frozenset(words)
        self._typed = frozenset(fold(spelt_out(w)) for n in names for w in _plain_words(n))

    def __bool__(self) -> bool:
        return bool(self._words)

    def __contains__(self, word: str) -> bool:
        return fold(word) in self._words

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the name or a part of it stands, with a salutation before it."""
        found: list[tuple[int, int]] = []
        for match in re.finditer(rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*", text):
            found.extend(self._runs(text, match.start(), match.end()))
        found = [(self._with_initials(text, start), end) for start, end in found]
        for match in _FILE.finditer(text):
            parts = {fold(part) for part in re.split(r"[\W\d_]+", match.group())}
            if any(len(p) > 2 and (p in self._words or p in self._typed) for p in parts):
                found = [f for f in found if f[1] <= match.start() or match.end() <= f[0]]
                found.append(match.span())
        return found

    @staticmethod
    def _with_initials(text: str, start: int) -> int:
        """Where "V. Reimer" begins whose surname begins at ``start``."""
        first = max(0, start - _MOST_INITIALS)
        initials = _INITIALS.search(text[first:start])
        return first + initials.start() if initials else start

    def _runs(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        run: list[re.Match[str]] = []
        for token in [*re.finditer(r"[^\s-]+(?:-[^\s-]+)*", text[start:end]), None]:
            if token and self._is_part(token.group(), bool(run)):
                run.append(token)
                continue
            while run and fold(_bare(run[-1].group())) not in self._words:
                run.pop()
            alone = len(run) == 1 and fold(_bare(run[0].group())) not in self._single
            if run and not (alone and not self._is_hyphened(run[0].group())):
                last = run[-1]
                ending = len(last.group()) - len(last.group().rstrip(".,'’"))
                yield start + run[0].start(), start + last.end() - ending
            run = []

    def _is_part(self, token: str, inside: bool) -> bool:
        folded = fold(_bare(token))
        if inside and re.fullmatch(_PARTICLE, token):
            return True
        if not token[0].isupper() and token[0].lower() != token[0].upper():
            return False
        return folded in self._words or self._is_hyphened(token)

    def _is_hyphened(self, token: str) -> bool:
        parts = token.split("-")
        return len(parts) > 1 and all(fold(part) in self._words for part in parts)


def _plain_words(name: str) -> list[str]:
    return [word for word in re.split(r"[\W\d_]+", name) if len(word) > 2]


def _bare(token: str) -> str:
    return re.sub(r"['’]s$", "", token.rstrip(".,'’"))


def own_name(lines: Sequence[Line], structured: bool) -> OwnName:
    """The name that a document tells.

    Args:
        lines: of the whole document.
        structured: whether it is laid out as a CV, so that its first line may be a name.
    """
    names: list[str] = []
    for line in lines:
        if label := _LABEL.match(line.text):
            names.append(_value(label["value"]))
        for match in _INTRODUCED.finditer(line.text):
            names.append(match["name"])
        names += [match["name"] for match in _CALLED.finditer(line.text)]
        if (signed := _SIGNATURE.match(line.text)) and is_name(signed["name"]):
            names.append(signed["name"])
        names += [match["name"] for match in _MAIDEN.finditer(line.text)]
        for match in _I_AM.finditer(line.text):
            if known := _known_name(match["name"]):
                names.append(known)
    names += _at_top(lines, structured)
    names += _by_mail(lines)
    names += [
        line.text
        for above, line in pairwise(lines)
        if _GREETING.fullmatch(above.text) and is_name(line.text)
    ]
    names += _signed(lines, structured)
    return OwnName(names)


def is_name(text: str, *, listed: bool = False, near_contact: bool = False) -> bool:
    """Whether ``text`` has the form of a name and isn't a title, a heading or a field of work.

    Args:
        text: a line or a part of one.
        listed: whether a word of it must be a given name that is known.
        near_contact: whether an address or the like stands close by.
    """
    match = _NAME.fullmatch(text.strip())
    if not match or section_of(text):
        return False
    tokens = [t for t in match["name"].split() if not re.fullmatch(_PARTICLE, t)]
    if any(t[0].lower() != t[0].upper() and not t[0].isupper() for t in tokens):
        return False
    if tokens and any(part in _FOLDED for part in _words(tokens[0])) and len(tokens) <= 4:
        return len(tokens) > 1 or not named_roles(text)
    if named_roles(text):
        return False
    is_known = any(part in _FOLDED for t in tokens for part in _words(t))
    if listed or len(tokens) < 2:
        return is_known and len(tokens) <= 5
    if is_known or near_contact:
        return True
    mixed = any(t.isupper() and len(t) > 1 for t in tokens) and not all(t.isupper() for t in tokens)
    return not mixed and not any(
        _PROFESSIONAL.search(t) or masculine(t) != t or fold(t) in _COMMON for t in tokens
    )


def _value(written: str) -> str:
    """The name in the value of a label, without what follows it in the line."""
    return _PARTS.split(written)[0] if "," not in written else written.split("\t")[0]


def _known_name(written: str) -> str | None:
    tokens = written.rstrip(".,").split()
    if tokens and fold(tokens[0].rstrip(",")) in _FOLDED:
        stop = next((i for i, t in enumerate(tokens) if t.endswith(",")), len(tokens) - 1)
        return " ".join(tokens[: stop + 1]).rstrip(",")
    return None


_FOLDED = frozenset(map(fold, GIVEN_NAMES))


def _at_top(lines: Sequence[Line], structured: bool) -> Iterator[str]:
    """A name in one of the first lines, alone or before a title."""
    seen = 0
    previous_single = ""
    for index, line in enumerate(lines):
        if kind := section_of(line.text):
            if seen or kind not in ("personal", "mixed", "summary"):
                return
            continue
        if line.bullet:
            continue
        seen += 1
        if seen > _TOP_LINES:
            return
        text = _DEGREE.sub("", _TOP.sub("", line.text))
        yield from _nicknamed(text)
        first = _PARTS.split(text)[0].strip()
        if role := _after_title(first):
            first = role
        salutation = re.match(rf"{_SALUTATION}\s+(?=\S)", first)
        if salutation:
            first = first[salutation.end() :]
        single = len(first.split()) == 1
        listed = not structured and not salutation
        near = bool(_CONTACT.search("\n".join(one.text for one in lines[index : index + 4])))
        if is_name(first, listed=listed, near_contact=near) or (
            previous_single and single and structured and first[:1].isupper() and first.isalpha()
        ):
            yield first
            if not single:
                return
            previous_single = first


def _nicknamed(text: str) -> tuple[str, ...]:
    """The name and the nickname of "Robert (Bob) Muster", else nothing."""
    match = _NICKNAMED.match(text)
    name = f"{match['first']} {match['last']}" if match else ""
    return (name, match["nick"] or match["quoted"]) if match and is_name(name) else ()


def _after_title(text: str) -> str | None:
    """The name behind a title: "Bauingenieurin Anna Musterfrau"."""
    words = text.split()
    for cut in (1, 2):
        rest = " ".join(words[cut:])
        if named_roles(" ".join(words[:cut])) and len(words) - cut >= 2:
            return rest if is_name(rest, listed=True) else None
    return None


def _signed(lines: Sequence[Line], structured: bool) -> Iterator[str]:
    """A name beside or below place and date, at the end of a document."""
    last = lines[-4:]
    for index, line in enumerate(last):
        signed = _SIGNED.match(line.text)
        if not signed or not structured:
            continue
        below = last[index + 1].text if index + 1 < len(last) else ""
        for text in (signed["rest"].strip(), below):
            if 2 <= len(text.split()) <= 4 and is_name(text):
                yield text


def _by_mail(lines: Sequence[Line]) -> Iterator[str]:
    """Words of the first lines that the mail address is made of."""
    parts = {
        fold(part)
        for line in lines
        for mail in _MAIL.finditer(line.text)
        for part in re.split(r"[\W\d_]+", mail["local"])
        if len(part) >= 3
    }
    whole = {
        re.sub(r"[\W\d_]+", "", mail["local"]).lower()
        for line in lines
        for mail in _MAIL.finditer(line.text)
    }
    for line in lines[: 2 * _TOP_LINES]:
        words = re.findall(rf"{_TOKEN}", line.text)
        if 2 <= len(words) <= 5 and sum(fold(word) in parts for word in words) >= 2:
            yield from (word for word in words if fold(word) in parts)
        for one, two in pairwise(words):
            if one[0].isupper() and two[0].isupper() and whole & mail_forms(one, two):
                yield f"{one} {two}"


def _words(name: str) -> list[str]:
    """The words of a name, folded; those of a double name together and apart."""
    match = _NAME.match(name.strip())
    bare = match["name"] if match else name
    words: list[str] = []
    for token in re.split(r"[\s,/()]+", bare):
        token = token.strip(".'’")
        if len(token) < 2 or re.fullmatch(_PARTICLE, token):
            continue
        words.append(fold(token))
        if "-" in token:
            words += [fold(part) for part in token.split("-") if len(part) > 1]
    return words


def _tells_alone(word: str) -> bool:
    """Whether the word is a name wherever it stands: "Koch" and "Lang" may be words."""
    return len(word) >= 3 and word not in WORDS_TOO and not named_roles(word.capitalize())
