from datetime import date

import pandas as pd
import pytest

from metrics.counts.published import published_counts
from metrics.counts.table_rows import all_places
from metrics.counts.typed_rows import HeldBackError, NoPopulationError, PublishedCount, typed_rows, values_of
from tests.small import dataset, observations, sources


def test_what_is_missing_is_none_in_every_kind_of_column() -> None:
    assert values_of(pd.Series([3, pd.NA], dtype="Float64")) == [3.0, None]
    assert values_of(pd.Series(["text", None], dtype="str")) == ["text", None]
    assert values_of(pd.to_datetime(pd.Series(["2024-02-29", None]))) == [date(2024, 2, 29), None]


def test_a_count_has_its_line_real_days_and_no_number_where_it_is_held_back() -> None:
    rows = """own, arrested, XX, total, 2024-01-31, 100, exact, 2026-01-01
own, detained, XX, stock, 2024-02-29, , suppressed, 2026-01-01"""
    frame = published_counts(
        dataset(observations(rows), sources("own, CO, 2024-03-01, printed, 2026-01-01"))
    ).sort_values("period_end")
    total, stock = typed_rows(frame, PublishedCount)
    assert [(one.line, one.period_end, one.value) for one in (total, stock)] == [
        (2, date(2024, 1, 31), 100),
        (3, date(2024, 2, 29), None),  # held back
    ]
    assert (stock.period_start, stock.first_day) == (None, date(2024, 2, 29))  # a stock is of one day
    assert total.number == 100
    with pytest.raises(HeldBackError, match="line 3"):
        _ = stock.number


def test_a_place_without_a_population_has_no_inhabitants_to_divide_by() -> None:
    counts = observations("own, detained, XX, stock, 2024-02-29, 1, exact, 2026-01-01")
    places = all_places(dataset(counts, sources("own, CO, 2024-03-01, printed, 2026-01-01")))
    assert places["XX"].inhabitants > 0
    with pytest.raises(NoPopulationError, match="XX-2"):
        places["XX-2"].inhabitants  # noqa: B018 - it raises
