"""`make pictures`: the first screen of every page, and the brief, as README.md shows them.

Taken from a server of its own with the project's tables, by Debian's Chromium (or the one that the
environment variable CHROMIUM names, or Playwright's own). A picture has few colours, so that it stays small.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Playwright, sync_playwright

PROJECT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from app_pages.frame.pages import PAGES, PageEntry  # noqa: E402 (the project is no installed package)
from exports.paper.brief import brief_content  # noqa: E402
from exports.paper.typesetting import as_png  # noqa: E402
from metrics.counts.current_tables import today  # noqa: E402
from metrics.question.address import read_parameters  # noqa: E402
from tests.browser.reading import open_page  # noqa: E402
from tests.programs import path_of_chromium  # noqa: E402
from tests.serving import serving  # noqa: E402
from validation import read_dataset  # noqa: E402

FOLDER: Final = Path(__file__).resolve().parent / "pictures"
WIDTH, HEIGHT = 1280, 860
COLOURS: Final = 128
MOST_BYTES: Final = 150_000
# Charts are drawn a moment after the page has come to rest.
MILLISECONDS_TO_DRAW: Final = 1500
PIXELS_OF_A_POINT: Final = 1.6
# What is asked of a page that shows nothing without being asked.
EXAMPLES: Final = {"number": "metric=arrested&from=2024-01-31&to=2024-01-31"}


def name_of(page: PageEntry) -> str:
    """What the picture of a page is called."""
    return f"{Path(page.file).stem}.png"


def small(picture: bytes) -> bytes:
    """The picture with a palette instead of all colours."""
    reduced = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    written = io.BytesIO()
    reduced.save(written, format="PNG", optimize=True)
    return written.getvalue()


def take(browser: Browser, page: PageEntry, *, server: str) -> bytes:
    """The page's first screen."""
    window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB")
    window.set_default_timeout(60_000)
    open_page(window, f"{server}/{page.path}?{EXAMPLES.get(page.path, '')}")
    window.wait_for_timeout(MILLISECONDS_TO_DRAW)
    picture = window.screenshot()
    window.close()
    return picture


def brief() -> bytes:
    """The sheet of paper that the overview leads to."""
    dataset = read_dataset(PROJECT / "data").dataset
    if dataset is None:
        raise RuntimeError("the tables in data/ are not sound")
    query = read_parameters([], dataset=dataset, today=today())
    content = brief_content(dataset, query, paper="a4", address="https://detention.example.org/")
    return as_png("brief", content, scale=PIXELS_OF_A_POINT)


def launched(playwright: Playwright) -> Browser:
    """A browser without a window."""
    return playwright.chromium.launch(
        executable_path=path_of_chromium(), args=["--no-sandbox", "--disable-gpu"]
    )


def main() -> int:
    """Retake all pictures; exit code 1 where one is larger than a page of text should carry."""
    FOLDER.mkdir(exist_ok=True)
    sheet = small(brief())
    (FOLDER / "brief.png").write_bytes(sheet)
    print(f"brief.png: {len(sheet):,} bytes")
    too_large = len(sheet) > MOST_BYTES
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(PROJECT / "data", Path(folder) / "log.txt") as server,
        sync_playwright() as playwright,
    ):
        browser = launched(playwright)
        for page in PAGES:
            picture = small(take(browser, page, server=server.url))
            (FOLDER / name_of(page)).write_bytes(picture)
            print(f"{name_of(page)}: {len(picture):,} bytes")
            too_large = too_large or len(picture) > MOST_BYTES
        browser.close()
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
