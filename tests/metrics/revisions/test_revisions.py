"""What changed published counts: by later documents, by older ones recorded late, by corrections."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.question.address import read_parameters
from metrics.revisions.revision_causes import CauseKind
from metrics.revisions.revisions import NotOneSeriesError, Revisions, revisions_of
from tests.metrics.asking import TODAY
from tests.small import dataset, observations, sources
from validation import Dataset

LATER = "2026-06-01"
DOCUMENTS = f"""
    a, CO, 2024-02-01
    b, CO, 2024-02-15
    c, CO, 2024-03-01
    late, CO, 2024-01-20, printed, {LATER}
"""


def small(rows: str, *, corrections: str = "", breaks: str = "") -> Dataset:
    return dataset(observations(rows), sources(DOCUMENTS), corrections=corrections, breaks=breaks)


def revisions_found(data: Dataset, **parameters: str) -> Revisions:
    pairs = list(parameters.items())
    return revisions_of(data, read_parameters(pairs, dataset=data, today=TODAY))


TWICE_REVISED = """
    a, arrested, XX, total, 2024-01-31, 500, exact
    b, arrested, XX, total, 2024-01-31, 520, exact   # + 20
    c, arrested, XX, total, 2024-01-31, 510, exact   # - 10
    a, arrested, XX, total, 2023-12-31, 400, exact
    c, arrested, XX, total, 2023-12-31, 400, exact   # says the same: none
    c, arrested, XX, total, 2024-02-29, 560, exact   # another day: none
