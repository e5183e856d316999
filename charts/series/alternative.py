"""The content of a chart over time in words, for those who hear it and for those who want to check it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final

from charts.canvas import titles
from charts.canvas.credit import credit
from charts.canvas.events import events_of
from charts.canvas.hover import is_derived, is_revision, time_of, value_in_words
from charts.canvas.theme import Look
from charts.series.drawn_series import DrawnSeries, longest_silence, series_name, series_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.counts.typed_rows import Break
from metrics.language import phrasing
from metrics.language.wording import N_, _, ngettext
from metrics.query.query import Grain, Measure, Status

ALL_VALUES_UP_TO: Final = 24  # more than this are given by first, last, highest, and last of each year
SAID_ELSEWHERE: Final = ("break", "definition")  # beside the days, and with the credit
NONE: Final = {
    Status.NOT_REPORTED: N_("No figure for: {buckets}."),
    Status.NO_LONGER_PUBLISHED: N_("No longer published: {buckets}."),
    Status.SUPPRESSED: N_("Withheld (small number): {buckets}."),
}
BOUNDS: Final = {
    "at_least": N_("Lower limits, not joined to the line: {values}."),
    "up_to": N_("Upper limits, not joined to the line: {values}."),
    "about": N_("Rounded, not joined to the line: {values}."),
    "between": N_("Ranges, not joined to the line: {values}."),
}


MOST_WITHOUT: Final = 40  # names of places without a count; of more, their number is said


def none_in_words(answer: Answer) -> str:
    """Which places, or metrics, of the question have no count at all; empty where all have one."""
    counted = {(row.metric, row.place) for row in answer.counted}
    query = answer.query
    if not counted or len(query.metrics) * len(query.places) == 1:
        return ""
    missing = [
        series_name(metric, place, answer=answer)
        for metric in query.metrics
        for place in query.places
        if (metric, place) not in counted
    ]
    if not missing:
        return ""
    if len(missing) > MOST_WITHOUT:
        words = _("No figure for {count} of {all} places.")
        values = {"count": len(missing), "all": len(query.metrics) * len(query.places)}
        return words.format(**{name: phrasing.number(value) for name, value in values.items()})
    return _("No figure: {places}.").format(places="; ".join(missing))


def alternative(answer: Answer, *, heading: str = "") -> str:
    """The whole figure in words: what is shown, each series, breaks, events, caveats, source."""
    series = series_of(answer, look=Look())
    paragraphs = [f"{heading or titles.title(answer)}. {titles.subtitle(answer)}."]
    paragraphs.append(_("The height of a mark shows: {axis}.").format(axis=titles.axis_title(answer)))
    paragraphs += [series_in_words(one, answer=answer) for one in series] or [
        _("There are no figures to show.")
    ]
    paragraphs += [none_in_words(answer), _days_in_words(answer), _caveats_in_words(answer), credit(answer)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def series_in_words(series: DrawnSeries, *, answer: Answer) -> str:
    """One series: its values, its gaps, its bounds, what is derived in it."""
    rows = series.counted
    if not rows:
        return _("{name}: no figure in this period.").format(name=series.name)
    parts = [f"{series.name}: {_values(rows, answer=answer)}"]
    parts += [_without_count(status, series=series) for status in NONE]
    parts.append(_silences(series, answer=answer))
    parts += [_signed(kind, rows, answer=answer) for kind in BOUNDS]
    parts += [_revisions(rows, answer=answer), _derived(rows, answer=answer)]
    return " ".join(part for part in parts if part)


def _values(rows: Sequence[Row], *, answer: Answer) -> str:
    if len(rows) <= ALL_VALUES_UP_TO:
        return _values_in_words(rows, answer=answer) + "."
    yearly = {row.day.year: row for row in rows}
    return _(
        "{count} figures. First {first}. Last {last}. Highest {highest}. Lowest {lowest}. Last of each"
        " year: {yearly}."
    ).format(
        count=phrasing.number(len(rows)),
        first=_values_in_words(rows[:1], answer=answer),
        last=_values_in_words(rows[-1:], answer=answer),
        highest=_values_in_words([max(rows, key=_value)], answer=answer),
        lowest=_values_in_words([min(rows, key=_value)], answer=answer),
        yearly=_values_in_words(yearly.values(), answer=answer),
    )


def _value(row: Row) -> float:
    return row.value or 0


def _values_in_words(rows: Iterable[Row], *, answer: Answer) -> str:
    """Values with their times: "25,931 on 31 January 2024"; a negative difference is called a revision."""
    is_day = answer.query.measure not in (Measure.NEWLY_DOCUMENTED, Measure.HAPPENED)
    pattern = _("{value} on {time}") if is_day else _("{value} ({time})")
    values = []
    for row in rows:
        time = time_of(row, answer)
        if is_revision(row, answer=answer):
            time = _("{time}, a revision: the total was lowered").format(time=time)
        values.append(pattern.format(value=value_in_words(row, answer=answer), time=time))
    return "; ".join(values)


def missing_in_words(series: DrawnSeries) -> str:
    """All buckets without a count, by the reason why."""
    return " ".join(filter(None, (_without_count(status, series=series) for status in NONE)))


def _without_count(status: Status, *, series: DrawnSeries) -> str:
    """Buckets without a count for one reason, neighbours as a range."""
    alike = groupby(series.rows, key=lambda row: row.value is None and row.status == status)
    runs = [[row.bucket for row in run] for is_missing, run in alike if is_missing]
    if not runs:
        return ""
    return _(NONE[status]).format(buckets=", ".join(_range(run[0], run[-1]) for run in runs))


def _silences(series: DrawnSeries, *, answer: Answer) -> str:
    """Long times without a count, as published: there the line is parted."""
    if answer.query.grain is not Grain.AS_PUBLISHED or answer.query.measure is Measure.HAPPENED:
        return ""
    pattern = _("No figure between {start} and {end}.")
    longest = longest_silence(series.counted)
    return " ".join(
        pattern.format(start=phrasing.day(before.day), end=phrasing.day(after.day))
        for before, after in pairwise(series.counted)
        if (after.day - before.day).days > longest
    )


def _range(first: str, last: str) -> str:
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _signed(kind: str, rows: Sequence[Row], *, answer: Answer) -> str:
    found = [row for row in rows if row.qualifier == kind]
    if not found or answer.query.measure in (Measure.NEWLY_DOCUMENTED, Measure.HAPPENED):
        return ""
    return _(BOUNDS[kind]).format(values=_values_in_words(found, answer=answer))


def _revisions(rows: Sequence[Row], *, answer: Answer) -> str:
    """Lowered totals of a long series; a short one gives every value anyway."""
    found = [row for row in rows if is_revision(row, answer=answer)]
    if not found or len(rows) <= ALL_VALUES_UP_TO:
        return ""
    return _("Revisions, where the total was lowered: {values}.").format(
        values=_values_in_words(found, answer=answer)
    )


def _derived(rows: Sequence[Row], *, answer: Answer) -> str:
    found = [row for row in rows if is_derived(row, answer=answer)]
    if not found:
        return ""
    pattern = ngettext(
        "Calculated, not published: {count} figure: {first}.",
        "Calculated, not published: {count} figures, the first {first}, the last {last}.",
        len(found),
    )
    return pattern.format(
        count=phrasing.number(len(found)),
        first=_values_in_words(found[:1], answer=answer),
        last=_values_in_words(found[-1:], answer=answer),
    )


def _days_in_words(answer: Answer) -> str:
    """Breaks in series and events, by day."""
    breaks = list(dict.fromkeys(_break_in_words(change, answer=answer) for change in answer.breaks))
    parts = [_("Breaks in series: {breaks}").format(breaks=" ".join(breaks))] if breaks else []
    days: dict[str, list[str]] = {}
    for event in events_of(answer):
        days.setdefault(_(event.label), []).append(phrasing.day(event.day))
    if days:
        named = "; ".join(f"{name}: {', '.join(on)}" for name, on in days.items())
        parts.append(_("Events marked: {events}.").format(events=named))
    return "\n\n".join(parts)


def _break_in_words(change: Break, *, answer: Answer) -> str:
    what_changed = _(change.what_changed)
    what = f"{phrasing.day(change.day)}: {what_changed}"
    if len(answer.query.metrics) == 1:
        return what
    return f"{titles.metric_label(answer, change.metric)}, {what}"


def _caveats_in_words(answer: Answer) -> str:
    return " ".join(str(caveat.message) for caveat in answer.caveats if caveat.kind not in SAID_ELSEWHERE)
