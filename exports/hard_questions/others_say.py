"""“The government says 258.” “The UN says otherwise.” Another counter's number beside the nearest of ours.

Whose number is right is not said: two organisations count by two definitions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from exports.hard_questions.hard_question import (
    EvidenceFacts,
    EvidenceTable,
    HardQuestion,
    link_to,
    possessive,
    source_line,
)
from exports.numbers import value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of
from metrics.counts.table_rows import all_organisations, documents_named
from metrics.headline.headline_questions import headline_question
from metrics.language.organisation_kinds import GOVERNMENT
from metrics.language.phrasing import day, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, sentence_from
from metrics.organisations.side_by_side import NearestPair, nearest_pairs, sides_of
from metrics.query.query import Measure, Query
from validation import Dataset

UN: Final = "un"
MOST_ROWS: Final = 6
STOCK: Final = N_("{whose} for “{label}” in {place} was {number}, as of {day}{ours}")
TOTAL: Final = N_("{whose} for “{label}” in {place} {since} was {number}, as of {day}{ours}")
# By whether the nearest count is of the same day, and printed by the same document.
OURS: Final = {
    (True, True): N_("; the same document gives {counters} number as {nearest}."),
    (True, False): N_("; {counters} number for the same day was {nearest}."),
    (False, True): N_("; {counters} number in the same document was {nearest}, as of {then}."),
    (False, False): N_("; {counters} nearest number was {nearest}, as of {then}."),
}
NONE_NEAR: Final = N_("; {counter} has no number within a year of that day.")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """The counters of one kind: the question about them, whose number it is, and which kinds these are.

    `with_number` is the question where there is one number only, if that is asked in other words.
    """

    code: str
    question: str
    whose: str
    kinds: tuple[str, ...]
    with_number: str = ""


KINDS: Final = (
    Kind(
        code="government",
        question=N_("The government says another number."),
        with_number=N_("The government says {number}."),
        whose=N_("The government's number"),
        kinds=(GOVERNMENT,),
    ),
    Kind(
        code="un",
        question=N_("The UN says otherwise."),
        whose=N_("The UN's number"),
        kinds=(UN,),
    ),
    Kind(
        code="others",
        question=N_("Another organisation says otherwise."),
        whose=N_("{counters} number"),
        kinds=("ngo", "media", "intergovernmental", "academic", "party", "armed_group", "other"),
    ),
)


def what_others_say(dataset: Dataset, query: Query, kind: Kind) -> HardQuestion | None:
    """The question about one kind of counters; None where none of them has another number."""
    pairs = other_numbers(dataset, query, kind.kinds)
    if not pairs:
        return None
    pair = pairs[0]
    words = (kind.with_number if len(pairs) == 1 else "") or kind.question
    counted = {"metric": pair.row.metric, "place": pair.row.place}
    return HardQuestion(
        code=kind.code,
        question=_(words).format(number=value_of(pair.side.answer, pair.row)),
        answer=_answer(pair, _whose(pairs, kind)),
        evidence=(_table(pairs[:MOST_ROWS]), *_in_its_words(pair)),
        source=source_line(documents_named(dataset, _documents(pair))),
        more=(link_to(_("Sources side by side"), "/compare", query, **counted),),
    )


def other_numbers(dataset: Dataset, query: Query, kinds: Iterable[str]) -> list[NearestPair]:
    """The counts of such counters that differ from the nearest of the question's counter.

    The newest first; of one day, in the order of the metrics on the first page, the one that is asked for
    where a question does not say before them.
    """
    found: list[NearestPair] = []
    organisations = all_organisations(dataset)
    for metric in _metrics(dataset):
        sides = sides_of(dataset, headline_question(dataset, query, metric))
        if not sides or sides[0].counter != query.counted_by:
            continue
        found += [
            pair
            for pair in nearest_pairs(sides)
            if organisations[pair.side.counter].kind in kinds and not pair.is_same
        ]
    return sorted(found, key=lambda pair: pair.row.day, reverse=True)


def _metrics(dataset: Dataset) -> list[str]:
    headline, usual = dataset.settings.headline_metrics, dataset.settings.defaults.metric
    return sorted(headline, key=lambda metric: metric != usual)


def _whose(pairs: list[NearestPair], kind: Kind) -> str:
    """“The government's number” where only one counts; else the counter's by its name."""
    counters = {pair.side.counter for pair in pairs}
    words = kind.whose if kind.code != GOVERNMENT or len(counters) == 1 else KINDS[-1].whose
    return _(words).format(counters=possessive(pairs[0].side.name))


def _answer(pair: NearestPair, whose: str) -> Sentence:
    answer, row = pair.side.answer, pair.row
    return sentence_from(
        _(TOTAL if answer.query.measure is Measure.TOTAL else STOCK),
        whose=whose,
        number=value_of(answer, row),
        label=label_of(answer, row.metric),
        place=answer.places[row.place].spoken,
        since=_(answer.origin_label),
        day=day(row.day),
        ours=_ours(pair),
    )


def _ours(pair: NearestPair) -> Sentence:
    counter = pair.first.name
    if pair.nearest is None:
        return sentence_from(_(NONE_NEAR), counter=counter)
    is_same = (pair.days == 0, pair.nearest.source_id == pair.row.source_id)
    return sentence_from(
        _(OURS[is_same]),
        counters=possessive(counter),
        nearest=value_of(pair.first.answer, pair.nearest),
        then=day(pair.nearest.day),
    )


def _table(pairs: list[NearestPair]) -> EvidenceTable:
    """Each of their numbers, and beside it the nearest of ours."""
    return EvidenceTable(
        label=_("Numbers side by side"),
        head=(
            _("What is counted"),
            _("Organisation"),
            _("Its number"),
            _("Nearest figure from {counter}").format(counter=pairs[0].first.name),
        ),
        rows=tuple(
            (
                label_of(pair.side.answer, pair.row.metric),
                pair.side.name,
                _number(pair.side.answer, pair.row),
                _number(pair.first.answer, pair.nearest),
            )
            for pair in pairs
        ),
    )


def _number(answer: Answer, row: Row | None) -> Sentence | str:
    if row is None:
        return _("none within a year")
    return sentence_from(_("{number}, {day}"), number=value_of(answer, row), day=unbroken_day(row.day))


def _in_its_words(pair: NearestPair) -> Iterable[EvidenceFacts]:
    """By which words their document gives the number, and what is noted with it."""
    count = next((one for one in pair.side.answer.shown if one.line in pair.row.lines), None)
    if count is None:
        return
    facts = [(_("In the document's words"), _("“{words}”").format(words=count.locator))]
    facts += [(_("Notes"), count.note)] if count.note else []
    yield EvidenceFacts(facts=tuple(facts))


def _documents(pair: NearestPair) -> list[str]:
    rows = [pair.row, *([pair.nearest] if pair.nearest else [])]
    return [row.source_id for row in rows]
