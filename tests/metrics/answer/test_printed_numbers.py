"""What one document prints, and what is counted of one event: every published count has a card of its own."""

from __future__ import annotations

from datetime import date

import pytest

from exports.numbers import count_of
from exports.row_sentences import row_sentence
from metrics.answer.answering import answer_for
from metrics.card.cards import card_of, left_out_of
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.number.card_address import question_of_count
from metrics.number.sentence import Number
from metrics.number.single import number_at
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Measure, Query
from tests.metrics.amnesty.test_amnesties import ANNOUNCED, FOUR_DAYS, NEXT_DAY, of
from tests.metrics.asking import ask, caveats, values
from tests.metrics.card.test_cards import DOCUMENTS, SMALL
from tests.small import dataset, table
from validation import Dataset

AMNESTY = of(ANNOUNCED, NEXT_DAY, FOUR_DAYS)


def printed(dataset: Dataset, day: str, source: str) -> Query:
    return ask(dataset, metric="detained", from_=day, to=day, source=source).query


def test_a_document_is_asked_for_what_it_prints_though_another_count_stands():
    # Asked of all documents, 900 stands: exact, and published last.
    assert values(ask(SMALL, metric="detained", from_="2024-01-01")) == {"2024-01-31": 900}
    old = ask(SMALL, metric="detained", from_="2024-01-01", source="old")
    assert values(old) == {"2024-01-31": 850}
    assert old.to_frame()["qualifier"].tolist() == ["at_least"]
    assert caveats(old)["source"] == (
        "These figures are from one document only, “Title of old”. Another figure may be used"
        " elsewhere for the same time."
    )


def test_its_card_has_the_count_that_stands_and_what_is_left_out():
    card = card_of(SMALL, printed(SMALL, "2024-01-31", "old"))
    assert card is not None
    assert [(one.document.source_id, one.count.value, one.stands) for one in card.inputs] == [
        ("old", 850, False)
    ]
    assert [(one.document.source_id, one.stands) for one in card.others_printed] == [
        ("own", False),
        ("relay", True),
    ]
    assert [one.count.value for one in card.left_out] == [9000]


def test_beside_the_count_that_stands_no_other_does():
    card = card_of(SMALL, printed(SMALL, "2024-01-31", "relay"))
    assert card is not None
    assert [one.stands for one in card.inputs] == [True]
    assert not any(one.stands for one in card.others_printed)


def test_a_number_derived_from_one_document_is_not_said_to_be_printed_by_it():
    answer = answer_for(SMALL, ask(SMALL, metric="released", from_="2024-01-31", source="own").query)
    sentence = str(row_sentence(answer, answer.rows[0]))
    assert answer.to_frame()["value"].tolist() == [1700 - 900]
    assert sentence.endswith(
        "It is calculated from one document alone, “Title of own”; another figure may be used elsewhere."
    )


def test_its_sentence_says_that_it_is_what_one_document_says():
    answer = answer_for(SMALL, printed(SMALL, "2024-01-31", "old"))
    sentence = str(row_sentence(answer, answer.rows[0]))
    assert "at least 850 people" in sentence
    assert sentence.endswith(
        "This is from one document, “Title of old”; another figure may be used elsewhere."
    )


def test_a_count_that_a_correction_leaves_out_has_no_row_but_a_reason():
    query_of_card = printed(SMALL, "2024-01-31", "wrong")
    assert card_of(SMALL, query_of_card) is None
    found = left_out_of(SMALL, query_of_card)
    assert found is not None
    assert (found.printed.count.value, found.printed.count.reason) == (9000, "A digit too many.")
    assert found.printed.document.source_id == "wrong"
    assert [(one.document.source_id, one.stands) for one in found.others_printed] == [
        ("relay", True),
        ("own", False),
        ("old", False),
    ]


def test_where_nothing_is_left_out_there_is_nothing_to_be_shown():
    assert left_out_of(SMALL, printed(SMALL, "2023-06-30", "own")) is None


@pytest.mark.parametrize(
    "parameters",
    [
        {"from_": "2021-02-01"},  # about all days until then
        {"from_": "2024-01-31", "metric": "arrested", "measure": "per_100k"},
        {"from_": "2024-01-31", "grain": "month"},
        {"from_": "2024-01-31", "source": ""},  # there is a count that stands
    ],
)
def test_only_the_question_of_a_card_finds_what_is_left_out(parameters: dict[str, str]):
    base = {"metric": "detained", "source": "wrong", "to": "2024-01-31"} | parameters
    assert left_out_of(SMALL, ask(SMALL, **base).query) is None


def test_of_an_event_the_latest_day_is_that_of_its_own_counts():
    """The counter's last count of a series is older than what it verified of the amnesty."""
    base = {"metric": "released", "event": "r"}
    assert values(ask(AMNESTY, known_on="2022-11-18", **base)) == {"2022-11-17/2022-11-18": 72}
    assert values(ask(AMNESTY, known_on="2022-11-21", **base)) == {
        "2022-11-17/2022-11-18": 72,
        "2022-11-17/2022-11-21": 402,
    }


