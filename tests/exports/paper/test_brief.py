"""A brief is exactly one page, and says what the first page says: numbers, limits, days, caveats, sources."""

from __future__ import annotations

import pytest

from exports.paper.brief import NoBriefError, brief_pdf
from exports.paper.sheets import PAPERS
from metrics.headline.period_headlines import headlines_in
from metrics.language import phrasing
from metrics.language.wording import spoken_in
from metrics.question.address import read_parameters
from tests.exports.paper.reading import reader, sizes_of_letters, tags_of, text_of
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import TODAY
from validation import read_dataset

ADDRESS = "https://example.org/?place=MM"
LEAST_LETTERS = 8
A4, LETTER = (595, 842), (612, 792)
QUESTIONS = {
    "all time": {},
    "a year": {"from": "2023-02-01", "to": "2024-01-31"},
    "an earlier day": {"known_on": "2024-02-01"},
}
FOLDERS = {"edition": None, **THREE_FOLDERS}


def brief(dataset, paper="a4", **parameters):
    query = read_parameters(parameters.items(), dataset=dataset, today=TODAY)
    return brief_pdf(dataset, query, paper=paper, address=ADDRESS)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_it_is_one_page_in_letters_of_eight_points_at_least(folder, paper, first_edition):
    dataset = first_edition if FOLDERS[folder] is None else read_dataset(FOLDERS[folder]).dataset
    made = brief(dataset, paper)
    (page,) = reader(made).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == {"a4": A4, "letter": LETTER}[paper]
    assert min(sizes_of_letters(made)) >= LEAST_LETTERS


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_headline_is_there_with_its_limit(question, first_edition):
    parameters = QUESTIONS[question]
    query = read_parameters(parameters.items(), dataset=first_edition, today=TODAY)
    said = text_of(brief(first_edition, **parameters))
    for one in headlines_in(first_edition, query, first_edition.settings.headline_metrics):
        assert phrasing.quantity(one.row.value, one.row.qualifier) in said


def test_it_says_the_numbers_of_a_day_their_source_and_what_they_are_not(first_edition):
    said = text_of(brief(first_edition, known_on="2024-02-01"))
    # As AAPP's report of 1 February 2024 has them, for 31 January 2024.
    assert "19,993" in said
    assert "people held on political grounds" in said
    assert (
        "By 31 January 2024, Assistance Association for Political Prisoners (Burma) had documented 25,931"
        in said
    )
    assert "As known on 1 February 2024" in said
    assert "the actual number is likely higher" in said
    assert "1 February 2024, https://aappb.org/" in said
    assert ADDRESS in said
    assert "22,789" not in said  # of two years later


def test_a_period_is_named(first_edition):
    said = text_of(brief(first_edition, **QUESTIONS["a year"]))
    assert "1 February 2023 to 31 January 2024" in said
    assert "1,988" in said  # arrests that happened in the year


def test_it_can_be_heard(first_edition):
    made = brief(first_edition)
    document = reader(made)
    assert document.trailer["/Root"]["/Lang"] == "en"
    assert document.metadata.title == first_edition.settings.title
    assert document.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in document.xmp_metadata.stream.get_data().decode()
    tags = tags_of(made)
    kinds = [kind for kind, _alternative in tags]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 3
    alternatives = [alternative for kind, alternative in tags if kind == "/Figure"]
    assert any("at least 22,800 on 27 February 2026" in alternative for alternative in alternatives)


def test_the_same_question_gives_the_same_bytes(first_edition):
    assert brief(first_edition) == brief(first_edition)


def test_nothing_to_brief_on_is_said(first_edition):
    with pytest.raises(NoBriefError, match="no headline figure"):
        brief(first_edition, known_on="2008-01-01")


def test_its_language_is_that_of_the_reader(first_edition):
    with spoken_in("my"):
        assert reader(brief(first_edition)).trailer["/Root"]["/Lang"] == "my"
