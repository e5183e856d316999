"""The page “Explore” and its words."""
