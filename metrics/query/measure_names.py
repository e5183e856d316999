"""What readers call each measure."""

from __future__ import annotations

from typing import Final

from metrics.language.wording import N_
from metrics.query.query import Measure

MEASURES: Final = {
    Measure.LEVEL: N_("On the date"),
    Measure.TOTAL: N_("Total documented"),
    Measure.NEWLY_DOCUMENTED: N_("Newly documented"),
    Measure.HAPPENED: N_("Happened in the period"),
    Measure.PER_100K: N_("Per 100,000 people"),
}
