"""Places and time chosen in ours, in plain HTML and in Dash, in turn: the same choices in the same order."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Browser, Page

from benchmarks.browser import opened
from benchmarks.running import peer
from benchmarks.table import line
from tests.browser.reading import AT_REST, MILLISECONDS_AT_REST

EXPLORE: Final = "/explore?metric=killed&measure=total"
BEGINNING: Final = ("2021-02-01", ("MM",))
# A round that ends as it began. Each of these places has counts after each of these days.
ROUND: Final = (
    ("place", "MM-02"),
    ("from", "2022-01-01"),
    ("place", "MM-05"),
    ("from", "2023-01-01"),
    ("place", "MM-02"),
    ("from", "2022-01-01"),
    ("place", "MM-05"),
    ("from", "2021-02-01"),
)
PAUSE: Final = 200  # milliseconds between one tool's paint and the next tool's change
WHAT: Final = "change of places or time to paint"


@dataclass
class Tool:
    """A tool's open page, and the milliseconds of its changes, in the order of the acts."""

    name: str
    page: Page
    milliseconds: list[float] = field(default_factory=list)


def acts(rounds: int) -> list[Mapping[str, Any]]:
    """Each act: the control, what is chosen in it, and the places and the start that are then to be seen."""
    start, chosen = BEGINNING
    places = list(chosen)
    made: list[Mapping[str, Any]] = []
    for kind, value in ROUND * rounds:
        if kind == "from":
            start = value
        elif value in places:
            places.remove(value)
        else:
            places.append(value)
        made.append({"kind": kind, "value": value, "places": [*places], "from": start})
    return made


def measure(browser: Browser, url: str, *, rounds: int) -> None:
    """Every act in every tool before the next act; who begins changes, so that drift hits all alike."""
    with ExitStack() as stack:
        plain, _process = stack.enter_context(peer("plain"))
        dash, _process = stack.enter_context(peer("with_dash"))
        addresses = {
            "": url + EXPLORE,
            "plain HTML": plain,
            "plain HTML in panels": f"{plain}/?panels",
            "Dash": dash,
        }
        tools = [Tool(name, opened(browser, address)) for name, address in addresses.items()]
        settled: list[float] = []
        for number, act in enumerate(acts(rounds)):
            first = number % len(tools)
            for tool in tools[first:] + tools[:first]:
                tool.milliseconds.append(tool.page.evaluate("bench.choose", dict(act)))
                if tool is tools[0]:
                    settled.append(_settled(tool.page))
                tool.page.wait_for_timeout(PAUSE)
        for tool in tools:
            tool.page.context.close()
    report(tools, settled)


def report(tools: list[Tool], settled: list[float]) -> None:
    """Ours, the peers', and ours to each of theirs, act by act."""
    ours, *others = tools
    line(f"{WHAT}, ms", ours.milliseconds)
    line("change of places or time until the page is settled, ms", settled)
    for other in others:
        line(f"{other.name}: {WHAT}, ms", other.milliseconds)
        ratios = [one / two for one, two in zip(ours.milliseconds, other.milliseconds, strict=True)]
        is_target = other.name == "plain HTML"
        line(f"ours to {other.name}, {WHAT}", ratios, target=1 if is_target else None, digits=2)


def _settled(page: Page) -> float:
    """Milliseconds from the change until the server's own figure and all else were there, at rest."""
    page.wait_for_function(AT_REST, arg=MILLISECONDS_AT_REST, polling="raf")
    since = float(page.evaluate("window.restingSince - bench.begin"))
    page.evaluate("window.restingSince = undefined")
    return since
