"""What has been found in one document so far."""

from __future__ import annotations

from collections.abc import Sequence

from bot.matching.profile import Claim, Education, LanguageSkill, Month, Place, Work
from bot.matching.reading.lines import Line


class Found:
    """Items of one document in the making; what no rule took is in ``unread``."""

    def __init__(self, text: str, today: Month) -> None:
        self.text = text
        self.today = today
        self.work: list[Work] = []
        self.education: list[Education] = []
        self.languages: list[LanguageSkill] = []
        self.claims: list[Claim] = []
        self.unread: list[Line] = []

    @property
    def count(self) -> int:
        """How many items there are; more after a rule that understood something."""
        return len(self.work) + len(self.education) + len(self.languages) + len(self.claims)

    def quote(self, place: Place) -> str:
        """The words at ``place``."""
        return self.text[place.start : place.end]

    def spoken(self, skills: Sequence[LanguageSkill], claims: Sequence[Claim]) -> list[Place]:
        """Keeps what was said of languages; where it stands."""
        self.languages.extend(skills)
        self.claims.extend(claims)
        return [*(skill.place for skill in skills), *(claim.place for claim in claims)]
