"""One series for each organisation on one scale, with the scope of each within the figure."""

from __future__ import annotations

from html import unescape

import pytest

from charts import Look, side_by_side
from charts.compared.organisation_lines import colours_of
from metrics.organisations.scopes import scope_in_a_line
from metrics.organisations.side_by_side import sides_of
from tests.metrics.asking import ask


@pytest.fixture(scope="module")
def sides(first_edition):
    return sides_of(first_edition, ask(first_edition, metric="arrested", measure="total").query)


@pytest.fixture(scope="module")
def drawing(first_edition, sides):
    scopes = tuple(scope_in_a_line(first_edition, side) for side in sides)
    return side_by_side(sides[0].answer, sides=sides, scopes=scopes)


def marks(drawing):
    return [trace for trace in drawing.figure.data if (trace.meta or {}).get("counted_by")]


def test_every_count_of_every_organisation_is_one_mark_and_nothing_else_is(drawing, sides):
    drawn = {
        (trace.meta["counted_by"], label): height
        for trace in marks(drawing)
        for label, height in zip(trace.customdata or (), trace.y, strict=False)
        if label is not None
    }
    published = {
        (side.counter, side.first + position): row.value
        for side in sides
        for position, row in enumerate(side.rows)
    }
    assert drawn == published


def test_no_line_joins_two_organisations(drawing):
    assert all(len({trace.legendgroup, trace.meta["counted_by"]}) == 1 for trace in marks(drawing))


def test_each_is_named_at_the_end_of_its_line_in_a_colour_of_its_own(drawing, sides):
    labels = [note for note in drawing.figure.layout.annotations if note.name == "last"]
    texts = [unescape(label.text).replace("</b><br><b>", " ") for label in labels]
    assert [any(f"<b>{side.name} " in text for text in texts) for side in sides] == [True] * 3
    assert len({label.font.color for label in labels}) == 3
    assert not any(entry.words == side.name for entry in drawing.key for side in sides)
    assert len({trace.marker.color for trace in marks(drawing)}) == len(sides) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_first_has_the_colour_of_the_metric(sides, scheme):
    look = Look(scheme=scheme)
    colours = colours_of(sides, look=look)
    assert colours[0] == look.tokens.families["arrest"]
    assert len(set(colours)) == len(colours)


def test_scope_of_each_is_within_the_figure(drawing, sides):
    assert all(f"{side.name}: " in drawing.credit for side in sides)
    assert "Only in 3 documents by others reporting it." in drawing.credit


def test_words_say_what_the_figure_shows_and_that_nothing_is_added_up(drawing):
    assert "at least 29,560 on 20 August 2025" in drawing.alt
    assert "13,293 on 18 April 2022" in drawing.alt
    assert "29,685 on 15 September 2025" in drawing.alt
    assert "never added up" in drawing.alt


def test_a_phone_gets_the_same_counts(first_edition, sides, drawing):
    phone = side_by_side(sides[0].answer, sides=sides, scopes=("",), look=Look(narrow=True))
    assert [trace.y for trace in marks(phone)] == [trace.y for trace in marks(drawing)]
