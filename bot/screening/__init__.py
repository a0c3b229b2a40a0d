"""The recruiters' mode: evidence for each requirement and application, judged by a named person.

Off until ``LOTSE_SCREENING=1``. Nothing here counts, orders or judges people: an application
has lines, each with verbatim quotes, and a named reviewer confirms or corrects every one of them
before anything leaves the house. Applications stand under a pseudonym, in the pseudonyms' order,
which a random secret decides (``naming``): neither the order of upload nor any merit.

Data flows one way::

    documents ─► reading (who the person is goes out) ─► instructions ─► Matcher ─► Log
    Log ─► folding ─► ScreeningReport ─► exports (CSV, XLSX, PDF, JSON)

Public names:

- ``Screenings``: everything a caller does. ``Screenings.open(settings, matcher)``; then
  ``start``, ``report``, ``review``, ``export``, ``export_candidate``, ``delete_candidate``,
  ``delete``, ``overview``, ``history``, ``rebuild``, ``verify``, ``expire``.
- ``Document``: bytes and a file name (which is never kept).
- ``Exported``: a file: name, media type, bytes; ``FORMATS`` are "csv", "xlsx", "pdf".
- ``Started``: the report and, once and only here, which upload became which pseudonym.
- ``ScreeningReport``, ``Candidate``, ``Line``, ``Review``, ``Failure``: what is shown;
  ``report_bytes`` is its one JSON form.
- ``ScreeningError`` and its kinds: each a German sentence; ``bot.screening.errors``.
- ``check_advert``, ``AdvertFinding``, ``ADVERT_NOTICE``: wordings of a job advert to look at
  again. Needs no setting and keeps nothing.

Every call that shows or changes something takes the name of who does it and is logged. Whoever
wires this to the web must know who that is: this package doesn't authenticate anybody.
"""

from bot.screening.adverts import ADVERT_NOTICE, AdvertFinding, check_advert
from bot.screening.errors import (
    LinesOpenError,
    ScreeningError,
    ScreeningOffError,
    TamperedError,
    UnknownScreeningError,
)
from bot.screening.exports import FORMATS, Exported
from bot.screening.intake import Document, Receipt
from bot.screening.report import (
    Candidate,
    Failure,
    Line,
    Review,
    ScreeningReport,
    report_bytes,
)
from bot.screening.results import Overview, Started
from bot.screening.screenings import Screenings

__all__ = [
    "ADVERT_NOTICE",
    "FORMATS",
    "AdvertFinding",
    "Candidate",
    "Document",
    "Exported",
    "Failure",
    "Line",
    "LinesOpenError",
    "Overview",
    "Receipt",
    "Review",
    "ScreeningError",
    "ScreeningOffError",
    "ScreeningReport",
    "Screenings",
    "Started",
    "TamperedError",
    "UnknownScreeningError",
    "check_advert",
    "report_bytes",
]
