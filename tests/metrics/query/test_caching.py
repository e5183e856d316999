"""What is worked out once for all readers."""

from __future__ import annotations

import ast
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, get_ident

import pandas as pd
import pytest

from metrics.language.wording import language, spoken_in
from metrics.query.budget import MEGABYTE
from metrics.query.caching import ByIdentity, cached, cached_per_dataset, cached_words, clear_caches
from tests.serving import PROJECT


def test_result_is_worked_out_once_and_again_after_the_tables_changed() -> None:
    worked_out = []

    @cached
    def doubled(number: int) -> int:
        worked_out.append(number)
        return 2 * number

    assert [doubled(3), doubled(3), doubled(4)] == [6, 6, 8]
    assert worked_out == [3, 4]
    clear_caches()
    assert doubled(3) == 6
    assert worked_out == [3, 4, 3]


def test_a_large_result_is_given_and_not_kept() -> None:
    worked_out = []

    @cached
    def zeros(megabytes: int) -> bytes:
        worked_out.append(megabytes)
        return bytes(megabytes * MEGABYTE)

    assert len(zeros(1)) == len(zeros(1)) == MEGABYTE
    assert len(zeros(9)) == len(zeros(9)) == 9 * MEGABYTE
    assert worked_out == [1, 9, 9]


def test_all_functions_share_one_budget() -> None:
    worked_out = []

    @cached
    def zeros(number: int) -> bytes:
        worked_out.append(number)
        return bytes(7 * MEGABYTE)

    @cached
    def small(number: int) -> int:
        worked_out.append(-number)
        return number

    small(1)
    for number in range(19):  # of 128 megabytes, 18 times 7 are 126
        zeros(number)
    worked_out.clear()
    zeros(1), zeros(0), small(1)
    assert worked_out == [0, -1]


def test_what_is_made_of_the_tables_alone_is_kept_for_two_datasets_however_large_it_is() -> None:
    worked_out = []

    @cached_per_dataset
    def index(tables: str) -> bytes:  # any argument that can be hashed stands for a dataset
        worked_out.append(tables)
        return bytes(200 * MEGABYTE)

    for tables in ("old", "new", "old", "newest", "old", "new"):
        index(tables)
    assert worked_out == ["old", "new", "newest", "new"]


def test_what_is_asked_by_name_is_kept_in_any_order_of_names() -> None:
    worked_out = []

    @cached
    def written(text: str, *, low: bool, width: int) -> str:
        worked_out.append(text)
        return f"{text} {low} {width}"

    assert written("MM", low=True, width=3) == written("MM", width=3, low=True) == "MM True 3"
    assert written("MM", low=False, width=3) == "MM False 3"
    assert worked_out == ["MM", "MM"]


def test_none_is_a_result_like_any_other() -> None:
    worked_out = []

    @cached
    def nothing(number: int) -> None:
        worked_out.append(number)

    assert nothing(1) is nothing(1) is None
    assert worked_out == [1]


THREADS = 8
# Nothing waits so long: it is what turns a deadlock into a failure.
SECONDS_UNTIL_A_DEADLOCK = 30


