"""Was X, now Y, because: a later document, an older one recorded late, a correction."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.answer.answering import answer_for
from metrics.question.address import read_parameters
from metrics.revisions.change_since import ChangeSince, change_since, changed_since
from metrics.revisions.revision_causes import CauseKind
from tests.metrics.asking import TODAY
from tests.small import dataset, observations, sources
from validation import Dataset

LATER = "2026-06-01"
DOCUMENTS = f"""
    first, CO, 2024-02-01
    other, CO, 2024-02-15
    late, CO, 2024-01-20, printed, {LATER}  # older than `first`, recorded half a year after it
    next, CO, 2024-03-01
"""


def small(*rows: str, correction: str = "", documents: str = DOCUMENTS) -> Dataset:
    return dataset(observations("\n".join(rows)), sources(documents), corrections=correction)


def change_of(data: Dataset, **parameters: str) -> ChangeSince | None:
    pairs = [(name.rstrip("_"), value) for name, value in parameters.items()]
    return changed_since(data, read_parameters(pairs, dataset=data, today=TODAY))


ON_A_DAY = {"from_": "2024-01-31", "to": "2024-01-31"}


def test_later_document():
    data = small(
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        "next, arrested, XX, total, 2024-01-31, 520, exact",  # published on 1 March, beats the first
    )
    change = change_of(data, metric="arrested", known_on="2024-02-01", **ON_A_DAY)
    assert change is not None
    assert change.cause is CauseKind.DOCUMENT
    assert (change.was.value, change.now.value) == (500, 520)
    assert str(change.sentence) == (
        "Was 500, now 520, because a document was published later: The Counters, 1 March 2024 (next)."
    )


def test_older_document_recorded_late():
    data = small(
        "first, detained, XX, stock, 2024-01-31, 400, about",
        f"late, detained, XX, stock, 2024-01-31, 391, exact, {LATER}",  # exact beats about
    )
    change = change_of(data, metric="detained", known_on="2024-02-01", edition="2026-01-01", **ON_A_DAY)
    assert change is not None
    assert change.cause is CauseKind.RECORDED_LATE
    assert str(change.sentence) == (
        "Was about 400, now 391, because a document was recorded here late, on 1 June 2026:"
        " The Counters, 20 January 2024 (late)."
    )
    # The day of knowledge alone does not tell them apart: in today's edition the older document was known.
    assert change_of(data, metric="detained", known_on="2024-02-01", **ON_A_DAY) is None


def correction(source: str, metric: str, basis: str, start: str, value: int, reason: str) -> str:
    key = f"{source},CO,{metric},XX,political,all,all,,,{basis},{start},2024-01-31"
    return f"{key},{value},exclude,{reason},{LATER}"


LATER_ROW = f"next, killed, XX, total, 2024-02-29, 9, exact, {LATER}"  # so that latest is that edition


def test_correction_leaves_another_count():
    data = small(
        "first, detained, XX, stock, 2024-01-31, 391, exact",
        "other, detained, XX, stock, 2024-01-31, 931, exact",  # published last, but digits are turned
        LATER_ROW,
        correction=correction("other", "detained", "", "", 931, "Digits turned."),
    )
    change = change_of(data, metric="detained", edition="2026-01-01", **ON_A_DAY)
    assert change is not None
    assert change.cause is CauseKind.CORRECTION
    assert str(change.sentence) == (
        "Was 931, now 391, because a correction of 1 June 2026 leaves out the figure in The Counters,"
        " 15 February 2024 (other): Digits turned."
    )


def test_number_that_disappeared():
    data = small(
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        LATER_ROW,
        correction=correction("first", "arrested", "documented", "2021-02-01", 500, "Wrong country."),
    )
    change = change_of(data, metric="arrested", edition="2026-01-01", **ON_A_DAY)
    assert change is not None
    assert change.now is None
    assert str(change.sentence).startswith("Was 500, now left out, because a correction of 1 June 2026")
    assert str(change.sentence).endswith("Wrong country.")


def test_number_that_appeared():
    data = small("next, arrested, XX, total, 2024-01-31, 520, exact")
    change = change_of(data, metric="arrested", known_on="2024-02-01", **ON_A_DAY)
    assert change is not None
    assert change.was is None
    assert str(change.sentence).startswith("Was no figure, now 520, because a document was published later")


TOTALS = (
    "first, arrested, XX, total, 2023-12-31, 400, exact",
    "first, arrested, XX, total, 2024-01-31, 500, exact",
)
IN_JANUARY = {"metric": "arrested", "measure": "newly_documented", "grain": "month"}


def test_difference_whose_earlier_total_a_later_document_changed():
    data = small(*TOTALS, "next, arrested, XX, total, 2023-12-31, 430, exact")
    change = change_of(data, known_on="2024-02-01", **IN_JANUARY, **ON_A_DAY)
    assert change is not None
    assert (change.was.value, change.now.value) == (100, 70)  # 500 - 400; 500 - 430
    assert str(change.sentence) == (
        "Was 100, now 70, because a figure that it is calculated from changed, “Arrested” on 31"
        " December 2023, 430: a document was published later: The Counters, 1 March 2024 (next)."
    )


def test_difference_with_a_total_in_between_recorded_late():
    data = small(*TOTALS, f"late, arrested, XX, total, 2024-01-15, 460, exact, {LATER}")
    question = {"known_on": "2024-02-01", "edition": "2026-01-01"}
    change = change_of(data, metric="arrested", measure="newly_documented", **question, **ON_A_DAY)
    assert change is not None
    assert (change.was.value, change.now.value) == (100, 40)  # 500 - 400; 500 - 460
    assert change.cause is CauseKind.RECORDED_LATE
    assert "“Arrested” on 15 January 2024, 460" in str(change.sentence)


def test_difference_whose_total_a_correction_leaves_out():
    data = small(
        "first, arrested, XX, total, 2023-11-30, 380, exact",
        *TOTALS,
        LATER_ROW,
        correction=correction("first", "arrested", "documented", "2021-02-01", 400, "Stale.").replace(
            "2024-01-31", "2023-12-31"
        ),
    )
    change = change_of(data, edition="2026-01-01", **IN_JANUARY, **ON_A_DAY)
    assert change is not None
    assert (change.was.value, change.now.value) == (100, 120)  # 500 - 400; 500 - 380
    assert change.cause is CauseKind.CORRECTION
    assert str(change.because).endswith("Stale.")


def test_derived_count_that_is_printed_later():
    data = small(
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        "first, detained, XX, stock, 2024-01-31, 390, exact",
        "next, released, XX, total, 2024-01-31, 110, exact",  # 500 - 390, now printed
    )
    change = change_of(data, metric="released", known_on="2024-02-01", **ON_A_DAY)
    assert change is not None
    assert (change.was.status, change.now.status) == ("derived", "reported")


def test_break_between_the_two_documents_is_the_reason():
    data = dataset(
        observations(
            """first, arrested, XX, total, 2024-01-31, 500, exact
            next, arrested, XX, total, 2024-01-31, 520, exact"""
        ),
        sources(DOCUMENTS),
        breaks="arrested,XX,2024-02-20,records_added,Older records were added.,next,2026-01-01",
    )
    change = change_of(data, metric="arrested", known_on="2024-02-01", **ON_A_DAY)
    assert change is not None
    assert str(change.because).endswith("(next). Older records were added.")


def test_change_of_definition_recorded_later_ends_a_derived_count():
    data = dataset(
        observations(
            f"""first, arrested, XX, total, 2024-01-31, 500, exact
            first, detained, XX, stock, 2024-01-31, 390, exact
            {LATER_ROW}"""
        ),
        sources(DOCUMENTS),
        breaks=f"detained,XX,2024-02-20,definition,Held people evading arrest.,next,{LATER}",
    )
    change = change_of(data, metric="released", edition="2026-01-01", **ON_A_DAY)
    assert change is not None
    assert change.cause is CauseKind.BREAK
    assert str(change.because) == (
        "a break in the series was recorded on 1 June 2026: Held people evading arrest."
    )


@pytest.mark.parametrize("clock", [{}, {"known_on": "2024-02-01"}, {"edition": "2026-01-01"}])
def test_nothing_changed(clock: dict[str, str]):
    data = small(
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        "other, arrested, XX, total, 2024-01-31, 500, exact",  # another document says the same
        "next, arrested, XX, total, 2024-02-29, 560, exact",  # another day
    )
    assert change_of(data, metric="arrested", **clock, **ON_A_DAY) is None


def test_count_for_a_later_day_is_no_other_word_on_the_bucket():
    data = small(
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        "next, arrested, XX, total, 2024-02-29, 560, exact",
    )
    # As known on 1 February, the year ends on that day.
    assert change_of(data, metric="arrested", grain="year", from_="2024-01-01", known_on="2024-02-01") is None


def test_a_row_of_many():
    data = small(
        "first, arrested, XX, total, 2023-12-31, 400, exact",
        "first, arrested, XX, total, 2024-01-31, 500, exact",
        "next, arrested, XX, total, 2024-01-31, 520, exact",
    )
    query = read_parameters(
        [("metric", "arrested"), ("known_on", "2024-02-01")], dataset=data, today=date(2026, 11, 23)
    )
    assert changed_since(data, query) is None  # two numbers
    changes = [change_since(data, query, row) for row in answer_for(data, query).rows]
    assert [change and change.now.value for change in changes] == [None, 520]
    assert change_since(data, query, answer_for(data, query).rows[0]) is None


def test_earlier_edition_does_not_know_of_a_later_correction():
    data = small(
        "first, detained, XX, stock, 2024-01-31, 391, exact",
        LATER_ROW,
        correction=correction("first", "detained", "", "", 391, "Digits turned."),
    )
    query = read_parameters([("metric", "detained"), ("edition", "2026-01-01")], dataset=data, today=TODAY)
    vintages = answer_for(data, query).vintages
    assert {(one.reason, one.excluded_on) for one in vintages} == {(None, None)}
