"""Words on a page whose numbers lead to their cards: the Python side of assets/browser/words.js.

    mount_words(Words((Line(_("Total"), look="label"), Line(sentence))), key="top", opened=show_card)

Blocks are made once for all readers (`@cached_words`), so that a rerun costs only the name of the message to
the browser. Data goes in as text and is never markup.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, Literal

import streamlit as st

from app_pages.assets.assets import address_of_asset
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion, card_address
from metrics.number.number_name import number_name
from metrics.number.sentence import Choice, Link, Number, Part, Sentence
from metrics.query.caching import cached_words
from metrics.question.address import in_readers_language, without_language
from validation import Dataset

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.words(component));
"""
Cell = str | Sentence
_words = st.components.v2.component(
    "words", js=LOADER.format(script=address_of_asset("words.js")), isolate_styles=False
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of text; `look` is a class of style.css, `tag` the element: a paragraph, or a heading."""

    text: Cell
    look: str = ""
    tag: Literal["p", "h2", "h3"] = "p"


@dataclass(frozen=True, kw_only=True)
class Copied:
    """Text to be taken along by a button: a sentence to read out, or lines of code."""

    text: Cell
    label: str = ""
    look: Literal["sentence", "code"] = "sentence"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Terms, each with its description."""

    facts: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table to be read; the columns in `numeric` line up at the right."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """Blocks that belong together, such as a number with its words; `look` is a class of style.css."""

    blocks: tuple[Block, ...]
    look: str


Block = Line | Copied | Facts | Table | Group


@dataclass(frozen=True, eq=False)
class Words:
    """Blocks in their order, compared by identity, since the cache makes each only once."""

    blocks: tuple[Block, ...]


def mount_words(
    words: Words,
    *,
    key: str,
    opened: Callable[[CardQuestion], None],
    chosen: Callable[[str], None] | None = None,
) -> None:
    """Put the words on the page.

    `opened` is called with the question of a number's card when the number is clicked, or entered by the
    keyboard; `chosen` with the code of a choice.
    """
    name = f"words-{key}"

    def on_opened() -> None:
        card = card_opened(words, st.session_state[name].get("opened"))
        if card:
            opened(card)

    def on_chosen() -> None:
        code = st.session_state[name].get("chosen")
        if chosen and isinstance(code, str):
            chosen(code)

    _words(key=name, data=_message(words), on_opened_change=on_opened, on_chosen_change=on_chosen)


def card_opened(words: Words, sent: object) -> CardQuestion | None:
    """The question of the card at this address; None where no number in these words has that address."""
    return card_in((cell for block in words.blocks for cell in _cells(block)), sent)


def card_in(cells: Iterable[Cell], sent: object) -> CardQuestion | None:
    """The question of the card at this address, of a number in these sentences."""
    sentences = (cell for cell in cells if isinstance(cell, Sentence))
    numbers = (part for one in sentences for part in one.parts if isinstance(part, Number))
    # What the browser sends is heard before the rerun speaks any language.
    address = without_language(sent) if isinstance(sent, str) else None
    return next((number.card for number in numbers if card_address(number.card) == address), None)


def _cells(block: Block) -> Iterator[Cell]:
    if isinstance(block, Facts):
        yield from (cell for _term, cell in block.facts)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Group):
        yield from (cell for inner in block.blocks for cell in _cells(inner))
    else:
        yield block.text


@cached_words
def _message(words: Words) -> bytes:
    """The message to the browser, as JSON in bytes: the one type that Streamlit passes on unchanged."""
    dataset = current_snapshot().dataset
    content = {
        "blocks": [_block(block, dataset) for block in words.blocks],
        "copy": _("Copy"),
        "copied": _("Copied"),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _block(block: Block, dataset: Dataset | None) -> dict[str, Any]:
    match block:
        case Line(text=text, look=look, tag=tag):
            return {"kind": "line", "tag": tag, "look": look, "parts": parts_of(text, dataset)}
        case Copied(text=text, label=label, look=look):
            return {"kind": "copied", "look": look, "label": label, "parts": parts_of(text, dataset)}
        case Group(blocks=blocks, look=look):
            return {"kind": "group", "look": look, "blocks": [_block(inner, dataset) for inner in blocks]}
        case Facts(facts=facts):
            return {"kind": "facts", "facts": [[term, parts_of(cell, dataset)] for term, cell in facts]}
        case Table():
            return {
                "kind": "table",
                "label": block.label,
                "head": block.head,
                "numeric": block.numeric,
                "rows": [[parts_of(cell, dataset) for cell in row] for row in block.rows],
            }


def parts_of(cell: Cell, dataset: Dataset | None) -> list[Any]:
    """A text as the browser takes it: numbers and links are told from letters.

    A number says what it counts, for who hears the link alone; without tables there is nothing to name it by.
    """
    if isinstance(cell, str):
        return [cell]
    return [
        piece
        for is_text, run in groupby(cell.parts, key=lambda part: isinstance(part, str))
        for piece in (["".join(map(str, run))] if is_text else [_part(part, dataset) for part in run])
    ]


def _part(part: Part, dataset: Dataset | None) -> Any:
    match part:
        case str():
            return part
        case Link():
            return {"text": part.text, "href": _of_ours(part.href)}
        case Choice():
            return {"text": part.text, "code": part.code}
        case Number():
            name = number_name(dataset, part) if dataset else part.text
            return {"text": part.text, "card": _of_card(part), "row": part.row, "name": name}


def _of_card(number: Number) -> str:
    """The address of a number's card, in the reader's language."""
    return in_readers_language(card_address(number.card))


def _of_ours(href: str) -> str:
    """An address of our own pages in the reader's language; any other as it is."""
    return in_readers_language(href) if href.startswith("/") else href
