"""What the sources cover, and what is said where they don't."""
