"""/observations.csv and /sources.csv: the tables behind every answer, whole."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.refusals import check_no_parameters, from_sound_tables
from api.responses import CSV, file_response
from exports.tables import table_csv
from validation import Dataset


@from_sound_tables
def observations(request: Request, dataset: Dataset) -> Response:
    """Every published count, also those that a correction takes out of the series."""
    check_no_parameters(request)
    return file_response(
        request, table_csv(dataset.observations), media_type=CSV, file_name="observations.csv"
    )


@from_sound_tables
def sources(request: Request, dataset: Dataset) -> Response:
    """Every document."""
    check_no_parameters(request)
    return file_response(request, table_csv(dataset.sources), media_type=CSV, file_name="sources.csv")
