"""The chat for other people's pages."""
