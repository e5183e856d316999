"""Sentences that can be read out: written by rules from answers, never saying more than the counts carry."""

from __future__ import annotations

from typing import Final

from exports.numbers import difference_of, value_of
from exports.row_sentences import newly_documented_sentence, row_sentence
from metrics.answer.answer import Answer
from metrics.card.cards import Card
from metrics.headline.headlines import Change, Headline
from metrics.language.phrasing import day, number
from metrics.language.wording import _
from metrics.number.sentence import Number, Sentence, rendered, sentence_from

SPOKEN_HEADLINES: Final = 3


def headline_sentence(headline: Headline) -> Sentence:
    """The newest count with its day, its counter and its qualifier, and a later bound."""
    return row_sentence(headline.answer, headline.row, later=headline.later_bound)


def change_sentence(headline: Headline) -> Sentence:
    """What changed in the year before, in the words that the measure allows; else why nothing can be said."""
    if headline.change is None:
        return rendered(headline.no_change_because) if headline.no_change_because else Sentence()
    return change_in_words(headline.answer, headline.change)


def change_in_words(answer: Answer, change: Change) -> Sentence:
    """The difference of two rows of a stock or a running total, in the words that its kind allows.

    Where the two do not count the same, the sentence says why there is no difference.
    """
    if change.refused:
        return sentence_from(
            _("Not compared with {earlier_day} ({earlier}). {reason}"),
            earlier_day=day(change.earlier.day),
            earlier=value_of(answer, change.earlier),
            reason=str(change.refused),
        )
    is_stock = answer.metrics[change.later.metric].kind == "stock"
    return _stock_change(answer, change) if is_stock else _total_change(answer, change)


def _stock_change(answer: Answer, change: Change) -> Sentence:
    if change.difference == 0:
        template = _("As many as on {earlier_day}.")
    elif change.difference > 0:
        template = _("{difference} more than on {earlier_day} ({earlier}){percentage}.")
    else:
        template = _("{difference} fewer than on {earlier_day} ({earlier}){percentage}.")
    return sentence_from(template, **_change_parts(answer, change), percentage=_percentage(answer, change))


def _total_change(answer: Answer, change: Change) -> Sentence:
    template = _("{difference} newly documented since {earlier_day}.")
    if change.difference < 0:
        template = _("The total was revised: {difference} fewer than on {earlier_day}.")
    sentence = sentence_from(template, **_change_parts(answer, change))
    return sentence + Sentence((str(change.taken_in),)) if change.taken_in else sentence


def _change_parts(answer: Answer, change: Change) -> dict[str, str | Number]:
    return {
        "difference": difference_of(answer, change, number(abs(change.difference))),
        "earlier_day": day(change.earlier.day),
        "earlier": value_of(answer, change.earlier),
    }


def _percentage(answer: Answer, change: Change) -> Sentence:
    if change.percentage is None:
        return Sentence()
    written = difference_of(answer, change, f"{abs(change.percentage):.1f}")
    return sentence_from(_(", {percentage} percent"), percentage=written)


def card_sentence(card: Card) -> Sentence:
    """The number of a card in a sentence; of a difference, the later number and what it has more."""
    sentence = row_sentence(card.answer, card.row)
    if card.comparison is None:
        return sentence
    return sentence + change_in_words(card.comparison.answer, card.comparison.change)


def later_bound_sentence(headline: Headline) -> Sentence:
    """The bound that was printed for a later day than the newest exact count; empty where there is none."""
    bound = headline.later_bound
    if bound is None:
        return Sentence()
    return sentence_from(
        _("Later, without an exact count: {quantity} ({day})."),
        quantity=value_of(headline.answer, bound),
        day=day(bound.day),
    )


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
    years = newly_documented.counted
    whole = [row.bucket for row in years if not _is_uneven(newly_documented, row.label)]
    sentence = newly_documented_sentence(newly_documented, whole[-1]) if whole else None
    return [sentence] if sentence else []


def _caution(headline: Headline) -> Sentence:
    answer, metric = headline.answer, headline.row.metric
    caution = answer.definitions[metric].caution
    return Sentence((f"{answer.metrics[metric].label}: {caution}",) if caution else ())


def _is_uneven(answer: Answer, row: int) -> bool:
    return any(caveat.kind == "covers" and row in caveat.rows for caveat in answer.caveats)


def _spoken_change(headline: Headline) -> Sentence:
    """The change as the second half of a spoken sentence; a lowered total is a sentence of its own."""
    sentence = change_sentence(headline)
    change = headline.change
    is_flow = headline.answer.metrics[headline.row.metric].kind == "flow"
    if change is None or change.refused or (is_flow and change.difference < 0):
        return sentence
    words = _("By the exact counts, that is {change}") if headline.later_bound else _("That is {change}")
    return sentence_from(words, change=sentence.lowered())
