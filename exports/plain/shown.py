"""The numbers and charts of the first page, as pages without scripts show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from markupsafe import Markup

from charts import Drawing, Look, static_drawing, svg
from exports.citations import documents_of
from exports.overview.headline_numbers import (
    age_of_headline,
    also_documented,
    by_lead,
    in_words,
)
from exports.overview.overview_charts import Chart, age_of_chart, heading_of_chart, overview_charts
from exports.sentences import change_sentence
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.typed_rows import Document
from metrics.headline.headlines import Headline
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.number.sentence import Link, Sentence, joined, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset

# A picture within a page needs no name of its language, and has the letters of the page.
OF_A_FILE: Final = re.compile(r" xmlns=\"[^\"]*\"| font-family='[^']*'")


@dataclass(frozen=True, kw_only=True, eq=False)
class ShownNumber:
    """A headline number and all that goes with it.

    code: its metric, which names it in addresses.
    what: who is counted, as a phrase; `label` is the short name.
    lines: its time, whose figure it is, what came after, and what changed.
    age: how old it is; empty where it is not.
    documents: those that it rests on, the newest last.
    """

    code: str
    number: Sentence
    what: str
    label: str
    lines: tuple[Sentence, ...]
    age: str
    source: Sentence
    documents: tuple[Document, ...]
    answer: Answer


@dataclass(frozen=True, kw_only=True, eq=False)
class ShownChart:
    """A chart with the words around it. `age` is empty where its newest figure is not old."""

    code: str
    title: Sentence
    subtitle: Sentence
    note: str
    credit: str
    age: str
    caveats: tuple[str, ...]
    answer: Answer
    chart: Chart

    @property
    def is_tall(self) -> bool:
        """Whether it is a list of places, as long as they are many."""
        return len(self.answer.query.places) > 1

    def picture(self, *, pixels: int, narrow: bool = True, marks: int | None = None) -> Markup:
        """The chart as a picture of the page, so many pixels wide; with so many for its marks."""
        return _picture(self, Look(narrow=narrow, pixels=pixels, marks=marks))

    def below(self, *, pixels: int, narrow: bool = True, marks: int | None = None) -> str:
        """What a picture of this size has no room for, such as some places; and its source."""
        drawing = self.chart.draw(self.answer, look=Look(narrow=narrow, pixels=pixels, marks=marks))
        return " ".join(part for part in (drawing.note, drawing.credit) if part)


def numbers_shown(
    dataset: Dataset, query: Query, found: tuple[Headline, ...], as_of: date
) -> tuple[tuple[ShownNumber, ...], tuple[ShownNumber, ...]]:
    """The numbers that lead, and the others."""
    leads, others = by_lead(dataset, found)
    return (
        tuple(_number(dataset, one, query, as_of, is_lead=True) for one in leads),
        tuple(_number(dataset, one, query, as_of, is_lead=False) for one in others),
    )


def _number(dataset: Dataset, headline: Headline, query: Query, as_of: date, *, is_lead: bool) -> ShownNumber:
    said = in_words(dataset, headline)
    age = age_of_headline(headline, as_of)
    more = (*said.after, change_sentence(headline)) if is_lead else ()
    lines = (said.time + said.source, *more, also_documented(dataset, headline, query))
    documents = documents_of(headline.answer, [headline.row])
    return ShownNumber(
        code=headline.row.metric,
        number=Sentence((said.number,)),
        what=said.whom,
        label=said.label,
        lines=tuple(line for line in lines if line),
        age=str(age) if age else "",
        source=joined("; ", (_document(one) for one in documents)),
        documents=documents,
        answer=headline.answer,
    )


def _document(document: Document) -> Sentence:
    title: Link | str = document.called
    if document.url:
        title = Link(text=document.called, href=document.url)
    return sentence_from(_("{title}, {day}"), title=title, day=day(document.published))


@cached_words
def charts_shown(dataset: Dataset, query: Query) -> tuple[ShownChart, ...]:
    """The charts of the first page."""
    return tuple(_charts(dataset, query))


def _charts(dataset: Dataset, query: Query) -> Iterator[ShownChart]:
    newest = clocks_of(dataset, query).end
    for chart in overview_charts(dataset, query):
        answer = answer_for(dataset, chart.query)
        if not answer.counted:
            continue
        drawing = chart.draw(answer, look=Look(narrow=True))
        heading = heading_of_chart(chart, answer, drawing)
        age = age_of_chart(answer, newest)
        yield ShownChart(
            code=chart.code,
            title=heading.title if heading else Sentence((drawing.title,)),
            subtitle=heading.subtitle if heading else Sentence((drawing.subtitle,)),
            note=drawing.note,
            credit=drawing.credit,
            age=str(age) if age else "",
            caveats=tuple(dict.fromkeys(str(caveat.message) for caveat in answer.caveats)),
            answer=answer,
            chart=chart,
        )


@cached_words
def _picture(shown: ShownChart, look: Look) -> Markup:
    drawing = shown.chart.draw(shown.answer, look=look)
    drawn = static_drawing(_without_repeating(drawing), width=look.width)
    return Markup(OF_A_FILE.sub("", svg(drawn, title=str(shown.title))))  # noqa: S704 - it escapes all text


def _without_repeating(drawing: Drawing) -> Drawing:
    """The drawing without what is written above and below it: what the heights are, its title, its source."""
    _title, *paragraphs = drawing.alt.split("\n\n")
    said = "\n\n".join(one for one in paragraphs if one != drawing.credit)
    return replace(drawing, axis="", alt=said)
