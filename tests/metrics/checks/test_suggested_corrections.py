"""Suggested rows are rows that corrections.csv takes; what a person accepts ends the finding."""

from __future__ import annotations

import csv
import dataclasses
from datetime import date
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from exports.series_files import table_csv
from metrics.checks.suggested_corrections import day_to_record, suggested_corrections
from metrics.counts.candidates import clocks_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset, Severity, read_dataset

RECORDED = date(2026, 11, 23)


def rows_of(written: bytes) -> list[str]:
    """The lines of the file behind its header."""
    return written.decode().splitlines(keepends=True)[1:]


def suggested(dataset: Dataset, recorded: date = RECORDED, **parameters: str) -> pd.DataFrame:
    """What is suggested as known on the days of a question."""
    return suggested_corrections(dataset, clocks_of(dataset, ask(dataset, **parameters).query), recorded)


def test_as_known_on_an_earlier_day_only_what_disagreed_then_is_suggested(first_edition: Dataset) -> None:
    rows = suggested(first_edition, known_on="2022-11-19")
    published = first_edition.sources.set_index("source_id")["published"]
    assert len(rows)
    assert len(rows) < len(suggested(first_edition))
    assert rows["source_id"].map(published).max() <= pd.Timestamp("2022-11-19")


def test_both_sides_of_a_disagreement_are_suggested(first_edition: Dataset) -> None:
    rows = suggested(first_edition)
    sides = rows[rows["period_end"].between("2023-09-29", "2023-10-01")]
    sides = sides[sides["metric"] == "arrested"]
    assert sides[["source_id", "expected_value"]].to_numpy().tolist() == [
        ["solidarity-mm-de-2023-10-01", 24856],
        ["mm-un-mission-2023-09-30", 24858],
    ]
    assert set(sides["reason"]) == {
        "A running total does not fall: 24,856 on 1 October 2023 is below 24,858 on 29 September 2023"
        " (suggested for each of 2 counts: judge which is wrong)"
    }


def test_rows_have_the_columns_of_the_table(first_edition: Dataset, live_folder: Path) -> None:
    header, *rows = csv.reader(StringIO(table_csv(suggested(first_edition)).decode()))
    assert header == (live_folder / "corrections.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {(row[header.index("action")], row[header.index("recorded")]) for row in rows} == {
        ("exclude", "2026-11-23")
    }


def test_every_warning_that_nobody_judged_has_its_rows(first_edition: Dataset) -> None:
    pointed_at = {
        line
        for finding in first_edition.findings
        if finding.severity is Severity.WARNING and finding.column == "value"
        for line in finding.lines
    }
    assert set(suggested(first_edition).index) == pointed_at


@pytest.mark.parametrize("source_id", ["solidarity-mm-de-2023-10-01", "solidarity-mm-de-2024-03-31"])
def test_row_that_is_accepted_ends_the_finding(
    copied_data: Path, first_edition: Dataset, source_id: str
) -> None:
    recorded = day_to_record(first_edition, RECORDED)  # a day that is sealed takes no more rows
    rows = suggested(first_edition, recorded)
    (line,) = rows.index[rows["source_id"] == source_id]
    assert any(line in finding.lines for finding in first_edition.findings)
    with (copied_data / "corrections.csv").open("a", encoding="utf-8", newline="") as table:
        table.writelines(rows_of(table_csv(rows.loc[[line]])))
    after = read_dataset(copied_data).dataset
    assert after is not None
    on_counts = [finding for finding in after.findings if finding.table == "observations.csv"]
    assert not any(line in finding.lines for finding in on_counts)
    assert line not in suggested(after, recorded).index


def test_without_a_finding_nothing_is_suggested() -> None:
    rows = "a, arrested, XX, total, 2024-01-31, 101, exact\nb, arrested, XX, total, 2024-02-28, 100, exact"
    small = dataset(observations(rows), sources("a, CO, 2024-02-01\nb, CO, 2024-03-01"))
    assert suggested(small).empty


def test_day_that_is_sealed_takes_no_more_rows(first_edition: Dataset) -> None:
    sealed = first_edition.editions.iloc[:1]
    first = dataclasses.replace(first_edition, editions=sealed)
    assert day_to_record(first, date(2026, 11, 1)) == date(2026, 11, 23)
    assert day_to_record(first, date(2026, 12, 1)) == date(2026, 12, 1)
