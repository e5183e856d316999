from contextlib import suppress
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.answer.answering import answer_for
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import (
    ALLOWED,
    PARAMETERS,
    address_of,
    parameters_of,
    read_parameters,
    short_address_of,
)
from metrics.question.allowed import measures_for
from tests.small import dataset, observations, sources
from validation import Dataset

SMALL = dataset(
    observations(
        "a, arrested, XX, total, 2022-03-31, 100, exact\na, detained, XX, stock, 2022-03-31, 70, exact"
    ),
    sources("a, CO, 2022-04-01"),
)
TODAY = date(2026, 11, 23)


def read(*pairs: tuple[str, str]) -> Query:
    return read_parameters(pairs, dataset=SMALL, today=TODAY)


def test_defaults_come_from_the_dataset_and_are_written_out():
    written = dict(parameters_of(read()))
    assert tuple(written) == PARAMETERS
    assert written["metric"] == "arrested"
    assert written["measure"] == "total"
    assert (written["from"], written["to"], written["known_on"]) == ("2021-02-01", "latest", "latest")


def test_default_measure_of_a_stock_is_its_level():
    assert read(("metric", "detained")).measure is Measure.LEVEL


def test_places_keep_their_order_and_are_named_once():
    assert read(("place", "XX-1"), ("place", "XX"), ("place", "XX-1")).places == ("XX-1", "XX")


@pytest.mark.parametrize(
    ("pair", "allowed"),
    [
        (("metric", "arested"), "arrested"),  # misspelt
        (("place", "XX-9"), "XX-1"),
        (("measure", "level"), "total"),  # a stock's measure for a flow
        (("grain", "week"), "month"),
        (("to", "2022-02-30"), "latest"),  # no such day
        (("to", "31.01.2024"), "latest"),
        (("to", "2020-01-01"), "latest"),  # before `from`
        (("from", "latest"), "a day as YYYY-MM-DD"),
        (("known_on", "2026-11-24"), "latest"),  # tomorrow
        (("edition", "2025-12-31"), "latest"),  # before anything was recorded
        (("counted_by", "AAPPP"), "CO"),
        (("sex", ""), "all"),
        (("known_onn", "2022-01-01"), "known_on"),  # an unknown parameter
    ],
)
def test_what_makes_no_sense_is_refused_by_name(pair: tuple[str, str], allowed: str):
    with pytest.raises(ParameterError) as refused:
        read(pair)
    assert refused.value.parameter == pair[0]
    assert allowed in refused.value.allowed
    assert pair[0] in refused.value.message


def test_single_parameter_given_twice_is_refused():
    with pytest.raises(ParameterError, match="more than once"):
        read(("grain", "month"), ("grain", "year"))


def test_more_rows_than_a_reader_can_use_are_refused(first_edition: Dataset):
    # 15 regions in the 1,500 months from 1900 to 2024: 22,500 rows.
    pairs = [("place", place) for place in first_edition.places.query("parent == 'MM'")["place"][:15]]
    pairs += [("grain", "month"), ("from", "1900-01-01"), ("to", "2024-12-31")]
    with pytest.raises(ParameterError, match="asks for 22,500 rows"):
        read_parameters(pairs, dataset=first_edition, today=TODAY)


def test_long_value_is_not_repeated_in_full():
    with pytest.raises(ParameterError) as refused:
        read(("place", "X" * 10_000))
    assert len(refused.value.message) < 200


DAYS = st.dates(min_value=date(2021, 2, 1), max_value=TODAY)
RECENT = st.dates(min_value=date(2026, 1, 1), max_value=TODAY)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    kind = draw(st.sampled_from([("arrested", "released", "killed"), ("detained",)]))
    metrics = tuple(draw(st.lists(st.sampled_from(kind), min_size=1, unique=True)))
    start, end = sorted([draw(DAYS), draw(DAYS)])
    measure = draw(st.sampled_from(measures_for(SMALL, metrics)))
    places = ("XX", "XX-1") if measure is Measure.PER_100K else ("XX", "XX-1", "XX-2")
    return Query(
        metrics=metrics,
        places=tuple(draw(st.lists(st.sampled_from(places), min_size=1, unique=True))),
        measure=measure,
        grain=draw(st.sampled_from(Grain)),
        start=start,
        end=draw(st.sampled_from([end, None])),
        known_on=draw(st.none() | DAYS),
        edition=draw(st.none() | RECENT),
        counted_by=draw(st.sampled_from(["CO", "NEWS"])),
        group="political",
        sex="all",
        age="all",
        detail="",
        source=draw(st.sampled_from(["", "a"])),
    )


@given(queries())
def test_question_read_back_from_its_address_is_the_same(query: Query):
    pairs = parse_qsl(address_of(query), keep_blank_values=True)
    assert read_parameters(pairs, dataset=SMALL, today=TODAY) == query


@given(queries())
def test_short_address_asks_the_same_and_is_never_longer(query: Query):
    short = short_address_of(SMALL, query)
    pairs = parse_qsl(short, keep_blank_values=True)
    assert read_parameters(pairs, dataset=SMALL, today=TODAY) == query
    assert len(short) <= len(address_of(query))


def test_short_address_says_what_differs_from_the_usual_and_always_the_metric(first_edition: Dataset):
    def short(*pairs: tuple[str, str]) -> str:
        return short_address_of(first_edition, read_parameters(pairs, dataset=first_edition, today=TODAY))

    assert short() == "metric=arrested"
    assert short(("metric", "detained"), ("grain", "year")) == "metric=detained&grain=year"
    assert short(("known_on", "2024-02-01"), ("place", "MM-01")) == (
        "metric=arrested&place=MM-01&known_on=2024-02-01"
    )
    # The counts of an event are by when it happened, unless something else is asked.
    of_event = (("metric", "released"), ("counted_by", "AI-STL"), ("event", "MM-2009-02-21-amnesty"))
    assert short(*of_event) == "metric=released&counted_by=AI-STL&event=MM-2009-02-21-amnesty"


@given(st.lists(st.tuples(st.sampled_from(ALLOWED) | st.text(), st.text()), max_size=4))
def test_whatever_is_given_is_read_or_refused(pairs: list[tuple[str, str]]):
    with suppress(ParameterError):
        assert isinstance(read_parameters(pairs, dataset=SMALL, today=TODAY), Query)


def test_tables_without_a_count_are_asked_like_others():
    empty = dataset(observations("").iloc[:0], sources("a, CO, 2024-02-01"))
    query = read_parameters(
        [("edition", "2026-01-01"), ("grain", "month")], dataset=empty, today=date(2026, 11, 23)
    )
    assert answer_for(empty, query).to_frame()["value"].isna().all()
