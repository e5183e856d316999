"""Which questions are allowed, and a question as an address."""
