"""The names of numbers, for who meets them without their surroundings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from metrics.number.card_address import CardQuestion
from metrics.number.number_name import number_name
from metrics.number.sentence import Number
from metrics.query.query import Grain, Measure
from metrics.question.address import read_parameters
from validation import Dataset

DAY = date(2026, 2, 15)
YEAR = {"start": date(2023, 2, 1), "end": date(2024, 1, 31)}


def name(dataset: Dataset, text: str, since: date | None = None, **changes: Any) -> str:
    asked = [("metric", "detained"), ("measure", "level"), ("grain", "as_published")]
    query = replace(read_parameters(asked, dataset=dataset, today=date(2026, 11, 27)), start=DAY, end=DAY)
    return number_name(dataset, Number(text=text, card=CardQuestion(replace(query, **changes), since)))


ARRESTED = {"metrics": ("arrested",)}
BY_MONTH = {"grain": Grain("month"), "start": date(2026, 2, 1), "end": date(2026, 2, 28)}


@pytest.mark.parametrize(
    ("text", "changes", "said"),
    [
        ("22,789", {}, "22,789 in detention, 15 February 2026"),
        ("at least 22,800", {}, "at least 22,800 in detention, 15 February 2026"),
        ("22,789", BY_MONTH, "22,789 in detention, 1 February 2026 to 28 February 2026"),
        ("22,789", {"end": None}, "22,789 in detention, latest"),
        ("no count", {}, "no count: in detention, 15 February 2026"),
        (
            "29,685",
            {**ARRESTED, "measure": Measure("total")},
            "29,685 arrested, total up to 15 February 2026",
        ),
        (
            "1,988",
            {**ARRESTED, **YEAR, "measure": Measure("happened")},
            "1,988 arrested, 1 February 2023 to 31 January 2024",
        ),
        (
            "8,359",
            {**ARRESTED, **YEAR, "measure": Measure("newly_documented"), "grain": Grain("reporting_year")},
            "8,359 arrested, newly documented, 1 February 2023 to 31 January 2024",
        ),
        (
            "13.6",
            {**ARRESTED, "measure": Measure("per_100k"), "places": ("MM-01",)},
            "13.6 arrested per 100,000 people, Sagaing Region, 15 February 2026",
        ),
        (
            "705",
            {**ARRESTED, "measure": Measure("total"), "places": ("MM-01",), "sex": "female"},
            "705 arrested, women and girls, Sagaing Region, total up to 15 February 2026",
        ),
        (
            "986",
            {"since": date(2025, 2, 10)},
            "986 in detention, difference between 10 February 2025 and 15 February 2026",
        ),
    ],
)
def test_a_number_says_what_it_is(
    first_edition: Dataset, text: str, changes: dict[str, Any], said: str
) -> None:
    assert name(first_edition, text, **changes) == said
