import pytest

from metrics.query.invalid_query import ParameterError
from tests.metrics.asking import ask, caveats, values
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, arrested, XX-1, total, 2022-03-31, 50, at_least
        a, detained, XX-1, stock, 2022-03-31, 30, exact
    """),
    sources("a, CO, 2022-04-01"),
)


def test_rate_is_the_count_over_the_population_of_the_place():
    answer = ask(SMALL, metric="detained", place="XX-1", measure="per_100k")
    assert values(answer) == {"2022-03-31": 15.0}  # 30 * 100,000 / 200,000
    assert answer.to_frame()["status"].tolist() == ["derived"]
    assert answer.to_frame()["note"].tolist() == ["30 * 100,000 / 200,000 people (2020, Census 2020)"]
    assert caveats(answer)["population"] == (
        "Rates use the whole population of the place (2020, Census 2020), which is 2 years older than"
        " the latest day shown."
    )


def test_qualifier_travels_into_the_rate():
    answer = ask(SMALL, metric="arrested", place="XX-1", measure="per_100k")
    assert answer.to_frame()["qualifier"].tolist() == ["at_least"]
    assert values(answer) == {"2022-03-31": 25.0}


@pytest.mark.parametrize(
    "part",
    [{"sex": "female"}, {"age": "under_18"}, {"detail": "cause: gunshot"}],
    ids=lambda part: next(iter(part)),
)
def test_a_part_is_not_divided_by_everybody(part: dict[str, str]):
    """Women over the population of both sexes would look half as many."""
    rows = observations("a, arrested, XX-1, total, 2022-03-31, 50, exact").assign(**part)
    small = dataset(rows, sources("a, CO, 2022-04-01"))
    with pytest.raises(ParameterError) as refused:
        ask(small, metric="arrested", place="XX-1", measure="per_100k", **part)
    assert refused.value.parameter == "measure"
    assert "no population is recorded of the part that is counted" in refused.value.message
    assert "per_100k" not in refused.value.allowed
    assert values(ask(small, metric="arrested", place="XX-1", **part)) == {"2022-03-31": 50}


def test_place_without_population_is_refused():
    with pytest.raises(ParameterError) as refused:
        ask(SMALL, metric="arrested", place="XX-2", measure="per_100k")
    assert refused.value.parameter == "place"
    assert refused.value.allowed == ("XX", "XX-1")
