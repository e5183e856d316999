"""The kinds of files that are made of a question, each with the parameters of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final, cast

from api.exports_by_address import Export, Wanted
from api.responses import PDF, PNG, PPTX, SVG, XLSX, ZIP
from exports.addresses import CHART, LEVEL, NUMBERS, PAPER, SIZE, VIEW
from exports.bundle.bundle import bundle
from exports.bundle.everything import everything
from exports.file_names import question_file_name
from exports.nothing import NothingToTakeError
from exports.paper.brief import brief_pdf
from exports.paper.chart_kinds import CHARTS, Asked
from exports.paper.handout import handout_pdf
from exports.paper.numbers_picture import numbers_png, numbers_svg
from exports.paper.pictures import SIZES, picture_png, picture_svg
from exports.paper.sheets import PAPERS, Paper
from exports.series_files import series_csv
from exports.sheets.workbook import workbook
from exports.slides.deck import PAGES, VIEWS, deck
from metrics.answer.answering import answer_for
from metrics.counts.levels import levels_of
from metrics.query.invalid_query import ParameterError
from validation import Dataset

REGIONS: Final = "regions"  # the view that takes a level
OF_PLACES: Final = ("map", "ranking")  # charts that take a level


def _workbook(wanted: Wanted) -> bytes:
    answer = answer_for(wanted.dataset, wanted.query)
    return workbook(wanted.dataset, answer, host=wanted.host, made=wanted.day)


def _brief(wanted: Wanted) -> bytes:
    paper = cast(Paper, wanted.choice(PAPER))
    return brief_pdf(wanted.dataset, wanted.query, paper=paper, address=wanted.address(""))


def _handout(wanted: Wanted) -> bytes:
    paper = cast(Paper, wanted.choice(PAPER))
    return handout_pdf(wanted.dataset, wanted.query, paper=paper, address=wanted.address("explore"))


def _deck(wanted: Wanted) -> bytes:
    view, level = wanted.choice(VIEW), wanted.choice(LEVEL)
    if level and view != REGIONS:
        problem = f"does not fit the view `{view}`"
        raise ParameterError(parameter=LEVEL, value=level, problem=problem, allowed=(REGIONS,))
    asked = Asked(dataset=wanted.dataset, query=wanted.query, level=level)
    return deck(asked, view=view, address=wanted.address(PAGES[view]))


def _picture(extension: str) -> Callable[[Wanted], bytes]:
    numbers, picture = (numbers_png, picture_png) if extension == "png" else (numbers_svg, picture_svg)

    def make(wanted: Wanted) -> bytes:
        chart, size, level = wanted.choice(CHART), SIZES[wanted.choice(SIZE)], wanted.choice(LEVEL)
        if level and chart not in OF_PLACES:
            problem = f"does not fit the chart `{chart}`"
            raise ParameterError(parameter=LEVEL, value=level, problem=problem, allowed=OF_PLACES)
        if chart == NUMBERS:
            return numbers(wanted.dataset, wanted.query, size)
        asked = Asked(dataset=wanted.dataset, query=wanted.query, level=level)
        return picture(CHARTS[chart](asked), size)

    return make


def _bundle(wanted: Wanted) -> bytes:
    answer = answer_for(wanted.dataset, wanted.query)
    return bundle(wanted.dataset, answer, host=wanted.host, folder=_folder(wanted, "bundle"))


def _everything(wanted: Wanted) -> bytes:
    """Of a question without a number to lead with, there is no brief; the other files are there."""
    answer = answer_for(wanted.dataset, wanted.query)
    usual = replace(wanted, own=((PAPER, next(iter(PAPERS))), (VIEW, next(iter(VIEWS))), (LEVEL, "")))
    made = {"series.csv": series_csv(answer, with_mark=True)}
    for name, make in TAKEN.items():
        with suppress(NothingToTakeError):
            made[name] = make(usual)
    return everything(wanted.dataset, answer, made, host=wanted.host, folder=_folder(wanted, "everything"))


def _folder(wanted: Wanted, kind: str) -> str:
    return question_file_name(wanted.dataset, wanted.query, kind=kind)


# Each within a second; what cannot be made of a question is left out.
TAKEN: Final[Mapping[str, Callable[[Wanted], bytes]]] = {
    "deck.pptx": _deck,
    "series.xlsx": _workbook,
    "brief.pdf": _brief,
    "handout.pdf": _handout,
}


def _papers(_dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    return {PAPER: tuple(PAPERS)}


def _pictures(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    return {SIZE: tuple(SIZES), CHART: (*CHARTS, NUMBERS), LEVEL: ("", *levels_of(dataset))}


def _views(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    return {VIEW: tuple(VIEWS), LEVEL: ("", *levels_of(dataset))}


EXPORTS: Final = (
    Export(name="series.xlsx", media_type=XLSX, make=_workbook),
    Export(name="bundle.zip", media_type=ZIP, make=_bundle),
    Export(name="everything.zip", media_type=ZIP, make=_everything),
    Export(name="deck.pptx", media_type=PPTX, make=_deck, choices=_views),
    Export(name="brief.pdf", media_type=PDF, make=_brief, choices=_papers, is_shown=True),
    Export(name="handout.pdf", media_type=PDF, make=_handout, choices=_papers, is_shown=True),
    Export(name="picture.png", media_type=PNG, make=_picture("png"), choices=_pictures, is_shown=True),
    Export(name="picture.svg", media_type=SVG, make=_picture("svg"), choices=_pictures, is_shown=True),
)
