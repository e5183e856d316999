"""Pages without scripts of any folder, as a test asks for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from exports.plain.brief import Page, page_of
from exports.plain.links import ServerLinks
from metrics.question.address import read_parameters
from tests.conftest import EDITION
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import TODAY
from validation import Dataset, read_dataset
from validation.folder import OWN_FOLDER

FOLDERS: Final = (EDITION, OWN_FOLDER, *THREE_FOLDERS.values())
ADDRESS: Final = "https://counts.example/page"


@cache
def tables(folder: Path) -> Dataset:
    dataset = read_dataset(folder).dataset
    assert dataset is not None
    return dataset


def asked(folder: Path, **parameters: str) -> tuple[Page, ServerLinks]:
    """The page that the parameters ask for, and its ways on; `from_` stands for `from`."""
    dataset = tables(folder)
    pairs = [(name.rstrip("_"), value) for name, value in parameters.items()]
    query = read_parameters(pairs, dataset=dataset, today=TODAY)
    links = ServerLinks(dataset=dataset, script="plain/keys.js")
    return page_of(dataset, query, address=ADDRESS), links
