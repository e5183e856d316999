"""Writes the site: pages of every place and offered period, screens, tables, the series behind the charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from exports.plain.brief import Page, brief_html, offered, page_of
from exports.plain.links import BRIEF, PRESENT, Links, ServerLinks
from exports.plain.present import KEYS as KEYS_FILE
from exports.plain.present import present_html
from exports.series_files import series_csv
from exports.site.file_links import DATA, KEYS, FileLinks, Site
from exports.site.site_folder import SiteFolder
from exports.table_files import TABLES, described_tables, table_body
from exports.written_json import json_body
from metrics.counts.table_rows import all_places
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.query.query import Query
from metrics.question.address import read_parameters
from validation import Dataset


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was written: how many pages of how many places and periods, tables, series; files and bytes."""

    pages: int
    places: int
    periods: int
    tables: int
    series: int
    files: int
    size: int


def write_site(dataset: Dataset, folder: Path, *, today: date, server: str = "") -> Written:
    """Write everything into the folder, which lists its files in a manifest.

    `server` is the whole address of the dashboard, for links to what only it can answer; without one there
    are no such links. Raises NotOurFolderError for a folder that holds something else.
    """
    out = SiteFolder(folder)
    usual = read_parameters([], dataset=dataset, today=today)
    live = ServerLinks(dataset=dataset, root=f"{server.rstrip('/')}/") if server else None
    site = Site(dataset=dataset, periods=offered(dataset, usual), server=live)
    pages = dict(_pages(site, usual, today))
    for name, content in pages.items():
        out.write(name, content)
    out.write(KEYS, KEYS_FILE.read_bytes())
    for table in TABLES:
        out.write(f"{DATA}/{table}.csv", table_body(dataset, table))
    out.write(f"{DATA}/datapackage.json", json_body(described_tables(dataset)))
    for name, answer in site.series.items():
        out.write(name, series_csv(answer))
    out.finish(title=dataset.settings.title, tables=dataset.digest, day=today.isoformat())
    return Written(
        pages=len(pages),
        places=len(all_places(dataset)),
        periods=len(site.periods),
        tables=len(TABLES),
        series=len(site.series),
        files=len(out.written),
        size=sum(out.written.values()),
    )


def _pages(site: Site, usual: Query, today: date) -> Iterator[tuple[str, bytes]]:
    """Each page by the name of its file."""
    kinds: dict[str, Callable[[Page, Links], str]] = {BRIEF: brief_html, PRESENT: present_html}
    notice = _("A copy of {day}. It does not change: ages are those of that day.").format(day=day(today))
    for place in all_places(site.dataset):
        for period in site.periods:
            query = replace(usual, places=(place,), start=period.start, end=period.end)
            page = page_of(site.dataset, query, notices=(notice,))
            for kind, draw in kinds.items():
                name = site.page(kind, query)
                links = FileLinks(site=site, root="../" * name.count("/"))
                yield name, draw(page, links).encode()
