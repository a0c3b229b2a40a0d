"""Karrierelotse: German answers about roles and careers, each with a located quote."""

__version__ = "0.1.0"
