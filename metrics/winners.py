"""Of several counts for one period, or one bucket, the one that stands; the others are its vintages."""

from __future__ import annotations

from typing import Final

import pandas as pd

SERIES: Final = ["metric", "place"]
PERIOD: Final = [*SERIES, "period_start", "period_end"]

# An exact value beats a bound, and a bound beats a value that is held back.
STRENGTH: Final = {"exact": 0, "at_least": 1, "about": 1, "up_to": 1, "suppressed": 2}


def in_order_of_standing(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with `strength`, best first.

    Exact before bound; published last; the counter's own document before a relay; the higher source_id, so
    that the order never depends on the order of the rows. It needs no question, so it is made once for all.
    """
    return counts.assign(strength=counts["qualifier"].map(STRENGTH)).sort_values(
        ["strength", "published", "is_own", "source_id"], ascending=[True, False, False, False], kind="stable"
    )


def winner_of_each_period(standing: pd.DataFrame) -> pd.DataFrame:
    """The first count of each period; the counts come in order of standing."""
    return standing.drop_duplicates(PERIOD)


def winner_of_each_bucket(winners: pd.DataFrame) -> pd.DataFrame:
    """One count for each bucket: the last exact one, else the last bound (column `bucket` is given)."""
    latest_first = winners.sort_values("period_end", ascending=False, kind="stable")
    return latest_first.sort_values("strength", kind="stable").drop_duplicates([*SERIES, "bucket"])


def rival_values(standing: pd.DataFrame) -> dict[int, list[tuple[int, str, str]]]:
    """The other exact values printed for the period of a line: `{line: [(value, metric, source_id)]}`.

    For every line, not for the winner only: a derived value may rest on a count that another one beats.
    """
    exact = standing[standing["qualifier"] == "exact"]
    repeated = exact[exact.duplicated(PERIOD, keep=False)]
    printed: dict[tuple[object, ...], list[tuple[int, int, str]]] = {}
    columns = (repeated[name] for name in ("value", "source_id", *PERIOD))
    for line, value, source_id, *period in zip(repeated.index, *columns, strict=True):
        printed.setdefault(tuple(period), []).append((line, value, source_id))
    rivals: dict[int, list[tuple[int, str, str]]] = {}
    for (metric, *_), counts in printed.items():
        for line, value, _ in counts:
            others = [(other, str(metric), source_id) for _, other, source_id in counts if other != value]
            if others:
                rivals[line] = others
    return rivals
