"""The rows of an Answer as series: one for each metric and place, in the order of the question."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pandas as pd

from charts.spans import bucket_span
from charts.theme import Look, family_colour
from charts.titles import metric_label, place_name
from metrics.answer import Answer, Status
from metrics.query import Grain

# What marks and their words need of SERIES_COLUMNS: half as many columns halve the time of a figure.
DRAWN: Final = (
    "metric",
    "place",
    "bucket",
    "period_start",
    "period_end",
    "covers_from",
    "covers_to",
    "value",
    "qualifier",
    "status",
)
LONG_SILENCE_DAYS: Final = 100  # about three reports missed where one a month is usual


@dataclass(frozen=True, eq=False, kw_only=True)
class Series:
    """Rows of one metric in one place. `rows` keep their labels, and gain `day`: where they are drawn."""

    metric: str
    place: str
    name: str  # what tells it from the other series of the figure
    colour: str
    rows: pd.DataFrame


def series_of(answer: Answer, *, look: Look, apart: bool = False) -> list[Series]:
    """One series for each metric and place that has rows.

    `apart` says that each has a panel of its own: then colours need not tell them from each other.
    """
    grouped = {
        (str(m), str(p)): rows
        for (m, p), rows in answer.rows[list(DRAWN)].groupby(["metric", "place"], sort=False)
    }
    ordered = [key for key in _asked(answer) if key in grouped]
    colours = _colours(ordered, answer=answer, look=look, apart=apart)
    return [
        Series(
            metric=key[0],
            place=key[1],
            name=_name(*key, answer=answer),
            colour=colours[key],
            rows=_with_days(grouped[key], answer=answer),
        )
        for key in ordered
    ]


def _asked(answer: Answer) -> list[tuple[str, str]]:
    return [(metric, place) for metric in answer.query.metrics for place in answer.query.places]


def _name(metric: str, place: str, *, answer: Answer) -> str:
    if len(answer.query.metrics) == 1:
        return place_name(answer, place)
    if len(answer.query.places) == 1:
        return metric_label(answer, metric)
    return f"{metric_label(answer, metric)}, {place_name(answer, place)}"


def _colours(
    keys: list[tuple[str, str]], *, answer: Answer, look: Look, apart: bool
) -> dict[tuple[str, str], str]:
    """A family's colour where no two series share it, else the colours of comparison, by position."""
    metrics = answer.metrics
    parts = metrics["part_of"] if "part_of" in metrics.columns else pd.Series(dtype=str)
    family = {key: family_colour(key[0], str(parts.get(key[0], "")), look=look) for key in keys}
    if apart or len(set(family.values())) == len(keys):
        return family
    one_metric = len(answer.query.metrics) == 1
    country = [key for key in keys if one_metric and _is_country(key[1], answer=answer)][:1]
    others = [key for key in keys if key not in country]
    colours = look.tokens.series
    compared = {key: colours[position % len(colours)] for position, key in enumerate(others)}
    return compared | dict.fromkeys(country, look.tokens.neutral)


def _is_country(place: str, *, answer: Answer) -> bool:
    return place in answer.places.index and str(answer.places.loc[place, "kind"]) == "country"


def _with_days(rows: pd.DataFrame, *, answer: Answer) -> pd.DataFrame:
    """The rows in time order, with the day on which each is drawn: its own, or its bucket's end."""
    ends = [
        bucket_span(str(bucket), answer=answer)[1] if pd.isna(end) else end
        for bucket, end in zip(rows["bucket"].tolist(), rows["period_end"].tolist(), strict=True)
    ]
    return rows.assign(day=pd.to_datetime(pd.Series(ends, index=rows.index))).sort_values(
        "day", kind="stable"
    )


def joined(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that a line may join: exact values, reported or derived. Bounds and estimates stand alone."""
    has_value = rows["value"].notna() & rows["status"].isin([Status.REPORTED, Status.DERIVED])
    return rows[has_value & (rows["qualifier"] == "exact")]


def segments(series: Series, *, answer: Answer) -> list[list[int]]:
    """Labels of the rows that one unbroken line may join.

    A line ends where a bucket has no count and at a break in series. As published there are no buckets
    to be missed: there it ends where more than LONG_SILENCE_DAYS lie between two counts, since it must
    not suggest that anything is known of the time in between.
    """
    rows = series.rows
    days, exact = rows["day"], joined(rows)
    stops = [*days[rows["value"].isna()], *break_days(series, answer=answer)]
    at = days.to_dict()
    longest = LONG_SILENCE_DAYS if answer.query.grain is Grain.AS_PUBLISHED else None
    found: list[list[int]] = [[int(label)] for label in exact.index[:1]]
    for before, after in pairwise(exact.index):
        if _may_join(at[before], at[after], stops=stops, longest=longest):
            found[-1].append(int(after))
        else:
            found.append([int(after)])
    return found


def _may_join(
    before: pd.Timestamp, after: pd.Timestamp, *, stops: list[pd.Timestamp], longest: int | None
) -> bool:
    if longest is not None and (after - before).days > longest:
        return False
    return not any(before < stop <= after for stop in stops)


def break_days(series: Series, *, answer: Answer) -> list[pd.Timestamp]:
    """The days from which the series counts something else."""
    breaks = answer.breaks
    if breaks.empty:
        return []
    own = (breaks["metric"] == series.metric) & (breaks["place"] == series.place)
    return list(breaks.loc[own, "date"])
