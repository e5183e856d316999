"""The addresses of the data API."""

from __future__ import annotations

from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """All routes of the data API."""
    return []
