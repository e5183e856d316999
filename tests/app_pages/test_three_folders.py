"""Three folders of other organisations: every page is drawn, and every metric can be asked for on it.

None says a word that is true of the first data set only, and none is empty without a reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from app_pages.frame.pages import PAGES, PageEntry
from tests.app_pages.reading import (
    blocks,
    figures,
    figures_in_words,
    headings,
    menu,
    numbers,
    sentences,
    table,
    titles,
    values,
    visit,
    words,
)
from tests.folders import THREE_FOLDERS

# Words of one country, unless the folder's own tables have them.
OF_THE_FIRST: Final = (
    "Myanmar", "Burm", "coup", "junta", "military", "AAPP", "township", "Natural Earth", "arrest",
)  # fmt: skip
ASKED: Final = ("explore", "regions", "documented", "compare", "revisions", "coverage", "amnesties")
A_SERIES: Final = ("metric", "place", "counted_by", "group", "sex", "age", "detail")
MEASURES: Final = {"": "level", "documented": "total", "happened": "happened"}


def text_of(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


def metrics_of(name: str) -> list[str]:
    return pd.read_csv(THREE_FOLDERS[name] / "metrics.csv")["metric"].tolist()


def foreign_words(script: AppTest, folder: Path) -> list[str]:
    """The words on a page that neither its folder nor the software may have."""
    shown, own = f"{words(script)}\n{figures_in_words(script)}".lower(), text_of(folder).lower()
    return [word for word in OF_THE_FIRST if word.lower() in shown and word.lower() not in own]


def has_content_or_reason(script: AppTest) -> bool:
    reasons = [text for kind in ("info", "warning") for text in values(script.get(kind))]
    reasons += [text for text in values(script.markdown) if "never revised" in text]
    return bool(reasons or figures(script) or numbers(script) or script.dataframe or blocks(script))


@pytest.fixture(params=THREE_FOLDERS)
def folder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DETENTION_DATA", str(THREE_FOLDERS[request.param]))
    return THREE_FOLDERS[request.param]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_every_page_is_drawn_in_the_words_of_its_folder(entry: PageEntry, folder: Path) -> None:
    page = visit(entry.file)
    assert foreign_words(page, folder) == []
    assert has_content_or_reason(page)
    assert not page.error


@pytest.mark.nightly
@pytest.mark.parametrize("name", ASKED)
def test_every_metric_can_be_asked_for(name: str, folder: Path) -> None:
    for metric in metrics_of(folder.name):
        page = visit(f"{name}/{name}.py", {"metric": metric})
        assert foreign_words(page, folder) == []
        assert has_content_or_reason(page)


@pytest.mark.nightly
def test_every_series_has_a_card_for_its_last_count(folder: Path) -> None:
    counts = pd.read_csv(folder / "observations.csv", dtype=str, keep_default_na=False)
    series = counts[counts["event_id"] == ""].drop_duplicates([*A_SERIES, "basis"], keep="last")
    for count in series.to_dict("records"):
        start = count["period_start"] if count["basis"] == "happened" else count["period_end"]
        asked = {name: count[name] for name in A_SERIES} | {"from": start, "to": count["period_end"]}
        card = visit("number/number.py", {**asked, "measure": MEASURES[count["basis"]]})
        assert not card.warning, asked
        assert foreign_words(card, folder) == []


def opened(name: str, file: str, monkeypatch: pytest.MonkeyPatch, **address: str) -> AppTest:
    monkeypatch.setenv("DETENTION_DATA", str(THREE_FOLDERS[name]))
    return visit(file, address)


def test_a_yearly_census_has_no_gap_and_no_percentage(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("press_census", "overview/overview.py", monkeypatch)
    assert "54 fewer than on 1 December 2024 (384)" in words(page)
    assert "No figure between" not in figures_in_words(page)
    assert "%" not in "\n".join(sentences(page))


def test_without_a_government_nobody_asks_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = headings(opened("press_census", "hard_questions/questions.py", monkeypatch))
    assert not any("government" in question for question in asked)
    assert "“Another organisation says otherwise.”" in asked


def test_a_government_claims_and_does_not_verify(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("venezuela", "amnesties/amnesties.py", monkeypatch)
    verified = table(page, "Amnesty", "Verified")["Verified"].tolist()
    assert verified == ["109 (Foro Penal)", "426 (Foro Penal)", "603 (JEP)"]
    event = opened("venezuela", "amnesties/amnesties.py", monkeypatch, event_id="VE-2026-01-08-releases")
    assert "Political prisoners according to the authorities, not verified" in "\n".join(
        [words(event), *headings(event)]
    )


def test_no_rate_and_no_second_year_is_offered_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("venezuela", "explore/explore.py", monkeypatch)
    assert "Per 100,000 people" not in menu(page, "measure").values()
    assert list(menu(page, "grain").values()) == ["As published", "Month", "Quarter", "Year"]
    with_population = opened("prison_covid", "explore/explore.py", monkeypatch)
    assert "Per 100,000 people" in menu(with_population, "measure").values()


def test_no_other_day_is_asked_for_where_none_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    file = "documented/documented.py"
    assert "another day" not in words(opened("press_census", file, monkeypatch))
    # A census has stocks only: a later day has no count by date of event either.
    assert "another day" not in words(opened("press_census", file, monkeypatch, known_on="2020-12-31"))


def test_documents_without_a_title_go_by_their_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("venezuela", "checks/checks.py", monkeypatch)
    options = next(one.options for one in page.selectbox if one.label == "Document")
    assert "espiga-noticias-2024-10-07" in options
    assert "" not in options


def test_where_no_document_fails_there_is_no_empty_table(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("venezuela", "checks/checks.py", monkeypatch)
    assert "None known on that day." in words(page)
    assert not [block for block in blocks(page) if block["kind"] == "table" and not block["rows"]]


def test_a_chart_without_a_difference_says_of_what(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened("venezuela", "overview/overview.py", monkeypatch)
    said = [title for title in titles(page) if "no exact totals" in title]
    assert said == [
        "Arrested on political grounds: there are no exact totals near both ends of a year, so no"
        " increase is given",
    ]


def test_two_totals_of_one_counter_never_stand_under_each_others_label(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Foro Penal prints arrests since 2014 and since 29 July 2024."""
    asked = {"metric": "arrested", "place": "VE", "measure": "total"}
    since_2014 = figures_in_words(opened("venezuela", "explore/explore.py", monkeypatch, **asked))
    assert "since 2014" in since_2014
    assert "1,828" not in since_2014
    later = {**asked, "since": "2024-07-29"}
    since_july = figures_in_words(opened("venezuela", "explore/explore.py", monkeypatch, **later))
    assert "since 29 July 2024" in since_july
    assert "1,784" in since_july
    assert "1,828" in since_july
    assert "since 2014" not in since_july


def test_a_census_of_journalists_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    text = figures_in_words(opened("press_census", "explore/explore.py", monkeypatch))
    assert "Journalists" in text
    assert "olitical cases" not in text
