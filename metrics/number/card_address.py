"""Where the card of a number is found: the address of its question, under a path of its own."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from metrics.counts.typed_rows import PublishedCount
from metrics.number.single import Reference, question_of
from metrics.query.query import MEASURE_OF_BASIS, Grain, Query
from metrics.question.address import address_of, short_address_of
from validation import Dataset

PATH: Final = "/number"
COMPARED_WITH: Final = "compared_with"


class CardQuestion(NamedTuple):
    """A question about one number, and the day of an earlier one where it is compared with that."""

    query: Query
    since: date | None


def question_of_card(number: Reference) -> CardQuestion:
    """The question of a shown number's card."""
    earlier = None
    if number.since is not None:
        earlier = number.answer.rows[number.since].period_end
    return CardQuestion(question_of(number.answer, number.row), earlier)


def question_of_count(count: PublishedCount, query: Query, *, stands: bool) -> CardQuestion:
    """The question of a published count's card, with the clocks of another question.

    A count that `stands` is found in its series or event; any other in what its document prints.
    """
    end = count.period_end
    start = count.period_start if count.basis == "happened" else None
    question = Query(
        metrics=(count.metric,),
        places=(count.place,),
        measure=MEASURE_OF_BASIS[count.basis],
        grain=Grain.AS_PUBLISHED,
        start=start or end,
        end=end,
        known_on=query.known_on,
        edition=query.edition,
        counted_by=count.counted_by,
        group=count.group,
        sex=count.sex,
        age=count.age,
        detail=count.detail,
        since=count.since,
        event=count.event_id,
        source="" if stands else count.source_id,
    )
    return CardQuestion(question, None)


def card_address(question: CardQuestion) -> str:
    """The address of a card, by its question."""
    earlier = f"&{COMPARED_WITH}={question.since.isoformat()}" if question.since else ""
    return f"{PATH}?{address_of(question.query)}{earlier}"


def short_card_address(dataset: Dataset, question: CardQuestion) -> str:
    """The same address without what is usual, for pages of many numbers."""
    earlier = f"&{COMPARED_WITH}={question.since.isoformat()}" if question.since else ""
    return f"{PATH}?{short_address_of(dataset, question.query)}{earlier}"
