"""What a request passes before any route: limits, language, who asks, headers, log."""
