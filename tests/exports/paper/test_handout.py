"""A handout has the chart, its rows and the documents behind them, in letters of our scripts."""

from __future__ import annotations

from datetime import date

import pytest

from exports.numbers import value_of
from exports.paper.handout import MOST_ROWS, handout_content, handout_pdf
from exports.paper.typesetting import as_pdf
from metrics.answer.answering import answer_for
from metrics.question.address import read_parameters
from tests.exports.paper.reading import reader, sizes_of_letters, tags_of, text_of
from tests.metrics.asking import TODAY

ADDRESS = "https://example.org/explore?metric=arrested"
DAY = date(2026, 3, 2)
# "Political prisoners", "Sagaing Region", "until 31 January", with stacked and reordered letters.
BURMESE = "နိုင်ငံရေးအကျဉ်းသားများ စစ်ကိုင်းတိုင်းဒေသကြီး ဇန်နဝါရီ ၃၁ ရက်အထိ"
THAI = "นักโทษการเมือง"  # none of our letters


def asked(dataset, **parameters):
    return read_parameters(parameters.items(), dataset=dataset, today=TODAY)


@pytest.fixture(scope="module")
def happened(first_edition):
    query = asked(first_edition, metric="arrested", measure="happened")
    return answer_for(first_edition, query), handout_pdf(first_edition, query, paper="a4", address=ADDRESS)


def test_every_row_is_there_with_its_value_and_its_document(happened):
    answer, made = happened
    said = text_of(made)
    assert answer.counted
    for row in answer.counted:
        assert str(value_of(answer, row)) in said
        assert row.source_id in said.replace("- ", "-")
    for document in answer.sources:
        assert document.publisher_name in said


def test_of_many_rows_the_newest_are_shown_and_the_others_counted(first_edition):
    query = asked(first_edition, metric="detained")
    content = handout_content(first_edition, query, paper="a4", address=ADDRESS)
    rows = len(answer_for(first_edition, query).rows)
    assert len(content["rows"]) == MOST_ROWS < rows
    assert (
        content["table_note"] == f"The newest {MOST_ROWS} of {rows} rows; the address below has all of them."
    )
    assert content["rows"][0][0] == "at least 22,800"  # of 27 February 2026, the newest


def test_its_table_has_a_head_that_is_heard_and_its_chart_words(happened):
    _answer, made = happened
    tags = tags_of(made)
    kinds = {kind for kind, _alternative in tags}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/L"} <= kinds
    alternatives = [alternative for kind, alternative in tags if kind == "/Figure"]
    assert any("1,988" in alternative for alternative in alternatives)
    assert reader(made).trailer["/Root"]["/Lang"] == "en"


def test_no_letter_is_smaller_than_eight_points(happened):
    assert min(sizes_of_letters(happened[1])) >= 8


def test_burmese_is_set_in_our_letters(first_edition):
    content = handout_content(first_edition, asked(first_edition), paper="a4", address=ADDRESS)
    made = as_pdf("handout", {**content, "title": BURMESE, "lang": "my"}, day=DAY)
    fonts = {str(font) for page in reader(made).pages for font in _fonts(page)}
    assert any("NotoSansMyanmar" in font for font in fonts)
    assert "pdfuaid" in reader(made).xmp_metadata.stream.get_data().decode()


def _fonts(page):
    return [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]


def test_a_script_that_we_have_no_letters_of_is_not_promised_to_be_heard(first_edition):
    content = handout_content(first_edition, asked(first_edition), paper="a4", address=ADDRESS)
    made = as_pdf("handout", {**content, "title": THAI}, day=DAY)
    assert "pdfuaid" not in reader(made).xmp_metadata.stream.get_data().decode()


def test_text_of_the_data_is_no_markup_of_the_page(first_edition):
    hostile = '#pagebreak() [x] *b* = heading \\ $1$ "'
    content = handout_content(first_edition, asked(first_edition), paper="a4", address=ADDRESS)
    made = as_pdf("handout", {**content, "caveats": [hostile], "note": hostile}, day=DAY)
    assert text_of(made).count(hostile) == 2
