"""What the readers of a load choose: places and the start of the time, in the figure of an open page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, product
from typing import Final

Choice = tuple[tuple[str, ...], str]  # places, and the first day

# As on a day when everybody looks at the same counts: eighteen choices, each with counts to draw.
PLACES: Final = (("MM",), ("MM-01",), ("MM-06",), ("MM", "MM-01"), ("MM-01", "MM-06"), ("MM", "MM-04"))
STARTS: Final = ("2021-02-01", "2022-01-01", "2022-02-01")
SHARED: Final[tuple[Choice, ...]] = tuple(product(PLACES, STARTS))
REGIONS: Final = ("MM-01", "MM-02", "MM-03", "MM-04", "MM-05", "MM-06", "MM-07", "MM-11", "MM-12", "MM-13")
MONTHS: Final = tuple(f"{year}-{month:02}-01" for year in (2021, 2022) for month in range(1, 13))[2:18]


def cached(number: int) -> Iterator[Choice]:
    """What one reader chooses, one after the other: never the same twice in a row."""
    choose, chosen = random.Random(number), SHARED[0]
    while True:
        chosen = choose.choice([one for one in SHARED if one != chosen])
        yield chosen


def new(number: int, *, readers: int, after: int) -> Iterator[Choice]:
    """What one of so many readers chooses: nothing that another one chooses, nor is among the first `after`.

    The whole with two regions or three: some two thousand choices, none of them shared.
    """
    regions = [*combinations(REGIONS, 2), *combinations(REGIONS, 3)]
    every = [(("MM", *places), start) for places, start in product(regions, MONTHS)]
    random.Random(0).shuffle(every)
    yield from every[after + number :: readers]
