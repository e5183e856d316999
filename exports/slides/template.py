"""An empty deck of 16:9 with one layout: title, statistic, what is said, and the foot with its source."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from charts import Look
from exports.slides.letters import LATIN
from metrics.language.wording import N_, _

WIDTH: Final = 960  # points
HEIGHT: Final = 540
EDGE: Final = 48
INNER: Final = WIDTH - 2 * EDGE
TITLE_ONLY: Final = 5
STATISTIC, SAID, FOOT = 13, 14, 15  # the placeholders beside the title, by their indexes
NAMES: Final = {STATISTIC: N_("Statistic"), SAID: N_("What is said"), FOOT: N_("Source")}
SIZES: Final = {STATISTIC: 20, SAID: 18, FOOT: 12}
TITLE_SIZE: Final = 30
BOXES: Final = {
    "title": (EDGE, 26, INNER, 80),
    STATISTIC: (EDGE, 108, INNER, 50),
    SAID: (EDGE, 400, INNER, 72),
    FOOT: (EDGE, 478, INNER - 60, 50),
    "sldNum": (WIDTH - EDGE - 56, 504, 56, 24),
}
PLACEHOLDER: Final = """
<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
    <p:nvPr><p:ph type="body" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>
  <p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm></p:spPr>
  <p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>
    <a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
      <a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:defRPr>
    </a:lvl1pPr></a:lstStyle>
    <a:p><a:r><a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r></a:p></p:txBody>
</p:sp>"""


def empty_deck() -> tuple[Deck, SlideLayout]:
    """The deck and its layout."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    layout = deck.slide_layouts[TITLE_ONLY]
    for other in [one for one in deck.slide_layouts if one is not layout]:
        deck.slide_layouts.remove(other)
    _drop_thumbnail(deck)
    _set_theme(deck)
    _place(deck.slide_master)
    _place(layout)
    for index, name in NAMES.items():
        layout.shapes._spTree.append(_placeholder(index, _(name)))
    layout.name = _("One finding")
    return deck, layout


def colour(token: str) -> str:
    """A colour of the charts as Office writes it."""
    return token.removeprefix("#").upper()


def _drop_thumbnail(deck: Deck) -> None:
    """The picture of another deck, which folders would show for ours."""
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(key)


def _set_theme(deck: Deck) -> None:
    tokens = Look().tokens
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode()
    text = re.sub(
        r'<a:latin typeface="[^"]*"/><a:ea typeface=""/><a:cs typeface=""/>',
        f'<a:latin typeface="{LATIN}"/><a:ea typeface=""/><a:cs typeface=""/>'
        '<a:font script="Mymr" typeface="Myanmar Text"/>',
        text,
    )
    accents = dict(enumerate(tokens.series, start=1))
    for number, accent in accents.items():
        text = re.sub(
            rf"<a:accent{number}>.*?</a:accent{number}>",
            f'<a:accent{number}><a:srgbClr val="{colour(accent)}"/></a:accent{number}>',
            text,
        )
    dark = f'<a:dk1><a:srgbClr val="{colour(tokens.text)}"/></a:dk1>'
    part._blob = re.sub(r"<a:dk1>.*?</a:dk1>", dark, text).encode()


def _place(holder: Any) -> None:
    """Placeholders of the template where they belong on a wider slide; date and footer are not used."""
    for shape in list(holder.placeholders):
        kind = shape.element.ph.get("type", "")
        if kind in ("dt", "ftr"):
            shape.element.getparent().remove(shape.element)
        elif kind == "body":
            _put(shape, BOXES[SAID])
        elif kind in BOXES:
            _put(shape, BOXES[kind])
        if kind == "title":
            _style_title(shape)
        if kind == "sldNum":
            _style_number(shape)


def _put(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Pt, box)


def _style_title(shape: Any) -> None:
    _without_margins(shape, anchor="t")
    _list_style(shape, size=TITLE_SIZE, bold=True, align="l", tint=Look().tokens.text)


def _style_number(shape: Any) -> None:
    _without_margins(shape, anchor="b")
    _list_style(shape, size=SIZES[FOOT], bold=False, align="r", tint=Look().tokens.faint_text)


def _without_margins(shape: Any, *, anchor: str) -> None:
    body = shape.text_frame._txBody.bodyPr
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", anchor)
    for child in list(body):
        body.remove(child)


def _list_style(shape: Any, *, size: int, bold: bool, align: str, tint: str) -> None:
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
    style = shape.text_frame._txBody.find(f"{{{namespace}}}lstStyle")
    for child in list(style):
        style.remove(child)
    style.append(
        parse_xml(
            f'<a:lvl1pPr xmlns:a="{namespace}" algn="{align}"><a:defRPr sz="{size * 100}" b="{int(bold)}">'
            f'<a:solidFill><a:srgbClr val="{colour(tint)}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _placeholder(index: int, name: str) -> Any:
    x, y, wide, high = (int(Pt(length)) for length in BOXES[index])
    tokens = Look().tokens
    tint = tokens.text if index == SAID else tokens.faint_text
    return parse_xml(
        PLACEHOLDER.format(
            id=20 + index,
            name=escape(name),
            index=index,
            x=x,
            y=y,
            cx=wide,
            cy=high,
            size=SIZES[index] * 100,
            colour=colour(tint),
            anchor="b" if index == FOOT else "t",
        )
    )
