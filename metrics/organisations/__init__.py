"""Counts of several organisations side by side, each with its scope."""
