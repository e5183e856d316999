"""/datapackage.json: what the two tables of this API contain, as a Frictionless Data Package."""

from __future__ import annotations

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api.refusals import check_no_parameters, from_sound_tables
from api.responses import JSON, file_response, json_body
from validation import Dataset


@from_sound_tables
def datapackage(request: Request, dataset: Dataset) -> Response:
    """Title, licence, and the columns of each table."""
    check_no_parameters(request)
    return file_response(request, json_body(descriptor(dataset)), media_type=JSON)


def descriptor(dataset: Dataset) -> dict[str, object]:
    """The descriptor; the paths of its tables are relative to its own address."""
    settings = dataset.settings
    return {
        "name": settings.name,
        "title": settings.title,
        "description": settings.description,
        "version": settings.version,
        "licenses": [{"name": settings.licence, "path": settings.licence_url}],
        "resources": [
            _resource("observations", dataset.observations),
            _resource("sources", dataset.sources),
        ],
    }


def _resource(name: str, frame: pd.DataFrame) -> dict[str, object]:
    fields = [{"name": column, "type": _type_of(frame[column])} for column in frame.columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _type_of(column: pd.Series) -> str:
    if pd.api.types.is_datetime64_any_dtype(column):
        return "date"
    return "integer" if pd.api.types.is_integer_dtype(column) else "string"
