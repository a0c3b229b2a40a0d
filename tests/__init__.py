"""Imported before any test, and so before any library that reads the environment once."""

from bot.libraries import tell_libraries

tell_libraries(offline=True)
