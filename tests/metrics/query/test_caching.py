"""What is worked out once for all readers."""

from __future__ import annotations

import ast

import pandas as pd

from metrics.language.wording import language, spoken_in
from metrics.query.caching import Same, let_go, shared, shared_words
from tests.serving import PROJECT


def test_result_is_worked_out_once_and_again_after_the_tables_changed() -> None:
    worked_out = []

    @shared(most=8)
    def doubled(number: int) -> int:
        worked_out.append(number)
        return 2 * number

    assert [doubled(3), doubled(3), doubled(4)] == [6, 6, 8]
    assert worked_out == [3, 4]
    let_go()
    assert doubled(3) == 6
    assert worked_out == [3, 4, 3]


def test_no_more_is_kept_than_was_said() -> None:
    worked_out = []

    @shared(most=2)
    def seen(number: int) -> int:
        worked_out.append(number)
        return number

    for number in (1, 2, 3, 1):  # 3 pushes 1 out
        seen(number)
    assert worked_out == [1, 2, 3, 1]


def test_words_are_made_once_for_each_language() -> None:
    @shared_words(most=8)
    def words(text: str) -> str:
        return f"{text} in {language.get()}"

    assert words("Released") == "Released in en"
    with spoken_in("my"):
        assert words("Released") == "Released in my"
    assert words("Released") == "Released in en"


def test_frames_are_told_apart_by_identity_and_values_by_what_they_are() -> None:
    one, other = pd.DataFrame({"value": [1]}), pd.DataFrame({"value": [1]})
    assert Same(one) == Same(one)
    assert Same(one) != Same(other)
    assert Same("MM") == Same("".join(["M", "M"]))
    assert hash(Same("MM")) == hash(Same("".join(["M", "M"])))


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
        assert not (is_page and decorators & {"shared", "shared_words", "lru_cache", "cache"}), page.name
