"""Answers made by hand: a few rows, each with its reason, and all that travels with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from metrics.answer.answer import Answer, Caveat
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row
from metrics.counts.definitions import Definition
from metrics.counts.typed_rows import Break, Document, Event, Metric, Place
from metrics.language.phrasing import Message
from metrics.query.query import Grain, Measure, Query, Status
from validation import ReportingYear
from validation.models.vocabularies import WORDS

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


def row(day: str | None, value: float | None, **given: Any) -> dict[str, Any]:
    """One row of an Answer; a row without a value is `not_reported` where nothing else is said."""
    made: dict[str, Any] = {"metric": "arrested", "place": "MM", "bucket": day, "period_end": day}
    made |= {
        "value": None if value is None else float(value),
        "qualifier": "exact" if value is not None else "",
        "source_id": "s1",
    }
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
    described = {code: _metric(code, *(METRICS | (labels or {}))[code]) for code in metrics}
    made = Answer(
        query=query,
        rows=tuple(_row(label, given) for label, given in enumerate(rows)),
        caveats=caveats,
        sources=(_document("s1"), _document("s2")),
        vintages=(),
        excluded=(),
        breaks=tuple(_break(given) for given in breaks or ()),
        events=tuple(_event(given) for given in events or ()),
        findings=(),
        metrics=described,
        places={code: _place(code, *(PLACES | (names or {}))[code]) for code in places},
        definitions={code: _definition(made.caveat) for code, made in described.items()},
        event=None,
        counter="AAPP",
        counter_kind="ngo",
        usual_group="political",
        people={code: words for column in WORDS.values() for code, words in column.items()},
        start=start,
        end=end,
        known_on=date(2025, 1, 15),
        edition=date(2025, 1, 15),
        origin=date(2021, 2, 1),
        origin_label="since the coup",
        reporting_year=ReportingYear(first_month=2),
    )
    return replace(made, rows=tuple(_drawn(one, made) for one in made.rows))


def _row(label: int, given: dict[str, Any]) -> Row:
    days = {name: date.fromisoformat(given[name]) for name in DAYS if given.get(name)}
    rest = {name: value for name, value in given.items() if name not in (*DAYS, "counted_by", "status")}
    return Row(label=label, number=0, status=Status(given["status"]), **rest, **days)


def _drawn(one: Row, made: Answer) -> Row:
    """The row with the day on which it is drawn: its own, or the last of its bucket."""
    return replace(one, day=one.period_end or bucket_span(one.bucket, answer=made)[1])


def _document(source_id: str) -> Document:
    return Document(
        source_id=source_id,
        publisher="PV",
        title="",
        published=date(2024, 2, 1),
        published_is="printed",
        url="",
        language="en",
        note="",
        recorded=date(2025, 1, 1),
        publisher_name="Progressive Voice",
        publisher_about="",
    )


def _break(given: dict[str, Any]) -> Break:
    day = date.fromisoformat(given["date"])
    return Break(
        metric=given["metric"],
        place=given["place"],
        counted_by="CO",
        kind=given["kind"],
        what_changed=given["what_changed"],
        day=day,
        recorded=day,
    )


def _event(given: dict[str, Any]) -> Event:
    day = date.fromisoformat(given["date"])
    return Event(
        event_id=given["event_id"],
        place=given["place"],
        day=day,
        kind=given["kind"],
        label=given["label"],
        source_id="",
    )


def _metric(code: str, label: str, kind: str, part_of: str, caveat: str) -> Metric:
    return Metric(
        metric=code,
        label=label,
        kind=kind,
        part_of=part_of,
        definition="",
        not_counted="",
        noun="",
        caveat=caveat,
    )


def _definition(caveat: str) -> Definition:
    return Definition(
        what_it_counts="",
        definition="",
        not_counted="",
        how_verified="",
        unit_of_count="",
        standard_of_proof="",
        not_reached="",
        quotations=(),
        own_words=None,
        caution=Message("{caveat}", {"caveat": caveat}) if caveat else None,
        documents=(),
    )


def _place(code: str, name: str, kind: str) -> Place:
    return Place(
        place=code,
        written=name,
        kind=kind,
        parent="",
        population=1_000_000,
        population_year=2014,
        population_source="2014 Census",
    )


def traces(figure: object, role: str) -> list[object]:
    """The traces of a figure that play a role."""
    return [trace for trace in figure.data if (trace.meta or {}).get("role") == role]


def key_words(drawing: object) -> list[str]:
    """The words of a figure's legend."""
    return [entry.words for entry in drawing.key]


def notes(figure: object) -> dict[str, str]:
    """The texts in a figure by the names of their notes."""
    return {note.name: note.text for note in figure.layout.annotations}
