"""The words of the first page around its numbers: what can be said, counts of parts, ways on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import streamlit as st

from app_pages.words.counts_of_places import name_of_count, parameters_of_count
from app_pages.words.names import metric_names
from app_pages.words.words import Block, Copied, Facts, Line, Table, Words
from exports.addresses import VIEW, brief_address, file_address
from exports.hard_questions.hard_question import PATH, link_to, quoted
from exports.hard_questions.questions import first_hard_questions
from exports.overview.changed_since import changes_since
from exports.overview.overview_charts import age_of_chart
from exports.overview.overview_sentences import claims_by_reason, counts_of_parts_table, sentences_to_say
from exports.plain.links import ServerLinks
from metrics.answer.answer import Answer
from metrics.counts.regional_counts import RegionalCount, counted_levels
from metrics.headline.headlines import Headline
from metrics.headline.shares import CountAt
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.number.sentence import Link, Part, Sentence, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Query
from metrics.question.address import address_of_clocks
from metrics.question.allowed import places_with_population
from validation import Dataset

QUESTIONS_SHOWN: Final = 3
PLACES_SHOWN: Final = 6


def draw_title(dataset: Dataset) -> None:
    """What this is about."""
    st.title(plain(_(dataset.settings.title)))


@cached_words
def to_read_out(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Words:
    """The sentences that can be said aloud, each to be copied, and the way to the page on one sheet."""
    sentences = sentences_to_say(dataset, query, found)
    return Words(
        (
            Line(text=_("To say aloud"), tag="h2"),
            *(Copied(text=sentence) for sentence in sentences),
            Line(text=_on_one_sheet(query)),
            Line(text=Sentence(tuple(_without_scripts(dataset, query)))),
        )
    )


@cached_words
def changed_in_words(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Words | None:
    """What has changed since a link was made that stops the clocks; None for a question of today."""
    sentences = changes_since(dataset, query, found)
    if not sentences:
        return None
    title = Line(text=_("What has changed since this link was made:"), look="changed")
    return Words((title, *(Line(text=sentence, look="changed") for sentence in sentences)))


def _without_scripts(dataset: Dataset, query: Query) -> Iterator[Part]:
    """The ways to the screens to present, and to the page that works without scripts."""
    ways = ServerLinks(dataset=dataset, root="/")
    taken = file_address("everything.zip", query)
    yield Link(text=_("Take everything with you: workbook, brief, handout, data"), href=taken)
    yield " · "
    yield Link(text=_("Slides for PowerPoint"), href=file_address("deck.pptx", query, {VIEW: "overview"}))
    yield " · "
    yield Link(text=_("Present these figures screen by screen"), href=ways.present(query))
    yield " · "
    yield Link(text=_("As a plain page for slow lines"), href=ways.brief(query))


def _on_one_sheet(query: Query) -> Sentence:
    """The way to the brief, for both sizes of paper."""
    words = _("One page to hand out, as PDF: {a4} or {letter}")
    return sentence_from(
        words,
        a4=Link(text=_("A4"), href=brief_address(query, paper="a4")),
        letter=Link(text=_("US Letter"), href=brief_address(query, paper="letter")),
    )


@cached_words
def counts_of_parts_in_words(parts: tuple[CountAt, ...]) -> Words:
    """A table of the parts that have a count of exactly this period."""
    table = counts_of_parts_table(parts)
    columns = tuple(range(1, len(table.head)))
    return Words(
        (
            Line(text=table.title, tag="h2"),
            Table(label=table.title, head=table.head, rows=table.rows, numeric=columns),
            Line(text=table.note, look="caption"),
        )
    )


@cached_words
def unsupported_claims_in_words(found: tuple[Headline, ...]) -> Words:
    """Claims that the headlines do not support, each with its reason, and each listed once."""
    facts = tuple((", ".join(labels), claim) for claim, labels in claims_by_reason(found).items())
    return Words((Facts(facts=facts),))


@cached_words
def old_in_words(answer: Answer, newest: date) -> Words | None:
    """How old the last count of a chart is, where it is old beside the newest that it could have."""
    age = age_of_chart(answer, newest)
    return None if age is None else Words((Line(text=str(age), look="caution"),))


@cached_words
def first_questions(dataset: Dataset, query: Query) -> Words:
    """The first of the hard questions, each with its answer to say, and the way to all of them."""
    blocks: list[Block] = [Line(text=_("Questions you may face"), tag="h2")]
    for asked in first_hard_questions(dataset, query, QUESTIONS_SHOWN):
        blocks += [Line(text=quoted(asked.question), tag="h3"), Copied(text=asked.answer)]
    link = link_to(_("All hard questions, with what each answer rests on"), PATH, query)
    return Words((*blocks, Line(text=Sentence((link,)))))


@cached_words
def by_place(dataset: Dataset, query: Query) -> Words | None:
    """What else is counted by place, each with the way to its map and ranking; None where nothing is."""
    levels = counted_levels(dataset, query, query.places[0])
    if not levels:
        return None
    level, counts = levels[0].level, levels[0].counts
    first_of_each = {(one.metric, one.sex, one.age, one.measure): one for one in reversed(counts)}
    # Those of the most places: a map of two regions shows little.
    shown = sorted(first_of_each.values(), key=lambda one: -one.places)[:PLACES_SHOWN]
    ways = [Link(text=name_of_count(one, dataset, level=level), href=_on_map(query, one)) for one in shown]
    totals = [one for one in shown if one.measure is Measure.TOTAL and one.is_of_everybody]
    if totals and places_with_population(dataset):
        name = _("{metric}, per 100,000 people").format(metric=metric_names(dataset)[totals[0].metric])
        ways.append(Link(text=name, href=_on_map(query, totals[0], measure=Measure.PER_100K)))
    return Words((Line(text=_("By place"), tag="h2"), *(Line(text=Sentence((way,))) for way in ways)))


def _on_map(query: Query, count: RegionalCount, **more: str) -> str:
    whose = {"counted_by": query.counted_by, "group": query.group, "place": query.places[0]}
    return f"/regions?{address_of_clocks(query, **whose, **parameters_of_count(count), **more)}"
