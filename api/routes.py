"""The addresses of the data API."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from api.datapackage import datapackage
from api.findings import findings
from api.health import health
from api.series import series_as_csv, series_as_json
from api.tables import observations, sources
from api.unknown import unknown


def routes() -> list[BaseRoute]:
    """All addresses under /api; what is not one of them is answered as JSON, not with a page."""
    version_1 = [
        Route("/series.csv", series_as_csv),
        Route("/series.json", series_as_json),
        Route("/observations.csv", observations),
        Route("/sources.csv", sources),
        Route("/findings.json", findings),
        Route("/datapackage.json", datapackage),
        Route("/health", health),
    ]
    everything_else = Route("/{path:path}", unknown)
    return [
        Mount("/api/v1", routes=[*version_1, everything_else]),
        Mount("/api", routes=[everything_else]),
        Route("/api", unknown),
    ]
