from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.query.days import EPOCH, date_of, dates_of, numbers_of_days


def test_days_are_counted_as_dates_count_them():
    column = pd.Series(pd.to_datetime(["1970-01-01", "2021-02-01"]))
    assert numbers_of_days(column).tolist() == [EPOCH, EPOCH + 18_659]  # 51 years, 13 leap days and 31 days
    assert date_of(EPOCH + 18_659) == date(2021, 2, 1)


@given(st.lists(st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))))
def test_days_read_back_from_a_column_are_the_same(days: list[date | None]):
    column = pd.Series(pd.to_datetime(pd.Series(days, dtype=object)))
    assert dates_of(column) == days
