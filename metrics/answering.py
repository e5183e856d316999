"""The one way from a question to its answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from metrics.answer import SERIES_COLUMNS, Answer
from metrics.candidates import (
    KEPT_DATASETS,
    Clocks,
    clocks_of,
    counts_in_question,
    is_excluded,
    published_counts,
)
from metrics.caveats import caveats_of
from metrics.derived import with_parts
from metrics.differences import newly_documented_series
from metrics.grid import on_grid
from metrics.happened import happened_series
from metrics.material import Material
from metrics.notes import with_notes
from metrics.query import Measure, Query
from metrics.questions import check_question
from metrics.rates import per_100k_series
from metrics.running import running_series
from metrics.winners import PERIOD
from metrics.wording import spoken_in
from validation import Dataset

# Answers kept for all readers together; one answer is some tens of kilobytes.
KEPT_ANSWERS: Final = 1024
# Most questions are about the same time.
KEPT_TIMES: Final = 64

NO_DAY: Final = np.datetime64("NaT", "us")
SERIES_OF: Final[dict[Measure, Callable[[Dataset, Query, Clocks], pd.DataFrame]]] = {
    Measure.LEVEL: running_series,
    Measure.TOTAL: running_series,
    Measure.NEWLY_DOCUMENTED: newly_documented_series,
    Measure.HAPPENED: happened_series,
    Measure.PER_100K: per_100k_series,
}


@lru_cache(maxsize=KEPT_ANSWERS)
def answer_for(dataset: Dataset, query: Query) -> Answer:
    """The answer to the question; the same object for everybody who asks it. Nobody changes its frames.

    Raises ParameterError where the question makes no sense of this dataset.
    """
    check_question(dataset, query)
    clocks = clocks_of(dataset, query)
    with spoken_in("en"):
        series = SERIES_OF[query.measure](dataset, query, clocks)
        rows = on_grid(series, dataset=dataset, query=query, clocks=clocks)
        weighed = _weighed(dataset, query, clocks, rows)
        excluded = _excluded(dataset, query, clocks)
        rows = with_notes(_described(rows, query), query=query, weighed=weighed, excluded=excluded)
    breaks = _breaks(dataset, query, clocks, rows)
    lines = {line for inputs in rows["inputs"] for line in inputs}
    return Answer(
        query=query,
        rows=rows[list(SERIES_COLUMNS)],
        caveats=caveats_of(
            Material(
                dataset=dataset,
                query=query,
                clocks=clocks,
                rows=rows,
                weighed=weighed,
                excluded=excluded,
                breaks=breaks,
            )
        ),
        sources=_sources(dataset, weighed.loc[weighed["shown"], "source_id"]),
        vintages=weighed,
        excluded=excluded,
        breaks=breaks,
        events=_events(dataset, query, clocks),
        findings=tuple(
            finding
            for finding in dataset.findings
            if finding.table == "observations.csv" and not lines.isdisjoint(finding.lines)
        ),
        metrics=dataset.metrics.set_index("metric").loc[list(query.metrics)],
        places=dataset.places.set_index("place").loc[list(query.places)],
        counter=dataset.organisations.set_index("organisation")["name"][query.counted_by],
        start=clocks.start.date(),
        end=clocks.end.date(),
        known_on=clocks.known_on.date(),
        edition=clocks.edition.date(),
        origin=dataset.settings.origin,
        origin_label=dataset.settings.origin_label,
        reporting_year_first_month=dataset.settings.reporting_year_first_month,
    )


def _described(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """The rows with what the question fixes for all of them, and with plain column types."""
    fixed = {name: getattr(query, name) for name in ("group", "sex", "age", "detail", "counted_by")}
    described = rows.assign(**fixed, measure=str(query.measure))
    described["value"] = described["value"].astype("Float64")
    for column in ("period_start", "period_end", "covers_from", "covers_to", "published"):
        if column not in described:
            described[column] = NO_DAY
        elif described[column].dtype.kind != "M":
            described[column] = pd.to_datetime(described[column])
    return described


def _weighed(dataset: Dataset, query: Query, clocks: Clocks, rows: pd.DataFrame) -> pd.DataFrame:
    """Every count that was weighed for a period that is shown, best first; `shown` marks those that stand."""
    shown = {line for inputs in rows["inputs"] for line in inputs}
    counts = published_counts(dataset)
    candidates = counts_in_question(dataset, with_parts(query), clocks)
    candidates = candidates[~is_excluded(candidates, clocks)]
    periods = set(_periods(counts[counts.index.isin(shown)]))
    rivals = [
        line for line, key in zip(candidates.index, _periods(candidates), strict=True) if key in periods
    ]
    weighed = counts[counts.index.isin(shown.union(rivals))]
    return weighed.assign(shown=weighed.index.isin(shown))


def _periods(counts: pd.DataFrame) -> list[tuple[object, ...]]:
    """What each count is for: its metric, place, basis and period."""
    return list(zip(*(counts[name] for name in [*PERIOD, "basis"]), strict=True))


def _excluded(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    counts = counts_in_question(dataset, query, clocks)
    inside = (counts["period_end"] >= clocks.start) & (counts["period_end"] <= clocks.end)
    basis = {Measure.HAPPENED: ["happened"]}.get(query.measure, ["", "documented"])
    return counts[is_excluded(counts, clocks) & inside & counts["basis"].isin(basis)]


def _breaks(dataset: Dataset, query: Query, clocks: Clocks, rows: pd.DataFrame) -> pd.DataFrame:
    """Breaks of the metrics within the time shown, and within what the first difference covers.

    What changed for a country changed for its parts.
    """
    base = rows["covers_from"].min()
    first = clocks.start if pd.isna(base) else min(clocks.start, base + pd.Timedelta(days=1))
    breaks = dataset.breaks
    return breaks[
        (breaks["date"] >= first)
        & (breaks["date"] <= clocks.end)
        & (breaks["recorded"] <= clocks.edition)
        & breaks["metric"].isin(query.metrics)
        & breaks["place"].isin(_with_parents(dataset, query.places))
    ].sort_values("date")


def _with_parents(dataset: Dataset, places: tuple[str, ...]) -> set[str]:
    parents = dict(zip(dataset.places["place"], dataset.places["parent"], strict=True))
    return {*places, *(parents[place] for place in places)}


@lru_cache(maxsize=KEPT_TIMES)
def _events_within(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    events = dataset.events
    return events[(events["date"] >= clocks.start) & (events["date"] <= clocks.end)].sort_values("date")


def _events(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """Events of the places asked for, and of the places that those lie in."""
    events = _events_within(dataset, clocks)
    return events[events["place"].isin(_with_parents(dataset, query.places))]


@lru_cache(maxsize=KEPT_DATASETS)
def _documents(dataset: Dataset) -> pd.DataFrame:
    names = dataset.organisations.set_index("organisation")["name"]
    documents = dataset.sources.assign(publisher_name=dataset.sources["publisher"].map(names))
    return documents.sort_values(["published", "source_id"])


def _sources(dataset: Dataset, source_ids: pd.Series) -> pd.DataFrame:
    documents = _documents(dataset)
    return documents[documents["source_id"].isin(set(source_ids))]
