"""History and question to a question that stands alone."""

from bot.dialogue.kinds import asked_part, told_and_asked
from bot.dialogue.meaning import Meaning, NearestPrototypes
from bot.dialogue.names import RoleName, role_names, written_out
from bot.dialogue.places import in_country
from bot.dialogue.question import (
    MAX_QUESTION_CHARACTERS,
    Claim,
    Kind,
    Premise,
    Question,
    Request,
    clean,
)
from bot.dialogue.understanding import understand

__all__ = [
    "MAX_QUESTION_CHARACTERS",
    "Claim",
    "Kind",
    "Meaning",
    "NearestPrototypes",
    "Premise",
    "Question",
    "Request",
    "RoleName",
    "asked_part",
    "clean",
    "in_country",
    "role_names",
    "told_and_asked",
    "understand",
    "written_out",
]
