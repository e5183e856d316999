"""Overview: the numbers that lead, what is said of them, and the period that sets them all."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from metrics.counts.current_tables import today
from tests.app_pages.reading import address_of, figures_in_words, lines, links, sentences, table, visit, words

COUNTER = "Assistance Association for Political Prisoners (Burma)"
OVERVIEW = "overview/overview.py"
YEAR_THREE = {"from": "2023-02-01", "to": "2024-01-31"}


@pytest.fixture(scope="module")
def overview() -> AppTest:
    return visit(OVERVIEW)


@pytest.fixture(scope="module")
def year_three() -> AppTest:
    return visit(OVERVIEW, YEAR_THREE)


def leads(script: AppTest) -> dict[str, str]:
    """The large numbers by whom they count."""
    return dict(zip(lines(script, "whom"), lines(script, "headline lead"), strict=True))


def others(script: AppTest) -> dict[str, str]:
    """The small numbers by their labels."""
    return dict(zip(lines(script, "label"), lines(script, "headline"), strict=True))


def test_two_numbers_lead_and_the_others_follow(overview: AppTest) -> None:
    assert leads(overview) == {
        "people held on political grounds": "22,789",
        "pro-democracy supporters and other civilians killed by the military and its forces": "7,257",
    }
    assert list(others(overview).items()) == [
        ("Arrested", "29,685"),
        ("Killed in custody", "1,943"),
        ("Serving a sentence", "10,334"),
        ("Released", "7,276"),
    ]


def test_each_number_has_its_day_and_a_lead_its_document_and_what_came_later(overview: AppTest) -> None:
    captions = lines(overview, "caption")
    detained = captions.index(
        f"On 15 February 2026. {COUNTER} figure, reported by German Solidarity with Myanmar Democracy."
    )
    assert "at least 22,800" in captions[detained + 1]
    assert "27 February 2026" in captions[detained + 1]
    assert "Documented since the coup, by 29 October 2024." in captions
    # A number that nobody printed is told apart, with how it was worked out.
    assert "Calculated since the coup, by 15 September 2025: arrested minus in detention." in captions
    assert "Documented since the coup, by 15 September 2025." in captions, "arrested is printed"


def test_changes_are_said_in_the_words_of_their_measure(overview: AppTest) -> None:
    captions = lines(overview, "caption")
    # 22,789 - 21,803 = 986. No percentage: part of it may be detentions documented late.
    assert any("986 more than on 10 February 2025 (21,803)" in text for text in captions)
    assert not any("percent" in text for text in captions)


def test_how_old_each_number_is_stands_beside_it(overview: AppTest) -> None:
    """Whole months from the number's day to today, in the order of the numbers."""
    days = [
        date(2026, 2, 15),  # held
        date(2025, 9, 15),  # killed
        date(2025, 9, 15),  # arrested
        date(2024, 10, 29),  # killed in custody
        date(2025, 2, 17),  # serving a sentence
        date(2025, 9, 15),  # released
    ]
    now = today()
    months = [
        (now.year - day.year) * 12 + now.month - day.month - (0 if now.day >= day.day else 1) for day in days
    ]
    assert lines(overview, "age") == [f"{count} months old" for count in months]


def test_on_a_past_day_the_numbers_are_as_old_as_they_were_then() -> None:
    then = visit(OVERVIEW, {"known_on": "2024-02-01"})
    assert leads(then)["people held on political grounds"] == "19,993"
    assert lines(then, "age") == [], "all are of 31 January 2024"
    assert others(then)["Arrested"] == "25,931"


def test_how_old_the_newest_document_is_stands_at_the_head(overview: AppTest) -> None:
    days = (today() - date(2026, 3, 2)).days
    assert f"Newest document: 2 March 2026, {days} days ago." in words(overview)
    assert "days ago" not in words(visit(OVERVIEW, {"known_on": "2024-02-01"})), "nobody knew it then"


