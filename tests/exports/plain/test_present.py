"""Screens to present: one finding each, in the order of the link, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exports.plain.present import present_html
from metrics.query.invalid_query import ParameterError
from tests.conftest import EDITION
from tests.exports.plain.asking import FOLDERS, asked
from tests.exports.plain.reading import Read, read_page
from tests.folders import THREE_FOLDERS
from tests.folders.hostile import write_hostile


def html_of(folder: Path = EDITION, slides: str = "", **parameters: str) -> str:
    page, links = asked(folder, **parameters)
    return present_html(page, links, tuple(filter(None, slides.split(","))))


def presented(folder: Path = EDITION, slides: str = "", **parameters: str) -> Read:
    return read_page(html_of(folder, slides, **parameters))


def screens(page: Read) -> list[str]:
    return [value for tag, name, value in page.attributes if (tag, name) == ("section", "id")]


def test_each_number_is_followed_by_its_charts_and_the_limits_come_last() -> None:
    page = presented()
    assert screens(page)[:5] == ["title", "detained", "level-detained", "killed", "total-killed"]
    assert screens(page)[5:8] == ["arrested", "total-arrested", "newly-arrested"]
    assert screens(page)[-2:] == ["places-killed", "limits"]
    assert "22,789" in page.text
    assert "On 15 February 2026." in page.text
    assert "What these figures cannot tell you" in page.text


def test_the_link_keeps_which_screens_and_in_which_order() -> None:
    page = presented(slides="newly-arrested,detained,title")
    assert screens(page) == ["newly-arrested", "detained", "title"]
    assert "22,789" in page.text
    assert "29,685" not in presented(slides="title,detained,newly-arrested").pictures[0]


def test_a_screen_comes_earlier_by_a_link_and_the_others_keep_their_order() -> None:
    page = presented(slides="title,detained,killed")
    assert ("Earlier", "./present?slides=detained,title,killed") in page.links
    assert ("Earlier", "./present?slides=title,killed,detained") in page.links


def test_screens_without_a_figure_are_left_out_and_named() -> None:
    page = presented(slides="title,detained,killed_in_custody", place="MM-01")
    assert "detained" not in screens(page)
    assert "Left out, because there is no figure for this place and time: detained" in page.text
    assert "Left out" not in presented().text


def test_a_screen_that_there_never_is_is_refused() -> None:
    with pytest.raises(ParameterError) as refused:
        html_of(slides="title,prisoners")
    assert refused.value.parameter == "slides"
    assert refused.value.value == "prisoners"
    assert "detained" in refused.value.allowed


def test_every_screen_leads_to_the_next_without_a_script() -> None:
    page = presented(slides="title,detained,killed")
    turns = [(words, href) for words, href in page.links if words in ("Next", "Back")]
    assert turns == [
        ("Next", "#detained"),
        ("Back", "#title"),
        ("Next", "#killed"),
        ("Back", "#detained"),
    ]


def test_a_year_has_its_own_screens() -> None:
    page = presented(from_="2023-02-01", to="2024-01-31")
    assert "1,988" in page.text
    assert "22,789" not in page.text + " ".join(page.pictures)
    assert ("Read it as a page", "./brief?from=2023-02-01&to=2024-01-31") in page.links


def test_a_list_that_does_not_fit_says_how_many_places_it_has() -> None:
    assert "Shown: the highest 8 of 15 places." in presented(slides="places-killed").text


def test_without_a_figure_there_is_one_screen_that_says_so() -> None:
    page = presented(place="MM-unknown")
    assert screens(page) == ["title"]
    assert "No headline figure by this organisation is recorded here." in page.text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_is_whole_when_it_is_loaded(folder: Path) -> None:
    page = presented(folder)
    fetched = [(tag, value) for tag, name, value in page.attributes if name in ("src", "srcset")]
    assert fetched == [("script", "./plain/keys.js")]
    assert len(page.ids) == len(set(page.ids))
    levels = [level for level, _words in page.headings]
    assert levels[0] == 1
    assert set(levels) <= {1, 2}


def test_hatchings_of_the_hidden_picture_have_other_names() -> None:
    html = html_of()
    defined = re.findall(r'<pattern id="([^"]+)"', html)
    assert {name.startswith("other-") for name in defined} == {True, False}
    assert set(re.findall(r"url\(#([^)]+)\)", html)) == set(defined)


def test_hostile_texts_are_text(tmp_path: Path) -> None:
    html = html_of(write_hostile(THREE_FOLDERS["venezuela"], tmp_path / "hostile"))
    assert html.count("<script") == 1
    assert "<b>c" not in html
    assert "<script>alert(1)</script>" in read_page(html).text
