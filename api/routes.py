"""The addresses of the data API, and of pages without scripts."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from api.datapackage import data_package
from api.exports import EXPORTS
from api.exports_by_address import export_route
from api.findings import findings
from api.health import health
from api.plain_pages import plain_routes
from api.series import series_as_csv, series_as_json
from api.table_routes import table_routes
from api.unknown import unknown


def routes() -> list[BaseRoute]:
    """All addresses under /api, where anything else is answered as JSON; and pages of plain HTML."""
    version_1 = [
        Route("/series.csv", series_as_csv),
        Route("/series.json", series_as_json),
        *map(export_route, EXPORTS),
        *table_routes(),
        Route("/findings.json", findings),
        Route("/datapackage.json", data_package),
        Route("/health", health),
    ]
    everything_else = Route("/{path:path}", unknown)
    return [
        Mount("/api/v1", routes=[*version_1, everything_else]),
        Mount("/api", routes=[everything_else]),
        Route("/api", unknown),
        *plain_routes(),
    ]
