"""What several pages show alike: quotes, tables of pay, charts, escaped text."""
