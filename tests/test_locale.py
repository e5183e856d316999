"""Every sentence that readers see is in the template that translators work from."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from metrics.language.wording import _, ngettext
from tests.serving import PROJECT

# The folder has the name of a module of Python's own, so its file is loaded by its path.
_spec = importlib.util.spec_from_file_location("collector", PROJECT / "locale" / "collect.py")
assert _spec is not None
assert _spec.loader is not None
collector = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(collector)


def test_template_is_up_to_date() -> None:
    command = [sys.executable, str(PROJECT / "locale" / "collect.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("""f"{_('lost before Python 3.12')}" """, [1]),
        ("""words = f"{counted(N_('{count} document'), N_('{count} documents'), 2)} read" """, [1]),
        ("""\nwords = _(f"{name} is filled in before it is translated")""", [2]),
        ("""named = _('found')\nwords = f"{named}" """, []),
        ("""words = _('found {name}').format(name=f"{name}")""", []),
    ],
)
def test_a_marked_text_that_meets_an_f_string_is_named_on_every_python(source: str, lines: list[int]) -> None:
    assert collector.lines_lost_in_f_strings(source) == lines


def test_no_marked_text_meets_an_f_string() -> None:
    assert collector.faults() == []


def test_without_a_catalogue_the_words_are_english() -> None:
    assert _("Explore") == "Explore"
    assert ngettext("{count} finding", "{count} findings", 2) == "{count} findings"


def test_sentences_of_pages_are_collected() -> None:
    template = (PROJECT / "locale" / "messages.pot").read_text(encoding="utf-8")
    assert 'msgid "Start again"' in template
