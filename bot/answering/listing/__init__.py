"""Answers that are lists: duties, requirements, what companies use a role for."""
