"""YAML front matter of Markdown files."""

from __future__ import annotations

import re

from bot.errors import UnreadableError
from bot.reading.blocks import Metadata
from bot.reading.dates import iso_date
from bot.reading.normalise import fold, normalise, slug
from bot.reading.phrases import COUNTRIES

_FENCED = re.compile(
    r"\A\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.M
)
_MAX_CHARS = 32_768
_MAX_DEPTH = 20
_NULL = frozenset({"", "~", "null", "none"})


def has_front_matter(text: str) -> bool:
    """Whether ``text`` begins with a block between two lines of three hyphens."""
    match = _FENCED.match(text)
    return bool(match and re.search(r"^\w[\w-]*[ \t]*:", match["yaml"], re.M))


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """The front matter of ``text``, and the rest.

    Unknown keys and values of the wrong kind are ignored. Scalars are read as the strings they
    are, so that a country ``NO`` isn't false; aliases are refused, for they can grow without
    bound.

    Raises:
        UnreadableError: it is no valid YAML, uses aliases or exceeds 32 KB; names the line.
    """
    match = _FENCED.match(text)
    if not match or not has_front_matter(text):
        return Metadata(), text
    first_line = text.count("\n", 0, match.start("yaml")) + 1
    return _metadata(_load(match["yaml"], first_line)), text[match.end() :]


def _load(source: str, first_line: int) -> dict[str, object]:
    import yaml

    if len(source) > _MAX_CHARS:
        raise UnreadableError("Der Kopf der Datei (YAML) ist länger als 32 KB.")
    try:
        depth = 0
        for event in yaml.parse(source, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                mark = event.start_mark
                line = (mark.line if mark else 0) + first_line
                raise UnreadableError(
                    f"Der Kopf der Datei (YAML) enthält in Zeile {line} einen Verweis (*); "
                    "Verweise sind nicht erlaubt."
                )
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _MAX_DEPTH:
                raise UnreadableError("Der Kopf der Datei (YAML) ist zu tief verschachtelt.")
        loaded = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.line >= source.count("\n"):
            # Something is open until the end: what counts is where it began.
            mark = error.context_mark
        where = f" in Zeile {mark.line + first_line}" if mark else ""
        raise UnreadableError(
            f"Der Kopf der Datei (YAML) ist{where} fehlerhaft.", log=f"broken front matter: {error}"
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError(
            "Der Kopf der Datei (YAML) ist fehlerhaft.", log=f"broken front matter: {error}"
        ) from error
    return loaded if isinstance(loaded, dict) else {}


def _metadata(values: dict[str, object]) -> Metadata:
    def scalar(key: str) -> str | None:
        value = values.get(key)
        if not isinstance(value, str) or value.strip().lower() in _NULL:
            return None
        return normalise(value) or None

    def day(key: str) -> str | None:
        value = scalar(key)
        return iso_date(value) if value else None

    identifier = scalar("id")
    language = scalar("language")
    return Metadata(
        id=slug(identifier) if identifier else None,
        title=scalar("title"),
        publisher=scalar("publisher"),
        url=scalar("url"),
        published=day("published"),
        updated=day("updated"),
        captured=day("captured"),
        language=language_code(language),
        country=_country(scalar("country")),
        roles=_roles(values.get("roles")),
    )


def language_code(value: str | None) -> str | None:
    """The two or three letters of a language tag ("de-DE" is "de"); None for anything else."""
    match = re.fullmatch(r"([a-zA-Z]{2,3})(?:[-_].*)?", (value or "").strip())
    return match[1].lower() if match else None


def _country(value: str | None) -> str | None:
    if value and re.fullmatch(r"[A-Za-z]{2}", value):
        return value.upper()
    return COUNTRIES.get(fold(value)) if value else None


def _roles(value: object) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    names = (normalise(part) for part in parts if isinstance(part, str))
    return tuple(dict.fromkeys(name for name in names if name.lower() not in _NULL))
