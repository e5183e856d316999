"""Figures that set counts beside each other: organisations, years, amnesties, revisions."""
