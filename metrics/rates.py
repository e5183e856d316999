"""Per 100,000 people: a level or a running total over the place's population."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from metrics.answer import Status
from metrics.candidates import Clocks
from metrics.phrasing import number
from metrics.query import Query
from metrics.records import rows_of
from metrics.running import running_series
from validation import Dataset

PERSONS_PER_100K: Final = 100_000


def per_100k_series(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The value for each 100,000 inhabitants of the place, of either sex and every age.

    The population is one census figure for all days: rates of different places compare, a rate's course
    in time is the count's. Places without a population are refused before they come here.
    """
    series = running_series(dataset, query, clocks)
    places = dataset.places.set_index("place")
    population = series["place"].map(places["population"])
    people: dict[Any, Any] = places.to_dict("index")
    return series.assign(
        value=series["value"].astype("Float64") * PERSONS_PER_100K / population.astype("Float64"),
        status=series["status"].where(series["status"] == str(Status.SUPPRESSED), str(Status.DERIVED)),
        formula=[_formula(row, people[row.place]) for row in rows_of(series)],
    )


def _formula(row: Any, place: dict[str, Any]) -> str:
    count = "held back" if pd.isna(row.value) else number(row.value)
    how = f" ({row.formula})" if row.formula else ""
    return (
        f"{count}{how} * 100,000 / {number(place['population'])} people"
        f" ({place['population_year']}, {place['population_source']})"
    )
