"""Reading: a file, folder or web address becomes ``Source`` objects.

Data flows one way: ``discovery`` names the files, a format module (``markdown``,
``plaintext``, ``html``, ``pdf``, ``docx``) turns one into blocks, ``cleaning`` takes out what
isn't the article, ``assembly`` writes the normalised text and its sections.
"""

from bot.reading.discovery import Found, discover
from bot.reading.limits import Limits
from bot.reading.reader import default_id, read

__all__ = ["Found", "Limits", "default_id", "discover", "read"]
