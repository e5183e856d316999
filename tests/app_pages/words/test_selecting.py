"""Selected rows are known by their code, whatever rows a table gets."""

from __future__ import annotations

import ast
from types import SimpleNamespace

import pytest

from app_pages.words.selecting import row_selected, rows_key, selected_codes
from app_pages.words.words import Line, Words, card_opened
from metrics.counts.current_tables import today
from metrics.number.card_address import CardQuestion, card_address
from metrics.number.sentence import Number, Sentence
from metrics.question.address import read_parameters
from tests.serving import PROJECT
from validation import Dataset

FILES = sorted((PROJECT / "app_pages").rglob("*.py"))


@pytest.mark.parametrize(
    "codes",
    [
        ["a", "b"],  # one row fewer
        ["a", "c", "b"],  # another order
        ["ab", "c"],  # the same letters
        [],
    ],
)
def test_other_rows_are_another_table(codes: list[str]) -> None:
    rows = ["a", "b", "c"]
    assert rows_key("documents", rows) == rows_key("documents", list(rows))
    assert rows_key("documents", rows) != rows_key("documents", codes)


def test_rows_are_told_by_their_codes_both_ways() -> None:
    state = row_selected("b", ["a", "b", "c"])
    assert state == {"selection": {"rows": [1]}}
    drawn = SimpleNamespace(selection=SimpleNamespace(**state["selection"]))
    assert selected_codes(drawn, ["a", "b", "c"]) == ["b"]
    assert row_selected("d", ["a", "b", "c"]) is None  # not known on this day
    assert row_selected("", ["a", "b", "c"]) is None  # none is opened


def test_no_page_reads_positions_by_itself() -> None:
    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert file.name == "selecting.py" or "selection" not in attributes, file.name
        given = {word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords}
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert "on_select" not in given or "rows_key" in names, file.name


def test_a_number_opens_its_own_card_where_others_stand_before_it_by_now(first_edition: Dataset) -> None:
    cards = [
        CardQuestion(read_parameters([("metric", metric)], dataset=first_edition, today=today()), None)
        for metric in ("arrested", "detained")
    ]
    first, second = (Number(text="5", card=card) for card in cards)
    clicked = card_address(second.card)
    for parts in ((first, second), (second, first), (second,)):
        assert card_opened(Words((Line(text=Sentence(parts)),)), clicked) == second.card
    assert card_opened(Words((Line(text=Sentence((first,))),)), clicked) is None
    assert card_opened(Words((Line(text=Sentence((first,))),)), 0) is None
