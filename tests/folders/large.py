"""A generated folder of many counts: provinces and districts, counted each month, in sound sums."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from tests import small

RISE: Final = {"arrested": 110, "released": 30, "detained": 80, "killed": 20}  # people a month
PLACES_OF_PROVINCE: Final = 10


def write_large(folder: Path, *, counts: int) -> Path:
    """Small tables with so many counts at least: running totals that rise, and a stock, by place."""
    months = pd.date_range("2021-02-28", "2025-12-31", freq="ME")
    a_place = len(months) * len(RISE)
    places = [f"XX-{number:03d}" for number in range(-(-counts // a_place))]
    rows = [
        f"m{month:%Y-%m},CO,{metric},{place},political,all,all,,,{basis},{start},{month:%Y-%m-%d},"
        f"{(position + 1) * rise * _size(number)},exact,so many,,2026-01-01,"
        for number, place in enumerate(places)
        for position, month in enumerate(months)
        for metric, rise in RISE.items()
        for basis, start in [("", "") if metric == "detained" else ("documented", "2021-02-01")]
    ]
    small.write(
        folder,
        sources="source_id,publisher,published\n"
        + "\n".join(f"m{month:%Y-%m},CO,{month:%Y-%m-%d}" for month in months),
        places="place,kind,parent,name,population,population_year,population_source\nXX,country,,Ruritania,9000000,2020,Census\n"
        + "\n".join(
            f"{place},{'province' if number % PLACES_OF_PROVINCE == 0 else 'district'},"
            f"{'XX' if number % PLACES_OF_PROVINCE == 0 else places[number - number % PLACES_OF_PROVINCE]},"
            f"Place {number},,,"
            for number, place in enumerate(places)
        ),
    )
    header = (folder / "observations.csv").read_text(encoding="utf-8").splitlines()[0]
    text = "\n".join([header, *rows, ""])
    (folder / "observations.csv").write_text(text, encoding="utf-8")
    return folder


def _size(number: int) -> int:
    """How many districts' counts a place has: a province those of ten."""
    return 1 if number % PLACES_OF_PROVINCE else PLACES_OF_PROVINCE
