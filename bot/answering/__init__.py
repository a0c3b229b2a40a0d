"""Evidence to a checked answer."""
