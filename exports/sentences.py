"""Sentences that can be read out: written by rules from answers, never saying more than the counts carry."""

from __future__ import annotations

from typing import Any, Final

from metrics.answer import Answer
from metrics.headlines import Headline
from metrics.phrasing import day, number, quantity
from metrics.records import rows_of
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
    sentence = template.format(**_change_parts(change), percentage=_percentage(change))
    return sentence if change.reason is None else f"{sentence} {_no_percentage(change)}"


def _no_percentage(change: Any) -> str:
    return _("No percentage is given: {reason}").format(reason=change.reason)


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
        "Between {start} and {end}, {counter} added {number} to its running total of “{label}”; this is not"
        " how many there were in that time, since cases may be documented late."
    )
    if row["value"] < 0:
        template = _(
            "Between {start} and {end}, {counter} lowered its running total of “{label}” by {number}: a"
            " revision of the count, not an event."
        )
    return template.format(
        start=day(row["covers_from"].date()),
        end=day(row["covers_to"].date()),
        counter=answer.counter,
        number=number(abs(row["value"])),
        label=answer.metrics.loc[row["metric"], "label"],
    )


def later_bound_sentence(headline: Headline) -> str:
    """The bound that was printed for a later day than the newest exact count; empty where there is none."""
    bound = headline.later_bound
    if bound is None:
        return ""
    return _("Later, without an exact count: {quantity} ({day}).").format(
        quantity=quantity(bound.value, bound.qualifier), day=day(bound.period_end.date())
    )


@shared_words(most=KEPT_SENTENCES)
def spoken_sentences(headlines: tuple[Headline, ...], newly_documented: Answer | None) -> tuple[str, ...]:
    """What can be read out at a lectern: the newest counts, one change, and what the numbers are not.

    The first three headlines; then what the last reporting year added to the running total, if any; then the
    caution that the data gives with the last headline that has one.
    """
    sentences = [headline_sentence(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    if sentences and headlines[0].change is not None:
        sentences[0] += " " + _spoken_change(headlines[0])
    if newly_documented is not None:
        sentences += _last_whole_year(newly_documented)
    cautions = [_caution(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    sentences += [caution for caution in cautions if caution][-1:]
    return tuple(sentences)


def _last_whole_year(newly_documented: Answer) -> list[str]:
    years = newly_documented.rows[newly_documented.rows["value"].notna()]
    whole = [row.bucket for row in rows_of(years) if not _is_uneven(newly_documented, row.Index)]
    sentence = newly_documented_sentence(newly_documented, whole[-1]) if whole else None
    return [sentence] if sentence else []


def _caution(headline: Headline) -> str:
    metric = headline.answer.metrics.loc[headline.row.metric]
    return f"{metric['label']}: {metric['caveat']}" if metric["caveat"] else ""


def _is_uneven(answer: Answer, row: int) -> bool:
    return any(caveat.kind == "covers" and row in caveat.rows for caveat in answer.caveats)


def _spoken_change(headline: Headline) -> str:
    """The change as the second half of a spoken sentence; a lowered total is a sentence of its own."""
    sentence = change_sentence(headline)
    is_flow = headline.answer.metrics.loc[headline.row.metric, "kind"] == "flow"
    if is_flow and headline.change is not None and headline.change.difference < 0:
        return sentence
    return _("That is {change}").format(change=sentence[:1].lower() + sentence[1:])
