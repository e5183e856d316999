"""The questions that are asked at a briefing, each with a link to its answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app_pages.words.names import metric_names
from app_pages.words.words import Facts, Words
from exports.numbers import value_of
from metrics.amnesty.amnesties import codes_of_amnesties
from metrics.counts.candidates import clocks_of
from metrics.counts.regional_counts import counted_levels
from metrics.counts.table_rows import all_organisations
from metrics.headline.documented_happened import metrics_beside
from metrics.headline.headlines import Headline
from metrics.headline.pre_origin import question_before_origin
from metrics.language.organisation_kinds import GOVERNMENT
from metrics.language.phrasing import day
from metrics.language.wording import N_, _
from metrics.number.sentence import Link, Sentence, sentence_from
from metrics.organisations.comparable import Comparable, comparable_counts
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import address_of, address_of_clocks
from validation import Dataset


def _always(_dataset: Dataset, _query: Query) -> bool:
    return True


def _has_amnesties(dataset: Dataset, _query: Query) -> bool:
    return bool(codes_of_amnesties(dataset))


def _has_regional_counts(dataset: Dataset, query: Query) -> bool:
    return bool(counted_levels(dataset, query, query.places[0]))


def _has_documented_and_happened(dataset: Dataset, query: Query) -> bool:
    return bool(metrics_beside(dataset, query))


# Each question, the page that has its answer, and whether it has one: nobody is led to an empty page.
ON_PAGES: Final = (
    (N_("Your number changed. Why?"), N_("Revisions"), "/revisions", _always),
    (
        N_("Was it that many last year?"),
        N_("Documented and happened"),
        "/documented",
        _has_documented_and_happened,
    ),
    (N_("But they let people go."), N_("Amnesties"), "/amnesties", _has_amnesties),
    (N_("Where is it worst?"), N_("Regions"), "/regions", _has_regional_counts),
    (N_("Did anybody check that?"), N_("Public checks"), "/checks", _always),
    (N_("How much do you not know?"), N_("Coverage"), "/coverage", _always),
)
ON_THE_CARD: Final = (N_("Who says so?"), N_("Is that everyone?"))
THE_GOVERNMENT: Final = N_("The government says another number.")
SOMEBODY_ELSE: Final = N_("Somebody else says another number.")
OF_A_TOTAL: Final = N_("Since when?")


@cached_words
def questions_at_briefings(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Words:
    """Each question that has an answer, with the way to it: the card of a headline, or a page."""
    first = found[0]
    flows = [one for one in found if one.answer.metrics[one.row.metric].kind == "flow"]
    ways = {question: _card(first) for question in ON_THE_CARD}
    ways |= {OF_A_TOTAL: _card(flows[0])} if flows else {}
    comparable = comparable_counts(dataset, clocks_of(dataset, query))
    if comparable:
        address = beside_a_government(dataset, query, found)
        who = THE_GOVERNMENT if _is_of_a_government(dataset, comparable) else SOMEBODY_ELSE
        ways |= {who: _link(_("Sources side by side"), address)}
    ways |= {
        question: _link(_(page), f"{path}{_clocks(query)}")
        for question, page, path, has_answer in ON_PAGES
        if has_answer(dataset, query)
    }
    facts = [(_quoted(_(question)), way) for question, way in ways.items()]
    before = question_before_origin(dataset, query)
    if before:
        question = _("What about before {day}?").format(day=day(dataset.settings.origin))
        label = metric_names(dataset)[before.metrics[0]]
        facts.append((_quoted(question), _link(label, f"/explore?{address_of(before)}")))
    return Words((Facts(facts=tuple(facts)),))


def _is_of_a_government(dataset: Dataset, comparable: Iterable[Comparable]) -> bool:
    kinds = all_organisations(dataset)
    return any(kinds[counter].kind == GOVERNMENT for one in comparable for counter in one.counters)


def beside_a_government(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> str:
    """The address of a comparison with a government's counts; the page alone where there are none."""
    kinds = all_organisations(dataset)
    comparable = comparable_counts(dataset, clocks_of(dataset, query))
    for headline in found:
        for one in comparable:
            is_same = (one.counted.metric, one.counted.place) == (headline.row.metric, headline.row.place)
            if is_same and any(kinds[counter].kind == GOVERNMENT for counter in one.counters):
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
