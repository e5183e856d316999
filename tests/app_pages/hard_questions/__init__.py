"""Tests of the page “Hard questions”."""
