"""The newest counts as cards: number, day, document, what changed, and the course of the series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, spark
from app_pages.words.words import Copied, Facts, Line, Words
from charts import sparkline
from exports.numbers import formula_of, value_of
from exports.sentences import change_sentence, later_bound_sentence, spoken_sentences
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of
from metrics.counts.typed_rows import documents_by_code
from metrics.headline.ages import age_beside, amnesties_since
from metrics.headline.headlines import Headline
from metrics.headline.unsupported_claims import unsupported_claims_of
from metrics.language.phrasing import day, period
from metrics.language.wording import _
from metrics.number.sentence import Number, Sentence, rendered, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Status
from validation import Dataset

CARDS_IN_A_ROW: Final = 3


@dataclass(frozen=True, kw_only=True)
class CardWords:
    """What a card says: what was counted, how many, on which day, what changed, printed where."""

    label: str
    number: Number
    day: Sentence
    change: Sentence
    source: Sentence


def card_words(headline: Headline) -> CardWords:
    """The words of a headline's card."""
    row, answer = headline.row, headline.answer
    return CardWords(
        label=label_of(answer, row.metric),
        number=value_of(answer, row),
        day=_as_of(headline),
        change=change_sentence(headline),
        source=_source(headline),
    )


@cached_words
def _in_lines(dataset: Dataset, headline: Headline) -> Words:
    card = card_words(headline)
    return Words(
        (
            Line(text=card.label, look="label"),
            Line(text=Sentence((card.number,)), look="headline"),
            Line(text=card.day, look="caption"),
            *_what_came_after(dataset, headline),
            Line(text=card.change),
            Line(text=card.source, look="caption"),
        )
    )


def _what_came_after(dataset: Dataset, headline: Headline) -> Iterator[Line]:
    """That the number is old beside the newest of its counter, and that people were let go since."""
    answer, row = headline.answer, headline.row
    age = age_beside(row.day, answer.end, counter=answer.counter)
    for note in (age, amnesties_since(dataset, answer, row)):
        if note is not None:
            yield Line(text=str(note), look="caution")


@cached_words
def to_read_out(found: tuple[Headline, ...], newly_documented: Answer | None) -> Words:
    """The sentences that can be read out, each to be copied."""
    return Words(tuple(Copied(text=text) for text in spoken_sentences(found, newly_documented)))


@cached_words
def unsupported_claims_in_words(found: tuple[Headline, ...]) -> Words:
    """Claims that the headlines do not support, each with its reason, and each listed once."""
    claims: dict[str, tuple[Sentence, list[str]]] = {}
    for headline in found:
        label = headline.answer.metrics[headline.row.metric].label
        for claim in unsupported_claims_of(headline):
            sentence = rendered(claim.what) + rendered(claim.why)
            claims.setdefault(str(sentence), (sentence, []))[1].append(label)
    facts = tuple((", ".join(labels), sentence) for sentence, labels in claims.values())
    return Words((Facts(facts=facts),))


def show_cards(dataset: Dataset, found: Sequence[Headline]) -> None:
    """The cards in rows, each as high as its neighbours."""
    for first in range(0, len(found), CARDS_IN_A_ROW):
        columns = st.columns(CARDS_IN_A_ROW)
        for column, headline in zip(columns, found[first : first + CARDS_IN_A_ROW], strict=False):
            with column:
                show_card(dataset, headline)


def show_card(dataset: Dataset, headline: Headline) -> None:
    """One card. The number and its day come first: they are text, and there before any picture."""
    metric = headline.row.metric
    with st.container(border=True, height="stretch", key=f"card-{metric}"):
        write(_in_lines(dataset, headline), key=f"headline-{metric}")
        spark(drawn(sparkline, headline.answer), headline.answer, key=metric)


def _as_of(headline: Headline) -> Sentence:
    """The day of the number, and how it was derived where it was."""
    row, answer = headline.row, headline.answer
    if row.status is not Status.DERIVED:
        return _time_in_words(answer, row)
    words = _("{since}, as of {day}, worked out: {how}")
    return sentence_from(words, since=answer.origin_label, day=day(row.day), how=formula_of(answer, row))


def _time_in_words(answer: Answer, row: Row) -> Sentence:
    """Of a stock the day, of a running total since when, of what happened its period."""
    if answer.query.measure is Measure.HAPPENED:
        return sentence_from(
            _("{period}, by the date of the events"), period=period(row.period_start, row.day)
        )
    is_stock = answer.metrics[row.metric].kind == "stock"
    words = _("on {day}") if is_stock else _("documented {since}, as of {day}")
    return sentence_from(words, day=day(row.day), since=answer.origin_label)


def _source(headline: Headline) -> Sentence:
    """The document that prints the number, whose number it is, and a later count that is a bound."""
    document = documents_by_code(headline.answer.sources)[headline.row.source_id]
    if headline.row.status is Status.DERIVED:
        words = _("Worked out from what {publisher} printed, {published}.")
        worked_out = sentence_from(
            words, publisher=document.publisher_name, published=day(document.published)
        )
        return worked_out + later_bound_sentence(headline)
    is_own = document.publisher == headline.answer.query.counted_by
    words = _("Printed by {publisher}, {published}.")
    if not is_own:
        words = _("The figure of {counter}, as reported by {publisher}, {published}.")
    printed = sentence_from(
        words,
        counter=headline.answer.counter,
        publisher=headline.answer.counter if is_own else document.publisher_name,
        published=day(document.published),
    )
    return printed + later_bound_sentence(headline)
