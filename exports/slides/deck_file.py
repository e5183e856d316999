"""Slides as the bytes of a .pptx file: the same slides and day give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as PptxSlide
from pptx.slide import SlideLayout
from pptx.util import Pt

from exports.slides.drawn_charts import MANY, draw_chart
from exports.slides.letters import set_letters
from exports.slides.slide import Slide
from exports.slides.template import (
    BOXES,
    EDGE,
    FOOT,
    INNER,
    SAID,
    SIZES,
    STATISTIC,
    TITLE_SIZE,
    empty_deck,
)
from exports.slides.text_fit import clean, cut, fitting_size, height_of
from metrics.language.wording import language

TITLE_SIZES: Final = (TITLE_SIZE, 28, 26, 24, 22, 20)
STATISTIC_SIZES: Final = (20, 18)
STATISTIC_HEIGHT: Final = 90.0  # it holds what came later, with its qualifier, and is not to be cut
OPENING_SIZES: Final = (48, 44, 40, 36, 32, 28, 24)
NUMBER_SIZES: Final = (110, 96, 80, 66, 54, 44, 36, 28)
WORDS_SIZES: Final = (28, 24, 22, 20, 18)
GAP: Final = 8
LEAST_SAID: Final = 26  # points down for what is said below a long list
LEAST_CHART: Final = 180  # points down
FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
Box = tuple[float, float, float, float]


def deck_file(slides: Sequence[Slide], *, title: str, author: str, day: date) -> bytes:
    """The deck; `day` is what it says of when it was made: that of its figures."""
    deck, layout = empty_deck()
    made = datetime.combine(day, time())
    core = deck.core_properties
    core.title, core.author, core.last_modified_by = clean(title), clean(author), clean(author)
    core.created = core.modified = made
    core.revision, core.language, core.keywords, core.subject = 1, language.get(), "", ""
    for number, slide in enumerate(slides, start=1):
        _write(deck, layout, slide, number=number, day=day)
    content = BytesIO()
    deck.save(content)
    return _same_bytes(content.getvalue())


def said_that_fits(slide: Slide) -> tuple[str, ...]:
    """What is said below a chart that has room there, in its order; the rest wants a slide of its own."""
    is_long_list = (
        slide.chart is not None and slide.chart.kind == "bars" and len(slide.chart.categories) > MANY
    )
    room = LEAST_SAID if is_long_list else BOXES[SAID][3]
    fitting: list[str] = []
    for said in map(clean, slide.said):
        high = sum(height_of(one, size=SIZES[SAID], width=INNER) + 3 for one in (*fitting, said))
        if high > room:
            break
        fitting.append(said)
    return tuple(fitting)


def _write(deck: Deck, layout: SlideLayout, slide: Slide, *, number: int, day: date) -> None:
    made = deck.slides.add_slide(layout)
    parts = {one.placeholder_format.idx: one for one in made.placeholders}
    top = _write_head(made, parts, slide)
    foot = _write_foot(parts, slide)
    box = (EDGE, top, INNER, foot - top - GAP)
    if slide.chart:
        _write_chart(made, parts, slide, box=box, day=day)
    else:
        _write_words(parts, slide, box=box)
    for index in (STATISTIC, SAID, FOOT):
        if not parts[index].text_frame.text:
            parts[index].element.getparent().remove(parts[index].element)
    _number(made, number)
    _write_notes(made, slide.notes)


def _write_head(made: PptxSlide, parts: dict[int, Any], slide: Slide) -> float:
    """Title and statistic; returns where the rest begins."""
    title, head = made.shapes.title, BOXES["title"]
    sizes, high = (OPENING_SIZES, 190.0) if slide.is_opening else (TITLE_SIZES, float(head[3]))
    words = clean(slide.title)
    size = fitting_size([words], sizes=sizes, width=INNER, height=high, bold=True) or sizes[-1]
    words = cut(words, size=size, width=INNER, height=high, bold=True)
    top = 120 if slide.is_opening else head[1]
    taken = height_of(words, size=size, width=INNER, bold=True)
    _put(title, (EDGE, top, INNER, taken))
    _fill(title, [words], size=size)
    gap = 3 * GAP if slide.is_opening else GAP
    return _write_statistic(parts[STATISTIC], slide, top=top + taken + gap)


def _write_statistic(part: Any, slide: Slide, *, top: float) -> float:
    words = clean(slide.statistic)
    if not words:
        return top + GAP
    high = STATISTIC_HEIGHT
    size = fitting_size([words], sizes=STATISTIC_SIZES, width=INNER, height=high) or STATISTIC_SIZES[-1]
    words = cut(words, size=size, width=INNER, height=high)
    taken = height_of(words, size=size, width=INNER)
    _put(part, (EDGE, top, INNER, taken))
    _fill(part, [words], size=size)
    return top + taken + GAP


def _write_foot(parts: dict[int, Any], slide: Slide) -> float:
    """Filters, source and days at the bottom; returns where they begin."""
    x, y, wide, high = BOXES[FOOT]
    words = cut(clean(slide.foot), size=SIZES[FOOT], width=wide, height=high)
    if not words:
        return y + high
    taken = height_of(words, size=SIZES[FOOT], width=wide)
    _put(parts[FOOT], (x, y + high - taken, wide, taken))
    _fill(parts[FOOT], [words], size=SIZES[FOOT])
    return y + high - taken


def _write_chart(made: PptxSlide, parts: dict[int, Any], slide: Slide, *, box: Box, day: date) -> None:
    """The chart in what the words below it leave."""
    x, top, wide, high = box
    said = said_that_fits(slide)
    taken = sum(height_of(one, size=SIZES[SAID], width=wide) + 3 for one in said)
    if said:
        _put(parts[SAID], (x, top + high - taken, wide, taken))
        _fill(parts[SAID], said, size=SIZES[SAID])
    if slide.chart is None:
        return
    room = (x, top, wide, max(high - taken - (GAP if said else 0), LEAST_CHART))
    frame = draw_chart(made, slide.chart, box=room, day=day, title=slide.title)
    parts[SAID].element.addprevious(frame._element)  # who hears a slide hears the chart before its caveats


def _write_words(parts: dict[int, Any], slide: Slide, *, box: Box) -> None:
    """A big number, and lines; lines alone where there is no number."""
    x, top, wide, high = box
    part, lines = parts[SAID], [clean(one) for one in slide.said if clean(one)]
    number = clean(slide.number)
    big = fitting_size([number], sizes=NUMBER_SIZES, width=wide, height=150, bold=True) or NUMBER_SIZES[-1]
    left = high - (height_of(number, size=big, width=wide, bold=True) + 2 * GAP if number else 0)
    between = GAP * len(lines)
    sizes = (*WORDS_SIZES, 16, 14) if not number else WORDS_SIZES
    size = fitting_size(lines, sizes=sizes, width=wide, height=left - between) or sizes[-1]
    if not number and not lines:
        return
    _put(part, (x, top + GAP, wide, high - GAP))
    _fill(part, [*([number] if number else []), *lines], size=size, between=GAP)
    if number:
        run = part.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(big), True


def _put(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in box)


def _fill(shape: Any, lines: Sequence[str], *, size: float, between: float = 3) -> None:
    frame = shape.text_frame
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if at:
            paragraph.space_before = Pt(between)
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(size)
        set_letters(run.font._element, line)


def _number(made: PptxSlide, number: int) -> None:
    """The number of the slide, so that somebody can ask for it."""
    made.shapes._spTree.append(
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
            '<p:cNvPr id="90" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
            '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}"'
            f' type="slidenum"><a:rPr lang="en-GB"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
        )
    )


def _write_notes(made: PptxSlide, notes: Sequence[str]) -> None:
    if not notes:
        return
    frame: Any = made.notes_slide.notes_text_frame
    for at, line in enumerate(notes):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if line:
            run = paragraph.add_run()
            run.text = clean(line)
            set_letters(run.font._element, run.text)


def _same_bytes(made: bytes) -> bytes:
    """The same files in the same order, without the time at which they were written."""
    content = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, date_time=FIRST_DAY_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return content.getvalue()
