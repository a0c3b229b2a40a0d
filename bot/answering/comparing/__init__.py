"""Answers that set two roles side by side, aspect by aspect."""
