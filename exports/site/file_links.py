"""Where a page leads in a folder of files: every way is relative, and leads to a file that is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from exports.file_names import series_file_name
from exports.plain.links import BRIEF, PRESENT, ServerLinks, is_usual_place
from metrics.answer.answer import Answer
from metrics.headline.offered_periods import ALL_TIME, OfferedPeriod
from metrics.number.card_address import CardQuestion
from metrics.query.query import Query
from validation import Dataset

INDEX: Final = "index.html"
DATA: Final = "data"
SERIES: Final = f"{DATA}/series"
KEYS: Final = "plain/keys.js"


@dataclass(kw_only=True)
class Site:
    """What a folder of files holds.

    server: the dashboard's addresses, whole, for what only a server can answer; None without one.
    series: answers that pages lead to, by the names of their files; they are found as pages are written.
    """

    dataset: Dataset
    periods: tuple[OfferedPeriod, ...]
    server: ServerLinks | None
    series: dict[str, Answer] = field(default_factory=dict)

    def page(self, kind: str, query: Query) -> str:
        """The file of a page, from the folder; empty for a time that is not offered."""
        code = next(
            (one.code for one in self.periods if (one.start, one.end) == (query.start, query.end)), ""
        )
        if not code:
            return ""
        if kind == BRIEF and code == ALL_TIME and is_usual_place(self.dataset, query):
            return INDEX
        return f"{kind}/{query.places[0]}{'' if code == ALL_TIME else f'_{code}'}.html"


@dataclass(frozen=True, kw_only=True)
class FileLinks:
    """The ways from one page of the folder, which lies behind `root` from the folder's first page."""

    site: Site
    root: str

    def brief(self, query: Query) -> str:
        """The file of the page to read."""
        return self._file(self.site.page(BRIEF, query))

    def present(self, query: Query, slides: Sequence[str] = ()) -> str:  # noqa: ARG002 - all of them are there
        """The file of the screens."""
        return self._file(self.site.page(PRESENT, query))

    def chosen_here(self) -> bool:
        """No server answers."""
        return False

    def parameters(self, query: Query) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 - there is no form
        """None, since nothing is sent."""
        return ()

    def overview(self, query: Query) -> str:
        """The dashboard, where it is known."""
        return self.site.server.overview(query) if self.site.server else ""

    def card(self, card: CardQuestion) -> str:
        """The page of the number on the dashboard, where that is known."""
        return self.site.server.card(card) if self.site.server else ""

    def page(self, address: str) -> str:
        """The same of any page."""
        return self.site.server.page(address) if self.site.server else ""

    def series(self, answer: Answer, extension: str) -> str:
        """The file of the rows, which is noted to be written; there is none but CSV."""
        if extension != "csv":
            return ""
        name = f"{SERIES}/{series_file_name(answer, extension=extension)}"
        self.site.series[name] = answer
        return self._file(name)

    def table(self, name: str) -> str:
        """The file of the table."""
        return self._file(f"{DATA}/{name}")

    def script_of_keys(self) -> str:
        """The file of the script."""
        return self._file(KEYS)

    def _file(self, name: str) -> str:
        return f"{self.root}{name}" if name else ""
