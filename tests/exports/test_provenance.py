"""Where the figures come from, in words; values by hand."""

from __future__ import annotations

from exports.overview.provenance import provenance_in_words
from tests import small
from tests.metrics.asking import ask

DOCUMENTS = "a, CO, 2020-02-01\nb, GOV, 2024-02-01"
COUNTS = """
    source_id,counted_by,metric,period_end,value
    a,CO,detained,2020-01-31,70
    b,CO,detained,2022-01-31,73
    b,CO,detained,2024-01-31,74
    b,GOV,detained,2024-01-31,60"""


def test_how_many_are_the_counters_own() -> None:
    made = small.dataset(small.table("observations", COUNTS), small.sources(DOCUMENTS))
    assert provenance_in_words(made, ask(made, metric="detained").query) == (
        "Of 3 figures of The Counters recorded here, 1 comes from its own documents; media and other"
        " organisations reported the rest. Since 31 January 2022: 0 of 2."
    )


def test_nobody_else_is_named_where_all_are_its_own_and_nothing_is_said_of_nothing() -> None:
    made = small.dataset(small.table("observations", COUNTS), small.sources(DOCUMENTS))
    own = provenance_in_words(made, ask(made, metric="detained", counted_by="GOV").query)
    assert "reported the rest" not in own
    assert "comes from its own documents" in own
    assert not provenance_in_words(made, ask(made, metric="detained", known_on="2019-01-01").query)
