"""Every sentence that readers see is in the template that translators work from."""

from __future__ import annotations

import subprocess
import sys

from metrics.wording import _, ngettext
from tests.serving import PROJECT


def test_template_is_up_to_date() -> None:
    command = [sys.executable, str(PROJECT / "locale" / "collect.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_without_a_catalogue_the_words_are_english() -> None:
    assert _("Explore") == "Explore"
    assert ngettext("{count} finding", "{count} findings", 2) == "{count} findings"


def test_sentences_of_pages_are_collected() -> None:
    template = (PROJECT / "locale" / "messages.pot").read_text(encoding="utf-8")
    assert 'msgid "Start from the defaults"' in template
