"""The questions that are asked at a briefing, each with a link to its answer."""

from __future__ import annotations

from typing import Final

from app_pages.words.names import metric_names
from app_pages.words.words import Facts, Words
from exports.numbers import value_of
from metrics.counts.candidates import clocks_of
from metrics.counts.table_rows import all_organisations
from metrics.headline.headlines import Headline
from metrics.headline.pre_origin import question_before_origin
from metrics.language.phrasing import day
from metrics.language.wording import N_, _
from metrics.number.sentence import Link, Sentence, sentence_from
from metrics.organisations.comparable import comparable_counts
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import address_of, address_of_clocks
from validation import Dataset

# Each question, and the page that has its answer.
ON_PAGES: Final = (
    (N_("Your number changed. Why?"), N_("Revisions"), "/revisions"),
    (N_("So that many were arrested last year?"), N_("Documented and happened"), "/documented"),
    (N_("But they let thousands go."), N_("Amnesties"), "/amnesties"),
    (N_("Where is it worst?"), N_("Regions"), "/regions"),
    (N_("Did anybody check that?"), N_("Public checks"), "/checks"),
    (N_("How much do you not know?"), N_("Coverage"), "/coverage"),
)
ON_THE_CARD: Final = (N_("Who says so?"), N_("Is that everyone?"))
THE_GOVERNMENT: Final = N_("The government says another number.")
OF_A_TOTAL: Final = N_("Since when?")


@cached_words
def questions_at_briefings(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Words:
    """Each question with the way to its answer: the card of a headline, or a page."""
    first = found[0]
    flows = [one for one in found if one.answer.metrics[one.row.metric].kind == "flow"]
    ways = {question: _card(first) for question in ON_THE_CARD}
    ways |= {OF_A_TOTAL: _card(flows[0])} if flows else {}
    ways |= {THE_GOVERNMENT: _link(_("Sources side by side"), beside_a_government(dataset, query, found))}
    ways |= {question: _link(_(page), f"{path}{_clocks(query)}") for question, page, path in ON_PAGES}
    facts = [(_quoted(_(question)), way) for question, way in ways.items()]
    before = question_before_origin(dataset, query)
    if before:
        question = _("What about before {day}?").format(day=day(dataset.settings.origin))
        label = metric_names(dataset)[before.metrics[0]]
        facts.append((_quoted(question), _link(label, f"/explore?{address_of(before)}")))
    return Words((Facts(facts=tuple(facts)),))


def beside_a_government(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> str:
    """The address of a comparison with a government's counts; the page alone where there are none."""
    kinds = all_organisations(dataset)
    comparable = comparable_counts(dataset, clocks_of(dataset, query))
    for headline in found:
        for one in comparable:
            is_same = (one.counted.metric, one.counted.place) == (headline.row.metric, headline.row.place)
            if is_same and any(kinds[counter].kind == "government" for counter in one.counters):
                parameters = {**one.counted._asdict(), "from": one.start.isoformat()}
                return f"/compare?{address_of_clocks(query, **parameters)}"
    return f"/compare{_clocks(query)}"


def _clocks(query: Query) -> str:
    """What an address adds so that the page has the question's days; nothing for the latest."""
    is_latest = query.known_on is None and query.edition is None
    return "" if is_latest else f"?{address_of_clocks(query)}"


def _quoted(question: str) -> str:
    return _("“{words}”").format(words=question)


def _card(headline: Headline) -> Sentence:
    label = headline.answer.metrics[headline.row.metric].label
    number = value_of(headline.answer, headline.row)
    return sentence_from(_("The card of {number} ({label})"), number=number, label=label)


def _link(text: str, address: str) -> Sentence:
    return Sentence((Link(text=text, href=address),))
