"""Answers about pay: figures with source, country and year, side by side."""
