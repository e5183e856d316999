"""Places and time chosen inside a figure: drawn before the server answers, and never other than it."""

from __future__ import annotations

import random
import re
import time
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from app_pages.assets.assets import address_of_asset
from app_pages.figure.choices import BESIDE_THE_QUESTION
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.question.address import read_parameters
from tests.browser.conftest import Server
from tests.browser.reading import open_page, parameter, shown_text, wait_until_drawn
from validation import Dataset

RECORD_CLASSES: Final = """() => {
    window.classes = [];
    const root = document.documentElement;
    new MutationObserver(() => classes.push(root.className)).observe(root, { attributeFilter: ["class"] });
}"""
RECORD_CHIPS: Final = """() => {
    window.chips = [];
    const row = document.querySelector(".figure-chips");
    new MutationObserver(() => chips.push(row.textContent)).observe(row, { childList: true });
}"""
# A moment apart, so that each goes out as a message of its own.
CHOOSE_QUICKLY: Final = """async (places) => {
    for (const place of places) {
        document.querySelector(".place-search input").click();
        document.querySelector(`.place-list [data-place="${place}"]`).click();
        await new Promise((resolve) => setTimeout(resolve, 120));
    }
}"""
SOCKET: Final = re.compile(r".*/_stcore/stream.*")
SLOW: Final = 0.7  # seconds
OF_ONE_QUESTION: Final = re.compile(r"/figures/[0-9a-f]+\.json")
TODAY: Final = date(2026, 11, 22)
QUESTIONS: Final = (
    "metric=killed&measure=total&grain=as_published",
    "metric=arrested&metric=killed&measure=total&grain=month",
    "metric=arrested&measure=newly_documented&grain=quarter",
    "metric=killed&metric=arrested&measure=happened&grain=as_published",
    "metric=arrested&measure=happened&grain=reporting_year",
    "metric=detained&measure=level&grain=year&known_on=2024-06-30",
    "metric=killed&measure=per_100k&grain=as_published",
)
SELECTED: Final = """async ({ module, whole, selection }) => {
  const { selected } = await import(module);
  const made = selected(await (await fetch(whole)).json(), selection);
  if (!made) return null;
  const drawn = made.data.flatMap((trace) => (trace.meta.metric && trace.customdata || [])
    .map((label, at) => [`${trace.meta.metric} ${trace.meta.place}`, label, trace.x[at], trace.y[at]])
    .filter(([, label]) => label !== null));
  return { rows: made.rows, drawn };
}"""
COUNTED: Final = """async (whole) => {
  const { metrics, series } = await (await fetch(whole)).json();
  const places = [...new Set(Object.keys(series).map((name) => name.split(" ")[1]))];
  return places.filter((place) => metrics.every((metric) => `${metric} ${place}` in series));
}"""
COMPARED: Final = ["bucket", "period_start", "period_end", "value", "qualifier", "status", "source_id"]
SELECTIONS: Final = 12


def chosen_data(page: Page) -> dict[str, Any]:
    """The days that the page has in its menus, also those without a figure."""
    values = "all => all.map(one => one.value)"
    return {
        "from": sorted(page.locator("select[data-bound=from] option").evaluate_all(values)),
        "to": sorted(page.locator("select[data-bound=to] option").evaluate_all(values)),
    }


def choose_place(page: Page, place: str) -> None:
    """Choose a place out of the list, or let it go."""
    page.get_by_role("combobox", name="Where").click()
    page.locator(f'.place-list [data-place="{place}"]').click()


def late(socket: WebSocketRoute) -> None:
    """What the browser sends arrives late, while the browser goes on."""
    server = socket.connect_to_server()

    def pass_on(message: str | bytes) -> None:
        time.sleep(SLOW)
        server.send(message)

    socket.on_message(pass_on)


def answer_to(address: str, dataset: Dataset, **changed: list[str]) -> Answer:
    """The server's answer to an address with some parameters changed."""
    pairs = [(name, value) for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True)]
    kept = [pair for pair in pairs if pair[0] not in (*changed, *BESIDE_THE_QUESTION)]
    parameters = [*kept, *((name, value) for name, values in changed.items() for value in values)]
    return answer_for(dataset, read_parameters(parameters, dataset=dataset, today=TODAY))


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_browser_selects_is_what_the_server_answers(
    page: Page, dashboard: Server, first_edition: Dataset, question: str
) -> None:
    with page.expect_request("**/figures/whole?*") as request:
        open_page(page, f"{dashboard.url}/explore?{question}")
    whole = request.value.url
    offered, everything = chosen_data(page), answer_to(whole, first_edition).to_frame()
    counted = page.evaluate(COUNTED, whole)
    module, draw = f"{dashboard.url}{address_of_asset('select.js')}", random.Random(question)
    shown = 0
    for _selection in range(SELECTIONS):
        places = draw.sample(counted, draw.randint(1, min(4, len(counted))))
        start = draw.choice(offered["from"])
        end = draw.choice([day for day in offered["to"] if day > start])
        exact = answer_to(whole, first_edition, place=places, **{"from": [start], "to": [end]}).to_frame()
        made = page.evaluate(
            SELECTED,
            {"module": module, "whole": whole, "selection": {"places": places, "from": start, "to": end}},
        )
        if made is None:
            assert exact.empty
            continue
        shown += 1
        assert_same_rows(made["rows"], everything=everything, exact=exact)
        assert_drawn_from(made["drawn"], rows=made["rows"], everything=everything)
    assert shown >= SELECTIONS / 4, "too few selections were drawn in the browser to say anything"


