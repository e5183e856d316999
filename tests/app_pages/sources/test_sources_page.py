"""Sources: documents, definitions, breaks, corrections, editions."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import table, visit, words
from validation import Dataset


@pytest.fixture(scope="module")
def sources() -> AppTest:
    return visit("sources/sources.py")


def test_every_document_is_listed_with_what_it_contributed(sources: AppTest, first_edition: Dataset) -> None:
    listed = table(sources, "Published", "Title")
    assert len(listed) == len(first_edition.sources) == 413
    counted = listed[["Counts that stand", "Superseded", "Left out"]].to_numpy().sum()
    assert counted == len(first_edition.observations) == 1713
    assert listed["Left out"].sum() == len(first_edition.corrections)


def test_documents_known_on_an_earlier_day() -> None:
    sources = visit("sources/sources.py", {"known_on": "2021-02-28"})
    listed = table(sources, "Published", "Title")
    assert listed["Published"].max().date().isoformat() <= "2021-02-28"
    assert f"{len(listed)} documents known on 28 February 2021" in words(sources)


def test_definitions_say_what_is_counted(first_edition: Dataset) -> None:
    sources = visit("sources/sources.py", section="Definitions")
    definitions = table(sources, "Code", "Definition").set_index("Code")
    assert len(definitions) == len(first_edition.metrics)
    assert definitions.loc["detained", "Counted"] == "on a date"
    assert definitions.loc["killed_in_custody", "Part of"] == "Killed"


def test_corrections_are_shown_with_their_reasons(first_edition: Dataset) -> None:
    sources = visit("sources/sources.py", section="Corrections")
    corrections = table(sources, "Printed value", "Reason")
    assert len(corrections) == len(first_edition.corrections)
    assert (corrections["Reason"] != "").all()
    assert f"{len(corrections)} published counts are left out of the series." in words(sources)


def test_breaks_and_editions_are_shown(first_edition: Dataset) -> None:
    breaks = visit("sources/sources.py", section="Breaks in series")
    assert len(table(breaks, "What changed")) == len(first_edition.breaks)
    editions = table(visit("sources/sources.py", section="Editions"), "Seal (SHA-256)")
    assert editions["Counts"].tolist() == [1709, 1713]


def test_only_the_open_section_is_made(sources: AppTest) -> None:
    assert len(sources.dataframe) == 1
    assert not sources.table


def test_corrections_breaks_and_editions_stand_as_known() -> None:
    asked = {"known_on": "2023-02-16", "edition": "2026-11-22"}
    left_out = table(visit("sources/sources.py", asked, section="Corrections"), "Reason", "Recorded")
    # The last document published by then that a correction is about is of 4 September 2022.
    assert left_out["Document"].iloc[-1] == "mm-un-mission-2022-09-04"
    days = table(visit("sources/sources.py", asked, section="Breaks in series"), "Day", "What changed")["Day"]
    assert days.iloc[0].replace("\N{NO-BREAK SPACE}", " ") == "27 May 2022"
    assert len(table(visit("sources/sources.py", asked, section="Editions"), "Edition", "Counts")) == 1
