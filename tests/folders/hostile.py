"""A folder in which every text for readers is hostile: markup, a formula, a long word, right to left."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pandas as pd

MARKUP: Final = (
    "*a* **b** <b>c</b> <script>alert(1)</script> [x](javascript:alert(1)) :red[e] `f` $g$ {since} %{y}"
)
EMOJI: Final = ":smile: :material/home: :streamlit: www.example.org -> # 1. ---"
FORMULA: Final = "=cmd|' /C calc'!A0"
MINUS: Final = "-2+3+cmd|' /C calc'!A0"
AT: Final = "@SUM(1+1)*cmd|' /C calc'!A0"
LONG: Final = "Donaudampfschifffahrtsgesellschaft" * 12
FROM_THE_RIGHT: Final = "\u202eعدد السجناء السياسيين\u202c אסירים"
HOSTILE: Final = (MARKUP, FORMULA, EMOJI, LONG, FROM_THE_RIGHT, MINUS, AT)

TEXTS_OF_TABLES: Final = {
    "observations": ("locator", "note"),
    "organisations": ("name", "short_name", "about"),
    "places": ("name", "aliases", "population_source"),
    "metrics": ("label", "definition", "not_counted", "caveat", "noun"),
    "sources": ("title", "note"),
    "events": ("label",),
    "breaks": ("what_changed",),
    "corrections": ("reason",),
}
TEXTS_OF_SETTINGS: Final = (
    "title", "name", "description", "version", "licence", "licence_url", "citation", "contact",
    "map_credit", "origin_label",
)  # fmt: skip


def write_hostile(source: Path, target: Path) -> Path:
    """The tables of a folder with other texts; the same in every cell that may be empty and was."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.glob("*.csv"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        for position, column in enumerate(TEXTS_OF_TABLES.get(path.stem, ())):
            table[column] = [hostile(position + row, f"{column} {row}") for row in range(len(table))]
        table.to_csv(target / path.name, index=False)
    settings = (source / "dataset.toml").read_text(encoding="utf-8")
    for position, name in enumerate(TEXTS_OF_SETTINGS):
        text = json.dumps(hostile(position, name), ensure_ascii=False).replace("\\", "\\\\")
        settings = re.sub(rf"^{name} = .*$", f"{name} = {text}", settings, flags=re.MULTILINE)
    (target / "dataset.toml").write_text(settings, encoding="utf-8")
    return target


def hostile(position: int, after: str) -> str:
    """One of the hostile texts, and what makes it one of a kind."""
    return f"{HOSTILE[position % len(HOSTILE)]} {after}"
