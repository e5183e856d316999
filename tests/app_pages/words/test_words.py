"""Every word of the pages can be translated: when it is shown, not when the server starts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import PROJECT

PAGES = sorted((PROJECT / "app_pages").rglob("*.py"))
# What these are given is a code or a style, not a word to the reader.
NOT_WORDS = {
    "key",
    "width",
    "height",
    "format",
    "mime",
    "gap",
    "border",
    "position",
    "layout",
    "alignment",
    "vertical_alignment",
    "horizontal_alignment",
    "label_visibility",
    "selection_mode",
    "on_click",
    "on_select",
    "on_change",
    "file_name",
    "language",
    "extension",
    "type",
}
TRANSLATES = {"_", "N_", "ngettext"}
# Parts of streamlit that say nothing to the reader, or whose first argument is the file of a page.
SILENT = ("st.session_state", "st.context", "st.page_link", "st.query_params", "st.components")
ADDRESS = re.compile(r"\]\([^)]*\)")


def calls_of(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_word(node: ast.expr) -> bool:
    """Text with letters that is not a call of gettext: a constant, or the constant part of an f-string."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(map(str.isalpha, ADDRESS.sub("", node.value)))
    if isinstance(node, ast.JoinedStr):
        constant = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
        return is_word(ast.Constant("".join(map(str, constant))))
    if isinstance(node, ast.BinOp):
        return is_word(node.left) or is_word(node.right)
    if isinstance(node, (ast.List, ast.Tuple)):
        return any(is_word(element) for element in node.elts)
    return False


def is_streamlit(function: ast.expr) -> bool:
    """`st.caption`, `st.column_config.TextColumn`: whatever hangs on the name `st`."""
    while isinstance(function, ast.Attribute):
        function = function.value
    return isinstance(function, ast.Name) and function.id == "st"


def untranslated(tree: ast.AST) -> list[str]:
    """The bare English words that calls of streamlit are given."""
    found = []
    for call in calls_of(tree):
        if not is_streamlit(call.func):
            continue
        words = [] if ast.unparse(call.func).startswith(SILENT) else call.args
        given = [*words, *(word.value for word in call.keywords if word.arg not in NOT_WORDS)]
        found += [f"line {node.lineno}: {ast.unparse(node)}" for node in given if is_word(node)]
    return found


def translated_too_early(tree: ast.Module) -> list[str]:
    """The constants of a module that are put into words when it is imported, in whatever language is then."""
    constants = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign))]
    named = [node for node in constants if _names(node) and all(name.isupper() for name in _names(node))]
    return [
        f"line {call.lineno}: {ast.unparse(call)}"
        for node in named
        for call in calls_of(node)
        if isinstance(call.func, ast.Name) and call.func.id in TRANSLATES - {"N_"}
    ]


def _names(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_words_of_pages_go_through_gettext(path: Path) -> None:
    assert untranslated(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_constants_are_marked_and_translated_when_they_are_shown(path: Path) -> None:
    assert translated_too_early(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ('st.caption("Counts")', 1),  # a bare word
        ('st.caption(f"{n} counts")', 1),  # a word around a value
        ('st.caption(_("Counts"), key="counts")', 0),  # translated; a key is a code
        ('st.tabs(["One", _("Two")])', 1),  # a word in a list
        ('st.markdown(f"- {plain(sentence)}")', 0),  # no letter of its own
    ],
)
def test_bare_words_are_found(code: str, faults: int) -> None:
    assert len(untranslated(ast.parse(code))) == faults


def test_early_translations_are_found() -> None:
    assert translated_too_early(ast.parse('PARTS = (("sex", _("Sex")),)\nlabels = _("x")')) == [
        "line 1: _('Sex')"
    ]
