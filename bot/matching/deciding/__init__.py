"""Requirements decided one by one: met, partly, missing or unknown, each by a named rule."""
