"""The card of a number, opened from wherever the number is shown."""
