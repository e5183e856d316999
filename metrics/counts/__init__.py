"""Published counts: which are known, which are selected, in which documents they stand."""
