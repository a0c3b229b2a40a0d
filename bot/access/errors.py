"""What can go wrong with portals, tokens and logins; each a sentence for a person."""

from __future__ import annotations

from bot.errors import LotseError


class PortalError(LotseError):
    """What was asked for is refused, and nothing was changed."""


class PortalsFileError(LotseError):
    """The portals' file can't be read or written, or isn't one."""


class LoginError(LotseError):
    """Nobody was logged in."""


class ProviderError(LoginError):
    """The login's provider can't be reached, or answers what it must not."""
