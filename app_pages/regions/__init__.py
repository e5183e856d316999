"""The page “Regions” and its words."""
