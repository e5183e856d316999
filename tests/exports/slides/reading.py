"""Reading a deck back: its slides, what is written on them, their notes and their charts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from pptx import Presentation

from exports.paper.chart_kinds import Asked
from exports.slides.deck import deck
from metrics.question.address import read_parameters
from tests.metrics.asking import TODAY

ADDRESS = "http://host.test/explore?metric=killed"


def made(dataset, *, view="explore", level="", **parameters) -> bytes:
    pairs = [
        (name.rstrip("_"), value)
        for name, values in parameters.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    query = read_parameters(pairs, dataset=dataset, today=TODAY)
    return deck(Asked(dataset=dataset, query=query, level=level), view=view, address=ADDRESS)


def slides_of(body: bytes):
    return list(Presentation(BytesIO(body)).slides)


def title_of(slide) -> str:
    return slide.shapes.title.text_frame.text


def text_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes_of(slide) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def frames_of(slides):
    return [shape for slide in slides for shape in slide.shapes if shape.has_chart]


def values_of(chart) -> list[tuple]:
    """The numbers of each series, over all categories."""
    return [tuple(series.values) for series in chart.plots[0].series]


def together(chart) -> list[float | None]:
    """One value for each category: no two series have one for the same."""
    columns = zip(*values_of(chart), strict=True)
    found = [[value for value in column if value is not None] for column in columns]
    assert all(len(values) <= 1 for values in found)
    return [values[0] if values else None for values in found]


def labels_of(chart) -> list[str]:
    return [
        element.text
        for element in chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    ]


def table_of(chart):
    """The cells of the workbook in a chart."""
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return list(book.active.iter_rows())


def runs_of(body: bytes, script: str) -> list[str]:
    """The typefaces of all runs for a kind of script: latin, ea, cs."""
    found = []
    for slide in slides_of(body):
        name = f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{script}"
        found += [one.get("typeface") for one in slide._element.iter(name)]
    return found


def files_of(body: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(body)) as read:
        return {name: read.read(name) for name in read.namelist()}
