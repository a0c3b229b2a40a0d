"""The web app: HTTP interface and chat on one server."""
