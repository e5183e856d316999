"""Per 100,000 people: a level or a running total over the place's population."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import Any, Final

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.answer.running import running_rows
from metrics.counts.small_tables import places_by_code
from metrics.language.phrasing import number
from metrics.query.query import Status

PERSONS_PER_100K: Final = 100_000


def per_100k_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """The value for each 100,000 inhabitants of the place, of either sex and every age.

    The population is one census figure for all days: rates of different places compare, a rate's course
    in time is the count's. Places without a population are refused before they come here.
    """
    people = places_by_code(inputs.dataset)[place]
    return [
        row._replace(
            value=row.value * PERSONS_PER_100K / people["population"],
            status=row.status if row.status == Status.SUPPRESSED else str(Status.DERIVED),
            formula=_formula(row, people),
        )
        for row in running_rows(inputs, metric, place)
    ]


def _formula(row: Row, place: Mapping[str, Any]) -> str:
    count = "held back" if isnan(row.value) else number(row.value)
    how = f" ({row.formula})" if row.formula else ""
    return (
        f"{count}{how} * 100,000 / {number(place['population'])} people"
        f" ({place['population_year']}, {place['population_source']})"
    )