class UsedByAllThreads:
    """An argument that knows which threads have asked with it: to look up what is kept, each hashes it."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.all_have_asked = Event()

    def __hash__(self) -> int:
        self.threads.add(get_ident())
        if len(self.threads) == THREADS:
            self.all_have_asked.set()
        return 1

    def wait(self) -> None:
        assert self.all_have_asked.wait(SECONDS_UNTIL_A_DEADLOCK)


def by_all_threads(ask: Callable[[], object]) -> list[object]:
    """What each of the threads gets: a result, or an exception."""

    def outcome() -> object:
        try:
            return ask()
        except LookupError as error:
            return error

    with ThreadPoolExecutor(THREADS) as threads:
        futures = [threads.submit(outcome) for _thread in range(THREADS)]
        return [future.result(SECONDS_UNTIL_A_DEADLOCK) for future in futures]


def test_what_threads_ask_at_once_is_worked_out_once() -> None:
    worked_out = []

    @cached
    def answer(argument: UsedByAllThreads) -> object:
        worked_out.append(argument)
        argument.wait()
        return object()

    question = UsedByAllThreads()
    answers = by_all_threads(lambda: answer(question))
    assert worked_out == [question]
    assert set(answers) == {answer(question)}


def test_an_exception_reaches_all_who_asked_at_once_and_is_not_kept() -> None:
    worked_out = []

    @cached
    def answer(argument: UsedByAllThreads) -> str:
        worked_out.append(argument)
        argument.wait()
        if len(worked_out) == 1:
            raise LookupError("no such count")
        return "later"

    question = UsedByAllThreads()
    outcomes = by_all_threads(lambda: answer(question))
    assert [str(outcome) for outcome in outcomes] == ["no such count"] * THREADS
    assert worked_out == [question]
    assert answer(question) == "later"


def test_different_questions_are_worked_out_side_by_side() -> None:
    both_work = Barrier(2)

    @cached
    def answer(number: int) -> int:
        both_work.wait(SECONDS_UNTIL_A_DEADLOCK)
        return number

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(answer, (1, 2))) == [1, 2]


def test_a_shared_function_may_ask_itself_and_others() -> None:
    @cached
    def doubled(number: int) -> int:
        return 2 * number

    @cached
    def sum_of_doubles(argument: UsedByAllThreads, number: int) -> int:
        argument.wait()
        return doubled(number) + (sum_of_doubles(argument, number - 1) if number else 0)

    question = UsedByAllThreads()
    assert by_all_threads(lambda: sum_of_doubles(question, 3)) == [6 + 4 + 2 + 0] * THREADS


def test_a_function_that_needs_its_own_result_fails_and_does_not_wait_for_itself() -> None:
    @cached
    def endless(number: int) -> int:
        return endless(number)

    with pytest.raises(RecursionError, match="endless"):
        endless(1)


def test_what_was_being_worked_out_when_the_tables_changed_is_not_kept() -> None:
    begun, tables_changed, worked_out = Event(), Event(), []

    @cached
    def answer(number: int) -> int:
        worked_out.append(number)
        begun.set()
        assert tables_changed.wait(SECONDS_UNTIL_A_DEADLOCK)
        return len(worked_out)

    with ThreadPoolExecutor(1) as threads:
        early = threads.submit(answer, 7)
        assert begun.wait(SECONDS_UNTIL_A_DEADLOCK)
        clear_caches()
        tables_changed.set()
        assert early.result(SECONDS_UNTIL_A_DEADLOCK) == 1
    assert answer(7) == 2


def test_words_are_made_once_for_each_language() -> None:
    @cached_words
    def words(text: str) -> str:
        return f"{text} in {language.get()}"

    assert words("Released") == "Released in en"
    with spoken_in("my"):
        assert words("Released") == "Released in my"
    assert words("Released") == "Released in en"


def test_frames_are_told_apart_by_identity_and_values_by_what_they_are() -> None:
    one, other = pd.DataFrame({"value": [1]}), pd.DataFrame({"value": [1]})
    assert ByIdentity(one) == ByIdentity(one)
    assert ByIdentity(one) != ByIdentity(other)
    assert ByIdentity("MM") == ByIdentity("".join(["M", "M"]))
    assert hash(ByIdentity("MM")) == hash(ByIdentity("".join(["M", "M"])))


CACHING = {"cached", "cached_words", "cached_per_dataset", "lru_cache", "cache"}


def test_pages_share_nothing_of_their_own() -> None:
    # Streamlit runs a page's file anew at every rerun: what it shared there would be kept by nobody.
    for page in (PROJECT / "app_pages").rglob("*.py"):
        tree = ast.parse(page.read_text(encoding="utf-8"))
        is_page = any(isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) for node in tree.body)
        decorators = {
            ast.unparse(decorator).partition("(")[0]
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
            for decorator in node.decorator_list
        }
        assert not (
            is_page and decorators & {"cached", "cached_words", "cached_per_dataset", "lru_cache", "cache"}
        ), page.name
