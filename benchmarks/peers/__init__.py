"""The same page in other tools, on the same counts, for one and the same run."""
