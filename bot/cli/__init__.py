"""The command line: ``python -m bot COMMAND`` and ``python ingest.py``.

One module a command. Each has ``add``, which puts its parser among the commands and names its
handler; nothing heavy is imported before a handler runs, so that ``--help`` answers at once.
"""

from bot.cli.entry import ingest_main, main

__all__ = ["ingest_main", "main"]
