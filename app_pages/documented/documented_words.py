"""Documented and happened: the two beside each other in a table, and what lies between them in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app_pages.figure.answer_details import CaveatsBelow
from app_pages.words.words import Block, Cell, Copied, Line, Table, Words
from exports.documented_sentences import explained
from exports.numbers import value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of
from metrics.headline.documented_happened import Beside, Year
from metrics.language.phrasing import number, period, short_day, short_month
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words
from metrics.query.query import Grain

BY_CALENDAR_YEAR: Final = N_(
    "There are no figures for what happened in a whole reporting year, so these are calendar years."
)
BY_REPORTING_YEAR: Final = N_(
    "For reporting years there is only the newly documented figure, which does not say how many cases"
    " happened in the year."
)


@cached_words
def heading(beside: Beside) -> Words:
    """The metric, the four sentences, and why the years are calendar years where they are."""
    return Words(tuple(_heading(beside)))


def _heading(beside: Beside) -> Iterator[Block]:
    yield Line(text=label_of(beside.newly, beside.metric), tag="h2")
    for sentence in explained(beside):
        yield Copied(text=sentence)
    if beside.grain is Grain.YEAR:
        yield Line(text=_(BY_CALENDAR_YEAR), look="caution")


@cached_words
def years_in_words(beside: Beside, *, narrow: bool) -> Words:
    """A row for each year, the newest first: what happened, what was newly documented, their difference.

    On a phone years are written in short, and what is covered is on the card.
    """
    return Words((_table(beside, narrow=narrow),))


@cached_words
def reporting_years_in_words(beside: Beside, *, narrow: bool) -> Words:
    """The same by reporting year, below calendar years: what happened is then not known."""
    return Words((Line(text=_(BY_REPORTING_YEAR), look="caption"), _table(beside, narrow=narrow)))


def _table(beside: Beside, *, narrow: bool) -> Table:
    rows = [_row(beside, year, narrow=narrow) for year in reversed(beside.years)]
    columns = [name for name in rows[0] if name != _("Covers") or not narrow] if rows else []
    return Table(
        label=_("Happened and newly documented"),
        head=tuple(columns),
        rows=tuple(tuple(row[name] for name in columns) for row in rows),
        numeric=tuple(at for at, name in enumerate(columns) if name not in (_("Year"), _("Covers"))),
    )


def _row(beside: Beside, year: Year, *, narrow: bool) -> dict[str, Cell]:
    start, end = (short_month(day).replace(" ", "\N{NO-BREAK SPACE}") for day in (year.start, year.end))
    in_short = _("{start} to {end}").format(start=start, end=end)
    return {
        _("Year"): in_short if narrow else period(year.start, year.end),
        _("Happened"): _value(beside.happened, year.happened, _("none for the whole year")),
        _("Newly documented"): _value(beside.newly, year.newly, _("no earlier total")),
        _("Covers"): _covers(year.newly),
        _("Difference"): "" if year.difference is None else number(year.difference),
    }


def _value(answer: Answer, row: Row | None, why_none: str) -> Cell:
    if row is None:
        return why_none
    return Sentence((value_of(answer, row),))


def _covers(row: Row | None) -> str:
    if row is None or row.value is None:
        return ""
    return _("{start} to {end}").format(start=short_day(row.covers[0]), end=short_day(row.covers[1]))


def caveats_of(beside: Beside) -> CaveatsBelow:
    """The caveats of both answers, each once."""
    answers = (beside.newly, beside.happened)
    lines = dict.fromkeys(str(caveat.message) for answer in answers for caveat in answer.caveats)
    return CaveatsBelow(lines=tuple(lines), more="")
