"""An answer with all that a program or a colleague needs to read it, as a Frictionless Data Package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from exports.answer_table import STATUSES
from exports.bundle.archive import archive
from exports.citations import cited
from exports.question_in_words import pinned_address, question_in_words
from exports.series_files import document_records, series_csv, table_csv
from exports.series_schema import series_schema
from exports.sheets.data_sheet import QUALIFIERS
from metrics.answer.answer import Answer
from metrics.language.phrasing import day
from metrics.language.wording import _
from validation import Dataset

DOCUMENTS: Final = {
    "source_id": ("string", "Its code in the series."),
    "publisher_name": ("string", "Who published it."),
    "title": ("string", "Its title."),
    "published": ("date", "The day on which it was published, or before which it was not."),
    "published_is": ("string", "printed, or not_before where only the earliest day is known."),
    "url": ("string", "Where it was found."),
    "language": ("string", "The ISO 639 code of its language."),
}


def bundle(dataset: Dataset, answer: Answer, *, host: str, folder: str) -> bytes:
    """The rows, their documents, what describes both, what must be known to read them, and how to cite them.

    The same question and edition give the same bytes. `host` ends with a slash.
    """
    files = {"series.csv": series_csv(answer), "documents.csv": _documents(answer)}
    package = {**_package(dataset, answer, host=host), "resources": _resources(files)}
    texts = {
        "datapackage.json": json.dumps(package, ensure_ascii=False, indent=2) + "\n",
        "README.txt": read_me(dataset, answer, host=host),
        "CITATION.txt": citation(dataset, answer, host=host),
    }
    written = {**{name: text.encode() for name, text in texts.items()}, **files}
    return archive(written, folder=folder, day=answer.edition)


def read_me(dataset: Dataset, answer: Answer, *, host: str) -> str:
    """What the files are, of which figures, and how they are read."""
    settings = dataset.settings
    lines = [
        settings.title,
        "",
        *(f"{name}: {words}" for name, words in question_in_words(answer)),
        _("The same figures, for ever: {address}").format(address=pinned_address(answer, host=host)),
        "",
        _("series.csv has one line for each figure, documents.csv the documents that they are from."),
        _("datapackage.json says what each column means."),
        _("An empty value is a missing figure, not zero: the column `status` says why there is none."),
        _("Read each value with its qualifier: “at least” is a lower limit, “about” is rounded."),
        "",
        *_codes(_("What the words of the column `qualifier` mean:"), QUALIFIERS),
        "",
        *_codes(_("What the words of the column `status` mean:"), STATUSES),
        "",
        _("Notes on these figures:"),
        *(f"- {message}" for message in dict.fromkeys(str(one.message) for one in answer.caveats)),
        "",
        _("CITATION.txt says how to cite them."),
        _("Licence: {licence}").format(licence=f"{settings.licence}, {settings.licence_url}"),
    ]
    return "\n".join(lines) + "\n"


def _codes(heading: str, words: Mapping[str, str]) -> list[str]:
    meanings = {code: _(meaning) for code, meaning in words.items()}
    return [heading, *(f"- {code}: {meaning}" for code, meaning in meanings.items())]


def citation(dataset: Dataset, answer: Answer, *, host: str) -> str:
    """How to cite the figures, and each of the documents that they rest on."""
    words = _("Known on {known_on}, edition of {edition}: {address}").format(
        known_on=day(answer.known_on),
        edition=day(answer.edition),
        address=pinned_address(answer, host=host),
    )
    documents = [f"- {cited(document)}" for document in answer.sources]
    return "\n".join([dataset.settings.citation, words, "", _("Documents:"), *documents]) + "\n"


def _documents(answer: Answer) -> bytes:
    records = document_records(answer.sources)
    return table_csv(pd.DataFrame(records, columns=list(DOCUMENTS), dtype="object"))


def _package(dataset: Dataset, answer: Answer, *, host: str) -> dict[str, Any]:
    settings = dataset.settings
    return {
        "profile": "tabular-data-package",
        "name": f"{settings.name}-series",
        "title": settings.title,
        "homepage": pinned_address(answer, host=host),
        "created": f"{answer.edition.isoformat()}T00:00:00Z",
        "licenses": [{"name": settings.licence, "path": settings.licence_url}],
    }


def _resources(files: dict[str, bytes]) -> list[dict[str, Any]]:
    fields = [{"name": name, "type": kind, "description": words} for name, (kind, words) in DOCUMENTS.items()]
    schemas = {
        "series.csv": series_schema(),
        "documents.csv": {"fields": fields, "missingValues": [""], "primaryKey": ["source_id"]},
    }
    schemas["series.csv"]["foreignKeys"] = [
        {"fields": ["source_id"], "reference": {"resource": "documents", "fields": ["source_id"]}}
    ]
    return [
        {
            "name": name.removesuffix(".csv"),
            "path": name,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(body),
            "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
            "schema": schemas[name],
        }
        for name, body in files.items()
    ]
