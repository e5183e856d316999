"""The page “Briefing” and its words."""
