"""Sentences that know which of their words are numbers, and the row of the answer behind each.

    sentence_from(_("{quantity} people were in detention on {day}."), quantity=number, day="15 February 2026")

A page can link each number to its card; `str` gives plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from metrics.language.phrasing import Message, written
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in the reader's words, the question of its card, and the label of its row in its answer.

    `row` is None where the number is a published count and no row of an answer.
    """

    text: str
    card: CardQuestion
    row: int | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class Link:
    """Words that lead to an address: to a document, or to another page."""

    text: str
    href: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Words that choose something on their own page, by its code."""

    text: str
    code: str

    def __str__(self) -> str:
        return self.text


Part = str | Number | Link | Choice


@dataclass(frozen=True)
class Sentence:
    """Text, numbers and links in their order; true where it says anything."""

    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def __bool__(self) -> bool:
        return bool(str(self))

    def __add__(self, other: Sentence) -> Sentence:
        """Both sentences, with a space between them where both say something."""
        between = (" ",) if self and other else ()
        return Sentence((*self.parts, *between, *other.parts))

    def lowered(self) -> Sentence:
        """The sentence as the second half of another: its first letter is no capital."""
        first, *rest = self.parts or ("",)
        return Sentence((first[:1].lower() + first[1:], *rest)) if isinstance(first, str) else self

    def unfinished(self) -> Sentence:
        """The sentence as the first half of another: without its full stop."""
        *rest, last = self.parts or ("",)
        return Sentence((*rest, last.removesuffix(_(".")))) if isinstance(last, str) else self


Renderable = Part | Sentence


@dataclass(frozen=True, kw_only=True)
class Carded:
    """A value of a message that links to a card wherever the message is shown."""

    value: object
    card: CardQuestion

    def __str__(self) -> str:
        return written(self.value)


def joined(between: str, things: Iterable[Renderable]) -> Sentence:
    """One after the other, with `between` between them."""
    parts: list[Part] = []
    for one in things:
        parts += [between, *parts_of(one)] if parts else parts_of(one)
    return Sentence(tuple(parts))


def parts_of(one: Renderable) -> tuple[Part, ...]:
    """The parts of a sentence, or the part alone."""
    return one.parts if isinstance(one, Sentence) else (one,)


def rendered(message: Message, render: Callable[[object], Renderable] = written) -> Sentence:
    """A message as a sentence whose numbers lead to their cards where its values do.

    `render` puts each other value into words; a message within the message is rendered in the same way.
    """

    def render_within(value: object) -> Renderable:
        if isinstance(value, Message):
            return rendered(value, render)
        if isinstance(value, Carded):
            return Number(text=str(value), card=value.card)
        return value if isinstance(value, (Number, Link, Choice, Sentence)) else render(value)

    return sentence_from(
        message.words, **{name: render_within(value) for name, value in message.values.items()}
    )


def sentence_from(template: str, **values: Renderable) -> Sentence:
    """The template with its named places filled in; text between braces is a name, as in `str.format`."""
    return Sentence(tuple(_parts(template, values)))


def _parts(template: str, values: dict[str, Renderable]) -> Iterator[Part]:
    for text, name, _format, _conversion in Formatter().parse(template):
        if text:
            yield text
        if name is not None:
            yield from parts_of(values[name])
