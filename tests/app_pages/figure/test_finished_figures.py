"""Finished figures: fetched by an address made from their content, cleared when there are too many."""

from __future__ import annotations

import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app_pages.figure.finished_figures import figure_routes, finished, keep, kept
from charts import Drawing
from metrics.query.budget import MEGABYTE


def drawing(height: int) -> Drawing:
    figure = go.Figure(data=[{"type": "scatter", "x": [1], "y": [2]}], layout={"height": height})
    return Drawing(figure=figure, title="title", alt="words")


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=figure_routes()))


def test_a_figure_is_fetched_as_it_was_drawn(client: TestClient) -> None:
    figure = finished(drawing(300))
    keep(figure)
    response = client.get(figure.address)
    assert json.loads(response.content)["data"][0]["y"] == [2]
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (figure.height, figure.title, figure.alt) == (300, "title", "words")


def test_the_same_figure_has_the_same_address_and_another_has_another() -> None:
    assert finished(drawing(300)).address == finished(drawing(300)).address
    assert finished(drawing(300)).address != finished(drawing(301)).address


def test_a_narrow_figure_is_sent_beside_the_wide_one_where_it_differs() -> None:
    both = json.loads(finished(drawing(300), drawing(200)).body)
    assert both["layout"]["height"] == 300
    assert both["narrow"]["layout"]["height"] == 200
    assert list(both["narrow"]) == ["layout"], "its marks are the same, and not sent twice"
    assert (
        finished(drawing(300), drawing(200)).height,
        finished(drawing(300), drawing(200)).narrow_height,
    ) == (
        300,
        200,
    )


def test_the_one_asked_for_longest_ago_makes_room(client: TestClient) -> None:
    first = finished(drawing(100))
    keep(first)
    body = bytes(32 * MEGABYTE)
    for number in range(4):
        keep(replace(first, address=f"/figures/{number}.json", body=body))
    assert kept("/figures/0.json") == body
    response = client.get(first.address)
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")
    keep(first)
    assert client.get(first.address).status_code == 200
    assert kept("/figures/0.json") == body  # asked for after the next
    assert kept("/figures/1.json") is None
