"""The table of all regions: count, rate, day and document of each, also of those without a count."""

from __future__ import annotations

from app_pages.words.words import Cell, Table, Words
from exports.numbers import value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.phrasing import short_day
from metrics.language.wording import _
from metrics.number.sentence import Choice, Sentence
from metrics.query.caching import cached_words


@cached_words
def regional_table(answer: Answer, rates: Answer | None) -> Words:
    """Every region with its count, its document, and where there are any its rate; its name chooses it."""
    counts, per_100k = _last_of_each_place(answer), _last_of_each_place(rates) if rates else {}
    rate = (_("Per 100,000"),) if rates else ()
    rows = tuple(
        (
            Sentence((Choice(text=answer.places[place].name, code=place),)),
            _value(answer, counts.get(place)) or _("no count"),
            *(_value(rates, per_100k.get(place)) for _column in rate),
            *_printed(counts.get(place)),
        )
        for place in answer.query.places
    )
    head = (_("Region"), _("Count"), *rate, _("On, or until"), _("Document"))
    numeric = tuple(range(1, 2 + len(rate)))
    return Words((Table(label=_("Every region"), head=head, rows=rows, numeric=numeric),))


def _last_of_each_place(answer: Answer) -> dict[str, Row]:
    return {row.place: row for row in answer.rows}


def _value(answer: Answer | None, row: Row | None) -> Cell:
    return "" if answer is None or row is None else Sentence((value_of(answer, row),))


def _printed(row: Row | None) -> tuple[str, str]:
    if row is None or row.period_end is None:
        return "", ""
    return short_day(row.period_end), row.source_id
