"""How many figures are the counter's own words, counted by hand."""

from __future__ import annotations

from datetime import date

from metrics.counts.own_documents import FromOwnDocuments, from_own_documents
from tests import small
from tests.metrics.asking import ask

DOCUMENTS = "a, CO, 2020-02-01\nb, GOV, 2024-02-01"
COUNTS = """
    source_id,counted_by,metric,period_end,value
    a,CO,detained,2020-01-31,70
    a,CO,detained,2020-01-30,71
    b,CO,detained,2022-01-30,72
    b,CO,detained,2022-01-31,73
    b,CO,detained,2024-01-31,74
    b,GOV,detained,2024-01-31,60"""


def test_all_and_the_newest_two_years() -> None:
    made = small.dataset(small.table("observations", COUNTS), small.sources(DOCUMENTS))
    assert from_own_documents(made, ask(made, metric="detained").query) == (
        FromOwnDocuments(own=2, figures=5, since=None),
        FromOwnDocuments(own=0, figures=2, since=date(2022, 1, 31)),
    )


def test_one_share_where_all_are_new_and_none_where_nothing_is_counted() -> None:
    made = small.dataset(small.table("observations", COUNTS), small.sources(DOCUMENTS))
    government = ask(made, metric="detained", counted_by="GOV").query
    assert from_own_documents(made, government) == (FromOwnDocuments(own=1, figures=1, since=None),)
    assert not from_own_documents(made, ask(made, metric="detained", known_on="2019-01-01").query)
