"""The chart of amnesties: bars in their order, what is hatched, and room for the words beside them."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from charts import Look, amnesty_chart
from charts.canvas.frame import GAP, RIGHT, width_of
from tests.metrics.amnesty.test_amnesties import ANNOUNCED, AUTH, FOUR_DAYS, NEXT_DAY, listed, of
from validation import Dataset

DAY = date(2023, 1, 1)
OPEN = f"d,{AUTH},later,happened,2023-02-01,2023-02-01,900,at_least"


def bars(dataset: Dataset, role: str, **look: object) -> dict[str, object]:
    drawing = amnesty_chart(tuple(listed(dataset).values()), look=Look(**look), known_on=DAY)
    (trace,) = [trace for trace in drawing.figure.data if trace.meta["role"] == role]
    return trace.to_plotly_json()


def test_bar_ends_at_the_last_verified_number():
    trace = bars(of(ANNOUNCED, NEXT_DAY, FOUR_DAYS), "verified")
    assert trace["x"] == [402]
    assert trace["ids"][0].startswith("r/")


def test_bound_is_hatched_and_exact_is_full():
    trace = bars(of(ANNOUNCED, OPEN), "announced")
    hatched = dict(zip(trace["x"], trace["marker"]["pattern"]["shape"], strict=True))
    assert hatched == {900: "|", 5774: ""}


def test_where_the_height_is_given_the_latest_are_shown_that_fit():
    """Two bars of each amnesty are 2 of 17 pixels; the second amnesty would end at 2.6 + 2 of them."""
    known = tuple(listed(of(ANNOUNCED, NEXT_DAY, OPEN)).values())[:2]
    room = {marks: amnesty_chart(known, look=Look(marks=marks), known_on=DAY) for marks in (78, 79)}
    assert "Shown: the latest 1 of 2 amnesties." in room[78].credit
    assert "Shown" not in room[79].credit


def test_newest_stands_on_top_and_announced_above_verified():
    announced, verified = (bars(of(ANNOUNCED, NEXT_DAY, OPEN), kind) for kind in ("announced", "verified"))
    assert announced["x"] == [900, 5774]  # February 2023, November 2022
    assert announced["y"][0] < announced["y"][1] < verified["y"][0]


@pytest.mark.parametrize("look", [{}, {"narrow": True}, {"scheme": "dark"}])
def test_words_fit_beside_the_bars(look: dict[str, object], first_edition: Dataset):
    look_ = Look(**look)
    drawing = amnesty_chart(tuple(listed(first_edition).values()), look=look_, known_on=DAY)
    (words,) = [trace for trace in drawing.figure.data if trace.meta["role"] == "words"]
    layout = drawing.figure.layout
    width = look_.width - layout.margin.l - RIGHT
    end = layout.xaxis.range[1]
    for value, text in zip(words.x, words.text, strict=True):
        assert value / end * width + width_of(unescape(text).strip()) <= width + GAP + RIGHT


def test_without_amnesties_there_is_an_empty_chart():
    drawing = amnesty_chart((), look=Look(), known_on=DAY)
    assert not any(
        trace.x for trace in drawing.figure.data if trace.meta["role"] in ("announced", "verified")
    )
