"""Sentences that can be read out: written by rules from answers, never saying more than the counts carry."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from exports.numbers import difference_of, formula_of, size_of, value_of
from metrics.answer import Answer, Status
from metrics.buckets import bucket_span
from metrics.headlines import Change, Headline
from metrics.people import part_of_whom, people
from metrics.phrasing import day, number, period
from metrics.query import Measure
from metrics.records import rows_of
from metrics.sentence import Number, Sentence, said
from metrics.sharing import shared_words
from metrics.wording import N_, _

SPOKEN_HEADLINES: Final = 3
# Kept for all readers together, like the headlines that they are of.
KEPT_SENTENCES: Final = 256

# Spoken forms of the metrics that a language has good words for; the rest is read by its label.
STOCKS: Final = {
    "detained": N_("On {day}, {quantity} people were in detention in {place}, by the count of {counter}."),
    "serving_sentence": N_(
        "On {day}, {quantity} people in detention in {place} were serving a sentence, by the count of"
        " {counter}."
    ),
}
TOTALS: Final = {
    "arrested": N_("By {day}, {counter} had documented the arrest of {quantity} people in {place} {since}."),
    "killed": N_("By {day}, {counter} had documented {quantity} people killed in {place} {since}."),
    "killed_in_custody": N_(
        "By {day}, {counter} had documented {quantity} people killed in custody in {place} {since}."
    ),
    "released": N_("By {day}, {counter} had documented the release of {quantity} people in {place} {since}."),
}
OTHER_STOCK: Final = N_("{label}: {quantity} people in {place} on {day}, by the count of {counter}.")
OTHER_TOTAL: Final = N_("{label}: {quantity} people in {place} documented {since} by {day}, by {counter}.")
HAPPENED: Final = N_(
    "{label}: {quantity} people in {place}, by the date of the events, {period}, by the count of {counter}."
)
STOCK_RATE: Final = N_(
    "{label}: {quantity} of every 100,000 people in {place} on {day}, by the count of {counter}."
)
TOTAL_RATE: Final = N_(
    "{label}: {quantity} of every 100,000 people in {place} documented {since} by {day}, by {counter}."
)
NO_VALUE: Final = {
    Status.NOT_REPORTED: N_("{label}: {counter} reported no count for {place} in {period}."),
    Status.NO_LONGER_PUBLISHED: N_("{label}: {counter} no longer published a count for {place} in {period}."),
    Status.SUPPRESSED: N_("{label}: the count for {place} in {period} is held back, because it is small."),
}


def headline_sentence(headline: Headline) -> Sentence:
    """The newest count with its day, its counter and its qualifier; says so where it is derived."""
    return row_sentence(headline.answer, headline.row)


def row_sentence(answer: Answer, row: Any) -> Sentence:
    """One row of an answer in a sentence that says what kind of number it is, whose, and of which time.

    A row without a value is said to have none, and why.
    """
    if pd.isna(row.value):
        time = period(*bucket_span(row.bucket, answer=answer))
        return said(_(NO_VALUE[row.status]), **_named(answer, row), period=time)
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        return newly_documented_of(answer, row)
    sentence = said(_(_template(answer, row)), **_named(answer, row), **_counted(answer, row))
    if row.status == Status.DERIVED and answer.query.measure is not Measure.PER_100K:
        sentence += said(_("This number is derived: {formula}."), formula=formula_of(answer, row))
    return sentence


def _template(answer: Answer, row: Any) -> str:
    """The spoken form: a metric's own where there is one, and nobody but the whole is counted."""
    is_stock = answer.metrics.loc[row.metric, "kind"] == "stock"
    if answer.query.measure is Measure.HAPPENED:
        return HAPPENED
    if answer.query.measure is Measure.PER_100K:
        return STOCK_RATE if is_stock else TOTAL_RATE
    spoken, other = (STOCKS, OTHER_STOCK) if is_stock else (TOTALS, OTHER_TOTAL)
    is_whole = not part_of_whom(answer.query) and answer.query.group == "political"
    return spoken.get(row.metric, other) if is_whole else other


def _named(answer: Answer, row: Any) -> dict[str, str]:
    return {
        "label": label_of(answer, row.metric),
        "place": answer.places.loc[row.place, "name"],
        "counter": answer.counter,
        "since": answer.origin_label,
    }


def _counted(answer: Answer, row: Any) -> dict[str, str | Number]:
    start = None if pd.isna(row.period_start) else row.period_start.date()
    return {
        "quantity": value_of(answer, row),
        "day": day(row.period_end.date()),
        "period": period(start, row.period_end.date()),
    }


def label_of(answer: Answer, metric: str) -> str:
    """The metric's name, and who of them is counted where it is a part: "Arrested (women and girls)"."""
    label: str = answer.metrics.loc[metric, "label"]
    group = [] if answer.query.group == "political" else [people(answer.query.group)]
    part = ", ".join([*group, *part_of_whom(answer.query)])
    return _("{label} ({part})").format(label=label, part=part) if part else label


def change_sentence(headline: Headline) -> Sentence:
    """What changed in the year before, in the words that the measure allows; else why nothing can be said."""
    if headline.change is None:
        return Sentence((str(headline.no_change_because),))
    return change_in_words(headline.answer, headline.change)


