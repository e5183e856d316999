"""A question in words, with the days on which its answer rests: what every file says of itself first."""

from __future__ import annotations

from dataclasses import replace

from charts.canvas import titles
from metrics.answer.answer import Answer
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.question.address import address_of


def question_in_words(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What was asked, by whom it is counted, and both clocks, each by its name.

    A part of people, an event, a single document and a grain are said where they were asked for; and places
    by name, where the title only counts them.
    """
    places = ", ".join(place.name for place in answer.places.values())
    period = _("{start} to {end}").format(start=day(answer.start), end=day(answer.end))
    return (
        (_("What was asked"), f"{titles.title(answer)}. {titles.subtitle(answer)}."),
        (_("Places"), places),
        (_("Period"), period),
        (_("Counted by"), answer.counter),
        (_("Known on"), day(answer.known_on)),
        (_("Edition"), day(answer.edition)),
    )


def pinned_address(answer: Answer, *, host: str) -> str:
    """Where the page shows these figures for ever, whatever is published or corrected later.

    `host` ends with a slash.
    """
    stopped = replace(answer.query, known_on=answer.known_on, edition=answer.edition)
    return f"{host}explore?{address_of(stopped)}"
