"""What is worked out once for all readers."""

from __future__ import annotations

import ast
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, get_ident

import pandas as pd
import pytest

from metrics.language.wording import language, spoken_in
from metrics.query.caching import ByIdentity, cached, cached_words, clear_caches
from tests.serving import PROJECT


def test_result_is_worked_out_once_and_again_after_the_tables_changed() -> None:
    worked_out = []

    @cached(most=8)
    def doubled(number: int) -> int:
        worked_out.append(number)
        return 2 * number

    assert [doubled(3), doubled(3), doubled(4)] == [6, 6, 8]
    assert worked_out == [3, 4]
    clear_caches()
    assert doubled(3) == 6
    assert worked_out == [3, 4, 3]


def test_no_more_is_kept_than_was_said() -> None:
    worked_out = []

    @cached(most=2)
    def seen(number: int) -> int:
        worked_out.append(number)
        return number

    for number in (1, 2, 3, 1):  # 3 pushes 1 out
        seen(number)
    assert worked_out == [1, 2, 3, 1]


def test_the_one_asked_for_longest_ago_makes_room() -> None:
    worked_out = []

    @cached(most=2)
    def seen(number: int) -> int:
        worked_out.append(number)
        return number

    for number in (1, 2, 1, 3, 1):  # 1 was asked for after 2, so that 3 pushes 2 out
        seen(number)
    assert worked_out == [1, 2, 3]


def test_what_is_asked_by_name_is_kept_in_any_order_of_names() -> None:
    worked_out = []

    @cached(most=8)
    def written(text: str, *, low: bool, width: int) -> str:
        worked_out.append(text)
        return f"{text} {low} {width}"

    assert written("MM", low=True, width=3) == written("MM", width=3, low=True) == "MM True 3"
    assert written("MM", low=False, width=3) == "MM False 3"
    assert worked_out == ["MM", "MM"]


def test_none_is_a_result_like_any_other() -> None:
    worked_out = []

    @cached(most=8)
    def nothing(number: int) -> None:
        worked_out.append(number)

    assert nothing(1) is nothing(1) is None
    assert worked_out == [1]


THREADS = 8
# Nothing waits so long: it is what turns a deadlock into a failure.
SECONDS_UNTIL_A_DEADLOCK = 30


class AskedByAll:
    """An argument that knows which threads have asked with it: to look up what is kept, each hashes it."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.all_asked = Event()

    def __hash__(self) -> int:
        self.threads.add(get_ident())
        if len(self.threads) == THREADS:
            self.all_asked.set()
        return 1

    def wait(self) -> None:
        assert self.all_asked.wait(SECONDS_UNTIL_A_DEADLOCK)


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

    @cached(most=8)
    def answer(asked: AskedByAll) -> object:
        worked_out.append(asked)
        asked.wait()
        return object()

    question = AskedByAll()
    answers = by_all_threads(lambda: answer(question))
    assert worked_out == [question]
    assert set(answers) == {answer(question)}


def test_an_exception_reaches_all_who_asked_at_once_and_is_not_kept() -> None:
    worked_out = []

    @cached(most=8)
    def answer(asked: AskedByAll) -> str:
        worked_out.append(asked)
        asked.wait()
        if len(worked_out) == 1:
            raise LookupError("no such count")
        return "later"

    question = AskedByAll()
    outcomes = by_all_threads(lambda: answer(question))
    assert [str(outcome) for outcome in outcomes] == ["no such count"] * THREADS
    assert worked_out == [question]
    assert answer(question) == "later"


def test_different_questions_are_worked_out_side_by_side() -> None:
    both_work = Barrier(2)

    @cached(most=8)
    def answer(number: int) -> int:
        both_work.wait(SECONDS_UNTIL_A_DEADLOCK)
        return number

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(answer, (1, 2))) == [1, 2]


def test_a_shared_function_may_ask_itself_and_others() -> None:
    @cached(most=8)
    def doubled(number: int) -> int:
        return 2 * number

    @cached(most=8)
    def sum_of_doubles(asked: AskedByAll, number: int) -> int:
        asked.wait()
        return doubled(number) + (sum_of_doubles(asked, number - 1) if number else 0)

    question = AskedByAll()
    assert by_all_threads(lambda: sum_of_doubles(question, 3)) == [6 + 4 + 2 + 0] * THREADS


def test_a_function_that_needs_its_own_result_fails_and_does_not_wait_for_itself() -> None:
    @cached(most=8)
    def endless(number: int) -> int:
        return endless(number)

    with pytest.raises(RecursionError, match="endless"):
        endless(1)


def test_what_was_being_worked_out_when_the_tables_changed_is_not_kept() -> None:
    begun, tables_changed, worked_out = Event(), Event(), []

    @cached(most=8)
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
    @cached_words(most=8)
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
        assert not (is_page and decorators & {"cached", "cached_words", "lru_cache", "cache"}), page.name
