"""What can be copied from a card: a citation, a link, lines for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app_pages.words.words import Block, Copied, Line
from exports.citations import citation
from exports.snippets import snippets
from metrics.answer.answer import Answer
from metrics.card.cards import Card
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion, card_address, short_card_address
from metrics.number.single import pinned
from metrics.query.query import Query
from metrics.question.address import in_readers_language
from metrics.revisions.change_since import changed_since
from validation import Dataset


def link_to(answer: Answer, query: Query, host: str) -> Copied:
    """The link of a number that is left out, with both clocks fixed: it was left out on these days."""
    address = host + in_readers_language(card_address(CardQuestion(pinned(answer, query), None)))
    return Copied(text=address, label=_("Permanent link to this card"), look="code")


def to_take_along(card: Card, dataset: Dataset, host: str) -> Iterator[Block]:
    """A citation, a link, and the lines by which a program gets exactly this number."""
    question = _lasting(card)
    earlier = card.comparison.change.earlier if card.comparison else None
    since = (earlier.day, earlier.bucket) if earlier is not None else None
    address = host + in_readers_language(card_address(CardQuestion(question, since[0] if since else None)))
    yield Line(text=_("Cite it, link to it, use it in code"), tag="h3")
    change = changed_since(dataset, card.answer.query)
    since_then = str(change.sentence) if change else ""
    cited = citation(card, title=_(dataset.settings.title), since_then=since_then)
    yield Copied(text=cited, label=_("Citation"))
    if card.row.value is None:
        label = _("Link to this selection: there is no figure now, but there may be one later")
        yield Copied(text=address, label=label, look="code")
    else:
        yield Copied(text=address, label=_("Permanent link to this figure"), look="code")
        yield from _link_that_goes_on(card, dataset, host, since[0] if since else None)
    for snippet in snippets(question, bucket=card.row.bucket, host=host, since=since):
        yield Copied(text=snippet.lines, label=snippet.language, look="code")


def _link_that_goes_on(card: Card, dataset: Dataset, host: str, since: date | None) -> Iterator[Block]:
    """The link that shows what is known of the figure whenever it is opened; none from a past day."""
    query = card.answer.query
    if query.known_on is None and query.edition is None:
        address = host + short_card_address(dataset, CardQuestion(query, since))
        label = _("Link to what is known of it whenever the link is opened: later corrections show")
        yield Copied(text=address, label=label, look="code")


def _lasting(card: Card) -> Query:
    """The question with both clocks stopped; that of a gap goes on, since later a count may be known."""
    query = card.answer.query
    return query if card.row.value is None else pinned(card.answer, query)
