"""/health: whether the tables are sound, and if not, why."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.responses import json_response
from metrics.counts.current_tables import current_snapshot
from validation.store import CurrentSnapshot


def state(now: CurrentSnapshot) -> dict[str, object]:
    """`ok`, `held_back` (older sound tables are shown) or `no_data`, the last two with the reason."""
    if now.dataset is None:
        return {"status": "no_data", "reason": now.reason}
    if now.held_back:
        return {"status": "held_back", "reason": now.reason}
    return {"status": "ok"}


def health(_request: Request) -> Response:
    """200 while there are sound tables to answer from, else 503."""
    now = current_snapshot()
    return json_response(state(now), status_code=200 if now.dataset else 503)
