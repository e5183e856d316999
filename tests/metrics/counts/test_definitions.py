"""What an organisation says of its counts stands beside its numbers, and beside nobody else's."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.counts.definitions import definition_of
from metrics.organisations.scopes import scope_in_words
from metrics.organisations.side_by_side import sides_of
from tests import small
from tests.metrics.asking import ask, caveats
from validation import Dataset

DAY = date(2024, 1, 31)
METRICS = """
    metric,label,kind,definition,not_counted,caveat
    arrested,Arrested,flow,People arrested.,Others.,A count of cases.
    detained,In detention,stock,People held.,,"""
DEFINITIONS = """
    organisation,metric,definition,not_counted,caveat,how_verified,source_id
    CO,arrested,Those whose arrest we know of.,,There may be more.,,a
    GOV,,,Soldiers.,,By its own lists.,b
    GOV,detained,Those in our prisons.,,,,c"""


@pytest.fixture
def counted() -> Dataset:
    counts = small.table(
        "observations",
        """
        source_id,counted_by,metric,period_end,value
        a,CO,arrested,2024-01-31,100
        b,GOV,arrested,2024-01-31,90
        a,CO,detained,2024-01-31,70
        c,GOV,detained,2024-01-31,60""",
    )
    documents = small.sources("a, CO, 2024-02-01\nb, GOV, 2024-02-01\nc, GOV, 2024-02-01")
    return small.dataset(counts, documents, metrics=METRICS, definitions=DEFINITIONS)


def test_the_own_counter_is_defined_by_its_document_and_for_the_rest_by_the_data_set(counted: Dataset):
    found = definition_of(counted, counted_by="CO", metric="arrested", day=DAY)
    assert (found.definition, found.not_counted) == ("Those whose arrest we know of.", "Others.")
    assert [document.source_id for document in found.documents] == ["a"]
    assert definition_of(counted, counted_by="CO", metric="detained", day=DAY).definition == "People held."


def test_another_counter_is_defined_by_its_own_documents_alone(counted: Dataset):
    detained = definition_of(counted, counted_by="GOV", metric="detained", day=DAY)
    assert (detained.definition, detained.not_counted) == ("Those in our prisons.", "Soldiers.")
    assert detained.how_verified == "By its own lists."
    assert [document.source_id for document in detained.documents] == ["b", "c"]
    arrested = definition_of(counted, counted_by="GOV", metric="arrested", day=DAY)
    assert (arrested.definition, arrested.what_it_counts) == ("", "People arrested.")


def test_a_warning_is_quoted_beside_the_numbers_of_who_gave_it(counted: Dataset):
    own = caveats(ask(counted, metric="arrested"))["definition"]
    assert own == "Arrested: A count of cases. The Counters says of its figures: “There may be more.”"
    other = caveats(ask(counted, metric="arrested", counted_by="GOV"))["definition"]
    assert other == "Arrested: A count of cases."
    assert "definition" not in caveats(ask(counted, metric="detained"))


def test_side_by_side_each_has_its_own_definition(counted: Dataset):
    own, other = (
        dict(scope_in_words(counted, side))
        for side in sides_of(counted, ask(counted, metric="detained").query)
    )
    assert own["Definition"] == "People held."
    assert own["How it is verified"] == "Not recorded here, beyond the definition."
    assert other["Definition"] == "Those in our prisons. Not counted: Soldiers."
    assert other["How it is verified"] == "By its own lists."


PERIODS = """
    organisation,metric,valid_from,valid_to,definition,not_counted,caveat,how_verified,standard_of_proof,quotation,source_id
    GOV,arrested,2021-02-01,2021-12-31,All who were taken.,,,,,,a
    GOV,arrested,2021-04-20,2021-12-31,,,,By asking.,No name needed.,about 50 are unknown,b
    GOV,arrested,2022-01-01,,Named people.,,,,A name.,,c"""


@pytest.mark.parametrize(
    ("day", "definition", "how_verified", "proof", "documents"),
    [
        (date(2021, 1, 31), "", "", "", []),
        (date(2021, 2, 1), "All who were taken.", "", "", ["a"]),
        (date(2021, 4, 20), "All who were taken.", "By asking.", "No name needed.", ["a", "b"]),
        (date(2021, 12, 31), "All who were taken.", "By asking.", "No name needed.", ["a", "b"]),
        (date(2022, 1, 1), "Named people.", "", "A name.", ["c"]),
    ],
)
def test_the_words_of_one_time_explain_no_number_of_another(
    day: date, definition: str, how_verified: str, proof: str, documents: list[str]
):
    made = small.dataset(
        small.table(
            "observations", "source_id,counted_by,metric,period_end,value\na,GOV,arrested,2024-01-31,1"
        ),
        small.sources("a, GOV, 2024-02-01\nb, GOV, 2024-02-01\nc, GOV, 2024-02-01"),
        metrics=METRICS,
        definitions=PERIODS,
    )
    found = definition_of(made, counted_by="GOV", metric="arrested", day=day)
    assert (found.definition, found.how_verified, found.standard_of_proof) == (
        definition,
        how_verified,
        proof,
    )
    assert sorted(document.source_id for document in found.documents) == documents
    quoted = [(words, document.source_id) for words, document in found.quotations]
    assert quoted == ([("about 50 are unknown", "b")] if documents == ["a", "b"] else [])


def test_an_answer_takes_the_words_of_its_last_number() -> None:
    made = small.dataset(
        small.table(
            "observations",
            "source_id,counted_by,metric,period_end,value\na,GOV,detained,2021-05-01,1\na,GOV,detained,2022-05-01,2",
        ),
        small.sources("a, GOV, 2024-02-01\nb, GOV, 2024-02-01\nc, GOV, 2024-02-01"),
        metrics=METRICS,
        definitions=PERIODS.replace("GOV,arrested", "GOV,detained"),
    )
    for until, said in (("2021-05-01", "All who were taken."), ("2022-05-01", "Named people.")):
        answer = ask(made, metric="detained", counted_by="GOV", from_="2021-05-01", to=until)
        assert answer.definitions["detained"].definition == said


BREAKS = """
    metric,place,date,kind,what_changed,counted_by
    detained,XX,2024-01-15,definition,The Counters changed.,
    detained,XX,2024-01-16,definition,The government changed.,GOV"""


@pytest.mark.parametrize(
    ("counter", "said"), [("CO", "The Counters changed."), ("GOV", "The government changed.")]
)
def test_a_break_belongs_to_one_counter_and_without_one_to_the_own(counter: str, said: str):
    counts = small.table(
        "observations",
        "source_id,counted_by,metric,period_end,value\n"
        "a,CO,detained,2024-01-01,70\na,CO,detained,2024-01-31,60\n"
        "a,GOV,detained,2024-01-01,70\na,GOV,detained,2024-01-31,60",
    )
    made = small.dataset(counts, small.sources("a, CO, 2024-02-01"), breaks=BREAKS)
    answer = ask(made, metric="detained", counted_by=counter, from_="2024-01-01")
    assert [change.what_changed for change in answer.breaks] == [said]


def test_a_break_of_a_country_is_one_of_its_districts_too():
    places = "place,kind,parent,name\nXX,country,,A\nXX-1,region,XX,B\nXX-1-1,district,XX-1,C"
    counts = small.table(
        "observations",
        "source_id,metric,place,period_end,value\na,detained,XX-1-1,2024-01-01,7\na,detained,XX-1-1,2024-01-31,6",
    )
    made = small.dataset(counts, small.sources("a, CO, 2024-02-01"), breaks=BREAKS, places=places)
    answer = ask(made, metric="detained", place="XX-1-1", from_="2024-01-01")
    assert [change.what_changed for change in answer.breaks] == ["The Counters changed."]
