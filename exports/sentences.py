"""Sentences that can be read out: written by rules from answers, never saying more than the counts carry."""

from __future__ import annotations

from typing import Any, Final

from metrics.answer import Answer
from metrics.headlines import Headline
from metrics.phrasing import day, number, quantity
from metrics.wording import N_, _

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


def headline_sentence(headline: Headline) -> str:
    """The newest count with its day, its counter and its qualifier; says so where it is derived."""
    sentence = _(_template(headline)).format(**_parts(headline))
    if headline.row.status == "derived":
        sentence += " " + _("This number is derived: {formula}.").format(formula=headline.row.note)
    return sentence


def _template(headline: Headline) -> str:
    if headline.answer.metrics.loc[headline.row.metric, "kind"] == "stock":
        return STOCKS.get(headline.row.metric, OTHER_STOCK)
    return TOTALS.get(headline.row.metric, OTHER_TOTAL)


def _parts(headline: Headline) -> dict[str, str]:
    answer, row = headline.answer, headline.row
    return {
        "label": answer.metrics.loc[row.metric, "label"],
        "place": answer.places.loc[row.place, "name"],
        "counter": answer.counter,
        "quantity": quantity(row.value, row.qualifier),
        "day": day(row.period_end.date()),
        "since": answer.origin_label,
    }


def change_sentence(headline: Headline) -> str:
    """What changed in the year before, in the words that the measure allows; else why nothing can be said."""
    if headline.change is None:
        return str(headline.no_change_because)
    if headline.answer.metrics.loc[headline.row.metric, "kind"] == "stock":
        return _stock_change(headline)
    return _total_change(headline)


def _stock_change(headline: Headline) -> str:
    change = headline.change
    if change is None:
        return ""
    if change.difference == 0:
        template = _("As many as on {earlier_day}.")
    elif change.difference > 0:
        template = _("{difference} more than on {earlier_day} ({earlier}){percentage}.")
    else:
        template = _("{difference} fewer than on {earlier_day} ({earlier}){percentage}.")
    return template.format(**_change_parts(change), percentage=_percentage(change))


def _total_change(headline: Headline) -> str:
    change = headline.change
    if change is None:
        return ""
    template = _("{difference} newly documented since {earlier_day}.")
    if change.difference < 0:
        template = _("The total was revised: {difference} fewer than on {earlier_day}.")
    return template.format(**_change_parts(change))


def _change_parts(change: Any) -> dict[str, str]:
    return {
        "difference": number(abs(change.difference)),
        "earlier_day": day(change.earlier.period_end.date()),
        "earlier": number(change.earlier.value),
    }


def _percentage(change: Any) -> str:
    if change.percentage is None:
        return ""
    return _(", {percentage} percent").format(percentage=f"{abs(change.percentage):.1f}")


def newly_documented_sentence(answer: Answer, bucket: str) -> str | None:
    """What was newly documented in one bucket, and that this is not what happened in it.

    None where the bucket has no value.
    """
    rows = answer.rows[(answer.rows["bucket"] == bucket) & answer.rows["value"].notna()]
    if rows.empty:
        return None
    row = rows.iloc[0]
    template = _(
        "Between {start} and {end}, {counter} added {number} to its running total of “{label}”; many of these"
        " cases are older and were documented late."
    )
    return template.format(
        start=day(row["covers_from"].date()),
        end=day(row["covers_to"].date()),
        counter=answer.counter,
        number=number(row["value"]),
        label=answer.metrics.loc[row["metric"], "label"],
    )
