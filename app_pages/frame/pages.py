"""The pages: their addresses, titles and files. The one list of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from metrics.language.wording import N_


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """One page. `path` is its address without the slash; the first page has none.

    `heading` is the page's heading where that differs from the title.
    `parameters` are those that its address carries beside the parameters of a question.

    Pages have no icons: Streamlit makes a page's icon the browser tab's icon too, and fetches that
    from fonts.gstatic.com.
    """

    path: str
    file: str
    title: str
    description: str
    heading: str = ""
    parameters: tuple[str, ...] = ()
    section: str = ""  # its heading in the navigation; the first pages have none
    hidden: bool = False  # no page to begin with: links lead there

    @property
    def name(self) -> str:
        """The name of its folder and of its file: `open_page` and the keys of its widgets go by it."""
        return PurePath(self.file).stem


DEFENCE: Final = N_("Defend a number")
EVIDENCE: Final = N_("Evidence")

PAGES: Final = (
    PageEntry(
        path="",
        file="briefing/briefing.py",
        title=N_("Briefing"),
        description=N_("The headline counts, what changed, and sentences to read out."),
    ),
    PageEntry(
        path="explore",
        file="explore/explore.py",
        title=N_("Explore"),
        heading=N_("Explore the counts"),
        description=N_("Any count as a time series, with its sources and caveats."),
    ),
    PageEntry(
        path="regions",
        file="regions/regions.py",
        title=N_("Regions"),
        description=N_("Counts for states and regions, on a map and in a table."),
        parameters=("level",),
    ),
    PageEntry(
        path="summary",
        file="summary/summary.py",
        title=N_("Summary"),
        description=N_("Five charts and what they show, on two printed pages."),
    ),
    PageEntry(
        path="documented",
        section=DEFENCE,
        file="documented/documented.py",
        title=N_("Documented and happened"),
        description=N_("What happened in a year beside what was newly documented in it."),
    ),
    PageEntry(
        path="amnesties",
        section=DEFENCE,
        file="amnesties/amnesties.py",
        title=N_("Amnesties"),
        description=N_("What was announced and what was verified, for every amnesty."),
        parameters=("event_id",),
    ),
    PageEntry(
        path="compare",
        section=DEFENCE,
        file="compare/compare.py",
        title=N_("Sources side by side"),
        description=N_("Counts of several organisations, each with its scope, and never added up."),
    ),
    PageEntry(
        path="revisions",
        section=DEFENCE,
        file="revisions/revisions.py",
        title=N_("Revisions"),
        description=N_("What was revised, when, by how much, in which document, and why."),
    ),
    PageEntry(
        path="sources",
        section=EVIDENCE,
        file="sources/sources.py",
        title=N_("Sources"),
        description=N_("Every document, with definitions, breaks in series, corrections and editions."),
    ),
    PageEntry(
        path="checks",
        section=EVIDENCE,
        file="checks/checks.py",
        title=N_("Public checks"),
        description=N_("What the numbers of each document were held against, and what came of it."),
        parameters=("source_id",),
    ),
    PageEntry(
        path="coverage",
        section=EVIDENCE,
        file="coverage/coverage.py",
        title=N_("Coverage"),
        description=N_(
            "Which months and regions have a count, what is missing, and how old the last one is."
        ),
    ),
    PageEntry(
        path="number",
        file="number/number.py",
        title=N_("Number"),
        heading=N_("Where this number is from"),
        description=N_("One number: who says so, what is counted, and what others say."),
        parameters=("compared_with",),
        hidden=True,
    ),
)

_ENTRIES: Final = {entry.name: entry for entry in PAGES}


def page_entry(name: str) -> PageEntry:
    """The page of this name; raises KeyError for a name that no page has."""
    return _ENTRIES[name]
