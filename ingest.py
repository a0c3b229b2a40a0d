"""Reads articles into the index: ``python ingest.py [PATH …]``."""

import sys

from bot.cli import ingest_main

if __name__ == "__main__":
    sys.exit(ingest_main())
