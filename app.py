"""Serves the web app: ``python app.py [--host …] [--port …] [--db …]``."""

import sys

from bot.web.serve import main

if __name__ == "__main__":
    sys.exit(main())
