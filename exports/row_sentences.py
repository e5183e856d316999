"""One row of an answer in a sentence that can be read out, and never says more than the row carries."""

from __future__ import annotations

from typing import Final

from exports.numbers import formula_of, size_of, value_of
from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row
from metrics.answer.rows import value_of as row_value
from metrics.answer.who_is_counted import label_of, part_label
from metrics.language.phrasing import day, during
from metrics.language.wording import N_, _
from metrics.number.sentence import Number, Sentence, sentence_from
from metrics.query.query import Measure, Status

# By the noun of the metric, where the data has one.
STOCK: Final = N_("On {day} there were {quantity} {noun} in {place}, according to {counter}.")
TOTAL: Final = N_("By {day}, {counter} had documented {quantity} {noun} in {place} {since}.")
OTHER_STOCK: Final = N_("{label}: {quantity} in {place} on {day}, according to {counter}.")
OTHER_TOTAL: Final = N_(
    "{label}: {quantity} documented in {place} {since}, as of {day}, according to {counter}."
)
HAPPENED: Final = N_(
    "As of {published}, {counter} had documented {quantity} {noun} in {place} {period}, counted by"
    " when it happened."
)
OTHER_HAPPENED: Final = N_(
    "{label}: {quantity} in {place} {period}, counted by when it happened, according to {counter}"
    " as of {published}."
)
DERIVED: Final = N_(
    "{label}: {quantity} in {place} {since}, as of {day}, calculated from figures by {counter}."
)
STOCK_RATE: Final = N_(
    "{label}: {quantity} per 100,000 people in {place} on {day}, calculated from figures by {counter}."
)
TOTAL_RATE: Final = N_(
    "{label}: {quantity} per 100,000 people in {place}, documented {since} as of {day}, calculated"
    " from figures by {counter}."
)
NEWLY: Final = N_(
    "Between {start} and {end}, {counter} documented {number} more {noun} in {place}; some of these cases may"
    " have happened earlier."
)
OTHER_NEWLY: Final = N_(
    "{label}: between {start} and {end}, {counter} documented {number} more in {place}; some of these cases"
    " may have happened earlier."
)
LOWERED: Final = N_(
    "{label}: between {start} and {end}, {counter} revised its total for {place} down by {number}."
)
# By whether the number is derived.
FROM_ONE: Final = {
    False: N_("This is from one document, “{title}”; another figure may be used elsewhere."),
    True: N_("It is calculated from one document alone, “{title}”; another figure may be used elsewhere."),
}
NO_VALUE: Final = {
    Status.NOT_REPORTED: N_("{label}: no figure from {counter} is recorded here for {place} {period}."),
    Status.NO_LONGER_PUBLISHED: N_("{label}: {counter} no longer published figures for {place} {period}."),
    Status.SUPPRESSED: N_("{label}: the figure for {place} {period} is withheld because it is small."),
}


def row_sentence(answer: Answer, row: Row, *, later: Row | None = None) -> Sentence:
    """One row of an answer in a sentence that says what kind of number it is, whose, and of which time.

    A row without a value is said to have none, and why. `later` is a bound for a later day, which belongs
    into the same sentence: whoever reads out the one number must not hide the other.
    """
    if row.value is None:
        time = during(*bucket_span(row.bucket, answer=answer))
        return sentence_from(_(NO_VALUE[row.status]), **_named(answer, row), period=time)
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        return newly_documented_of(answer, row)
    sentence = sentence_from(_(_template(answer, row)), **_named(answer, row), **_counted(answer, row))
    sentence = with_later_bound(sentence, answer, later)
    if row.status == Status.DERIVED and answer.query.measure is not Measure.PER_100K:
        words = _("This figure is calculated, not published: {formula}.")
        sentence += sentence_from(words, formula=formula_of(answer, row))
    if answer.query.source:
        sentence += sentence_from(_(FROM_ONE[row.status == Status.DERIVED]), title=_title(answer))
    return sentence


def with_later_bound(sentence: Sentence, answer: Answer, later: Row | None) -> Sentence:
    """The sentence with the bound that was printed for a later day than its number's, if there is one."""
    if later is None:
        return sentence
    is_stock = answer.metrics[later.metric].kind == "stock"
    words = _("{sentence}; on {day}, {quantity}") if is_stock else _("{sentence}; by {day}, {quantity}")
    longer = sentence_from(
        words, sentence=sentence.unfinished(), quantity=value_of(answer, later), day=day(later.day)
    )
    return longer if sentence == sentence.unfinished() else Sentence((*longer.parts, "."))


def _title(answer: Answer) -> str:
    """Of the one document that the answer is about."""
    document = answer.sources[0]
    return document.called


def _template(answer: Answer, row: Row) -> str:
    """The spoken form: with the metric's noun where it has one and all are counted, else with its name."""
    is_stock = answer.metrics[row.metric].kind == "stock"
    if answer.query.measure is Measure.PER_100K:
        return STOCK_RATE if is_stock else TOTAL_RATE
    if row.status == Status.DERIVED:
        return DERIVED
    spoken, other = (STOCK, OTHER_STOCK) if is_stock else (TOTAL, OTHER_TOTAL)
    if answer.query.measure is Measure.HAPPENED:
        spoken, other = HAPPENED, OTHER_HAPPENED
    return spoken if _takes_noun(answer, row) else other


def _takes_noun(answer: Answer, row: Row) -> bool:
    """Whether a sentence can say the metric's noun, which is a plural, of all who are counted."""
    return bool(answer.metrics[row.metric].noun) and row.value != 1 and not part_label(answer)


def _named(answer: Answer, row: Row) -> dict[str, str]:
    return {
        "label": label_of(answer, row.metric),
        "noun": _(answer.metrics[row.metric].noun),
        "place": answer.places[row.place].spoken,
        "counter": answer.counter,
        "since": _(answer.origin_label),
    }


def _counted(answer: Answer, row: Row) -> dict[str, str | Number]:
    return {
        "quantity": value_of(answer, row),
        "day": day(row.day),
        "period": during(row.period_start, row.day),
        "published": "" if row.published is None else day(row.published),
    }


def series_name(answer: Answer) -> str:
    """The subject of an answer about one metric and place: a page may show it in none of its choices."""
    name = _("{label}, {place}, counted by {counter}")
    label = label_of(answer, answer.query.metrics[0])
    return name.format(label=label, place=next(iter(answer.places.values())).name, counter=answer.counter)


def newly_documented_sentence(answer: Answer, bucket: str) -> Sentence | None:
    """What was newly documented in one bucket, and that this is not what happened in it.

    None where the bucket has no value.
    """
    row = next((row for row in answer.counted if row.bucket == bucket), None)
    return None if row is None else newly_documented_of(answer, row)


def newly_documented_of(answer: Answer, row: Row) -> Sentence:
    """What was newly documented in the time that a row covers; a lowered total is called a revision."""
    start, end = row.covers
    values = _named(answer, row) | {"start": day(start), "end": day(end)}
    return sentence_from(_(_newly_template(answer, row)), **values, number=size_of(answer, row))


def _newly_template(answer: Answer, row: Row) -> str:
    if row_value(row) < 0:
        return LOWERED
    return NEWLY if _takes_noun(answer, row) else OTHER_NEWLY
