"""Figures of regions: map and ranking."""
