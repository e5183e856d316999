"""A page that says in plain words why there is no other: no such place, no such link, no sound tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from exports.plain.brief import MOST_PLACES, Way, places_with_numbers
from exports.plain.links import Links
from exports.plain.rendering import rendered_page
from metrics.counts.table_rows import all_places
from metrics.language.wording import _
from metrics.query.invalid_query import ParameterError, shortened
from metrics.query.query import Query
from validation import Dataset

# More codes than this are no help in a sentence.
MOST_CODES: Final = 40


def no_such_place(dataset: Dataset, usual: Query, code: str, links: Links) -> str:
    """There is no such place; those that there are."""
    words = _("There is no place with the code “{code}” here. These places have figures:")
    return _message(
        _("This page does not exist"), [words.format(code=shortened(code))], _places(dataset, usual, links)
    )


def makes_no_sense(error: ParameterError, usual: Query, links: Links) -> str:
    """The link asks for something that is not there: what, what is allowed, and the way on."""
    sentences = [_("This link asks for something that this page does not have."), error.message]
    allowed = error.allowed[:MOST_CODES]
    if allowed:
        sentences.append(_("Allowed: {codes}.").format(codes=", ".join(allowed)))
    return _message(_("This link cannot be followed"), sentences, [_start_again(usual, links)])


def no_tables(reason: str) -> str:
    """There are no sound tables, and so no number."""
    wait = _("Figures will be shown again as soon as the tables are fixed. Nothing needs restarting.")
    return _message(_("No figures can be shown"), [reason, wait], [])


def could_not_be_made() -> str:
    """Our own fault."""
    words = _(
        "This page could not be shown in full because of an error in the software, not in the"
        " data. Nothing is missing from the data. The error has been logged."
    )
    return _message(_("This page cannot be shown"), [words], [])


def _message(heading: str, sentences: Sequence[str], ways: Sequence[Way] | Iterator[Way]) -> str:
    return rendered_page(
        "message.html", dataset=None, links=None, heading=heading, sentences=sentences, ways=tuple(ways)
    )


def _start_again(usual: Query, links: Links) -> Way:
    return Way(text=_("Start again"), href=links.brief(usual))


def _places(dataset: Dataset, usual: Query, links: Links) -> Iterator[Way]:
    for code in places_with_numbers(dataset, usual)[:MOST_PLACES]:
        yield Way(text=all_places(dataset)[code].name, href=links.brief(replace(usual, places=(code,))))
