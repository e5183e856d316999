"""The page of hard questions: each with its sentence, its source and its way deeper; the opened one first."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import small
from tests.app_pages.reading import (
    address_of,
    figures,
    headings,
    links,
    numbers,
    sentences,
    table,
    visit,
    words,
)

FILE = "hard_questions/questions.py"


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit(FILE)


def test_each_question_is_asked_in_quotation_marks_and_has_one_sentence_to_copy(page: AppTest) -> None:
    asked = headings(page)
    assert asked[:3] == ["“The government says 258.”", "“The UN says otherwise.”", "“Your number fell. Why?”"]
    assert len(asked) == len(sentences(page))
    assert len(set(asked)) == len(asked)


def test_the_way_deeper_leads_to_the_pages_that_have_it(page: AppTest) -> None:
    paths = {address.partition("?")[0] for address in links(page) if address.startswith("/")}
    assert {
        "/compare",
        "/revisions",
        "/documented",
        "/regions",
        "/amnesties",
        "/checks",
        "/coverage",
    } <= paths


def test_no_more_than_eight_figures_and_tables(page: AppTest) -> None:
    assert len(figures(page)) == 2
    rows = table(page, "Fell by", "What is recorded for that time")
    assert len(rows) == 6


def test_an_address_begins_with_its_question_and_has_all_of_it() -> None:
    page = visit(FILE, {"question": "fell"})
    assert headings(page)[0] == "“Your number fell. Why?”"
    assert len(table(page, "Fell by", "What is recorded for that time")) == 18
    assert ("question", "fell") in address_of(page)


def test_an_unknown_question_is_refused_by_its_name() -> None:
    page = visit(FILE, {"question": "nobody"})
    assert sentences(page) == []
    assert "nobody" in words(page)


def test_258_opens_the_card_of_the_authorities_number(page: AppTest) -> None:
    cards = [card for text, card in numbers(page) if text == "258"]
    assert cards
    assert all("counted_by=MM-AUTH" in card for card in cards)


def test_without_any_count_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(small.write(tmp_path / "data", observations="recorded")))
    page = visit(FILE)
    assert "Who says so?" not in words(page)
    assert words(page)