"""


def test_documents_published_later():
    found = revisions_found(small(TWICE_REVISED), metric="arrested")
    assert [(one.on, one.difference, one.source_id) for one in found.revisions] == [
        (date(2024, 2, 15), 20, "b"),
        (date(2024, 3, 1), -10, "c"),
    ]
    assert {one.cause for one in found.revisions} == {CauseKind.DOCUMENT}
    assert [(one.first.value, one.latest.value) for one in found.first_and_latest] == [(500, 510)]
    assert (found.periods, found.never_revised) == (3, 2)


def test_as_known_on_a_day_there_is_no_later_revision():
    found = revisions_found(small(TWICE_REVISED), metric="arrested", known_on="2024-02-20")
    assert [one.source_id for one in found.revisions] == ["b"]
    assert [one.latest.value for one in found.first_and_latest] == [520]


def test_bound_that_an_exact_count_replaces_has_no_difference():
    data = small("""
        a, detained, XX, stock, 2024-01-31, 400, about
        b, detained, XX, stock, 2024-01-31, 391, exact
        c, detained, XX, stock, 2024-01-31, 300, at_least   # a bound beats no exact count
    """)
    (revision,) = revisions_found(data, metric="detained").revisions
    assert (revision.was.qualifier, revision.now.value, revision.difference) == ("about", 391, None)


def test_value_that_becomes_a_bound_of_the_same_number_is_revised():
    data = small("""
        a, detained, XX, stock, 2024-01-31, 400, about
        b, detained, XX, stock, 2024-01-31, 400, at_least
    """)
    assert len(revisions_found(data, metric="detained").revisions) == 1


def test_older_document_recorded_late_revises_the_data_set_and_not_the_publisher():
    rows = f"""
        a, detained, XX, stock, 2024-01-31, 400, about
        late, detained, XX, stock, 2024-01-31, 391, exact, {LATER}   # published before a
    """
    found = revisions_found(small(rows), metric="detained")
    (revision,) = found.revisions
    assert (revision.cause, revision.on) == (CauseKind.RECORDED_LATE, date(2026, 6, 1))
    assert found.first_and_latest == ()  # the first document that speaks of it says what stands
    assert revisions_found(small(rows), metric="detained", edition="2026-01-01").revisions == ()


def test_newer_document_recorded_late_is_a_revision_of_its_day_of_publication():
    rows = f"""
        a, arrested, XX, total, 2024-01-31, 500, exact
        c, arrested, XX, total, 2024-01-31, 520, exact, {LATER}
    """
    (revision,) = revisions_found(small(rows), metric="arrested").revisions
    assert (revision.cause, revision.on) == (CauseKind.DOCUMENT, date(2024, 3, 1))


KEY = "CO,detained,XX,political,all,all,,,,,2024-01-31"


def test_correction_is_ours_with_its_reason():
    data = small(
        f"""
        a, detained, XX, stock, 2024-01-31, 391, exact
        b, detained, XX, stock, 2024-01-31, 931, exact   # stood until the correction
        c, killed, XX, total, 2024-02-29, 9, exact, {LATER}
        """,
        corrections=f"b,{KEY},931,exclude,Digits turned.,{LATER}",
    )
    found = revisions_found(data, metric="detained")
    (revision,) = found.revisions
    assert (revision.was.value, revision.now.value, revision.difference) == (931, 391, -540)
    assert (revision.cause, revision.source_id) == (CauseKind.CORRECTION, "b")
    assert (revision.on, revision.reason) == (date(2026, 6, 1), "Digits turned.")
    assert found.first_and_latest == ()  # no document took back what it said


def test_correction_that_leaves_nothing_and_a_count_recorded_after_it():
    data = small(
        """
        a, detained, XX, stock, 2024-01-31, 931, exact
        late, detained, XX, stock, 2024-01-31, 391, exact, 2026-07-01
        """,
        corrections=f"a,{KEY},931,exclude,Digits turned.,{LATER}",
    )
    gone, back = revisions_found(data, metric="detained").revisions
    assert (gone.cause, gone.now) == (CauseKind.CORRECTION, None)
    assert (back.cause, back.was, back.now.value) == (CauseKind.RECORDED_LATE, None, 391)


def test_count_left_out_when_it_was_recorded_was_never_said_here():
    data = small(
        "a, detained, XX, stock, 2024-01-31, 391, exact\nb, detained, XX, stock, 2024-01-31, 931, exact",
        corrections=f"b,{KEY},931,exclude,Digits turned.,2026-01-01",
    )
    found = revisions_found(data, metric="detained")
    assert found.revisions == ()
    assert [count.reason for count in found.answer.excluded] == ["Digits turned."]


def test_reason_is_the_break_between_the_two_documents():
    data = small(
        TWICE_REVISED, breaks="arrested,XX,2024-02-10,records_added,Older records were added.,b,2026-01-01"
    )
    reasons = [one.reason for one in revisions_found(data, metric="arrested").revisions]
    assert reasons == ["Older records were added.", ""]  # the second lies after the break


def test_counts_for_a_period_are_revised_by_period():
    data = small("""
        a, killed, XX, 2024-01-01, 2024-01-31, 198, exact
        b, killed, XX, 2024-01-01, 2024-01-31, 256, exact    # + 58
        c, killed, XX, 2024-01-15, 2024-01-31, 100, exact    # another period that ends on the same day
    """)
    (revision,) = revisions_found(data, metric="killed", measure="happened").revisions
    assert (revision.period_start, revision.difference) == (date(2024, 1, 1), 58)


def test_difference_whose_earlier_total_was_revised():
    data = small("""
        a, arrested, XX, total, 2023-12-31, 400, exact
        a, arrested, XX, total, 2024-01-31, 500, exact     # 100 newly documented
        c, arrested, XX, total, 2023-12-31, 430, exact     # 70
    """)
    (revision,) = revisions_found(data, metric="arrested", measure="newly_documented").revisions
    assert (revision.was.value, revision.now.value, revision.source_id) == (100, 70, "c")


def test_derived_count_is_revised_with_its_parts():
    data = small("""
        a, arrested, XX, total, 2024-01-31, 500, exact
        a, detained, XX, stock, 2024-01-31, 390, exact   # 110 released
        b, arrested, XX, total, 2024-01-31, 520, exact
        b, detained, XX, stock, 2024-01-31, 400, exact   # 120
    """)
    (revision,) = revisions_found(data, metric="released").revisions
    assert (revision.was.value, revision.now.value, revision.cause) == (110, 120, CauseKind.DOCUMENT)


def test_several_series_are_refused():
    data = small(TWICE_REVISED)
    query = read_parameters(
        [("metric", "arrested"), ("metric", "released")], dataset=data, today=date(2026, 11, 23)
    )
    with pytest.raises(NotOneSeriesError):
        revisions_of(data, query)
