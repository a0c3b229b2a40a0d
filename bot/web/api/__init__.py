"""The HTTP interface: one module a route, what they share, and what assistants call."""
