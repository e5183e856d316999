from dataclasses import replace

from tests.metrics.asking import ask, caveats, statuses, values
from tests.small import SMALL, dataset, observations, sources

DOCUMENTS = sources("a, CO, 2022-04-01\nb, CO, 2022-05-01")


def released(rows: str, **tables: str):
    return ask(dataset(observations(rows), DOCUMENTS, **tables), metric="released")


def test_released_is_arrested_minus_detained_of_one_document():
    answer = released("""
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
    """)
    assert values(answer) == {"2022-03-31": 30}
    assert statuses(answer) == {"2022-03-31": "derived"}
    assert answer.to_frame()["note"].tolist() == ["arrested 100 - detained 70"]
    assert sorted(count.metric for count in answer.shown) == ["arrested", "detained"]


def test_parts_of_two_documents_are_not_subtracted():
    assert (
        values(
            released("""
        a, arrested, XX, total, 2022-03-31, 100, exact
        b, detained, XX, stock, 2022-03-31, 70, exact
    """)
        )
        == {}
    )


def test_bound_derives_nothing():
    assert (
        values(
            released("""
        a, arrested, XX, total, 2022-03-31, 100, at_least
        a, detained, XX, stock, 2022-03-31, 70, exact
    """)
        )
        == {}
    )


def test_printed_value_is_not_replaced():
    answer = released("""
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
        a, released, XX, total, 2022-03-31, 29, exact
    """)
    assert values(answer) == {"2022-03-31": 29}
    assert statuses(answer) == {"2022-03-31": "reported"}


def test_nothing_is_derived_before_a_change_of_definition():
    rows = """
        a, arrested, XX, total, 2022-03-30, 99, exact      # the day before
        a, detained, XX, stock, 2022-03-30, 70, exact
        a, arrested, XX, total, 2022-03-31, 100, exact     # the day itself, counted
        a, detained, XX, stock, 2022-03-31, 70, exact
    """
    answer = released(rows, breaks="detained,XX,2022-03-31,definition,Without fugitives.,,2026-01-01")
    assert values(answer) == {"2022-03-31": 30}


def test_fewer_arrested_than_detained_derives_nothing():
    answer = released("""
        a, arrested, XX, total, 2022-03-31, 70, exact
        a, detained, XX, stock, 2022-03-31, 100, exact   # one of the two is wrong: there are no -30 releases
    """)
    assert values(answer) == {}


def test_another_value_of_a_part_is_a_caveat_on_the_derived_value():
    answer = released("""
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
        b, arrested, XX, total, 2022-03-31, 110, exact   # published later, without detained
    """)
    assert values(answer) == {"2022-03-31": 30}
    assert "b gives 110 arrested for the same period" in answer.to_frame()["note"].iloc[0]
    assert "rival_values" in caveats(answer)


def test_nothing_is_derived_for_a_counter_of_whom_no_identity_is_declared():
    """Two organisations print the same metrics; of one alone it is known that they add up."""
    small = dataset(
        observations("""
            a, arrested, XX, total, 2022-03-31, 100, exact
            a, detained, XX, stock, 2022-03-31, 70, exact
        """).assign(counted_by="GOV"),
        DOCUMENTS,
    )
    assert values(ask(small, metric="released", counted_by="GOV")) == {}
    assert values(ask(small, metric="arrested", counted_by="GOV")) == {"2022-03-31": 100}


def test_nothing_is_derived_from_a_document_that_prints_the_number_itself():
    """It prints “more than 25” for another day: what it prints is what it says."""
    answer = released("""
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
        a, released, XX, total, 2022-03-01, 25, exact
        b, arrested, XX, total, 2022-04-30, 110, exact
        b, detained, XX, stock, 2022-04-30, 75, exact
    """)
    assert values(answer) == {"2022-03-01": 25, "2022-04-30": 35}


def test_nothing_is_derived_after_a_last_printed_bound():
    rows = """
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
        b, released, XX, total, {}, 20, at_least
    """
    assert values(released(rows.format("2022-03-30"))) == {"2022-03-30": 20}
    assert values(released(rows.format("2022-04-01"))) == {"2022-03-31": 30, "2022-04-01": 20}


def left_over(rows: str, metric: str):
    """An answer where what is left has a metric of its own, since not all of it was released."""
    gone = "\n        gone,No longer in detention,flow,,People no longer in detention.,,people,35"
    small = dataset(observations(rows), DOCUMENTS, metrics=SMALL["metrics"] + gone)
    (identity,) = small.settings.identities
    settings = replace(small.settings, identities=(replace(identity, derive_as="gone"),))
    return ask(replace(small, settings=settings), metric=metric)


def test_what_is_left_over_is_not_called_released_where_it_has_a_name_of_its_own():
    rows = """
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
    """
    assert values(left_over(rows, "gone")) == {"2022-03-31": 30}
    assert statuses(left_over(rows, "gone")) == {"2022-03-31": "derived"}
    assert values(left_over(rows, "released")) == {}


def test_releases_that_are_published_stay_releases_beside_what_is_left_over():
    rows = """
        a, arrested, XX, total, 2022-03-31, 100, exact
        a, detained, XX, stock, 2022-03-31, 70, exact
        a, released, XX, total, 2022-03-31, 28, exact     # two died in custody
    """
    assert values(left_over(rows, "released")) == {"2022-03-31": 28}
    assert statuses(left_over(rows, "released")) == {"2022-03-31": "reported"}
    assert values(left_over(rows, "gone")) == {"2022-03-31": 30}
