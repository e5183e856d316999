"""Metric, measure and day changed with the mouse: each goes to the server and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from playwright.sync_api import Browser, Page

from benchmarks.browser import opened
from benchmarks.table import line
from tests.browser.reading import wait_until_drawn

TARGET: Final = 250.0  # milliseconds
# Nothing else in a run asks from this day on: the first answers are computed.
PAGE: Final = "/explore?metric=killed&from=2021-03-01&known_on=2025-03-16"
GRAINS: Final = ("month", "quarter", "year")
MEASURES: Final = ("newly_documented", "per_100k")
METRICS: Final = ("arrested", "sentenced", "death_sentence")
DAYS: Final = (4, 7, 11, 20, 25)  # of March 2025


@dataclass(frozen=True)
class Act:
    """What is done before, the click that is timed, and what is put back afterwards."""

    prepare: Callable[[Page], None]
    fire: Callable[[Page], None]
    put_back: Callable[[Page], None]


def nothing(_page: Page) -> None:
    """For an act that needs nothing before or after."""


def metrics() -> Iterator[Act]:
    """A second metric beside the first, chosen from its menu."""
    for code in METRICS:
        yield Act(nothing, partial(choose, parameter="also", code=code), remove_last_metric)


def measures() -> Iterator[Act]:
    """The measures, one after the other."""
    for code in MEASURES:
        yield Act(nothing, partial(choose, parameter="measure", code=code), nothing)


def choose(page: Page, *, parameter: str, code: str) -> None:
    """Choose from the menu of a parameter."""
    page.locator(f"select[data-bound={parameter}]").select_option(code)


def remove_last_metric(page: Page) -> None:
    """Take the second metric out of what is chosen: its chip is the second one after those of places."""
    page.locator(".chip:not([data-chosen]) button").nth(1).click()


def days() -> Iterator[Act]:
    """The day as known on, picked in the browser's own field."""
    for number in DAYS:
        yield Act(nothing, partial(fill_day, day=f"2025-03-{number:02d}"), nothing)


def fill_day(page: Page, *, day: str) -> None:
    """Pick the day as known on."""
    page.get_by_label("As known on").fill(day)


def measure(browser: Browser, url: str, *, grains: int, most: int) -> None:
    """Each change, at most so many, where nobody has asked for its answer yet, and once more."""
    for what, acts in (("metric", metrics), ("measure", measures), ("day", days)):
        first: list[float] = []
        again: list[float] = []
        for grain in GRAINS[:grains]:
            page = opened(browser, f"{url}{PAGE}&grain={grain}")
            for times in (first, again):
                times += [milliseconds(page, act) for act in islice(acts(), most)]
            page.context.close()
        line(f"change of {what} to paint, asked for the first time, ms", first, target=TARGET)
        line(f"change of {what} to paint, asked before, ms", again, target=TARGET)


def milliseconds(page: Page, act: Act) -> float:
    """From the click to the paint of the server's figure."""
    act.prepare(page)
    page.wait_for_timeout(300)
    page.evaluate("bench.served()")
    act.fire(page)
    took = float(page.evaluate("bench.next"))
    wait_until_drawn(page)
    act.put_back(page)
    wait_until_drawn(page)
    return took
