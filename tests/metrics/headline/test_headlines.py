from metrics.headline.headlines import Headline, headline_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

DOCUMENTS = sources("a, CO, 2024-12-31")


REGISTER = "organisation,name,kind\nCO,The Prison Service,government"


def headline(rows: str, metric: str = "detained", **tables: str) -> Headline:
    found = headline_of(ask(dataset(observations(rows), DOCUMENTS, **tables), metric=metric))
    assert found is not None
    return found


def test_headline_is_the_last_exact_count_and_names_a_later_bound():
    found = headline("""
        a, detained, XX, stock, 2024-01-31, 90, exact
        a, detained, XX, stock, 2024-02-28, 100, at_least
    """)
    assert (found.row.value, found.row.qualifier) == (90, "exact")
    assert (found.later_bound.value, found.later_bound.qualifier) == (100, "at_least")


def test_headline_is_a_bound_where_there_is_nothing_else():
    found = headline("a, detained, XX, stock, 2024-01-31, 90, at_least")
    assert found.row.qualifier == "at_least"
    assert found.change is None


def test_series_without_a_count_has_no_headline():
    small = dataset(observations("a, detained, XX, stock, 2024-01-31, 90, exact"), DOCUMENTS)
    assert headline_of(ask(small, metric="arrested")) is None


def test_change_is_taken_from_the_last_exact_count_of_a_year_before():
    rows = """
        a, detained, XX, stock, 2023-01-15, 70, exact
        a, detained, XX, stock, 2023-01-31, 80, exact   # a year before, to the day
        a, detained, XX, stock, 2023-02-01, 85, exact   # a day late
        a, detained, XX, stock, 2024-01-31, 90, exact
    """
    change = headline(rows, organisations=REGISTER).change
    assert change is not None
    assert change.earlier.value == 80
    assert (change.difference, change.percentage) == (10, 12.5)  # 10 / 80


def test_of_documented_detentions_there_is_a_difference_and_no_percentage():
    rows = "a, detained, XX, stock, 2023-01-31, 80, exact\na, detained, XX, stock, 2024-01-31, 90, exact"
    change = headline(rows).change
    assert change is not None
    assert (change.difference, change.percentage) == (10, None)
    assert str(change.reason) == "Part of the change may be cases documented late."


def test_a_year_before_that_lies_before_the_origin_is_not_said_to_lack_a_count():
    found = headline("a, detained, XX, stock, 2022-01-31, 90, exact")  # the origin is 1 February 2021
    assert (found.change, found.no_change_because) == (None, None)
    assert headline("a, detained, XX, stock, 2022-02-01, 90, exact").no_change_because is not None


def test_a_count_for_a_period_is_compared_with_no_other_period():
    rows = """
        a, arrested, XX, 2022-12-01, 2022-12-31, 70, exact
        a, arrested, XX, 2023-12-01, 2023-12-31, 84, exact
    """
    small = dataset(observations(rows), DOCUMENTS)
    found = headline_of(ask(small, metric="arrested", measure="happened"))
    assert found is not None
    assert (found.row.value, found.change, found.no_change_because) == (84, None, None)


def test_count_more_than_a_month_older_does_not_stand_for_a_year_ago():
    rows = "a, detained, XX, stock, {}, 80, exact\na, detained, XX, stock, 2024-01-31, 90, exact"
    assert headline(rows.format("2022-12-31")).change is not None  # 31 days before 2023-01-31
    late = headline(rows.format("2022-12-30"))
    assert late.change is None
    assert "31 January 2023" in str(late.no_change_because)


def test_small_base_gives_no_percentage_and_says_why():
    rows = "a, detained, XX, stock, 2023-01-31, {}, exact\na, detained, XX, stock, 2024-01-31, 40, exact"
    assert headline(rows.format(20), organisations=REGISTER).change.percentage == 100  # 20 is enough
    small = headline(rows.format(19), organisations=REGISTER).change
    assert small.percentage is None
    assert "too small" in str(small.reason)


def test_break_in_series_gives_no_percentage_and_says_when():
    rows = "a, detained, XX, stock, 2023-01-31, 50, exact\na, detained, XX, stock, 2024-01-31, 40, exact"
    change = headline(rows, breaks="detained,XX,2023-06-01,definition,Other.,,2026-01-01").change
    assert change.percentage is None
    assert "1 June 2023" in str(change.reason)


def test_running_total_gets_no_percentage():
    rows = "a, arrested, XX, total, 2023-01-31, 50, exact\na, arrested, XX, total, 2024-01-31, 90, exact"
    change = headline(rows, metric="arrested").change
    assert (change.difference, change.percentage) == (40, None)
