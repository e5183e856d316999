"""The text of a mark under the pointer, and the row of the Answer that it shows.

Texts are written here whole and shown by `hoverinfo="text"`: no Plotly template ever reads them, so
that `%{y}` in a label stays three letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from charts.canvas import titles
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Measure, Status

PRINTED: Final = (Measure.LEVEL, Measure.TOTAL)  # the others are computed, and their titles say so
WHY_NONE: Final[Mapping[str, str]] = {
    Status.NOT_REPORTED: N_("no figure"),
    Status.NO_LONGER_PUBLISHED: N_("no longer published"),
    Status.SUPPRESSED: N_("withheld (small number)"),
}


def rows_behind(rows: Sequence[Row], *, name: str, answer: Answer) -> dict[str, Any]:
    """`customdata` with the rows' labels, and the words for each, for one trace."""
    return {
        "customdata": [row.label for row in rows],
        "hovertext": [in_words(row, name=name, answer=answer) for row in rows],
        "hoverinfo": "text",
    }


def in_words(row: Row, *, name: str, answer: Answer) -> str:
    """The value with its qualifier, metric, time and documents; escaped."""
    lines = [f"<b>{plain(value_in_words(row, answer=answer))}</b>", plain(name), plain(time_of(row, answer))]
    if is_derived(row, answer=answer):
        lines.append(plain(_("calculated, not published")))
    if is_revision(row, answer=answer):
        lines.append(plain(_("revision: the total was lowered")))
    return "<br>".join(line for line in lines if line)


def value_in_words(row: Row, *, answer: Answer) -> str:
    """The quantity, or why there is none."""
    if row.value is None:
        return _(WHY_NONE.get(row.status, N_("no figure")))
    return titles.quantity(answer, row)


def time_of(row: Row, answer: Answer) -> str:
    """The day of a stock or a total, the time that a difference covers, the period of what happened."""
    measure = answer.query.measure
    if measure is Measure.NEWLY_DOCUMENTED and row.covers_from and row.covers_to:
        return _("between {start} and {end}").format(
            start=phrasing.day(row.covers_from), end=phrasing.day(row.covers_to)
        )
    if row.period_end is None:
        return row.bucket
    if measure is Measure.HAPPENED:
        return phrasing.period(row.period_start, row.period_end)
    return phrasing.day(row.period_end)


def is_derived(row: Row, *, answer: Answer) -> bool:
    """Whether nobody printed the value though others like it are printed.

    Differences and rates are computed one and all, and their titles say so: they get no mark of its own.
    """
    return row.status == Status.DERIVED and answer.query.measure in PRINTED


def is_revision(row: Row, *, answer: Answer) -> bool:
    """Whether the value is a difference below zero: then the total was lowered."""
    return answer.query.measure is Measure.NEWLY_DOCUMENTED and row.value is not None and row.value < 0
