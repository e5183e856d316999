"""A range is one observation with two ends, and is told with both."""

from __future__ import annotations

import pytest

from charts.over_time.line import line_chart
from exports.numbers import value_of
from exports.series_files import series_csv
from metrics.headline.headlines import headline_of
from tests import small
from tests.metrics.asking import ask, caveats
from validation import Dataset, read_dataset
from validation.rules.rows import check_open_range


@pytest.fixture
def ranged() -> Dataset:
    counts = small.table(
        "observations",
        """
        source_id,metric,period_end,value,qualifier,value_to
        a,detained,2024-01-31,90,exact,
        b,detained,2024-02-29,14000,between,16000""",
    )
    return small.dataset(counts, small.sources("a, CO, 2024-02-01\nb, CO, 2024-03-01"))


def test_both_ends_are_told(ranged: Dataset):
    answer = ask(ranged, metric="detained", measure="level")
    assert str(value_of(answer, answer.rows[1])) == "between 14,000 and 16,000"
    assert "bound" in caveats(answer)
    drawing = line_chart(answer)
    (whiskers,) = (trace.error_y for trace in drawing.figure.data if trace.error_y.array is not None)
    assert list(whiskers.array) == [2000]  # from 14,000 to 16,000
    alternative = drawing.alt
    assert "between 14,000 and 16,000" in alternative


def test_a_range_is_no_exact_number(ranged: Dataset):
    headline = headline_of(ask(ranged, metric="detained"))
    assert headline is not None
    assert headline.row.value == 90
    assert headline.change is None


def test_a_rate_has_both_ends(ranged: Dataset):
    answer = ask(ranged, metric="detained", measure="per_100k")  # of a million people
    assert str(value_of(answer, answer.rows[1])) == "between 1,400.0 and 1,600.0"


def test_a_file_has_both_ends_in_columns_of_their_own(ranged: Dataset):
    header, _exact, row = series_csv(ask(ranged, metric="detained")).decode().splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    assert (cells["value"], cells["qualifier"], cells["value_to"]) == ("14000", "between", "16000")


@pytest.mark.parametrize(
    ("qualifier", "value_to", "is_sound"),
    [
        ("between", "16000", True),
        ("between", "14000", False),  # no range
        ("between", "", False),
        ("exact", "16000", False),
        ("exact", "", True),
    ],
)
def test_an_end_is_given_exactly_for_a_range(qualifier: str, value_to: str, is_sound: bool):
    rows = f"metric,period_end,value,qualifier,value_to\narrested,2024-01-31,14000,{qualifier},{value_to}"
    assert (not check_open_range(small.tables(observations=rows))) is is_sound


def test_a_folder_without_the_column_is_read_as_before(tmp_path):
    folder = small.write(tmp_path)
    lines = (folder / "observations.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",value_to")
    (folder / "observations.csv").write_text("\n".join(line.rpartition(",")[0] for line in lines))
    assert not read_dataset(folder).errors
