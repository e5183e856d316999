"""Sources side by side: what can be chosen, the scope, the figure, the nearest dates."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from charts import Look
from tests.app_pages.reading import address_of, blocks, figures, headings, table, visit, words


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit("compare/compare.py")


def test_scope_of_each_stands_above_the_figure_and_is_not_folded(page: AppTest) -> None:
    scope = table(page, "Assistance Association for Political Prisoners (Burma)").set_index("Scope")
    other = scope["UN Office of the High Commissioner for Human Rights"]
    assert other["Who counts"] == "The United Nations."
    assert other["Definition"] == "Its own, which is not recorded here."
    assert other["Where it is published"] == "Only in 3 documents by others reporting it."
    assert other["Figures in this time"] == "3, from 31 January 2023 to 20 August 2025."
    assert (
        scope.loc["Figures in this time", "Institute for Strategy and Policy Myanmar"]
        == "One, for 18 April 2022."
    )
    assert [switch.label for switch in page.toggle] == ["The chart in words"]
    kinds = [element.proto.component_name for element in page.get("bidi_component")]
    assert kinds.index("words") < kinds.index("figure")


def test_nearest_dates_have_both_numbers_and_each_opens_its_own_card(page: AppTest) -> None:
    nearest = table(page, "Its figure", "How near")
    first = nearest.iloc[2].tolist()
    assert first[1:] == [
        "at least 17,572",
        "31 January 2023",
        "17,572",
        "31 January 2023",
        "same day, and the same number: it may be one figure reported twice",
    ]
    (nearest,) = (block for block in blocks(page) if block.get("label") == "Nearest dates")
    cards = [
        part["card"] for row in nearest["rows"] for cell in row for part in cell if isinstance(part, dict)
    ]
    assert len(cards) == 8
    assert "counted_by=OHCHR" in cards[4]
    assert "counted_by=AAPP" in cards[5]


def test_figure_has_a_series_for_each_organisation(page: AppTest) -> None:
    (figure,) = figures(page)
    assert "Institute for Strategy and Policy Myanmar: 13,293 on 18 April 2022." in figure["alt"]
    assert figure["choosable"]


def test_breaks_of_the_own_counter_are_not_said_of_others(page: AppTest) -> None:
    text = words(page)
    assert text.count("AAPP added newly gathered records") == 1
    assert headings(page) == [
        "Assistance Association for Political Prisoners (Burma)",
        "UN Office of the High Commissioner for Human Rights",
        "Institute for Strategy and Policy Myanmar",
    ]


def test_choosing_another_thing_asks_for_it(page: AppTest) -> None:
    other = visit("compare/compare.py")
    (box,) = other.selectbox
    box.set_value("detained|MM|political|all|all|").run()
    assert not other.exception
    parameters = dict(address_of(other))
    assert (parameters["metric"], parameters["measure"]) == ("detained", "level")
    assert "Political Prisoners Network Myanmar: 22,197 on 11 April 2025." in figures(other)[0]["alt"]


def test_where_one_organisation_counts_there_is_a_sentence_and_no_figure() -> None:
    alone = visit("compare/compare.py", {"metric": "death_row"})
    assert "has figures for this, so there is nothing to set beside them." in words(alone)
    assert not figures(alone)


def test_where_nobody_counts_that_is_said() -> None:
    nobody = visit("compare/compare.py", {"metric": "arrested", "place": "EG"})
    assert "No organisation had figures for this by that day." in words(nobody)
    assert not figures(nobody)


def test_as_known_on_a_day_before_the_others() -> None:
    early = visit("compare/compare.py", {"metric": "arrested", "known_on": "2022-03-01"})
    assert not figures(early)
    assert "Only Assistance Association for Political Prisoners (Burma) has figures" in words(early)


def test_on_a_phone_one_count_stands_below_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app_pages.figure.reader.look", lambda: Look(narrow=True))
    phone = visit("compare/compare.py")
    text = words(phone)
    assert "at least 17,572 on 31 January 2023" in text
    assert (
        "Nearest figure from Assistance Association for Political Prisoners (Burma): 17,572 on 31"
        " January 2023" in text
    )
    assert "Who counts: The United Nations." in text
