"""What a number is, in a few words for who meets it without its surroundings.

A link that reads "22,789" says nothing in a list of links, to who hears it, or on the tab of a browser:
"22,789 in detention, 15 February 2026" does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from metrics.counts.table_rows import all_metrics, all_places
from metrics.language.phrasing import day, period
from metrics.language.wording import N_, _
from metrics.number.card_address import CardQuestion
from metrics.number.sentence import Number
from metrics.query.query import Grain, Measure, Query
from validation import Dataset

ALL: Final = "all"
OF_DAYS: Final = (Measure.LEVEL, Measure.TOTAL, Measure.PER_100K)
# How a measure says its time where that alone would not tell it from another.
TIMES: Final[Mapping[Measure, str]] = {
    Measure.TOTAL: N_("total up to {time}"),
    Measure.NEWLY_DOCUMENTED: N_("newly documented, {time}"),
}


def number_name(dataset: Dataset, number: Number) -> str:
    """The number with what it counts and when; where and whom, where that is not the data set's usual.

    It begins with the words that are shown, so that who speaks to a browser finds the link by them.
    """
    query, earlier = number.card.query, number.card.since
    counted = _("{words} {what}") if any(map(str.isdigit, number.text)) else _("{words}: {what}")
    first = counted.format(words=number.text, what=_what(dataset, query))
    return ", ".join([first, *_who_and_where(dataset, query), _time(query, earlier)])


def card_name(dataset: Dataset, question: CardQuestion, words: str) -> str:
    """The name of the number that a card is about, `words` being how it is written."""
    return number_name(dataset, Number(text=words, card=question))


def _what(dataset: Dataset, query: Query) -> str:
    """The metric as it stands within a sentence: without its capital, unless that begins an abbreviation."""
    label = _(all_metrics(dataset)[query.metrics[0]].label)
    what = label if label[:2].isupper() else label[:1].lower() + label[1:]
    return _("{what} per 100,000 people").format(what=what) if query.measure is Measure.PER_100K else what


def _who_and_where(dataset: Dataset, query: Query) -> Iterator[str]:
    """Who is counted, where that is a part or another group, and the place where it is not the usual one."""
    defaults, words = dataset.settings.defaults, dataset.settings.words
    usual = {"group": defaults.group, "sex": ALL, "age": ALL}
    for column, code in {"group": query.group, "sex": query.sex, "age": query.age}.items():
        if code != usual[column]:
            yield _(words[column].get(code, code))
    if query.detail:
        yield query.detail
    if query.places[0] != defaults.place:
        yield all_places(dataset)[query.places[0]].name


def _time(query: Query, earlier: date | None) -> str:
    """The day or the period; of a difference, both its days."""
    end = query.end or query.known_on
    if end is None:
        return _("latest")
    if earlier is not None:
        return _("difference between {earlier} and {later}").format(earlier=day(earlier), later=day(end))
    is_of_a_day = query.grain is Grain.AS_PUBLISHED and query.measure in OF_DAYS
    time = period(None if is_of_a_day else query.start, end)
    return _(TIMES[query.measure]).format(time=time) if query.measure in TIMES else time
