"""The page “Sources” and its words."""
