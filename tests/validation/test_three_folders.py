"""Folders of other organisations are sound, and no warning about them is false."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from tests.folders import THREE_FOLDERS
from validation import Severity
from validation.reading.reading import read_dataset

# What is known and explained: each is a later document that restates a count of its own counter. Nothing
# is left that a person must look at.
EXPLAINED = {
    "venezuela": {},
    "prison_covid": {"two_values": 4},  # 20 became 19, 46 became 45, 22 became 47, 1 became 2
    "press_census": {"two_values": 5},  # 2014, 2020, 2022 and 2024 of the world, 2021 of Myanmar
}


@pytest.fixture(scope="module", params=THREE_FOLDERS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_sound_folder_has_no_error_and_no_warning(name: str) -> None:
    findings = read_dataset(THREE_FOLDERS[name]).findings
    assert [one for one in findings if one.severity is not Severity.NOTE] == []
    notes = Counter(one.rule for one in findings if one.rule != "draft")
    assert notes == EXPLAINED[name]


def test_every_count_has_an_address_and_a_quote_with_its_number(name: str) -> None:
    dataset = read_dataset(THREE_FOLDERS[name]).dataset
    assert dataset is not None
    counts = dataset.observations.merge(dataset.sources[["source_id", "url"]], on="source_id")
    assert counts["url"].str.match(r"https?://\S+\.\S+/\S*").all()
    quoted = counts["locator"].str.replace(r"\bmil (?=\d{3})", "1", regex=True)
    quoted = quoted.str.replace(r"(?<=\d)[.,](?=\d{3})", "", regex=True)
    large = counts["value"] > 12  # smaller ones may be written as words
    found = [str(value) in quote for value, quote in zip(counts["value"], quoted, strict=True)]
    assert counts.loc[large & ~pd.Series(found), ["value", "locator"]].empty
