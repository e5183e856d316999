from datetime import date

import pytest

from metrics.answer.buckets import bucket_span
from tests.charts.by_hand import answer


@pytest.mark.parametrize(
    ("grain", "label", "first", "last"),
    [
        ("as_published", "2024-01-31", date(2024, 1, 31), date(2024, 1, 31)),
        ("as_published", "2023-01-01/2023-12-31", date(2023, 1, 1), date(2023, 12, 31)),
        ("month", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("month", "2023-12", date(2023, 12, 1), date(2023, 12, 31)),  # ends with its year
        ("quarter", "2023-Q1", date(2023, 1, 1), date(2023, 3, 31)),
        ("quarter", "2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("year", "2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("reporting_year", "2023", date(2023, 2, 1), date(2024, 1, 31)),  # since the month of the origin
    ],
)
def test_a_bucket_spans_the_days_of_its_label(grain, label, first, last):
    assert bucket_span(label, answer=answer(grain=grain)) == (first, last)
