"""The headline numbers in words: how many, of whom, of which time, whose figure, and what came after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exports.numbers import value_of
from exports.sentences import later_bound_sentence
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of, part_label
from metrics.counts.table_rows import all_metrics
from metrics.counts.typed_rows import documents_by_code
from metrics.headline.ages import age_of, amnesties_since
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import newly_documented_in
from metrics.language.phrasing import Message, day, listed, period
from metrics.language.wording import _
from metrics.number.sentence import Number, Sentence, sentence_from
from metrics.query.query import Measure, Query, Status
from validation import Dataset


@dataclass(frozen=True, kw_only=True)
class NumberInWords:
    """What is said of a headline: how many, of whom, of which time, whose figure, and what came after."""

    number: Number
    whom: str
    label: str
    time: Sentence
    source: Sentence
    after: tuple[Sentence, ...]


def in_words(dataset: Dataset, headline: Headline) -> NumberInWords:
    """The words of a headline."""
    row, answer = headline.row, headline.answer
    amnesties = amnesties_since(dataset, answer, row) if answer.query.end is None else None
    after = (later_bound_sentence(headline), Sentence((str(amnesties),)) if amnesties else Sentence())
    return NumberInWords(
        number=value_of(answer, row),
        whom=_whom(answer, row),
        label=label_of(answer, row.metric),
        time=_time(dataset, answer, row),
        source=_source(headline),
        after=tuple(sentence for sentence in after if sentence),
    )


def by_lead(
    dataset: Dataset, found: tuple[Headline, ...]
) -> tuple[tuple[Headline, ...], tuple[Headline, ...]]:
    """The headlines that lead, in their order, and the others; without a lead the first of all leads."""
    by_metric = {one.row.metric: one for one in found}
    leads = tuple(by_metric[metric] for metric in dataset.settings.leads if metric in by_metric) or found[:1]
    return leads, tuple(one for one in found if one not in leads)


def age_of_headline(headline: Headline, as_of: date) -> Message | None:
    """How old the newest number of all time is on the day of the reader.

    Of a chosen period's number nothing.
    """
    query = headline.answer.query
    if query.measure not in (Measure.LEVEL, Measure.TOTAL) or query.end is not None:
        return None
    return age_of(headline.row.day, as_of)


def also_documented(dataset: Dataset, headline: Headline, query: Query) -> Sentence:
    """Beside what happened in a period, what was newly documented in it: the two are taken for each other.

    Empty of any other number.
    """
    if headline.answer.query.measure is not Measure.HAPPENED:
        return Sentence()
    newly = newly_documented_in(dataset, query, headline.row.metric)
    if newly is None:
        return Sentence()
    words = _("In that time {number} were newly documented, which can include earlier cases.")
    return sentence_from(words, number=value_of(newly.answer, newly.row))


def _whom(answer: Answer, row: Row) -> str:
    """Who is counted, as a phrase; the metric's name where the data has no phrase, or a part is counted."""
    noun = answer.metrics[row.metric].noun
    return label_of(answer, row.metric) if part_label(answer) or not noun else _(noun)


def _time(dataset: Dataset, answer: Answer, row: Row) -> Sentence:
    """The day of a stock, since when a running total runs, the period of what happened or was documented."""
    if answer.query.measure is Measure.HAPPENED:
        words = _("{period}, counted by when it happened.")
        return sentence_from(words, period=period(row.period_start, row.day))
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        start, end = row.covers
        words = _("Newly documented between {start} and {end}, which can include earlier cases.")
        return sentence_from(words, start=day(start), end=day(end))
    if answer.metrics[row.metric].kind == "stock":
        return sentence_from(_("On {day}."), day=day(row.day))
    if row.status is Status.DERIVED:
        words = _("Calculated {since}, by {day}: {whole} minus {parts}.")
        return sentence_from(
            words, since=_(answer.origin_label), day=day(row.day), **_identity(dataset, row.metric)
        )
    words = _("Documented {since}, by {day}.")
    return sentence_from(words, since=_(answer.origin_label), day=day(row.day))


def _identity(dataset: Dataset, derived: str) -> dict[str, str]:
    """The names of the whole and of the other parts from which a metric is worked out."""
    identity = next(one for one in dataset.settings.identities if one.derived == derived)
    labels = {code: _(metric.label) for code, metric in all_metrics(dataset).items()}
    names = {code: label[:1].lower() + label[1:] for code, label in labels.items()}
    others = [names[part] for part in identity.parts if part != identity.derive]
    return {"whole": names[identity.whole], "parts": listed(others)}


def _source(headline: Headline) -> Sentence:
    """Whose figure it is, and who reported it where that is another."""
    answer, row = headline.answer, headline.row
    document = documents_by_code(answer.sources).get(row.source_id)
    if row.status is Status.DERIVED:
        return sentence_from(_("Calculated from {counter} figures."), counter=answer.counter)
    if document is None:
        return sentence_from(_("Counted by {counter}."), counter=answer.counter)
    if document.publisher == answer.query.counted_by:
        return sentence_from(_("{counter} figure."), counter=answer.counter)
    words = _("{counter} figure, reported by {publisher}.")
    return sentence_from(words, counter=answer.counter, publisher=document.publisher_name)
