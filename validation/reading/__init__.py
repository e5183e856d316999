"""The files of a folder to typed tables, settings, outlines and findings."""
