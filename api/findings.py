"""/findings.json: what the checks say of the tables as they are now; also where nothing can be shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.api_errors import check_no_parameters, refusal
from api.health import state
from api.responses import JSON, file_response
from exports.written_json import json_body
from metrics.counts.current_tables import current_snapshot
from metrics.query.invalid_query import ParameterError


def findings(request: Request) -> Response:
    """Findings and row counts, as `python -m validation --format json` prints them."""
    try:
        check_no_parameters(request)
    except ParameterError as error:
        return refusal(error)
    now = current_snapshot()
    content = {
        **state(now),
        "findings": [finding.as_json() for finding in now.held_back or now.findings],
        "tables": now.tables,
    }
    return file_response(request, json_body(content), media_type=JSON)
