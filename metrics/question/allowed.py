"""Whether a question makes sense of this dataset: known codes, and a measure that fits its metrics."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd

from metrics.query.caching import cached_per_dataset
from metrics.query.invalid_query import ParameterError, shortened
from metrics.query.periods import calendar_of
from metrics.query.query import Grain, Measure, Query
from validation import Dataset

# Nobody published counts of this kind before; an earlier day is a slip of the pen.
FIRST_YEAR: Final = 1900
# More rows than a reader can use, and fewer than would keep the server busy for seconds.
MOST_ROWS: Final = 20_000

STOCK_MEASURES = (Measure.LEVEL, Measure.PER_100K)
FLOW_MEASURES = (Measure.TOTAL, Measure.NEWLY_DOCUMENTED, Measure.HAPPENED, Measure.PER_100K)


@cached_per_dataset
def allowed_codes(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """The codes that each parameter of a question may take, in the order of the menus."""
    observations = dataset.observations
    ordered = dataset.metrics.sort_values("display_order")
    return {
        "metric": tuple(ordered["metric"]),
        "place": tuple(dataset.places["place"]),
        "counted_by": tuple(dataset.organisations["organisation"]),
        "group": _with_default(dataset.settings.defaults.group, observations["group"]),
        "sex": _with_default(dataset.settings.defaults.sex, observations["sex"]),
        "age": _with_default(dataset.settings.defaults.age, observations["age"]),
        "detail": _with_default("", observations["detail"]),
        "since": ("", *(one.day.isoformat() for one in dataset.settings.origins)),
        "event": ("", *_events_with_counts(dataset)),
        "source": ("", *dataset.sources["source_id"]),
    }


def _events_with_counts(dataset: Dataset) -> list[str]:
    events = dataset.events["event_id"]
    return list(events[events.isin(dataset.observations["event_id"].unique())])


def _with_default(default: str, column: pd.Series) -> tuple[str, ...]:
    return (default, *sorted(set(column.unique()) - {default}))


@cached_per_dataset
def counters_offered(dataset: Dataset) -> tuple[str, ...]:
    """The organisations that have counted something, the default one first, then by how much they counted."""
    counted = dataset.observations["counted_by"].value_counts()
    default = dataset.settings.defaults.counted_by
    return (default, *(name for name in counted.index if name != default))


@cached_per_dataset
def kinds_of(dataset: Dataset) -> dict[str, str]:
    """Whether each metric is a stock or a flow."""
    return dict(zip(dataset.metrics["metric"], dataset.metrics["kind"], strict=True))


def grains_offered(dataset: Dataset, *, chosen: Grain) -> tuple[Grain, ...]:
    """The grains to choose from; a reporting year that is the calendar year is no second one to choose."""
    is_same = dataset.settings.reporting_year.is_calendar_year
    return tuple(grain for grain in Grain if grain != Grain.REPORTING_YEAR or not is_same or grain == chosen)


def running_measure(dataset: Dataset, metric: str) -> Measure:
    """How a metric is counted as it runs: a stock on a date, a flow since the origin."""
    return Measure.LEVEL if kinds_of(dataset)[metric] == "stock" else Measure.TOTAL


def yearly_grain(dataset: Dataset) -> Grain:
    """The grain of a data set's years: reporting years, where these are no calendar years."""
    return Grain.YEAR if dataset.settings.reporting_year.is_calendar_year else Grain.REPORTING_YEAR


def measures_for(dataset: Dataset, metrics: Iterable[str]) -> tuple[Measure, ...]:
    """The measures that fit all of the metrics: a stock has a level, a flow has totals and differences."""
    kind_of = kinds_of(dataset)
    kinds = {kind_of[metric] for metric in metrics}
    if kinds == {"stock"}:
        return STOCK_MEASURES
    if kinds == {"flow"}:
        return FLOW_MEASURES
    return (Measure.PER_100K,)


def measures_offered(dataset: Dataset, metrics: Iterable[str]) -> tuple[Measure, ...]:
    """The same without rates, where no place of the data set has a population to divide by."""
    fitting = measures_for(dataset, metrics)
    if places_with_population(dataset):
        return fitting
    return tuple(one for one in fitting if one is not Measure.PER_100K) or fitting


@cached_per_dataset
def first_recorded(dataset: Dataset) -> date:
    """The day of the first edition: before it nothing had been recorded. The first day of all without one."""
    recorded = dataset.observations["recorded"]
    return date.min if recorded.empty else pd.Timestamp(recorded.min()).date()


@cached_per_dataset
def last_recorded(dataset: Dataset) -> date:
    """The day on which the newest count was recorded. Without a count, the first of all days."""
    recorded = dataset.observations["recorded"]
    return date.min if recorded.empty else pd.Timestamp(recorded.max()).date()


@cached_per_dataset
def last_counted(dataset: Dataset) -> date | None:
    """The last day for which anybody counted anything; None where nobody did."""
    ends = dataset.observations["period_end"]
    return None if ends.empty else pd.Timestamp(ends.max()).date()


