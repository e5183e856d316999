"""Where a page without scripts leads: to other addresses of the server, or to other files of a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import parse_qsl, quote, urlencode

from metrics.answer.answer import Answer
from metrics.number.card_address import CardQuestion, short_card_address
from metrics.query.query import Query
from metrics.question.address import default_measure, has_address, short_address_of
from validation import Dataset

BRIEF = "brief"
PRESENT = "present"
SLIDES = "slides"


class Links(Protocol):
    """The ways that lead on; each is empty where there is no such way."""

    def brief(self, query: Query) -> str:
        """The page to read of a place and a time."""

    def present(self, query: Query, slides: Sequence[str] = ()) -> str:
        """The screens to present of a place and a time: all of them, or these in this order."""

    def chosen_here(self) -> bool:
        """Whether screens can be chosen by a link, since a server answers it."""

    def parameters(self, query: Query) -> tuple[tuple[str, str], ...]:
        """What a form must send beside what is chosen in it."""

    def overview(self, query: Query) -> str:
        """The first page of the dashboard with the same numbers."""

    def card(self, card: CardQuestion) -> str:
        """Where a number is explained."""

    def page(self, address: str) -> str:
        """A page of the dashboard, by its address on the server."""

    def series(self, answer: Answer, extension: str) -> str:
        """The rows of an answer as a file."""

    def table(self, name: str) -> str:
        """A table as it was published, or what describes them all."""

    def script_of_keys(self) -> str:
        """The script by which screens are turned with keys."""


@dataclass(frozen=True, kw_only=True)
class ServerLinks:
    """Addresses of the server. A link keeps the days of knowledge of the question that it is about.

    `root` is the way to the first page: relative, so that whatever a proxy puts before all addresses stays;
    or the whole address of a server elsewhere. `script` is where the script of keys lies from there.
    """

    dataset: Dataset
    root: str = "./"
    script: str = ""

    def brief(self, query: Query) -> str:
        """The page to read, by the place in its path and what else differs from the usual."""
        return self._of(BRIEF, query)

    def present(self, query: Query, slides: Sequence[str] = ()) -> str:
        """The screens, by the place in their path, and their order where it is not the usual one."""
        return self._of(PRESENT, query, **({SLIDES: ",".join(slides)} if slides else {}))

    def chosen_here(self) -> bool:
        """A server answers."""
        return True

    def parameters(self, query: Query) -> tuple[tuple[str, str], ...]:
        """What differs from the usual; the place is in the path."""
        return tuple(parse_qsl(overview_address(self.dataset, query), keep_blank_values=True))

    def overview(self, query: Query) -> str:
        """The same question of the dashboard's first page."""
        place = "" if is_usual_place(self.dataset, query) else urlencode({"place": query.places[0]})
        asked = "&".join(part for part in (place, overview_address(self.dataset, query)) if part)
        return self.root + (f"?{asked}" if asked else "")

    def card(self, card: CardQuestion) -> str:
        """The page of the number."""
        return self.page(short_card_address(self.dataset, card))

    def page(self, address: str) -> str:
        """The address, from here."""
        return self.root + address.removeprefix("/")

    def picture(self, query: Query) -> str:
        """The picture of the numbers that lead, for previews of a link."""
        place = () if is_usual_place(self.dataset, query) else (("place", query.places[0]),)
        asked = (*place, *self.parameters(query), ("chart", "numbers"), ("size", "share"))
        return f"{self.root}api/v1/picture.png?{urlencode(asked)}"

    def series(self, answer: Answer, extension: str) -> str:
        """The data API's address; empty where it would be asked for more places than it takes."""
        if not has_address(answer.query):
            return ""
        return f"{self.root}api/v1/series.{extension}?{short_address_of(self.dataset, answer.query)}"

    def table(self, name: str) -> str:
        """The data API's address."""
        return f"{self.root}api/v1/{name}"

    def script_of_keys(self) -> str:
        """The script, under the name that its content gives it."""
        return f"{self.root}{self.script}"

    def _of(self, page: str, query: Query, **more: str) -> str:
        asked = overview_address(self.dataset, query)
        more_of_it = urlencode(more, safe=",")
        parameters = "&".join(part for part in (asked, more_of_it) if part)
        path = (
            self.root + page + ("" if is_usual_place(self.dataset, query) else f"/{quote(query.places[0])}")
        )
        return path + (f"?{parameters}" if parameters else "")


def is_usual_place(dataset: Dataset, query: Query) -> bool:
    """Whether a question is about the place that the data set is about where nothing else is asked."""
    return query.places[0] == dataset.settings.defaults.place


def overview_address(dataset: Dataset, query: Query) -> str:
    """What is asked of the first page beside its place: time, days of knowledge, whose figures of whom."""
    usual = dataset.settings.defaults
    asked = replace(
        query,
        metrics=(usual.metric,),
        places=(usual.place,),
        measure=type(query.measure)(default_measure(dataset, (usual.metric,))),
        grain=type(query.grain)(usual.grain),
    )
    pairs = parse_qsl(short_address_of(dataset, asked), keep_blank_values=True)
    return urlencode([(name, value) for name, value in pairs if name != "metric"])