def change_in_words(answer: Answer, change: Change) -> Sentence:
    """The difference of two rows of a stock or a running total, in the words that its kind allows.

    Where the two do not count the same, no difference is said, and why.
    """
    if change.refused:
        return said(
            _("Not compared with {earlier_day} ({earlier}). {reason}"),
            earlier_day=day(change.earlier.period_end.date()),
            earlier=value_of(answer, change.earlier),
            reason=str(change.refused),
        )
    is_stock = answer.metrics.loc[change.later.metric, "kind"] == "stock"
    return _stock_change(answer, change) if is_stock else _total_change(answer, change)


def _stock_change(answer: Answer, change: Change) -> Sentence:
    if change.difference == 0:
        template = _("As many as on {earlier_day}.")
    elif change.difference > 0:
        template = _("{difference} more than on {earlier_day} ({earlier}){percentage}.")
    else:
        template = _("{difference} fewer than on {earlier_day} ({earlier}){percentage}.")
    sentence = said(template, **_change_parts(answer, change), percentage=_percentage(answer, change))
    return sentence if change.reason is None else sentence + _no_percentage(change)


def _no_percentage(change: Change) -> Sentence:
    return said(_("No percentage is given: {reason}"), reason=str(change.reason))


def _total_change(answer: Answer, change: Change) -> Sentence:
    template = _("{difference} newly documented since {earlier_day}.")
    if change.difference < 0:
        template = _("The total was revised: {difference} fewer than on {earlier_day}.")
    return said(template, **_change_parts(answer, change))


def _change_parts(answer: Answer, change: Change) -> dict[str, str | Number]:
    return {
        "difference": difference_of(answer, change, number(abs(change.difference))),
        "earlier_day": day(change.earlier.period_end.date()),
        "earlier": value_of(answer, change.earlier),
    }


def _percentage(answer: Answer, change: Change) -> Sentence:
    if change.percentage is None:
        return Sentence()
    written = difference_of(answer, change, f"{abs(change.percentage):.1f}")
    return said(_(", {percentage} percent"), percentage=written)


def newly_documented_sentence(answer: Answer, bucket: str) -> Sentence | None:
    """What was newly documented in one bucket, and that this is not what happened in it.

    None where the bucket has no value.
    """
    rows = answer.rows[(answer.rows["bucket"] == bucket) & answer.rows["value"].notna()]
    if rows.empty:
        return None
    return newly_documented_of(answer, next(rows_of(rows)))


def newly_documented_of(answer: Answer, row: Any) -> Sentence:
    """What was newly documented in the time that a row covers; a lowered total is called a revision."""
    template = _(
        "Between {start} and {end}, {counter} added {number} to its running total of “{label}”; this is not"
        " how many there were in that time, since cases may be documented late."
    )
    if row.value < 0:
        template = _(
            "Between {start} and {end}, {counter} lowered its running total of “{label}” by {number}: a"
            " revision of the count, not an event."
        )
    return said(
        template,
        start=day(row.covers_from.date()),
        end=day(row.covers_to.date()),
        counter=answer.counter,
        number=size_of(answer, row),
        label=label_of(answer, row.metric),
    )


def later_bound_sentence(headline: Headline) -> Sentence:
    """The bound that was printed for a later day than the newest exact count; empty where there is none."""
    bound = headline.later_bound
    if bound is None:
        return Sentence()
    return said(
        _("Later, without an exact count: {quantity} ({day})."),
        quantity=value_of(headline.answer, bound),
        day=day(bound.period_end.date()),
    )


@shared_words(most=KEPT_SENTENCES)
def spoken_sentences(
    headlines: tuple[Headline, ...], newly_documented: Answer | None
) -> tuple[Sentence, ...]:
    """What can be read out at a lectern: the newest counts, one change, and what the numbers are not.

    The first three headlines; then what the last reporting year added to the running total, if any; then the
    caution that the data gives with the last headline that has one.
    """
    sentences = [headline_sentence(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    if sentences and headlines[0].change is not None:
        sentences[0] += _spoken_change(headlines[0])
    if newly_documented is not None:
        sentences += _last_whole_year(newly_documented)
    cautions = [_caution(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    sentences += [caution for caution in cautions if caution][-1:]
    return tuple(sentences)


def _last_whole_year(newly_documented: Answer) -> list[Sentence]:
    years = newly_documented.rows[newly_documented.rows["value"].notna()]
    whole = [row.bucket for row in rows_of(years) if not _is_uneven(newly_documented, row.Index)]
    sentence = newly_documented_sentence(newly_documented, whole[-1]) if whole else None
    return [sentence] if sentence else []


def _caution(headline: Headline) -> Sentence:
    metric = headline.answer.metrics.loc[headline.row.metric]
    return Sentence((f"{metric['label']}: {metric['caveat']}",) if metric["caveat"] else ())


def _is_uneven(answer: Answer, row: int) -> bool:
    return any(caveat.kind == "covers" and row in caveat.rows for caveat in answer.caveats)


def _spoken_change(headline: Headline) -> Sentence:
    """The change as the second half of a spoken sentence; a lowered total is a sentence of its own."""
    sentence = change_sentence(headline)
    change = headline.change
    is_flow = headline.answer.metrics.loc[headline.row.metric, "kind"] == "flow"
    if change is None or change.refused or (is_flow and change.difference < 0):
        return sentence
    return said(_("That is {change}"), change=sentence.lowered())
