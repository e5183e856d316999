"""Which bucket a period is."""

from datetime import date

import pytest

from metrics.query.periods import grain_of_period
from metrics.query.query import Grain
from validation import ReportingYear


@pytest.mark.parametrize(
    ("start", "end", "grain"),
    [
        ("2023-02-01", "2024-01-31", Grain.REPORTING_YEAR),  # reporting years start in February
        ("2023-01-01", "2023-12-31", Grain.YEAR),
        ("2023-04-01", "2023-06-30", Grain.QUARTER),
        ("2024-02-01", "2024-02-29", Grain.MONTH),  # in a leap year
        ("2024-02-01", "2024-02-28", Grain.AS_PUBLISHED),  # a day short of the month
        ("2024-01-01", "2024-06-30", Grain.AS_PUBLISHED),  # two quarters are no bucket
    ],
)
def test_grain_of_a_period_is_that_of_the_bucket_it_is(start: str, end: str, grain: Grain) -> None:
    assert (
        grain_of_period(date.fromisoformat(start), date.fromisoformat(end), ReportingYear(first_month=2))
        is grain
    )
