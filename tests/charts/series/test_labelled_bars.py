"""Bars with words beside them: what is drawn without a value, and how long the axis is."""

from __future__ import annotations

from charts import Look
from charts.canvas.frame import GAP, width_of
from charts.series.labelled_bars import (
    LabelledBar,
    axis_of_lying_bars,
    bars_trace,
    shape_of,
    words_at_ends,
    words_on_top,
)

LOOK = Look()


def bar(value: float | None, *words: str, at: float = 0) -> LabelledBar:
    return LabelledBar(at=at, value=value, row=1, id="a", hover="", words=words or (str(value),))


def axis_end(*bars: LabelledBar, width: float) -> float:
    return axis_of_lying_bars(bars, width=width, most_ticks=7, look=LOOK)["range"][1]


def test_without_a_value_there_are_words_and_no_bar():
    bars = [bar(None, "no count"), bar(5.0, at=1)]
    assert bars_trace(bars, thickness=1, colour="red", is_lying=True, role="values")["y"] == [1]
    assert words_at_ends(bars, look=LOOK)["text"][0].strip() == "no count"
    assert words_at_ends(bars, look=LOOK)["textfont"]["color"][0] == LOOK.tokens.faint_text
    assert words_on_top(bars, size=12, look=LOOK)["x"] == [1]


def test_lying_bars_run_to_the_right_and_upright_ones_upwards():
    lying, upright = (
        bars_trace([bar(5.0, at=2)], thickness=1, colour="red", is_lying=is_lying, role="values")
        for is_lying in (True, False)
    )
    assert (lying["x"], lying["y"], lying["orientation"]) == ([5], [2], "h")
    assert (upright["x"], upright["y"]) == ([2], [5])


def test_words_of_a_negative_bar_stand_above_the_axis():
    assert words_on_top([bar(-3.0)], size=12, look=LOOK)["y"] == [0]


def test_bars_without_any_drawn_keep_their_own_outlines():
    trace = bars_trace([], thickness=1, colour="red", outlines=[], is_lying=False, role="happened")
    assert trace["marker"]["line"]["color"] == []


def test_axis_leaves_room_for_the_words_of_the_longest_bar():
    words = width_of("ten words") + 2 * GAP
    assert axis_end(bar(100.0, "ten words"), width=words * 2) == 200  # the words take half of the width
    assert axis_end(bar(100.0, "one", "ten words"), width=words * 2) == 200  # the longest line counts


def test_longest_bar_keeps_an_eighth_of_the_width_beside_the_longest_words():
    assert axis_end(bar(100.0, "x" * 1000), width=400) == 800


def test_axis_without_a_value_ends_at_one():
    assert axis_end(bar(None, "no count"), width=400) == 1


def test_only_kinds_with_a_pattern_are_hatched():
    assert shape_of("at_least") == "|"
    assert shape_of("values") == shape_of("exact") == ""
