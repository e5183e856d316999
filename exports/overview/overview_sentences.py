"""The words of the first page around its numbers: what it is, sentences to say, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from exports.numbers import value_of
from exports.overview.headline_numbers import in_words
from exports.row_sentences import newly_documented_of, row_sentence
from exports.sentences import spoken_sentences
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.who_is_counted import label_of
from metrics.counts.current_tables import today
from metrics.counts.table_rows import all_metrics
from metrics.headline.ages import newest_document
from metrics.headline.headline_questions import headline_question
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in, is_all_time, newly_documented_in
from metrics.headline.shares import CountAt
from metrics.headline.unsupported_claims import unsupported_claims_of
from metrics.language.wording import _
from metrics.number.sentence import Number, Sentence, rendered
from metrics.query.query import Measure, Query
from metrics.question.allowed import kinds_of, yearly_grain
from validation import Dataset


def subject(dataset: Dataset, query: Query) -> str:
    """What is counted by whom, that each number can be traced, and how old the newest document is.

    Its age is left out where the page shows an earlier day: nobody knew the document then.
    """
    parts = (
        _(dataset.settings.description),
        _("Every number opens its source."),
        newest_in_words(dataset, query),
    )
    return " ".join(part for part in parts if part)


def newest_in_words(dataset: Dataset, query: Query) -> str:
    """How old the newest document is; empty for an earlier day, and where there is no document."""
    if dataset.sources.empty or query.known_on is not None:
        return ""
    return str(newest_document(dataset.sources["published"].max().date(), today()))


def leads_in_a_line(dataset: Dataset, query: Query) -> str:
    """The numbers that lead, each with its time: what a link says of itself where it is sent."""
    found = headlines_in(dataset, query, dataset.settings.leads)
    said = (in_words(dataset, headline) for headline in found)
    return " ".join(f"{one.number} {one.whom}. {one.time}" for one in said)


def sentences_to_say(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> tuple[Sentence, ...]:
    """What can be said aloud of the headlines of the question's time."""
    if is_all_time(dataset, query):
        return spoken_sentences(found, _newest_year(dataset, query))
    return _of_the_period(dataset, query, found)


def _newest_year(dataset: Dataset, query: Query) -> Answer | None:
    """What each reporting year added to the running total of the first headline that is a flow, if any is."""
    kinds = kinds_of(dataset)
    flows = [metric for metric in dataset.settings.headline_metrics if kinds[metric] == "flow"]
    if not flows:
        return None
    total = headline_question(dataset, query, flows[0])
    return answer_for(dataset, replace(total, measure=Measure.NEWLY_DOCUMENTED, grain=yearly_grain(dataset)))


def _of_the_period(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> tuple[Sentence, ...]:
    """The numbers of a period; beside what happened in it, what was newly documented."""
    sentences = []
    for headline in found:
        sentences.append(row_sentence(headline.answer, headline.row, later=headline.later_bound))
        newly = newly_documented_in(dataset, query, headline.row.metric)
        if headline.answer.query.measure is Measure.HAPPENED and newly is not None:
            sentences.append(newly_documented_of(newly.answer, newly.row))
    return tuple(sentences)


def claims_by_reason(found: tuple[Headline, ...]) -> Mapping[Sentence, tuple[str, ...]]:
    """Claims that the headlines do not support, with their reasons, each once; and of which numbers."""
    claims: dict[str, tuple[Sentence, list[str]]] = {}
    for headline in found:
        label = headline.answer.metrics[headline.row.metric].label
        for claim in unsupported_claims_of(headline):
            sentence = rendered(claim.what) + rendered(claim.why)
            claims.setdefault(str(sentence), (sentence, []))[1].append(_(label))
    return {sentence: tuple(labels) for sentence, labels in claims.values()}


@dataclass(frozen=True, kw_only=True)
class PartsTable:
    """A row for each part that has a count of exactly a period, a column for each metric."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Sentence, ...], ...]
    note: str


def counts_of_parts_table(parts: tuple[CountAt, ...]) -> PartsTable:
    """What happened in parts of a place in exactly one period."""
    metrics = list(dict.fromkeys(part.row.metric for part in parts))
    places = list(dict.fromkeys(part.row.place for part in parts))
    numbers = {(part.row.place, part.row.metric): value_of(part.answer, part.row) for part in parts}
    labels = {part.row.metric: label_of(part.answer, part.row.metric) for part in parts}
    names = {place: part.answer.places[place].name for part in parts for place in part.answer.places}
    return PartsTable(
        title=_("By place, in exactly this time"),
        head=(_("Place"), *(labels[metric] for metric in metrics)),
        rows=tuple(
            (names[place], *(_cell(numbers.get((place, metric))) for metric in metrics)) for place in places
        ),
        note=_(
            "Counted by when it happened, as far as it was documented. Places without a figure are left out."
        ),
    )


def _cell(number: Number | None) -> Sentence | str:
    return _("no figure") if number is None else Sentence((number,))


def missing_in_words(dataset: Dataset, found: Sequence[Headline]) -> str:
    """The headline metrics that have no number here; empty where all have one."""
    shown = {one.row.metric for one in found}
    without = [metric for metric in dataset.settings.headline_metrics if metric not in shown]
    names = ", ".join(_(all_metrics(dataset)[metric].label) for metric in without)
    return _("No figures here for: {names}.").format(names=names) if names else ""


def nothing_in_words(dataset: Dataset, query: Query) -> str:
    """Why there is no headline at all."""
    metrics = dataset.settings.headline_metrics
    if not is_all_time(dataset, query):
        return _("No headline figure is recorded here for this time. Choose another.")
    if headlines_in(dataset, query.as_of_today(), metrics):
        return _(
            "This organisation's headline figures are not known on that day. Choose another or a later day."
        )
    return _("No headline figure by this organisation is recorded here.")
