"""The page “Public checks” and its words."""
