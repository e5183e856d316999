"""The page “Sources side by side” and its words."""
