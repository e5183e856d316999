"""A real server while many ask for files at once: some are made, others are asked to come back."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.serving import Server, serving

# More than may be inside at once, and each another question: nothing of it is made already.
BURST = 60
QUESTIONS = [
    f"metric=killed&known_on={year}-{month:02d}-{day:02d}"
    for year in (2023, 2024, 2025)
    for month in range(1, 11)
    for day in (3, 17)
]


class Given(NamedTuple):
    """What the server gave: status, headers, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture(scope="module")
def server(data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(data_folder, tmp_path_factory.mktemp("load") / "log.txt") as running:
        yield running


def get(server: Server, address: str, **headers: str) -> Given:
    request = urllib.request.Request(f"{server.url}/api/v1/{address}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=120) as response:
            return Given(response.status, response.headers, response.read())
    except urllib.error.HTTPError as error:
        return Given(error.code, error.headers, error.read())


def test_a_burst_of_new_questions_is_bounded_and_the_server_answers_meanwhile(server: Server) -> None:
    assert len(set(QUESTIONS)) == BURST
    with ThreadPoolExecutor(BURST + 1) as readers:
        asked = [readers.submit(get, server, f"handout.pdf?{question}") for question in QUESTIONS]
        alive = [get(server, "health").status for _time in range(5)]
        given = [one.result() for one in asked]
    assert alive == [200] * 5
    assert {one.status for one in given} == {200, 429}
    refused = next(one for one in given if one.status == 429)
    assert int(refused.headers["Retry-After"]) > 0
    assert "as many files as it can" in json.loads(refused.body)["error"]["message"]
    assert refused.headers["Cache-Control"] == "no-store", "a refusal is for now"
    assert all(one.body.startswith(b"%PDF") for one in given if one.status == 200)
    # Whoever comes back is served.
    assert get(server, f"handout.pdf?{QUESTIONS[-1]}").status == 200


def test_the_same_question_at_once_is_refused_to_nobody(server: Server) -> None:
    address = "handout.pdf?metric=arrested&known_on=2024-06-06"
    with ThreadPoolExecutor(20) as readers:
        given = list(readers.map(lambda _reader: get(server, address), range(20)))
    assert [one.status for one in given] == [200] * 20
    assert len({one.body for one in given}) == 1


@pytest.mark.parametrize("name", ["series.xlsx", "bundle.zip", "everything.zip"])
def test_a_file_says_what_it_is_and_is_not_sent_twice(server: Server, name: str) -> None:
    address = f"{name}?metric=killed&known_on=2024-02-01"
    first = get(server, address)
    assert first.status == 200
    assert first.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "killed_MM_AAPP_known_on_2024-02-01" in first.headers["Content-Disposition"]
    assert "no-cache" in first.headers["Cache-Control"]
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    again = get(server, address, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
