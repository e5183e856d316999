"""Answers as folders of files in one, to be taken away."""