def test_an_old_event_is_found_without_a_day(first_edition: Dataset):
    old = ask(first_edition, metric="released", event="MM-2009-02-21-amnesty", counted_by="AAPP")
    assert old.start == date(2009, 2, 21)
    assert len(old.to_frame())
    assert old.events[0].event_id == "MM-2009-02-21-amnesty"


def test_a_document_without_the_count_points_to_others():
    sentence = caveats(ask(SMALL, metric="arrested", source="old"))["nothing"]
    assert sentence == "No figures for this selection in this document. Other documents have some."


def test_counts_of_an_event_are_asked_for_by_its_code_and_stand_in_no_series():
    assert not values(ask(AMNESTY, metric="released", measure="happened"))
    verified = ask(AMNESTY, metric="released", event="r")
    assert verified.query.measure is Measure.HAPPENED
    assert values(verified) == {"2022-11-17/2022-11-18": 72, "2022-11-17/2022-11-21": 402}
    announced = ask(AMNESTY, metric="released", event="r", counted_by="GOV", group="all_prisoners")
    assert values(announced) == {"2022-11-17/2022-11-17": 5774}


def test_an_event_is_named_with_its_day_wherever_its_count_is_said():
    answer = ask(AMNESTY, metric="released", event="r", to="2022-11-18")
    (row,) = answer.rows
    assert str(row_sentence(answer, row)) == (
        "Released (Amnesty of 17 November 2022): 72 in Ruritania from 17 November 2022 to 18 November 2022,"
        " counted by when it happened, according to The Counters as of 18 November 2022."
    )
    assert caveats(answer)["event"] == (
        "These figures are for one event only, “Amnesty” on 17 November 2022, and are not part of a"
        " series over time."
    )


def test_of_an_event_another_organisation_is_compared_by_the_same_event():
    period = {"from_": "2022-11-17", "to": "2022-11-21"}
    card = card_of(AMNESTY, ask(AMNESTY, metric="released", event="r", source="b", **period).query)
    assert card is not None
    assert [(one.organisation, one.count.value) for one in card.other_organisations] == [
        ("The Government", 5774)
    ]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"event": "2022"}, "`event` has the unknown value `2022`"),
        ({"source": "a-2022"}, "`source` has the unknown value `a-2022`"),
        ({"event": "coup"}, "`event` has the unknown value `coup`"),  # an event without counts
        ({"metric": "released", "event": "r", "measure": "total"}, "what is counted of an event"),
        ({"metric": "detained", "event": "r"}, "`event` is given, but `detained` is counted on dates"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(parameters: dict[str, str], sentence: str):
    with pytest.raises(ParameterError) as refused:
        ask(AMNESTY, **parameters)
    assert sentence in str(refused.value)


def test_a_total_from_another_day_leads_to_no_card():
    """Its address would be that of the total since the origin: 200 would open the card of 1,700."""
    rows = """own,CO,arrested,XX,political,all,all,,,documented,2021-02-01,2024-01-31,1700,exact,,,2026-01-01
own,CO,arrested,XX,political,all,all,,,documented,2023-01-01,2024-01-31,200,exact,,,2026-01-01"""
    small = dataset(table("observations", rows), DOCUMENTS)
    query = ask(small, metric="arrested").query
    shown = [
        count_of(count, query, stands=True)
        for count in typed_rows(known_counts(small, clocks_of(small, query)), PublishedCount)
    ]
    assert [(str(one), isinstance(one, Number)) for one in shown] == [("1,700", True), ("200", False)]


def test_every_published_count_is_the_number_of_its_card(live_data: Dataset):
    query = ask(live_data, from_="2021-02-01").query
    counts = known_counts(live_data, clocks_of(live_data, query))
    assert len(counts) == len(live_data.observations)
    for count in typed_rows(counts, PublishedCount):
        query_of_card = question_of_count(count, query, stands=count.standing == Standing.STANDS).query
        if count.standing == Standing.EXCLUDED:
            left_out = left_out_of(live_data, query_of_card)
            assert left_out is not None, count
            assert left_out.printed.count.line == count.line
        else:
            number = number_at(live_data, query_of_card)
            assert number is not None, count
            row = number.answer.rows[number.row]
            assert (row.value, row.qualifier, row.source_id) == (
                count.value,
                count.qualifier,
                count.source_id,
            )


def test_days_of_knowledge_hold_for_what_a_document_prints(first_edition: Dataset):
    """A document published on 18 November 2022 prints nothing that was known the day before."""
    counts = known_counts(first_edition, clocks_of(first_edition, ask(first_edition).query))
    amnesty = counts[(counts["event_id"] == "MM-2022-11-17-amnesty") & (counts["value"] == 72)]
    (count,) = typed_rows(amnesty, PublishedCount)
    published = count.published
    before = date.fromordinal(published.toordinal() - 1)
    for day, expected in ((before, []), (published, [72])):
        query = ask(first_edition, known_on=day.isoformat()).query
        query_of_card = question_of_count(count, query, stands=True).query
        assert answer_for(first_edition, query_of_card).to_frame()["value"].tolist() == expected
