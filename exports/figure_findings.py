"""What a chart shows, in one plain sentence that can be its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from exports.numbers import difference_of, size_of, value_of
from exports.row_sentences import with_later_bound
from exports.sentences import later_bound_sentence
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.rows import value_of as row_value
from metrics.answer.who_is_counted import label_of, part_label
from metrics.headline.headlines import headline_of
from metrics.headline.newest_of_places import newest_of_each_place
from metrics.language.phrasing import day, during, number
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, sentence_from
from metrics.query.query import Measure, Status

STOCK: Final = N_("{quantity} {noun} on {day}")
TOTAL: Final = N_("{quantity} {noun} {since}, as documented by {day}")
OF_PERIOD: Final = N_("{quantity} {noun} {period}, by when it happened")


def finding_of(answer: Answer) -> Sentence | None:
    """What an answer about one metric in one place shows, short enough for a title; None where there is none.

    It is said with the noun of the metric, which is in the plural and speaks of all whom it counts: of one
    person, of a part, of a single document or an event, and of rates, the statistic is the title.
    """
    query = answer.query
    is_one = len(query.metrics) == len(query.places) == 1 and not (query.source or query.event)
    if not is_one or query.measure is Measure.PER_100K:
        return None
    if query.measure is Measure.NEWLY_DOCUMENTED:
        return newly_documented_finding(answer) if _has_even(answer) else None
    headline = headline_of(answer)
    noun = answer.metrics[query.metrics[0]].noun
    if headline is None or not noun or part_label(answer) or headline.row.value == 1:
        return None
    row = headline.row
    if query.measure is Measure.TOTAL and row.status is Status.DERIVED:
        return None
    words = {Measure.LEVEL: STOCK, Measure.TOTAL: TOTAL, Measure.HAPPENED: OF_PERIOD}[query.measure]
    return sentence_from(
        _(words),
        quantity=value_of(answer, row),
        noun=_(noun),
        since=_(answer.origin_label),
        day=day(row.day),
        period=during(row.period_start, row.day),
    )


def later_report(answer: Answer) -> Sentence:
    """The bound that was printed for a later day than the finding's number; empty where there is none."""
    headline = headline_of(answer)
    if answer.query.measure is Measure.NEWLY_DOCUMENTED or headline is None or headline.later_bound is None:
        return Sentence()
    return later_bound_sentence(headline).unfinished()


def level_finding(answer: Answer) -> Sentence:
    """The newest level, and the one of a year before where both are exact and no break lies between."""
    headline = headline_of(answer)
    if headline is None:
        return sentence_from(_("No figure is recorded here"))
    row = headline.row
    newest = sentence_from(
        _("{label}: {quantity} on {day}"),
        label=label_of(answer, row.metric),
        quantity=value_of(answer, row),
        day=day(row.day),
    )
    change = headline.change
    if change is not None and change.refused is None and change.difference != 0:
        words = (
            _("{newest}, {difference} more than on {earlier}")
            if change.difference > 0
            else _("{newest}, {difference} fewer than on {earlier}")
        )
        newest = sentence_from(
            words,
            newest=newest,
            difference=difference_of(answer, change, number(abs(change.difference))),
            earlier=day(change.earlier.day),
        )
    return with_later_bound(newest, answer, headline.later_bound)


def flow_finding(answer: Answer) -> Sentence:
    """The newest running total, as documented and not as what happened; or the newest period's own count."""
    headline = headline_of(answer)
    if headline is None:
        return sentence_from(_("No figure is recorded here"))
    row = headline.row
    if answer.query.measure is Measure.HAPPENED:
        return sentence_from(
            _("{label}: {quantity} {period}, by when it happened"),
            label=label_of(answer, row.metric),
            quantity=value_of(answer, row),
            period=during(row.period_start, row.day),
        )
    words = _("{label}: {quantity} documented {since}, as of {day}")
    if row.status is Status.DERIVED:
        words = _("{label}: calculated as {quantity} {since}, by {day}")
    newest = sentence_from(
        words,
        label=label_of(answer, row.metric),
        quantity=value_of(answer, row),
        since=_(answer.origin_label),
        day=day(row.day),
    )
    return with_later_bound(newest, answer, headline.later_bound)


