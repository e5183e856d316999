"""A deck that is read back has the numbers, gaps, days, qualifiers, notes and documents of its answers."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from exports.citations import cited
from exports.nothing import NothingToTakeError
from exports.slides.text_fit import clean
from tests.exports.slides.reading import (
    files_of,
    frames_of,
    labels_of,
    made,
    notes_of,
    runs_of,
    slides_of,
    table_of,
    text_of,
    title_of,
    together,
    values_of,
)
from tests.folders.hostile import write_hostile
from tests.metrics.asking import ask
from tests.small import SMALL, dataset, observations, sources
from validation import read_dataset

FOLDERS = Path(__file__).parents[2] / "folders"
GAP = """
    a, detained, XX, stock, 2024-01-31, 70, exact
    b, detained, XX, stock, 2024-02-29, 72, exact
    c, detained, XX, stock, 2024-03-31, 74, exact
    d, detained, XX, stock, 2024-05-31, 80, exact
    e, detained, XX, stock, 2024-06-30, 82, exact
    f, detained, XX, stock, 2024-07-31, 90, at_least
"""
DOCUMENTS = """
    a, CO, 2024-02-01
    b, CO, 2024-03-01
    c, CO, 2024-04-01
    d, CO, 2024-06-01
    e, CO, 2024-07-01
    f, CO, 2024-08-01
"""
NORTH_AND_SOUTH = """
    a, arrested, XX-1, total, 2024-01-31, 70, exact
    b, arrested, XX-2, total, 2024-01-31, 90, at_least
