from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from metrics.answer.frames import SERIES_COLUMNS

Rows = list[dict[str, str]]
ONE_VALUE = "metric=arrested&measure=total&from=2024-01-31&to=2024-01-31"


def test_columns_are_those_that_are_promised(series: Callable[[str], Rows]) -> None:
    assert tuple(series(ONE_VALUE)[0]) == SERIES_COLUMNS


def test_json_and_csv_show_the_same_values(client: TestClient, series: Callable[[str], Rows]) -> None:
    query = "metric=detained&metric=arrested&measure=per_100k&grain=month"
    in_json = client.get(f"/api/v1/series.json?{query}").json()["rows"]
    in_csv = series(query)
    assert len(in_json) == len(in_csv) > 0
    for from_json, from_csv in zip(in_json, in_csv, strict=True):
        assert float(from_json["value"] or "nan") == pytest.approx(
            float(from_csv["value"] or "nan"), nan_ok=True
        )


def test_json_carries_all_that_belongs_to_the_counts(client: TestClient) -> None:
    answer = client.get(f"/api/v1/series.json?{ONE_VALUE}").json()
    assert answer["query"]["metric"] == ["arrested"]
    assert answer["query"]["known_on"] == "latest"
    assert answer["query"]["detail"] == ""
    assert answer["sources"][0]["url"].startswith("http")
    assert {"caveats", "digest", "licence", "citation", "known_on", "edition"} <= answer.keys()


def test_its_own_address_gives_the_same_answer(client: TestClient) -> None:
    answer = client.get(f"/api/v1/series.json?{ONE_VALUE}").json()
    again = client.get(f"/api/v1/series.json?{answer['address']}").json()
    assert again == answer


def test_known_on_gives_what_was_published_by_then(series: Callable[[str], Rows]) -> None:
    rows = series("metric=arrested&measure=total&known_on=2023-06-30")
    assert max(row["published"] for row in rows) <= "2023-06-30"


@pytest.mark.parametrize(
    ("query", "parameter", "allowed"),
    [
        ("metric=arested", "metric", "arrested"),  # unknown code
        ("metric=", "metric", "arrested"),  # empty
        ("knwon_on=2024-01-31", "knwon_on", "known_on"),  # misspelt name
        ("utm_source=mail", "utm_source", "metric"),  # a program has no business with tracking
        ("known_on=31.1.2024", "known_on", "latest"),  # not ISO
        ("known_on=2999-01-01", "known_on", "latest"),  # not known yet
        ("from=2024-02-01&to=2024-01-31", "to", "latest"),  # ends before it starts
        ("metric=detained&measure=total", "measure", "level"),  # a stock has no total
        ("sex=female&sex=male", "sex", "one value"),  # given twice
        ("place=MM&place=XX", "place", "MM"),  # one of several unknown
        ("metric=%00", "metric", "arrested"),  # not a code at all
        ("metric=" + "a" * 5000, "metric", "up to 200 characters"),  # longer than any code
        ("a" * 5000 + "=1", "aaaa", "up to 200 characters"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_by_name(
    client: TestClient, query: str, parameter: str, allowed: str
) -> None:
    response = client.get(f"/api/v1/series.csv?{query}")
    error = response.json()["error"]
    assert response.status_code == 400
    assert error["parameter"].startswith(parameter)
    assert allowed in error["allowed"]
    assert error["message"].startswith("Parameter `")
    assert len(response.content) < 10_000


def test_a_hundred_metrics_are_one_too_many(client: TestClient) -> None:
    response = client.get("/api/v1/series.csv", params=[("metric", "arrested")] * 101)
    assert response.status_code == 400


def test_the_file_is_named_after_the_question(client: TestClient) -> None:
    header = client.get(f"/api/v1/series.csv?{ONE_VALUE}").headers["content-disposition"]
    assert header.startswith('attachment; filename="arrested_MM_total_2024-01-31_2024-01-31_known_on_')


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"/api/v1/series.csv?{ONE_VALUE}")
    again = client.get(f"/api/v1/series.csv?{ONE_VALUE}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    strong = first.headers["etag"].removeprefix("W/")
    made_strong = client.get(f"/api/v1/series.csv?{ONE_VALUE}", headers={"If-None-Match": strong})
    assert made_strong.status_code == 304
    other = client.get("/api/v1/series.csv", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_everybody_may_read_it(client: TestClient) -> None:
    response = client.head(f"/api/v1/series.csv?{ONE_VALUE}", headers={"Origin": "https://news.example"})
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