def newly_documented_finding(answer: Answer) -> Sentence:
    """The newest difference that covers its whole bucket, as what was added and not what happened."""
    rows = _even(answer)
    if not rows:
        words = _("{label}: there are no exact totals near both ends of a year, so no increase is given")
        return sentence_from(words, label=label_of(answer, answer.query.metrics[0]))
    row = rows[-1]
    words = _("{label}: {number} newly documented from {start} to {end}, which can include earlier cases")
    if row_value(row) < 0:
        words = _("{label}: total revised down by {number} from {start} to {end}")
    return sentence_from(
        words,
        label=label_of(answer, row.metric),
        number=size_of(answer, row),
        start=day(row.covers[0]),
        end=day(row.covers[1]),
    )


def _even(answer: Answer) -> list[Row]:
    """The differences that cover their whole buckets."""
    uneven = {row for caveat in answer.caveats if caveat.kind == "covers" for row in caveat.rows}
    return [row for row in answer.counted if row.label not in uneven]


def _has_even(answer: Answer) -> bool:
    return bool(_even(answer))


def regional_finding(answer: Answer) -> Sentence:
    """The places with the highest newest count, and how many places have a count.

    No place is named as the highest where another may have had more by that day: its count is a bound, or is
    of another day. Only a running total of a later day says what was not exceeded before.
    """
    newest = newest_of_each_place(answer)
    rows = [one.row for one in newest.values() if one.row.value is not None]
    exact = [row for row in rows if row.qualifier == "exact"]
    if not exact:
        return sentence_from(_("No exact regional figure is published"))
    highest = max(map(row_value, exact))
    top = [row for row in exact if row.value == highest]
    first = min(top, key=lambda row: row.day)
    label, counted = label_of(answer, first.metric), str(len(rows))
    if _may_be_beaten(rows, highest) or _is_of_other_days(answer, rows, top):
        words = _("{label}: {counted} {places} with a figure")
        return sentence_from(words, label=label, counted=counted, places=_places(answer))
    names = sorted(answer.places[row.place].spoken for row in top)
    words = _(
        "{label}: of {counted} {places} with a figure, {place} has the most documented, {number} by {day}"
    )
    if len(rows) == 1:
        words = _("{label}: {place} has the only figure, {number} by {day}")
    if len(names) > 1:
        words = _(
            "{label}: of {counted} {places} with a figure, {place} have the most documented, {number}"
            " each, by {day}"
        )
    finding = sentence_from(
        words,
        label=label,
        counted=counted,
        places=_places(answer),
        place=", ".join(names),
        number=value_of(answer, first),
        day=day(first.day),
    )
    later = newest[first.place].later_bound if len(names) == 1 else None
    return with_later_bound(finding, answer, later)


def _places(answer: Answer) -> str:
    are_countries = all(place.kind == "country" for place in answer.places.values())
    return _("countries") if are_countries else _("regions")


def _is_of_other_days(answer: Answer, rows: Sequence[Row], top: Sequence[Row]) -> bool:
    """Whether a count is of another day than the highest: of a running total, of an earlier one."""
    days = {row.day for row in top}
    if len(days) > 1:
        return True
    (on,) = days
    if answer.query.measure is Measure.TOTAL:
        return any(row.day < on for row in rows)
    return any(row.day != on for row in rows)


def _may_be_beaten(rows: Iterable[Row], highest: float) -> bool:
    """Whether the true number may be more than a count that is not exact: only `up_to` has an upper end."""
    inexact = [row for row in rows if row.qualifier != "exact"]
    return any(row.qualifier != "up_to" or row_value(row) > highest for row in inexact)
