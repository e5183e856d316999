"""A picture has its size, and says what its answer says: number, statistic, source, day and caveat."""

import struct
from datetime import date
from xml.etree import ElementTree

import pytest

from exports.paper.chart_kinds import CHARTS, Asked, NoChartError
from exports.paper.numbers_picture import numbers_content
from exports.paper.pictures import SIZES, picture_content, picture_png, picture_svg
from exports.paper.typesetting import as_pdf
from metrics.question.address import read_parameters
from tests.exports.paper.asked import every_chart
from tests.exports.paper.reading import sizes_of_letters, text_of
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import TODAY
from validation import read_dataset

PIXELS = {"wide": (1600, 900), "square": (1080, 1080), "share": (1200, 630)}
PNG_HEADER = ">II"
# Of a picture as wide as a phone's screen, 390 points, letters of 4 points are read with the picture opened.
LEAST_ON_A_PHONE = 4.0
PHONE = 390
FOLDERS = {"edition": None, **THREE_FOLDERS}


def shown(dataset, chart="over_time", **parameters):
    pairs = [(name.rstrip("_"), value) for name, value in parameters.items()]
    query = read_parameters(pairs, dataset=dataset, today=TODAY)
    return CHARTS[chart](Asked(dataset=dataset, query=query))


def words(made, size):
    """The words of a picture, read from the same page as PDF."""
    return text_of(as_pdf("picture", picture_content(made, SIZES[size]), day=date(2026, 3, 2)))


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_has_the_pixels_of_its_size(first_edition, size):
    made = picture_png(shown(first_edition, metric="detained"), SIZES[size])
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(PNG_HEADER, made[16:24]) == PIXELS[size]


@pytest.mark.parametrize("size", SIZES)
def test_it_says_number_statistic_source_day_and_caveat(first_edition, size):
    # On 31 January 2024 AAPP had documented 25,931 arrests, in a report of 1 February 2024.
    said = words(shown(first_edition, metric="arrested", known_on="2024-02-01"), size)
    assert (
        "25,931 people arrested on political grounds since the coup, as documented by 31 January 2024" in said
    )
    assert "Assistance Association for Political Prisoners (Burma)" in said
    assert "As known on 1 February 2024." in said
    assert "the actual number is likely higher" in said
    assert "Break in the series “Arrested” on 6 April 2021" in said
    assert "29,685" not in said  # that came a year and a half later


def test_a_limit_stays_a_limit(first_edition):
    made = shown(first_edition, metric="killed", from_="2026-01-01", known_on="2026-03-02")
    assert "at least 7,640" in words(made, "wide")


def test_the_same_question_gives_the_same_picture(first_edition):
    first, second = (picture_png(shown(first_edition), SIZES["share"]) for _again in range(2))
    assert first == second


def test_an_svg_looks_the_same_everywhere_since_its_letters_are_outlines(first_edition):
    tree = ElementTree.fromstring(picture_svg(shown(first_edition), SIZES["wide"]))
    assert not list(tree.iter("{http://www.w3.org/2000/svg}text"))
    assert tree.get("viewBox") == "0 0 640 360"
    said = "".join(tree.itertext())
    assert "29,685 people arrested on political grounds" in said
    assert "30,000 on 4 January 2026" in said  # the newest figure, in the words for who hears it


def test_text_of_the_data_is_no_markup_of_the_page(first_edition):
    made = shown(first_edition)
    hostile = '#text(red)[x] *b* _i_ $x$ <l> @r "q" \\ // /*'
    content = picture_content(made, SIZES["wide"]) | {"title": hostile}
    assert hostile in text_of(as_pdf("picture", content, day=made.day))


def test_a_question_that_a_chart_cannot_show_is_refused_in_words(first_edition):
    with pytest.raises(NoChartError, match="no boundaries of these places"):
        shown(first_edition, "map", metric="killed", place="MM")


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_overlaps_and_nothing_is_too_small(folder, first_edition):
    dataset = first_edition if FOLDERS[folder] is None else read_dataset(FOLDERS[folder]).dataset
    for chart, asked in every_chart(dataset):
        made = CHARTS[chart](asked)
        for name, size in SIZES.items():
            content = picture_content(made, size)
            high, wide = (content["drawing"][side] * content["scale"] for side in ("height", "width"))
            assert content["top"] >= -1, (chart, name)
            assert content["top"] + high <= size.inner_height + 1, (chart, name)
            assert content["left"] + 1 >= 0, (chart, name)
            assert content["left"] + wide <= size.inner + 1, (chart, name)
            pdf = as_pdf("picture", content, day=made.day)
            least = min(sizes_of_letters(pdf)) * PHONE / size.width
            assert least >= LEAST_ON_A_PHONE, (chart, name, least)


@pytest.mark.parametrize("size", SIZES)
def test_the_numbers_that_lead_have_a_picture(first_edition, size):
    query = read_parameters([("known_on", "2024-02-01")], dataset=first_edition, today=TODAY)
    content = numbers_content(first_edition, query, SIZES[size])
    said = text_of(as_pdf("numbers", content, day=date(2024, 2, 1)))
    assert "19,993 people held on political grounds" in said  # on 31 January 2024
    assert "As known on 1 February 2024" in said
    assert "22,789" not in said


def test_without_a_number_the_picture_says_why(first_edition):
    query = read_parameters([("known_on", "2008-01-01")], dataset=first_edition, today=TODAY)
    content = numbers_content(first_edition, query, SIZES["share"])
    assert "not known on that day" in content["nothing"]
    assert content["numbers"] == []
