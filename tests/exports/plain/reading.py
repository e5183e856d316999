"""A page of plain HTML, read as a reader, a screen reader and a search engine read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "link", "br", "hr", "img", "input")
HIDDEN = ("style", "script", "title", "desc")


@dataclass
class Read(HTMLParser):
    """What was found: words as they are seen, links, headings, parts of the head."""

    links: list[tuple[str, str]] = field(default_factory=list)  # words, address
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # tag, name, value
    words: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # in words
    title: str = ""
    head: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._texts: list[list[str]] = []
        self._href: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "meta":
            self.head[given.get("name", given.get("property", ""))] = given.get("content", "")
        if tag == "link":
            self.head[given["rel"]] = given["href"]
        if tag not in VOID:
            self._open.append(tag)
            self._texts.append([])
            self._href.append(given.get("href", ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        for texts in self._texts:
            texts.append(data)
        if not any(tag in HIDDEN for tag in self._open):
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        opened, href = self._open.pop(), self._href.pop()
        text = " ".join("".join(self._texts.pop()).split())
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        if tag in ("td", "th"):
            self.words.append(" ")
        if tag == "a":
            self.links.append((text, href))
        if tag in ("h1", "h2", "h3"):
            self.headings.append((int(tag[1]), text))
        if tag == "title" and "svg" not in self._open:
            self.title = text
        if tag == "desc":
            self.pictures.append(text)

    @property
    def text(self) -> str:
        """All that is seen, with single blanks."""
        return " ".join("".join(self.words).split())


def read_page(html: str) -> Read:
    """The page; fails where a tag is not closed as it was opened."""
    read = Read()
    read.feed(html)
    read.close()
    assert not read._open
    return read
