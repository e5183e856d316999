"""Briefing: the headline counts, what changed, and sentences that can be read out."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from metrics.counts.current_tables import today
from tests.app_pages.reading import (
    address_of,
    figures_in_words,
    lines,
    rows_of_api,
    sentences,
    table,
    visit,
    words,
)


@pytest.fixture(scope="module")
def briefing() -> AppTest:
    return visit("briefing/briefing.py")


def headlines(script: AppTest) -> dict[str, str]:
    """The cards' numbers by their labels."""
    return dict(zip(lines(script, "label"), lines(script, "headline"), strict=True))


def test_headline_counts(briefing: AppTest) -> None:
    assert list(headlines(briefing).items()) == [
        ("In detention", "22,789"),
        ("Arrested", "29,685"),
        ("Killed", "7,257"),
        ("Killed in custody", "1,943"),
        ("Serving a sentence", "10,334"),
        ("Released", "7,276"),
    ]


def test_each_headline_has_its_day_its_document_and_its_later_bound(briefing: AppTest) -> None:
    captions = lines(briefing, "caption")
    detained = captions.index("on 15 February 2026")
    assert captions[detained + 1] == (
        "The figure of Assistance Association for Political Prisoners (Burma), as reported by German"
        " Solidarity with Myanmar Democracy, 15 February 2026."
        " Later, without an exact count: at least 22,800 (27 February 2026)."
    )
    assert "documented since the coup, as of 29 October 2024" in captions
    worked_out = captions.index(
        "since the coup, as of 15 September 2025, worked out: arrested 29,685 - detained 22,409"
    )
    assert captions[worked_out + 1].startswith("Worked out from what ")
    assert not any(
        "Printed by" in text or "documented" in text for text in captions[worked_out : worked_out + 2]
    )


def test_changes_are_said_in_the_words_of_their_measure(briefing: AppTest) -> None:
    captions = lines(briefing, "")
    # 22,789 - 21,803 = 986. No percentage: part of it may be detentions documented late.
    assert "986 more than on 10 February 2025 (21,803)." in captions
    assert "percent" not in captions
    # A running total has neither: what was added is newly documented. 29,685 - 27,304 = 2,381.
    assert "2,381 newly documented since 3 September 2024." in captions
    assert "500 newly documented since 29 September 2023." in captions


def test_what_is_old_is_said_to_be_old_and_what_came_after_it(briefing: AppTest) -> None:
    """The newest count of all is of 27 February 2026; the one of sentences of 17 February 2025."""
    said = lines(briefing, "caution")
    counter = "Assistance Association for Political Prisoners (Burma)"
    assert said == [
        f"5 months older than the newest count by {counter}.",  # arrested, 15 September 2025
        f"5 months older than the newest count by {counter}.",  # killed
        f"15 months older than the newest count by {counter}.",  # killed in custody, 29 October 2024
        f"12 months older than the newest count by {counter}.",  # serving a sentence
        "After this count came 3 amnesties, the last on 4 January 2026.",
        f"5 months older than the newest count by {counter}.",  # released
    ]


def test_how_old_the_newest_document_is_stands_at_the_head(briefing: AppTest) -> None:
    days = (today() - date(2026, 3, 2)).days
    assert f"Newest document: 2 March 2026, {days} days ago." in words(briefing)
    assert "days ago" not in words(visit("briefing/briefing.py", {"known_on": "2024-02-01"}))


def test_five_sentences_to_read_out(briefing: AppTest) -> None:
    counter = "Assistance Association for Political Prisoners (Burma)"
    assert sentences(briefing) == [
        f"On 15 February 2026 there were 22,789 people held on political grounds in Myanmar, by the count of"
        f" {counter}; on 27 February 2026, at least 22,800. By the exact counts, that is 986 more than on"
        " 10 February 2025 (21,803).",
        f"By 15 September 2025, {counter} had documented 29,685 people arrested on political grounds in"
        " Myanmar since the coup; by 4 January 2026, at least 30,000.",
        f"By 15 September 2025, {counter} had documented 7,257 pro-democracy supporters and other civilians"
        " killed by the military and its forces in Myanmar since the coup; by"
        " 4 January 2026, at least 7,640.",
        # Totals of 31 January: 25,931 (2024), 28,444 (2025); the difference is 2,513.
        f"Between 31 January 2024 and 31 January 2025, {counter} added 2,513 to its running total of"
        " “Arrested”; this is not how many there were in that time, since cases may be documented late.",
        "Killed: A count of verified cases: the actual number is likely higher.",
    ]


def test_main_figure_is_that_of_the_address(briefing: AppTest) -> None:
    assert ("metric", "detained") in address_of(briefing)
    assert "22,663 on 21 December 2025" in figures_in_words(briefing)
    assert "First 147 on 4 February 2021" in figures_in_words(briefing)
    assert len(rows_of_api(briefing)) == len(table(briefing, "Value", "Status")) == 195


def test_another_metric_takes_along_a_measure_that_fits() -> None:
    briefing = visit("briefing/briefing.py")
    briefing.button_group(key="briefing/metric").set_value("arrested").run()
    assert not briefing.exception
    assert {("metric", "arrested"), ("measure", "total")} <= set(address_of(briefing))
    assert rows_of_api(briefing)["value"].max() == 30_000
    assert "29,685 on 15 September 2025" in figures_in_words(briefing)
    briefing.button_group(key="briefing/metric").set_value("serving_sentence").run()
    assert {("metric", "serving_sentence"), ("measure", "level")} <= set(address_of(briefing))


def test_on_an_earlier_day_the_headlines_are_those_of_that_day() -> None:
    cards = headlines(visit("briefing/briefing.py", {"known_on": "2024-02-01"}))
    assert (cards["Arrested"], cards["In detention"], cards["Killed"]) == ("25,931", "19,993", "4,474")


def test_before_any_count_no_number_is_shown() -> None:
    briefing = visit("briefing/briefing.py", {"known_on": "2021-02-01"})
    assert not headlines(briefing)
    assert "are not known on that day" in words(briefing)
