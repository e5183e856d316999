"""The slides of the overview: its numbers, large; its charts; and the questions that may be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from exports.hard_questions.questions import hard_questions
from exports.nothing import NothingToTakeError
from exports.overview.overview_sentences import nothing_in_words
from exports.paper.chart_kinds import Asked
from exports.plain.shown import ShownChart, ShownNumber, charts_shown, numbers_shown
from exports.sentences import headline_sentence
from exports.slides.explore_slides import slide_over_time
from exports.slides.notes import notes_of, notes_of_question
from exports.slides.region_slides import slides_of_places
from exports.slides.slide import Slide
from metrics.counts.candidates import clocks_of
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.query.query import Status

QUESTIONS_ON_A_SLIDE: Final = 8


def overview_slides(asked: Asked) -> Iterator[Slide]:
    """The numbers that lead, the charts, the other numbers, and the hard questions with answers in the notes.

    Raises NothingToTakeError where no headline number is known.
    """
    dataset, query = asked.dataset, asked.query
    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    if not found:
        raise NothingToTakeError(nothing_in_words(dataset, query))
    by_metric = {one.row.metric: one for one in found}
    leads, others = numbers_shown(dataset, query, found, clocks_of(dataset, query).known_on)
    yield from (_number(by_metric[one.code], one) for one in leads)
    for chart in charts_shown(dataset, query):
        yield from _chart(asked, chart)
    yield from (_number(by_metric[one.code], one) for one in others)
    yield from _questions(asked)


def _number(headline: Headline, shown: ShownNumber) -> Slide:
    """A number that can be read from the back of a room, under the sentence that says it."""
    answer = headline.answer
    known_on = _("As known on {day}.").format(day=day(answer.known_on))
    source = _("Source: {source}.").format(source=shown.source)
    definition = answer.definitions[headline.row.metric]
    # How it was calculated is too long for a title; the notes have it.
    short = f"{shown.number} {shown.what}"
    is_calculated = headline.row.status is Status.DERIVED
    return Slide(
        title=short if is_calculated else str(headline_sentence(headline)),
        number=str(shown.number),
        said=(
            shown.what,
            *map(str, shown.lines[1:]),
            *([str(definition.caution)] if definition.caution else []),
        ),
        foot=" ".join((str(shown.lines[0]), source, known_on)),
        notes=notes_of(answer, first=[str(headline_sentence(headline))]),
        documents=shown.documents,
    )


def _chart(asked: Asked, shown: ShownChart) -> Iterator[Slide]:
    if shown.is_tall:
        yield from slides_of_places(shown.answer, area="")
        return
    slide = slide_over_time(asked.dataset, shown.chart.query, shown.answer)
    yield replace(slide, title=str(shown.title), statistic=str(shown.subtitle))


def _questions(asked: Asked) -> Iterator[Slide]:
    """Questions on the slide, as they are asked; what to answer is for the speaker."""
    questions = hard_questions(asked.dataset, asked.query)
    slides = ceil(len(questions) / QUESTIONS_ON_A_SLIDE) or 1
    each = ceil(len(questions) / slides)
    for at in range(0, len(questions), max(each, 1)):
        part = questions[at : at + each]
        notes = tuple(line for one in part for line in (*notes_of_question(one), ""))
        yield Slide(title=_("Questions you may face"), said=tuple(one.question for one in part), notes=notes)
