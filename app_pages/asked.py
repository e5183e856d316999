"""The questions that are asked at a briefing, each with the way to where its answer stands."""

from __future__ import annotations

from typing import Final

from app_pages.names import metric_names
from app_pages.platform.words import Facts, Words
from exports.numbers import value_of
from metrics.address import address_of
from metrics.before import question_before_origin
from metrics.headlines import Headline
from metrics.phrasing import day
from metrics.query import Query
from metrics.sentence import Link, Sentence, said
from metrics.sharing import shared_words
from metrics.wording import N_, _
from validation import Dataset

KEPT: Final = 64
# What is asked, and the page on which the answer stands.
ON_PAGES: Final = (
    (N_("The government says another number."), N_("Sources side by side"), "/compare"),
    (N_("Your number changed. Why?"), N_("Revisions"), "/revisions"),
    (N_("So that many were arrested last year?"), N_("Documented and happened"), "/documented"),
    (N_("But they let thousands go."), N_("Amnesties"), "/amnesties"),
    (N_("Where is it worst?"), N_("Regions"), "/regions"),
    (N_("Did anybody check that?"), N_("Public checks"), "/checks"),
    (N_("How much do you not know?"), N_("Coverage"), "/coverage"),
)
ON_THE_CARD: Final = (N_("Who says so?"), N_("Is that everyone?"))
OF_A_TOTAL: Final = N_("Since when?")


@shared_words(most=KEPT)
def asked_at_briefings(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Words:
    """Each question with the way to its answer: the card of a headline, or a page."""
    first = found[0]
    flows = [one for one in found if one.answer.metrics.loc[one.row.metric, "kind"] == "flow"]
    ways = {question: _card(first) for question in ON_THE_CARD}
    ways |= {OF_A_TOTAL: _card(flows[0])} if flows else {}
    ways |= {question: _link(_(page), path) for question, page, path in ON_PAGES}
    facts = [(_quoted(_(question)), way) for question, way in ways.items()]
    before = question_before_origin(dataset, query)
    if before:
        question = _("What about before {day}?").format(day=day(dataset.settings.origin))
        label = metric_names(dataset)[before.metrics[0]]
        facts.append((_quoted(question), _link(label, f"/explore?{address_of(before)}")))
    return Words((Facts(facts=tuple(facts)),))


def _quoted(question: str) -> str:
    return _("“{words}”").format(words=question)


def _card(headline: Headline) -> Sentence:
    label = headline.answer.metrics.loc[headline.row.metric, "label"]
    number = value_of(headline.answer, headline.row)
    return said(_("The card of {number} ({label})"), number=number, label=label)


def _link(text: str, address: str) -> Sentence:
    return Sentence((Link(text=text, href=address),))
