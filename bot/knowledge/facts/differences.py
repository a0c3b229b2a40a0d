"""Sentences that set two roles apart."""

from __future__ import annotations

import re

from bot.facts import Difference
from bot.knowledge.facts.aligned import aligned
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.statements import Statement

_CONTRAST = re.compile(
    r"\bunterschied\w*|\bunterscheide\w*|\b(?:im|zum) (?:vergleich|gegensatz|unterschied)|"
    r"\bdagegen\b|"
    r"\bhingegen\b|\bwahrend\b|\bwohingegen\b|\banders als\b|\bstatt\b|\bverschieden\w*|"
    r"\bnicht die ?selben\b|\bnicht dasselbe\b|\bahnel\w*|\bgetrennt\b|\bgegenuber\b|"
    r"\babgrenz\w*|"
    r"\bjedoch\b|\bversus\b|\bvs\b|\bsondern\b|\bim kontrast\b|\bauseinander\b|\bdemgegenuber\b|"
    r"\bverwechs\w*|\bnicht mit\b.*\bzu verwechseln|\bnicht nur\b|"
    r"\b(?:mehr|weniger)\b.*\bals\b(?! auch| \d)|"
    r"\bnie\b|\bniemals\b|\bwhile\b|\bwhereas\b|\bim gegenzug\b|\bumgekehrt\b|\beinem? anders\w*"
)
# Read in the text as written: "Manager als" is no comparative.
_COMPARATIVE = re.compile(
    r"\b(?!(?:oder|aber|unter|über|immer|hier|sicher|wieder|weiter|entweder|daher|ihrer|seiner|"
    r"dieser|jeder|einer|keiner|später|früher|erster|ferner|bisher|außer|deiner|bester|guter) )"
    r"[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem) (?:[\w-]+ ){0,6}?als\b(?! auch| \d)"
)
_STRONG = re.compile(
    r"\bunterschied\w*|\bunterscheide\w*|\bverschieden\w*|\bauseinander\b|\bgetrennt\b|"
    r"\babgrenz\w*|\bnicht die ?selben\b|\bim (?:vergleich|gegensatz)\b|\bverwechs\w*"
)
_NO_CONTRAST = re.compile(
    r"\bsynonym\w*|\bgleichbedeutend\b|\bzugleich\b|\bgleichzeitig\b|"
    r"\bunterschied\w* .*\bmacht\b|\bmacht\b.*\bunterschied\w*"
)
_POINTS_BACK = re.compile(
    r"\b(?:dagegen|hingegen|demgegenuber|jedoch|im gegensatz dazu|im "
    r"unterschied dazu|"
    r"umgekehrt|wiederum|anders)\b"
)
_BOTH = re.compile(
    r"\b(?:beide[nr]?|die zwei) (?:\w+ )?(?:rollen|berufe|positionen|"
    r"berufsbilder\w*|jobs|titel)\b|"
    r"\bbeide[nr]? berufsbilder\b"
)
_CAREER = re.compile(
    r"\bbefordert\b|\bsteig(?:t|en)\b.*\bauf\b|\baufstieg\b|\baufsteig\w*|\bkarriereweg\b|"
    r"\bwechsel\w*|\bvom \w.* zum\b|\bzwischenstufe\b"
)


def differences(statements: tuple[Statement, ...]) -> tuple[Difference, ...]:
    """Every sentence that sets two roles apart, with the two, in reading order."""
    found: list[Difference] = []
    before: Statement | None = None
    for statement in statements:
        for pair in _pairs(statement, before):
            found.append(Difference(roles=pair, span=statement.span))
        before = statement
    return tuple(found)


def _pairs(statement: Statement, before: Statement | None) -> list[tuple[str, str]]:
    folded = aligned(statement.text).folded
    text = statement.text
    if text.endswith(("?", ":")) or _CAREER.search(folded) or _NO_CONTRAST.search(folded):
        return []
    if not (_CONTRAST.search(folded) or _COMPARATIVE.search(text) or _side_by_side(statement)):
        return []
    named = _ordered(statement)
    if len(named) == 2 and _coordinated(statement) and not _STRONG.search(folded):
        return []
    speaks_of_both = _BOTH.search(folded) or re.search(r"\bunterschie\w*|\bunterscheide\w*", folded)
    if not named and speaks_of_both and len(statement.roles) == 2:
        named = sorted(statement.roles)
    named = _with_other(named, statement, before, folded)
    if len(named) == 2:
        return [(named[0], named[1])]
    return _with_main(named, statement)


def _with_other(
    named: list[str], statement: Statement, before: Statement | None, folded: str
) -> list[str]:
    """The role named and the one that it is set against without naming it again."""
    if len(named) == 1 and before is not None and _POINTS_BACK.search(folded):
        same_paragraph = before.section == statement.section and not (
            "salary" in statement.topics and re.search(r"\d", statement.text)
        )
        earlier = [r for r in _ordered(before) or sorted(before.roles) if r not in named]
        if same_paragraph and len(earlier) == 1:
            named = [earlier[0], *named]
    aside = re.search(r"\b(?:im (?:vergleich|gegensatz|unterschied) zu\w*|anders als)\b", folded)
    if len(named) == 1 and aside and re.search(r"\b(?:er|sie|du)\b", folded):
        others = (before.roles if before else frozenset()) | frozenset(statement.source.roles)
        if others - set(named):
            named = [*named, min(others - set(named))]
    return named


def _side_by_side(statement: Statement) -> bool:
    """Reads "Ein X plant, ein Y prüft": two roles, each the subject of its own half."""
    if len(_ordered(statement)) != 2:
        return False
    one, other = statement.mentions[0], statement.mentions[-1]
    opens = re.fullmatch(
        r"(?:(?:[Ee]in|[Dd]er|[Dd]ie)e? (?:[a-zäöüß]+ )?)?", statement.text[: one.start]
    )
    gap = statement.text[one.end : other.start]
    halves = re.search(r"[,;:] (?:und )?(?:(?:ein|der|die)e? (?:[a-zäöüß]+ )?)?$", gap)
    return bool(opens and halves and len(gap.split()) > 3)


def _coordinated(statement: Statement) -> bool:
    """Whether the sentence names the two in one breath: what it says holds for both."""
    mentions = statement.mentions
    return len(mentions) == 2 and bool(
        re.fullmatch(
            r"\s*(?:und|oder|sowie|bzw\.|/|,)\s*(?:de[rnms]?|einem?|eine[rn]?|von|für)?\s*",
            statement.text[mentions[0].end : mentions[1].start],
        )
    )


def _with_main(named: list[str], statement: Statement) -> list[tuple[str, str]]:
    """Of three named roles, those of the source's own subject with each other one."""
    if len(named) != 3:
        return []
    main = [r for r in named if r in statement.roles][:1]
    return [(main[0], other) for other in named if other != main[0]] if main else []


def _ordered(statement: Statement) -> list[str]:
    """The roles named, each once; a part of the other ("Senior …") is no second one."""
    return list(dict.fromkeys(_id(m) for m in statement.mentions))


def _id(mention: RoleMention) -> str:
    return mention.role_id
