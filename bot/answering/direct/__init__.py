"""Answers whose first sentence says it: how many, how long, when, yes or no, why."""
