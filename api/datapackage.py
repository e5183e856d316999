"""/datapackage.json: what the tables of this API contain, as a Frictionless Data Package."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.refusals import check_no_parameters, from_sound_tables
from api.responses import JSON, file_response, json_body
from api.tables import TABLES, table_body
from validation import Dataset, datapackage


@from_sound_tables
def data_package(request: Request, dataset: Dataset) -> Response:
    """Title, licence, and the columns of each table; its paths are relative to its own address."""
    check_no_parameters(request)
    package = datapackage(dataset=dataset)
    resources = [
        _as_served(resource, dataset) for resource in package["resources"] if resource["name"] in TABLES
    ]
    return file_response(request, json_body({**package, "resources": resources}), media_type=JSON)


def _as_served(resource: dict[str, Any], dataset: Dataset) -> dict[str, Any]:
    """Size and digest of the table that this API serves, which an update that is held back leaves alone."""
    body = table_body(dataset, resource["name"])
    return {**resource, "bytes": len(body), "hash": f"sha256:{hashlib.sha256(body).hexdigest()}"}
