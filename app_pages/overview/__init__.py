"""The page “Overview” and its words."""
