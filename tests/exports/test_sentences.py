from exports.sentences import change_sentence, headline_sentence, newly_documented_sentence
from metrics.headlines import headline_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, detained, XX, stock, 2023-01-31, 1000, exact
        a, detained, XX, stock, 2024-01-31, 900, exact
        a, arrested, XX, total, 2023-01-31, 1500, exact
        a, arrested, XX, total, 2024-01-31, 1700, exact
        a, killed, XX, total, 2024-01-31, 130, at_least
    """),
    sources("a, CO, 2024-02-01"),
)


def spoken(metric: str) -> tuple[str, str]:
    headline = headline_of(ask(SMALL, metric=metric))
    return headline_sentence(headline), change_sentence(headline)


def test_stock_is_said_to_be_of_its_day():
    assert spoken("detained") == (
        "On 31 January 2024, 900 people were in detention in Ruritania, by the count of The Counters.",
        "100 fewer than on 31 January 2023 (1,000), 10.0 percent.",
    )


def test_total_is_said_to_be_documented_and_its_change_newly_documented():
    assert spoken("arrested") == (
        "By 31 January 2024, The Counters had documented the arrest of 1,700 people in Ruritania"
        " since the coup.",
        "200 newly documented since 31 January 2023.",
    )


def test_bound_is_spoken_as_a_bound_and_carries_no_change():
    sentence, change = spoken("killed")
    assert "at least 130 people killed" in sentence
    assert change == "No exact count is published."


def test_derived_number_is_said_to_be_derived():
    sentence, _change = spoken("released")
    assert "800 people" in sentence
    assert "derived: arrested 1,700 - detained 900." in sentence


def test_newly_documented_is_told_from_what_happened():
    answer = ask(SMALL, metric="arrested", measure="newly_documented", grain="reporting_year")
    assert newly_documented_sentence(answer, "2023") == (
        "Between 31 January 2023 and 31 January 2024, The Counters added 200 to its running total of"
        " “Arrested”; many of these cases are older and were documented late."
    )
    assert newly_documented_sentence(answer, "1999") is None


def test_reason_for_no_percentage_is_said():
    small = dataset(
        observations("""
            a, detained, XX, stock, 2023-01-31, 1000, exact
            a, detained, XX, stock, 2024-01-31, 1900, exact
        """),
        sources("a, CO, 2024-02-01"),
        breaks="detained,XX,2023-06-01,records_added,Older records.,,2026-01-01",
    )
    assert change_sentence(headline_of(ask(small, metric="detained"))) == (
        "900 more than on 31 January 2023 (1,000)."
        " No percentage is given: There is a break in the series on 1 June 2023."
    )
