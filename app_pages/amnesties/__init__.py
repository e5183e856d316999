"""The page “Amnesties” and its words."""
