"""The newest number of a series, its change, and what cannot be claimed."""
