"""Sentences that can be read out: written by rules from answers, never saying more than the counts carry."""

from __future__ import annotations

from typing import Final

from exports.numbers import difference_of, value_of
from exports.row_sentences import newly_documented_sentence, row_sentence
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
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
            _("Not comparable with {earlier_day} ({earlier}). {reason}"),
            earlier_day=day(change.earlier.day),
            earlier=value_of(answer, change.earlier),
            reason=str(change.refused),
        )
    is_stock = answer.metrics[change.later.metric].kind == "stock"
    return _stock_change(answer, change) if is_stock else _total_change(answer, change)


def _stock_change(answer: Answer, change: Change) -> Sentence:
    if change.difference == 0:
        template = _("The same as on {earlier_day}.")
    elif change.difference > 0:
        template = _("{difference} more than on {earlier_day} ({earlier}){percentage}.")
    else:
        template = _("{difference} fewer than on {earlier_day} ({earlier}){percentage}.")
    return sentence_from(template, **_change_parts(answer, change), percentage=_percentage(answer, change))


def _total_change(answer: Answer, change: Change) -> Sentence:
    template = _("{difference} newly documented since {earlier_day}.")
    if change.difference < 0:
        template = _("The total was revised down: {difference} fewer than on {earlier_day}.")
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
    return sentence_from(_(", or {percentage}%"), percentage=written)


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
    words = _("A report for {day} says {quantity}.")
    if _is_published_later(bound, headline.row):
        words = _("A later report says {quantity} ({day}).")
    return sentence_from(words, quantity=value_of(headline.answer, bound), day=day(bound.day))


def _is_published_later(one: Row, other: Row) -> bool:
    """Whether its document came out later, and not only its day."""
    return one.published is not None and other.published is not None and one.published > other.published


def spoken_sentences(
    headlines: tuple[Headline, ...], newly_documented: Answer | None
) -> tuple[Sentence, ...]:
    """What can be read out at a lectern: the newest counts, one change, and what the numbers are not.

    The first three headlines; then what the last reporting year added to the running total, if any; then what
    the counter says of its own figures, where the last headline with such words has them recorded.
    """
    sentences = [headline_sentence(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    if sentences and headlines[0].change is not None:
        sentences[0] += _spoken_change(headlines[0])
    if newly_documented is not None:
        sentences += _last_whole_year(newly_documented)
    own_words = [_own_words(headline) for headline in headlines[:SPOKEN_HEADLINES]]
    sentences += [words for words in own_words if words][-1:]
    return tuple(sentences)


def _last_whole_year(newly_documented: Answer) -> list[Sentence]:
    years = newly_documented.counted
    whole = [row.bucket for row in years if not _is_uneven(newly_documented, row.label)]
    sentence = newly_documented_sentence(newly_documented, whole[-1]) if whole else None
    return [sentence] if sentence else []


def _own_words(headline: Headline) -> Sentence:
    """What the counter says of its own figures: a whole sentence, as the data set's caveats need not be."""
    own_words = headline.answer.definitions[headline.row.metric].own_words
    return rendered(own_words) if own_words else Sentence()


def _is_uneven(answer: Answer, row: int) -> bool:
    return any(caveat.kind == "covers" and row in caveat.rows for caveat in answer.caveats)


def _spoken_change(headline: Headline) -> Sentence:
    """The change as the second half of a spoken sentence; a lowered total is a sentence of its own."""
    sentence = change_sentence(headline)
    change = headline.change
    is_flow = headline.answer.metrics[headline.row.metric].kind == "flow"
    if change is None or change.refused or (is_flow and change.difference < 0):
        return sentence
    words = _("That is {change}")
    if headline.later_bound:
        words = _("Comparing exact figures, that is {change}")
    return sentence_from(words, change=sentence.lowered())
