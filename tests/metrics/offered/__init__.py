"""Tests of what a reader is offered to ask."""
