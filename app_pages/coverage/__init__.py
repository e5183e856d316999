"""The page “Coverage” and its words."""
