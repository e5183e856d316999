"""Comparisons of published counts, their outcomes, and suggested corrections."""
