"""The page “Summary” and its words."""
