# ruff: noqa: E501 (a row of a table is one line)
"""The counts of the five founding documents arrive with their qualifiers. Quoted: the words around the count."""

import pytest


@pytest.fixture
def counts(first_edition):
    rows = first_edition.dataset.observations

    def of(source):
        found = rows[rows["source_id"] == source]
        return [
            (row.counted_by, row.metric, row.place, row.group, row.value, row.qualifier, row.event_id)
            for row in found.itertuples()
        ]

    return of


def test_amnesty_of_january_2012(counts):
    found = counts("ai-2012-01-13")
    # "The release of at least 130 political prisoners in Myanmar today"
    assert ("AI", "released", "MM", "political", 130, "at_least", "MM-2012-01-13-amnesty") in found
    # "bringing the total number of political prisoners released to at least 477"
    assert [row[4:6] for row in found if row[4] == 477] == [(477, "at_least")]
    # "released 241 political prisoners as part of a general amnesty for 6,359 prisoners"
    assert ("AI", "released", "MM", "political", 241, "exact", "MM-2011-10-12-amnesty") in found
    assert [row[3:] for row in found if row[4] == 6359] == [
        ("all_prisoners", 6359, "exact", "MM-2011-10-12-amnesty")
    ]


def test_amnesty_of_february_2009(counts):
    rows = counts("ai-stl-2012-07-31")
    # "would release 6,313 prisoners, including some 24 political prisoners"
    assert ("all_prisoners", 6313, "exact", "MM-2009-02-21-amnesty") in [row[3:] for row in rows]
    assert ("political", 24, "about", "MM-2009-02-21-amnesty") in [row[3:] for row in rows]


def test_amnesty_of_january_2026(counts):
    found = counts("wtop-news-rewritten-summary-2026-01-05")
    # "6,140 prisoners were granted amnesty"
    assert [row[3:] for row in found if row[4] == 6140] == [
        ("all_prisoners", 6140, "exact", "MM-2026-01-04-amnesty")
    ]
    # "estimates that over 20,000 people have been arrested since the coup"
    assert [row[4:6] for row in found if row[1] == "arrested"] == [(20000, "at_least")]


TOTALS = [
    ("arrested", 25931),
    ("detained", 19993),
    ("serving_sentence", 8656),
    ("killed", 4474),
    ("killed_in_custody", 1588),
]
YEAR_THREE = [
    (
        "killed_in_custody",
        "MM",
        28,
    ),  # "(28) political prisoners have been tortured to death in interrogation"
    ("death_sentence", "MM", 31),  # "(31) have been sentenced to death"
    ("arrested", "MM", 1988),  # "(1988) have been arrested"
    ("sentenced", "MM", 1697),  # "(1697) of those already detained ... were sentenced"
    ("released", "MM", 873),  # "only (873) political prisoners have been released"
    ("arrested", "MM-01", 309),  # "(309) were arrested ... in Sagaing Region"
    ("killed", "MM-01", 770),  # "(770) were killed in Sagaing Region"
]


@pytest.mark.parametrize(("metric", "value"), TOTALS)
def test_totals_of_the_third_anniversary(first_edition, metric, value):
    rows = first_edition.dataset.observations
    found = rows[
        (rows["source_id"] == "aapp-2024-02-01") & (rows["metric"] == metric) & (rows["basis"] != "happened")
    ]
    assert found[["place", "value", "qualifier"]].values.tolist() == [["MM", value, "exact"]]
    assert found["period_end"].dt.strftime("%Y-%m-%d").tolist() == ["2024-01-31"]


@pytest.mark.parametrize(("metric", "place", "value"), YEAR_THREE)
def test_counts_of_year_three(first_edition, metric, place, value):
    rows = first_edition.dataset.observations
    here = (rows["source_id"] == "aapp-2024-02-01") & (rows["metric"] == metric) & (rows["place"] == place)
    found = rows[here & (rows["basis"] == "happened")]
    assert found[["value", "qualifier"]].values.tolist() == [[value, "exact"]]
    assert found["period_start"].dt.strftime("%Y-%m-%d").tolist() == ["2023-02-01"]
    assert found["period_end"].dt.strftime("%Y-%m-%d").tolist() == ["2024-01-31"]


def test_camps_of_north_korea(first_edition):
    rows = first_edition.dataset.observations
    # "as many as 200,000 people are being held in political prison camps"
    found = rows[rows["source_id"] == "ai-2012-01-31"]
    assert found[["counted_by", "place", "metric", "value", "qualifier"]].values.tolist() == [
        ["AI", "KP", "political_prisoners", 200_000, "up_to"]
    ]
