"""The page “Hard questions” and its words."""