"""


def folder(path):
    reading = read_dataset(path)
    assert reading.dataset is not None, reading.errors
    return reading.dataset


def with_gap():
    return dataset(observations(GAP), sources(DOCUMENTS))


def monthly(tables, **more):
    return made(tables, metric="detained", grain="month", from_="2024-01-01", to="2024-07-31", **more)


def test_a_line_has_the_values_of_its_rows_and_an_open_gap() -> None:
    (frame,) = frames_of(slides_of(monthly(with_gap())))
    # January to July, April without a figure.
    assert together(frame.chart) == [70, 72, 74, None, 80, 82, 90]
    # What lies on the two sides of the gap, and the limit, are series of their own: nothing joins them.
    assert values_of(frame.chart) == [
        (70, 72, 74, None, None, None, None),
        (None, None, None, None, 80, 82, None),
        (None, None, None, None, None, None, 90),
    ]


def test_a_limit_has_its_qualifier_at_its_mark_and_in_the_table() -> None:
    (frame,) = frames_of(slides_of(monthly(with_gap())))
    assert "at least 90" in labels_of(frame.chart)
    assert [row[-1].value for row in table_of(frame.chart)] == [
        "In words", "70", "72", "74", "no figure", "80", "82", "at least 90",
    ]  # fmt: skip
    assert [row[0].value.date() for row in table_of(frame.chart)[1:]][3] == date(2024, 4, 30)


def test_exact_figures_alone_have_no_word_of_limits() -> None:
    tables = dataset(observations(GAP.replace("at_least", "exact")), sources(DOCUMENTS))
    body = monthly(tables)
    (frame,) = frames_of(slides_of(body))
    assert not [words for words in labels_of(frame.chart) if "at least" in words]
    assert "limit" not in " ".join(map(text_of, slides_of(body)))
    assert not frame.chart.has_legend


@pytest.mark.parametrize(
    "asked",
    [
        {"metric": "killed"},
        {"metric": "detained"},
        {"metric": "detained", "grain": "month", "from_": "2024-01-01"},
        {"metric": "arrested", "measure": "newly_documented", "grain": "reporting_year"},
        {"metric": "arrested", "measure": "happened", "grain": "reporting_year"},
        {"metric": "killed", "measure": "per_100k"},
    ],
    ids=str,
)
def test_a_chart_is_its_answer(first_edition, asked) -> None:
    answer = ask(first_edition, **asked)
    (frame,) = frames_of(slides_of(made(first_edition, **asked)))
    ordered = sorted(answer.rows, key=lambda row: row.day)
    assert together(frame.chart) == pytest.approx([row.value for row in ordered])
    cells = [row[0].value for row in table_of(frame.chart)[1:]]
    if asked.get("measure") not in ("newly_documented", "happened"):
        assert [cell.date() for cell in cells] == [row.day for row in ordered]


def test_each_metric_and_place_has_a_slide(first_edition) -> None:
    body = made(first_edition, metric=["arrested", "killed"], place=["MM", "MM-01"])
    charts = [slide for slide in slides_of(body) if frames_of([slide])]
    answers = [
        ask(first_edition, metric=metric, place=place)
        for metric in ("arrested", "killed")
        for place in ("MM", "MM-01")
    ]
    assert len(charts) == sum(bool(answer.counted) for answer in answers) > 1


def test_the_notes_say_define_and_answer(first_edition) -> None:
    slides = slides_of(made(first_edition, metric="killed", known_on="2024-02-01"))
    (notes,) = [notes_of(slide) for slide in slides if frames_of([slide])]
    answer = ask(first_edition, metric="killed", known_on="2024-02-01")
    definition = answer.definitions["killed"]
    assert clean(definition.definition) in notes
    assert clean(definition.not_counted) in notes
    assert "had documented 4,474 pro-democracy supporters" in notes
    assert "“Who says so?”" in notes
    assert "“Is that everyone?”" in notes
    assert all(clean(str(caveat.message)) in notes for caveat in answer.caveats)


def test_what_must_be_said_is_on_the_slides_and_not_only_in_the_notes(first_edition) -> None:
    asked = {"metric": "detained", "known_on": "2024-02-01"}
    said = " ".join(map(text_of, slides_of(made(first_edition, **asked))))
    caveats = ask(first_edition, **asked).caveats
    assert caveats
    assert all(clean(str(caveat.message)) in said for caveat in caveats)


def test_every_document_is_named_once(first_edition) -> None:
    asked = {"metric": "killed", "known_on": "2024-02-01"}
    last = slides_of(made(first_edition, **asked))[-1]
    assert title_of(last) == "Sources"
    lines = notes_of(last).split("\n")
    documents = ask(first_edition, **asked).sources
    assert len(documents) > 1
    assert [lines.count(clean(cited(one))) for one in documents] == [1] * len(documents)
    assert "http://host.test/explore?metric=killed" in text_of(last)


def test_a_place_without_a_figure_is_named_and_one_with_a_figure_is_not() -> None:
    tables = dataset(observations(NORTH_AND_SOUTH.split("\n")[1]), sources("a, CO, 2024-02-01"))
    said = " ".join(map(text_of, slides_of(made(tables, view="regions", metric="arrested"))))
    assert "No figure, which does not mean zero: South." in said
    both = dataset(observations(NORTH_AND_SOUTH), sources("a, CO, 2024-02-01\nb, CO, 2024-02-01"))
    body = made(both, view="regions", metric="arrested")
    assert "No figure" not in " ".join(map(text_of, slides_of(body)))
    (frame,) = frames_of(slides_of(body))
    assert values_of(frame.chart) == [(90, 70)]
    assert list(frame.chart.plots[0].categories) == ["South", "North"]
    assert labels_of(frame.chart) == ["at least 90", "70"]


def test_sixty_places_are_on_slides_of_one_scale() -> None:
    places = SMALL["places"] + "".join(
        f"\n        XX-p{at:02d},region,XX,Place {at:02d},,," for at in range(60)
    )
    rows = "".join(f"\na, arrested, XX-p{at:02d}, total, 2024-01-31, {at + 1}, exact" for at in range(60))
    tables = dataset(observations(rows), sources("a, CO, 2024-02-01"), places=places)
    slides = slides_of(made(tables, view="regions", metric="arrested"))
    frames = frames_of(slides)
    found = [value for frame in frames for series in values_of(frame.chart) for value in series]
    assert found == list(range(60, 0, -1))
    assert len({frame.chart.value_axis.maximum_scale for frame in frames}) == 1
    # North and South have none.
    assert "No figure, which does not mean zero: North and South." in " ".join(map(text_of, slides))


def test_one_figure_is_one_column() -> None:
    tables = dataset(observations(NORTH_AND_SOUTH.split("\n")[1]), sources("a, CO, 2024-02-01"))
    (frame,) = frames_of(slides_of(made(tables, metric="arrested", place="XX-1")))
    assert values_of(frame.chart) == [(70,)]
    assert labels_of(frame.chart) == ["70"]


@pytest.mark.parametrize("view", ["explore", "overview", "regions"])
def test_without_a_figure_there_is_no_deck_but_a_reason(first_edition, view) -> None:
    with pytest.raises(NothingToTakeError, match=r"no figures|not known on that day"):
        made(first_edition, view=view, known_on="2008-01-01")


def test_the_overview_has_its_numbers_its_charts_and_the_questions(first_edition) -> None:
    slides = slides_of(made(first_edition, view="overview", known_on="2024-02-01"))
    words = " ".join(map(text_of, slides))
    assert "4,474" in words.split()
    assert "19,993" in words
    assert title_of(slides[-1]) == "Sources"
    asked = [slide for slide in slides if title_of(slide) == "Questions you may face"]
    assert "Is that everyone?" in "\n".join(map(text_of, asked)).split("\n")
    notes = " ".join(map(notes_of, asked))
    assert "“Is that everyone?”" in notes


@pytest.mark.parametrize("name", ["venezuela", "prison_covid", "press_census"])
@pytest.mark.parametrize("view", ["explore", "overview"])
def test_other_folders_have_decks(name, view) -> None:
    slides = slides_of(made(folder(FOLDERS / name), view=view))
    assert frames_of(slides)
    assert all(title_of(slide) for slide in slides)


def test_a_folder_without_regions_says_so() -> None:
    tables = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 70, exact"),
        sources("a, CO, 2024-02-01"),
        places="place,kind,parent,name,population,population_year,population_source\nXX,country,,Ruritania,,,",
    )
    with pytest.raises(NothingToTakeError, match="no places within other places"):
        made(tables, view="regions", metric="arrested")
    assert frames_of(slides_of(made(tables, metric="arrested")))


def test_every_chart_is_said_in_words_and_every_slide_has_a_title(first_edition) -> None:
    slides = slides_of(made(first_edition, view="overview", known_on="2024-02-01"))
    assert all(title_of(slide) for slide in slides)
    described = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames_of(slides)]
    assert described
    assert all(described)


def test_the_file_says_what_it_is(first_edition) -> None:
    deck = Presentation(BytesIO(made(first_edition, metric="killed", known_on="2024-02-01")))
    core = deck.core_properties
    assert core.title == first_edition.settings.title
    assert core.author == "Assistance Association for Political Prisoners (Burma)"
    assert core.created.date() == date(2024, 2, 1)
    assert deck.slide_width * 9 == deck.slide_height * 16
    assert [layout.name for layout in deck.slide_layouts] == ["One finding"]


def test_the_same_question_gives_the_same_bytes(first_edition) -> None:
    first, second = (made(first_edition, metric="killed", known_on="2024-02-01") for _time in range(2))
    assert first == second


def test_letters_are_large_enough(first_edition) -> None:
    for slide in slides_of(made(first_edition, view="overview", known_on="2024-02-01")):
        for shape in slide.placeholders:
            least = {0: 20, 14: 14 if title_of(slide) == "Sources" else 18}.get(
                shape.placeholder_format.idx, 12
            )
            sizes = [run.font.size.pt for line in shape.text_frame.paragraphs for run in line.runs]
            assert all(size >= least for size in sizes), (title_of(slide), sizes)


def test_burmese_has_its_typeface_for_complex_scripts() -> None:
    names = SMALL["places"].replace("North", "စစ်ကိုင်းတိုင်းဒေသကြီး")
    tables = dataset(
        observations(NORTH_AND_SOUTH), sources("a, CO, 2024-02-01\nb, CO, 2024-02-01"), places=names
    )
    body = made(tables, metric="arrested", place="XX-1")
    assert "Myanmar Text" in runs_of(body, "cs")
    assert "Myanmar Text" in runs_of(body, "ea")
    assert set(runs_of(body, "latin")) == {"Arial"}
    assert "စစ်ကိုင်းတိုင်းဒေသကြီး" in " ".join(map(text_of, slides_of(body)))
    assert "Myanmar Text" not in runs_of(made(tables, metric="arrested", place="XX-2"), "cs")


def test_hostile_text_is_text(tmp_path) -> None:
    tables = folder(write_hostile(FOLDERS / "venezuela", tmp_path / "hostile"))
    body = made(tables, view="overview")
    assert all(
        etree.fromstring(text) is not None for name, text in files_of(body).items() if name.endswith(".xml")
    )
    cells = [cell for frame in frames_of(slides_of(body)) for row in table_of(frame.chart) for cell in row]
    assert cells
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_characters_that_xml_refuses_are_left_out() -> None:
    assert clean("a\x00b\x0bc\ud800d\ufffee\tf\n\ng") == "a b c d e f g"
    names = SMALL["places"].replace("North", "=1+1\x0b\ufffe")
    tables = dataset(
        observations(NORTH_AND_SOUTH), sources("a, CO, 2024-02-01\nb, CO, 2024-02-01"), places=names
    )
    (frame,) = frames_of(slides_of(made(tables, view="regions", metric="arrested")))
    assert list(frame.chart.plots[0].categories) == ["South", "=1+1"]
    assert [row[0].data_type for row in table_of(frame.chart)[1:]] == ["s", "s"]
