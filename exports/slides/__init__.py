"""Answers as slides with native charts, for PowerPoint, Keynote and LibreOffice."""
