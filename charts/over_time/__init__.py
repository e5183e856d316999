"""Figures over time: lines, bars, small multiples, sparklines."""
