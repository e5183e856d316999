"""/series.csv and /series.json: one answer as a table, or with its caveats, documents and vintages."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.api_errors import from_sound_tables
from api.exports_by_address import wanted_of
from api.responses import CSV, JSON, file_response
from exports.file_names import series_file_name
from exports.series_files import document_records, series_csv, series_records
from exports.written_json import compact_json_body
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.counts.current_tables import today
from metrics.counts.small_tables import names_of_organisations
from metrics.query.caching import cached
from metrics.query.query import Query
from metrics.question.address import REPEATED, address_of, parameters_of, read_parameters
from validation import Dataset

BOM: Final = {"bom": ("0", "1")}  # a byte order mark, for Excel


def _answer(request: Request, dataset: Dataset) -> Answer:
    pairs = request.query_params.multi_items()
    return answer_for(dataset, read_parameters(pairs, dataset=dataset, today=today()))


@from_sound_tables
def series_as_csv(request: Request, dataset: Dataset) -> Response:
    """The rows of the answer."""
    wanted = wanted_of(request, dataset, BOM)
    answer = answer_for(dataset, wanted.query)
    name = series_file_name(answer, extension="csv")
    body = _csv(answer, wanted.choice("bom") == "1")
    return file_response(request, body, media_type=CSV, file_name=name)


@from_sound_tables
def series_as_json(request: Request, dataset: Dataset) -> Response:
    """The rows with the question, the caveats, the documents, and how to cite them."""
    answer = _answer(request, dataset)
    return file_response(request, _json(answer, dataset), media_type=JSON)


# Writing an answer out takes longer than finding it again; a written answer is some tens of kilobytes.
@cached
def _csv(answer: Answer, with_mark: bool) -> bytes:
    return series_csv(answer, with_mark=with_mark)


@cached
def _json(answer: Answer, dataset: Dataset) -> bytes:
    return compact_json_body(described(answer, dataset))


def described(answer: Answer, dataset: Dataset) -> dict[str, object]:
    """The answer as JSON; `rows` of a caveat count the rows of the series from 0."""
    settings = dataset.settings
    return {
        "query": _parameters(answer.query),
        "address": address_of(answer.query),
        "from": answer.start.isoformat(),
        "to": answer.end.isoformat(),
        "known_on": answer.known_on.isoformat(),
        "edition": answer.edition.isoformat(),
        "digest": dataset.digest,
        "counted_by": names_of_organisations(dataset)[answer.query.counted_by],
        "rows": series_records(answer),
        "caveats": [
            {"kind": caveat.kind, "message": str(caveat.message), "rows": list(caveat.rows)}
            for caveat in answer.caveats
        ],
        "findings": [finding.as_json() for finding in answer.findings],
        "sources": document_records(answer.sources),
        "title": settings.title,
        "citation": settings.citation,
        "licence": settings.licence,
        "licence_url": settings.licence_url,
    }


def _parameters(query: Query) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in parameters_of(query):
        known = values.setdefault(name, [] if name in REPEATED else value)
        if isinstance(known, list):
            known.append(value)
    return values
