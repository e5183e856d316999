"""/observations.csv, /sources.csv and the other tables behind every answer, whole."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.api_errors import check_no_parameters, from_sound_tables
from api.responses import CSV, file_response
from exports.table_files import TABLES, table_body
from validation import Dataset


def table_routes() -> list[Route]:
    """One address for each table."""
    return [_route(table) for table in TABLES]


def _route(table: str) -> Route:
    @from_sound_tables
    def whole_table(request: Request, dataset: Dataset) -> Response:
        check_no_parameters(request)
        return file_response(request, table_body(dataset, table), media_type=CSV, file_name=f"{table}.csv")

    return Route(f"/{table}.csv", whole_table)