def test_sentences_to_say(overview: AppTest) -> None:
    said = sentences(overview)
    assert "22,789 people held on political grounds in Myanmar" in said[0]
    assert "at least 22,800" in said[0], "whoever reads out the one number must not hide the other"
    assert "29,685 people arrested on political grounds in Myanmar" in said[1]
    assert "7,257 pro-democracy supporters" in said[2]
    # Totals of 31 January: 25,931 (2024), 28,444 (2025); the difference is 2,513.
    assert "2,513" in said[3]


def test_the_third_year_has_its_own_numbers(year_three: AppTest) -> None:
    """What AAPP said on the third anniversary: 1,988 arrests, 309 of them in Sagaing, 770 killed there."""
    assert others(year_three)["Arrested"] == "1,988"
    assert leads(year_three)["people held on political grounds"] == "19,993"
    parts = table(year_three, "Place", "Arrested", "Killed").set_index("Place")
    assert parts.loc["Sagaing Region"].to_dict() == {"Arrested": "309", "Killed": "770"}
    said = "\n".join(sentences(year_three))
    for number in ("1,988", "8,359", "19,993"):
        assert number in said
    assert "22,789" not in said + figures_in_words(year_three), "a number of another time"
    assert "1 February 2023 to 31 January 2024" in words(year_three)


def test_what_was_documented_in_a_period_is_never_called_what_happened(year_three: AppTest) -> None:
    """No document counts who was killed in the year: 4,474 - 2,940 = 1,534 were newly documented in it."""
    assert leads(year_three)[
        "pro-democracy supporters and other civilians killed by the military and its forces"
    ] == ("1,534")
    assert any(
        text.startswith("Newly documented between 31 January 2023 and 31 January 2024")
        for text in lines(year_three, "caption")
    )


def test_of_a_past_period_nothing_is_old_and_nothing_came_later(year_three: AppTest) -> None:
    assert lines(year_three, "age") == []
    assert not any("amnest" in text for text in lines(year_three, "caption"))


def test_a_click_on_a_year_sets_the_period() -> None:
    page = visit(OVERVIEW)
    page.button_group(key="overview/period").set_value("2023-02-01").run()
    assert set(YEAR_THREE.items()) <= set(address_of(page))
    assert others(page)["Arrested"] == "1,988"
    page.button_group(key="overview/period").set_value("all").run()
    assert {("from", "2021-02-01"), ("to", "latest")} <= set(address_of(page))
    assert others(page)["Arrested"] == "29,685"


def test_other_dates_are_taken_from_the_address_and_kept() -> None:
    page = visit(OVERVIEW, {"from": "2023-03-05", "to": "2023-08-09"})
    assert page.button_group(key="overview/period").value == "custom"
    # The newest within: 19,729 of 4 August 2023.
    assert leads(page)["people held on political grounds"] == "19,729"
    assert {("from", "2023-03-05"), ("to", "2023-08-09")} <= set(address_of(page))


def test_from_a_day_on_no_number_of_an_earlier_day_is_shown() -> None:
    """The newest count of people held is of 15 February 2026."""
    page = visit(OVERVIEW, {"from": "2026-02-16", "to": "latest"})
    assert "22,789" not in "\n".join([*leads(page).values(), *sentences(page)])


def test_links_keep_who_counted() -> None:
    page = visit(OVERVIEW, {"counted_by": "OHCHR"})
    ways = [href for href in links(page) if href.startswith(("/questions", "/regions"))]
    assert ways
    assert all("counted_by=OHCHR" in href for href in ways)


def test_a_period_without_any_count_says_so() -> None:
    page = visit(OVERVIEW, {"from": "2015-03-05", "to": "2015-03-06"})
    assert not leads(page)
    assert "No headline figure is recorded here for this time. Choose another." in words(page)


def test_before_any_count_no_number_is_shown() -> None:
    page = visit(OVERVIEW, {"known_on": "2021-02-01"})
    assert not leads(page)
    assert "are not known on that day" in words(page)
