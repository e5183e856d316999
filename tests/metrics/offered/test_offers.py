"""The number beside a choice is how many figures the answer has after it; nothing else is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from metrics.answer.answering import answer_for
from metrics.counts.current_tables import today
from metrics.offered.choosing import with_choice
from metrics.offered.offers import Offer, Why, offers
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import read_parameters
from tests.conftest import _read
from tests.serving import PROJECT
from validation import Dataset

FOLDERS = ("edition", "folders/press_census", "folders/prison_covid", "folders/venezuela")
# Steps from the usual question into the space of all questions, so that choices meet in many combinations.
STEPS = (
    (),
    (("grain", "month"),),
    (("measure", "happened"),),
    (("measure", "newly_documented"), ("grain", "year")),
    (("measure", "per_100k"),),
    (("sex", "female"),),
    (("from", "2023-02-01"), ("to", "2024-01-31"), ("measure", "happened")),
    (("known_on", "2022-06-30"),),
)


@pytest.fixture(scope="module", params=FOLDERS)
def dataset(request: pytest.FixtureRequest) -> Dataset:
    return _read(PROJECT / "tests" / request.param)


def asked(dataset: Dataset, *pairs: tuple[str, str]) -> Query:
    return read_parameters(pairs, dataset=dataset, today=today())


def questions(dataset: Dataset) -> Iterator[Query]:
    """Questions that make sense: each metric with the next of the steps, the first one with all."""
    for number, metric in enumerate(dataset.metrics["metric"]):
        for step in STEPS if number == 0 else (STEPS[number % len(STEPS)],):
            try:
                yield asked(dataset, ("metric", metric), *step)
            except ParameterError:
                continue


def figures_shown(dataset: Dataset, query: Query, parameter: str, code: str) -> int:
    """How many values the answer to a choice has, of the metric or place that is chosen."""
    try:
        answer = answer_for(dataset, with_choice(dataset, query, parameter, code))
    except ParameterError:
        return 0
    name = {"metric": "metric", "also": "metric", "place": "place"}.get(parameter)
    return sum(row.value is not None for row in answer.rows if not name or getattr(row, name) == code)


def test_the_number_offered_is_the_number_shown(dataset: Dataset) -> None:
    for query in questions(dataset):
        for parameter, choices in offers(dataset, query).items():
            for choice in choices:
                shown = figures_shown(dataset, query, parameter, choice.code)
                assert choice.figures == shown, (query, parameter, choice)
                assert (choice.why is None) == bool(choice.figures)


def by_code(dataset: Dataset, query: Query, parameter: str) -> dict[str, Offer]:
    return {offer.code: offer for offer in offers(dataset, query)[parameter]}


def test_numbers_of_the_edition_worked_out_by_hand(first_edition: Dataset) -> None:
    """In year three as events happened: 1,988 in Myanmar and 309 in Sagaing for the whole year."""
    year = asked(
        first_edition,
        ("metric", "arrested"),
        ("measure", "happened"),
        ("grain", "reporting_year"),
        ("from", "2023-02-01"),
        ("to", "2024-01-31"),
    )
    places = by_code(first_edition, year, "place")
    assert (places["MM"].figures, places["MM-01"].figures, places["MM-18"].figures) == (1, 1, 0)
    grains = by_code(first_edition, year, "grain")
    assert grains["reporting_year"].figures == 1
    assert grains["year"].figures == 0, "no calendar year lies within it"


def test_each_reason(first_edition: Dataset) -> None:
    plain = asked(first_edition, ("metric", "arrested"))
    assert by_code(first_edition, plain, "also")["detained"].why is Why.OTHER_WAY
    early = replace(plain, start=plain.start, end=plain.start)
    assert by_code(first_edition, early, "metric")["killed"].why is Why.OTHER_TIME
    # Arrests in Sagaing are counted as they happened, in year three, and by no total.
    assert by_code(first_edition, plain, "place")["MM-01"].why is Why.OTHER_MEASURE
    women = replace(plain, sex="female")
    assert by_code(first_edition, women, "measure")["per_100k"].why is Why.NO_POPULATION
    men_of_naypyidaw = replace(plain, sex="male", places=("MM-18",))
    assert {offer.why for offer in offers(first_edition, men_of_naypyidaw)["grain"]} == {Why.NONE}
