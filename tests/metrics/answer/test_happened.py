from tests.metrics.asking import ask, values
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, arrested, XX, 2022-02-01, 2023-01-31, 500, exact    # a whole reporting year
        a, arrested, XX, 2022-03-01, 2022-03-31, 40, exact     # a whole month
        a, arrested, XX, 2022-03-01, 2022-03-30, 39, exact     # a day short of it
        b, arrested, XX, 2022-03-01, 2022-03-31, 41, exact     # published later
        a, arrested, XX, total, 2022-03-31, 999, exact         # a running total
    """),
    sources("a, CO, 2023-02-01\nb, CO, 2023-03-01"),
)


def test_as_published_gives_every_period_within_from_and_to():
    answer = ask(SMALL, measure="happened", from_="2022-03-01", to="2022-03-31")
    assert values(answer) == {"2022-03-01/2022-03-30": 39, "2022-03-01/2022-03-31": 41}


def test_month_takes_only_counts_for_exactly_that_month():
    answer = ask(SMALL, measure="happened", grain="month", from_="2022-03-01", to="2022-04-30")
    assert values(answer) == {"2022-03": 41, "2022-04": None}
    assert "a gives 40 for the same period" in answer.to_frame()["note"].iloc[0]


def test_reporting_year_takes_only_counts_for_exactly_that_year():
    answer = ask(SMALL, measure="happened", grain="reporting_year", from_="2021-02-01", to="2023-06-30")
    assert values(answer) == {"2021": None, "2022": 500}  # 2023 is not over on 30 June: no bucket
