"""What is kept up to a budget in bytes, and how many bytes that is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.query.budget import Budgeted, size_of
from tests.small import dataset, observations, sources


def of_ten(**limits: int) -> Budgeted[str, str]:
    """A budget of ten letters."""
    return Budgeted(size_of=len, budget=10, **limits)


def kept_in(store: Budgeted[str, str], keys: str) -> str:
    return "".join(key for key in keys if store.get(key))


def test_the_one_asked_for_longest_ago_makes_room() -> None:
    store = of_ten()
    for key in "abc":
        store.keep(key, "123")
    store.get("a")
    store.keep("d", "1234")  # 9 + 4 are 3 too many: b goes
    assert kept_in(store, "abcd") == "acd"
    store.keep("e", "12345")  # 10 + 5: a and c were asked for before d
    assert kept_in(store, "abcde") == "de"
    assert store.size == 9


def test_a_value_is_kept_in_place_of_the_one_before() -> None:
    store = of_ten()
    store.keep("a", "1234567")
    store.keep("b", "12")
    store.keep("a", "12345678")
    assert (store.size, kept_in(store, "ab")) == (10, "ab")
    assert store.get("a").value == "12345678"


def test_a_value_that_is_too_large_drives_out_no_other() -> None:
    store = of_ten(largest=5)
    store.keep("a", "12345")
    store.keep("b", "123456")
    assert kept_in(store, "ab") == "a"


def test_nothing_is_left_after_clearing() -> None:
    store = of_ten()
    store.keep("a", "1234567890")
    store.clear()
    assert (store.size, store.get("a")) == (0, None)
    store.keep("b", "1234567890")
    assert kept_in(store, "ab") == "b"


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 12))))
def test_the_budget_is_never_exceeded_and_what_was_kept_last_is_there(steps: list[tuple[str, int]]) -> None:
    store = of_ten()
    for key, size in steps:
        store.keep(key, "x" * size)
        sizes = [len(kept.value) for name in "abcdef" if (kept := store.get(name))]
        assert sum(sizes) == store.size <= 10
        if size <= 10:
            assert store.get(key).value == "x" * size


@dataclass(frozen=True, slots=True)
class Row:
    day: date
    note: str


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(date(2021, 2, 1) + timedelta(days=n), str(n) * 100) for n in range(count))


def size_of_each(items: tuple[Row, ...]) -> int:
    """The exact sum, of objects that share nothing."""
    parts = [part for row in items for part in (row, row.day, row.note)]
    return sys.getsizeof(items) + sum(map(sys.getsizeof, parts))


@pytest.mark.parametrize("count", [1, 20, 64])
def test_few_items_are_weighed_exactly(count: int) -> None:
    assert size_of(rows(count)) == size_of_each(rows(count))


@pytest.mark.parametrize("count", [65, 1_000, 5_000])
def test_many_items_are_weighed_by_a_sample(count: int) -> None:
    assert size_of(rows(count)) == pytest.approx(size_of_each(rows(count)), rel=0.05)


def test_what_is_referred_to_twice_counts_once() -> None:
    note = "x" * 10_000
    around = sys.getsizeof((1, 2, 3)) + sys.getsizeof([1])
    assert size_of((note, note, [note])) == sys.getsizeof(note) + around


def test_a_circle_ends() -> None:
    circle: list[object] = []
    circle.append(circle)
    assert size_of(circle) == sys.getsizeof(circle)


def test_columns_count_with_their_values() -> None:
    numbers = np.zeros(100_000)
    assert 800_000 <= size_of(numbers) <= 801_000
    frame = pd.DataFrame({"value": numbers, "day": numbers.astype("datetime64[ns]")})
    assert 1_600_000 <= size_of(frame) <= 1_601_000


def test_the_tables_do_not_count() -> None:
    # A result refers to the tables that it was computed from; they are there without it.
    counts = observations(
        "\n".join(f"a, arrested, XX, total, 2021-03-{day:02}, 1, exact" for day in range(1, 29))
    )
    tables = dataset(counts, sources("a, CO, 2021-04-01, printed, 2025-06-01"))
    assert size_of(("row", tables)) == sys.getsizeof(("row", tables)) + sys.getsizeof("row")
