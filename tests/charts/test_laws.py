"""Whatever the rows, a figure shows each counted row once, with its value, and nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import draw, small_multiples
from tests.charts.by_hand import answer, row

FEW = 15  # each draws two figures
QUALIFIERS = ("exact", "at_least", "about", "up_to")
days = st.dates(date(2021, 2, 1), date(2024, 12, 31))
counts = st.one_of(st.none(), st.integers(-50, 40_000))
rows = st.lists(
    st.tuples(days, counts, st.sampled_from(QUALIFIERS), st.booleans(), st.sampled_from(["MM", "MM-01"])),
    max_size=12,
    unique_by=lambda made: (made[0], made[4]),
)


def made(drawn, measure):
    found = []
    for day, value, qualifier, is_derived, place in sorted(drawn, key=lambda one: (one[4], one[0])):
        given_row = row(day.isoformat(), value, place=place)
        given_row["period_start"] = (day - timedelta(days=20)).isoformat()
        given_row["covers_from"], given_row["covers_to"] = given_row["period_start"], day.isoformat()
        if value is not None:
            given_row["qualifier"] = qualifier
            given_row["status"] = "derived" if is_derived and qualifier == "exact" else "reported"
        found.append(given_row)
    return answer(*found, measure=measure, places=("MM", "MM-01"))


def shown(figure):
    pairs = []
    for trace in figure.data:
        labels = trace.customdata if trace.customdata is not None else [None] * len(trace.y)
        values = trace.x if trace.orientation == "h" else trace.y
        pairs += [(label, y) for label, y in zip(labels, values, strict=True) if label is not None]
    return pairs


@pytest.mark.parametrize("measure", ["level", "total", "newly_documented", "happened"])
@settings(max_examples=FEW)
@given(drawn=rows)
def test_each_counted_row_is_shown_once_with_its_value(measure, drawn):
    answered = made(drawn, measure)
    expected = {label: int(value) for label, value in answered.to_frame()["value"].dropna().items()}
    for drawing in (draw(answered), small_multiples(answered)):
        pairs = [(label, y) for label, y in shown(drawing.figure) if label in expected]
        assert sorted(pairs) == sorted(expected.items())


@settings(max_examples=FEW)
@given(drawn=rows)
def test_a_row_without_a_count_has_no_height(drawn):
    answered = made(drawn, "total")
    missing = set(answered.to_frame().index[answered.to_frame()["value"].isna()])
    assert not missing & {label for label, _y in shown(draw(answered).figure)}
