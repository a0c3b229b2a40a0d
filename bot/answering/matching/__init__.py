"""Questions on whether a role fits the person who asks."""
