"""Keeps Gradio's page from loading itself anew, which would throw a conversation away.

When the replica that was answering is gone, the page asks every two seconds who is there, and
loads itself anew as soon as anybody says so. The conversation is kept in the page alone: it must
stay, with our sentence below the question that got no answer; the next one reaches a replica that
lives. So nobody says so.
"""

from __future__ import annotations

from fastapi import APIRouter, HTTPException


def add_reconnecting(router: APIRouter) -> None:
    """Adds the route, which comes before Gradio's own."""

    @router.get("/gradio_api/app_id", include_in_schema=False)
    @router.get("/en/gradio_api/app_id", include_in_schema=False)
    def app_id() -> None:
        raise HTTPException(404)
