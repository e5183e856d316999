"""The parts of a rule of agreement: what it compares, what it finds, and its words."""
