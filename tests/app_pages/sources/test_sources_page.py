"""Sources: documents, definitions, breaks, corrections, editions."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import table, values, visit, words
from validation import Dataset


@pytest.fixture(scope="module")
def sources() -> AppTest:
    return visit("sources/sources.py")


def test_every_document_is_listed_with_what_it_contributed(sources: AppTest, first_edition: Dataset) -> None:
    listed = table(sources, "Published", "Title")
    assert len(listed) == len(first_edition.sources) == 413
    counted = listed[["Figures used", "Not used", "Left out"]].to_numpy().sum()
    assert counted == len(first_edition.observations) == 1713
    assert listed["Left out"].sum() == len(first_edition.corrections)


def test_documents_known_on_an_earlier_day() -> None:
    sources = visit("sources/sources.py", {"known_on": "2021-02-28"})
    listed = table(sources, "Published", "Title")
    assert listed["Published"].max().date().isoformat() <= "2021-02-28"
    assert f"{len(listed)} documents known on 28 February 2021" in words(sources)


def select(script: AppTest, position: int) -> None:
    """Select a row of the page's list of documents, as it is drawn now."""
    script.session_state[script.dataframe[0].key] = {"selection": {"rows": [position]}}
    script.run()
    assert not script.exception


def as_known_on(script: AppTest, day: str) -> None:
    script.query_params["known_on"] = day
    script.run()
    assert not script.exception


def opened(script: AppTest) -> list[str]:
    """The titles of the documents that are opened."""
    return values(script.subheader)


def test_a_selected_document_stays_opened_whatever_day_is_asked() -> None:
    sources = visit("sources/sources.py")
    oldest = len(table(sources, "Published", "Title")) - 1
    select(sources, oldest)
    title = table(sources, "Published", "Title")["Title"].iloc[oldest]
    assert opened(sources) == [title]
    # Far fewer documents, then one or two fewer: it is another position each time.
    for day in ("2021-02-28", "2026-02-01", "latest"):
        as_known_on(sources, day)
        assert opened(sources) == [title]


def test_a_selected_document_that_was_not_yet_known_is_not_opened_and_no_other_is() -> None:
    sources = visit("sources/sources.py")
    newest = table(sources, "Published", "Title")["Title"].iloc[0]
    select(sources, 0)
    assert opened(sources) == [newest]
    for day in ("2021-02-28", "2026-02-01"):
        as_known_on(sources, day)
        assert opened(sources) == []
    as_known_on(sources, "latest")
    assert opened(sources) == [newest]


def test_a_document_is_closed_again_and_another_opened() -> None:
    sources = visit("sources/sources.py", {"known_on": "2024-02-01"})
    titles = table(sources, "Published", "Title")["Title"]
    select(sources, 3)
    sources.session_state[sources.dataframe[0].key] = {"selection": {"rows": []}}
    sources.run()
    assert opened(sources) == []
    as_known_on(sources, "2024-03-01")
    assert opened(sources) == []
    as_known_on(sources, "2024-02-01")
    select(sources, 5)
    assert opened(sources) == [titles.iloc[5]]


def test_definitions_say_what_is_counted(first_edition: Dataset) -> None:
    sources = visit("sources/sources.py", section="Definitions")
    definitions = table(sources, "Code", "Definition").set_index("Code")
    assert len(definitions) == len(first_edition.metrics)
    assert definitions.loc["detained", "Counted"] == "on a date"
    assert definitions.loc["killed_in_custody", "Part of"] == "Killed"


def test_corrections_are_shown_with_their_reasons(first_edition: Dataset) -> None:
    sources = visit("sources/sources.py", section="Corrections")
    corrections = table(sources, "Published figure", "Reason")
    assert len(corrections) == len(first_edition.corrections)
    assert (corrections["Reason"] != "").all()
    assert f"{len(corrections)} published figures are left out of the series." in words(sources)


def test_breaks_and_editions_are_shown(first_edition: Dataset) -> None:
    breaks = visit("sources/sources.py", section="Breaks in series")
    assert len(table(breaks, "What changed")) == len(first_edition.breaks)
    editions = table(visit("sources/sources.py", section="Editions"), "Seal (SHA-256)")
    assert editions["Figures"].tolist() == [1713, 1709], "the newest first"


def test_only_the_open_section_is_made(sources: AppTest) -> None:
    assert len(sources.dataframe) == 1
    assert not sources.table


def test_corrections_breaks_and_editions_stand_as_known() -> None:
    parameters = {"known_on": "2023-02-16", "edition": "2026-11-22"}
    left_out = table(visit("sources/sources.py", parameters, section="Corrections"), "Reason", "Recorded")
    # The last document published by then that a correction is about is of 4 September 2022.
    assert left_out["Document"].iloc[0] == "mm-un-mission-2022-09-04"
    days = table(visit("sources/sources.py", parameters, section="Breaks in series"), "Day", "What changed")[
        "Day"
    ]
    assert days.iloc[0].replace("\N{NO-BREAK SPACE}", " ") == "27 May 2022"
    assert len(table(visit("sources/sources.py", parameters, section="Editions"), "Edition", "Figures")) == 1
