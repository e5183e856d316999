"""The headline numbers.

Two large ones that lead, with their course, and the others small, beside one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, spark
from app_pages.words.words import Group, Line, Words
from charts import sparkline
from exports.overview.headline_numbers import age_of_headline, also_documented, in_words
from exports.sentences import change_sentence
from metrics.headline.headlines import Headline
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Query
from validation import Dataset


def show_leads(dataset: Dataset, leads: Sequence[Headline], query: Query, *, as_of: date) -> None:
    """The numbers that lead, side by side where there is room. They are text, there before any picture."""
    for column, headline in zip(st.columns(max(len(leads), 1), gap="large"), leads, strict=False):
        metric = headline.row.metric
        with column, st.container(key=f"lead-{metric}"):
            write(lead_in_words(dataset, headline, query, as_of), key=f"headline-{metric}")
            if headline.answer.query.measure in (Measure.LEVEL, Measure.TOTAL):
                spark(drawn(sparkline, headline.answer), headline.answer, key=metric)


@cached_words
def lead_in_words(dataset: Dataset, headline: Headline, query: Query, as_of: date) -> Words:
    """A number that leads.

    What it counts in a phrase, and in small type whose it is, how old, and what came after.
    """
    said = in_words(dataset, headline)
    return Words(
        (
            Line(text=Sentence((said.number,)), look="headline lead"),
            Line(text=said.whom, look="whom", tag="h2"),
            Line(text=said.time + said.source, look="caption"),
            *_old(headline, as_of),
            *(Line(text=sentence, look="caption") for sentence in said.after),
            Line(text=change_sentence(headline), look="caption"),
            *_also_documented(dataset, headline, query),
        )
    )


@cached_words
def others_in_words(dataset: Dataset, others: tuple[Headline, ...], query: Query, as_of: date) -> Words:
    """The other numbers, each with its label, its time, and how old it is."""
    return Words((Group(blocks=tuple(_small(dataset, one, query, as_of) for one in others), look="numbers"),))


def _small(dataset: Dataset, headline: Headline, query: Query, as_of: date) -> Group:
    said = in_words(dataset, headline)
    return Group(
        look="small-number",
        blocks=(
            Line(text=Sentence((said.number,)), look="headline"),
            Line(text=said.label, look="label"),
            Line(text=said.time, look="caption"),
            *_old(headline, as_of),
            *_also_documented(dataset, headline, query),
        ),
    )


def _old(headline: Headline, as_of: date) -> Iterator[Line]:
    age = age_of_headline(headline, as_of)
    if age is not None:
        yield Line(text=str(age), look="age")


def _also_documented(dataset: Dataset, headline: Headline, query: Query) -> Iterator[Line]:
    newly = also_documented(dataset, headline, query)
    if newly:
        yield Line(text=newly, look="caption")
