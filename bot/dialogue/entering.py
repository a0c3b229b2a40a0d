"""Whether a question asks if somebody can become what a role is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.kinds import kind_of
from bot.dialogue.names import RoleName
from bot.german import fold

_BEFORE = re.compile(
    r"\b(?:chancen?|quereinsteiger\w*|einsteig\w*|anfang\w*|hineinkomm\w*|reinkomm\w*) "
    r"(?:\w+ ){0,3}(?:als|in)\b|\b(?:becom(?:e|ing)|(?:get|getting|go) into|chances?)\b"
)
# Right behind the name: "kann ein Account Manager befördert werden" asks something else.
_BEHIND = re.compile(
    r"\W*(?:(?:zu )?werden|(?:hinein|rein)(?:zu)?komm\w*|einsteig\w*|einzusteigen|anfang\w*|"
    r"anzufangen|(?:\w+ )?(?:eine )?chancen?)\b"
)


def asks_to_enter(asked: str, names: Sequence[RoleName]) -> bool:
    """Whether it is asked for a yes or no and about one role.

    Args:
        asked: what asks, without what is told before.
        names: of the roles in it.
    """
    if kind_of(asked) != "yes_no" or len({name.role_id for name in names}) != 1:
        return False
    return any(
        _BEFORE.search(fold(asked[: name.start])) or _BEHIND.match(fold(asked[name.end :]))
        for name in names
    )
