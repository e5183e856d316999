"""/datapackage.json: what the tables of this API contain, as a Frictionless Data Package."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.api_errors import check_no_parameters, from_sound_tables
from api.responses import JSON, file_response
from exports.table_files import described_tables
from exports.written_json import json_body
from validation import Dataset


@from_sound_tables
def data_package(request: Request, dataset: Dataset) -> Response:
    """Title, licence, and the columns of each table that this API serves."""
    check_no_parameters(request)
    return file_response(request, json_body(described_tables(dataset)), media_type=JSON)
