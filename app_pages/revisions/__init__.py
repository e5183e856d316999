"""The page “Revisions” and its words."""
