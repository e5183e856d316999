"""/datapackage.json: what the tables of this API contain, as a Frictionless Data Package."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.api_errors import check_no_parameters, from_sound_tables
from api.responses import JSON, file_response, json_body
from api.table_files import TABLES, table_body
from validation import Dataset, datapackage


@from_sound_tables
def data_package(request: Request, dataset: Dataset) -> Response:
    """Title, licence, and the columns of each table; its paths are relative to its own address.

    Sizes and digests are those of the tables that this API serves, which an update that is held back
    leaves alone.
    """
    check_no_parameters(request)
    contents = {table: table_body(dataset, table) for table in TABLES}
    return file_response(request, json_body(datapackage(dataset=dataset, contents=contents)), media_type=JSON)
