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
MEASURES: Final = ("Newly documented", "Happened in the period", "Per 100,000 people")
METRICS: Final = ("Arrested", "Sentenced in the period", "Sentenced, in person", "Sentenced to death")
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
    """A second metric, found in the list by its name and clicked."""
    for name in METRICS:
        yield Act(
            prepare=partial(find_metric, name=name),
            fire=partial(click_metric, name=name),
            put_back=partial(remove_metric, name=name),
        )


def find_metric(page: Page, *, name: str) -> None:
    """Have the list show this metric only."""
    page.locator('[data-testid="stMultiSelect"] input').click()
    page.keyboard.type(name)


def click_metric(page: Page, *, name: str) -> None:
    """Choose the metric out of the list."""
    page.get_by_role("option", name=name, exact=True).click()


def remove_metric(page: Page, *, name: str) -> None:
    """Close the list, and take the metric out of what is chosen."""
    page.keyboard.press("Escape")
    page.get_by_label(f"Remove {name}", exact=True).click()


def measures() -> Iterator[Act]:
    """The buttons of the measure, one after the other."""
    for name in MEASURES:
        yield Act(nothing, partial(click_measure, name=name), nothing)


def click_measure(page: Page, *, name: str) -> None:
    """Click the button of this measure."""
    page.get_by_role("radio", name=name).click()


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
            page.get_by_text("Who counted, group, sex").click()
            wait_until_drawn(page)
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
