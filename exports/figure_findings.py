"""What a chart shows, in one plain sentence that can be its title."""

from __future__ import annotations

from collections.abc import Iterable

from exports.numbers import difference_of, size_of, value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.rows import value_of as row_value
from metrics.headline.headlines import headline_of
from metrics.language.phrasing import day, number
from metrics.language.wording import _
from metrics.number.sentence import Sentence, sentence_from


def level_finding(answer: Answer) -> Sentence:
    """The newest level, and the one of a year before where both are exact and no break lies between."""
    headline = headline_of(answer)
    if headline is None:
        return sentence_from(_("No count is published"))
    row = headline.row
    newest = sentence_from(
        _("{label}: {quantity} people on {day}"),
        label=answer.metrics[row.metric].label,
        quantity=value_of(answer, row),
        day=day(row.day),
    )
    change = headline.change
    if change is None or change.percentage is None or change.difference == 0:
        return newest
    words = (
        _("{newest}, {difference} more than on {earlier}")
        if change.difference > 0
        else _("{newest}, {difference} fewer than on {earlier}")
    )
    return sentence_from(
        words,
        newest=newest,
        difference=difference_of(answer, change, number(abs(change.difference))),
        earlier=day(change.earlier.day),
    )


def total_finding(answer: Answer) -> Sentence:
    """The newest running total: documented, not happened."""
    headline = headline_of(answer)
    if headline is None:
        return sentence_from(_("No count is published"))
    row = headline.row
    return sentence_from(
        _("{label}: {quantity} people documented {since}, as of {day}"),
        label=answer.metrics[row.metric].label,
        quantity=value_of(answer, row),
        since=answer.origin_label,
        day=day(row.day),
    )


def newly_documented_finding(answer: Answer) -> Sentence:
    """The newest difference that covers its whole bucket, as what was added and not what happened."""
    uneven = {row for caveat in answer.caveats if caveat.kind == "covers" for row in caveat.rows}
    rows = [row for row in answer.counted if row.label not in uneven]
    if not rows:
        return sentence_from(_("No two exact totals are published for the ends of a period"))
    row = rows[-1]
    words = _("{label}: {number} newly documented from {start} to {end}, whenever they happened")
    if row_value(row) < 0:
        words = _("{label}: running total lowered by {number} from {start} to {end}, a revision")
    return sentence_from(
        words,
        label=answer.metrics[row.metric].label,
        number=size_of(answer, row),
        start=day(row.covers[0]),
        end=day(row.covers[1]),
    )


def regional_finding(answer: Answer) -> Sentence:
    """The regions with the highest documented count, and how many regions have a count.

    No region is named as the highest where a bound could lie above it, or where counts are of other days.
    """
    rows = answer.counted
    exact = [row for row in rows if row.qualifier == "exact"]
    if not exact:
        return sentence_from(_("No exact count of a region is published"))
    highest = max(map(row_value, exact))
    top = [row for row in exact if row.value == highest]
    one = top[0]
    label, counted = answer.metrics[one.metric].label, str(len({row.place for row in rows}))
    if _may_be_beaten(rows, highest) or len({row.day for row in rows}) > 1:
        return sentence_from(_("{label}: {counted} regions with a count"), label=label, counted=counted)
    names = sorted(answer.places[row.place].name for row in top)
    words = _(
        "{label}: of {counted} regions with a count, {place} has the most documented, {number} by {day}"
    )
    if len(names) > 1:
        words = _(
            "{label}: of {counted} regions with a count, {place} have the most documented, {number} each,"
            " by {day}"
        )
    return sentence_from(
        words,
        label=label,
        counted=counted,
        place=", ".join(names),
        number=value_of(answer, one),
        day=day(one.day),
    )


def _may_be_beaten(rows: Iterable[Row], highest: float) -> bool:
    """Whether the true number may be more than a count that is not exact: only `up_to` has an upper end."""
    inexact = [row for row in rows if row.qualifier != "exact"]
    return any(row.qualifier != "up_to" or row_value(row) > highest for row in inexact)