def check_question(dataset: Dataset, query: Query) -> None:
    """Refuse a question that makes no sense for this dataset; raises ParameterError."""
    codes = allowed_codes(dataset)
    for metric in query.metrics:
        _check_code("metric", metric, codes["metric"])
    for place in query.places:
        _check_code("place", place, codes["place"])
    for name in ("counted_by", "group", "sex", "age", "detail", "since", "event", "source"):
        _check_code(name, getattr(query, name), codes[name])
    _check_event(dataset, query)
    _check_measure(dataset, query)
    _check_days(dataset, query)


def _check_code(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ParameterError(
            parameter=parameter,
            value=value,
            problem=f"has the unknown value `{shortened(value)}`",
            allowed=tuple(filter(None, allowed)),
        )


def _check_event(dataset: Dataset, query: Query) -> None:
    """What is counted of an event happened by it: a flow, and by date of event."""
    stocks = [metric for metric in query.metrics if kinds_of(dataset)[metric] == "stock"]
    if query.event and stocks:
        raise ParameterError(
            parameter="event",
            value=query.event,
            problem=f"is given, but {_named(stocks)} is counted on dates, and of no event",
            allowed=("a metric that is a flow, or no event",),
        )
    if query.event and query.measure is not Measure.HAPPENED:
        raise ParameterError(
            parameter="measure",
            value=str(query.measure),
            problem=f"is `{query.measure}`, but what is counted of an event is counted by its date",
            allowed=(str(Measure.HAPPENED),),
        )


def _check_measure(dataset: Dataset, query: Query) -> None:
    fitting = measures_for(dataset, query.metrics)
    if query.measure not in fitting:
        raise ParameterError(
            parameter="measure",
            value=str(query.measure),
            problem=f"is `{query.measure}`, which does not fit {_named(query.metrics)}: a stock has a level,"
            " a flow has totals, differences and counts of what happened",
            allowed=tuple(map(str, fitting)),
        )
    if query.measure is Measure.PER_100K:
        _check_population(dataset, query)


@cached_per_dataset
def places_with_population(dataset: Dataset) -> tuple[str, ...]:
    """The places for which rates can be given."""
    return tuple(dataset.places.loc[dataset.places["population"].fillna(0) > 0, "place"])


def places_with_rates(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """Those of the question's places for which its count can be set against a population."""
    if _is_of_a_part(query):
        return ()
    with_population = places_with_population(dataset)
    return tuple(place for place in query.places if place in with_population)


def _is_of_a_part(query: Query) -> bool:
    return (query.sex, query.age, query.detail) != ("all", "all", "")


def _check_population(dataset: Dataset, query: Query) -> None:
    if _is_of_a_part(query):
        others = (one for one in measures_for(dataset, query.metrics) if one is not Measure.PER_100K)
        raise ParameterError(
            parameter="measure",
            value=str(query.measure),
            problem=f"is `{query.measure}`, but no population is recorded of the part that is counted, and to"
            " divide it by everybody would say too little",
            allowed=tuple(map(str, others)),
        )
    with_population = places_with_population(dataset)
    for place in query.places:
        if place not in with_population:
            raise ParameterError(
                parameter="place",
                value=place,
                problem=f"is `{place}`, for which no population is recorded, so that nothing can be said"
                " per 100,000 people",
                allowed=with_population,
            )


def _check_days(dataset: Dataset, query: Query) -> None:
    if query.end is not None and query.start > query.end:
        raise ParameterError(
            parameter="to",
            value=query.end.isoformat(),
            problem=f"is {query.end.isoformat()}, which is before `from`, {query.start.isoformat()}",
            allowed=("a day on or after `from`", "latest"),
        )
    if query.start.year < FIRST_YEAR:
        raise ParameterError(
            parameter="from",
            value=query.start.isoformat(),
            problem=f"is {query.start.isoformat()}, before any count of this kind",
            allowed=(f"{FIRST_YEAR}-01-01 or a later day",),
        )
    _check_size(dataset, query)
    first = first_recorded(dataset)
    if query.edition is not None and query.edition < first:
        raise ParameterError(
            parameter="edition",
            value=query.edition.isoformat(),
            problem=f"is {query.edition.isoformat()}, before the first edition of this data set",
            allowed=(f"{first.isoformat()} or a later day", "latest"),
        )


def _check_size(dataset: Dataset, query: Query) -> None:
    rows = rows_asked_for(dataset, query)
    if rows > MOST_ROWS:
        raise ParameterError(
            parameter="from",
            value=query.start.isoformat(),
            problem=f"asks for {rows:,} rows",
            allowed=(
                f"at most {MOST_ROWS:,} rows: ask for fewer metrics, places or years, or a longer grain",
            ),
        )


def rows_asked_for(dataset: Dataset, query: Query) -> int:
    """How many rows an answer has, one for each bucket of each series; none are foreseen as published."""
    if query.grain is Grain.AS_PUBLISHED:
        return 0
    calendar = calendar_of(query.grain, dataset.settings.reporting_year)
    end = query.end or last_counted(dataset) or query.start
    return len(query.metrics) * len(query.places) * len(calendar.between(query.start, end))


def _named(metrics: Iterable[str]) -> str:
    return " and ".join(f"`{metric}`" for metric in metrics)
