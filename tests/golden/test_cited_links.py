"""Links that were cited give the same numbers for ever: whatever is published, recorded or corrected later.

A row is never edited. A link that no longer gives its number is a promise broken: mend the code.
"""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from metrics.answer.rows import value_of
from metrics.number.single import number_at
from metrics.question.address import read_parameters
from metrics.question.replaced import with_codes_of_today
from tests.metrics.asking import TODAY
from validation import Dataset

CITED = list(csv.DictReader((Path(__file__).parent / "cited_links.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("tables", ["first_edition", "live_data"])
@pytest.mark.parametrize("cited", CITED, ids=[row["why"] for row in CITED])
def test_a_cited_link_gives_its_number(
    request: pytest.FixtureRequest, tables: str, cited: dict[str, str]
) -> None:
    dataset: Dataset = request.getfixturevalue(tables)
    pairs, _said = with_codes_of_today(
        parse_qsl(urlsplit(cited["address"]).query, keep_blank_values=True), dataset
    )
    found = number_at(dataset, read_parameters(pairs, dataset=dataset, today=TODAY))
    assert found is not None
    row = found.answer.rows[found.row]
    assert (value_of(row), row.qualifier) == (int(cited["value"]), cited["qualifier"])


def test_every_cited_link_names_both_days() -> None:
    for row in CITED:
        given = dict(parse_qsl(urlsplit(row["address"]).query))
        assert {"known_on", "edition"} <= set(given)
        assert "latest" not in (given["known_on"], given["edition"])
