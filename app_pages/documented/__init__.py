"""The page “Documented and happened” and its words."""
