"""How much of a count is known after so many days: on tables worked by hand, and on the first edition."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from metrics.coverage.verification_lag import open_days, open_since, verification_lag
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

# Five months by date of event, each counted at its end, after 10 days, and after 40 days.
MONTHS = ("2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31")
VALUES = (  # on the day, 10 days later, 40 days later
    (50, 80, 100),  # half known, then four fifths
    (60, 90, 100),
    (70, 100, 100),
    (80, 100, 100),
    (90, 100, 100),
)
AFTER = (0, 10, 40)


def reported(months: int = 5, *, publisher: str = "CO", extra: str = "", documents: str = "") -> Dataset:
    counts, published = [], []
    for end, values in list(zip(MONTHS, VALUES, strict=True))[:months]:
        for after, value in zip(AFTER, values, strict=True):
            source = f"d{end}-{after}"
            day = (pd.Timestamp(end) + pd.Timedelta(days=after)).date()
            counts.append(f"{source}, killed, XX, {end[:8]}01, {end}, {value}, exact")
            published.append(f"{source}, {publisher}, {day}")
    return dataset(
        observations("\n".join([*counts, extra])),
        sources("\n".join([*published, documents])),
        events="E1,2022-06-01,XX,amnesty,Amnesty\n",
    )


def question(data: Dataset, **more: str):
    return ask(data, **{"metric": "killed", "measure": "happened", "from_": "2022-01-01", **more}).query


def shares(lag):
    return {one.days: (one.middle, one.least, one.most, one.periods) for one in lag}


def test_share_known_so_many_days_after_the_period():
    """After 1 and 7 days 50, 60, 70, 80, 90 of 100 each; after 30 days 80, 90 and three times 100."""
    found = shares(verification_lag(data := reported(), question(data)))
    assert found[1] == found[7] == (0.7, 0.5, 0.9, 5)
    assert found[30] == (1.0, 0.8, 1.0, 5)


def test_after_the_last_look_nothing_is_measured():
    """Nobody looked again after 40 days: that is no sign that the counts had stopped to grow."""
    found = verification_lag(data := reported(), question(data))
    assert [(one.days, one.periods) for one in found if one.reason] == [(90, 0), (365, 0)]


def test_too_few_periods_are_refused_with_their_number():
    found = verification_lag(data := reported(4), question(data))
    assert all(one.middle is None and one.least is None for one in found)
    assert str(found[0].reason) == (
        "Not measurable: 4 periods were published by then and looked at again later, of 5 needed."
    )


def test_repetition_by_others_is_no_second_look():
    """Relays say 100 on the tenth and on the fortieth day of three months: the second only repeats."""
    found = shares(verification_lag(data := reported(publisher="NEWS"), question(data)))
    assert found[1][3] == 5, "after one day all five were changed later"
    assert found[30] == (None, None, None, 2), "after thirty days only the two that changed again"


def test_bounds_and_what_was_not_yet_known_are_left_out():
    bound = "b, killed, XX, 2022-01-01, 2022-01-31, 500, at_least"
    with_bound = reported(extra=bound, documents="b, CO, 2022-06-30")
    assert shares(verification_lag(with_bound, question(with_bound)))[1] == (0.7, 0.5, 0.9, 5)
    data = reported()
    early = question(data, known_on="2022-05-20", to="2022-05-20")  # May has no count, April no third one
    assert shares(verification_lag(data, early))[1][3] == 4


def test_event_is_followed_from_its_day_whatever_the_day_of_counting():
    counts = observations(
        """
        e1, killed, XX, 2022-06-01, 2022-06-03, 30, exact
        e2, killed, XX, 2022-06-01, 2022-06-20, 60, exact
        """
    )
    counts["event_id"] = "E1"
    data = dataset(
        counts, sources("e1, CO, 2022-06-03\ne2, CO, 2022-06-20"), events="E1,2022-06-01,XX,amnesty,Amnesty\n"
    )
    assert all(one.periods == 0 for one in verification_lag(data, question(data))), "no event is of a series"
    found = shares(verification_lag(data, question(data), of_events=True))
    assert [found[days][3] for days in (1, 7, 30)] == [0, 1, 0], "3 June is two days after, 20 June nineteen"


def test_days_that_are_still_open():
    """In half of the months nothing was missing any more after 30 days, and after 7 something was."""
    lag = verification_lag(data := reported(), question(data))
    assert open_days(lag, share=0.0) == 30
    assert open_days(lag, share=0.35) == 1, "0.3 was missing in the middle after one day"
    assert open_since(data, question(data)) == date(2022, 6, 10), (
        "30 days before the last document, of 10 July"
    )


def test_nothing_is_open_where_nothing_is_measured():
    data = reported(4)
    assert open_days(verification_lag(data, question(data)), share=1.0) is None
    assert open_since(data, question(data)) is None
    full = reported()
    assert open_since(full, question(full, measure="newly_documented")) is None, "worked out from counts"


def test_running_totals_are_not_mixed_with_counts_by_date_of_event():
    data = reported(extra="t, killed, XX, total, 2022-01-31, 7, exact", documents="t, CO, 2022-02-01")
    assert all(one.periods == 0 for one in verification_lag(data, question(data, measure="total")))


@pytest.mark.parametrize(
    ("metric", "measure", "periods"),
    [
        ("killed", "happened", [1, 1, 0, 0, 0]),  # May 2024: 198 on 31 May, 256 on 8 June
        ("released", "happened", [0, 0, 0, 0, 0]),
        ("detained", "level", [0, 0, 0, 0, 0]),  # each day is said once; relays repeat it
    ],
)
def test_first_edition_cannot_be_measured(first_edition: Dataset, metric, measure, periods):
    query = ask(first_edition, metric=metric, measure=measure, edition="2026-11-22").query
    lag = verification_lag(first_edition, query)
    assert [one.periods for one in lag] == periods
    assert all(one.reason for one in lag)
    assert open_since(first_edition, query) is None


def test_amnesties_of_the_first_edition(first_edition: Dataset):
    """April 2020: 18 on its day, 26 after 13; October 2021: 4,065 after 9 days, 4,075 after 26."""
    query = ask(first_edition, metric="released", measure="happened", edition="2026-11-22").query
    lag = verification_lag(first_edition, query, of_events=True)
    assert [one.periods for one in lag] == [1, 1, 0, 0, 0]
