"""Any other address under /api: 404 as JSON, where Streamlit would serve a page."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.exports import EXPORTS
from api.responses import json_response
from exports.table_files import TABLES

ADDRESSES: Final = (
    "/api/v1/series.csv",
    "/api/v1/series.json",
    *(f"/api/v1/{export.name}" for export in EXPORTS),
    *(f"/api/v1/{table}.csv" for table in TABLES),
    "/api/v1/findings.json",
    "/api/v1/datapackage.json",
    "/api/v1/health",
)


def unknown(request: Request) -> Response:
    """Name the address, and those that there are."""
    message = f"There is no {request.url.path}."
    return json_response({"error": {"message": message, "allowed": list(ADDRESSES)}}, status_code=404)
