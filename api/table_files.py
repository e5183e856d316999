"""/observations.csv, /sources.csv and the other tables behind every answer, whole."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.api_errors import check_no_parameters, from_sound_tables
from api.responses import CSV, file_response
from exports.series_files import table_csv
from metrics.query.caching import cached
from validation import Dataset

TABLES: Final = (
    "observations",
    "sources",
    "organisations",
    "metrics",
    "definitions",
    "places",
    "corrections",
    "editions",
    "breaks",
    "events",
)


@cached
def table_body(dataset: Dataset, table: str) -> bytes:
    """The table as CSV, as it was read: also what a correction takes out of the series."""
    return table_csv(getattr(dataset, table))


def table_routes() -> list[Route]:
    """One address for each table."""
    return [_route(table) for table in TABLES]


def _route(table: str) -> Route:
    @from_sound_tables
    def whole_table(request: Request, dataset: Dataset) -> Response:
        check_no_parameters(request)
        return file_response(request, table_body(dataset, table), media_type=CSV, file_name=f"{table}.csv")

    return Route(f"/{table}.csv", whole_table)
