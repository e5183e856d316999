"""Figures in Firefox: drawn, chosen in by pointer and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Server
from tests.browser.firefox import Firefox, firefox
from tests.browser.reading import AT_REST, MILLISECONDS_AT_REST
from tests.programs import needed_firefox

WOMEN = "regions?metric=arrested&sex=female&from=2024-08-31&to=2024-08-31"  # counted for all regions
ARROW_DOWN = "\ue015"
ENTER = "\ue007"
DRAWN = f"({AT_REST})({MILLISECONDS_AT_REST})"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(needed_firefox(), tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


def test_every_figure_of_the_first_page_is_drawn(window: Firefox, dashboard: Server) -> None:
    window.open(dashboard.url)
    window.wait_for(DRAWN)
    assert window.evaluate("document.querySelectorAll('.figure[data-drawn] .main-svg').length") >= 6
    assert window.evaluate("[...document.querySelectorAll('.figure-trouble')].every((one) => one.hidden)")


def test_a_place_chosen_in_a_figure_is_drawn_and_asked_for(window: Firefox, dashboard: Server) -> None:
    window.open(f"{dashboard.url}/explore?metric=killed&measure=total")
    window.wait_for(DRAWN)
    window.click(".place-search input")
    window.click('.place-list [data-place="MM-01"]')
    window.wait_for("new URLSearchParams(location.search).getAll('place').join() === 'MM,MM-01'")
    window.wait_for(DRAWN)
    panels = "[...document.querySelectorAll('.annotation-text')].map((one) => one.textContent).join('; ')"
    assert "Sagaing Region" in window.evaluate(panels)


def test_a_click_inside_a_region_chooses_it(window: Firefox, dashboard: Server) -> None:
    window.open(f"{dashboard.url}/regions")
    window.wait_for(DRAWN)
    window.click(".figure[data-key=map] .nsewdrag", across=0.5, down=0.38)
    window.wait_for("new URLSearchParams(location.search).get('place') === 'MM-17'")
    window.wait_for("document.body.innerText.includes('Everything known about Shan State')")


def test_keys_walk_from_mark_to_mark_and_choose(window: Firefox, dashboard: Server) -> None:
    window.open(f"{dashboard.url}/{WOMEN}")
    window.wait_for("Boolean(document.querySelector('.figure[data-key=ranking][data-drawn]'))")
    window.wait_for(DRAWN)
    window.evaluate("document.querySelector('.figure[data-key=ranking] .figure-plot').focus()")
    for _press in range(2):
        window.press(ARROW_DOWN)
    said = "document.querySelector('.figure[data-key=ranking] [role=status]')?.textContent ?? ''"
    window.wait_for(f"({said}).startsWith('929')")  # Mandalay, the second after Yangon's 1,440
    window.press(ENTER)
    window.wait_for("document.body.innerText.includes('Everything known about Mandalay Region')")
