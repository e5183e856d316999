"""The newest counts as cards: number, day, document, what changed, and the course of the series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from app_pages.platform.figures import drawn, spark
from charts import sparkline
from exports.sentences import change_sentence, later_bound_sentence
from metrics.address import default_measure
from metrics.answering import answer_for
from metrics.headlines import Headline, headline_of
from metrics.phrasing import day, quantity
from metrics.plain_text import plain
from metrics.query import Grain, Measure, Query
from metrics.sharing import shared_words
from metrics.wording import _
from validation import Dataset

CARDS_IN_A_ROW: Final = 3
KEPT_CARDS: Final = 256


@dataclass(frozen=True, kw_only=True)
class CardWords:
    """What a card says: what was counted, how many, on which day, what changed, printed where."""

    label: str
    number: str
    day: str
    change: str
    source: str


@shared_words(most=KEPT_CARDS)
def card_words(headline: Headline) -> CardWords:
    """The words of a headline's card."""
    row, answer = headline.row, headline.answer
    return CardWords(
        label=answer.metrics.loc[row.metric, "label"],
        number=quantity(row.value, row.qualifier),
        day=_as_of(headline),
        change=change_sentence(headline),
        source=_source(headline),
    )


def headlines(dataset: Dataset, query: Query, metrics: Iterable[str]) -> tuple[Headline, ...]:
    """The headline of each metric at the first place asked for; metrics without a count are left out."""
    asked = (headline_question(dataset, query, metric) for metric in metrics)
    found = (headline_of(answer_for(dataset, question)) for question in asked)
    return tuple(headline for headline in found if headline is not None)


def headline_question(dataset: Dataset, query: Query, metric: str) -> Query:
    """The question for the newest count of a metric: as published, since the origin, until the latest."""
    return replace(
        query,
        metrics=(metric,),
        places=query.places[:1],
        measure=Measure(default_measure(dataset, (metric,))),
        grain=Grain.AS_PUBLISHED,
        start=dataset.settings.defaults.start,
        end=None,
    )


def show_cards(found: Sequence[Headline]) -> None:
    """The cards in rows, each as high as its neighbours."""
    for first in range(0, len(found), CARDS_IN_A_ROW):
        columns = st.columns(CARDS_IN_A_ROW)
        for column, headline in zip(columns, found[first : first + CARDS_IN_A_ROW], strict=False):
            with column:
                show_card(headline)


def show_card(headline: Headline) -> None:
    """One card. The number and its day come first: they are text, and there before any picture."""
    said, metric = card_words(headline), headline.row.metric
    with st.container(border=True, height="stretch", key=f"card-{metric}"):
        st.metric(plain(said.label), said.number)
        st.caption(plain(said.day))
        st.markdown(plain(said.change))
        spark(drawn(sparkline, headline.answer), key=metric)
        st.caption(plain(said.source))


def _as_of(headline: Headline) -> str:
    """The day that the number stands for, and how it was derived where it was."""
    row, answer = headline.row, headline.answer
    is_stock = answer.metrics.loc[row.metric, "kind"] == "stock"
    words = _("on {day}") if is_stock else _("documented {since}, as of {day}")
    text = words.format(day=day(row.period_end.date()), since=answer.origin_label)
    return f"{text} · {_('derived: {how}').format(how=row.note)}" if row.status == "derived" else text


def _source(headline: Headline) -> str:
    """The document that prints the number, and a later count that is a bound."""
    document = headline.answer.sources.set_index("source_id").loc[headline.row.source_id]
    printed = _("Printed by {publisher}, {published}.").format(
        publisher=document["publisher_name"], published=day(document["published"].date())
    )
    return " ".join(part for part in (printed, later_bound_sentence(headline)) if part)
