"""Who counts: the kinds of organisations in words."""

from __future__ import annotations

from typing import Final

from metrics.language.wording import N_

GOVERNMENT: Final = "government"
KINDS: Final = {
    "ngo": N_("A non-governmental organisation."),
    "un": N_("The United Nations."),
    GOVERNMENT: N_("A government, by its own statement."),
    "media": N_("A news organisation."),
    "intergovernmental": N_("An intergovernmental organisation."),
    "academic": N_("Researchers."),
    "party": N_("A political party."),
    "armed_group": N_("An armed group, by its own statement."),
    "other": N_("Another organisation."),
}
