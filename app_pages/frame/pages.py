"""The pages: their addresses, titles and files, by the five places of the menu. The one list of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from metrics.language.wording import N_


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """One page. `path` is its address without the slash; the first page has none.

    `place` is the place of the menu that it belongs to; a page without one is reached by links only.
    `heading` is the page's heading, and `beside` its name among the pages of its place, where they differ
    from the title. `parameters` are those that its address carries beside the parameters of a question.

    Pages have no icons: Streamlit makes a page's icon the browser tab's icon too, and fetches that
    from fonts.gstatic.com.
    """

    path: str
    file: str
    title: str
    description: str
    place: str = ""
    heading: str = ""
    beside: str = ""
    parameters: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its folder and of its file: `open_page` and the keys of its widgets go by it."""
        return PurePath(self.file).stem


OVERVIEW: Final = N_("Overview")
EXPLORE: Final = N_("Explore")
HARD_QUESTIONS: Final = N_("Hard questions")
DATA_QUALITY: Final = N_("Data quality")
SOURCES: Final = N_("Sources and download")

# A place opens with the first of its pages.
PLACES: Final = (OVERVIEW, EXPLORE, HARD_QUESTIONS, DATA_QUALITY, SOURCES)

PAGES: Final = (
    PageEntry(
        path="",
        place=OVERVIEW,
        file="overview/overview.py",
        title=N_("Overview"),
        description=N_("The headline figures, what changed, and sentences to read out."),
    ),
    PageEntry(
        path="explore",
        place=EXPLORE,
        file="explore/explore.py",
        title=N_("Explore"),
        heading=N_("Explore the figures"),
        beside=N_("Over time"),
        description=N_("Any figure over time, with its sources and caveats."),
    ),
    PageEntry(
        path="regions",
        place=EXPLORE,
        file="regions/regions.py",
        title=N_("Regions"),
        beside=N_("Map and ranking"),
        description=N_("Figures for states and regions, on a map and in a table."),
        parameters=("level",),
    ),
    PageEntry(
        path="questions",
        place=HARD_QUESTIONS,
        file="hard_questions/questions.py",
        title=N_("Hard questions"),
        beside=N_("Questions and answers"),
        description=N_("Questions that a presenter is asked, each with one sentence to say and its sources."),
        parameters=("question",),
    ),
    PageEntry(
        path="documented",
        place=HARD_QUESTIONS,
        file="documented/documented.py",
        title=N_("Documented and happened"),
        description=N_("What happened in a year beside what was newly documented in it."),
    ),
    PageEntry(
        path="compare",
        place=HARD_QUESTIONS,
        file="compare/compare.py",
        title=N_("Sources side by side"),
        description=N_("Figures from several organisations, each with its scope, and never added up."),
    ),
    PageEntry(
        path="revisions",
        place=HARD_QUESTIONS,
        file="revisions/revisions.py",
        title=N_("Revisions"),
        description=N_("What was revised, when, by how much, in which document, and why."),
    ),
    PageEntry(
        path="amnesties",
        place=HARD_QUESTIONS,
        file="amnesties/amnesties.py",
        title=N_("Amnesties"),
        description=N_("What was announced and what was verified, for every amnesty."),
        parameters=("event_id",),
    ),
    PageEntry(
        path="coverage",
        place=DATA_QUALITY,
        file="coverage/coverage.py",
        title=N_("Coverage"),
        description=N_(
            "Which months and regions have a figure, what is missing, and how old the latest one is."
        ),
    ),
    PageEntry(
        path="checks",
        place=DATA_QUALITY,
        file="checks/checks.py",
        title=N_("Public checks"),
        description=N_("What the figures in each document were compared with, and the result."),
        parameters=("source_id",),
    ),
    PageEntry(
        path="sources",
        place=SOURCES,
        file="sources/sources.py",
        title=N_("Sources"),
        heading=N_("Sources and download"),
        description=N_("Every document, with definitions, breaks in series, corrections and editions."),
    ),
    PageEntry(
        path="number",
        file="number/number.py",
        title=N_("Number"),
        heading=N_("Where this number comes from"),
        description=N_("One number: who says so, what is counted, and what others say."),
        parameters=("compared_with",),
    ),
)

# Addresses that pages once had, with those of today: a link that somebody cited keeps its meaning.
MOVED: Final = {"summary": ""}

_ENTRIES: Final = {entry.name: entry for entry in PAGES}


def page_entry(name: str) -> PageEntry:
    """The page of this name; raises KeyError for a name that no page has."""
    return _ENTRIES[name]


def pages_of(place: str) -> tuple[PageEntry, ...]:
    """The pages of a place in their order: the first is the one that it opens with."""
    return tuple(entry for entry in PAGES if entry.place == place)