def assert_same_rows(rows: dict[str, list[int]], *, everything: pd.DataFrame, exact: pd.DataFrame) -> None:
    """Every row of the server's answer, and no other, with the same value."""
    labels = [label for series in rows.values() for label in series]
    selected = everything.loc[labels].sort_values(["metric", "place", "bucket"])
    expected = exact.sort_values(["metric", "place", "bucket"])
    columns = ["metric", "place", *COMPARED]
    assert (
        selected[columns].astype(str).to_numpy().tolist() == expected[columns].astype(str).to_numpy().tolist()
    )


def assert_drawn_from(
    drawn: list[list[Any]], *, rows: dict[str, list[int]], everything: pd.DataFrame
) -> None:
    """Every value of a selected row is drawn at its height; marks without a value stand for none."""
    marks = {(name, label): height for name, label, _day, height in drawn}
    for name, labels in rows.items():
        for label in labels:
            value = everything.loc[label, "value"]
            if pd.notna(value):
                # Heights are written with four decimals.
                assert marks[name, label] == pytest.approx(float(value), abs=5.1e-5)
    assert {name for name, *_rest in marks} <= set(rows)


def test_a_choice_is_drawn_without_the_server_and_marked(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total&grain=as_published")
    figure = page.locator(".figure[data-key=explore]")
    held: list[Route] = []
    is_holding = True

    def hold(route: Route) -> None:
        if is_holding:
            held.append(route)
        else:
            route.continue_()

    page.route(OF_ONE_QUESTION, hold)
    page.evaluate(RECORD_CLASSES)
    choose_place(page, "MM-01")
    expect(figure.locator("svg text", has_text="Sagaing Region")).to_be_visible()
    page.wait_for_function("classes.includes('updating')")  # until the server's message, which comes soon
    assert "Source:" not in figure.locator(".figure-credit").inner_text()
    is_holding = False
    while held:
        held.pop().continue_()
    wait_until_drawn(page)
    expect(page.locator("html")).not_to_have_class("updating")
    assert parameter(page, "place") == ["MM", "MM-01"]
    assert "Myanmar and Sagaing" in figure.inner_text()


def test_the_last_of_several_quick_choices_holds(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total&grain=as_published")
    for place in ("MM-01", "MM-06", "MM", "MM-01"):
        choose_place(page, place)
    page.locator("select[data-bound=to]").select_option("2022-12-31")
    wait_until_drawn(page)
    assert (parameter(page, "place"), parameter(page, "to")) == (["MM-06"], ["2022-12-31"])
    expect(page.locator(".chip[data-chosen]")).to_have_text(["Yangon Region"])
    page.go_back()
    wait_until_drawn(page)
    assert "Yangon Region" in shown_text(page)


def test_an_option_stays_under_the_pointer_while_the_server_answers(page: Page, dashboard: Server) -> None:
    page.route_web_socket(SOCKET, late)
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total&grain=as_published")
    choose_place(page, "MM-01")
    page.get_by_role("combobox", name="Where").click()
    option = page.locator('.place-list [data-place="MM-06"]')
    option.hover()
    page.mouse.down()
    option.evaluate("one => { one.dataset.seen = 'yes'; }")
    page.wait_for_function("() => location.search.includes('MM-01')")
    wait_until_drawn(page)
    expect(option).to_have_attribute("data-seen", "yes")
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('MM-06')")
    assert parameter(page, "place") == ["MM", "MM-01", "MM-06"]


def test_a_list_that_is_scrolled_is_not_drawn_anew(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total&grain=as_published")
    page.get_by_role("combobox", name="Where").fill("r")
    options = page.locator(".place-list [data-place]")
    options.nth(3).evaluate("one => { one.dataset.seen = 'yes'; }")
    options.first.dispatch_event("pointerdown")
    options.first.dispatch_event("pointercancel", {"bubbles": True})  # a finger began to scroll
    page.wait_for_timeout(100)
    expect(options.nth(3)).to_have_attribute("data-seen", "yes")


def test_on_a_slow_line_an_earlier_answer_takes_no_later_choice_back(page: Page, dashboard: Server) -> None:
    page.route_web_socket(SOCKET, late)
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total&grain=as_published")
    page.evaluate(CHOOSE_QUICKLY, ["MM-01", "MM-06"])
    page.evaluate(RECORD_CHIPS)
    page.wait_for_function("() => location.search.includes('MM-06')")
    wait_until_drawn(page)
    assert not [shown for shown in page.evaluate("chips") if "Yangon Region" not in shown]
    assert parameter(page, "place") == ["MM", "MM-01", "MM-06"]


def test_the_last_place_stays_and_time_does_not_run_backwards(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=killed&from=2023-01-01&to=2023-12-31")
    choose_place(page, "MM")
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM"]
    assert not page.get_by_role("button", name="Remove: Myanmar").count()
    assert page.locator('select[data-bound=to] option[value="2022-12-31"]').is_disabled()
    assert page.locator('select[data-bound=from] option[value="2024-01-01"]').is_disabled()


def test_a_place_is_found_by_any_of_its_names_and_taken_by_the_keyboard(
    page: Page, dashboard: Server
) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total")
    field = page.get_by_role("combobox", name="Where")
    for letters in ("rangoon", "ရန်ကုန်", "yan"):
        field.fill(letters)
        expect(page.locator(".place-list [aria-disabled=false]").first).to_contain_text("Yangon Region")
    field.press("Enter")
    expect(page.locator(".place-list")).to_be_hidden()
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM", "MM-06"]
    page.get_by_role("button", name="Remove: Myanmar").click()
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM-06"]


def test_a_place_without_a_figure_says_so_and_is_not_taken(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&measure=total")
    field = page.get_by_role("combobox", name="Where")
    field.fill("sagaing")
    expect(page.locator('.place-list [data-place="MM-01"]')).to_contain_text("another measure only")
    field.press("Enter")
    page.locator('.place-list [data-place="MM-01"]').click(force=True)
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM"]


def test_one_enter_is_one_choice(page: Page, dashboard: Server) -> None:
    """Letters and Enter in the menu of metrics choose one, and no other is added."""
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    page.locator("select[data-bound=metric]").focus()
    page.keyboard.type("killed")
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    assert parameter(page, "metric") == ["killed"]


def test_what_leads_to_nothing_has_a_way_out_that_works(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&from=2024-01-27&to=2024-01-28")
    expect(page.get_by_text("No figures for this selection.")).to_be_visible()
    expect(page.locator(".figure[data-key=explore] .figure-plot")).to_be_hidden()
    page.get_by_role("button", name="31 Jan 2024 (1)", exact=True).click()
    wait_until_drawn(page)
    assert (parameter(page, "from"), parameter(page, "to")) == (["2024-01-31"], ["2024-01-31"])
    assert "25,931" in shown_text(page)


def test_what_is_offered_is_there(page: Page, dashboard: Server, first_edition: Dataset) -> None:
    """A sample of the choices of every menu, each made on the page: none leads to nothing."""
    draw = random.Random("offered")
    for parameter_name in ("metric", "also", "measure", "grain", "counted_by", "sex", "detail"):
        open_page(page, f"{dashboard.url}/explore?metric=arrested")
        menu = page.locator(f"select[data-bound={parameter_name}]")
        offered = menu.locator("option:not(:disabled)").evaluate_all("all => all.map(one => one.value)")
        page.locator(".figure-more-filters summary").click()
        menu.select_option(draw.choice([code for code in offered if code] or offered))
        wait_until_drawn(page)
        expect(page.locator(".figure-nothing")).to_be_hidden()
        assert page.locator(".figure[data-key=explore] .main-svg").count()


def test_what_is_set_is_removed_by_its_chip(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&sex=female&known_on=2024-09-30")
    page.get_by_role("button", name="Remove: Women and girls").click()
    wait_until_drawn(page)
    assert (parameter(page, "sex"), parameter(page, "known_on")) == (["all"], ["2024-09-30"])
    page.get_by_role("button", name="Remove: Known on").click()
    wait_until_drawn(page)
    assert parameter(page, "known_on") == ["latest"]
    expect(page.locator(".day-folded summary").first).to_contain_text("latest")


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_from_and_to_stay_where_they_are(page: Page, dashboard: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{dashboard.url}/explore?metric=killed&measure=total")
    before = page.locator("select[data-bound=from]").bounding_box()
    for place in ("MM-01", "MM-06", "MM-02"):
        choose_place(page, place)
        wait_until_drawn(page)
    assert page.locator("select[data-bound=from]").bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
