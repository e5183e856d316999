"""A downloaded file is called after its question, of whom included."""

from __future__ import annotations

from dataclasses import replace

from exports.file_names import question_file_name, series_file_name
from metrics.answer.who_is_counted import label_of
from metrics.query.query import Measure
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

SMALL = dataset(observations("a, arrested, XX, total, 2024-01-31, 1700, exact"), sources("a, CO, 2024-02-01"))


def name(**part: str) -> str:
    answer = ask(SMALL, metric="arrested")
    return series_file_name(replace(answer, query=replace(answer.query, **part)), extension="csv")


def workbook_name(**asked: str) -> str:
    query = ask(SMALL, metric="arrested").query
    return question_file_name(SMALL, replace(query, **asked), kind="series", extension="xlsx")


def test_files_of_other_questions_are_called_otherwise():
    assert workbook_name() == "series_arrested_XX_CO_known_on_2024-02-01.xlsx"
    assert workbook_name(sex="female") == "series_arrested_XX_female_CO_known_on_2024-02-01.xlsx"
    newly = workbook_name(measure=Measure.NEWLY_DOCUMENTED)
    assert newly == "series_arrested_XX_newly_documented_CO_known_on_2024-02-01.xlsx"
    assert workbook_name(source="a") == "series_arrested_XX_CO_known_on_2024-02-01_a.xlsx"


def test_everybody_is_not_named():
    assert name() == "arrested_XX_total_2021-02-01_2024-01-31_known_on_2024-02-01.csv"


def test_a_part_is_named():
    assert name(sex="female", age="under_18") == (
        "arrested_XX_female_under_18_total_2021-02-01_2024-01-31_known_on_2024-02-01.csv"
    )
    assert name(group="all_prisoners").startswith("arrested_XX_all_prisoners_total_")
    assert "arrested_XX_cause-gunshot_total_" in name(detail="cause: gunshot")


def test_the_usual_group_of_a_folder_is_not_named_whichever_it_is():
    answer = ask(SMALL, metric="arrested")
    prisons = replace(answer, usual_group="all_prisoners", query=replace(answer.query, group="all_prisoners"))
    assert series_file_name(prisons, extension="csv").startswith("arrested_XX_total_")
    assert label_of(prisons, "arrested") == "Arrested"
    assert label_of(answer, "arrested") == "Arrested"
    assert label_of(replace(prisons, usual_group="political"), "arrested") == (
        "Arrested (prisoners of every kind)"
    )
