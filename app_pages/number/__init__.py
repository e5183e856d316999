"""The page “Number” and its words."""
