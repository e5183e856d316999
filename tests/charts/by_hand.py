"""Answers made by hand: a few rows, each with its reason, and all that travels with them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from metrics.answer.answer import SERIES_COLUMNS, Answer, Caveat
from metrics.query.query import Grain, Measure, Query

DAYS = ("period_start", "period_end", "covers_from", "covers_to", "published")
METRICS = {
    "arrested": ("Arrested", "flow", "", "The actual number is likely higher."),
    "detained": ("In detention", "stock", "", ""),
    "killed": ("Killed", "flow", "", ""),
    "released": ("Released", "flow", "", ""),
}
PLACES = {
    "MM": ("Myanmar", "country"),
    "MM-01": ("Sagaing Region", "region"),
    "MM-06": ("Yangon Region", "region"),
    "MM-12": ("Kayah State", "state"),
}


def row(day: str | None, value: float | None, **given: object) -> dict[str, object]:
    """One row of an Answer; a row without a value is `not_reported` where nothing else is said."""
    made: dict[str, object] = dict.fromkeys(SERIES_COLUMNS, "")
    made |= dict.fromkeys(DAYS)
    made |= {"metric": "arrested", "place": "MM", "bucket": day, "period_end": day, "value": value}
    made |= {"qualifier": "exact" if value is not None else "", "counted_by": "AAPP", "source_id": "s1"}
    made |= {"status": "reported" if value is not None else "not_reported"}
    return made | given


def answer(
    *rows: dict[str, object],
    measure: str = "total",
    grain: str = "as_published",
    places: tuple[str, ...] = ("MM",),
    metrics: tuple[str, ...] = ("arrested",),
    names: dict[str, tuple[str, str]] | None = None,
    labels: dict[str, tuple[str, str, str, str]] | None = None,
    breaks: list[dict[str, object]] | None = None,
    events: list[dict[str, object]] | None = None,
    caveats: tuple[Caveat, ...] = (),
    start: date = date(2021, 2, 1),
    end: date = date(2024, 12, 31),
    detail: str = "",
    sex: str = "all",
) -> Answer:
    """An Answer around the rows. `names` and `labels` replace those of places and metrics."""
    frame = pd.DataFrame(list(rows), columns=list(SERIES_COLUMNS)).assign(
        measure=measure, value=lambda made: made["value"].astype("Float64")
    )
    for column in DAYS:
        frame[column] = pd.to_datetime(frame[column])
    query = Query(
        metrics=metrics,
        places=places,
        measure=Measure(measure),
        grain=Grain(grain),
        start=start,
        end=end,
        known_on=None,
        edition=None,
        counted_by="AAPP",
        group="political",
        sex=sex,
        age="all",
        detail=detail,
    )
    return Answer(
        query=query,
        rows=frame,
        caveats=caveats,
        sources=pd.DataFrame({"source_id": ["s1", "s2"], "publisher_name": ["Progressive Voice"] * 2}),
        vintages=pd.DataFrame(),
        excluded=pd.DataFrame(),
        breaks=_dated(breaks, ["metric", "place", "date", "kind", "what_changed"]),
        events=_dated(events, ["event_id", "date", "place", "kind", "label"]),
        findings=(),
        metrics=_named(METRICS | (labels or {}), metrics, ["label", "kind", "part_of", "caveat"], "metric"),
        places=_places(PLACES | (names or {}), places),
        event=None,
        counter="AAPP",
        start=start,
        end=end,
        known_on=date(2025, 1, 15),
        edition=date(2025, 1, 15),
        origin=date(2021, 2, 1),
        origin_label="since the coup",
        reporting_year_first_month=2,
    )


def _dated(rows: list[dict[str, object]] | None, columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows or [], columns=columns)
    return frame.assign(date=pd.to_datetime(frame["date"]))


def _named(table: dict, codes: tuple[str, ...], columns: list[str], index: str) -> pd.DataFrame:
    frame = pd.DataFrame([table[code] for code in codes], columns=columns)
    return frame.set_index(pd.Index(codes, name=index))


def _places(table: dict, codes: tuple[str, ...]) -> pd.DataFrame:
    frame = _named(table, codes, ["name", "kind"], "place")
    return frame.assign(
        parent="", population=1_000_000, population_year=2014, population_source="2014 Census"
    )


def traces(figure: object, role: str) -> list[object]:
    """The traces of a figure that play a role."""
    return [trace for trace in figure.data if (trace.meta or {}).get("role") == role]


def notes(figure: object) -> dict[str, str]:
    """The texts in a figure by the names of their notes."""
    return {note.name: note.text for note in figure.layout.annotations}
