"""Published counts: which are known, which are selected, which documents print them."""
