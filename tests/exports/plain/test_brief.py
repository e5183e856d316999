"""The brief of a place and a time: the first page's numbers, all of them with what belongs to them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from charts import dark_colours
from exports.plain.brief import brief_html
from metrics.counts.table_rows import all_places
from tests.conftest import EDITION
from tests.exports.plain.asking import FOLDERS, asked, tables
from tests.exports.plain.reading import Read, read_page
from tests.folders import THREE_FOLDERS
from tests.folders.hostile import write_hostile

# What a page may weigh: on a slow line of 40 kB a second, a fifth of it when compressed.
MOST_BYTES: Final = 60_000


@cache
def html_of(folder: Path, **parameters: str) -> str:
    return brief_html(*asked(folder, **parameters))


def brief(folder: Path = EDITION, **asked: str) -> Read:
    return read_page(html_of(folder, **asked))


def test_numbers_of_the_first_page_stand_there_with_day_counter_and_document() -> None:
    page = brief()
    assert "22,789 people held on political grounds" in page.text
    assert "On 15 February 2026." in page.text
    assert (
        "reported by German Solidarity with Myanmar Democracy. A later report says at least 22,800"
        in page.text
    )
    assert "7,257 pro-democracy supporters" in page.text
    # 22,789 - 21,803 = 986.
    assert "986 more than on 10 February 2025 (21,803)." in page.text
    assert ("STATUS UPDATE KW 07 (Tag 1841)", "https://www.gs-md.org") not in page.links, (
        "an address, not a host"
    )
    document = dict(page.links)["STATUS UPDATE KW 07 (Tag 1841)"]
    assert document.startswith("https://")
    assert ", 15 February 2026" in page.text


def test_a_number_leads_to_its_card_by_a_short_address() -> None:
    assert ("22,789", "./number?metric=detained&from=2026-02-15&to=2026-02-15") in brief().links


def test_sentences_charts_and_limits_stand_there() -> None:
    page = brief()
    assert "To say aloud" in [words for _level, words in page.headings]
    # Totals of 31 January: 28,444 (2025) - 25,931 (2024) = 2,513.
    assert "documented 2,513 more people arrested on political grounds" in page.text
    assert len(page.pictures) == 5
    assert "Sagaing Region: 722 (22 June 2022)" in page.pictures[4]
    assert "An exact figure for 27 February 2026. The document says “at least 22,800”" in page.text


def test_a_year_has_its_own_numbers_and_no_other() -> None:
    page = brief(from_="2023-02-01", to="2024-01-31")
    assert "1,988 Arrested 1 February 2023 to 31 January 2024, counted by when it happened." in page.text
    assert "In that time 8,359 were newly documented, which can include earlier cases." in page.text
    assert "Sagaing Region 309 770" in page.text
    assert "22,789" not in page.text + " ".join(page.pictures)
    assert "Newest document" in page.text, "what is known today of a past year"
    assert page.title.endswith(" · 1 February 2023 to 31 January 2024")


def test_on_a_past_day_it_says_what_was_known_and_leads_to_today() -> None:
    page = brief(known_on="2024-02-01")
    assert "19,993" in page.text
    assert "22,789" not in page.text
    assert "As known on 1 February 2024." in page.text
    assert "Newest document" not in page.text
    assert ("Show the latest figures", "./brief") in page.links
    assert ("Year 3", "./brief?from=2023-02-01&to=2024-01-31&known_on=2024-02-01") in page.links
    assert "Year 4" not in page.text, "it was not over"
    assert "Show the latest figures" not in brief().text


def test_a_link_of_a_past_day_says_what_changed_since() -> None:
    page = brief(known_on="2024-02-01")
    assert "What has changed since this link was made:" in page.text
    # 19,993 of 31 January 2024 was not revised; a later day has 22,789, which nobody knew then.
    assert "Newer figures are known today for: In detention; Arrested; " in page.text
    assert "In detention. Was 19,993" not in page.text
    assert "What has changed since this link was made:" not in brief().text


def test_a_link_of_the_newest_days_says_that_nothing_changed() -> None:
    page = brief(known_on="2026-03-02", edition="2026-11-25")
    assert "None of these figures has changed since, and none has a newer one." in page.text
    assert "Newer figures" not in page.text


def test_a_place_is_named_and_leads_to_the_others() -> None:
    page = brief(place="MM-01")
    assert page.headings[0] == (
        1,
        "Sagaing Region: Political prisoners and killings in Myanmar, as published",
    )
    assert ("Myanmar", "./brief") in page.links
    assert ("Magway Region", "./brief/MM-03") in page.links
    assert "22,789" not in page.text


def test_a_place_without_figures_says_so_and_shows_no_number() -> None:
    page = brief(place="MM-unknown")
    assert "No headline figure by this organisation is recorded here." in page.text
    assert page.pictures == []
    assert "To say aloud" not in page.text


def test_the_head_says_what_it_is() -> None:
    page = brief()
    assert page.title == "Political prisoners and killings in Myanmar, as published"
    assert page.head["description"].startswith(
        "22,789 people held on political grounds. On 15 February 2026."
    )
    assert page.head["og:description"] == page.head["description"]
    assert page.head["canonical"] == page.head["og:url"] == "https://counts.example/page"
    assert ("html", "lang", "en") in page.attributes


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_is_light_and_needs_nothing_else(folder: Path) -> None:
    for place in all_places(tables(folder)):
        html = html_of(folder, place=place)
        assert len(html.encode()) < MOST_BYTES, place
        page = read_page(html)
        assert not {"script", "img", "iframe", "object", "embed", "form"} & set(page.tags)
        # An address that a browser would fetch by itself.
        assert [one for one in page.attributes if one[1] in ("src", "srcset", "onclick", "onload")] == []
        assert "url(" not in re.sub(r"url\(#hatch-[\w.-]+\)", "", html)
        assert "@import" not in html


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_headings_follow_one_another_and_landmarks_are_there(folder: Path) -> None:
    page = brief(folder)
    levels = [level for level, _words in page.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert [tag for tag in page.tags if tag in ("header", "main", "footer")] == ["header", "main", "footer"]
    assert page.links[0] == ("Skip to the figures", "#main")
    assert "main" in page.ids
    assert len(page.ids) == len(set(page.ids)), "an id twice"
    assert all(words for words, _href in page.links)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_colour_of_its_charts_has_one_for_the_dark(folder: Path) -> None:
    pictures = re.findall(r"<svg.*?</svg>", html_of(folder), re.DOTALL)
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', "".join(pictures)))
    assert used
    assert used <= set(dark_colours())


def test_hostile_texts_are_text(tmp_path: Path) -> None:
    folder = write_hostile(THREE_FOLDERS["venezuela"], tmp_path / "hostile")
    html = html_of(folder)
    page = read_page(html)
    assert "<script" not in html
    assert "<b>c" not in html
    assert "<script>alert(1)</script>" in page.text, "shown as it is written"
    assert [href for _words, href in page.links if not href.startswith(("./", "#", "http"))] == []
