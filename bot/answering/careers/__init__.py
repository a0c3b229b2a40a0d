"""Answers about careers: steps with years and conditions."""
